// GET /machines/{}/consigne: nobody uses it any more, and why. POST /machines/{}/consigne/fin: what was done.

#include "features/machines/pages/machine_fragments.h"

namespace fabnum::machines {

using namespace html;

namespace {

http::Response lock_page(web::Visit& visit, const Sight& sight, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Machine& machine = sight.machine;
    const std::string title = t("machines.lock.title", {{"name", machine.name}});
    std::vector<design::Choice> reasons;
    for (const auto& [word, reason] : lock_reasons)
        reasons.push_back(
            {.value = std::string(word), .word = t("machines.lock_reason." + std::string(word))});
    auto body = design::heading({.title = title,
                                 .lead = p({t("machines.lock.lead")}),
                                 .above = design::back_link({machine.name, label_of(machine)})});
    body += design::mistakes(form, t);
    Markup fields =
        design::radio_cards(form, {.name = "reason", .label = t("machines.lock.why"), .choices = reasons}, t);
    fields += design::field(form,
                            {.name = "note",
                             .label = t("machines.lock.note"),
                             .help = t("machines.lock.note_help"),
                             .optional = true,
                             .most_characters = 200},
                            t);
    fields += design::button({.word = t("machines.lock.do"),
                              .icon = "lock",
                              .look = design::Look::Danger,
                              .size = design::Size::Large});
    body += design::sending(url_of(machine.id) / "consigne", fields);
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response lock_form(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    return known ? lock_page(visit, *known, {}) : not_there(visit);
}

http::Response lock_now(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    forms::Form form(visit);
    const auto reason = form.choice<LockReason>("reason", lock_reasons);
    const auto words = form.text("note", {.need = forms::Need::Maybe, .most = 200});
    if (!form.is_good()) return lock_page(visit, *known, form, 422);
    return answered(visit, known->machine, lock_out(room.database, visit.act(), id, *reason, words),
                    "machines.said.locked_out");
}

http::Response lock_release(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    const forms::Form form(visit);
    return answered(visit, known->machine,
                    release(room.database, visit.act(), id, form.typed("done"), form.checked("repaired")),
                    "machines.said.released");
}

}  // namespace fabnum::machines
