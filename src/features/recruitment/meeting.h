#pragma once

// An information meeting (réunion d'information collective, RIC), and the seat of each young person in it.
// Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/words.h"
#include "features/cohorts/cohorts.h"

namespace fabnum::recruitment {

using MeetingId = Id<struct RecruitmentMeetingTag>;

struct Meeting {
    MeetingId id;
    SiteId site;
    cohorts::CohortId cohort;  // none: for any
    Day on;
    int starts = 14 * 60;  // minutes since midnight
    int minutes = 90;
    std::string place;
    int seats = 12;
    std::string contact, phone;    // who answers on that day
    std::optional<int> headcount;  // how many came, counted without names
    bool called_off = false;
};

// One status per person.
enum class Attendance { Invited, Booked, Came, Missed, Excused };
inline constexpr std::pair<std::string_view, Attendance> attendances[] = {{"invited", Attendance::Invited},
                                                                          {"booked", Attendance::Booked},
                                                                          {"came", Attendance::Came},
                                                                          {"missed", Attendance::Missed},
                                                                          {"excused", Attendance::Excused}};
constexpr std::string_view word_of(Attendance one) {
    return word_in(attendances, one);
}

// Whether a seat with this status is one that nobody else can take.
constexpr bool takes_a_seat(Attendance one) {
    return one == Attendance::Booked || one == Attendance::Came;
}
inline bool is_over(const Meeting& meeting, Day today) {
    return meeting.on < today;
}
// What may be said of somebody's coming: before the day they answer, from the day on they were there or not.
constexpr bool may_be_noted(Attendance status, bool day_has_come) {
    return day_has_come || (status != Attendance::Came && status != Attendance::Missed);
}

}  // namespace fabnum::recruitment
