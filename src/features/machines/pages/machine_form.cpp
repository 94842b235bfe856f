// GET /machines/nouvelle, /machines/{}/fiche: the sheet of a machine.

#include "features/machines/pages/machine_fragments.h"
#include "features/sites/sites.h"

namespace fabnum::machines {

using namespace html;

namespace {

struct Facts {
    std::vector<sites::Site> sites;  // where this visitor may put it
    std::vector<Sight> others;
};
Facts facts_of(Room& room, const web::Visit& visit, MachineId known) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts;
        for (auto& one : sites::all(db))
            if (may_keep(visit.actor(), one.id)) facts.sites.push_back(std::move(one));
        for (auto& one : of_site(db, visit.actor().site))
            if (one.machine.id != known) facts.others.push_back(std::move(one));
        return facts;
    });
}

Markup words_field(const forms::Form& form, std::string_view name, const i18n::Words& t,
                   design::Field field) {
    const std::string key = "machines.form." + std::string(name);
    field.name = name;
    field.label = t(key);
    if (t.has(key + "_help")) field.help = t(key + "_help");
    return design::field(form, field, t);
}

Markup choices_of_danger(const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, danger] : dangers) {
        const std::string key = "machines.danger." + std::string(word);
        choices.push_back({std::string(word), t(key), t(key + "_why")});
    }
    return design::radio_cards(form,
                               {.name = "danger", .label = t("machines.form.danger"), .choices = choices}, t);
}

Markup fields_of(const Facts& facts, const forms::Form& form, bool is_new, const i18n::Words& t) {
    std::vector<design::Choice> kinds, places, needed;
    for (const FamilyTraits& one : families)
        kinds.push_back({std::string(one.word), t("machines.family." + std::string(one.word))});
    for (const auto& one : facts.sites) places.push_back({std::to_string(one.id.value), one.name});
    for (const auto& one : facts.others)
        needed.push_back({std::to_string(one.machine.id.value), one.machine.name, one.machine.place});
    Markup all;
    if (is_new && places.size() > 1)
        all += design::select_field(form,
                                    {.name = "site", .label = t("machines.form.site"), .choices = places}, t);
    all += words_field(form, "name", t, {.name = "", .label = "", .most_characters = 60});
    all += design::field_row(
        {words_field(form, "code", t, {.name = "", .label = "", .most_characters = 12, .narrow = true}),
         words_field(form, "model", t, {.name = "", .label = "", .optional = true})});
    all += design::field_row(
        {design::select_field(form, {.name = "family", .label = t("machines.form.family"), .choices = kinds},
                              t),
         words_field(form, "place", t, {.name = "", .label = "", .optional = true})});
    all += choices_of_danger(form, t);
    all += design::checkbox({.name = "supervised",
                             .word = t("machines.form.supervised"),
                             .checked = form.checked("supervised"),
                             .detail = t("machines.form.supervised_help")});
    if (!needed.empty())
        all += design::checkboxes(
            form, {.name = "needs", .label = t("machines.form.needs"), .choices = needed, .optional = true},
            t);
    all += words_field(form, "safety", t,
                       {.name = "", .label = "", .input = design::Input::Area, .optional = true, .rows = 6});
    all += words_field(form, "steps", t,
                       {.name = "", .label = "", .input = design::Input::Area, .optional = true, .rows = 6});
    all += words_field(form, "manual", t, {.name = "", .label = "", .optional = true});
    all += design::button({.word = t("machines.form.keep"), .icon = "check"});
    return all;
}

http::Response form_page(Room& room, web::Visit& visit, const std::optional<Machine>& known,
                         const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const std::string title = known ? t("machines.form.of", {{"name", known->name}}) : t("machines.form.new");
    const design::Link back = known ? design::Link{known->name, label_of(*known)}
                                    : design::Link{t("machines.list.title"), Url("/machines")};
    auto body = design::heading({.title = title, .above = design::back_link(back)});
    body += design::mistakes(form, t);
    const auto facts = facts_of(room, visit, known ? known->id : MachineId{});
    body += design::sending(known ? url_of(known->id) / "fiche" : Url("/machines"),
                            fields_of(facts, form, !known, t));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

Machine read(forms::Form& form, Machine machine) {
    machine.name = form.text("name", {.most = 60});
    machine.code = code_in(form.typed("code"));
    if (machine.code.empty()) form.refuse("code", {"machines.problem.code"});
    machine.model = form.text("model", {.need = forms::Need::Maybe, .most = 80});
    machine.place = form.text("place", {.need = forms::Need::Maybe, .most = 80});
    const auto family = family_from(form.typed("family"));
    if (!family) form.refuse("family", {"forms.choose"});
    machine.family = family.value_or(Family::Other);
    machine.danger = form.choice<Danger>("danger", dangers).value_or(Danger::Trained);
    machine.supervised = form.checked("supervised");
    machine.safety = form.paragraph("safety", {.need = forms::Need::Maybe, .most = 2000});
    machine.steps = form.paragraph("steps", {.need = forms::Need::Maybe, .most = 4000});
    machine.manual = form.text("manual", {.need = forms::Need::Maybe, .most = 300});
    if (!machine.manual.empty() && !Url::web(machine.manual))
        form.refuse("manual", {"machines.problem.manual"});
    return machine;
}

http::Response kept(Room& room, web::Visit& visit, const std::optional<Machine>& known) {
    forms::Form form(visit);
    Machine start = known.value_or(Machine{});
    if (!known) start.site = visit.actor().site ? visit.actor().site : form.id<SiteTag>("site");
    const Machine wanted = read(form, start);
    if (!wanted.site) form.refuse("site", {"machines.problem.site"});
    if (form.is_good()) {
        const auto done = keep(room.database, visit.act(), wanted, form.ids<MachineTag>("needs"));
        if (done) {
            visit.say("machines.said.kept", {{"name", wanted.name}});
            return http::see_other(label_of(wanted));
        }
        form.refuse(done.refusal().key.ends_with("circle") ? "needs" : "code", done.refusal());
    }
    return form_page(room, visit, known, form, 422);
}

}  // namespace

http::Response machine_new(Room& room, web::Visit& visit) {
    forms::Form form;
    form.put("danger", std::string(word_of(Danger::Trained)));
    return form_page(room, visit, std::nullopt, form);
}

http::Response machine_add(Room& room, web::Visit& visit) {
    return kept(room, visit, std::nullopt);
}

http::Response machine_edit(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    const Machine& m = known->machine;
    forms::Form form;
    form.put("name", m.name)
        .put("code", m.code)
        .put("model", m.model)
        .put("family", std::string(word_of(m.family)))
        .put("place", m.place)
        .put("danger", std::string(word_of(m.danger)))
        .put("safety", m.safety)
        .put("steps", m.steps)
        .put("manual", m.manual);
    if (m.supervised) form.put("supervised", "yes");
    for (const Needed& one : known->needs) form.put("needs", std::to_string(one.id.value));
    return form_page(room, visit, m, form);
}

http::Response machine_keep(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    return known ? kept(room, visit, known->machine) : not_there(visit);
}

}  // namespace fabnum::machines
