// GET and POST /promo/{}/inscriptions: a whole cohort is enrolled in one act.

#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

http::Response enrol_page(Room& room, web::Visit& visit, const Cohort& cohort, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::vector<people::Face> free;
        std::size_t seated = 0;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{.free = free_to_join(db, cohort, visit.today()),
                     .seated = members(db, cohort.id).size()};
    });
    const int seats_left = cohort.seats - static_cast<int>(facts.seated);
    const Markup add = design::link_button(
        {.word = t("cohorts.add_person"), .icon = "user-plus", .look = design::Look::Outline},
        Url("/personnes/nouvelle"));
    Markup body;
    if (facts.free.empty()) {
        body = design::empty_state({.icon = "users",
                                    .title = t("cohorts.enrol.none"),
                                    .sentence = t("cohorts.enrol.none_why"),
                                    .action = add});
    } else {
        std::vector<design::Choice> choices;
        for (const auto& face : facts.free)
            choices.push_back({std::to_string(face.id.value), people::full_name(face)});
        body = design::card(
            {.title = t("cohorts.enrol.title"),
             .body =
                 p({t("cohorts.enrol.seats_left", {{"count", seats_left}})}) +
                 design::sending(
                     url_of(cohort.id) / "inscriptions",
                     design::checkboxes(
                         form, {.name = "people", .label = t("cohorts.enrol.who"), .choices = choices}, t) +
                         design::field(form,
                                       {.name = "joined",
                                        .label = t("cohorts.enrol.joined"),
                                        .input = design::Input::Day},
                                       t) +
                         design::button_row(
                             {design::button({.word = t("cohorts.enrol.do"), .icon = "user-plus"}), add}))});
    }
    return cohort_part(visit, cohort, "people", form, body, status);
}

}  // namespace

http::Response cohort_enrol(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form;
    form.put("joined",
             visit.words().numeric_day(std::max(cohort->starts, std::min(visit.today(), cohort->ends))));
    return enrol_page(room, visit, *cohort, form);
}

http::Response cohort_enrol_now(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    const auto people = form.ids<PersonTag>("people");
    const auto joined = form.day("joined");
    if (form.is_good()) {
        const auto done = enrol_all(room.database, visit.act(), id, people, *joined);
        if (done) {
            visit.say("cohorts.said.enrolled", {{"count", std::to_string(people.size())}});
            return http::see_other(url_of(id));
        }
        form.refuse(done.refusal().key == "cohorts.problem.joined_outside" ? "joined" : "people",
                    done.refusal());
    }
    return enrol_page(room, visit, *cohort, form, 422);
}

}  // namespace fabnum::cohorts
