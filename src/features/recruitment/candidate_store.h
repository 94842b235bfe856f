#pragma once

// Rows of candidates and of what happened to them.

#include <map>

#include "features/recruitment/candidates.h"

namespace fabnum::recruitment::store {

// Which candidates: by what is given.
struct Which {
    SiteId site = {};
    cohorts::CohortId cohort = {};
    CandidateId one = {};
    ReferrerId referrer = {};
    MeetingId meeting = {};
    std::string key = {};
    bool named = true;  // only those whose names are still there
};
std::optional<Candidate> find(const sql::Reader& db, CandidateId id);
std::vector<Candidate> list(const sql::Reader& db, const Which& which);
// What happened to each, but whether they entered their cohort and what the row itself says.
std::map<CandidateId, Story> stories(const sql::Reader& db, const Which& which);
// Of that name and birth day on that site, not purged, the latest.
std::optional<Candidate> same(const sql::Reader& db, SiteId site, std::string_view key,
                              const std::optional<Day>& birth_day);
std::vector<Seat> seats(const sql::Reader& db, CandidateId id);
std::vector<Interview> interviews(const sql::Reader& db, CandidateId id);
std::vector<Decision> decisions(const sql::Reader& db, CandidateId id);
Answers answers(const sql::Reader& db, CandidateId id);
std::vector<Reading> readings(const sql::Reader& db, CandidateId id, int most);

CandidateId insert(const sql::Writer& db, const Candidate& candidate, std::string_view key);
void set_facts(const sql::Writer& db, const Candidate& candidate, std::string_view key, Instant at);
void set_changed(const sql::Writer& db, CandidateId id, Instant at);
void set_referrer(const sql::Writer& db, CandidateId id, ReferrerId referrer);
void set_answers(const sql::Writer& db, CandidateId id, std::string_view question,
                 const std::vector<std::string>& words);
bool set_withdrawn(const sql::Writer& db, CandidateId id, By by, Instant at);
void undo_withdrawn(const sql::Writer& db, CandidateId id);
void set_person(const sql::Writer& db, CandidateId id, PersonId person);
void set_cohort(const sql::Writer& db, CandidateId id, cohorts::CohortId cohort);
InterviewId insert_interview(const sql::Writer& db, CandidateId id, const Interview& interview, Instant at);
bool set_talk(const sql::Writer& db, InterviewId id, Talk from, Talk to, Instant at);
void insert_decision(const sql::Writer& db, CandidateId id, const Decision& decision);
void undo_decisions(const sql::Writer& db, CandidateId id, Instant at);
bool insert_reading(const sql::Writer& db, CandidateId id, const Act& act);

// Forgets who it was; what happened stays, to be counted.
void purge(const sql::Writer& db, CandidateId id, Instant at);
std::int64_t remove_readings(const sql::Writer& db, Instant before);

}  // namespace fabnum::recruitment::store
