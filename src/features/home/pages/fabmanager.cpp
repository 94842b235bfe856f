// GET /atelier: the fabmanager's home on a tablet: the missions under way, what each needs now, big targets.

#include "base/text.h"
#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"
#include "features/home/pages/jobs_card.h"
#include "features/home/pages/presence_card.h"
#include "features/home/pages/workshop_card.h"

namespace fabnum::home {

using namespace html;

http::Response fabmanager(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    struct Facts {
        orders::Rows under_way, received;
        std::map<projects::ProjectId, projects::Glance> missions;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        using orders::State;
        Facts found;
        const auto list = [&](std::vector<State> states, int most) {
            return room.orders.list(db, visit.actor(),
                                    {.site = visit.actor().site,
                                     .states = std::move(states),
                                     .kind = {},
                                     .words = {},
                                     .late = false,
                                     .sort = "due",
                                     .most = most,
                                     .skip = 0},
                                    visit.today());
        };
        found.under_way = list({State::Making, State::Approving, State::Ready}, 20);
        found.received = list({State::Received, State::Accepted}, 8);
        std::vector<projects::ProjectId> ids;
        for (const auto& row : found.under_way.rows)
            if (row.order.project) ids.push_back(row.order.project);
        found.missions = projects::glances(db, ids);
        return found;
    });
    auto body = design::heading({.title = t("home.hello", {{"name", visit.visitor().given_name}}),
                                 .lead = p({capitalised(t.day(visit.today())), ". ",
                                            t("home.fabmanager.lead", {{"count", facts.under_way.count}})})});
    body += presence_card(room, visit);
    body += machine_wall(room, visit);
    Markup cards;
    for (const auto& row : facts.under_way.rows) {
        const auto mission = facts.missions.find(row.order.project);
        if (mission == facts.missions.end()) continue;
        const auto& glance = mission->second;
        const Url at = Url("/missions") / row.order.project;
        design::Stepper steps{.steps = {},
                              .here = projects::current_step(glance.steps).value_or(glance.steps.size())};
        for (const auto& step : glance.steps) steps.steps.push_back(step_title(step, glance.project, t));
        std::vector<design::Person> team;
        for (const auto& member : glance.team)
            team.push_back({member.face.id.value, people::short_name(member.face)});
        const bool late = orders::is_late(row.order, visit.today());
        const Markup when =
            row.order.due ? design::tag({late ? design::Tone::Alert : design::Tone::Info,
                                         late ? t("orders.days_late",
                                                  {{"days", days_between(*row.order.due, visit.today())}})
                                              : t.day_from_today(*row.order.due, visit.today())})
                          : Markup();
        cards += design::card(
            {.title = row.order.title,
             .body = div({cls("line"), when, design::people_stack(team, t)}) + design::stepper(steps, t) +
                     design::button_row(
                         {design::link_button(
                              {.word = t("orders.do.mission"), .icon = "hammer", .size = design::Size::Large},
                              at),
                          design::link_button({.word = t("projects.photos.take"),
                                               .icon = "camera",
                                               .look = design::Look::Outline,
                                               .size = design::Size::Large},
                                              at / "photos"),
                          design::link_button({.word = t("projects.part.checks"),
                                               .icon = "clipboard-check",
                                               .look = design::Look::Outline,
                                               .size = design::Size::Large},
                                              at / "controle")})});
    }
    if (cards.empty())
        cards = design::empty_state({.icon = "hammer",
                                     .title = t("home.fabmanager.none"),
                                     .sentence = t("home.fabmanager.none_why")});
    Markup waiting;
    for (const auto& row : facts.received.rows) {
        const bool study = row.order.state == orders::State::Received;
        waiting +=
            design::decision_row({.icon = study ? "inbox" : "users",
                                  .tone = study ? design::Tone::Progress : design::Tone::Info,
                                  .title = row.order.title,
                                  .detail = row.organisation,
                                  .action = design::link_button(
                                      {.word = t(study ? "home.decide.study_do" : "home.decide.team_do"),
                                       .look = design::Look::Outline,
                                       .label = t(study ? "home.decide.study_do" : "home.decide.team_do") +
                                                ", " + row.order.title},
                                      Url("/commandes") / row.order.id / (study ? "etude" : "equipe"))});
    }
    const Markup narrow = waiting.empty()
                              ? Markup()
                              : design::card({.title = t("home.fabmanager.waiting"),
                                              .body = ul({cls("rows"), html::role("list"), waiting}),
                                              .flush = true});
    body += design::columns(design::stack({cards}),
                            design::stack({jobs_card(room, visit), care_card(room, visit), narrow}));
    return design::page(visit, {.title = t("design.way.workshop"), .body = body, .here = "workshop"});
}

}  // namespace fabnum::home
