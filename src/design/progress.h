#pragma once

// How far a thing has come: steps, moments, gauges, printed layers.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "design/tag.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

struct Stepper {
    std::vector<std::string> steps;  // their names, in order
    std::size_t here = 0;            // the one under way; steps.size() when all are done
};
// Bars and a sentence: "Étape 3 sur 5 : l’essai".
html::Markup stepper(const Stepper& steps, const i18n::Words& words);
// The same as a list of words with their state.
html::Markup step_list(const Stepper& steps, const i18n::Words& words);

enum class When { Past, Now, Next };
struct Moment {
    When when = When::Past;
    std::string time;  // "9 h 30", "24 nov."
    std::string title;
    std::string detail = {};
    std::optional<html::Url> to = {};
    html::Markup more = {};
};
html::Markup timeline(const std::vector<Moment>& moments);

struct Gauge {
    double share = 0;                 // 0 to 1
    std::optional<double> mark = {};  // where one should be by now
    Tone tone = Tone::Info;
    std::string label;  // what it says, for those who do not see it
};
html::Markup gauge(const Gauge& gauge);
// A gauge under its figures: "2 359 h réalisées … sur 7 488".
struct Target {
    std::string figure;
    std::string word;
    std::string of;
    Gauge gauge;
};
html::Markup targets(const std::vector<Target>& all);

// A vase printed layer by layer: `done` of `planned`.
struct Layers {
    int done = 0;
    int planned = 24;
    std::string label;
};
html::Markup layers(const Layers& vase);

// Stacks side by side, one per week, each of a few sessions.
enum class Session { Next, Present, Late, Absent };
html::Markup stacks(const std::vector<std::vector<Session>>& weeks, std::string_view label);

}  // namespace fabnum::design
