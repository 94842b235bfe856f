#include "features/volunteering/agreement_store.h"

namespace fabnum::volunteering::store {

namespace {

constexpr std::string_view columns = R"sql(
        SELECT id, site_id, employer_id, host_id, number, from_day, to_day, quota, signed_on, mission, place, benefits,
               insurance
          FROM volunteering_agreements)sql";

Agreement agreement_from(sql::Row& row) {
    Agreement one;
    one.id = row.take<AgreementId>();
    one.site = row.take<SiteId>();
    one.employer = row.take<partners::OrganisationId>();
    one.host = row.take<partners::OrganisationId>();
    one.number = row.take<std::string>();
    one.from = row.take<Day>();
    one.to = row.take<Day>();
    one.quota = row.take<int>();
    one.signed_on = row.take<std::optional<Day>>();
    one.mission = row.take<std::string>();
    one.place = row.take<std::string>();
    one.benefits = row.take<std::string>();
    one.insurance = row.take<std::string>();
    return one;
}

sql::Values values_of(const Agreement& a) {
    return {a.employer,  a.host,    a.number, a.from,     a.to,       a.quota,
            a.signed_on, a.mission, a.place,  a.benefits, a.insurance};
}

}  // namespace

std::optional<Agreement> find_agreement(const sql::Reader& db, AgreementId id) {
    return db.one(agreement_from, {id}, std::string(columns) + " WHERE id = $1");
}

std::vector<Agreement> agreements(const sql::Reader& db, SiteId site) {
    if (!site) return db.all(agreement_from, {}, std::string(columns) + " ORDER BY to_day DESC, id");
    return db.all(agreement_from, {site},
                  std::string(columns) + " WHERE site_id = $1 ORDER BY to_day DESC, id");
}

bool is_employer(const sql::Reader& db, partners::OrganisationId id) {
    return db.value<std::int64_t>({id},
                                  "SELECT count(*) FROM volunteering_agreements WHERE employer_id = $1") > 0;
}

bool is_host(const sql::Reader& db, partners::OrganisationId id) {
    return db.value<std::int64_t>({id}, "SELECT count(*) FROM volunteering_agreements WHERE host_id = $1") >
           0;
}

AgreementId insert_agreement(const sql::Writer& db, const Agreement& agreement) {
    sql::Values values = values_of(agreement);
    values.emplace_back(agreement.site);
    return db.insert<AgreementId>(values, R"sql(
        INSERT INTO volunteering_agreements (employer_id, host_id, number, from_day, to_day, quota, signed_on, mission,
                                             place, benefits, insurance, site_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     RETURNING id)sql");
}

void set_agreement(const sql::Writer& db, const Agreement& agreement) {
    sql::Values values = values_of(agreement);
    values.emplace_back(agreement.id);
    db.run(values, R"sql(
        UPDATE volunteering_agreements
           SET employer_id = $1, host_id = $2, number = $3, from_day = $4, to_day = $5, quota = $6, signed_on = $7,
               mission = $8, place = $9, benefits = $10, insurance = $11
         WHERE id = $12)sql");
}

}  // namespace fabnum::volunteering::store
