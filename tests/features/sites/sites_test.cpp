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
        Site after = found(site).value_or(Site{});
        after.id = site;
        after.material_cap = euros(200);
        after.hour_value = Money{1250};
        const auto done = change(*fresh, act, after);
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

TEST_P(Sites, AreChangedByTheirCoordinatorOrAnAdmin) {
    const auto hem = opened(named("Hem"));
    EXPECT_EQ(changed_by(Role::Coordinator, hem, hem), "");
    EXPECT_EQ(found(hem)->material_cap, euros(200));
    EXPECT_EQ(found(hem)->hour_value, Money{1250});
    EXPECT_EQ(changed_by(Role::Admin, {}, hem), "");
}

TEST_P(Sites, AreChangedByNobodyElse) {
    const auto hem = opened(named("Hem")), marcq = opened(named("Marcq"));
    EXPECT_EQ(changed_by(Role::Coordinator, marcq, hem), "sites.not_yours");
    EXPECT_EQ(changed_by(Role::Coordinator, {}, hem), "sites.not_yours");
    for (const Role role : {Role::Anyone, Role::Participant, Role::Fabmanager, Role::Adviser, Role::Requester,
                            Role::Funder, Role::System})
        EXPECT_EQ(changed_by(role, hem, hem), "sites.not_yours") << word_of(role);
    EXPECT_EQ(changed_by(Role::Admin, {}, SiteId{999}), "sites.not_there");
    EXPECT_EQ(found(hem)->material_cap, euros(150));
}

TEST_P(Sites, WriteWhatTheyWereAndBecame) {
    const auto hem = opened(named("Hem"));
    EXPECT_EQ(changed_by(Role::Coordinator, hem, hem), "");
    const auto lines =
        fresh->read([&](const sql::Reader& db) { return journal::history_of(db, "site", hem.value); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].action, "site.changed");
    EXPECT_NE(lines[0].before.find(R"("material_cap_cents":15000)"), std::string::npos) << lines[0].before;
    EXPECT_NE(lines[0].after.find(R"("material_cap_cents":20000)"), std::string::npos) << lines[0].after;
}

TEST_P(Sites, DoNotTakeTheNameOfAnother) {
    const auto hem = opened(named("Hem"));
    opened(named("Marcq"));
    Site renamed = *found(hem);
    renamed.name = "marcq";
    const Act act{.by = {.person = PersonId{3}, .role = Role::Admin, .site = {}}, .at = morning, .once = {}};
    EXPECT_EQ(change(*fresh, act, renamed).refusal().key, "sites.name_taken");
}

}  // namespace
}  // namespace fabnum::sites
