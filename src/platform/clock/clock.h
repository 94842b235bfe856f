#pragma once

// The only place that asks the time. Tests and the demonstration pass a clock of their own.

#include "base/day.h"

namespace fabnum::clock {

class Clock {
 public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

// The machine's time.
const Clock& system();

// Always the same instant, until moved.
class Fixed : public Clock {
 public:
    explicit Fixed(Instant at) : at_(at) {}
    Instant now() const override { return at_; }
    void move_to(Instant at) { at_ = at; }

 private:
    Instant at_;
};

// Goes on from `start` as the machine's time goes on: a demonstration of another day.
class Shifted : public Clock {
 public:
    explicit Shifted(Instant start) : from_(start), began_(system().now()) {}
    Instant now() const override { return from_ + (system().now() - began_); }

 private:
    Instant from_, began_;
};

// The day, and the minutes since midnight, on a wall clock of that zone ("Europe/Paris"; tz database).
Day day_in(std::string_view zone, Instant instant);
int minutes_in(std::string_view zone, Instant instant);
// The instant of a wall clock's time: the earlier one in the hour that is shown twice, the change itself in
// the hour that is skipped. (So a later time of the wall clock is never an earlier instant.)
Instant instant_in(std::string_view zone, Day day, int minutes);

// 9 h 30 on 24 November 2026 in Paris: for tests and the demonstration.
Instant paris(int year, unsigned month, unsigned day, int hour = 9, int minute = 0);

}  // namespace fabnum::clock
