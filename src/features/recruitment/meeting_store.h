#pragma once

// Rows of information meetings and of the seats in them.

#include "features/recruitment/meetings.h"

namespace fabnum::recruitment::store {

// The columns of a meeting "m", and how to read them.
inline constexpr std::string_view meeting_columns =
    "m.id, m.site_id, m.cohort_id, m.on_day, m.starts_at, m.minutes, m.place, m.seats, m.contact, m.phone, "
    "m.headcount, m.called_off_at";
Meeting meeting_from(sql::Row& row);

std::optional<Meeting> find_meeting(const sql::Reader& db, MeetingId id);
// Of a site, with how many are in it; from that day on, or before it.
std::vector<Glance> ahead(const sql::Reader& db, SiteId site, Day today);
std::vector<Glance> past(const sql::Reader& db, SiteId site, Day today, int most);
int taken(const sql::Reader& db, MeetingId id);
std::optional<Attendance> status(const sql::Reader& db, MeetingId id, CandidateId candidate);
struct Sitting {
    CandidateId candidate;
    Attendance status;
};
std::vector<Sitting> sittings(const sql::Reader& db, MeetingId id);

MeetingId insert_meeting(const sql::Writer& db, const Meeting& meeting, Instant at);
void set_meeting(const sql::Writer& db, const Meeting& meeting);
bool set_called_off(const sql::Writer& db, MeetingId id, Instant at);
void set_headcount(const sql::Writer& db, MeetingId id, int count);
void set_status(const sql::Writer& db, MeetingId id, CandidateId candidate, Attendance status, Instant at);
// Gives back what they had in other meetings to come.
void leave_others(const sql::Writer& db, MeetingId id, CandidateId candidate, Day today);

// Whom to remind: somebody asked or booked, with an address, in a meeting of that day.
struct Reminder {
    CandidateId candidate;
    Meeting meeting;
    Attendance status;
};
std::vector<Reminder> unreminded(const sql::Reader& db, Day first, Day last, bool week);
void set_reminded(const sql::Writer& db, MeetingId id, CandidateId candidate, bool week, Instant at);

}  // namespace fabnum::recruitment::store
