// GET /entretien/{}: what was done today, line by line, with which parts.

#include "features/maintenance/pages/maintenance_fragments.h"

namespace fabnum::maintenance {

using namespace html;

namespace {

http::Response work_page(web::Visit& visit, const PlanRow& row, const forms::Form& typed, int status = 200) {
    const auto& t = visit.words();
    forms::Form form = typed;
    if (form.is_good()) form.put("on", to_iso(visit.today()));
    auto body =
        design::heading({.title = row.plan.title,
                         .lead = p({row.machine.name, ", ", left_words(row.left, t)}),
                         .above = design::back_link(
                             {t("maintenance.of", {{"name", row.machine.name}}), care_of(row.machine.id)})});
    body += design::mistakes(form, t);
    std::vector<design::Choice> lines;
    int at = 0;
    for (const auto& line : machines::lines_of(row.plan.checklist))
        lines.push_back({std::to_string(++at), line});
    Markup fields;
    if (!lines.empty())
        fields += design::checkboxes(form,
                                     {.name = "done",
                                      .label = t("maintenance.work.done"),
                                      .choices = lines,
                                      .help = t("maintenance.work.done_help")},
                                     t);
    fields +=
        design::field(
            form,
            {.name = "on", .label = t("maintenance.work.on"), .input = design::Input::Day, .narrow = true},
            t) +
        design::field(form,
                      {.name = "parts",
                       .label = t("maintenance.work.parts"),
                       .help = t("maintenance.work.parts_help"),
                       .optional = true,
                       .most_characters = 200},
                      t) +
        design::field(form,
                      {.name = "cost",
                       .label = t("maintenance.work.cost"),
                       .input = design::Input::Money,
                       .optional = true,
                       .narrow = true,
                       .unit = "€"},
                      t) +
        design::button(
            {.word = t("maintenance.work.do"), .icon = "clipboard-check", .size = design::Size::Large});
    body += design::card({.title = t("maintenance.note_do"),
                          .body = design::sending(url_of(row.plan.id), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, row.plan.title, t),
                                .body = body,
                                .here = "workshop",
                                .status = status});
}

std::optional<PlanRow> kept(Room& room, const web::Visit& visit, PlanId id) {
    auto row = room.database.read([&](const sql::Reader& db) { return find(db, id, visit.today()); });
    if (!row || !machines::may_keep(visit.actor(), row->machine.site)) return std::nullopt;
    return row;
}

}  // namespace

http::Response work_form(Room& room, web::Visit& visit, PlanId id) {
    const auto row = kept(room, visit, id);
    return row ? work_page(visit, *row, {}) : no_care(visit);
}

http::Response work_note(Room& room, web::Visit& visit, PlanId id) {
    const auto row = kept(room, visit, id);
    if (!row) return no_care(visit);
    forms::Form form(visit);
    const auto on = form.day("on");
    Work work{.on = on.value_or(visit.today()),
              .parts = form.text("parts", {.need = forms::Need::Maybe, .most = 200})};
    if (const auto cost = form.money("cost", forms::Need::Maybe)) work.cost = *cost;
    int at = 0;
    for (const auto& line : machines::lines_of(row->plan.checklist))
        if (!form.has("done", std::to_string(++at))) work.left_out.push_back(line);
    if (form.is_good()) {
        const auto done = note_work(room.database, visit.act(), id, work, visit.today());
        if (done) {
            visit.say(work.left_out.empty() ? "maintenance.said.done" : "maintenance.said.partly");
            return http::see_other(care_of(row->machine.id));
        }
        form.refuse("on", done.refusal());
    }
    return work_page(visit, *row, form, 422);
}

}  // namespace fabnum::maintenance
