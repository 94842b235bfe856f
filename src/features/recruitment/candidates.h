#pragma once

// Candidates: from the first name to a seat in a cohort, or another way. Each verb is one transaction with
// its journal line, and a letter when somebody should know.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/recruitment/candidate.h"
#include "features/recruitment/eligibility.h"
#include "features/recruitment/settings.h"

namespace fabnum::recruitment {

using Answers = std::map<std::string, std::vector<std::string>>;  // by question, words of the closed lists

struct Referrer {
    ReferrerId id;
    SiteId site;
    partners::Contact contact;
    partners::Organisation organisation;
};

// Everything the page of one candidate shows.
struct File {
    Candidate candidate;
    Story story;
    Stage stage = Stage::Fresh;
    std::vector<Seat> seats;            // first to last
    std::vector<Interview> interviews;  // first to last
    std::vector<Decision> decisions;    // those that stand, first to last
    Answers answers;
    std::optional<Referrer> referrer;
    std::optional<cohorts::Cohort> cohort;
    std::vector<Finding> findings;
    std::optional<Day> purge;  // when the names go
    CandidateId twin;          // another file of that name and birth day on the site
};

// A line of a list.
struct Row {
    Candidate candidate;
    Story story;
    Stage stage = Stage::Fresh;
};
struct Filter {
    SiteId site = {};
    cohorts::CohortId cohort = {};  // none: all
    std::vector<Stage> stages = {};
    bool to_do = false;     // only what needs an action of the team
    bool with_over = true;  // also those who are admitted, elsewhere or withdrawn
    std::string words = {};
    std::string sort = "stage";  // "name", "stage", "came", descending with a '-' in front
};

// What somebody says of a young person. The page checked its shape.
struct NewCandidate {
    Candidate facts;
    std::vector<std::string> helps = {};
    MeetingId meeting = {};  // books a seat at once
};

struct NewInterview {
    Day on;
    int starts = 10 * 60;
    std::string place;
    PersonId with;
    bool agreed = false;  // on the phone, say; else the young person answers by their link
};

class Candidates {
 public:
    // `public_address` goes before the private links of letters.
    Candidates(sql::Database& database, std::string public_address)
        : database_(database), public_address_(std::move(public_address)) {}

    std::optional<File> visible_to(const sql::Reader& db, const Actor& actor, CandidateId id,
                                   Day today) const;
    std::optional<File> behind(const sql::Reader& db, std::string_view token, Instant now, Day today) const;
    std::vector<Row> list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today) const;
    std::vector<Row> referred_by(const sql::Reader& db, ReferrerId referrer, Day today) const;
    // The whole of a site or of one cohort, those whose names are gone included: the funnel counts them.
    std::vector<Passage> passages(const sql::Reader& db, const Actor& actor, SiteId site,
                                  cohorts::CohortId cohort, Day today) const;

    Result<CandidateId> receive(const Act& act, const NewCandidate& candidate, Day today) const;
    Result<Done> correct(const Act& act, CandidateId id, const Candidate& facts) const;
    Result<Done> answer(const Act& act, CandidateId id, const Answers& answers) const;
    Result<Done> withdraw(const Act& act, CandidateId id, By by) const;
    Result<InterviewId> offer_interview(const Act& act, CandidateId id, const NewInterview& wish,
                                        Day today) const;
    Result<Done> settle_interview(const Act& act, CandidateId id, Talk state, Day today) const;
    Result<Done> decide(const Act& act, CandidateId id, const Decision& decision, Day today) const;
    Result<Done> reopen(const Act& act, CandidateId id, Day today) const;
    // A private link of theirs as an address, for an SMS; staff shows it once.
    Result<std::string> make_link(const Act& act, CandidateId id) const;

    sql::Database& database() const { return database_; }
    const std::string& public_address() const { return public_address_; }

 private:
    sql::Database& database_;
    std::string public_address_;
};

inline constexpr std::string_view candidate_link = "candidate";
inline constexpr std::string_view referrer_link = "referrer";

// Parts of other verbs of this room: they join the caller's transaction.
Result<CandidateId> receive(const sql::Writer& db, const Act& act, const NewCandidate& candidate, Day today,
                            const std::string& public_address);
// Whether this actor, or whoever holds a private link of that site, may change this candidate.
bool may_change(const Actor& actor, const Candidate& candidate);
void note(const sql::Writer& db, const Act& act, std::string_view action, CandidateId id, SiteId site,
          std::string after = {});
// Somebody without account, behind a private link of that site.
inline Actor by_link(SiteId site) {
    return {.person = {}, .role = Role::Anyone, .site = site};
}
// Seats of a cohort that nobody has yet.
int seats_left(const sql::Reader& db, const cohorts::Cohort& cohort);
// The cohort that the site recruits for: the next one to begin.
std::optional<cohorts::Cohort> next_cohort(const sql::Reader& db, SiteId site, Day today);

// Says who opened the file of a candidate; the same look within ten minutes is one line.
void note_reading(sql::Database& database, const Act& act, CandidateId id);
struct Reading {
    Instant at;
    PersonId reader;
};
std::vector<Reading> readings_of(const sql::Reader& db, CandidateId id, int most);

}  // namespace fabnum::recruitment
