#include "features/recruitment/meetings.h"

#include <algorithm>
#include <map>

#include "features/recruitment/candidate_store.h"
#include "features/recruitment/letters.h"
#include "features/recruitment/meeting_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::recruitment {

namespace {

void note_meeting(const sql::Writer& db, const Act& act, std::string_view action, const Meeting& meeting,
                  std::string after = {}) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "meeting",
                         .subject = meeting.id.value,
                         .site = meeting.site,
                         .before = {},
                         .after = std::move(after)});
}

bool may_use(const Actor& actor, const Meeting& meeting) {
    return recruits_on(actor, meeting.site) ||
           (actor.role == Role::Anyone && actor.site && actor.site == meeting.site);
}

// Nobody is reminded the day after they were asked.
void mark_fresh(const sql::Writer& db, const Meeting& meeting, CandidateId candidate, Instant at, Day today) {
    const int days = days_between(today, meeting.on);
    if (days <= 8) store::set_reminded(db, meeting.id, candidate, true, at);
    if (days <= 1) store::set_reminded(db, meeting.id, candidate, false, at);
}

void tell_of(const sql::Writer& db, const Act& act, const Candidate& candidate, std::string_view letter,
             const Meeting& meeting, const std::string& public_address) {
    const i18n::Words t(voice_of(candidate));
    tell(db, act, candidate, letter,
         {{"day", t.day(meeting.on)},
          {"time", t.time(meeting.starts)},
          {"place", meeting.place},
          {"contact", meeting.contact},
          {"phone", meeting.phone}},
         public_address);
}

// Asks the questions that come before any change of somebody's seat.
Result<Meeting> open_to(const sql::Reader& db, const Actor& actor, MeetingId id, Day today) {
    const auto meeting = store::find_meeting(db, id);
    if (!meeting || !may_use(actor, *meeting)) return Refusal{"recruitment.no_meeting"};
    if (meeting->called_off || is_over(*meeting, today)) return Refusal{"recruitment.meeting_over"};
    return *meeting;
}

}  // namespace

Result<Done> book_seat(const sql::Writer& db, const Act& act, MeetingId id, const Candidate& candidate,
                       Day today, const std::string& public_address) {
    const auto meeting = open_to(db, act.by, id, today);
    if (!meeting) return meeting.refusal();
    if (meeting->site != candidate.site) return Refusal{"recruitment.no_meeting"};
    const auto status = store::status(db, id, candidate.id);
    if (status && takes_a_seat(*status)) return Done{};
    if (store::taken(db, id) >= meeting->seats) return Refusal{"recruitment.meeting_full"};
    store::leave_others(db, id, candidate.id, today);
    store::set_status(db, id, candidate.id, Attendance::Booked, act.at);
    mark_fresh(db, *meeting, candidate.id, act.at, today);
    store::set_changed(db, candidate.id, act.at);
    note(db, act, "candidate.booked", candidate.id, candidate.site, json::object({{"meeting", id}}));
    tell_of(db, act, candidate, "booked", *meeting, public_address);
    return Done{};
}

std::optional<MeetingSight> Meetings::visible_to(const sql::Reader& db, const Actor& actor,
                                                 MeetingId id) const {
    const auto meeting = store::find_meeting(db, id);
    if (!meeting || !recruits_on(actor, meeting->site)) return std::nullopt;
    MeetingSight sight{.meeting = *meeting, .lines = {}, .taken = store::taken(db, id)};
    std::map<CandidateId, Attendance> statuses;
    for (const auto& one : store::sittings(db, id)) statuses[one.candidate] = one.status;
    for (Candidate& one : store::list(db, {.meeting = id})) {
        const auto status = statuses[one.id];
        sight.lines.push_back({std::move(one), status});
    }
    std::sort(sight.lines.begin(), sight.lines.end(), [](const auto& a, const auto& b) {
        return i18n::search_key(full_name(a.candidate)) < i18n::search_key(full_name(b.candidate));
    });
    return sight;
}

std::vector<Glance> Meetings::ahead(const sql::Reader& db, SiteId site, Day today) const {
    return store::ahead(db, site, today);
}
std::vector<Glance> Meetings::past(const sql::Reader& db, SiteId site, Day today, int most) const {
    return store::past(db, site, today, most);
}

Result<MeetingId> Meetings::plan(const Act& act, const Meeting& wish) const {
    if (!recruits_on(act.by, wish.site)) return Refusal{"recruitment.not_yours"};
    return database_.write(act, [&](const sql::Writer& db) -> Result<MeetingId> {
        Meeting meeting = wish;
        if (!meeting.cohort)
            if (const auto next = next_cohort(db, meeting.site, meeting.on)) meeting.cohort = next->id;
        meeting.id = store::insert_meeting(db, meeting, act.at);
        note_meeting(db, act, "meeting.planned", meeting,
                     json::object({{"day", meeting.on}, {"seats", meeting.seats}}));
        return meeting.id;
    });
}

Result<Done> Meetings::change(const Act& act, const Meeting& wish) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find_meeting(db, wish.id);
        if (!known || !recruits_on(act.by, known->site)) return Refusal{"recruitment.no_meeting"};
        if (known->called_off) return Refusal{"recruitment.meeting_over"};
        const int taken = store::taken(db, wish.id);
        if (wish.seats < taken) return Refusal{"recruitment.fewer_seats", {{"taken", std::to_string(taken)}}};
        store::set_meeting(db, wish);
        Meeting changed = wish;
        changed.site = known->site;
        note_meeting(db, act, "meeting.changed", changed,
                     json::object({{"day", wish.on}, {"seats", wish.seats}}));
        const bool moved = known->on != wish.on || known->starts != wish.starts || known->place != wish.place;
        if (!moved) return Done{};
        const auto candidates = store::list(db, {.meeting = wish.id});
        for (const Candidate& one : candidates)
            if (const auto status = store::status(db, wish.id, one.id);
                status == Attendance::Booked || status == Attendance::Invited)
                tell_of(db, act, one, "moved", changed, public_address_);
        return Done{};
    });
}

Result<Done> Meetings::call_off(const Act& act, MeetingId id) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find_meeting(db, id);
        if (!known || !recruits_on(act.by, known->site)) return Refusal{"recruitment.no_meeting"};
        if (known->headcount || !store::set_called_off(db, id, act.at))
            return Refusal{"recruitment.moved_meanwhile"};
        note_meeting(db, act, "meeting.called_off", *known);
        for (const Candidate& one : store::list(db, {.meeting = id})) {
            const auto status = store::status(db, id, one.id);
            if (status == Attendance::Booked || status == Attendance::Invited)
                tell_of(db, act, one, "called_off", *known, public_address_);
        }
        return Done{};
    });
}

Result<Done> Meetings::count_heads(const Act& act, MeetingId id, int count, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find_meeting(db, id);
        if (!known || !recruits_on(act.by, known->site)) return Refusal{"recruitment.no_meeting"};
        if (known->called_off) return Refusal{"recruitment.meeting_over"};
        if (today < known->on) return Refusal{"recruitment.meeting_to_come"};
        store::set_headcount(db, id, count);
        note_meeting(db, act, "meeting.counted", *known, json::object({{"count", count}}));
        return Done{};
    });
}

Result<Done> Meetings::invite(const Act& act, MeetingId id, const std::vector<CandidateId>& whom,
                              Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto meeting = open_to(db, act.by, id, today);
        if (!meeting) return meeting.refusal();
        for (const CandidateId one : whom) {
            const auto candidate = store::find(db, one);
            if (!candidate || candidate->site != meeting->site || candidate->purged || candidate->withdrawn)
                return Refusal{"recruitment.not_there"};
            if (store::status(db, id, one) == Attendance::Booked) continue;
            store::leave_others(db, id, one, today);
            store::set_status(db, id, one, Attendance::Invited, act.at);
            mark_fresh(db, *meeting, one, act.at, today);
            store::set_changed(db, one, act.at);
            recruitment::note(db, act, "candidate.invited", one, meeting->site,
                              json::object({{"meeting", id}}));
            tell_of(db, act, *candidate, "invited", *meeting, public_address_);
        }
        return Done{};
    });
}

Result<Done> Meetings::book(const Act& act, MeetingId id, CandidateId candidate, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, candidate);
        if (!known || !may_change(act.by, *known) || known->withdrawn)
            return Refusal{"recruitment.not_there"};
        return book_seat(db, act, id, *known, today, public_address_);
    });
}

Result<Done> Meetings::excuse(const Act& act, MeetingId id, CandidateId candidate, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, candidate);
        if (!known || !may_change(act.by, *known)) return Refusal{"recruitment.not_there"};
        const auto meeting = open_to(db, act.by, id, today);
        if (!meeting) return meeting.refusal();
        const auto status = store::status(db, id, candidate);
        if (!status || *status == Attendance::Came) return Refusal{"recruitment.moved_meanwhile"};
        store::set_status(db, id, candidate, Attendance::Excused, act.at);
        store::set_changed(db, candidate, act.at);
        recruitment::note(db, act, "candidate.excused", candidate, known->site,
                          json::object({{"meeting", id}}));
        return Done{};
    });
}

Result<Done> Meetings::note(const Act& act, MeetingId id, const std::vector<Note>& notes, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto meeting = store::find_meeting(db, id);
        if (!meeting || !recruits_on(act.by, meeting->site)) return Refusal{"recruitment.no_meeting"};
        if (meeting->called_off) return Refusal{"recruitment.meeting_over"};
        for (const auto& [candidate, was, status] : notes) {
            if (was == status) continue;
            const auto before = store::status(db, id, candidate);
            if (!before) return Refusal{"recruitment.not_there"};
            if (*before != was) return Refusal{"recruitment.moved_meanwhile"};
            if (!may_be_noted(status, meeting->on <= today)) return Refusal{"recruitment.meeting_to_come"};
            store::set_status(db, id, candidate, status, act.at);
            store::set_changed(db, candidate, act.at);
            recruitment::note(db, act, "candidate.attendance_noted", candidate, meeting->site,
                              json::object({{"meeting", id}, {"status", word_of(status)}}));
        }
        return Done{};
    });
}

}  // namespace fabnum::recruitment
