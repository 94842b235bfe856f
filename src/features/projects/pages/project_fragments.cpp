#include "features/projects/pages/project_fragments.h"

namespace fabnum::projects {

using namespace html;

Url url_of(ProjectId id) {
    return Url("/missions") / id;
}

std::string activity_word(Activity activity, const i18n::Words& t) {
    return t("projects.activity." + std::string(word_of(activity)));
}
std::string turn_word(Turn turn, const i18n::Words& t) {
    return t("projects.turn." + std::string(word_of(turn)));
}

std::string title_of(const Step& step, const Project& project, const i18n::Words& t) {
    if (!step.title.empty()) return step.title;
    // A kind of order may have its own word for an activity: a film is shot, not made.
    const std::string own =
        "projects.template." + project.template_name + "." + std::string(word_of(step.kind));
    return t.has(own) ? t(own) : activity_word(step.kind, t);
}

design::Stepper stepper_of(const std::vector<Step>& steps, const Project& project, const i18n::Words& t) {
    design::Stepper stepper{.steps = {}, .here = current_step(steps).value_or(steps.size())};
    for (const Step& step : steps) stepper.steps.push_back(title_of(step, project, t));
    return stepper;
}

std::string my_role(const Sight& sight, const web::Visit& visit) {
    const auto turn = sight.turn_of(visit.actor().person);
    if (!turn || *turn == Turn::Member) return {};
    return visit.words()("projects.you_are." + std::string(word_of(*turn)));
}

std::vector<design::Choice> step_choices(const Sight& sight, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const Step& step : sight.steps)
        choices.push_back({std::to_string(step.id.value), title_of(step, sight.project, t),
                           t("projects.step_state." + std::string(word_of(step.state)))});
    return choices;
}

Markup head_of(const Sight& sight, const web::Visit& visit, const Part& part) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    const std::pair<std::string_view, Url> parts[] = {{"show", here},
                                                      {"work", here / "travail"},
                                                      {"tries", here / "essais"},
                                                      {"photos", here / "photos"},
                                                      {"checks", here / "controle"},
                                                      {"team", here / "equipe"},
                                                      {"sheet", here / "fiche"}};
    Markup links;
    for (const auto& [key, to] : parts)
        links += li({a({href(to), key == part.key ? aria("current", "page") : Attribute{},
                        t("projects.part." + std::string(key))})});
    const std::string role = my_role(sight, visit);
    Markup lead = div({cls("line"), role.empty() ? Markup() : design::tag({design::Tone::Info, role, "star"}),
                       span({sight.project.due ? t("projects.due", {{"day", t.day(*sight.project.due)}})
                                               : t("projects.no_due")})});
    const bool staff = is_staff(visit.actor());
    return design::heading({.title = part.key == "show" ? sight.project.title : part.title,
                            .lead = lead,
                            .above = staff ? design::breadcrumb({{t("projects.of_order"), here / "commande"}},
                                                                sight.project.title, t)
                                           : design::back_link(
                                                 part.key == "show"
                                                     ? design::Link{t("design.way.today"), Url("/aujourdhui")}
                                                     : design::Link{sight.project.title, here})}) +
           nav({cls("parts"), aria("label", t("projects.part.label")), ul({links})});
}

http::Response part_page(web::Visit& visit, const Sight& sight, const Part& part, const forms::Form& form,
                         Markup body, int status) {
    const auto& t = visit.words();
    return design::page(visit, {.title = design::form_title(form, part.title + ", " + sight.project.title, t),
                                .body = head_of(sight, visit, part) + design::mistakes(form, t) + body,
                                .here = is_staff(visit.actor()) ? "orders" : "missions",
                                .status = status});
}

std::optional<Sight> sight_for(Room& room, const web::Visit& visit, ProjectId id) {
    return room.database.read(
        [&](const sql::Reader& db) { return visible_to(db, visit.actor(), id, visit.today()); });
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"projects.not_there"}, Url("/"));
}

http::Response answered(web::Visit& visit, const Result<Done>& done, const Url& to, std::string_view said) {
    if (!done)
        return design::refused(visit, done.refusal(), to, is_staff(visit.actor()) ? "orders" : "missions");
    visit.say(said);
    return http::see_other(to);
}

}  // namespace fabnum::projects
