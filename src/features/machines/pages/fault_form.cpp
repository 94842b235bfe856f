// GET /m/{code}/panne: a fault in three taps: the label, what it does, whether it stops.
// POST /pannes/{}/reparation: what was done.

#include "features/machines/pages/machine_fragments.h"

namespace fabnum::machines {

using namespace html;

namespace {

std::string_view icon_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::WontStart: return "circle-play";
        case FaultKind::BadResult: return "circle-alert";
        case FaultKind::Stuck: return "hand";
        case FaultKind::Noise: return "volume-2";
        case FaultKind::Smoke: return "flame";
        case FaultKind::BrokenPart: return "puzzle";
        case FaultKind::Other: return "ellipsis";
    }
    return "ellipsis";
}

std::optional<Sight> coded(Room& room, const web::Visit& visit, std::string_view code) {
    auto found = room.database.read([&](const sql::Reader& db) -> std::optional<Sight> {
        const auto id = by_code(db, code);
        return id ? find(db, *id) : std::nullopt;
    });
    if (!found || !reaches(visit.actor(), found->machine.site)) return std::nullopt;
    return found;
}

http::Response fault_page(web::Visit& visit, const Machine& machine, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    std::vector<design::Choice> kinds;
    for (const auto& [word, kind] : fault_kinds)
        kinds.push_back({.value = std::string(word),
                         .word = t("machines.fault." + std::string(word)),
                         .icon = icon_of(kind)});
    const std::string title = t("machines.report.title", {{"name", machine.name}});
    auto body =
        design::heading({.title = title, .above = design::back_link({machine.name, label_of(machine)})});
    body += design::mistakes(form, t);
    Markup fields =
        design::radio_cards(form, {.name = "kind", .label = t("machines.report.kind"), .choices = kinds}, t);
    const design::Button stop{.word = t("machines.report.stop"),
                              .icon = "hand",
                              .look = design::Look::Danger,
                              .size = design::Size::Large,
                              .wide = true,
                              .name = "stops",
                              .value = "yes"};
    const design::Button go_on{.word = t("machines.report.go_on"),
                               .icon = "triangle-alert",
                               .look = design::Look::Outline,
                               .size = design::Size::Large,
                               .wide = true,
                               .name = "stops",
                               .value = "no"};
    Markup more;
    more += design::field(form,
                          {.name = "photo",
                           .label = t("machines.report.photo"),
                           .input = design::Input::File,
                           .optional = true,
                           .accept = "image/*"},
                          t);
    more += design::field(form,
                          {.name = "note",
                           .label = t("machines.report.note"),
                           .help = t("machines.report.note_help"),
                           .optional = true,
                           .most_characters = 200},
                          t);
    fields += details({flag("open", !form.is_good()), summary({t("machines.report.more")}), more});
    fields += design::stack({design::button(stop), design::button(go_on)});
    body += design::sending(Url("/m") / machine.code / "panne", fields, {.files = true});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response fault_form(Room& room, web::Visit& visit, std::string code) {
    const auto known = coded(room, visit, code);
    return known ? fault_page(visit, known->machine, {}) : not_there(visit);
}

http::Response fault_report(Room& room, web::Visit& visit, std::string code) {
    const auto known = coded(room, visit, code);
    if (!known) return not_there(visit);
    forms::Form form(visit);
    Fault fault;
    fault.machine = known->machine.id;
    const auto kind = form.choice<FaultKind>("kind", fault_kinds, forms::Need::Must, "machines.problem.kind");
    fault.stops = form.typed("stops") != "no";  // in doubt, it stops
    fault.note = form.text("note", {.need = forms::Need::Maybe, .most = 200});
    std::optional<files::Cabinet::Checked> photo;
    const auto& uploads = visit.request().uploads;
    if (form.is_good() && !uploads.empty() && uploads.front().size > 0) {
        const auto checked = room.cabinet.check(uploads.front(), {});
        if (checked)
            photo = *checked;
        else
            form.refuse("photo", checked.refusal());
    }
    if (!form.is_good()) return fault_page(visit, known->machine, form, 422);
    fault.kind = *kind;
    const auto done = report(room.database, visit.act(), fault, room.cabinet, photo);
    if (!done) return answered(visit, known->machine, done.refusal(), "");
    return answered(visit, known->machine, Done{},
                    fault.stops ? "machines.said.stopped" : "machines.said.reported");
}

http::Response fault_repair(Room& room, web::Visit& visit, FaultId id) {
    const auto fault = room.database.read([&](const sql::Reader& db) { return machines::fault(db, id); });
    const auto known = fault ? seen(room, visit, fault->machine) : std::nullopt;
    if (!known) return not_there(visit);
    const forms::Form form(visit);
    return answered(visit, known->machine, repair(room.database, visit.act(), id, form.typed("repair")),
                    "machines.said.repaired");
}

http::Response fault_photo(Room& room, web::Visit& visit, FaultId id) {
    const auto fault = room.database.read([&](const sql::Reader& db) { return machines::fault(db, id); });
    if (!fault || !fault->photo || !seen(room, visit, fault->machine)) return not_there(visit);
    const auto file =
        room.database.read([&](const sql::Reader& db) { return room.cabinet.find(db, fault->photo); });
    return file ? room.cabinet.serve(*file, files::Size::Card) : not_there(visit);
}

}  // namespace fabnum::machines
