#pragma once

// Civic training, followed person by person. What takes place here is read from the timetable and from the
// sheets of presence; only papers from elsewhere are entered.

#include <optional>
#include <string>
#include <vector>

#include "features/civics/civic.h"
#include "features/cohorts/cohorts.h"
#include "features/timetable/timetable.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::civics {

struct Proof {
    CivicProofId id = {};
    PersonId person = {};
    SiteId site = {};
    Paper paper = Paper::Theory;
    Day on;
    int half_days = 0;  // of theory
    std::string title;  // the theme, or who taught it
    files::FileId file = {};
};

struct CivicSession {
    timetable::Session session;
    Part part = Part::Theory;
};

struct Line {
    people::Face face = {};
    Standing standing = {};
    std::vector<Todo> todo = {};
};

// One cohort: its people by first name, and its civic sessions in the order of time.
struct Board {
    cohorts::Cohort cohort;
    Asked asked;
    std::vector<Line> lines;
    std::vector<CivicSession> sessions;
};

// One person: their line, the sessions of their cohort with whether they were there, their papers.
struct Followed {
    CivicSession session;
    bool here = false;
};
struct Sight {
    Line line;
    Asked asked;
    std::vector<Followed> sessions;
    std::vector<Proof> proofs;
};

struct CivicDuty {
    PersonId person = {};
    Todo todo = {};
};

// Reading. The young person their own; coordinators and fabmanagers those of their site.
Asked asked_on(const sql::Reader& db, Day day);
Board board(const sql::Reader& db, const cohorts::Cohort& cohort, Day today);
std::optional<Sight> sight_of(const sql::Reader& db, const Actor& actor, PersonId person, Day today);
std::optional<Proof> proof(const sql::Reader& db, const Actor& actor, CivicProofId id);
// Of the cohorts that run, or ended so lately that something can still be done.
std::vector<CivicDuty> duties(const sql::Reader& db, SiteId site, Day today);

// Verbs, each one transaction and its journal line. Coordinators and fabmanagers of the site.
Result<Done> plan_day(sql::Database& database, const Act& act, Part part,
                      const std::vector<timetable::Session>& sessions, std::string_view because);
// "This session was first aid": what the timetable alone does not say.
Result<Done> set_part(sql::Database& database, const Act& act, timetable::SessionId id, Part part);
Result<Done> keep_proof(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                        const Proof& proof, const std::optional<files::Cabinet::Checked>& paper, Day today);
Result<Done> take_back(sql::Database& database, const Act& act, CivicProofId id);

}  // namespace fabnum::civics
