// GET /recrutement: how far everybody got, whom something waits for, the next meetings, who waits for a seat.

#include <algorithm>

#include "features/recruitment/pages/funnel_filter.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct Facts {
    Filter filter;
    std::vector<cohorts::Cohort> cohorts;
    std::optional<cohorts::Cohort> cohort;
    int left = 0;
    int women_goal = 0;  // per cent of the cohort's seats; 0: none
    Funnel funnel;
    std::vector<Row> rows, waiting;
    std::vector<Glance> ahead;
    int to_do = 0;
};

Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts;
        facts.filter = filter_of(db, visit);
        const SiteId site = facts.filter.site;
        facts.cohorts = cohorts::of_site(db, site);
        for (const auto& one : facts.cohorts)
            if (one.id == facts.filter.cohort) facts.cohort = one;
        if (facts.cohort) facts.left = seats_left(db, *facts.cohort);
        if (facts.cohort)
            for (const auto& goal : cohorts::programme(db, facts.cohort->id).goals)
                if (goal.measure == cohorts::Measure::Women) facts.women_goal = goal.target;
        facts.funnel =
            funnel_of(room.candidates.passages(db, visit.actor(), site, facts.filter.cohort, visit.today()));
        facts.rows = room.candidates.list(db, visit.actor(), facts.filter, visit.today());
        const auto all = room.candidates.list(db, visit.actor(),
                                              {.site = site, .cohort = facts.filter.cohort}, visit.today());
        for (const Row& row : all) {
            if (row.stage == Stage::Waiting) facts.waiting.push_back(row);
            if (needs_action(row.stage)) ++facts.to_do;
        }
        std::stable_sort(facts.waiting.begin(), facts.waiting.end(),
                         [](const Row& a, const Row& b) { return a.story.decided < b.story.decided; });
        facts.ahead = room.meetings.ahead(db, site, visit.today());
        return facts;
    });
}

Markup funnel_card(const Facts& facts, const i18n::Words& t) {
    const Funnel& f = facts.funnel;
    const auto step = [&](std::string_view name, const Count& count, const Count& among,
                          std::string_view population) {
        const std::string key = "recruitment.funnel." + std::string(name);
        const std::string of = t(
            "recruitment.funnel.of",
            {{"count", among.all}, {"population", t("recruitment.funnel.among_" + std::string(population))}});
        return design::Target{
            .figure = std::to_string(count.all),
            .word = t(key, {{"count", count.all}}),
            .of = of,
            .gauge = {
                .share = among.all == 0 ? 0 : count.all / static_cast<double>(among.all),
                .tone = name == "admitted" || name == "entered" ? design::Tone::Good : design::Tone::Info,
                .label = std::to_string(count.all) + " " + t(key, {{"count", count.all}}) + ", " + of}};
    };
    Markup body = design::targets({step("invited", f.invited, f.known, "known"),
                                   step("came", f.came, f.invited, "invited"),
                                   step("interviewed", f.interviewed, f.came, "came"),
                                   step("admitted", f.admitted, f.interviewed, "interviewed"),
                                   step("entered", f.entered, f.admitted, "admitted")});
    body += p({t("recruitment.funnel.women", {{"women", f.known.women},
                                              {"all", f.known.all},
                                              {"admitted_women", f.admitted.women},
                                              {"admitted", f.admitted.all}})});
    if (facts.cohort && facts.women_goal > 0)
        body += p({cls("soft"), t("recruitment.funnel.goal",
                                  {{"percent", facts.women_goal},
                                   {"seats", facts.cohort->seats},
                                   {"goal", (facts.cohort->seats * facts.women_goal + 99) / 100}})});
    body += p({cls("soft"), t("recruitment.funnel.counted")});
    return design::card({.title = t("recruitment.funnel.title"), .body = body});
}

Markup meetings_card(const Facts& facts, const i18n::Words& t) {
    if (facts.ahead.empty())
        return design::card({.title = t("recruitment.meetings.next"),
                             .body = p({t("recruitment.meetings.none")}) +
                                     design::link_button({.word = t("recruitment.meetings.plan"),
                                                          .icon = "plus",
                                                          .look = design::Look::Outline},
                                                         Url("/recrutement/reunions/nouvelle"))});
    std::vector<design::Decision> rows;
    for (const Glance& one : facts.ahead)
        rows.push_back({.icon = "calendar-days",
                        .title = when_of(one.meeting, t),
                        .detail = one.meeting.place + ". " + seats_words(one, t),
                        .to = url_of(one.meeting.id)});
    return design::card({.title = t("recruitment.meetings.next"),
                         .action = design::Link{t("recruitment.meetings.all"), Url("/recrutement/reunions")},
                         .body = design::decision_list(rows),
                         .flush = true});
}

Markup waiting_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.waiting.empty()) return {};
    std::vector<design::Decision> rows;
    for (std::size_t at = 0; at < facts.waiting.size(); ++at) {
        const Row& row = facts.waiting[at];
        rows.push_back(
            {.person = design::Person{row.candidate.id.value, full_name(row.candidate)},
             .title = full_name(row.candidate),
             .detail = t("recruitment.waiting.since",
                         {{"day", t.short_day(clock::day_in(visit.visitor().zone, row.story.decided))}}),
             .action = facts.left > 0 && at == 0
                           ? design::link_button({.word = t("recruitment.waiting.offer"),
                                                  .look = design::Look::Outline,
                                                  .size = design::Size::Small},
                                                 url_of(row.candidate.id) / "decision")
                           : Markup(),
             .to = url_of(row.candidate.id)});
    }
    return design::card(
        {.title = t("recruitment.waiting.title"),
         .body = design::decision_list(rows) + p({cls("card-foot"), t("recruitment.waiting.order")}),
         .flush = true});
}

Markup filters(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    form.put("q", std::string(visit.request().query.get("q")));
    form.put("etape", std::string(visit.request().query.get("etape")));
    form.put("promo", facts.cohort ? std::to_string(facts.cohort->id.value) : "toutes");
    std::vector<design::Choice> steps = {{"a-faire", t("recruitment.filter.to_do")},
                                         {"en-cours", t("recruitment.filter.open")}};
    for (const auto& [word, stage] : stages) steps.push_back({std::string(word), stage_word(stage, t)});
    std::vector<design::Choice> cohorts = {{"toutes", t("recruitment.filter.all_cohorts")}};
    for (const auto& one : facts.cohorts) cohorts.push_back({std::to_string(one.id.value), one.name});
    const Markup fields =
        design::field(form,
                      {.name = "q",
                       .label = t("recruitment.filter.words"),
                       .input = design::Input::Search,
                       .optional = true},
                      t) +
        design::select_field(form,
                             {.name = "etape",
                              .label = t("recruitment.filter.stage"),
                              .choices = steps,
                              .optional = true,
                              .empty_word = t("recruitment.filter.all")},
                             t) +
        design::select_field(
            form, {.name = "promo", .label = t("recruitment.filter.cohort"), .choices = cohorts}, t);
    return design::filter_bar(
        {.to = Url("/recrutement"),
         .fields = fields,
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/recrutement")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/recrutement.csv"), visit)},
                                          {"XLSX", with_filter(Url("/recrutement.xlsx"), visit)}},
                                         t)},
        t);
}

design::Column sortable(const std::string& word, std::string_view key, const Facts& facts,
                        const web::Visit& visit) {
    const bool up = facts.filter.sort == key;
    const bool down = facts.filter.sort == "-" + std::string(key);
    return {.word = word,
            .sort = with_filter(Url("/recrutement"), visit, "tri",
                                up ? "-" + std::string(key) : std::string(key)),
            .sorted = up     ? design::Sorted::Up
                      : down ? design::Sorted::Down
                             : design::Sorted::No};
}

Markup list_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.rows.empty()) {
        const bool filtered = !visit.request().query_text.empty();
        return design::empty_state(
            {.title = t(filtered ? "recruitment.list.none_found" : "recruitment.list.none"),
             .sentence = t(filtered ? "recruitment.list.none_found_why" : "recruitment.list.none_why"),
             .action = design::link_button({.word = t("recruitment.referrers.send"), .icon = "send"},
                                           Url("/recrutement/orientation"))});
    }
    design::Table table{.caption = t("recruitment.list.title"),
                        .columns = {sortable(t("recruitment.column.name"), "name", facts, visit),
                                    sortable(t("recruitment.column.stage"), "stage", facts, visit),
                                    {.word = t("recruitment.column.next")},
                                    {.word = t("recruitment.column.source"), .extra = true},
                                    sortable(t("recruitment.column.came"), "came", facts, visit)},
                        .rows = {}};
    table.columns.back().extra = true;
    for (const Row& row : facts.rows) {
        const auto& one = row.candidate;
        const auto age = one.birth_day ? t("recruitment.list.age",
                                           {{"age", people::age_on(*one.birth_day, visit.today())}})
                                       : std::string();
        table.rows.push_back(
            {design::row_link(full_name(one), url_of(one.id)) +
                 small({cls("soft"), " " + age + (age.empty() || one.town.empty() ? "" : ", ") + one.town}),
             design::tag(stage_tag(row.stage, t)),
             text(t("recruitment.next." + std::string(word_of(row.stage)),
                    {{"day", row.story.interview && !is_over(row.stage) ? t.short_day(row.story.interview->on)
                             : row.story.seat ? t.short_day(row.story.seat->meeting.on)
                                              : std::string()}})),
             text(t("recruitment.source." + std::string(word_in(sources, one.source)))),
             text(t.short_day(clock::day_in(visit.visitor().zone, one.came)))});
    }
    return design::card({.title = t("recruitment.list.title"),
                         .body = design::table(table, t),
                         .flush = true,
                         .quiet = true});
}

}  // namespace

http::Response funnel(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = facts_of(room, visit);
    const std::string lead = facts.cohort
                                 ? t(facts.cohort->starts > visit.today() ? "recruitment.list.lead"
                                                                          : "recruitment.list.lead_begun",
                                     {{"cohort", facts.cohort->name},
                                      {"day", t.day_with_year(facts.cohort->starts)},
                                      {"left", facts.left},
                                      {"seats", facts.cohort->seats}})
                                 : t("recruitment.list.lead_all");
    auto body = design::heading(
        {.title = t("recruitment.title"),
         .lead = p({lead + " " + t("recruitment.list.to_do", {{"count", facts.to_do}})}),
         .aside = design::button_row(
             {design::link_button(
                  {.word = t("recruitment.referrers.title"), .icon = "send", .look = design::Look::Outline},
                  Url("/recrutement/orientation")),
              design::link_button({.word = t("recruitment.settings.title"),
                                   .icon = "settings-2",
                                   .look = design::Look::Outline},
                                  Url("/recrutement/reglages")),
              design::link_button({.word = t("recruitment.new.do"), .icon = "user-plus"},
                                  Url("/recrutement/candidatures/nouvelle"))})});
    body += funnel_card(facts, t);
    body += design::columns(filters(facts, visit) + list_card(facts, visit),
                            design::stack({meetings_card(facts, t), waiting_card(facts, visit)}));
    return design::page(visit, {.title = t("recruitment.title"), .body = body, .here = "recruitment"});
}

}  // namespace fabnum::recruitment
