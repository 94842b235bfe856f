// GET /recrutement/candidatures/nouvelle, /recrutement/candidatures/{}/correction: the facts about one young
// person, taken on paper, on the phone or at the counter.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct Around {
    SiteId site;
    std::vector<cohorts::Cohort> cohorts;  // that are not over
    std::vector<Glance> ahead;
};

Around around(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Around found{.site = site_of(db, visit), .cohorts = {}, .ahead = {}};
        found.cohorts = cohorts::of_site(db, found.site);
        std::erase_if(found.cohorts, [&](const auto& one) { return one.ends < visit.today(); });
        found.ahead = room.meetings.ahead(db, found.site, visit.today());
        return found;
    });
}

Markup cohort_field(const forms::Form& form, const Around& around, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& one : around.cohorts)
        choices.push_back(
            {std::to_string(one.id.value), t("recruitment.field.cohort_from",
                                             {{"cohort", one.name}, {"day", t.day_with_year(one.starts)}})});
    return design::select_field(form,
                                {.name = "cohort",
                                 .label = t("recruitment.field.cohort"),
                                 .choices = choices,
                                 .optional = true,
                                 .empty_word = t("recruitment.field.any_cohort")},
                                t);
}

http::Response new_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Around near = around(room, visit);
    auto body = design::heading({.title = t("recruitment.new.title"),
                                 .lead = p({t("recruitment.new.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}},
                                                             t("recruitment.new.title"), t)});
    body += design::mistakes(form, t);
    Markup fields = candidate_fields(form, "", t) + cohort_field(form, near, t);
    fields += design::checkboxes(form,
                                 {.name = "help",
                                  .label = t("recruitment.field.help"),
                                  .choices = choices_of("help", helps, t),
                                  .help = t("recruitment.field.help_help"),
                                  .optional = true},
                                 t);
    if (!near.ahead.empty())
        fields += design::select_field(form,
                                       {.name = "meeting",
                                        .label = t("recruitment.field.meeting"),
                                        .choices = meeting_choices(near.ahead, t),
                                        .optional = true,
                                        .empty_word = t("recruitment.field.no_meeting")},
                                       t);
    fields += design::button({.word = t("recruitment.new.do"), .icon = "user-plus"});
    body += design::card({.title = t("recruitment.new.title"),
                          .body = design::sending(Url("/recrutement/candidatures"), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("recruitment.new.title"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

std::optional<File> file_of(Room& room, const web::Visit& visit, CandidateId id) {
    return room.database.read([&](const sql::Reader& db) {
        return room.candidates.visible_to(db, visit.actor(), id, visit.today());
    });
}

http::Response edit_page(Room& room, web::Visit& visit, CandidateId id, const std::string& name,
                         const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading(
        {.title = t("recruitment.edit.title", {{"name", name}}),
         .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}, {name, url_of(id)}},
                                     t("recruitment.edit.do"), t)});
    body += design::mistakes(form, t);
    const Markup fields = candidate_fields(form, "", t) + cohort_field(form, around(room, visit), t) +
                          design::button({.word = t("recruitment.edit.keep"), .icon = "check"});
    body += design::card({.title = t("recruitment.edit.do"),
                          .body = design::sending(url_of(id) / "correction", fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("recruitment.edit.do"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

}  // namespace

http::Response candidate_new(Room& room, web::Visit& visit) {
    forms::Form form;
    form.put("meeting", std::string(visit.request().query.get("reunion")));
    const Around near = around(room, visit);
    for (const auto& one : near.cohorts)  // the latest first: the next to begin is put last
        if (one.starts > visit.today()) form = forms::Form(form).put("cohort", std::to_string(one.id.value));
    return new_page(room, visit, form);
}

http::Response candidate_receive(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    NewCandidate wish;
    wish.facts = candidate_from(form, "", visit.today());
    wish.facts.cohort = form.id<struct cohorts::CohortTag>("cohort");
    wish.facts.source = Source::Counter;
    wish.facts.site = room.database.read([&](const sql::Reader& db) { return site_of(db, visit); });
    wish.helps = form.all_typed("help");
    wish.meeting = form.id<struct RecruitmentMeetingTag>("meeting");
    if (!form.is_good()) return new_page(room, visit, form, 422);
    const auto made = room.candidates.receive(visit.act(), wish, visit.today());
    if (!made) {
        form.refuse(made.refusal().key == "recruitment.known_already" ? "given_name" : "meeting",
                    made.refusal());
        return new_page(room, visit, form, 422);
    }
    visit.say("recruitment.said.received", {{"name", wish.facts.given_name}});
    return http::see_other(url_of(*made));
}

http::Response candidate_edit(Room& room, web::Visit& visit, CandidateId id) {
    const auto file = file_of(room, visit, id);
    if (!file) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form;
    fill(form, file->candidate, visit.words());
    return edit_page(room, visit, id, full_name(file->candidate), form);
}

http::Response candidate_correct(Room& room, web::Visit& visit, CandidateId id) {
    const auto file = file_of(room, visit, id);
    if (!file) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    forms::Form form(visit);
    Candidate facts = candidate_from(form, "", visit.today());
    facts.cohort = form.id<struct cohorts::CohortTag>("cohort");
    if (!form.is_good()) return edit_page(room, visit, id, full_name(file->candidate), form, 422);
    const auto done = room.candidates.correct(visit.act(), id, facts);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.corrected");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
