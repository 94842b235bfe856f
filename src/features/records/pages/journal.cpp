// GET /journal: who changed what, when, what it was and what it became.

#include "platform/journal/journal.h"

#include "features/records/pages/record_fragments.h"
#include "features/records/pages/record_pages.h"
#include "platform/json/json.h"

namespace fabnum::records {

using namespace html;

namespace {

// {"state":"received"} → "state: received"
std::string plain(const std::string& details) {
    const auto members = json::members(details);
    if (!members) return {};
    std::string text;
    for (const auto& [name, value] : *members)
        if (!value.empty()) text += (text.empty() ? "" : ", ") + name + "\u00A0: " + value;
    return text;
}

Markup subject_link(const journal::Line& line) {
    const std::string text_of = line.subject_kind + " " + std::to_string(line.subject);
    if (line.subject_kind == "order")
        return a({href(Url("/commandes") / Id<struct AnyTag>{line.subject}), text_of});
    if (line.subject_kind == "project")
        return a({href(Url("/missions") / Id<struct AnyTag>{line.subject}), text_of});
    if (line.subject_kind == "person")
        return a({href(Url("/personnes") / Id<struct AnyTag>{line.subject}), text_of});
    return text(text_of);
}

}  // namespace

http::Response journal_lines(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const int skip = skip_of(visit);
    std::map<PersonId, people::Face> faces;
    auto lines = room.database.read([&](const sql::Reader& db) {
        journal::Filter filter;
        if (visit.actor().role != Role::Admin) filter.site = visit.actor().site;
        filter.action = visit.request().query.get("action");
        auto found = journal::lines(db, filter, {.size = page_size + 1, .skip = skip});
        std::vector<PersonId> ids;
        for (const auto& line : found)
            if (line.actor) ids.push_back(line.actor);
        faces = people::faces(db, ids);
        return found;
    });
    const bool more = lines.size() > page_size;
    if (more) lines.pop_back();
    design::Table table{.caption = t("records.tab.journal"),
                        .columns = {{.word = t("records.column.what")},
                                    {.word = t("records.column.when")},
                                    {.word = t("records.column.who")},
                                    {.word = t("records.column.about")},
                                    {.word = t("records.column.before")},
                                    {.word = t("records.column.after")}},
                        .rows = {}};
    for (const auto& line : lines)
        table.rows.push_back({text(line.action), text(moment(line.at, visit)),
                              text(name_of(faces, line.actor, line.role, t)), subject_link(line),
                              text(plain(line.before)), text(plain(line.after))});
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.journal_lead")})}) +
                tabs(visit, "journal");
    body += lines.empty() ? design::empty_state({.icon = "book-open", .title = t("records.none")})
                          : design::card({.title = t("records.tab.journal"),
                                          .body = design::table(table, t),
                                          .flush = true,
                                          .quiet = true});
    body += pages_around(Url("/journal"), skip, more, t);
    return design::page(visit, {.title = t("records.title"), .body = body, .here = "records"});
}

}  // namespace fabnum::records
