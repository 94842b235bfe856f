#include "features/notebook/goal.h"

#include <algorithm>

#include "base/words.h"

namespace fabnum::notebook {

std::string_view word_of(Theme theme) {
    return word_in(themes, theme);
}
std::string_view word_of(Consent consent) {
    return word_in(consents, consent);
}
std::string_view word_of(GoalState state) {
    return word_in(goal_states, state);
}
std::string_view word_of(Doer doer) {
    return word_in(doers, doer);
}

std::string_view icon_of(Theme theme) {
    switch (theme) {
        case Theme::Work: return "briefcase";
        case Theme::Training: return "graduation-cap";
        case Theme::Skills: return "hexagon";
        case Theme::Housing: return "house";
        case Theme::Health: return "heart";
        case Theme::Mobility: return "bus";
        case Theme::Papers: return "file-text";
        case Theme::Money: return "wallet";
        case Theme::Digital: return "laptop";
        case Theme::Leisure: return "sun";
    }
    return {};
}

bool is_active(const Goal& goal) {
    return goal.consent == Consent::Yes && goal.state == GoalState::Open;
}

bool moved_since(const Goal& goal, Day since) {
    const auto recent = [&](const std::optional<Day>& day) { return day && *day >= since; };
    return goal.proposed >= since || recent(goal.answered) || recent(goal.ended) ||
           std::any_of(goal.actions.begin(), goal.actions.end(),
                       [&](const Action& one) { return recent(one.done); });
}

}  // namespace fabnum::notebook
