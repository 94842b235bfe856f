#pragma once

// What a young person wants, and what is done for it. A goal proposed by the team waits for a yes: nothing is
// planned for anybody without their word. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"

namespace fabnum::notebook {

using GoalId = Id<struct GoalTag>;
using ActionId = Id<struct ActionTag>;

enum class Theme { Work, Training, Skills, Housing, Health, Mobility, Papers, Money, Digital, Leisure };
inline constexpr std::pair<std::string_view, Theme> themes[] = {
    {"work", Theme::Work},       {"training", Theme::Training}, {"skills", Theme::Skills},
    {"housing", Theme::Housing}, {"health", Theme::Health},     {"mobility", Theme::Mobility},
    {"papers", Theme::Papers},   {"money", Theme::Money},       {"digital", Theme::Digital},
    {"leisure", Theme::Leisure}};
std::string_view word_of(Theme theme);
std::string_view icon_of(Theme theme);

enum class Consent { NotYet, Yes, No };
inline constexpr std::pair<std::string_view, Consent> consents[] = {
    {"not_yet", Consent::NotYet}, {"yes", Consent::Yes}, {"no", Consent::No}};
std::string_view word_of(Consent consent);

enum class GoalState { Open, Reached, Left };
inline constexpr std::pair<std::string_view, GoalState> goal_states[] = {
    {"open", GoalState::Open}, {"reached", GoalState::Reached}, {"left", GoalState::Left}};
std::string_view word_of(GoalState state);

// Who does an action.
enum class Doer { Person, Team, Adviser, Together };
inline constexpr std::pair<std::string_view, Doer> doers[] = {
    {"person", Doer::Person}, {"team", Doer::Team}, {"adviser", Doer::Adviser}, {"together", Doer::Together}};
std::string_view word_of(Doer doer);

struct Action {
    ActionId id = {};
    GoalId goal = {};
    std::string what = {};
    Doer doer = Doer::Person;
    std::optional<Day> due = {}, done = {};
};

struct Goal {
    GoalId id = {};
    PersonId person = {};
    SiteId site = {};
    Theme theme = Theme::Work;
    std::string title = {};
    Consent consent = Consent::NotYet;
    GoalState state = GoalState::Open;
    PersonId proposed_by = {};
    Day proposed = {};
    std::optional<Day> answered = {}, ended = {};
    std::vector<Action> actions = {};
};

// Whether actions may be added and ticked: agreed, and not over.
bool is_active(const Goal& goal);
// Whether something happened to it since that day: proposed, answered, ended, or an action done.
bool moved_since(const Goal& goal, Day since);

}  // namespace fabnum::notebook
