// GET /jeunes/{}/but: a goal, proposed or one's own. GET /buts/{}/action: what is done for it, by whom, when.

#include "base/words.h"
#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

namespace {

bool may_open(Room& room, const web::Visit& visit, PersonId person) {
    return room.database.read(
        [&](const sql::Reader& db) { return notebook::may_open(db, visit.actor(), person); });
}

http::Response goal_page(web::Visit& visit, const Back& back, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const bool mine = visit.actor().role == Role::Participant;
    design::Choices themes{.name = "theme", .label = t("paths.goal.theme"), .choices = {}};
    for (const auto& [word, theme] : notebook::themes)
        themes.choices.push_back(
            {std::string(word), t("paths.theme." + std::string(word)), {}, notebook::icon_of(theme)});
    const Url to = back_url(visit, back);
    const std::string title = t(mine ? "paths.goal.new_mine" : "paths.goal.new");
    auto body = design::heading({.title = title,
                                 .lead = p({t(mine ? "paths.goal.new_mine_lead" : "paths.goal.new_lead")}),
                                 .above = design::back_link({t("paths.back"), to})});
    body += design::mistakes(form, t);
    body +=
        design::card({.title = title,
                      .body = design::sending(
                          Url("/jeunes") / back.person / "buts",
                          back_field(to) +
                              design::field(form,
                                            {.name = "title",
                                             .label = t(mine ? "paths.goal.what_mine" : "paths.goal.what"),
                                             .help = t("paths.goal.what_help"),
                                             .example = t("paths.goal.what_example"),
                                             .most_characters = 120},
                                            t) +
                              design::radio_cards(form, themes, t) +
                              design::button({.word = t(mine ? "paths.goal.keep" : "paths.goal.propose"),
                                              .icon = "target"})),
                      .quiet = true});
    return design::page(visit, {.title = design::form_title(form, title, t),
                                .body = body,
                                .here = here_of(visit),
                                .status = status});
}

http::Response action_page(web::Visit& visit, const notebook::Goal& goal, const Back& back,
                           const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    design::Choices who{.name = "doer", .label = t("paths.goal.doer"), .choices = {}};
    for (const auto& [word, doer] : notebook::doers)
        who.choices.push_back({std::string(word), t("paths.doer." + std::string(word))});
    const Url to = back_url(visit, back);
    auto body = design::heading({.title = t("paths.goal.action_new"),
                                 .lead = p({goal.title}),
                                 .above = design::back_link({t("paths.back"), to})});
    body += design::mistakes(form, t);
    body += design::card(
        {.title = t("paths.goal.action_new"),
         .body = design::sending(Url("/buts") / goal.id / "actions",
                                 back_field(to) +
                                     design::field(form,
                                                   {.name = "what",
                                                    .label = t("paths.goal.action_what"),
                                                    .example = t("paths.goal.action_example"),
                                                    .most_characters = 160},
                                                   t) +
                                     design::radio_cards(form, who, t) +
                                     design::field(form,
                                                   {.name = "due",
                                                    .label = t("paths.goal.action_due"),
                                                    .input = design::Input::Day,
                                                    .optional = true},
                                                   t) +
                                     design::button({.word = t("paths.goal.action_keep"), .icon = "check"})),
         .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("paths.goal.action_new"), t),
                                .body = body,
                                .here = here_of(visit),
                                .status = status});
}

std::optional<notebook::Goal> goal_for(Room& room, const web::Visit& visit, notebook::GoalId id) {
    return room.database.read([&](const sql::Reader& db) { return notebook::goal(db, visit.actor(), id); });
}

}  // namespace

http::Response goal_form(Room& room, web::Visit& visit, PersonId person) {
    if (!may_open(room, visit, person)) return not_there(visit);
    return goal_page(visit, back_of(visit, person), forms::Form());
}

http::Response goal_propose(Room& room, web::Visit& visit, PersonId person) {
    if (!may_open(room, visit, person)) return not_there(visit);
    forms::Form form(visit);
    notebook::NewGoal goal{.person = person};
    goal.title = form.text("title", {.most = 120, .missing = "paths.goal.what_missing"});
    if (const auto theme = form.choice<notebook::Theme>("theme", notebook::themes)) goal.theme = *theme;
    const Back back = back_of(visit, person);
    if (!form.is_good()) return goal_page(visit, back, form, 422);
    const auto made = notebook::propose(room.database, visit.act(), goal, visit.today());
    return answered(visit, made ? Result<Done>(Done{}) : Result<Done>(made.refusal()), back_url(visit, back),
                    visit.actor().person == person ? "paths.said.goal_mine" : "paths.said.goal");
}

http::Response goal_answer(Room& room, web::Visit& visit, notebook::GoalId id) {
    forms::Form form(visit);
    const auto consent = form.choice<notebook::Consent>("consent", notebook::consents);
    if (!consent) return not_there(visit);
    return answered(visit, notebook::answer_goal(room.database, visit.act(), id, *consent, visit.today()),
                    back_url(visit, back_of(visit, visit.actor().person)), "paths.said.answer");
}

http::Response goal_end(Room& room, web::Visit& visit, notebook::GoalId id) {
    const auto goal = goal_for(room, visit, id);
    forms::Form form(visit);
    const auto state = form.choice<notebook::GoalState>("state", notebook::goal_states);
    if (!goal || !state) return not_there(visit);
    return answered(visit, notebook::end_goal(room.database, visit.act(), id, *state, visit.today()),
                    back_url(visit, back_of(visit, goal->person)),
                    "paths.said.goal_" + std::string(notebook::word_of(*state)));
}

http::Response action_form(Room& room, web::Visit& visit, notebook::GoalId id) {
    const auto goal = goal_for(room, visit, id);
    if (!goal) return not_there(visit);
    forms::Form form;
    form.put("doer", "person");
    return action_page(visit, *goal, back_of(visit, goal->person), form);
}

http::Response action_add(Room& room, web::Visit& visit, notebook::GoalId id) {
    const auto goal = goal_for(room, visit, id);
    if (!goal) return not_there(visit);
    forms::Form form(visit);
    notebook::NewAction action;
    action.what = form.text("what", {.most = 160, .missing = "paths.goal.action_missing"});
    if (const auto doer = form.choice<notebook::Doer>("doer", notebook::doers)) action.doer = *doer;
    action.due = form.day("due", forms::Need::Maybe);
    const Back back = back_of(visit, goal->person);
    if (!form.is_good()) return action_page(visit, *goal, back, form, 422);
    return answered(visit, notebook::add_action(room.database, visit.act(), id, action),
                    back_url(visit, back), "paths.said.action");
}

http::Response action_tick(Room& room, web::Visit& visit, notebook::ActionId id) {
    const auto goal =
        room.database.read([&](const sql::Reader& db) { return notebook::goal_of(db, visit.actor(), id); });
    if (!goal) return not_there(visit);
    const bool done = forms::Form(visit).has("done", "yes");
    return answered(visit, notebook::tick(room.database, visit.act(), id, done, visit.today()),
                    back_url(visit, back_of(visit, goal->person)),
                    done ? "paths.said.action_done" : "paths.said.action_undone");
}

}  // namespace fabnum::paths
