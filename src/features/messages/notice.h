#pragma once

// When somebody may be told that something waits for them: at most twice a day, never from 20 h to 8 h. What
// came meanwhile goes into one notice. Pure.

namespace fabnum::messages {

inline constexpr int most_notices_a_day = 2;
inline constexpr int first_minute = 8 * 60, last_minute = 20 * 60;

constexpr bool may_notify(int minute_of_day, int sent_today) {
    return minute_of_day >= first_minute && minute_of_day < last_minute && sent_today < most_notices_a_day;
}
static_assert(!may_notify(7 * 60 + 59, 0) && may_notify(8 * 60, 0), "nobody is told anything before 8 h");
static_assert(may_notify(20 * 60 - 1, 1) && !may_notify(20 * 60, 1), "nobody is told anything after 20 h");
static_assert(!may_notify(12 * 60, 2), "two notices a day are enough");

}  // namespace fabnum::messages
