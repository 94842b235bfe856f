// GET /recrutement.csv, /recrutement.xlsx: the list as it is filtered.

#include "features/recruitment/pages/funnel_filter.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::recruitment {

namespace {

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto rows = room.database.read([&](const sql::Reader& db) {
        return room.candidates.list(db, visit.actor(), filter_of(db, visit), visit.today());
    });
    sheets::Sheet sheet{
        .title = t("recruitment.list.title"),
        .columns = {t("recruitment.field.family_name"), t("recruitment.field.given_name"),
                    t("recruitment.column.stage"), t("recruitment.field.birth_day"),
                    t("recruitment.field.town"), t("recruitment.field.phone"), t("recruitment.field.mail"),
                    t("recruitment.field.level"), t("recruitment.field.registered"),
                    t("recruitment.column.source"), t("recruitment.column.came")},
        .rows = {}};
    for (const Row& row : rows) {
        const Candidate& one = row.candidate;
        sheet.rows.push_back({one.family_name, one.given_name, stage_word(row.stage, t),
                              one.birth_day ? sheets::Cell(*one.birth_day) : sheets::Cell(), one.town,
                              one.phone.value_or(""), one.mail.value_or(""),
                              t("recruitment.level." + std::string(word_in(levels, one.level))),
                              t("recruitment.registered." + std::string(word_in(knowns, one.registered))),
                              t("recruitment.source." + std::string(word_in(sources, one.source))),
                              clock::day_in(visit.visitor().zone, one.came)});
    }
    return sheet;
}

}  // namespace

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "recrutement-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "recrutement-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::recruitment
