#include <algorithm>

#include "app/world/generated_site.h"
#include "app/world/generated_words.h"

namespace fabnum::app::world {

namespace {

using orders::State;
using projects::Activity;
using store::Table;

// Of a cohort at work. None waits for an approval: that needs a picture.
constexpr State at_work[] = {
    State::Closed,   State::Closed,    State::Closed,     State::Delivered, State::Delivered,
    State::Ready,    State::Making,    State::Making,     State::Making,    State::Making,
    State::Making,   State::Making,    State::Suspended,  State::Accepted,  State::Accepted,
    State::Declined, State::Cancelled, State::Clarifying, State::Received,  State::Received,
};

bool has_team(State state) {
    return state == State::Making || state == State::Ready || state == State::Delivered ||
           state == State::Closed || state == State::Suspended;
}
bool is_delivered(State state) {
    return state == State::Delivered || state == State::Closed;
}

// One order while its rows are gathered.
struct Draft {
    orders::OrderId id;
    State state = State::Received;
    const Wish* wish = nullptr;
    const GeneratedPartner* partner = nullptr;
    projects::ProjectId project;
    Day received, started, delivered;
    std::array<PersonId, 4> team;  // the lead, then the referent
    int steps_done = 0;
    std::int64_t minutes = 0;
    Money materials;
};

int steps_done(Chance& chance, State state) {
    if (is_delivered(state)) return static_cast<int>(projects::activity_count);
    return state == State::Ready ? 5 : chance.between(1, 4);
}

void add_steps(Generation& g, Draft& order, Activity activity, int position) {
    const auto step = g.rows.next<projects::StepId>(Table::ProjectSteps);
    const auto state = position <= order.steps_done       ? projects::StepState::Done
                       : position == order.steps_done + 1 ? projects::StepState::Doing
                                                          : projects::StepState::ToDo;
    g.rows.add(Table::ProjectSteps,
               {step, order.project, position, projects::word_of(activity), projects::word_of(state)});
    if (state == projects::StepState::ToDo) return;
    const Day day = std::min(weekday_before(order.started + position * 4), g.today);
    for (const PersonId person : order.team) {
        if (g.chance.in(45)) continue;
        const int minutes = g.chance.between(4, 16) * 15;
        order.minutes += minutes;
        g.rows.add(Table::ProjectWork, {g.rows.next<Id<struct WorkTag>>(Table::ProjectWork), order.project,
                                        step, person, day, minutes, order.team[0]});
    }
    if (activity == Activity::Prototype && g.chance.in(30))
        g.rows.add(Table::ProjectTries, {g.rows.next<projects::TryId>(Table::ProjectTries), order.project,
                                         step, day, "La pièce a cassé au montage.",
                                         "Nous avons mesuré le jeu et refait l’angle.", order.team[2]});
}

void add_project(Generation& g, const GeneratedSite& site, const GeneratedCohort& cohort, Draft& order,
                 int place) {
    order.project = g.rows.next<projects::ProjectId>(Table::Projects);
    order.steps_done = steps_done(g.chance, order.state);
    // The roles turn with the orders; the two others are neighbours in the list.
    for (std::size_t i = 0; i < order.team.size(); ++i)
        order.team[i] =
            cohort
                .members[(static_cast<std::size_t>(place) * 2 + i * (i > 1 ? 3 : 1)) % cohort.members.size()];
    const auto ended = is_delivered(order.state) ? std::optional(order.delivered) : std::nullopt;
    g.rows.add(Table::Projects,
               {order.project, site.id, cohort.id, order.wish->title, orders::word_of(order.wish->kind),
                order.started + 35, order.started, ended});
    for (std::size_t i = 0; i < order.team.size(); ++i) {
        const auto turn = i == 0   ? projects::Turn::Lead
                          : i == 1 ? projects::Turn::Referent
                                   : projects::Turn::Member;
        g.rows.add(Table::ProjectMembers, {order.project, order.team[i], projects::word_of(turn)});
        if (turn != projects::Turn::Member)
            g.rows.add(Table::ProjectTurns,
                       {g.rows.next<Id<struct TurnTag>>(Table::ProjectTurns), order.project, order.team[i],
                        projects::word_of(turn), true, order.started});
    }
    int position = 0;
    for (const Activity activity : projects::template_of(orders::word_of(order.wish->kind)))
        add_steps(g, order, activity, ++position);
    const bool passed = is_delivered(order.state) || order.state == State::Ready;
    for (int check = 1; check <= 3; ++check)
        g.rows.add(Table::ProjectChecks,
                   {g.rows.next<projects::CheckId>(Table::ProjectChecks), order.project, check,
                    "Conforme à la demande", passed ? std::optional(true) : std::nullopt,
                    passed ? order.team[0] : PersonId{},
                    passed ? std::optional(at_hour(order.started + 20, 10)) : std::nullopt});
}

void add_message(Generation& g, const Draft& order, Day day, PersonId by, std::string_view words) {
    g.rows.add(Table::OrderMessages, {g.rows.next<Id<struct MessageTag>>(Table::OrderMessages), order.id,
                                      at_hour(day, 11), !by, by, words});
}

void add_talk(Generation& g, const GeneratedSite& site, const Draft& order) {
    if (order.state == State::Received) return;
    g.rows.add(Table::OrderTriages,
               {order.id, order.state == State::Declined ? "no" : "yes", "yes", "yes", "yes",
                g.chance.in(80) ? "yes" : "unsure", site.fabmanager, at_hour(order.received + 1, 9)});
    add_message(g, order, order.received + 2, site.coordinator, "Bonjour, pour quand, et où sera-ce posé ?");
    if (order.state == State::Clarifying) return;
    add_message(g, order, order.received + 3, {}, "À l’entrée, avant la fin du mois si possible. Merci !");
    if (!order.project) return;
    add_message(g, order, order.started + 6, order.team[1],
                "Bonjour, nous avons commencé. Un essai arrive bientôt.");
    const int parts = g.chance.between(1, 3);
    for (int part = 0; part < parts; ++part)
        g.rows.add(Table::OrderMaterials,
                   {g.rows.next<Id<struct MaterialTag>>(Table::OrderMaterials), order.id, "Contreplaqué 5 mm",
                    "2 plaques", Money{order.materials.cents / parts}});
    if (!is_delivered(order.state)) return;
    const auto value = orders::value_of(order.minutes, order.materials, sites::Site{}.hour_value);
    g.rows.add(Table::OrderDeliveries, {order.id, order.delivered, order.partner->name, order.partner->person,
                                        "paper", order.team[1], value.total, value.minutes, value.materials});
    if (g.chance.in(75))
        g.rows.add(Table::OrderThanks,
                   {order.id, g.chance.in(80) ? "fully" : "mostly",
                    "Merci à toute l’équipe, c’est très réussi.", at_hour(order.delivered + 1, 10)});
}

void note(Generation& g, const GeneratedSite& site, const Draft& order, const Actor& by, Day day,
          std::string_view action) {
    g.journal.push_back({.act = {.by = by, .at = at_hour(day, 12)},
                         .action = action,
                         .subject_kind = "order",
                         .subject = order.id.value,
                         .site = site.id});
}

void add_lines(Generation& g, const GeneratedSite& site, const Draft& order) {
    const Actor requester{.person = {}, .role = Role::Requester, .site = {}};
    const Actor coordinator{.person = site.coordinator, .role = Role::Coordinator, .site = site.id};
    note(g, site, order, requester, order.received, "order.received");
    if (order.project) {
        note(g, site, order, coordinator, order.started, "order.started");
        if (is_delivered(order.state))
            note(g, site, order, {order.team[1], Role::Participant, site.id}, order.delivered,
                 "order.delivered");
    } else if (order.state == State::Declined) {
        note(g, site, order, coordinator, order.received + 3, "order.declined");
    }
}

void add_order(Generation& g, GeneratedSite& site, const GeneratedCohort& cohort, Draft order, int place) {
    order.id = g.rows.next<orders::OrderId>(Table::Orders);
    order.wish = &g.chance.of(wishes());
    order.partner = &site.partners[g.chance.below(site.partners.size())];
    order.materials = Money{g.chance.between(10, 140) * 100};
    if (has_team(order.state)) add_project(g, site, cohort, order, place);

    orders::Order named;
    named.year = static_cast<int>(order.received.ymd().year());
    named.number = ++site.last_number[named.year];
    const bool studied = order.state != State::Received;
    const bool accepted = has_team(order.state) || order.state == State::Accepted;
    const bool stopped =
        order.state == State::Declined || order.state == State::Cancelled || order.state == State::Suspended;
    const Day changed = is_delivered(order.state) ? order.delivered
                        : order.project           ? order.started
                                                  : order.received + (studied ? 3 : 0);
    g.rows.add(Table::Orders, {order.id,
                               site.id,
                               named.year,
                               named.number,
                               orders::word_of(order.state),
                               orders::word_of(order.wish->kind),
                               order.wish->title,
                               order.wish->need,
                               order.wish->beneficiaries,
                               order.wish->quantity,
                               order.received + 50,
                               order.partner->organisation,
                               order.partner->contact,
                               order.project,
                               accepted ? std::optional(order.started + 35) : std::nullopt,
                               studied ? std::optional(order.materials) : std::nullopt,
                               stopped ? "Nous en parlons avec le demandeur." : "",
                               at_hour(order.received, 10),
                               at_hour(changed, 15),
                               is_delivered(order.state) ? std::optional(order.delivered) : std::nullopt,
                               "fr",
                               i18n::search_key(orders::reference_of(named) + " " +
                                                std::string(order.wish->title) + " " + order.partner->name)});
    add_talk(g, site, order);
    add_lines(g, site, order);
}

}  // namespace

void add_orders(Generation& g, GeneratedSite& site, const GeneratedCohort& cohort) {
    const bool is_over = cohort.ends < g.today;
    std::vector<Draft> drafts;
    for (int place = 0; place < static_cast<int>(std::size(at_work)); ++place) {
        Draft order;
        order.state = at_work[place];
        if (is_over)
            order.state = g.chance.in(85)   ? State::Closed
                          : g.chance.in(60) ? State::Declined
                                            : State::Cancelled;
        const bool begins = has_team(order.state);
        order.started = weekday_before(cohort.starts + (is_over ? 4 + place * 7 : 2 + place * 3));
        order.received = weekday_before(begins || is_over ? order.started - g.chance.between(12, 30)
                                                          : g.today - g.chance.between(4, 20));
        order.delivered = weekday_before(std::min(order.started + g.chance.between(28, 38), g.today - 1));
        if (order.state == State::Accepted) order.started = g.today;
        drafts.push_back(order);
    }
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.received < b.received; });
    for (std::size_t i = 0; i < drafts.size(); ++i)
        add_order(g, site, cohort, drafts[i], static_cast<int>(i));
}

}  // namespace fabnum::app::world
