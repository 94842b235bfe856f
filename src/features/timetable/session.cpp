#include "features/timetable/session.h"

#include <algorithm>

#include "engine/calendar/holidays.h"
#include "platform/i18n/i18n.h"

namespace fabnum::timetable {

Nature usual_nature(Kind kind) {
    switch (kind) {
        case Kind::Training: return Nature::Learning;
        case Kind::Orders:
        case Kind::Residents: return Nature::Mission;
        case Kind::Civic: return Nature::Civic;
        case Kind::Visit: return Nature::Visit;
        case Kind::Integration:
        case Kind::Team: return Nature::Collective;
        case Kind::Interview: return Nature::Future;
    }
    return Nature::Mission;
}

bool overlap(const Session& a, const Session& b) {
    return a.day == b.day && a.starts < b.ends && b.starts < a.ends;
}

namespace {

bool share_a_contributor(const Session& a, const Session& b) {
    for (const PersonId one : a.contributors)
        if (std::find(b.contributors.begin(), b.contributors.end(), one) != b.contributors.end()) return true;
    return !a.outside.empty() && i18n::search_key(a.outside) == i18n::search_key(b.outside);
}

void add_once(std::vector<Refusal>& doubts, Refusal doubt) {
    if (std::find(doubts.begin(), doubts.end(), doubt) == doubts.end()) doubts.push_back(std::move(doubt));
}

}  // namespace

std::vector<Refusal> doubts_about(const Session& session, const std::vector<Session>& others,
                                  const Expected& expected) {
    std::vector<Refusal> doubts;
    const auto weekday = session.day.weekday();
    if (calendar::holiday_on(session.day))
        doubts.push_back({"timetable.doubt.holiday", {{"day", to_iso(session.day)}}});
    else if (expected.closed)
        doubts.push_back({"timetable.doubt.closed", {{"day", to_iso(session.day)}}});
    else if (weekday == std::chrono::Sunday)
        doubts.push_back({"timetable.doubt.sunday", {{"day", to_iso(session.day)}}});
    for (const Session& other : others) {
        if (other.id == session.id || other.cancelled || !overlap(session, other)) continue;
        if (share_a_contributor(session, other))
            add_once(doubts, {"timetable.doubt.contributor", {{"other", other.title}}});
        if (session.cohort && session.cohort == other.cohort)
            add_once(doubts, {"timetable.doubt.cohort", {{"other", other.title}}});
    }
    if (session.capacity && expected.people > *session.capacity)
        doubts.push_back({"timetable.doubt.capacity",
                          {{"expected", std::to_string(expected.people)},
                           {"capacity", std::to_string(*session.capacity)}}});
    return doubts;
}

bool is_all_learning(const std::vector<Session>& week) {
    bool learns = false;
    for (const Session& one : week) {
        if (one.cancelled || !one.cohort) continue;
        if (one.nature == Nature::Mission || one.nature == Nature::Visit || one.nature == Nature::Future)
            return false;
        learns = learns || one.nature == Nature::Learning;
    }
    return learns;
}

}  // namespace fabnum::timetable
