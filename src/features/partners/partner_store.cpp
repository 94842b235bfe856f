#include "features/partners/partner_store.h"

namespace fabnum::partners::store {

namespace {

// Behind a beginning, it makes what comes after every word that begins so: Unicode's last character.
constexpr std::string_view after_every_letter = "\U0010FFFF";

Kind kind_from(std::string_view word) {
    for (const auto& [known, kind] : kinds)
        if (known == word) return kind;
    return Kind::Association;
}

Organisation organisation_from(sql::Row& row) {
    return Organisation{.id = row.take<OrganisationId>(),
                        .name = row.take<std::string>(),
                        .kind = kind_from(row.take<std::string>()),
                        .town = row.take<std::string>()};
}

Contact contact_from(sql::Row& row) {
    return Contact{.id = row.take<ContactId>(),
                   .organisation = row.take<OrganisationId>(),
                   .name = row.take<std::string>(),
                   .mail = row.take<std::optional<std::string>>(),
                   .phone = row.take<std::optional<std::string>>()};
}

}  // namespace

std::optional<Organisation> find(const sql::Reader& db, OrganisationId id) {
    return db.one(organisation_from, {id}, "SELECT id, name, kind, town FROM organisations WHERE id = $1");
}

std::optional<Contact> find_contact(const sql::Reader& db, ContactId id) {
    return db.one(contact_from, {id}, R"sql(
        SELECT id, organisation_id, name, mail, phone FROM organisation_contacts WHERE id = $1)sql");
}

std::optional<OrganisationId> by_key(const sql::Reader& db, std::string_view key, std::string_view town) {
    return db.one([](sql::Row& row) { return row.take<OrganisationId>(); }, {key, town}, R"sql(
        SELECT id FROM organisations WHERE search_key = $1 AND town = $2)sql");
}

std::optional<ContactId> by_mail(const sql::Reader& db, OrganisationId organisation, std::string_view mail) {
    return db.one([](sql::Row& row) { return row.take<ContactId>(); }, {organisation, mail}, R"sql(
        SELECT id
          FROM organisation_contacts
         WHERE organisation_id = $1 AND lower(mail) = lower($2)
         ORDER BY id
         LIMIT 1)sql");
}

std::optional<ContactId> by_name(const sql::Reader& db, OrganisationId organisation, std::string_view key,
                                 const std::optional<std::string>& mail) {
    return db.one([](sql::Row& row) { return row.take<ContactId>(); }, {organisation, key, mail}, R"sql(
        SELECT id
          FROM organisation_contacts
         WHERE organisation_id = $1
           AND search_key = $2
           AND (mail IS NULL OR CAST($3 AS TEXT) IS NULL)
         ORDER BY id
         LIMIT 1)sql");
}

std::vector<Organisation> named(const sql::Reader& db, const std::vector<OrganisationId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    std::string list;
    for (const OrganisationId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(organisation_from, values,
                  "SELECT id, name, kind, town FROM organisations WHERE id IN (" + list + ")");
}

std::vector<Organisation> all(const sql::Reader& db, int most, int skip) {
    return db.all(organisation_from, {most, skip}, R"sql(
        SELECT id, name, kind, town FROM organisations ORDER BY search_key, id LIMIT $1 OFFSET $2)sql");
}

// The index gives the matches of the first word in the order they are shown, and is read no further than
// that.
std::vector<Organisation> with_words(const sql::Reader& db, const std::vector<std::string>& beginnings,
                                     int most, int skip) {
    sql::Values values;
    const auto next = [&](const sql::Value& value) {
        values.push_back(value);
        return "$" + std::to_string(values.size());
    };
    const auto begins = [&](std::string_view table, const std::string& with) {
        const std::string word = std::string(table) + ".word", from = next(with);
        return word + " >= " + from + " AND " + word + " < " + next(with + std::string(after_every_letter));
    };
    std::string sql = R"sql(
        SELECT o.id, o.name, o.kind, o.town
          FROM organisation_words w
          JOIN organisations o ON o.id = w.organisation_id
         WHERE )sql" + begins("w", beginnings.front()) +
                      // An organisation with two such words is shown for the first of them.
                      R"sql(
           AND NOT EXISTS (SELECT e.word
                             FROM organisation_words e
                            WHERE e.organisation_id = w.organisation_id AND e.word >= $1 AND e.word < w.word))sql";
    for (std::size_t at = 1; at < beginnings.size(); ++at)
        sql += R"sql(
           AND EXISTS (SELECT e.word
                         FROM organisation_words e
                        WHERE e.organisation_id = w.organisation_id AND )sql" +
               begins("e", beginnings[at]) + ")";
    sql += " ORDER BY w.word, w.search_key, w.organisation_id LIMIT " + next(most);
    return db.all(organisation_from, values, sql + " OFFSET " + next(skip));
}

std::vector<Contact> contacts_of(const sql::Reader& db, OrganisationId id) {
    return db.all(contact_from, {id}, R"sql(
        SELECT id, organisation_id, name, mail, phone
          FROM organisation_contacts
         WHERE organisation_id = $1
         ORDER BY search_key)sql");
}

std::vector<Contact> contacts(const sql::Reader& db, const std::vector<ContactId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    std::string list;
    for (const ContactId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(contact_from, values,
                  "SELECT id, organisation_id, name, mail, phone FROM organisation_contacts WHERE id IN (" +
                      list + ")");
}

std::vector<Contact> contacts_with_mail(const sql::Reader& db, std::string_view mail) {
    return db.all(contact_from, {mail}, R"sql(
        SELECT id, organisation_id, name, mail, phone FROM organisation_contacts WHERE mail = $1 ORDER BY id)sql");
}

OrganisationId insert(const sql::Writer& db, const Organisation& organisation, std::string_view key,
                      const std::vector<std::string>& words) {
    const auto id =
        db.insert<OrganisationId>({organisation.name, word_of(organisation.kind), organisation.town, key},
                                  R"sql(
        INSERT INTO organisations (name, kind, town, search_key) VALUES ($1, $2, $3, $4) RETURNING id)sql");
    for (const std::string& word : words)
        db.run({word, key, id}, R"sql(
        INSERT INTO organisation_words (word, search_key, organisation_id) VALUES ($1, $2, $3))sql");
    return id;
}

ContactId insert_contact(const sql::Writer& db, const Contact& contact, std::string_view key) {
    return db.insert<ContactId>({contact.organisation, contact.name, contact.mail, contact.phone, key}, R"sql(
        INSERT INTO organisation_contacts (organisation_id, name, mail, phone, search_key)
        VALUES ($1, $2, $3, $4, $5)
     RETURNING id)sql");
}

void set_reach(const sql::Writer& db, ContactId id, const std::optional<std::string>& mail,
               const std::optional<std::string>& phone) {
    db.run({id, mail, phone}, R"sql(
        UPDATE organisation_contacts
           SET mail = COALESCE(mail, $2), phone = COALESCE($3, phone)
         WHERE id = $1)sql");
}

}  // namespace fabnum::partners::store
