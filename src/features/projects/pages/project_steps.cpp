// GET /missions/{}/etapes/{}: one step: who takes part, its name, where it stands. POST moves it.

#include <algorithm>

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

const Step* step_of(const Sight& sight, StepId id) {
    for (const Step& step : sight.steps)
        if (step.id == id) return &step;
    return nullptr;
}

// Who has done the least of this kind of activity comes first: it is their turn to try.
std::vector<design::Choice> people_for(const Sight& sight, const Step& step, const Shares& programme,
                                       const i18n::Words& t) {
    std::vector<std::pair<int, design::Choice>> line;
    for (const Member& member : sight.team) {
        const auto share = programme.find(member.face.id);
        const int minutes = share == programme.end() ? 0 : share->second[static_cast<std::size_t>(step.kind)];
        line.push_back({minutes,
                        {std::to_string(member.face.id.value), people::short_name(member.face),
                         minutes == 0 ? t("projects.step.never_did")
                                      : t("projects.step.did", {{"time", t.duration(minutes)}})}});
    }
    std::stable_sort(line.begin(), line.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<design::Choice> choices;
    for (auto& [minutes, choice] : line) choices.push_back(std::move(choice));
    return choices;
}

}  // namespace

http::Response step(Room& room, web::Visit& visit, ProjectId id, StepId step_id) {
    const auto sight = sight_for(room, visit, id);
    const Step* one = sight ? step_of(*sight, step_id) : nullptr;
    if (!one) return not_there(visit);
    const auto& t = visit.words();
    const auto programme = room.database.read(
        [&](const sql::Reader& db) { return shares_in_programme(db, sight->project.cohort); });
    const Url here = url_of(id) / "etapes" / step_id;
    Markup body =
        p({design::tag({design::Tone::Info, t("projects.step_state." + std::string(word_of(one->state)))}),
           " ", activity_word(one->kind, t)});
    const bool leads = may_lead(visit.actor(), sight->turn_of(visit.actor().person).value_or(Turn::Member)) &&
                       !sight->project.ended;
    if (leads) {
        std::vector<Markup> buttons;
        for (const auto& [word, state] : step_states)
            if (state != one->state)
                buttons.push_back(design::act_button(
                    here,
                    {.word = t("projects.step.move_to",
                               {{"state", t("projects.step_state." + std::string(word))}}),
                     .look = design::Look::Outline},
                    design::hidden("from", word_of(one->state)) + design::hidden("to", word)));
        body += div({cls("button-row"), buttons});
        forms::Form form;
        if (const auto planned = sight->planned.find(step_id); planned != sight->planned.end())
            for (const PersonId person : planned->second) form.put("people", std::to_string(person.value));
        form.put("title", one->title);
        body += design::card(
            {.title = t("projects.step.people"),
             .body = design::sending(
                 here / "equipe", design::checkboxes(form,
                                                     {.name = "people",
                                                      .label = t("projects.step.who"),
                                                      .choices = people_for(*sight, *one, programme, t),
                                                      .help = t("projects.step.who_help")},
                                                     t) +
                                      design::button({.word = t("projects.step.keep"), .icon = "check"}))});
        body += design::card(
            {.title = t("projects.step.name"),
             .body = design::sending(here / "nom", design::field(form,
                                                                 {.name = "title",
                                                                  .label = t("projects.step.title"),
                                                                  .help = t("projects.step.rename_help"),
                                                                  .optional = true},
                                                                 t) +
                                                       design::button({.word = t("projects.step.rename"),
                                                                       .look = design::Look::Outline})) +
                     design::act_button(here / "fin", {.word = t("projects.step.remove"),
                                                       .icon = "trash-2",
                                                       .look = design::Look::Bare})});
    } else {
        body += p({cls("soft"), t("projects.lead_only")});
    }
    return part_page(visit, *sight, {"step", title_of(*one, sight->project, t)}, {}, body);
}

http::Response step_move(Room& room, web::Visit& visit, ProjectId id, StepId step_id) {
    const forms::Form form(visit);
    const auto done = move_step(room.database, visit.act(), id, step_id, step_state_from(form.typed("from")),
                                step_state_from(form.typed("to")), visit.today());
    return answered(visit, done, url_of(id), "projects.said.step_moved");
}

http::Response step_add(Room& room, web::Visit& visit, ProjectId id) {
    forms::Form form(visit);
    const auto title = form.text("title", {.most = 80, .missing = "projects.problem.step_title"});
    const auto kind = form.choice<Activity>("kind", activities).value_or(Activity::Make);
    if (!form.is_good()) return design::refused(visit, form.problems().front().why, url_of(id));
    return answered(visit, add_step(room.database, visit.act(), id, kind, title, visit.today()), url_of(id),
                    "projects.said.step_added");
}

http::Response step_rename(Room& room, web::Visit& visit, ProjectId id, StepId step_id) {
    forms::Form form(visit);
    const auto title = form.text("title", {.need = forms::Need::Maybe, .most = 80});
    if (!form.is_good())
        return design::refused(visit, form.problems().front().why, url_of(id) / "etapes" / step_id);
    return answered(visit, rename_step(room.database, visit.act(), id, step_id, title, visit.today()),
                    url_of(id), "projects.said.step_renamed");
}

http::Response step_plan(Room& room, web::Visit& visit, ProjectId id, StepId step_id) {
    const forms::Form form(visit);
    return answered(
        visit,
        plan_step(room.database, visit.act(), id, step_id, form.ids<PersonTag>("people"), visit.today()),
        url_of(id), "projects.said.step_planned");
}

http::Response step_remove(Room& room, web::Visit& visit, ProjectId id, StepId step_id) {
    return answered(visit, remove_step(room.database, visit.act(), id, step_id, visit.today()), url_of(id),
                    "projects.said.step_removed");
}

}  // namespace fabnum::projects
