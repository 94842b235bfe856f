// GET /recrutement/reunions/nouvelle, /recrutement/reunions/{}/changement: where, when, how many seats.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "features/sites/sites.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

std::vector<cohorts::Cohort> open_cohorts(Room& room, const web::Visit& visit) {
    auto all =
        room.database.read([&](const sql::Reader& db) { return cohorts::of_site(db, site_of(db, visit)); });
    std::erase_if(all, [&](const auto& one) { return one.ends < visit.today(); });
    return all;
}

http::Response form_page(Room& room, web::Visit& visit, const forms::Form& form, MeetingId id,
                         int status = 200) {
    const auto& t = visit.words();
    using design::Input;
    const std::string title = t(id ? "recruitment.meeting.edit" : "recruitment.meeting.new");
    std::vector<design::Link> way = {{t("recruitment.title"), Url("/recrutement")},
                                     {t("recruitment.meetings.title"), Url("/recrutement/reunions")}};
    auto body = design::heading({.title = title, .above = design::breadcrumb(way, title, t)});
    body += design::mistakes(form, t);
    std::vector<design::Choice> cohort_choices;
    for (const auto& one : open_cohorts(room, visit))
        cohort_choices.push_back({std::to_string(one.id.value), one.name});
    Markup fields = design::field_row(
        {design::field(form, {.name = "on", .label = t("recruitment.meeting.on"), .input = Input::Day}, t),
         design::field(form,
                       {.name = "starts", .label = t("recruitment.meeting.starts"), .input = Input::Time}, t),
         design::field(form,
                       {.name = "minutes",
                        .label = t("recruitment.meeting.minutes"),
                        .help = t("recruitment.meeting.minutes_help"),
                        .narrow = true},
                       t)});
    fields += design::field(form,
                            {.name = "place",
                             .label = t("recruitment.meeting.place"),
                             .help = t("recruitment.meeting.place_help")},
                            t);
    fields += design::field_row(
        {design::field(form,
                       {.name = "seats", .label = t("recruitment.meeting.seats"), .input = Input::Number}, t),
         design::select_field(form,
                              {.name = "cohort",
                               .label = t("recruitment.field.cohort"),
                               .choices = cohort_choices,
                               .optional = true,
                               .empty_word = t("recruitment.field.any_cohort")},
                              t)});
    fields += design::field_row(
        {design::field(form,
                       {.name = "contact",
                        .label = t("recruitment.meeting.contact"),
                        .help = t("recruitment.meeting.contact_help")},
                       t),
         design::field(form, {.name = "phone", .label = t("recruitment.field.phone"), .input = Input::Phone},
                       t)});
    if (id) fields += p({cls("soft"), t("recruitment.meeting.edit_why")});
    fields += design::button(
        {.word = t(id ? "recruitment.meeting.keep" : "recruitment.meetings.plan"), .icon = "check"});
    body += design::card(
        {.title = title,
         .body = design::sending(id ? url_of(id) / "changement" : Url("/recrutement/reunions"), fields),
         .quiet = true});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "recruitment", .status = status});
}

Meeting meeting_from(forms::Form& form) {
    Meeting meeting;
    meeting.on = form.day("on").value_or(Day{});
    meeting.starts = time_from(form, "starts");
    meeting.minutes = static_cast<int>(form.minutes("minutes").value_or(0));
    if (meeting.minutes < 15 || meeting.minutes > 600)
        form.refuse("minutes", {"recruitment.problem.minutes"});
    meeting.place = form.text("place", {.most = 200, .missing = "recruitment.problem.place"});
    meeting.seats = static_cast<int>(form.number("seats", 1, 500).value_or(1));
    meeting.cohort = form.id<struct cohorts::CohortTag>("cohort");
    meeting.contact = form.text("contact", {.most = 120, .missing = "recruitment.problem.contact"});
    meeting.phone = form.phone("phone").value_or("");
    return meeting;
}

}  // namespace

http::Response meeting_new(Room& room, web::Visit& visit) {
    forms::Form form;
    form.put("starts", "14:00").put("minutes", "1 h 30").put("seats", "15");
    form.put("contact", visit.visitor().name);
    room.database.read([&](const sql::Reader& db) {
        const SiteId id = site_of(db, visit);
        if (const auto site = sites::find(db, id)) form.put("place", site->address).put("phone", site->phone);
        if (const auto next = next_cohort(db, id, visit.today()))
            form.put("cohort", std::to_string(next->id.value));
    });
    return form_page(room, visit, form, {});
}

http::Response meeting_plan(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    Meeting meeting = meeting_from(form);
    meeting.site = room.database.read([&](const sql::Reader& db) { return site_of(db, visit); });
    if (form.is_good() && meeting.on < visit.today()) form.refuse("on", {"recruitment.problem.day_past"});
    if (!form.is_good()) return form_page(room, visit, form, {}, 422);
    const auto planned = room.meetings.plan(visit.act(), meeting);
    if (!planned)
        return design::refused(visit, planned.refusal(), Url("/recrutement/reunions"), "recruitment");
    visit.say("recruitment.said.planned");
    return http::see_other(url_of(*planned));
}

http::Response meeting_edit(Room& room, web::Visit& visit, MeetingId id) {
    const auto& t = visit.words();
    const auto sight = room.database.read(
        [&](const sql::Reader& db) { return room.meetings.visible_to(db, visit.actor(), id); });
    if (!sight)
        return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement/reunions"), "recruitment");
    const Meeting& meeting = sight->meeting;
    forms::Form form;
    form.put("on", t.numeric_day(meeting.on)).put("starts", typed_time(meeting.starts));
    form.put("minutes", t.duration(meeting.minutes)).put("place", meeting.place);
    form.put("seats", std::to_string(meeting.seats)).put("contact", meeting.contact);
    form.put("phone", meeting.phone);
    if (meeting.cohort) form.put("cohort", std::to_string(meeting.cohort.value));
    return form_page(room, visit, form, id);
}

http::Response meeting_change(Room& room, web::Visit& visit, MeetingId id) {
    forms::Form form(visit);
    Meeting meeting = meeting_from(form);
    meeting.id = id;
    if (form.is_good() && meeting.on < visit.today()) form.refuse("on", {"recruitment.problem.day_past"});
    if (!form.is_good()) return form_page(room, visit, form, id, 422);
    const auto done = room.meetings.change(visit.act(), meeting);
    if (!done && done.refusal().key == "recruitment.fewer_seats") {
        form.refuse("seats", done.refusal());
        return form_page(room, visit, form, id, 422);
    }
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.changed");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
