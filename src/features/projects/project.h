#pragma once

// A mission: what a small team of young people makes, step by step. Everyone takes part in every kind of
// activity; the lead moves the steps, the referent answers whoever asked. Pure.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "features/cohorts/cohorts.h"

namespace fabnum::projects {

using ProjectId = Id<struct ProjectTag>;
using StepId = Id<struct StepTag>;
using TryId = Id<struct TryTag>;
using PhotoId = Id<struct PhotoTag>;
using CheckId = Id<struct CheckTag>;

// The kinds of activity that making anything needs, in their usual order.
enum class Activity { Meet, Design, Prototype, Make, Finish, Document, Deliver };
inline constexpr std::pair<std::string_view, Activity> activities[] = {
    {"meet", Activity::Meet},      {"design", Activity::Design}, {"prototype", Activity::Prototype},
    {"make", Activity::Make},      {"finish", Activity::Finish}, {"document", Activity::Document},
    {"deliver", Activity::Deliver}};
inline constexpr std::size_t activity_count = std::size(activities);
std::string_view word_of(Activity activity);
Activity activity_from(std::string_view word);

enum class StepState { ToDo, Doing, Done };
inline constexpr std::pair<std::string_view, StepState> step_states[] = {
    {"todo", StepState::ToDo}, {"doing", StepState::Doing}, {"done", StepState::Done}};
std::string_view word_of(StepState state);
StepState step_state_from(std::string_view word);

// The two roles that turn; everybody else is a member.
enum class Turn { Member, Lead, Referent };
inline constexpr std::pair<std::string_view, Turn> turns[] = {
    {"member", Turn::Member}, {"lead", Turn::Lead}, {"referent", Turn::Referent}};
std::string_view word_of(Turn turn);
Turn turn_from(std::string_view word);

struct Project {
    ProjectId id;
    SiteId site;
    cohorts::CohortId cohort;
    std::string title;
    std::string template_name;  // the kind of order it was made for: "sign"
    std::optional<Day> due;
    Day started;
    std::optional<Day> ended;
    std::string summary, licence;  // of the sheet to publish later
    bool sheet_ready = false;
};

struct Step {
    StepId id;
    ProjectId project;
    int position = 0;
    Activity kind = Activity::Make;
    std::string title;  // "" : the template's own words
    StepState state = StepState::ToDo;
};

// The activities of a kind of order, in order: a sign is designed, tried, cut, finished…
std::vector<Activity> template_of(std::string_view kind_of_order);

// Where the work is: the first step under way, else the first to do; nullopt when all are done.
std::optional<std::size_t> current_step(const std::vector<Step>& steps);
int steps_done(const std::vector<Step>& steps);
bool all_done(const std::vector<Step>& steps);

// Who may move the steps and note work of the whole team: the staff and the lead.
bool may_lead(const Actor& actor, Turn turn);
// Who may add photos, tries and their own work: anybody of the team, and the staff.
bool may_work(const Actor& actor, std::optional<Turn> turn);

}  // namespace fabnum::projects
