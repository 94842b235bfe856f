#include "features/people/person_store.h"

#include "platform/sql/where.h"

namespace fabnum::people::store {

namespace {

Person person_from(sql::Row& row) {
    Person person;
    person.id = row.take<PersonId>();
    person.given_name = row.take<std::string>();
    person.family_name = row.take<std::string>();
    person.mail = row.take<std::optional<std::string>>();
    person.phone = row.take<std::optional<std::string>>();
    person.birth_day = row.take<std::optional<Day>>();
    const auto language = row.take<std::string>();
    const auto address = row.take<std::string>();
    person.voice = voice_from(language, address, row.take<std::string>());
    person.theme = row.take<std::string>();
    person.comfort = row.take<bool>();
    person.active = row.take<bool>();
    return person;
}

Face face_from(sql::Row& row) {
    return Face{.id = row.take<PersonId>(),
                .given_name = row.take<std::string>(),
                .family_name = row.take<std::string>(),
                .role = role_from_word(row.take<std::string>())};
}

Credentials credentials_from(sql::Row& row) {
    Credentials found;
    found.person = row.take<PersonId>();
    found.password_hash = row.take<std::optional<std::string>>();
    found.pin_hash = row.take<std::optional<std::string>>();
    if (auto sealed = row.take<std::optional<sql::Bytes>>()) found.totp_sealed = std::move(sealed->bytes);
    found.totp_last_step = row.take<std::int64_t>();
    return found;
}

Listed listed_from(sql::Row& row) {
    Listed one;
    one.face = face_from(row);
    one.since = row.take<Day>();
    one.until = row.take<std::optional<Day>>();
    one.active = row.take<bool>();
    return one;
}

sql::Where conditions(const Filter& filter, Day on) {
    sql::Where where;
    where.add("(r.site_id = CAST($? AS BIGINT) OR r.site_id IS NULL)", filter.site);
    if (filter.gone)
        where.add("(r.until < $? OR p.active = 0)", on);
    else
        where.add("r.since <= $? AND (r.until IS NULL OR r.until >= $?) AND p.active = 1", on);
    if (filter.role) where.add("r.role = $?", fabnum::word_of(*filter.role));
    if (const auto key = i18n::search_key(filter.words); !key.empty())
        where.add("p.search_key LIKE $? ESCAPE '!'", sql::containing(key));
    return where;
}

std::string order_by(std::string_view sort) {
    const bool down = sort.starts_with('-');
    if (down) sort.remove_prefix(1);
    const std::string way = down ? " DESC" : "";
    if (sort == "role") return " ORDER BY r.role" + way + ", p.search_key, p.id";
    if (sort == "since") return " ORDER BY r.since" + way + ", p.search_key, p.id";
    return " ORDER BY p.search_key" + way + ", p.id, r.role";
}

}  // namespace

std::vector<Listed> list(const sql::Reader& db, const Filter& filter, Day on) {
    auto where = conditions(filter, on);
    const std::string most = where.next(filter.most);
    const std::string skip = where.next(filter.skip);
    return db.all(listed_from, where.values(),
                  R"sql(
        SELECT p.id, p.given_name, p.family_name, r.role, r.since, r.until, p.active
          FROM people_roles r
          JOIN people p ON p.id = r.person_id)sql" +
                      where.text() + order_by(filter.sort) + " LIMIT " + most + " OFFSET " + skip);
}

std::int64_t count(const sql::Reader& db, const Filter& filter, Day on) {
    const auto where = conditions(filter, on);
    return db.value<std::int64_t>(
        where.values(),
        "SELECT count(*) FROM people_roles r JOIN people p ON p.id = r.person_id" + where.text());
}

bool wears(const sql::Reader& db, PersonId id, Role role, SiteId site, Day on) {
    return db.value<bool>({id, fabnum::word_of(role), site, on}, R"sql(
        SELECT EXISTS (SELECT person_id
                         FROM people_roles
                        WHERE person_id = $1
                          AND role = $2
                          AND (site_id = CAST($3 AS BIGINT) OR site_id IS NULL OR role = 'admin')
                          AND since <= $4
                          AND (until IS NULL OR until >= $4)))sql");
}

std::optional<Person> find(const sql::Reader& db, PersonId id) {
    return db.one(person_from, {id}, R"sql(
        SELECT id, given_name, family_name, mail, phone, birth_day, language, address, agreement, theme, comfort, active
          FROM people
         WHERE id = $1)sql");
}

std::optional<Person> by_mail(const sql::Reader& db, std::string_view mail) {
    return db.one(person_from, {mail}, R"sql(
        SELECT id, given_name, family_name, mail, phone, birth_day, language, address, agreement, theme, comfort, active
          FROM people
         WHERE mail = $1 AND active = 1)sql");
}

bool is_mail_taken(const sql::Reader& db, std::string_view mail) {
    return db.value<std::int64_t>({mail}, "SELECT count(*) FROM people WHERE mail = $1") > 0;
}

std::vector<Face> faces(const sql::Reader& db, const std::vector<PersonId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    std::string list;
    for (const PersonId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(face_from, values, R"sql(
        SELECT p.id, p.given_name, p.family_name,
               COALESCE((SELECT max(r.role) FROM people_roles r WHERE r.person_id = p.id), 'participant')
          FROM people p
         WHERE p.id IN ()sql" + list + ")");
}

std::vector<Somebody> everybody(const sql::Reader& db, SiteId site) {
    return db.all(
        [](sql::Row& row) {
            Somebody one;
            one.person.id = row.take<PersonId>();
            one.person.given_name = row.take<std::string>();
            one.person.family_name = row.take<std::string>();
            one.person.mail = row.take<std::optional<std::string>>();
            one.person.phone = row.take<std::optional<std::string>>();
            one.person.birth_day = row.take<std::optional<Day>>();
            const auto hats = row.take<std::int64_t>();
            one.here = hats > 0;
            one.young = hats > 0 && row.take<std::int64_t>() == 0;
            return one;
        },
        {site}, R"sql(
        SELECT p.id, p.given_name, p.family_name, p.mail, p.phone, p.birth_day,
               (SELECT count(*) FROM people_roles r WHERE r.person_id = p.id AND r.site_id = $1),
               (SELECT count(*) FROM people_roles r
                 WHERE r.person_id = p.id AND r.role <> 'participant'
                   AND (r.site_id = $1 OR r.site_id IS NULL))
          FROM people p
         WHERE p.erased_at IS NULL
         ORDER BY p.id)sql");
}

std::vector<std::pair<PersonId, Day>> birth_days(const sql::Reader& db, const std::vector<PersonId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    std::string list;
    for (const PersonId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(
        [](sql::Row& row) {
            const auto id = row.take<PersonId>();
            return std::pair(id, row.take<Day>());
        },
        values, "SELECT id, birth_day FROM people WHERE birth_day IS NOT NULL AND id IN (" + list + ")");
}

std::vector<Face> with_role(const sql::Reader& db, Role role, SiteId site, Day on) {
    return db.all(face_from, {fabnum::word_of(role), site, on}, R"sql(
        SELECT p.id, p.given_name, p.family_name, r.role
          FROM people_roles r
          JOIN people p ON p.id = r.person_id
         WHERE r.role = $1
           AND (r.site_id = CAST($2 AS BIGINT) OR r.site_id IS NULL)
           AND r.since <= $3
           AND (r.until IS NULL OR r.until >= $3)
           AND p.active = 1
         ORDER BY p.search_key)sql");
}

std::vector<Hat> hats_of(const sql::Reader& db, PersonId id, Day on) {
    return db.all(
        [](sql::Row& row) {
            return Hat{
                .role = role_from_word(row.take<std::string>()), .site = row.take<SiteId>(), .site_name = {}};
        },
        {id, on}, R"sql(
        SELECT role, site_id
          FROM people_roles
         WHERE person_id = $1
           AND since <= $2
           AND (until IS NULL OR until >= $2)
         ORDER BY since, COALESCE(site_id, 0))sql");
}

std::vector<Role> roles_from(const sql::Reader& db, PersonId id, Day on) {
    return db.all([](sql::Row& row) { return role_from_word(row.take<std::string>()); }, {id, on}, R"sql(
        SELECT role FROM people_roles WHERE person_id = $1 AND (until IS NULL OR until >= $2))sql");
}

std::vector<Face> search(const sql::Reader& db, SiteId site, std::string_view key, Day on, int most) {
    // From those of the site to their names: PostgreSQL would rather read everybody's name first.
    return db.all(face_from, {site, sql::containing(key), on, most}, R"sql(
          WITH here AS MATERIALIZED (
        SELECT person_id, role
          FROM people_roles
         WHERE site_id = CAST($1 AS BIGINT)
           AND since <= $3
           AND (until IS NULL OR until >= $3))
        SELECT p.id, p.given_name, p.family_name, r.role
          FROM here r
          JOIN people p ON p.id = r.person_id
         WHERE p.active = 1
           AND p.search_key LIKE $2 ESCAPE '!'
         ORDER BY p.search_key
         LIMIT $4)sql");
}

bool was_participant(const sql::Reader& db, PersonId id) {
    return db.value<std::int64_t>({id, fabnum::word_of(Role::Participant)}, R"sql(
        SELECT count(*) FROM people_roles WHERE person_id = $1 AND role = $2)sql") > 0;
}

bool is_on_site(const sql::Reader& db, PersonId id, SiteId site) {
    return db.value<std::int64_t>({id, site}, R"sql(
        SELECT count(*) FROM people_roles WHERE person_id = $1 AND site_id = $2)sql") > 0;
}

std::int64_t count(const sql::Reader& db) {
    return db.value<std::int64_t>({}, "SELECT count(*) FROM people");
}

PersonId insert(const sql::Writer& db, const NewPerson& person, std::string_view search_key, Instant now) {
    return db.insert<PersonId>({person.given_name, person.family_name, search_key, person.mail, person.phone,
                                person.birth_day, word_of(person.voice.address),
                                word_of(person.voice.agreement), i18n::tag_of(person.voice.language), now},
                               R"sql(
        INSERT INTO people (given_name, family_name, search_key, mail, phone, birth_day, address, agreement, language, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     RETURNING id)sql");
}

void insert_role(const sql::Writer& db, PersonId id, Role role, SiteId site, Day since) {
    db.run({id, fabnum::word_of(role), site, since}, R"sql(
        INSERT INTO people_roles (person_id, role, site_id, since) VALUES ($1, $2, $3, $4))sql");
}

bool end_role(const sql::Writer& db, PersonId id, Role role, SiteId site, Day last, Day on) {
    return db.run({id, fabnum::word_of(role), site, last, on}, R"sql(
        UPDATE people_roles
           SET until = $4
         WHERE person_id = $1
           AND role = $2
           AND site_id IS NOT DISTINCT FROM CAST($3 AS BIGINT)
           AND (until IS NULL OR until >= $5))sql") > 0;
}

void set_facts(const sql::Writer& db, PersonId id, const PersonFacts& facts, std::string_view search_key) {
    db.run({id, facts.given_name, facts.family_name, search_key, facts.mail, facts.phone, facts.birth_day},
           R"sql(
        UPDATE people
           SET given_name = $2, family_name = $3, search_key = $4, mail = $5, phone = $6, birth_day = $7
         WHERE id = $1)sql");
}

bool set_active(const sql::Writer& db, PersonId id, bool active) {
    return db.run({id, active}, "UPDATE people SET active = $2 WHERE id = $1 AND active <> $2") == 1;
}

void set_manner(const sql::Writer& db, PersonId id, const Manner& manner) {
    db.run({id, i18n::tag_of(manner.voice.language), word_of(manner.voice.address),
            word_of(manner.voice.agreement), manner.theme, manner.comfort},
           R"sql(
        UPDATE people
           SET language = $2, address = $3, agreement = $4, theme = $5, comfort = $6
         WHERE id = $1)sql");
}

std::optional<Credentials> credentials(const sql::Reader& db, PersonId id) {
    return db.one(credentials_from, {id}, R"sql(
        SELECT person_id, password_hash, pin_hash, totp_sealed, totp_last_step
          FROM people_credentials
         WHERE person_id = $1)sql");
}

std::optional<Credentials> credentials_by_badge(const sql::Reader& db, std::string_view badge_hash) {
    return db.one(credentials_from, {badge_hash}, R"sql(
        SELECT c.person_id, c.password_hash, c.pin_hash, c.totp_sealed, c.totp_last_step
          FROM people_credentials c
          JOIN people p ON p.id = c.person_id
         WHERE c.badge_hash = $1 AND p.active = 1)sql");
}

void set_password_hash(const sql::Writer& db, PersonId id, std::string_view hash) {
    db.run({id, hash}, R"sql(
        INSERT INTO people_credentials (person_id, password_hash) VALUES ($1, $2)
            ON CONFLICT (person_id) DO UPDATE SET password_hash = $2)sql");
}

void set_pin_hash(const sql::Writer& db, PersonId id, std::string_view hash, std::string_view lookup) {
    db.run({id, hash, lookup}, R"sql(
        INSERT INTO people_credentials (person_id, pin_hash, pin_lookup) VALUES ($1, $2, $3)
            ON CONFLICT (person_id) DO UPDATE SET pin_hash = $2, pin_lookup = $3)sql");
}

std::vector<PersonId> with_pin_lookup(const sql::Reader& db, std::string_view lookup) {
    return db.all([](sql::Row& row) { return row.take<PersonId>(); }, {lookup},
                  "SELECT person_id FROM people_credentials WHERE pin_lookup = $1 ORDER BY person_id");
}

std::vector<BadgeRow> badges(const sql::Reader& db, const std::vector<PersonId>& people) {
    if (people.empty()) return {};
    sql::Values values;
    std::string list;
    for (const PersonId id : people) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(
        [](sql::Row& row) {
            return BadgeRow{.person = row.take<PersonId>(),
                            .sealed = row.take<sql::Bytes>().bytes,
                            .made = row.take<Instant>()};
        },
        values,
        "SELECT person_id, badge_sealed, badge_made_at FROM people_credentials "
        "WHERE badge_sealed IS NOT NULL AND person_id IN (" +
            list + ")");
}

bool set_badge(const sql::Writer& db, PersonId id, const std::optional<NewBadge>& badge) {
    if (!badge)
        return db.run({id}, R"sql(
        UPDATE people_credentials
           SET badge_hash = NULL, badge_sealed = NULL, badge_made_at = NULL
         WHERE person_id = $1 AND badge_hash IS NOT NULL)sql") == 1;
    return db.run({id, badge->hash, sql::Bytes{badge->sealed}, badge->made}, R"sql(
        INSERT INTO people_credentials (person_id, badge_hash, badge_sealed, badge_made_at)
        VALUES ($1, $2, $3, $4)
            ON CONFLICT (person_id) DO UPDATE SET badge_hash = $2, badge_sealed = $3, badge_made_at = $4)sql") ==
           1;
}

void set_totp(const sql::Writer& db, PersonId id, const std::optional<std::string>& sealed) {
    const sql::Value value = sealed ? sql::Value(sql::Bytes{*sealed}) : sql::Value(sql::Null{});
    db.run({id, value}, R"sql(
        INSERT INTO people_credentials (person_id, totp_sealed) VALUES ($1, $2)
            ON CONFLICT (person_id) DO UPDATE SET totp_sealed = $2)sql");
}

bool use_totp_step(const sql::Writer& db, PersonId id, std::int64_t step) {
    return db.run({id, step}, R"sql(
        UPDATE people_credentials SET totp_last_step = $2 WHERE person_id = $1 AND totp_last_step < $2)sql") ==
           1;
}

}  // namespace fabnum::people::store
