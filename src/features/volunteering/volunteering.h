#pragma once

// Volunteering: the service civique of each young person, and the agreements by which an approved employer
// lends them. Coordinators and administrators only: these are papers. Pay is never computed.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/volunteering/ending.h"
#include "features/volunteering/engagement.h"
#include "features/volunteering/minors.h"
#include "platform/sql/sql.h"

namespace fabnum::volunteering {

struct AgreementRow {
    Agreement agreement;
    std::string employer, host;
    int lent = 0;  // volunteers on that day
};

// Everything the page of one engagement shows.
struct Sight {
    Engagement engagement;  // in force today
    Engagement as_signed;
    Agreement agreement;
    partners::Organisation employer, host;
    std::optional<partners::Contact> employer_tutor;
    std::optional<people::Face> host_tutor;
    people::Person person;
    bool minor = false;  // today
    Limits limits;
    std::vector<Amendment> amendments;
    std::vector<Absence> absences;
    std::optional<Authorisation> authorisation;
    std::vector<Day> proofs;  // first days of the months whose payment by the host was proven
    std::vector<Task> tasks;
    std::vector<Need> missing;
    Leave leave;
    std::vector<cohorts::Slot> week;  // of their cohort, if any
};

struct Filter {
    enum class Moment { Any, Running, Coming, Over } moment = Moment::Any;
    bool incomplete = false;
    std::string words = {};
};
struct Row {
    people::Face face;
    Engagement engagement;  // in force today
    std::string employer, host;
    bool minor = false;
    std::vector<Need> missing;
};

// What somebody has to do about an engagement, and until when.
enum class DutyKind { BeforeStart, Complete, HostPayment, Task, AgreementEnds };
struct Duty {
    DutyKind kind = DutyKind::Complete;
    std::string_view word;  // of the need or of the task
    Day due;
    PersonId person = {};  // none: about an agreement
    EngagementId engagement = {};
    AgreementId agreement = {};
    std::string about;  // the month, the number of the agreement
};

// Reading, through the actor.
Limits limits_on(const sql::Reader& db, Day day);
std::vector<AgreementRow> agreements(const sql::Reader& db, const Actor& actor, Day today);
std::optional<Agreement> agreement(const sql::Reader& db, const Actor& actor, AgreementId id);
std::vector<Row> list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today);
std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, EngagementId id, Day today);
// Theirs, the latest first.
std::vector<EngagementId> of_person(const sql::Reader& db, PersonId person);
std::vector<Duty> duties(const sql::Reader& db, SiteId site, Day today);

// Verbs, each one transaction and its journal line.
Result<AgreementId> keep_agreement(sql::Database& database, const Act& act, const Agreement& agreement);
struct Tutor {  // of the employer
    std::string name = {};
    std::optional<std::string> mail = {}, phone = {};
};
Result<EngagementId> engage(sql::Database& database, const Act& act, const Engagement& engagement,
                            const Tutor& tutor);
// Tutors, address, numbers: what the contract's sheet needs and no amendment changes.
Result<Done> complete(sql::Database& database, const Act& act, const Engagement& completed,
                      const Tutor& tutor);
Result<Done> amend(sql::Database& database, const Act& act, EngagementId id, const Amendment& amendment,
                   Day today);
Result<Done> note_absence(sql::Database& database, const Act& act, EngagementId id, Absence absence);
Result<Done> take_back_absence(sql::Database& database, const Act& act, EngagementId id,
                               Id<struct AbsenceTag> absence);
Result<Done> authorise(sql::Database& database, const Act& act, EngagementId id, Authorisation authorisation,
                       const files::Cabinet& cabinet, const std::optional<files::Cabinet::Checked>& paper);
Result<Done> end_early(sql::Database& database, const Act& act, EngagementId id, EndReason reason, EndedBy by,
                       Day notified);
Result<Done> resume(sql::Database& database, const Act& act, EngagementId id,
                    Day today);  // until the end comes
Result<Done> finish_task(sql::Database& database, const Act& act, EngagementId id, TaskKind kind, Day today);
// The host paid them for that month: all of them, or none.
Result<Done> note_proofs(sql::Database& database, const Act& act, const std::vector<EngagementId>& ids,
                         Day month);

}  // namespace fabnum::volunteering
