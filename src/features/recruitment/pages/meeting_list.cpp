// GET /recrutement/reunions: the information meetings to come, and those that were held.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

http::Response meetings(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    struct Both {
        std::vector<Glance> ahead, past;
    };
    const auto found = room.database.read([&](const sql::Reader& db) {
        const SiteId site = site_of(db, visit);
        return Both{room.meetings.ahead(db, site, visit.today()),
                    room.meetings.past(db, site, visit.today(), 50)};
    });
    auto body = design::heading(
        {.title = t("recruitment.meetings.title"),
         .lead = p({t("recruitment.meetings.lead")}),
         .aside = design::link_button({.word = t("recruitment.meetings.plan"), .icon = "plus"},
                                      Url("/recrutement/reunions/nouvelle")),
         .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}},
                                     t("recruitment.meetings.title"), t)});
    if (found.ahead.empty()) {
        body += design::empty_state({.icon = "calendar-days",
                                     .title = t("recruitment.meetings.none"),
                                     .sentence = t("recruitment.meetings.none_why")});
    } else {
        std::vector<design::Decision> rows;
        for (const Glance& one : found.ahead)
            rows.push_back({.icon = "calendar-days",
                            .title = when_of(one.meeting, t),
                            .detail = one.meeting.place,
                            .tag = design::Tag{one.left() > 0 ? design::Tone::Info : design::Tone::Watch,
                                               seats_words(one, t), "users"},
                            .action = design::link_button(
                                {.word = t("recruitment.meetings.open"),
                                 .look = design::Look::Outline,
                                 .size = design::Size::Small,
                                 .label = t("recruitment.meetings.open") + ", " + when_of(one.meeting, t)},
                                url_of(one.meeting.id))});
        body += design::card(
            {.title = t("recruitment.meetings.ahead"), .body = design::decision_list(rows), .flush = true});
    }
    if (!found.past.empty()) {
        design::Table table{.caption = t("recruitment.meetings.past"),
                            .columns = {{.word = t("recruitment.column.when")},
                                        {.word = t("recruitment.column.place"), .extra = true},
                                        {.word = t("recruitment.column.headcount"), .number = true},
                                        {.word = t("recruitment.column.sheets"), .number = true},
                                        {.word = t("recruitment.column.to_note"), .number = true}},
                            .rows = {}};
        for (const Glance& one : found.past)
            table.rows.push_back(
                {design::row_link(t.day_with_year(one.meeting.on), url_of(one.meeting.id)),
                 text(one.meeting.place),
                 one.meeting.called_off
                     ? design::tag({design::Tone::Plain, t("recruitment.meeting.called_off"), "x"})
                     : text(one.meeting.headcount ? std::to_string(*one.meeting.headcount) : "–"),
                 text(std::to_string(one.came)), text(std::to_string(one.to_note))});
        body += design::card(
            {.title = t("recruitment.meetings.past"), .body = design::table(table, t), .flush = true});
    }
    return design::page(visit,
                        {.title = t("recruitment.meetings.title"), .body = body, .here = "recruitment"});
}

}  // namespace fabnum::recruitment
