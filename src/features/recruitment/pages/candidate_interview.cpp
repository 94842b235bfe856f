// GET /recrutement/candidatures/{}/entretien: a day, a place, somebody of the team; offered or agreed.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "features/sites/sites.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct View {
    File file;
    std::vector<people::Face> team;
    std::string address;
};

std::optional<View> view_of(Room& room, const web::Visit& visit, CandidateId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<View> {
        auto file = room.candidates.visible_to(db, visit.actor(), id, visit.today());
        if (!file) return std::nullopt;
        View view{.file = std::move(*file), .team = {}, .address = {}};
        const SiteId site = view.file.candidate.site;
        for (const Role role : {Role::Coordinator, Role::Fabmanager})
            for (auto& face : people::with_role(db, role, site, visit.today())) view.team.push_back(face);
        if (const auto found = sites::find(db, site)) view.address = found->address;
        return view;
    });
}

http::Response form_page(web::Visit& visit, const View& view, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    using design::Input;
    const Candidate& one = view.file.candidate;
    auto body = design::heading({.title = t("recruitment.interview.title", {{"name", full_name(one)}}),
                                 .lead = p({t("recruitment.interview.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")},
                                                              {full_name(one), url_of(one.id)}},
                                                             t("recruitment.interview.one"), t)});
    body += design::mistakes(form, t);
    std::vector<design::Choice> team;
    for (const auto& face : view.team)
        team.push_back({std::to_string(face.id.value), people::full_name(face)});
    Markup fields = design::field_row(
        {design::field(form, {.name = "on", .label = t("recruitment.meeting.on"), .input = Input::Day}, t),
         design::field(
             form, {.name = "starts", .label = t("recruitment.meeting.starts"), .input = Input::Time}, t)});
    fields += design::field(form, {.name = "place", .label = t("recruitment.meeting.place")}, t);
    fields += design::select_field(
        form, {.name = "with", .label = t("recruitment.interview.with"), .choices = team}, t);
    fields += design::radio_cards(
        form,
        {.name = "manner",
         .label = t("recruitment.interview.manner"),
         .choices = {{"offer", t("recruitment.interview.offer"), t("recruitment.interview.offer_detail")},
                     {"agreed", t("recruitment.interview.agreed"),
                      t("recruitment.interview.agreed_detail")}}},
        t);
    fields += design::button({.word = t("recruitment.interview.do"), .icon = "calendar-check"});
    body += design::card({.title = t("recruitment.interview.one"),
                          .body = design::sending(url_of(one.id) / "entretien", fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("recruitment.interview.one"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

}  // namespace

http::Response interview(Room& room, web::Visit& visit, CandidateId id) {
    const auto view = view_of(room, visit, id);
    if (!view) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form;
    form.put("starts", "10:00").put("place", view->address).put("manner", "offer");
    form.put("with", std::to_string(visit.actor().person.value));
    return form_page(visit, *view, form);
}

http::Response interview_offer(Room& room, web::Visit& visit, CandidateId id) {
    const auto view = view_of(room, visit, id);
    if (!view) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form(visit);
    NewInterview wish;
    const auto on = form.day("on");
    if (on && *on < visit.today()) form.refuse("on", {"recruitment.problem.day_past"});
    wish.on = on.value_or(Day{});
    wish.starts = time_from(form, "starts");
    wish.place = form.text("place", {.most = 200, .missing = "recruitment.problem.place"});
    wish.with = form.id<struct fabnum::PersonTag>("with");
    wish.agreed = form.typed("manner") == "agreed";
    bool of_the_team = false;
    for (const auto& face : view->team) of_the_team = of_the_team || face.id == wish.with;
    if (!of_the_team) form.refuse("with", {"forms.choose"});
    if (!form.is_good()) return form_page(visit, *view, form, 422);
    const auto made = room.candidates.offer_interview(visit.act(), id, wish, visit.today());
    if (!made) return design::refused(visit, made.refusal(), url_of(id), "recruitment");
    visit.say(view->file.candidate.mail ? "recruitment.said.interview" : "recruitment.said.interview_call",
              {{"name", view->file.candidate.given_name}});
    return http::see_other(url_of(id));
}

http::Response interview_settle(Room& room, web::Visit& visit, CandidateId id) {
    forms::Form form(visit);
    const auto state = form.choice<Talk>("state", talks);
    if (!state) return design::refused(visit, form.problems().front().why, url_of(id), "recruitment");
    const auto done = room.candidates.settle_interview(visit.act(), id, *state, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.settled");
    return http::see_other(*state == Talk::Held ? url_of(id) / "positionnement" : url_of(id));
}

}  // namespace fabnum::recruitment
