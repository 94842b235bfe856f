// POST /volontariats/{}/…: amendments, absences, the parents' authorisation, tasks, proofs of payment.

#include "features/volunteering/pages/volunteering_fragments.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

http::Response answered(Room& room, web::Visit& visit, EngagementId id, forms::Form& form,
                        const Result<Done>& done, std::string_view field, std::string_view said,
                        std::string_view where) {
    if (!done) {
        if (done.refusal().key.ends_with("not_there")) return not_there(visit);
        if (done.refusal().key.ends_with("moved_meanwhile"))
            return design::refused(visit, done.refusal(), url_of(id), "cohort");
        form.refuse(field, done.refusal());
        return sight_page(room, visit, id, form, 422);
    }
    visit.say(said);
    return http::see_other(url_of(id).at(where));
}

}  // namespace

http::Response amend_now(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    Amendment amendment;
    const auto ends = form.day("ends_on", forms::Need::Maybe);
    const auto hours = form.number("hours", 1, 48, forms::Need::Maybe);
    const auto from = form.day("amended_from");
    amendment.reason = form.text("amended_why", {.most = 200});
    if (ends && hours) form.refuse("hours", {"volunteering.problem.one_at_a_time"});
    if (!ends && !hours && form.is_good()) form.refuse("ends_on", {"volunteering.problem.nothing_amended"});
    if (!form.is_good()) return sight_page(room, visit, id, form, 422);
    amendment.what = ends ? Amended::EndsOn : Amended::WeeklyHours;
    amendment.value = ends ? to_iso(*ends) : std::to_string(*hours);
    amendment.from = *from;
    return answered(room, visit, id, form, amend(room.database, visit.act(), id, amendment, visit.today()),
                    ends ? "ends_on" : "hours", "volunteering.said.amended", "avenants");
}

http::Response absence_note(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    Absence absence;
    const auto kind = form.choice<AbsenceKind>("kind", absence_kinds);
    const auto from = form.day("from");
    const auto to = form.day("to", forms::Need::Maybe);
    absence.certified = form.checked("certified");
    if (!form.is_good()) return sight_page(room, visit, id, form, 422);
    absence.kind = *kind;
    absence.from = *from;
    absence.to = to.value_or(*from);
    return answered(room, visit, id, form, note_absence(room.database, visit.act(), id, absence), "from",
                    "volunteering.said.absence", "conges");
}

http::Response absence_take_back(Room& room, web::Visit& visit, EngagementId id,
                                 Id<struct AbsenceTag> absence) {
    forms::Form form;
    return answered(room, visit, id, form, take_back_absence(room.database, visit.act(), id, absence), "from",
                    "volunteering.said.absence_taken_back", "conges");
}

http::Response authorise_now(Room& room, web::Visit& visit, EngagementId id) {
    if (!seen(room, visit, id)) return not_there(visit);
    forms::Form form(visit);
    Authorisation one;
    one.guardian = form.text("guardian", {.most = 160});
    const auto phone = form.phone("guardian_phone");
    const auto signed_on = form.day("signed_on");
    if (signed_on && *signed_on > visit.today())
        form.refuse("signed_on", {"volunteering.problem.signed_later"});
    std::optional<files::Cabinet::Checked> paper;
    for (const auto& upload : visit.request().uploads) {
        if (upload.field != "paper" || upload.size == 0) continue;
        const auto checked = room.cabinet.check(upload, {.picture = true, .document = true});
        if (!checked)
            form.refuse("paper", checked.refusal());
        else
            paper = *checked;
    }
    if (!form.is_good()) return sight_page(room, visit, id, form, 422);
    one.phone = *phone;
    one.signed_on = *signed_on;
    return answered(room, visit, id, form,
                    authorise(room.database, visit.act(), id, one, room.cabinet, paper), "guardian",
                    "volunteering.said.authorised", "autorisation");
}

http::Response authorisation_paper(Room& room, web::Visit& visit, EngagementId id) {
    const auto sight = seen(room, visit, id);
    if (!sight || !sight->authorisation || !sight->authorisation->file) return not_there(visit);
    const auto file = room.database.read(
        [&](const sql::Reader& db) { return room.cabinet.find(db, sight->authorisation->file); });
    return file ? room.cabinet.serve(*file, files::Size::Full) : not_there(visit);
}

http::Response task_done(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    const auto kind = form.choice<TaskKind>("task", task_kinds);
    if (!kind) return sight_page(room, visit, id, form, 422);
    return answered(room, visit, id, form, finish_task(room.database, visit.act(), id, *kind, visit.today()),
                    "task", "volunteering.said.task", "fin");
}

http::Response proof_note(Room& room, web::Visit& visit, EngagementId id) {
    forms::Form form(visit);
    const auto month = day_from_iso(form.typed("month"));
    if (!month) form.refuse("month", {"volunteering.problem.month_outside"});
    if (!form.is_good()) return sight_page(room, visit, id, form, 422);
    return answered(room, visit, id, form, note_proofs(room.database, visit.act(), {id}, *month), "month",
                    "volunteering.said.proof", "preuves");
}

}  // namespace fabnum::volunteering
