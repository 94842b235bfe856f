#pragma once

// Information meetings: planned, filled, held. Seats are booked by the young person, by who refers them or by
// the team; how many came is counted without names first, then each person has a status of their own.

#include <optional>
#include <string>
#include <vector>

#include "features/recruitment/candidates.h"
#include "features/recruitment/meeting.h"

namespace fabnum::recruitment {

// The little that a list shows of a meeting.
struct Glance {
    Meeting meeting;
    int invited = 0;  // all who have a line in it
    int taken = 0;    // seats that nobody else can take
    int came = 0;     // by name
    int to_note = 0;  // still without an answer

    int left() const { return meeting.seats > taken ? meeting.seats - taken : 0; }
};
struct MeetingSight {
    Meeting meeting;
    struct Line {
        Candidate candidate;
        Attendance status = Attendance::Invited;
    };
    std::vector<Line> lines;  // by name
    int taken = 0;

    int left() const { return meeting.seats > taken ? meeting.seats - taken : 0; }
};

class Meetings {
 public:
    Meetings(sql::Database& database, std::string public_address)
        : database_(database), public_address_(std::move(public_address)) {}

    std::optional<MeetingSight> visible_to(const sql::Reader& db, const Actor& actor, MeetingId id) const;
    std::vector<Glance> ahead(const sql::Reader& db, SiteId site, Day today) const;
    std::vector<Glance> past(const sql::Reader& db, SiteId site, Day today, int most) const;

    Result<MeetingId> plan(const Act& act, const Meeting& meeting) const;
    Result<Done> change(const Act& act, const Meeting& meeting) const;
    Result<Done> call_off(const Act& act, MeetingId id) const;
    Result<Done> count_heads(const Act& act, MeetingId id, int count, Day today) const;
    Result<Done> invite(const Act& act, MeetingId id, const std::vector<CandidateId>& whom, Day today) const;
    Result<Done> book(const Act& act, MeetingId id, CandidateId candidate, Day today) const;
    Result<Done> excuse(const Act& act, MeetingId id, CandidateId candidate, Day today) const;
    struct Note {
        CandidateId candidate;
        Attendance was, status;  // as the page showed it, and now
    };
    Result<Done> note(const Act& act, MeetingId id, const std::vector<Note>& notes, Day today) const;

 private:
    sql::Database& database_;
    std::string public_address_;
};

// Part of other verbs of this room: joins the caller's transaction.
Result<Done> book_seat(const sql::Writer& db, const Act& act, MeetingId id, const Candidate& candidate,
                       Day today, const std::string& public_address);

}  // namespace fabnum::recruitment
