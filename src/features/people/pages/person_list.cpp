// GET /personnes: the people of the site, a line per hat; filtered, sorted, page by page, by the address
// alone. GET /personnes.csv, /personnes.xlsx: the same lines, without anybody's address or phone.

#include <algorithm>
#include <charconv>

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::people {

using namespace html;

namespace {

constexpr int page_size = 50;
constexpr Role roles_of_list[] = {Role::Participant, Role::Fabmanager, Role::Coordinator, Role::Adviser,
                                  Role::Admin};

Filter filter_of(const web::Visit& visit) {
    const auto& query = visit.request().query;
    Filter filter{.words = std::string(query.get("q")), .most = page_size};
    for (const Role role : roles_of_list)
        if (fabnum::word_of(role) == query.get("role")) filter.role = role;
    filter.gone = query.get("qui") == "partis";
    if (const auto sort = query.get("tri"); !sort.empty()) filter.sort = sort;
    const auto from = query.get("debut");
    std::from_chars(from.data(), from.data() + from.size(), filter.skip);
    filter.skip = std::clamp(filter.skip, 0, 1'000'000);
    return filter;
}

Url with_filter(Url to, const web::Visit& visit, std::string_view changed = {}, std::string_view value = {}) {
    for (const std::string_view name : {"q", "role", "qui", "tri"})
        if (const auto given = visit.request().query.get(name); name != changed && !given.empty())
            to = to.with(name, given);
    return changed.empty() ? to : to.with(changed, value);
}

bool is_filtered(const web::Visit& visit) {
    const auto& query = visit.request().query;
    return !query.get("q").empty() || !query.get("role").empty() || !query.get("qui").empty();
}

std::string role_word(Role role, const i18n::Words& t) {
    return t("people.role." + std::string(fabnum::word_of(role)));
}

Markup filter_fields(const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& query = visit.request().query;
    forms::Form form;
    for (const std::string_view name : {"q", "role", "qui"}) form.put(name, std::string(query.get(name)));
    std::vector<design::Choice> roles;
    for (const Role role : roles_of_list)
        roles.push_back({std::string(fabnum::word_of(role)), role_word(role, t)});
    return design::field(form,
                         {.name = "q",
                          .label = t("people.list.words"),
                          .input = design::Input::Search,
                          .optional = true},
                         t) +
           design::select_field(form,
                                {.name = "role",
                                 .label = t("people.list.role"),
                                 .choices = roles,
                                 .optional = true,
                                 .empty_word = t("people.list.all")},
                                t) +
           design::select_field(form,
                                {.name = "qui",
                                 .label = t("people.list.who"),
                                 .choices = {{"partis", t("people.list.gone")}},
                                 .optional = true,
                                 .empty_word = t("people.list.here")},
                                t);
}

design::Column sortable(const std::string& word, const std::string& key, const Filter& filter,
                        const web::Visit& visit) {
    const bool up = filter.sort == key;
    return {.word = word,
            .sort = with_filter(Url("/personnes"), visit, "tri", up ? "-" + key : key),
            .sorted = up                         ? design::Sorted::Up
                      : filter.sort == "-" + key ? design::Sorted::Down
                                                 : design::Sorted::No};
}

Markup people_table(const Listing& found, const Filter& filter, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("people.list.title"),
                        .columns = {sortable(t("people.list.name"), "name", filter, visit),
                                    sortable(t("people.list.role"), "role", filter, visit),
                                    sortable(t("people.list.since"), "since", filter, visit),
                                    {.word = t("people.list.until"), .extra = true}},
                        .rows = {}};
    for (const Listed& one : found.rows)
        table.rows.push_back({design::row_link(full_name(one.face), Url("/personnes") / one.face.id),
                              text(role_word(one.face.role, t)), text(t.day_with_year(one.since)),
                              one.until ? text(t.day_with_year(*one.until))
                              : !one.active
                                  ? design::tag({.tone = design::Tone::Plain, .word = t("people.file.left")})
                                  : text("–")});
    const auto last = filter.skip + static_cast<std::int64_t>(found.rows.size());
    design::Pager pager{.first = filter.skip + 1, .last = last, .total = found.count};
    if (filter.skip > 0)
        pager.previous = with_filter(Url("/personnes"), visit, "debut",
                                     std::to_string(std::max(0, filter.skip - page_size)));
    if (last < found.count) pager.next = with_filter(Url("/personnes"), visit, "debut", std::to_string(last));
    return design::card({.title = t("people.list.title"),
                         .body = design::table(table, t) + design::pager(pager, t),
                         .flush = true,
                         .quiet = true});
}

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    Filter filter = filter_of(visit);
    filter.most = 50'000;
    filter.skip = 0;
    const auto found = room.database.read(
        [&](const sql::Reader& db) { return list(db, visit.actor(), filter, visit.today()); });
    sheets::Sheet sheet{.title = t("people.list.title"),
                        .columns = {t("people.new.given_name"), t("people.new.family_name"),
                                    t("people.list.role"), t("people.list.since"), t("people.list.until")},
                        .rows = {}};
    for (const Listed& one : found.rows)
        sheet.rows.push_back({one.face.given_name, one.face.family_name, role_word(one.face.role, t),
                              one.since, one.until ? sheets::Cell(*one.until) : sheets::Cell()});
    return sheet;
}

}  // namespace

http::Response person_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Filter filter = filter_of(visit);
    const auto found = room.database.read(
        [&](const sql::Reader& db) { return list(db, visit.actor(), filter, visit.today()); });
    const bool leads = visit.actor().role != Role::Fabmanager;
    Markup add = leads ? design::link_button({.word = t("people.new.title"), .icon = "user-plus"},
                                             Url("/personnes/nouvelle"))
                       : Markup();
    if (visit.actor().role == Role::Coordinator)
        add += design::link_button(
            {.word = t("people.list.bring"), .icon = "upload", .look = design::Look::Outline},
            Url("/imports"));
    auto body = design::heading(
        {.title = t("people.list.title"),
         .lead = p({t("people.list.count", {{"count", found.count}})}),
         .aside = design::button_row(
             {design::link_button(
                  {.word = t("people.badges.title"), .icon = "id-card", .look = design::Look::Outline},
                  Url("/personnes/badges")),
              add})});
    body += design::filter_bar(
        {.to = Url("/personnes"),
         .fields = filter_fields(visit),
         .clear = is_filtered(visit) ? std::optional(Url("/personnes")) : std::nullopt,
         .at_right = leads ? design::export_menu({{"CSV", with_filter(Url("/personnes.csv"), visit)},
                                                  {"XLSX", with_filter(Url("/personnes.xlsx"), visit)}},
                                                 t)
                           : Markup()},
        t);
    body += found.rows.empty()
                ? design::empty_state(
                      {.icon = "users",
                       .title = t(is_filtered(visit) ? "people.list.none_found" : "people.list.none"),
                       .action = add})
                : people_table(found, filter, visit);
    return design::page(visit, {.title = t("people.list.title"), .body = body, .here = "cohort"});
}

http::Response person_list_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "personnes-" + to_iso(visit.today()) + ".csv");
}

http::Response person_list_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "personnes-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::people
