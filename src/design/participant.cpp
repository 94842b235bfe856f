#include "design/participant.h"

#include <array>

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

Markup day_of(const WeekDay& day) {
    const Markup inside = day.when == When::Past  ? icon("check")
                          : day.when == When::Now ? icon("map-pin")
                                                  : span({aria("hidden", "true"), day.hours});
    const std::string_view look = day.when == When::Past  ? "is-past"
                                  : day.when == When::Now ? "is-now"
                                                          : "is-next";
    return li({cls(look), span({aria("hidden", "true"), day.name}), span({cls("week-dot"), inside}),
               for_readers(day.read)});
}

Markup nut(const Skill& skill) {
    constexpr std::array<std::string_view, 3> arcs = {"M43 15.7A24.5 24.5 0 0 1 62.6 49.6",
                                                      "M59.6 54.7A24.5 24.5 0 0 1 20.4 54.7",
                                                      "M17.4 49.6A24.5 24.5 0 0 1 37 15.7"};
    Markup ring;
    for (std::size_t part = 0; part < arcs.size(); ++part)
        ring += path({classes({"nut-part", static_cast<int>(part) < skill.parts ? "is-full" : ""}),
                      attr("d", arcs[part])});
    const Markup face = path({cls("nut-face"), attr("d", "M72 58.5L40 77L8 58.5L8 21.5L40 3L72 21.5Z")}) +
                        circle({cls("nut-hole"), attr("cx", 40), attr("cy", 40), attr("r", "24.5")});
    return span({classes({"nut", "tone-" + std::string(name_of(skill.tone))}),
                 svg({attr("viewBox", "0 0 80 80"), aria("hidden", "true"), face, ring}), icon(skill.icon)});
}

}  // namespace

Markup now_card(const NowCard& now) {
    Markup facts;
    for (const auto& [name, words] : now.facts) facts += li({icon(name), span({words})});
    return section({cls("hero"), p({cls("hero-moment"), i({}), now.moment}), h2({now.title}),
                    facts.empty() ? Markup() : ul({cls("hero-facts"), role("list"), facts}), now.action});
}

Markup done_line(std::string_view sentence) {
    return p({cls("done-line"), icon("circle-check"), span({sentence})});
}

Markup todo_card(const TodoCard& todo) {
    return section({cls("todo"),
                    div({cls("todo-line"), tile(todo.icon, Tone::Progress),
                         div({h2({todo.title}), todo.sentence.empty() ? Markup() : p({todo.sentence})})}),
                    todo.action});
}

Markup mission_card(const MissionCard& mission, const i18n::Words& words) {
    const Markup cover =
        mission.photo ? img({src(*mission.photo), attr("alt", mission.photo_alt)}) : picture(mission.picture);
    const Markup role_tag =
        mission.role.empty() ? Markup() : span({cls("tag mission-role"), icon("star"), mission.role});
    return a({cls("mission"), href(mission.to), div({cls("mission-cover"), cover, role_tag}),
              div({cls("mission-text"), h3({mission.title}),
                   mission.detail.empty() ? Markup() : p({cls("mission-detail"), mission.detail}),
                   mission.steps ? stepper(*mission.steps, words) : Markup(),
                   mission.due.empty() ? Markup() : p({cls("mission-detail"), mission.due})})});
}

Markup week_card(const WeekCard& week) {
    const Markup days =
        week.days.empty() ? Markup() : ul({cls("week-days"), role("list"), each(week.days, day_of)});
    return section({cls("week"), layers(week.layers),
                    div({p({cls("week-figure"), week.figure, " ", small({week.of})}), p({week.sentence})}),
                    days});
}

Markup skills(const std::vector<Skill>& skills, std::string_view label) {
    return ul({cls("skills"), role("list"), attr("tabindex", 0), aria("label", label),
               each(skills, [](const Skill& skill) {
                   const Markup news = skill.news.empty() ? Markup() : span({cls("skill-news"), skill.news});
                   return li({cls("skill"), news, nut(skill), b({skill.name}), small({skill.level})});
               })});
}

Markup message(const Message& message) {
    const Markup from = p({cls("bubble-from"), b({message.from.name}), span({message.when})});
    return article({classes({"message", message.mine ? "message-mine" : ""}),
                    message.mine ? Markup() : person_disc(message.from, Size::Large),
                    div({cls("bubble"), from, message.body, message.action})});
}

Markup listen_button(const i18n::Words& words) {
    return html::button({cls("listen"), type("button"), flag("hidden"), data("listen", ""),
                         data("stop-word", words("design.stop")), aria("pressed", "false"), icon("volume-2"),
                         span({words("design.listen")})});
}

}  // namespace fabnum::design
