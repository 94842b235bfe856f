#include "features/home/pages/order_cards.h"

#include <algorithm>
#include <iterator>

#include "design/page.h"
#include "features/home/pages/home_fragments.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::size_t late_most = 4;

// Each state's orders come by their due day: those that are late are first.
orders::Rows late_of(const OrderFacts& facts, Day today) {
    orders::Rows late;
    for (const auto* found : {&facts.accepted, &facts.making, &facts.ready})
        for (const auto& row : found->rows)
            if (orders::is_late(row.order, today)) late.rows.push_back(row);
    std::stable_sort(late.rows.begin(), late.rows.end(),
                     [](const auto& a, const auto& b) { return *a.order.due < *b.order.due; });
    if (late.rows.size() > late_most) late.rows.resize(late_most);
    return late;
}

// The first `most` of several states, as one list by due day.
orders::Rows together(std::map<orders::State, orders::Rows>& found,
                      std::initializer_list<orders::State> states, std::size_t most) {
    orders::Rows all;
    for (const orders::State state : states) {
        auto& [rows, count] = found[state];
        all.count += count;
        all.rows.insert(all.rows.end(), std::make_move_iterator(rows.begin()),
                        std::make_move_iterator(rows.end()));
    }
    if (states.size() > 1)
        std::stable_sort(all.rows.begin(), all.rows.end(), [](const auto& a, const auto& b) {
            return a.order.due && (!b.order.due || *a.order.due < *b.order.due);
        });
    if (all.rows.size() > most) all.rows.resize(most);
    return all;
}

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

void add(std::vector<design::Decision>& all, const orders::Rows& rows, std::string_view what,
         std::string_view icon, design::Tone tone, std::string_view page, const web::Visit& visit) {
    all.reserve(all.size() + rows.rows.size());
    for (const auto& row : rows.rows) {
        const Url order = Url("/commandes") / row.order.id;
        all.push_back(decide(row, what, icon, tone, page.empty() ? order : order / page, visit, all.empty()));
    }
}

}  // namespace

OrderFacts order_facts(const Room& room, const sql::Reader& db, const web::Visit& visit) {
    using orders::State;
    auto by_state = room.orders.by_state(db, visit.actor(),
                                         {State::Received, State::Clarifying, State::Accepted, State::Making,
                                          State::Approving, State::Ready, State::Delivered},
                                         8);
    OrderFacts found;
    found.received = together(by_state, {State::Received}, 8);
    found.clarifying = together(by_state, {State::Clarifying}, 4);
    found.accepted = together(by_state, {State::Accepted}, 4);
    found.ready = together(by_state, {State::Ready}, 4);
    found.delivered = together(by_state, {State::Delivered}, 2);
    found.making = together(by_state, {State::Making, State::Approving}, 8);
    found.late = late_of(found, visit.today());
    std::vector<projects::ProjectId> ids;
    for (const auto* rows : {&found.making, &found.ready, &found.delivered})
        for (const auto& row : rows->rows)
            if (row.order.project) ids.push_back(row.order.project);
    found.missions = projects::glances(db, ids);
    return found;
}

Decisions decisions_card(const OrderFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> all;
    add(all, facts.late, "late", "triangle-alert", design::Tone::Alert, "", visit);
    add(all, facts.received, "study", "inbox", design::Tone::Progress, "etude", visit);
    add(all, facts.accepted, "team", "users", design::Tone::Info, "equipe", visit);
    add(all, facts.ready, "deliver", "truck", design::Tone::Good, "livraison", visit);
    add(all, facts.delivered, "close", "folder-open", design::Tone::Plain, "", visit);
    const std::size_t count = all.size();
    if (all.empty())
        return {.count = 0,
                .card = design::card({.title = t("home.decide.title"),
                                      .body = design::empty_state({.icon = "circle-check",
                                                                   .title = t("home.decide.none"),
                                                                   .sentence = t("home.decide.none_why")})})};
    Markup more;
    if (all.size() > 7) {
        all.resize(7);
        more = p({cls("card-foot"), a({href(Url("/commandes").with("etat", "ouvertes")),
                                       t("home.decide.all", {{"count", count}})})});
    }
    return {.count = count,
            .card = design::card(
                {.title = t("home.decide.title"), .body = design::decision_list(all) + more, .flush = true})};
}

Markup due_card(const OrderFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<const orders::Row*> rows;
    for (const auto* list : {&facts.accepted, &facts.making, &facts.ready})
        for (const auto& row : list->rows)
            if (row.order.due) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(),
              [](const auto* a, const auto* b) { return *a->order.due < *b->order.due; });
    if (rows.size() > 5) rows.resize(5);
    std::vector<design::Moment> moments;
    moments.reserve(rows.size());
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

Markup board_of_orders(const OrderFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::BoardColumn> columns;
    columns.push_back(column_of("received", design::Tone::Plain, facts.received, facts.missions, visit));
    for (const auto& row : facts.clarifying.rows)
        columns.front().cards.push_back(board_card(row, facts.missions, visit));
    columns.push_back(column_of("accepted", design::Tone::Info, facts.accepted, facts.missions, visit));
    columns.push_back(column_of("making", design::Tone::Progress, facts.making, facts.missions, visit));
    columns.push_back(column_of("ready", design::Tone::Watch, facts.ready, facts.missions, visit));
    columns.push_back(column_of("delivered", design::Tone::Good, facts.delivered, facts.missions, visit));
    return design::card({.title = t("orders.list.title"),
                         .action = design::Link{t("home.orders.board"), Url("/commandes/tableau")},
                         .body = design::board(columns, t)});
}

}  // namespace fabnum::home
