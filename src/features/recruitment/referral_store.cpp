#include "features/recruitment/referral_store.h"

namespace fabnum::recruitment::store {

namespace {

struct Bare {
    ReferrerId id;
    SiteId site;
    partners::ContactId contact;
    int referred = 0;
    Instant link_at;
};

Bare bare_from(sql::Row& row) {
    return Bare{.id = row.take<ReferrerId>(),
                .site = row.take<SiteId>(),
                .contact = row.take<partners::ContactId>(),
                .referred = row.take<int>(),
                .link_at = row.take<Instant>()};
}

constexpr std::string_view columns = R"sql(
        SELECT r.id, r.site_id, r.contact_id,
               (SELECT count(*) FROM recruitment_candidates c WHERE c.referrer_id = r.id), r.link_at
          FROM recruitment_referrers r)sql";

// With the names, asked at the door of partners in one go.
std::vector<ReferrerRow> named(const sql::Reader& db, const std::vector<Bare>& all) {
    std::vector<partners::ContactId> contacts;
    for (const Bare& one : all) contacts.push_back(one.contact);
    const auto known = partners::contacts(db, contacts);
    std::vector<partners::OrganisationId> organisations;
    for (const auto& contact : known) organisations.push_back(contact.organisation);
    const auto houses = partners::named(db, organisations);
    std::vector<ReferrerRow> rows;
    for (const Bare& one : all) {
        ReferrerRow row{.referrer = {.id = one.id, .site = one.site, .contact = {}, .organisation = {}},
                        .referred = one.referred,
                        .link_at = one.link_at};
        for (const auto& contact : known)
            if (contact.id == one.contact) row.referrer.contact = contact;
        for (const auto& house : houses)
            if (house.id == row.referrer.contact.organisation) row.referrer.organisation = house;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::optional<Referrer> find_referrer(const sql::Reader& db, ReferrerId id) {
    const auto found = db.all(bare_from, {id}, std::string(columns) + " WHERE r.id = $1");
    if (found.empty()) return std::nullopt;
    return named(db, found).front().referrer;
}

std::vector<ReferrerRow> referrers(const sql::Reader& db, SiteId site) {
    return named(db, db.all(bare_from, {site}, std::string(columns) + " WHERE r.site_id = $1 ORDER BY r.id"));
}

std::vector<ReferrerRow> referrers_of(const sql::Reader& db, const std::vector<partners::Contact>& contacts) {
    std::vector<Bare> all;
    for (const auto& contact : contacts)
        db.each([&](sql::Row& row) { all.push_back(bare_from(row)); }, {contact.id},
                std::string(columns) + " WHERE r.contact_id = $1 ORDER BY r.id");
    return named(db, all);
}

ReferrerId keep_referrer(const sql::Writer& db, SiteId site, partners::ContactId contact, Instant at) {
    return db.insert<ReferrerId>({site, contact, at}, R"sql(
        INSERT INTO recruitment_referrers (site_id, contact_id, since, link_at) VALUES ($1, $2, $3, $3)
            ON CONFLICT (contact_id, site_id) DO UPDATE SET link_at = $3
     RETURNING id)sql");
}

void set_link_at(const sql::Writer& db, ReferrerId id, Instant at) {
    db.run({id, at}, "UPDATE recruitment_referrers SET link_at = $2 WHERE id = $1");
}

}  // namespace fabnum::recruitment::store
