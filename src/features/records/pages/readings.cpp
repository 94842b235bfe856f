// GET /lectures: who opened whose file. GET /moi/lectures: who opened mine.

#include "platform/journal/readings.h"

#include "features/records/pages/record_filter.h"
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
    const int skip = skip_of(visit);
    const auto days = days_of(visit);
    journal::ReadingFilter filter{.reader = person_of(visit, "qui"),
                                  .whose = person_of(visit, "dossier"),
                                  .from = days.from,
                                  .until = days.until};
    if (visit.actor().role != Role::Admin) filter.site = visit.actor().site;
    std::map<PersonId, people::Face> faces;
    std::vector<people::Face> team;
    std::int64_t count = 0;
    const auto all = room.database.read([&](const sql::Reader& db) {
        auto found = journal::readings(db, filter, page_size, skip);
        count = journal::count_readings(db, filter);
        faces = faces_of(db, found);
        team = team_of(db, visit);
        return found;
    });
    const auto form = filled_filter(visit, {"qui", "dossier", "de", "au"});
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.readings_lead")})}) +
                tabs(visit, "readings");
    body += design::filter_bar(
        {.to = Url("/lectures"),
         .fields = person_field(form, "qui", t("records.column.reader"), team, t) +
                   person_field(form, "dossier", t("records.column.whose"), team, t) + day_fields(form, t),
         .clear = is_filtered(visit) ? std::optional(Url("/lectures")) : std::nullopt},
        t);
    body += all.empty() ? design::empty_state({.icon = "eye", .title = t(none_key(visit))})
                        : design::card({.title = t("records.tab.readings"),
                                        .body = readings_table(all, faces, visit, true) +
                                                pager(Url("/lectures"), visit, skip, all.size(), count),
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
