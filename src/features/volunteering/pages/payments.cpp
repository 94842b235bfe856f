// GET and POST /prestations/{}: the proofs that the host paid a month, for all who wait, in one act.

#include "features/volunteering/pages/volunteering_fragments.h"
#include "features/volunteering/pages/volunteering_pages.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

struct Waiting {
    EngagementId id;
    std::string name;
};

std::vector<Waiting> waiting_for(Room& room, const web::Visit& visit, Day month) {
    return room.database.read([&](const sql::Reader& db) {
        std::vector<Waiting> found;
        std::vector<PersonId> ids;
        const auto all = duties(db, visit.actor().site, visit.today());
        const auto is_asked = [&](const Duty& duty) {
            return duty.kind == DutyKind::HostPayment && duty.about == to_iso(month);
        };
        for (const Duty& duty : all)
            if (is_asked(duty)) ids.push_back(duty.person);
        const auto faces = people::faces(db, ids);
        for (const Duty& duty : all)
            if (const auto face = faces.find(duty.person); is_asked(duty) && face != faces.end())
                found.push_back({duty.engagement, people::full_name(face->second)});
        return found;
    });
}

// "2026-10"
std::optional<Day> month_in(std::string_view text) {
    return text.size() == 7 ? day_from_iso(std::string(text) + "-01") : std::nullopt;
}

http::Response payments_page(Room& room, web::Visit& visit, Day month, const forms::Form& form,
                             int status = 200) {
    const auto& t = visit.words();
    const std::string title = t("volunteering.payment.of_month", {{"month", t.month(month)}});
    const auto waiting = waiting_for(room, visit, month);
    auto body = design::heading({.title = title,
                                 .lead = p({t("volunteering.payment.lead")}),
                                 .above = design::back_link({t("deadlines.title"), Url("/echeances")})});
    body += design::mistakes(form, t);
    if (waiting.empty()) {
        body += design::empty_state({.icon = "circle-check",
                                     .title = t("volunteering.payment.none"),
                                     .sentence = t("volunteering.payment.none_why")});
    } else {
        Markup boxes;
        for (const Waiting& one : waiting)
            boxes += design::checkbox(
                {.name = "engagement",
                 .word = one.name,
                 .value = std::to_string(one.id.value),
                 .checked = status == 200 || form.has("engagement", std::to_string(one.id.value)),
                 .id = boxes.empty() ? "" : "engagement-" + std::to_string(one.id.value)});
        body +=
            design::sending(Url("/prestations") / to_iso(month).substr(0, 7),
                            design::field_group(t("volunteering.payment.who"), {boxes}) +
                                design::button({.word = t("volunteering.payment.do_all"), .icon = "check"}));
    }
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "cohort", .status = status});
}

}  // namespace

http::Response payments_of_month(Room& room, web::Visit& visit, std::string month) {
    const auto first = month_in(month);
    if (!first) return not_there(visit);
    return payments_page(room, visit, *first, {});
}

http::Response payments_note(Room& room, web::Visit& visit, std::string month) {
    const auto first = month_in(month);
    if (!first) return not_there(visit);
    forms::Form form(visit);
    const auto ids = form.ids<struct EngagementTag>("engagement");
    if (ids.empty()) {
        form.refuse("engagement", {"volunteering.payment.choose"});
        return payments_page(room, visit, *first, form, 422);
    }
    const auto done = note_proofs(room.database, visit.act(), ids, *first);
    if (!done) {
        form.refuse("engagement", done.refusal());
        return payments_page(room, visit, *first, form, 422);
    }
    visit.say("volunteering.said.proofs", {{"count", std::to_string(ids.size())}});
    return http::see_other(Url("/echeances"));
}

}  // namespace fabnum::volunteering
