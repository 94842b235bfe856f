// GET /signer: a young person's half-days to sign. GET /presence/…/signature: one signature, drawn or by
// code, on one's own phone or on the team's tablet.

#include "features/attendance/pages/attendance_fragments.h"

namespace fabnum::attendance {

using namespace html;

namespace {

struct Facts {
    std::optional<Where> where;
    std::optional<people::Face> face;
    std::optional<Mark> mark;
};

Facts facts_of(Room& room, const web::Visit& visit, CohortId cohort, std::string_view day,
               std::string_view half, PersonId person) {
    const Actor& actor = visit.actor();
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        if (!is_staff(actor) && actor.person != person) return found;
        found.where = where_of(db, actor, cohort, day, half);
        if (!found.where) return found;
        const auto faces = people::faces(db, {person});
        const bool trainer = is_staff(actor) && actor.person == person;
        if (trainer || cohorts::is_member(db, cohort, person, found.where->day))
            if (const auto face = faces.find(person); face != faces.end()) found.face = face->second;
        const auto lines = history(db, person, found.where->day, found.where->half);
        if (!lines.empty()) found.mark = lines.back();
        return found;
    });
}

Url back_of(const web::Visit& visit, const Where& where) {
    return is_staff(visit.actor()) ? url_of(where.cohort.id, where.day, where.half) : Url("/signer");
}

http::Response sign_page(web::Visit& visit, const Facts& facts, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Where& where = *facts.where;
    const bool staff = is_staff(visit.actor());
    const bool trainer = staff && facts.face->id == visit.actor().person;
    const std::string title = t("attendance.sign_title");
    auto body = design::heading(
        {.title = title,
         .lead = p({strong({people::full_name(*facts.face)}), ". ", when_words(where.day, where.half, t)}),
         .above = design::back_link(
             {t(staff ? "attendance.sheet" : "attendance.to_sign"), back_of(visit, where)})});
    body += design::mistakes(form, t);
    if (facts.mark && !trainer)
        body += p({t("attendance.sign_for",
                     {{"state", code_word(facts.mark->code, t)}, {"hours", t.duration(facts.mark->done)}})});
    if (trainer) body += p({t("attendance.sign_for_sheet")});
    Markup fields =
        design::radio_cards(
            form,
            {.name = "how",
             .label = t("attendance.how"),
             .choices = {{"drawn", t("attendance.how_drawn"), t("attendance.how_drawn_detail"), "signature"},
                         {"pin", t("attendance.how_pin"), t("attendance.how_pin_detail"), "key-round"}}},
            t) +
        design::signature_field({.name = "drawing",
                                 .label = t("attendance.drawing"),
                                 .instead = p({t("attendance.drawing_instead")})},
                                t) +
        design::field(form,
                      {.name = "pin",
                       .label = t("attendance.pin"),
                       .input = design::Input::Password,
                       .help = t("attendance.pin_help"),
                       .optional = true,
                       .narrow = true},
                      t) +
        design::button({.word = t("attendance.sign_do"), .icon = "signature", .size = design::Size::Large});
    body += design::card(
        {.title = title,
         .body = design::sending(
             url_of(where.cohort.id, where.day, where.half) / facts.face->id / "signature", fields),
         .quiet = true});
    return design::page(visit, {.title = design::form_title(form, title, t),
                                .body = body,
                                .here = staff ? "presence" : "today",
                                .status = status});
}

}  // namespace

http::Response to_sign(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const auto left =
        room.database.read([&](const sql::Reader& db) { return unsigned_of(db, me, visit.today()); });
    auto body = design::heading({.title = t("attendance.to_sign"),
                                 .lead = p({t("attendance.to_sign_count", {{"count", left.size()}})}),
                                 .above = design::back_link({t("design.way.today"), Url("/aujourdhui")})});
    if (left.empty())
        body += design::empty_state({.icon = "circle-check",
                                     .title = t("attendance.nothing_to_sign"),
                                     .sentence = t("attendance.nothing_to_sign_why")});
    std::vector<design::Decision> rows;
    for (const Mark& one : left)
        rows.push_back({.icon = "signature",
                        .tone = design::Tone::Info,
                        .title = when_words(one.day, one.half, t),
                        .detail = code_word(one.code, t) + ", " + t.duration(one.done),
                        .action = design::link_button(
                            {.word = t("attendance.sign"),
                             .look = rows.empty() ? design::Look::Strong : design::Look::Outline,
                             .label = t("attendance.sign") + ", " + when_words(one.day, one.half, t)},
                            url_of(one.cohort, one.day, one.half) / me / "signature")});
    if (!rows.empty())
        body += design::card({.title = t("attendance.to_sign"),
                              .body = design::decision_list(rows),
                              .flush = true,
                              .quiet = true});
    return design::page(visit, {.title = t("attendance.to_sign"), .body = body, .here = "today"});
}

http::Response signature(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half,
                         PersonId person) {
    const auto facts = facts_of(room, visit, cohort, day, half, person);
    if (!facts.face) return design::refused(visit, {"attendance.not_there"}, Url("/"));
    forms::Form form;
    form.put("how", "drawn");
    return sign_page(visit, facts, form);
}

http::Response signature_give(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                              std::string half, PersonId person) {
    const auto facts = facts_of(room, visit, cohort, day, half, person);
    if (!facts.face) return design::refused(visit, {"attendance.not_there"}, Url("/"));
    const Where& where = *facts.where;
    forms::Form form(visit);
    NewSignature wanted{
        .person = person, .cohort = cohort, .day = where.day, .half = where.half, .method = "drawn"};
    if (form.typed("how") == "pin") {
        wanted.method = "pin";
        const auto known = people::check_pin(room.database, person, form.typed("pin"), visit.now());
        if (!known) form.refuse("pin", known.refusal());
    } else if (const auto bytes = form.drawing("drawing")) {
        const auto kept = room.cabinet.check_bytes(*bytes, "signature.png", {});
        if (kept)
            wanted.drawing = *kept;
        else
            form.refuse("drawing", kept.refusal());
    } else {
        form.refuse("drawing", {"attendance.problem.drawing"});
    }
    if (!form.is_good()) return sign_page(visit, facts, form, 422);
    const auto done = sign(room.database, room.cabinet, visit.act(), wanted);
    const Url back = back_of(visit, where);
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say("attendance.said_signed", {{"name", facts.face->given_name}});
    return http::see_other(back);
}

}  // namespace fabnum::attendance
