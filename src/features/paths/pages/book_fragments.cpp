// The goals and the notes of a notebook, as they stand on a path and in an interview.

#include "features/paths/pages/path_fragments.h"

namespace fabnum::paths {

using namespace html;

namespace {

Markup small_act(const Url& to, std::string word, std::string_view icon, const std::string& about,
                 Markup hidden, design::Look look = design::Look::Soft) {
    const std::string label = word + ", " + about;
    return design::act_button(
        to,
        {.word = std::move(word), .icon = icon, .look = look, .size = design::Size::Small, .label = label},
        std::move(hidden));
}

Markup actions_of(const notebook::Goal& goal, const Markup& back, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const auto& action : goal.actions) {
        std::string detail = t("paths.doer." + std::string(notebook::word_of(action.doer)));
        if (action.done)
            detail += ", " + t("paths.goal.done_on", {{"day", t.short_day(*action.done)}});
        else if (action.due)
            detail += ", " + t("paths.goal.for_day", {{"day", t.day_from_today(*action.due, visit.today())}});
        Markup act;
        if (notebook::is_active(goal))
            act = small_act(Url("/actions") / action.id / "etat",
                            t(action.done ? "paths.goal.undo" : "paths.goal.tick"),
                            action.done ? "undo-2" : "check", action.what,
                            back + design::hidden("done", action.done ? "no" : "yes"));
        rows += design::decision_row({.icon = action.done ? "circle-check" : "circle-dashed",
                                      .tone = action.done ? design::Tone::Good : design::Tone::Plain,
                                      .title = action.what,
                                      .detail = detail,
                                      .action = act});
    }
    return rows.empty() ? Markup() : ul({cls("rows"), html::role("list"), rows});
}

design::Tag tag_of(const notebook::Goal& goal, const i18n::Words& t) {
    using notebook::Consent;
    using notebook::GoalState;
    if (goal.state == GoalState::Reached) return {design::Tone::Good, t("paths.goal.reached")};
    if (goal.state == GoalState::Left) return {design::Tone::Draft, t("paths.goal.left")};
    if (goal.consent == Consent::Yes) return {design::Tone::Info, t("paths.goal.agreed")};
    if (goal.consent == Consent::No) return {design::Tone::Draft, t("paths.goal.said_no")};
    return {design::Tone::Progress, t("paths.goal.waits")};
}

Markup buttons_of(const notebook::Goal& goal, const Markup& back, const Url& back_to,
                  const web::Visit& visit) {
    const auto& t = visit.words();
    const bool mine = visit.actor().person == goal.person;
    const Url here = Url("/buts") / goal.id;
    if (goal.state != notebook::GoalState::Open)
        return small_act(here / "fin", t("paths.goal.reopen"), "undo-2", goal.title,
                         back + design::hidden("state", "open"));
    Markup buttons;
    if (mine && goal.consent != notebook::Consent::Yes) {
        buttons += small_act(here / "reponse", t("paths.goal.say_yes"), "check", goal.title,
                             back + design::hidden("consent", "yes"), design::Look::Strong);
        if (goal.consent == notebook::Consent::NotYet)
            buttons += small_act(here / "reponse", t("paths.goal.say_no"), "x", goal.title,
                                 back + design::hidden("consent", "no"));
        return div({cls("button-row"), buttons});
    }
    if (notebook::is_active(goal)) {
        buttons += design::link_button({.word = t("paths.goal.add_action"),
                                        .icon = "plus",
                                        .look = design::Look::Soft,
                                        .size = design::Size::Small,
                                        .label = t("paths.goal.add_action") + ", " + goal.title},
                                       (here / "action").with("retour", back_to.text()));
        buttons += small_act(here / "fin", t("paths.goal.reach"), "flag", goal.title,
                             back + design::hidden("state", "reached"));
        if (mine)
            buttons += small_act(here / "reponse", t("paths.goal.take_back"), "undo-2", goal.title,
                                 back + design::hidden("consent", "not_yet"));
    }
    buttons += small_act(here / "fin", t("paths.goal.leave"), "x", goal.title,
                         back + design::hidden("state", "left"));
    return div({cls("button-row"), buttons});
}

}  // namespace

Markup goals_of(const notebook::Notebook& book, const Back& back, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool mine = visit.actor().role == Role::Participant;
    const Url to = back_url(visit, back);
    const Markup hidden = back_field(to);
    Markup goals;
    for (const auto& goal : book.goals)
        goals += article(
            {cls("goal"),
             div({cls("line"), design::tile(notebook::icon_of(goal.theme), design::Tone::Info),
                  div({h3({goal.title}),
                       span({cls("soft"), t("paths.theme." + std::string(notebook::word_of(goal.theme)))}),
                       " ", design::tag(tag_of(goal, t))})}),
             actions_of(goal, hidden, visit), buttons_of(goal, hidden, to, visit)});
    const Markup add = design::link_button({.word = t(mine ? "paths.goal.add_mine" : "paths.goal.add"),
                                            .icon = "plus",
                                            .look = design::Look::Outline},
                                           (Url("/jeunes") / back.person / "but").with("retour", to.text()));
    if (goals.empty())
        return design::empty_state({.icon = "target",
                                    .title = t("paths.goal.none"),
                                    .sentence = t(mine ? "paths.goal.none_mine" : "paths.goal.none_why"),
                                    .action = add});
    return div({cls("goals"), goals}) + add;
}

Markup notes_of(const notebook::Notebook& book, const std::map<PersonId, people::Face>& faces,
                const Back& back, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool mine = visit.actor().role == Role::Participant;
    const Url to = back_url(visit, back);
    Markup rows;
    for (const auto& note : book.notes) {
        const auto face = faces.find(note.by);
        std::string who = face == faces.end() ? std::string() : people::short_name(face->second) + ", ";
        if (note.by == visit.actor().person) who = t("paths.note.me") + ", ";
        Markup erase;
        if (note.by == visit.actor().person)
            erase = small_act(Url("/notes") / note.id / "effacement", t("paths.note.erase"), "trash-2",
                              t.day(note.written), back_field(to), design::Look::Bare);
        rows += article(
            {cls("note-line"), p({note.text}),
             div({cls("line"),
                  design::tag({design::Tone::Plain,
                               t("paths.reading." + std::string(notebook::word_of(note.reading))),
                               note.reading == notebook::Reading::Shared ? "users" : "lock"}),
                  small({cls("soft"), who + t.day_with_year(note.written) + ". " +
                                          t("paths.note.until", {{"day", t.day_with_year(note.ends)}})}),
                  erase})});
    }
    const Markup add = design::link_button({.word = t(mine ? "paths.note.add_mine" : "paths.note.add"),
                                            .icon = "pen-line",
                                            .look = design::Look::Outline},
                                           (Url("/jeunes") / back.person / "note").with("retour", to.text()));
    if (rows.empty())
        return design::empty_state({.icon = "pen-line",
                                    .title = t("paths.note.none"),
                                    .sentence = t(mine ? "paths.note.none_mine" : "paths.note.none_why"),
                                    .action = add});
    return rows + add;
}

}  // namespace fabnum::paths
