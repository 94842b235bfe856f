// GET /lectures: who opened whose file. GET /moi/lectures: who opened mine.

#include "platform/journal/readings.h"

#include <algorithm>

#include "features/records/pages/record_fragments.h"
#include "features/records/pages/record_pages.h"

namespace fabnum::records {

using namespace html;

namespace {

Markup readings_table(const std::vector<journal::Reading>& all, const std::map<PersonId, people::Face>& faces,
                      const web::Visit& visit, bool whose) {
    const auto& t = visit.words();
    design::Table table{.caption = t("records.tab.readings"),
                        .columns = {{.word = t("records.column.reader")},
                                    {.word = t("records.column.when")},
                                    {.word = t("records.column.part")}},
                        .rows = {}};
    if (whose) table.columns.push_back({.word = t("records.column.whose")});
    for (const auto& one : all) {
        std::vector<Markup> row = {text(name_of(faces, one.reader, one.role, t)), text(moment(one.at, visit)),
                                   text(t("records.part." + one.part))};
        if (whose) row.push_back(text(name_of(faces, one.whose, Role::Participant, t)));
        table.rows.push_back(std::move(row));
    }
    return design::table(table, t);
}

std::map<PersonId, people::Face> faces_of(const sql::Reader& db, const std::vector<journal::Reading>& all) {
    std::vector<PersonId> ids;
    for (const auto& one : all) {
        if (one.reader) ids.push_back(one.reader);
        ids.push_back(one.whose);
    }
    return people::faces(db, ids);
}

}  // namespace

http::Response readings(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::map<PersonId, people::Face> faces;
    const auto all = room.database.read([&](const sql::Reader& db) {
        std::vector<journal::Reading> found;
        // Of everybody who works on this site.
        for (const Role role : {Role::Coordinator, Role::Fabmanager})
            for (const auto& face : people::with_role(db, role, visit.actor().site, visit.today()))
                for (auto& one : journal::readings_by(db, face.id, 100)) found.push_back(std::move(one));
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
        faces = faces_of(db, found);
        return found;
    });
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.readings_lead")})}) +
                tabs(visit, "readings");
    body += all.empty() ? design::empty_state({.icon = "eye", .title = t("records.none")})
                        : design::card({.title = t("records.tab.readings"),
                                        .body = readings_table(all, faces, visit, true),
                                        .flush = true,
                                        .quiet = true});
    return design::page(visit, {.title = t("records.tab.readings"), .body = body, .here = "records"});
}

http::Response my_readings(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::map<PersonId, people::Face> faces;
    const auto all = room.database.read([&](const sql::Reader& db) {
        auto found = journal::readings_of(db, visit.actor().person);
        faces = faces_of(db, found);
        return found;
    });
    auto body = design::heading({.title = t("records.mine"),
                                 .lead = p({t("records.mine_lead")}),
                                 .above = design::back_link({t("people.self.title"), Url("/moi")})});
    body += all.empty() ? design::empty_state({.icon = "eye", .title = t("records.mine_none")})
                        : design::card({.title = t("records.mine"),
                                        .body = readings_table(all, faces, visit, false),
                                        .flush = true,
                                        .quiet = true});
    return design::page(visit, {.title = t("records.mine"), .body = body, .here = "self"});
}

}  // namespace fabnum::records
