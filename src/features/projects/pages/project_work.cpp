// GET /missions/{}/travail: who did what, for how long.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

http::Response work_page(web::Visit& visit, const Sight& sight, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    Markup body;
    const auto turn = sight.turn_of(visit.actor().person);
    if (may_work(visit.actor(), turn) && !sight.project.ended) {
        auto fields = design::select_field(
            form, {.name = "step", .label = t("projects.work.step"), .choices = step_choices(sight, t)}, t);
        if (may_lead(visit.actor(), turn.value_or(Turn::Member))) {
            design::Choices people{.name = "people", .label = t("projects.work.who"), .choices = {}};
            for (const Member& member : sight.team)
                people.choices.push_back(
                    {std::to_string(member.face.id.value), people::short_name(member.face)});
            fields += design::checkboxes(form, people, t);
        }
        fields += design::field_row(
            {design::field(form,
                           {.name = "day", .label = t("projects.work.day"), .input = design::Input::Day}, t),
             design::field(form,
                           {.name = "minutes",
                            .label = t("projects.work.time"),
                            .help = t("projects.work.time_help"),
                            .narrow = true},
                           t)});
        fields += design::button({.word = t("projects.work.do"), .icon = "check"});
        body += design::card({.title = t("projects.work.note"),
                              .body = design::sending(url_of(sight.project.id) / "travail", fields)});
    }
    if (sight.work.empty()) {
        body += design::empty_state({.icon = "clock", .title = t("projects.work.none")});
    } else {
        design::Table table{.caption = t("projects.part.work"),
                            .columns = {{.word = t("projects.work.person")},
                                        {.word = t("projects.work.step")},
                                        {.word = t("projects.work.day")},
                                        {.word = t("projects.work.time"), .number = true}},
                            .rows = {}};
        for (auto one = sight.work.rbegin(); one != sight.work.rend(); ++one) {
            const Member* member = sight.member(one->person);
            std::string step;
            for (const Step& known : sight.steps)
                if (known.id == one->step) step = title_of(known, sight.project, t);
            table.rows.push_back({text(member ? people::short_name(member->face) : t("projects.work.former")),
                                  text(step), text(t.short_day(one->day)), text(t.duration(one->minutes))});
        }
        body += design::card({.title = t("projects.work.sum", {{"time", t.duration(sight.minutes())}}),
                              .body = design::table(table, t),
                              .flush = true});
    }
    return part_page(visit, sight, {"work", t("projects.part.work")}, form, body, status);
}

}  // namespace

http::Response work(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form;
    form.put("day", visit.words().numeric_day(visit.today()));
    if (const auto here = current_step(sight->steps))
        form.put("step", std::to_string(sight->steps[*here].id.value));
    if (sight->member(visit.actor().person)) form.put("people", std::to_string(visit.actor().person.value));
    return work_page(visit, *sight, form);
}

http::Response work_note(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    const auto day = form.day("day");
    const auto minutes = form.minutes("minutes");
    const auto step = form.id<StepTag>("step");
    auto people = form.ids<PersonTag>("people");
    if (!may_lead(visit.actor(), sight->turn_of(visit.actor().person).value_or(Turn::Member)))
        people = {visit.actor().person};
    if (people.empty()) form.refuse("people", {"projects.who"});
    if (!form.is_good()) return work_page(visit, *sight, form, 422);
    const auto done = note_work(room.database, visit.act(), id, step, people, *day,
                                static_cast<int>(*minutes), visit.today());
    if (!done) {
        const auto& key = done.refusal().key;
        if (key != "projects.minutes" && key != "projects.day_to_come" && key != "projects.day_before")
            return design::refused(visit, done.refusal(), url_of(id) / "travail");
        form.refuse(key == "projects.minutes" ? "minutes" : "day", done.refusal());
        return work_page(visit, *sight, form, 422);
    }
    visit.say("projects.said.work");
    return http::see_other(url_of(id) / "travail");
}

}  // namespace fabnum::projects
