#include "features/cohorts/cohort_store.h"

namespace fabnum::cohorts::store {

namespace {

Cohort cohort_from(sql::Row& row) {
    return Cohort{.id = row.take<CohortId>(),
                  .site = row.take<SiteId>(),
                  .name = row.take<std::string>(),
                  .starts = row.take<Day>(),
                  .ends = row.take<Day>(),
                  .seats = row.take<int>(),
                  .weekly_hours = row.take<int>()};
}

}  // namespace

std::optional<Cohort> find(const sql::Reader& db, CohortId id) {
    return db.one(cohort_from, {id}, R"sql(
        SELECT id, site_id, name, starts_on, ends_on, seats, weekly_hours FROM cohorts WHERE id = $1)sql");
}

std::vector<Cohort> of_site(const sql::Reader& db, SiteId site) {
    return db.all(cohort_from, {site}, R"sql(
        SELECT id, site_id, name, starts_on, ends_on, seats, weekly_hours
          FROM cohorts
         WHERE site_id = $1
         ORDER BY starts_on DESC)sql");
}

std::vector<Cohort> with_ids(const sql::Reader& db, const std::vector<CohortId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    std::string list;
    for (const CohortId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(
        cohort_from, values,
        "SELECT id, site_id, name, starts_on, ends_on, seats, weekly_hours FROM cohorts WHERE id IN (" +
            list + ")");
}

std::vector<Row> list(const sql::Reader& db, const Filter& filter, Day today) {
    sql::Values values;
    std::string where = " WHERE 1 = 1";
    const auto with = [&](sql::Value value) {
        values.push_back(std::move(value));
        return "$" + std::to_string(values.size());
    };
    if (filter.site) where += " AND c.site_id = " + with(filter.site);
    if (filter.moment == Moment::Running)
        where += " AND c.starts_on <= " + with(today) + " AND c.ends_on >= " + with(today);
    if (filter.moment == Moment::Coming) where += " AND c.starts_on > " + with(today);
    if (filter.moment == Moment::Over) where += " AND c.ends_on < " + with(today);
    std::vector<Row> rows = db.all(
        [](sql::Row& row) {
            Row one{.cohort = cohort_from(row), .site = "", .members = 0};
            one.members = row.take<int>();
            return one;
        },
        values,
        R"sql(
        SELECT c.id, c.site_id, c.name, c.starts_on, c.ends_on, c.seats, c.weekly_hours,
               (SELECT count(*) FROM cohort_members m WHERE m.cohort_id = c.id)
          FROM cohorts c)sql" +
            where + " ORDER BY c.starts_on DESC, c.id DESC LIMIT 500");
    return rows;
}

std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today) {
    return db.one(cohort_from, {site, today}, R"sql(
        SELECT id, site_id, name, starts_on, ends_on, seats, weekly_hours
          FROM cohorts
         WHERE site_id = $1 AND starts_on <= $2 AND ends_on >= $2
         ORDER BY starts_on DESC
         LIMIT 1)sql");
}

std::optional<Cohort> of_person(const sql::Reader& db, PersonId person, Day today) {
    return db.one(cohort_from, {person, today}, R"sql(
        SELECT c.id, c.site_id, c.name, c.starts_on, c.ends_on, c.seats, c.weekly_hours
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE m.person_id = $1
           AND m.joined_on <= $2
           AND COALESCE(m.left_on, c.ends_on) >= $2
         ORDER BY c.starts_on DESC
         LIMIT 1)sql");
}

std::optional<Cohort> now_or_ahead(const sql::Reader& db, PersonId person, Day today) {
    return db.one(cohort_from, {person, today}, R"sql(
        SELECT c.id, c.site_id, c.name, c.starts_on, c.ends_on, c.seats, c.weekly_hours
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE m.person_id = $1
           AND COALESCE(m.left_on, c.ends_on) >= $2
         ORDER BY c.starts_on
         LIMIT 1)sql");
}

std::vector<MemberRow> members(const sql::Reader& db, CohortId id) {
    return db.all(
        [](sql::Row& row) {
            return MemberRow{row.take<PersonId>(), row.take<Day>(), row.take<std::optional<Day>>()};
        },
        {id}, "SELECT person_id, joined_on, left_on FROM cohort_members WHERE cohort_id = $1");
}

std::vector<PersonId> busy(const sql::Reader& db, SiteId site, Day from, Day to) {
    return db.all([](sql::Row& row) { return row.take<PersonId>(); }, {site, from, to}, R"sql(
        SELECT m.person_id
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE c.site_id = $1 AND m.joined_on <= $3 AND COALESCE(m.left_on, c.ends_on) >= $2)sql");
}

std::optional<Cohort> sharing_a_day(const sql::Reader& db, PersonId person, Day from, Day to) {
    return db.one(cohort_from, {person, from, to}, R"sql(
        SELECT c.id, c.site_id, c.name, c.starts_on, c.ends_on, c.seats, c.weekly_hours
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE m.person_id = $1 AND m.joined_on <= $3 AND COALESCE(m.left_on, c.ends_on) >= $2
         LIMIT 1)sql");
}

std::vector<Membership> memberships(const sql::Reader& db, const std::vector<CohortId>& cohorts) {
    if (cohorts.empty()) return {};
    sql::Values values;
    std::string list;
    for (const CohortId id : cohorts) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(
        [](sql::Row& row) {
            return Membership{row.take<CohortId>(), row.take<PersonId>(), row.take<Day>(),
                              row.take<std::optional<Day>>()};
        },
        values,
        "SELECT cohort_id, person_id, joined_on, left_on FROM cohort_members WHERE cohort_id IN (" + list +
            ") ORDER BY cohort_id, person_id");
}

CohortId insert(const sql::Writer& db, const Cohort& cohort) {
    return db.insert<CohortId>(
        {cohort.site, cohort.name, cohort.starts, cohort.ends, cohort.seats, cohort.weekly_hours},
        R"sql(
        INSERT INTO cohorts (site_id, name, starts_on, ends_on, seats, weekly_hours)
        VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id)sql");
}

void change(const sql::Writer& db, const Cohort& cohort) {
    db.run({cohort.id, cohort.name, cohort.starts, cohort.ends, cohort.seats, cohort.weekly_hours}, R"sql(
        UPDATE cohorts
           SET name = $2, starts_on = $3, ends_on = $4, seats = $5, weekly_hours = $6
         WHERE id = $1)sql");
}

void insert_member(const sql::Writer& db, CohortId id, PersonId person, Day joined) {
    db.run({id, person, joined}, R"sql(
        INSERT INTO cohort_members (cohort_id, person_id, joined_on) VALUES ($1, $2, $3))sql");
}

void set_left(const sql::Writer& db, CohortId id, PersonId person, std::optional<Day> left) {
    db.run({id, person, left}, R"sql(
        UPDATE cohort_members SET left_on = $3 WHERE cohort_id = $1 AND person_id = $2)sql");
}

}  // namespace fabnum::cohorts::store
