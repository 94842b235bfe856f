// GET /machines/{}/entretien: what one machine is due for, what was done, by whom, with which parts; a new
// plan.

#include "features/maintenance/pages/maintenance_fragments.h"

namespace fabnum::maintenance {

using namespace html;

namespace {

struct CareFacts {
    machines::Machine machine;
    std::vector<PlanRow> plans;
    std::vector<WorkRow> works;
    std::map<PersonId, people::Face> faces;
};
std::optional<CareFacts> care_facts(Room& room, const web::Visit& visit, machines::MachineId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<CareFacts> {
        auto sight = machines::find(db, id);
        if (!sight || !machines::may_keep(visit.actor(), sight->machine.site)) return std::nullopt;
        CareFacts facts{.machine = std::move(sight->machine),
                        .plans = plans_of(db, id, visit.today()),
                        .works = works_of(db, id, 30),
                        .faces = {}};
        std::vector<PersonId> who;
        who.reserve(facts.works.size());
        for (const WorkRow& row : facts.works) who.push_back(row.work.by);
        facts.faces = people::faces(db, who);
        return facts;
    });
}

Markup plan_part(const PlanRow& row, const i18n::Words& t) {
    Markup all = div({cls("line"), h3({row.plan.title}), design::tag(due_tag(row.due, t))}) +
                 p({cls("soft"), interval_words(row.plan, t), ". ", left_words(row.left, t), "."});
    if (row.plan.blocks) all += p({t("maintenance.blocks_said")});
    Markup lines;
    for (const auto& line : machines::lines_of(row.plan.checklist)) lines += li({line});
    if (!lines.empty()) all += ul({lines});
    all +=
        design::button_row({design::link_button({.word = t("maintenance.note_do"),
                                                 .icon = "clipboard-check",
                                                 .label = t("maintenance.note_do") + ", " + row.plan.title},
                                                url_of(row.plan.id)),
                            design::act_button(url_of(row.plan.id) / "fin",
                                               {.word = t("maintenance.end_do"),
                                                .look = design::Look::Bare,
                                                .label = t("maintenance.end_do") + ", " + row.plan.title})});
    return div({cls("card-part"), all});
}

Markup plan_form(const CareFacts& facts, const forms::Form& typed, const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form = typed;
    if (form.is_good()) form.put("last", to_iso(visit.today()));
    const auto number = [&](std::string_view name, std::string_view unit) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("maintenance.form." + std::string(name)),
                              .input = design::Input::Number,
                              .optional = true,
                              .narrow = true,
                              .unit = t("maintenance.unit." + std::string(unit))},
                             t);
    };
    const Markup fields = design::field(form,
                                        {.name = "title",
                                         .label = t("maintenance.form.title"),
                                         .help = t("maintenance.form.title_help"),
                                         .most_characters = 80},
                                        t) +
                          design::field_row({number("days", "days"), number("hours", "hours")}) +
                          design::field(form,
                                        {.name = "checklist",
                                         .label = t("maintenance.form.checklist"),
                                         .input = design::Input::Area,
                                         .help = t("maintenance.form.checklist_help"),
                                         .optional = true,
                                         .most_characters = 1000},
                                        t) +
                          design::field(form,
                                        {.name = "last",
                                         .label = t("maintenance.form.last"),
                                         .input = design::Input::Day,
                                         .narrow = true},
                                        t) +
                          design::checkbox({.name = "blocks",
                                            .word = t("maintenance.form.blocks"),
                                            .checked = form.checked("blocks"),
                                            .detail = t("maintenance.form.blocks_why")}) +
                          design::button({.word = t("maintenance.form.do"), .icon = "plus"});
    return design::card({.title = t("maintenance.form.new"),
                         .body = design::sending(care_of(facts.machine.id), fields),
                         .id = "nouveau"});
}

Markup done_part(const CareFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.works.empty()) return {};
    Markup all;
    for (const WorkRow& row : facts.works) {
        const auto face = facts.faces.find(row.work.by);
        std::string line = t.short_day(row.work.on);
        if (face != facts.faces.end()) line += ", " + people::short_name(face->second);
        line += ", " + t("machines.hours", {{"hours", row.work.running_minutes / 60}});
        Markup one = h3({row.title}) + p({cls("soft"), line});
        if (!row.work.parts.empty())
            one +=
                p({row.work.cost.cents > 0 ? t("maintenance.parts_cost",
                                               {{"parts", row.work.parts}, {"cost", t.money(row.work.cost)}})
                                           : t("maintenance.parts", {{"parts", row.work.parts}})});
        if (!row.work.left_out.empty())
            one += p({t("maintenance.left_out", {{"what", t.list(row.work.left_out)}})});
        all += div({cls("card-part"), one});
    }
    return design::card({.title = t("maintenance.done"), .body = all, .flush = true});
}

http::Response care_page(web::Visit& visit, const CareFacts& facts, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    const std::string title = t("maintenance.of", {{"name", facts.machine.name}});
    auto body =
        design::heading({.title = title,
                         .lead = p({t("machines.hours", {{"hours", facts.machine.running_minutes / 60}})}),
                         .above = design::back_link({facts.machine.name, Url("/m") / facts.machine.code})});
    body += design::mistakes(form, t);
    Markup plans;
    for (const PlanRow& row : facts.plans) plans += plan_part(row, t);
    const Markup due =
        plans.empty()
            ? design::empty_state(
                  {.icon = "wrench", .title = t("maintenance.none"), .sentence = t("maintenance.none_here")})
            : design::card({.title = t("maintenance.next"), .body = plans, .flush = true});
    body += design::columns(design::stack({due, done_part(facts, visit)}),
                            design::stack({plan_form(facts, form, visit)}));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response machine_care(Room& room, web::Visit& visit, machines::MachineId id) {
    const auto facts = care_facts(room, visit, id);
    return facts ? care_page(visit, *facts, {}) : no_care(visit);
}

http::Response care_plan(Room& room, web::Visit& visit, machines::MachineId id) {
    const auto facts = care_facts(room, visit, id);
    if (!facts) return no_care(visit);
    forms::Form form(visit);
    Plan wanted{.machine = id,
                .title = form.text("title", {.most = 80, .missing = "maintenance.problem.title"}),
                .checklist = form.paragraph("checklist", {.need = forms::Need::Maybe, .most = 1000})};
    const auto days = form.number("days", 1, 3650, forms::Need::Maybe);
    const auto hours = form.number("hours", 1, 100'000, forms::Need::Maybe);
    const auto last = form.day("last");
    wanted.blocks = form.checked("blocks");
    if (!days && !hours && !form.problem_of("days") && !form.problem_of("hours"))
        form.refuse("days", {"maintenance.problem.interval"});
    if (last && *last > visit.today()) form.refuse("last", {"maintenance.problem.to_come"});
    if (!form.is_good()) return care_page(visit, *facts, form, 422);
    if (days) wanted.every_days = static_cast<int>(*days);
    if (hours) wanted.every_minutes = *hours * 60;
    wanted.last_day = *last;
    wanted.last_minutes = facts->machine.running_minutes;
    const auto done = plan(room.database, visit.act(), wanted);
    if (!done) return design::refused(visit, done.refusal(), care_of(id), "workshop");
    visit.say("maintenance.said.planned");
    return http::see_other(care_of(id));
}

http::Response care_end(Room& room, web::Visit& visit, PlanId id) {
    const auto row = room.database.read([&](const sql::Reader& db) { return find(db, id, visit.today()); });
    if (!row || !machines::may_keep(visit.actor(), row->machine.site)) return no_care(visit);
    const auto done = end_plan(room.database, visit.act(), id, visit.today());
    const Url back = care_of(row->machine.id);
    if (!done) return design::refused(visit, done.refusal(), back, "workshop");
    visit.say("maintenance.said.ended");
    return http::see_other(back);
}

}  // namespace fabnum::maintenance
