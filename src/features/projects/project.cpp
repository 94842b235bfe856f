#include "features/projects/project.h"

#include "base/words.h"

namespace fabnum::projects {

std::string_view word_of(Activity activity) {
    return word_in(activities, activity);
}
Activity activity_from(std::string_view word) {
    return value_in(activities, word);
}
std::string_view word_of(StepState state) {
    return word_in(step_states, state);
}
StepState step_state_from(std::string_view word) {
    return value_in(step_states, word);
}
std::string_view word_of(Turn turn) {
    return word_in(turns, turn);
}
Turn turn_from(std::string_view word) {
    return value_in(turns, word);
}

std::vector<Activity> template_of(std::string_view kind_of_order) {
    using enum Activity;
    // Nothing is made without being tried; a repair begins by looking, a survey ends by telling.
    if (kind_of_order == "repair") return {Meet, Prototype, Make, Finish, Document, Deliver};
    if (kind_of_order == "workshop" || kind_of_order == "training")
        return {Meet, Design, Prototype, Make, Document, Deliver};
    if (kind_of_order == "event") return {Meet, Design, Prototype, Make, Finish, Document, Deliver};
    if (kind_of_order == "survey") return {Meet, Design, Prototype, Make, Document, Deliver};
    return {Meet, Design, Prototype, Make, Finish, Document, Deliver};
}

std::optional<std::size_t> current_step(const std::vector<Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].state == StepState::Doing) return i;
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].state == StepState::ToDo) return i;
    return std::nullopt;
}

int steps_done(const std::vector<Step>& steps) {
    int done = 0;
    for (const Step& step : steps) done += step.state == StepState::Done ? 1 : 0;
    return done;
}

bool all_done(const std::vector<Step>& steps) {
    return !steps.empty() && steps_done(steps) == static_cast<int>(steps.size());
}

bool may_lead(const Actor& actor, Turn turn) {
    return is_staff(actor) || turn == Turn::Lead;
}
bool may_work(const Actor& actor, std::optional<Turn> turn) {
    return is_staff(actor) || turn.has_value();
}

}  // namespace fabnum::projects
