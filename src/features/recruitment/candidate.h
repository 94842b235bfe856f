#pragma once

// A candidate: a young person who was referred, or came by themselves, and is not yet in a cohort. Pure.
// Where each one stands is computed from what happened, never typed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features/partners/partners.h"
#include "features/recruitment/meeting.h"
#include "platform/i18n/i18n.h"

namespace fabnum::recruitment {

using CandidateId = Id<struct CandidateTag>;
using ReferrerId = Id<struct ReferrerTag>;
using InterviewId = Id<struct InterviewTag>;

// Closed lists, with stable words.
enum class Gender { Woman, Man, Unsaid };
inline constexpr std::pair<std::string_view, Gender> genders[] = {
    {"f", Gender::Woman}, {"m", Gender::Man}, {"n", Gender::Unsaid}};
enum class Level { Unknown, None, Dnb, Cap, Bac, Bac2, Bac3, More };
inline constexpr std::pair<std::string_view, Level> levels[] = {
    {"unknown", Level::Unknown}, {"none", Level::None}, {"dnb", Level::Dnb},   {"cap", Level::Cap},
    {"bac", Level::Bac},         {"bac2", Level::Bac2}, {"bac3", Level::Bac3}, {"more", Level::More}};
enum class Known { Unknown, Yes, No };
inline constexpr std::pair<std::string_view, Known> knowns[] = {
    {"unknown", Known::Unknown}, {"yes", Known::Yes}, {"no", Known::No}};
// The contrat d'engagement jeune: signed before the service civique begins (BR09).
enum class Cej { Unknown, None, Coming, Signed };
inline constexpr std::pair<std::string_view, Cej> cejs[] = {
    {"unknown", Cej::Unknown}, {"none", Cej::None}, {"coming", Cej::Coming}, {"signed", Cej::Signed}};
enum class Source { Referral, Alone, Counter };
inline constexpr std::pair<std::string_view, Source> sources[] = {
    {"referral", Source::Referral}, {"alone", Source::Alone}, {"counter", Source::Counter}};
enum class By { Self, Referrer, Team };
inline constexpr std::pair<std::string_view, By> withdrawers[] = {
    {"self", By::Self}, {"referrer", By::Referrer}, {"team", By::Team}};

// Closed questions. Their answers are the words below; each has a sentence "recruitment.<question>.<word>".
inline constexpr std::string_view helps[] = {"ride", "call", "aloud", "children", "company", "hours"};
inline constexpr std::string_view likes[] = {"hands", "draw",   "repair", "screen", "film",
                                             "code",  "people", "teach",  "write",  "organise"};
inline constexpr std::string_view limits[] = {"far", "bus", "morning", "children", "job", "appointments"};
inline constexpr std::string_view shows[] = {"draw",   "video", "music", "games",     "sew",
                                             "repair", "cook",  "sport", "languages", "computer"};
inline constexpr std::string_view wishes[] = {"idea", "training", "work", "study", "own", "unsure"};

struct Candidate {
    CandidateId id;
    SiteId site;
    cohorts::CohortId cohort;  // the one they would join; none: not yet said
    std::string given_name, family_name;
    std::optional<std::string> mail, phone;
    std::optional<Day> birth_day;
    std::string town;
    Gender gender = Gender::Unsaid;
    Level level = Level::Unknown;
    Known registered = Known::Unknown;  // with a mission locale
    Cej cej = Cej::Unknown;
    bool until_thirty = false;  // the age limit is 30 (recognised disability); nothing else is kept about it
    Source source = Source::Counter;
    ReferrerId referrer;
    Instant came, changed;
    std::optional<Instant> withdrawn;
    std::optional<By> withdrawn_by;
    PersonId person;  // once admitted
    std::optional<Instant> purged;
};
std::string full_name(const Candidate& candidate);
i18n::Voice voice_of(const Candidate& candidate);  // how to write to them

enum class Verdict { Admitted, Waiting, OtherWay };
inline constexpr std::pair<std::string_view, Verdict> verdicts[] = {
    {"admitted", Verdict::Admitted}, {"waiting", Verdict::Waiting}, {"other_way", Verdict::OtherWay}};
// Why, by verdict: "recruitment.reason.<word>".
struct Reason {
    Verdict verdict;
    std::string_view word;
};
inline constexpr Reason reasons[] = {
    {Verdict::Admitted, "fits"},       {Verdict::Admitted, "seat_freed"}, {Verdict::Waiting, "full"},
    {Verdict::Waiting, "papers"},      {Verdict::Waiting, "start_later"}, {Verdict::OtherWay, "age"},
    {Verdict::OtherWay, "basin"},      {Verdict::OtherWay, "hours"},      {Verdict::OtherWay, "project"},
    {Verdict::OtherWay, "registered"}, {Verdict::OtherWay, "no_news"},    {Verdict::OtherWay, "own_wish"}};
bool is_reason_for(Verdict verdict, std::string_view word);
struct Decision {
    Verdict verdict = Verdict::Waiting;
    std::string reason;   // a word of `reasons`
    std::string instead;  // what to try instead, written to the young person
    cohorts::CohortId cohort;
    PersonId by;
    Instant at;
    PersonId person;  // admitted: somebody whom the house knows already; none: a new person
};

enum class Talk { Offered, Agreed, Held, Missed, Moved };
inline constexpr std::pair<std::string_view, Talk> talks[] = {{"offered", Talk::Offered},
                                                              {"agreed", Talk::Agreed},
                                                              {"held", Talk::Held},
                                                              {"missed", Talk::Missed},
                                                              {"moved", Talk::Moved}};
struct Interview {
    InterviewId id;
    Day on;
    int starts = 10 * 60;
    std::string place;
    PersonId with;
    Talk state = Talk::Offered;
};
struct Seat {
    Meeting meeting;
    Attendance status = Attendance::Invited;
};

// What happened to somebody so far.
struct Story {
    bool purged = false, withdrawn = false;
    bool entered = false;                     // their cohort began, and they are in it
    std::optional<Verdict> verdict = {};      // the last one that stands
    Instant decided = {}, ended = {};         // when that was; when they withdrew or went another way
    std::optional<Interview> interview = {};  // the last one
    std::optional<Seat> seat = {};            // the last one in a meeting that stands
    bool was_invited = false, came = false;   // to any meeting
    bool was_interviewed = false;             // in any interview
};

enum class Stage {
    Entered,
    Admitted,
    OtherWay,
    Withdrawn,
    Waiting,
    Interviewed,
    InterviewMissed,
    InterviewToNote,
    InterviewAgreed,
    InterviewOffered,
    Came,
    Missed,
    Excused,
    MeetingToNote,
    Booked,
    Invited,
    Fresh
};
inline constexpr std::pair<std::string_view, Stage> stages[] = {
    {"fresh", Stage::Fresh},
    {"invited", Stage::Invited},
    {"booked", Stage::Booked},
    {"meeting_to_note", Stage::MeetingToNote},
    {"missed", Stage::Missed},
    {"excused", Stage::Excused},
    {"came", Stage::Came},
    {"interview_offered", Stage::InterviewOffered},
    {"interview_agreed", Stage::InterviewAgreed},
    {"interview_to_note", Stage::InterviewToNote},
    {"interview_missed", Stage::InterviewMissed},
    {"interviewed", Stage::Interviewed},
    {"waiting", Stage::Waiting},
    {"admitted", Stage::Admitted},
    {"entered", Stage::Entered},
    {"other_way", Stage::OtherWay},
    {"withdrawn", Stage::Withdrawn}};
constexpr std::string_view word_of(Stage stage) {
    return word_in(stages, stage);
}
Stage stage_of(const Story& story, Day today);

// Whether the team must do something now, or others are to answer.
constexpr bool needs_action(Stage stage) {
    switch (stage) {
        case Stage::Fresh:
        case Stage::MeetingToNote:
        case Stage::Missed:
        case Stage::Excused:
        case Stage::Came:
        case Stage::InterviewToNote:
        case Stage::InterviewMissed:
        case Stage::Interviewed: return true;
        case Stage::Invited:
        case Stage::Booked:
        case Stage::InterviewOffered:
        case Stage::InterviewAgreed:
        case Stage::Waiting:
        case Stage::Admitted:
        case Stage::Entered:
        case Stage::OtherWay:
        case Stage::Withdrawn: return false;
    }
    return false;
}
constexpr bool is_over(Stage stage) {
    return stage == Stage::Entered || stage == Stage::Admitted || stage == Stage::OtherWay ||
           stage == Stage::Withdrawn;
}

// How many got how far, of whom so many women. Each line is counted among those of the line before it that
// the page names.
struct Count {
    int all = 0, women = 0;
};
struct Funnel {
    Count known, invited, came, interviewed, admitted, entered;
};
struct Passage {  // what the funnel needs of one candidate
    Gender gender = Gender::Unsaid;
    Story story;
};
Funnel funnel_of(const std::vector<Passage>& passages);

// How long a file is kept after the end, or after nothing moved any more.
struct Keeping {
    int months = 3;             // after "another way" or a withdrawal (3 months; 2 years at most)
    int undecided_months = 12;  // nothing decided and nothing new
};
// The day on which somebody's names go; nullopt once they have a seat in a cohort.
std::optional<Day> purge_day(Stage stage, Day ended, Day changed, const Keeping& keeping);

}  // namespace fabnum::recruitment
