#include "features/volunteering/engagement_store.h"

namespace fabnum::volunteering::store {

namespace {

constexpr std::string_view columns = R"sql(
        SELECT v.id, v.person_id, v.site_id, v.agreement_id, v.starts_on, v.ends_on, v.weekly_hours, v.disabled, v.cej,
               v.cej_signed_on, v.employer_tutor_id, v.host_tutor_id, v.home_address, v.elisa_ref, v.ended_on,
               v.end_reason, v.ended_by, v.notified_on
          FROM volunteerings v)sql";

Engagement engagement_from(sql::Row& row) {
    Engagement one;
    one.id = row.take<EngagementId>();
    one.person = row.take<PersonId>();
    one.site = row.take<SiteId>();
    one.agreement = row.take<AgreementId>();
    one.starts = row.take<Day>();
    one.ends = row.take<Day>();
    one.weekly_hours = row.take<int>();
    one.disabled = row.take<bool>();
    one.cej = row.take<bool>();
    one.cej_signed = row.take<std::optional<Day>>();
    one.employer_tutor = row.take<partners::ContactId>();
    one.host_tutor = row.take<PersonId>();
    one.home_address = row.take<std::string>();
    one.elisa = row.take<std::string>();
    const auto on = row.take<std::optional<Day>>();
    const auto reason = row.take<std::optional<std::string>>();
    const auto by = row.take<std::optional<std::string>>();
    const auto notified = row.take<std::optional<Day>>();
    if (on)
        one.ending = Ending{.on = *on,
                            .reason = reason_from(reason.value_or("")),
                            .by = value_in(enders, by.value_or("")),
                            .notified = notified.value_or(*on)};
    return one;
}

// Rows that belong to engagements, gathered by engagement; each begins with the engagement's number.
template <class T, class From>
PerEngagement<T> gathered(const sql::Reader& db, const Of& of, std::string select, std::string_view order,
                          From&& from) {
    sql::Values values;
    if (of.engagement) {
        select += " WHERE x.volunteering_id = $1";
        values.emplace_back(of.engagement);
    } else if (of.site) {
        select += " JOIN volunteerings v ON v.id = x.volunteering_id WHERE v.site_id = $1";
        values.emplace_back(of.site);
    }
    PerEngagement<T> all;
    db.each(
        [&](sql::Row& row) {
            const auto id = row.take<EngagementId>();
            all[id].push_back(from(row));
        },
        values, select + " ORDER BY " + std::string(order));
    return all;
}

}  // namespace

std::optional<Engagement> find(const sql::Reader& db, EngagementId id) {
    return db.one(engagement_from, {id}, std::string(columns) + " WHERE v.id = $1");
}

std::vector<Engagement> of_person(const sql::Reader& db, PersonId person) {
    return db.all(engagement_from, {person},
                  std::string(columns) + " WHERE v.person_id = $1 ORDER BY v.starts_on DESC, v.id DESC");
}

std::vector<Engagement> of_site(const sql::Reader& db, SiteId site) {
    if (!site) return db.all(engagement_from, {}, std::string(columns) + " ORDER BY v.starts_on DESC, v.id");
    return db.all(engagement_from, {site},
                  std::string(columns) + " WHERE v.site_id = $1 ORDER BY v.starts_on DESC, v.id");
}

std::vector<Engagement> of_agreement(const sql::Reader& db, AgreementId agreement) {
    return db.all(engagement_from, {agreement},
                  std::string(columns) + " WHERE v.agreement_id = $1 ORDER BY v.starts_on, v.id");
}

PerEngagement<Amendment> amendments(const sql::Reader& db, const Of& of) {
    return gathered<Amendment>(
        db, of,
        "SELECT x.volunteering_id, x.what, x.value, x.from_day, x.reason FROM volunteering_amendments x",
        "x.id", [](sql::Row& row) {
            return Amendment{.what = value_in(amendable, row.take<std::string>()),
                             .value = row.take<std::string>(),
                             .from = row.take<Day>(),
                             .reason = row.take<std::string>()};
        });
}

PerEngagement<Authorisation> authorisations(const sql::Reader& db, const Of& of) {
    return gathered<Authorisation>(db, of,
                                   "SELECT x.volunteering_id, x.guardian, x.phone, x.signed_on, x.file_id "
                                   "FROM volunteering_authorisations x",
                                   "x.id", [](sql::Row& row) {
                                       return Authorisation{.guardian = row.take<std::string>(),
                                                            .phone = row.take<std::string>(),
                                                            .signed_on = row.take<Day>(),
                                                            .file = row.take<files::FileId>()};
                                   });
}

PerEngagement<Day> proofs(const sql::Reader& db, const Of& of) {
    return gathered<Day>(db, of, "SELECT x.volunteering_id, x.month FROM volunteering_proofs x", "x.month",
                         [](sql::Row& row) { return row.take<Day>(); });
}

PerEngagement<Task> tasks(const sql::Reader& db, const Of& of) {
    return gathered<Task>(
        db, of, "SELECT x.volunteering_id, x.id, x.kind, x.due_on, x.done_on FROM volunteering_tasks x",
        "x.due_on, x.id", [](sql::Row& row) {
            return Task{.id = row.take<Id<struct TaskTag>>(),
                        .kind = value_in(task_kinds, row.take<std::string>()),
                        .due = row.take<Day>(),
                        .done = row.take<std::optional<Day>>()};
        });
}

std::vector<Absence> absences(const sql::Reader& db, EngagementId id) {
    return db.all(
        [](sql::Row& row) {
            return Absence{.id = row.take<Id<struct AbsenceTag>>(),
                           .kind = value_in(absence_kinds, row.take<std::string>()),
                           .from = row.take<Day>(),
                           .to = row.take<Day>(),
                           .days = row.take<int>(),
                           .certified = row.take<bool>()};
        },
        {id}, R"sql(
        SELECT id, kind, from_day, to_day, days, certified
          FROM volunteering_absences
         WHERE volunteering_id = $1
         ORDER BY from_day DESC, id DESC)sql");
}

EngagementId insert(const sql::Writer& db, const Engagement& e) {
    return db.insert<EngagementId>(
        {e.person, e.site, e.agreement, e.starts, e.ends, e.weekly_hours, e.disabled, e.cej, e.cej_signed,
         e.employer_tutor, e.host_tutor, e.home_address, e.elisa},
        R"sql(
        INSERT INTO volunteerings (person_id, site_id, agreement_id, starts_on, ends_on, weekly_hours, disabled, cej,
                                   cej_signed_on, employer_tutor_id, host_tutor_id, home_address, elisa_ref)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     RETURNING id)sql");
}

void set_papers(const sql::Writer& db, const Engagement& e) {
    db.run({e.id, e.cej, e.cej_signed, e.employer_tutor, e.host_tutor, e.home_address, e.elisa}, R"sql(
        UPDATE volunteerings
           SET cej = $2, cej_signed_on = $3, employer_tutor_id = $4, host_tutor_id = $5, home_address = $6,
               elisa_ref = $7
         WHERE id = $1)sql");
}

void insert_amendment(const sql::Writer& db, EngagementId id, const Amendment& one, const Act& act) {
    db.run({id, word_in(amendable, one.what), one.value, one.from, one.reason, act.by.person, act.at}, R"sql(
        INSERT INTO volunteering_amendments (volunteering_id, what, value, from_day, reason, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

void insert_absence(const sql::Writer& db, EngagementId id, const Absence& one) {
    db.run({id, word_in(absence_kinds, one.kind), one.from, one.to, one.days, one.certified}, R"sql(
        INSERT INTO volunteering_absences (volunteering_id, kind, from_day, to_day, days, certified)
        VALUES ($1, $2, $3, $4, $5, $6))sql");
}

bool remove_absence(const sql::Writer& db, EngagementId id, Id<struct AbsenceTag> absence) {
    return db.run({id, absence},
                  "DELETE FROM volunteering_absences WHERE volunteering_id = $1 AND id = $2") == 1;
}

void insert_authorisation(const sql::Writer& db, EngagementId id, const Authorisation& one, const Act& act) {
    db.run({id, one.guardian, one.phone, one.signed_on, one.file, act.by.person, act.at}, R"sql(
        INSERT INTO volunteering_authorisations (volunteering_id, guardian, phone, signed_on, file_id, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

bool set_ending(const sql::Writer& db, EngagementId id, const Ending& ending) {
    return db.run({id, ending.on, word_of(ending.reason), word_in(enders, ending.by), ending.notified}, R"sql(
        UPDATE volunteerings
           SET ended_on = $2, end_reason = $3, ended_by = $4, notified_on = $5
         WHERE id = $1 AND ended_on IS NULL)sql") == 1;
}

bool clear_ending(const sql::Writer& db, EngagementId id) {
    return db.run({id}, R"sql(
        UPDATE volunteerings
           SET ended_on = NULL, end_reason = NULL, ended_by = NULL, notified_on = NULL
         WHERE id = $1 AND ended_on IS NOT NULL)sql") == 1;
}

void insert_task(const sql::Writer& db, EngagementId id, const Task& task) {
    db.run({id, word_in(task_kinds, task.kind), task.due}, R"sql(
        INSERT INTO volunteering_tasks (volunteering_id, kind, due_on) VALUES ($1, $2, $3))sql");
}

void remove_tasks(const sql::Writer& db, EngagementId id) {
    db.run({id}, "DELETE FROM volunteering_tasks WHERE volunteering_id = $1");
}

bool finish_task(const sql::Writer& db, EngagementId id, TaskKind kind, Day done, PersonId by) {
    return db.run({id, word_in(task_kinds, kind), done, by}, R"sql(
        UPDATE volunteering_tasks
           SET done_on = $3, done_by = $4
         WHERE volunteering_id = $1 AND kind = $2 AND done_on IS NULL)sql") == 1;
}

bool insert_proof(const sql::Writer& db, EngagementId id, Day month, const Act& act) {
    return db.run({id, month, act.by.person, act.at}, R"sql(
        INSERT INTO volunteering_proofs (volunteering_id, month, noted_by, noted_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (volunteering_id, month) DO NOTHING)sql") == 1;
}

}  // namespace fabnum::volunteering::store
