#include "features/sites/sites.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "tests/support/engines.h"

namespace fabnum::sites {
namespace {

const Instant morning = clock::paris(2026, 11, 24, 9);

Site named(std::string name) {
    Site site;
    site.name = std::move(name);
    return site;
}

class Sites : public testing::TestWithParam<sql::Engine> {
 protected:
    SiteId opened(const Site& site) {
        return *fresh->write({}, [&](const sql::Writer& db) -> Result<SiteId> { return open(db, site); });
    }
    std::optional<Site> found(SiteId id) {
        return fresh->read([&](const sql::Reader& db) { return find(db, id); });
    }
    std::string changed_by(Role role, SiteId of, SiteId site) {
        const Act act{.by = {.person = PersonId{3}, .role = role, .site = of}, .at = morning, .once = {}};
        const auto done = set_amounts(*fresh, act, site, euros(200), Money{1250});
        return done ? "" : done.refusal().key;
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Sites, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Sites, AreKeptAsTheyWereOpened) {
    const auto id = opened({.id = {},
                            .name = "Le Péi",
                            .town = "Saint-Denis",
                            .address = "3, rue de l’Océan",
                            .phone = "0262 12 34 56",
                            .mail = "pei@fabnum.example",
                            .zone = "Indian/Reunion",
                            .material_cap = euros(90),
                            .hour_value = Money{1075}});
    const auto site = found(id);
    ASSERT_TRUE(site);
    EXPECT_EQ(site->id, id);
    EXPECT_EQ(site->name, "Le Péi");
    EXPECT_EQ(site->town, "Saint-Denis");
    EXPECT_EQ(site->address, "3, rue de l’Océan");
    EXPECT_EQ(site->phone, "0262 12 34 56");
    EXPECT_EQ(site->mail, "pei@fabnum.example");
    EXPECT_EQ(site->zone, "Indian/Reunion");
    EXPECT_EQ(site->material_cap, euros(90));
    EXPECT_EQ(site->hour_value, Money{1075});
    EXPECT_FALSE(found(SiteId{999}));
    EXPECT_FALSE(found(SiteId{}));
}

TEST_P(Sites, AreListedByName) {
    opened(named("Marcq"));
    opened(named("Hem"));
    const auto sites = fresh->read([](const sql::Reader& db) { return all(db); });
    ASSERT_EQ(sites.size(), 2U);
    EXPECT_EQ(sites[0].name, "Hem");
}

TEST_P(Sites, HaveNamesOfTheirOwn) {
    opened(named("Hem"));
    EXPECT_THROW(opened(named("Hem")), sql::Constraint);
}

TEST_P(Sites, HaveTheirAmountsSetByTheirCoordinatorOrAnAdmin) {
    const auto hem = opened(named("Hem"));
    EXPECT_EQ(changed_by(Role::Coordinator, hem, hem), "");
    EXPECT_EQ(found(hem)->material_cap, euros(200));
    EXPECT_EQ(found(hem)->hour_value, Money{1250});
    EXPECT_EQ(changed_by(Role::Admin, {}, hem), "");
}

TEST_P(Sites, KeepTheirAmountsFromEverybodyElse) {
    const auto hem = opened(named("Hem")), marcq = opened(named("Marcq"));
    EXPECT_EQ(changed_by(Role::Coordinator, marcq, hem), "sites.not_yours");
    EXPECT_EQ(changed_by(Role::Coordinator, {}, hem), "sites.not_yours");
    for (const Role role : {Role::Anyone, Role::Participant, Role::Fabmanager, Role::Adviser, Role::Requester,
                            Role::Funder, Role::System})
        EXPECT_EQ(changed_by(role, hem, hem), "sites.not_yours") << word_of(role);
    EXPECT_EQ(changed_by(Role::Admin, {}, SiteId{999}), "sites.not_there");
    EXPECT_EQ(found(hem)->material_cap, euros(150));
}

TEST_P(Sites, WriteWhatTheirAmountsWereAndBecame) {
    const auto hem = opened(named("Hem"));
    EXPECT_EQ(changed_by(Role::Coordinator, hem, hem), "");
    const auto lines =
        fresh->read([&](const sql::Reader& db) { return journal::history_of(db, "site", hem.value); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].action, "site.amounts_set");
    EXPECT_EQ(lines[0].before, R"({"material_cap_cents":15000,"hour_value_cents":1200})");
    EXPECT_EQ(lines[0].after, R"({"material_cap_cents":20000,"hour_value_cents":1250})");
}

}  // namespace
}  // namespace fabnum::sites
