#pragma once

// What happened in the small lab, moment by moment. Moments are given in working days before today, and told
// in the order of time whatever the order in which they were written down.

#include <functional>
#include <vector>

#include "base/actor.h"
#include "base/day.h"

namespace fabnum::app::world {

// Working days before today, and the time on the wall clock.
struct When {
    int ago = 0;
    int hour = 9, minute = 0;
};

struct Moment {
    Instant at;
    Day day;
};

class Story {
 public:
    explicit Story(Instant now);

    Instant now() const { return now_; }
    Day today() const { return today_; }
    // Working days before today (or after it, when negative). On a Sunday, 0 is the Friday before.
    Day day(int ago) const;
    Moment moment(When when) const { return on(day(when.ago), when.hour, when.minute); }
    Moment on(Day day, int hour, int minute = 0) const;

    void add(When when, std::function<void(const Moment&)> what) { add(moment(when), std::move(what)); }
    void add(Moment when, std::function<void(const Moment&)> what) {
        scenes_.push_back({when, std::move(what)});
    }
    void tell();

 private:
    struct Scene {
        Moment when;
        std::function<void(const Moment&)> what;
    };

    Instant now_;
    Day today_;
    std::vector<Scene> scenes_;
};

}  // namespace fabnum::app::world
