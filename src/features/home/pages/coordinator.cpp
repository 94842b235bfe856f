// GET /accueil: what to decide today, the orders, who has not tried what, the cohort. Real facts only.

#include <algorithm>

#include "base/text.h"
#include "design/page.h"
#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"
#include "features/home/pages/presence_card.h"
#include "features/home/pages/recruitment_card.h"

namespace fabnum::home {

using namespace html;

namespace {

struct Facts {
    std::optional<cohorts::Cohort> cohort;
    std::vector<people::Face> present;
    orders::Rows received, clarifying, accepted, ready, late, delivered, making;
    std::map<projects::ProjectId, projects::Glance> missions;
    projects::Shares shares;
    After after = {};
    RecruitmentFacts recruitment;
};

design::Decision decide(const orders::Row& row, std::string_view what, std::string_view icon,
                        design::Tone tone, const Url& to, const web::Visit& visit, bool first) {
    const auto& t = visit.words();
    const std::string key = "home.decide." + std::string(what);
    const int days = days_between(clock::day_in(visit.visitor().zone, row.order.changed), visit.today());
    return {.icon = icon,
            .tone = tone,
            .title = t(key, {{"title", row.order.title}}),
            .detail = row.organisation + ". " + t("home.decide.since", {{"days", days}}),
            .tag = row.order.due ? design::Tag{orders::is_late(row.order, visit.today()) ? design::Tone::Alert
                                                                                         : design::Tone::Info,
                                               t.day_from_today(*row.order.due, visit.today())}
                                 : std::optional<design::Tag>(),
            .action = design::link_button({.word = t(key + "_do"),
                                           .look = first ? design::Look::Strong : design::Look::Outline,
                                           .size = design::Size::Small,
                                           .label = t(key + "_do") + ", " + row.order.title},
                                          to)};
}

Markup decisions_card(const Facts& facts, const web::Visit& visit, std::size_t& count) {
    const auto& t = visit.words();
    std::vector<design::Decision> all;
    const auto add = [&](const orders::Rows& rows, std::string_view what, std::string_view icon,
                         design::Tone tone, std::string_view page) {
        for (const auto& row : rows.rows) {
            const Url order = Url("/commandes") / row.order.id;
            all.push_back(
                decide(row, what, icon, tone, page.empty() ? order : order / page, visit, all.empty()));
        }
    };
    add(facts.late, "late", "triangle-alert", design::Tone::Alert, "");
    add(facts.received, "study", "inbox", design::Tone::Progress, "etude");
    add(facts.accepted, "team", "users", design::Tone::Info, "equipe");
    add(facts.ready, "deliver", "truck", design::Tone::Good, "livraison");
    add(facts.delivered, "close", "folder-open", design::Tone::Plain, "");
    count = all.size();
    if (all.empty())
        return design::card({.title = t("home.decide.title"),
                             .body = design::empty_state({.icon = "circle-check",
                                                          .title = t("home.decide.none"),
                                                          .sentence = t("home.decide.none_why")})});
    Markup more;
    if (all.size() > 7) {
        all.resize(7);
        more = p({cls("card-foot"), a({href(Url("/commandes").with("etat", "ouvertes")),
                                       t("home.decide.all", {{"count", count}})})});
    }
    return design::card(
        {.title = t("home.decide.title"), .body = design::decision_list(all) + more, .flush = true});
}

Markup holes_card(const Facts& facts, const web::Visit& visit) {
    if (!facts.cohort) return {};
    const auto& t = visit.words();
    Markup rows;
    int shown = 0;
    for (const auto& face : facts.present) {
        std::string missing;
        const auto share = facts.shares.find(face.id);
        for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
            if (share == facts.shares.end() || share->second[kind] == 0)
                missing += (missing.empty() ? "" : ", ") +
                           t("projects.activity." + std::string(projects::activities[kind].first));
        if (missing.empty() || shown == 6) continue;
        ++shown;
        rows += design::person_line({face.id.value, people::short_name(face)},
                                    t("home.holes.missing", {{"kinds", missing}}));
    }
    if (shown == 0) return {};
    return design::card({.title = t("home.holes.title"),
                         .action = design::Link{t("home.holes.all"), Url("/participation")},
                         .body = div({cls("pairs"), rows})});
}

// The next days promised, soonest first.
Markup due_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<const orders::Row*> rows;
    for (const auto* list : {&facts.accepted, &facts.making, &facts.ready})
        for (const auto& row : list->rows)
            if (row.order.due) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(),
              [](const auto* a, const auto* b) { return *a->order.due < *b->order.due; });
    if (rows.size() > 5) rows.resize(5);
    std::vector<design::Moment> moments;
    for (const auto* row : rows) {
        const Day due = *row->order.due;
        moments.push_back({.when = due < visit.today()    ? design::When::Past
                                   : due == visit.today() ? design::When::Now
                                                          : design::When::Next,
                           .time = t.day_from_today(due, visit.today()),
                           .title = row->order.title,
                           .detail = row->organisation,
                           .to = Url("/commandes") / row->order.id});
    }
    return design::card({.title = t("home.due.title"),
                         .action = design::Link{t("home.due.all"), Url("/commandes").with("tri", "due")},
                         .body = moments.empty() ? p({t("home.due.none")}) : design::timeline(moments)});
}

Markup cohort_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!facts.cohort) return design::card({.title = t("cohorts.title"), .body = p({t("cohorts.none")})});
    const int week = cohorts::week_of(*facts.cohort, visit.today());
    const std::string when = t("cohorts.week", {{"week", week}, {"weeks", cohorts::weeks_in(*facts.cohort)}});
    std::vector<design::Head> heads;
    for (const auto& face : facts.present)
        heads.push_back({.person = {face.id.value, face.given_name}, .to = Url("/personnes") / face.id});
    return design::card(
        {.title = facts.cohort->name,
         .action = design::Link{t("home.cohort.all", {{"count", facts.present.size()}}), Url("/promo")},
         .body = p({when}) +
                 design::gauge({.share = week / static_cast<double>(cohorts::weeks_in(*facts.cohort)),
                                .mark = {},
                                .tone = design::Tone::Info,
                                .label = when}) +
                 design::heads(heads)});
}

}  // namespace

http::Response coordinator(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto facts = room.database.read([&](const sql::Reader& db) {
        using orders::State;
        Facts found;
        const auto list = [&](std::vector<State> states, bool late, int most) {
            return room.orders.list(db, visit.actor(),
                                    {.site = visit.actor().site,
                                     .states = std::move(states),
                                     .kind = {},
                                     .words = {},
                                     .late = late,
                                     .sort = "due",
                                     .most = most,
                                     .skip = 0},
                                    visit.today());
        };
        found.received = list({State::Received}, false, 8);
        found.clarifying = list({State::Clarifying}, false, 4);
        found.accepted = list({State::Accepted}, false, 4);
        found.ready = list({State::Ready}, false, 4);
        found.late = list({}, true, 4);
        found.delivered = list({State::Delivered}, false, 2);
        found.making = list({State::Making, State::Approving}, false, 8);
        std::vector<projects::ProjectId> ids;
        for (const auto* rows : {&found.making, &found.ready, &found.delivered})
            for (const auto& row : rows->rows)
                if (row.order.project) ids.push_back(row.order.project);
        found.missions = projects::glances(db, ids);
        found.cohort = cohorts::running(db, visit.actor().site, visit.today());
        if (found.cohort) {
            found.present = cohorts::present_members(db, found.cohort->id, visit.today());
            found.shares = projects::shares_in_programme(db, found.cohort->id);
        }
        found.after = after_of(db, visit.actor().site, visit.today());
        found.recruitment = recruitment_facts(room, db, visit);
        return found;
    });
    std::size_t to_decide = 0;
    const Markup decisions = decisions_card(facts, visit, to_decide);
    const Markup lead =
        p({capitalised(t.day(visit.today())), ". ", t("home.coordinator.lead", {{"count", to_decide}})});
    auto body =
        design::heading({.title = t("home.hello", {{"name", visit.visitor().given_name}}), .lead = lead});
    body += presence_card(room, visit);
    body += design::columns(
        design::stack({decisions, holes_card(facts, visit)}),
        design::stack({cohort_card(facts, visit), paths_card(room, visit), outcomes_card(facts.after, visit),
                       due_card(facts, visit), recruitment_card(facts.recruitment, visit)}));
    std::vector<design::BoardColumn> columns;
    columns.push_back(column_of("received", design::Tone::Plain, facts.received, facts.missions, visit));
    for (const auto& row : facts.clarifying.rows)
        columns.back().cards.push_back(board_card(row, facts.missions, visit));
    columns.push_back(column_of("accepted", design::Tone::Info, facts.accepted, facts.missions, visit));
    columns.push_back(column_of("making", design::Tone::Progress, facts.making, facts.missions, visit));
    columns.push_back(column_of("ready", design::Tone::Watch, facts.ready, facts.missions, visit));
    columns.push_back(column_of("delivered", design::Tone::Good, facts.delivered, facts.missions, visit));
    body += design::card({.title = t("orders.list.title"),
                          .action = design::Link{t("home.orders.board"), Url("/commandes/tableau")},
                          .body = design::board(columns, t)});
    const Markup add =
        design::link_button({.word = t("home.add_order"), .icon = "plus"}, Url("/commandes/nouvelle"));
    return design::page(visit,
                        {.title = t("home.coordinator.title"), .body = body, .here = "home", .actions = add});
}

}  // namespace fabnum::home
