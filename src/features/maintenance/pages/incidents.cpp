// GET /incidents: what happened or nearly did in the workshop, without naming anybody, and what was changed.

#include "features/maintenance/pages/maintenance_fragments.h"

namespace fabnum::maintenance {

using namespace html;

namespace {

constexpr int shown_days = 366;

struct IncidentFacts {
    std::vector<Incident> all;
    std::vector<machines::Machine> machines;
};
IncidentFacts incident_facts(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        const SiteId site = visit.actor().site;
        IncidentFacts facts{.all = incidents(db, site, visit.today() - shown_days), .machines = {}};
        for (auto& one : machines::of_site(db, site)) facts.machines.push_back(std::move(one.machine));
        return facts;
    });
}

std::string kind_word(IncidentKind kind, const i18n::Words& t) {
    return t("maintenance.incident." + std::string(word_in(incident_kinds, kind)));
}

Markup register_part(const IncidentFacts& facts, const i18n::Words& t) {
    if (facts.all.empty())
        return design::empty_state({.icon = "shield-check",
                                    .title = t("maintenance.no_incident"),
                                    .sentence = t("maintenance.no_incident_why")});
    Markup rows;
    for (const Incident& one : facts.all) {
        std::string line = t.day_with_year(one.on);
        for (const auto& machine : facts.machines)
            if (machine.id == one.machine) line += ", " + machine.name;
        Markup body =
            div({cls("line"), h3({kind_word(one.kind, t)}), span({cls("soft"), line})}) + p({one.what});
        if (!one.measures.empty()) body += p({t("maintenance.measures_said", {{"what", one.measures}})});
        if (one.declared) body += p({cls("soft"), t("maintenance.declared_said")});
        rows += div({cls("card-part"), body});
    }
    return design::card({.title = t("maintenance.register"), .body = rows, .flush = true});
}

Markup incident_form(const IncidentFacts& facts, const forms::Form& typed, const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form = typed;
    if (form.is_good()) form.put("on", to_iso(visit.today()));
    std::vector<design::Choice> kinds, which;
    for (const auto& [word, kind] : incident_kinds) kinds.push_back({std::string(word), kind_word(kind, t)});
    which.reserve(facts.machines.size());
    for (const auto& one : facts.machines) which.push_back({std::to_string(one.id.value), one.name});
    const auto area = [&](std::string_view name, bool optional) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("maintenance.field." + std::string(name)),
                              .input = design::Input::Area,
                              .help = t("maintenance.field." + std::string(name) + "_help"),
                              .optional = optional,
                              .rows = 3,
                              .most_characters = 500},
                             t);
    };
    const Markup fields =
        design::radio_cards(form, {.name = "kind", .label = t("maintenance.field.kind"), .choices = kinds},
                            t) +
        design::field(
            form,
            {.name = "on", .label = t("maintenance.work.on"), .input = design::Input::Day, .narrow = true},
            t) +
        design::select_field(form,
                             {.name = "machine",
                              .label = t("maintenance.column.machine"),
                              .choices = which,
                              .optional = true,
                              .empty_word = t("maintenance.field.no_machine")},
                             t) +
        area("what", false) + area("measures", true) +
        design::checkbox({.name = "declared",
                          .word = t("maintenance.field.declared"),
                          .checked = form.checked("declared")}) +
        design::button({.word = t("maintenance.incident_do"), .icon = "pen-line"});
    return design::card(
        {.title = t("maintenance.incident_new"), .body = design::sending(Url("/incidents"), fields)});
}

http::Response incidents_page(web::Visit& visit, const IncidentFacts& facts, const forms::Form& form,
                              int status = 200) {
    const auto& t = visit.words();
    const std::string title = t("maintenance.incidents");
    auto body = design::heading({.title = title,
                                 .lead = p({t("maintenance.incidents_lead")}),
                                 .above = design::back_link({t("maintenance.title"), Url("/entretien")})});
    body += design::mistakes(form, t);
    const bool one_site = visit.actor().site.value != 0;
    body += design::columns(
        design::stack({register_part(facts, t)}),
        design::stack({one_site ? incident_form(facts, form, visit)
                                : design::notice({.sentence = t("maintenance.choose_site")})}));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response incident_list(Room& room, web::Visit& visit) {
    return incidents_page(visit, incident_facts(room, visit), {});
}

http::Response incident_note(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    Incident one;
    one.site = visit.actor().site;
    one.machine = form.id<machines::MachineTag>("machine");
    one.kind = form.choice<IncidentKind>("kind", incident_kinds).value_or(IncidentKind::NearMiss);
    one.on = form.day("on").value_or(visit.today());
    one.what = form.paragraph("what", {.most = 500, .missing = "maintenance.problem.what"});
    one.measures = form.paragraph("measures", {.need = forms::Need::Maybe, .most = 500});
    one.declared = form.checked("declared");
    if (form.is_good()) {
        const auto done = note_incident(room.database, visit.act(), one, visit.today());
        if (done) {
            visit.say("maintenance.said.incident");
            return http::see_other(Url("/incidents"));
        }
        form.refuse("on", done.refusal());
    }
    return incidents_page(visit, incident_facts(room, visit), form, 422);
}

}  // namespace fabnum::maintenance
