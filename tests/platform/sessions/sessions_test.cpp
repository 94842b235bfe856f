#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "platform/sessions/seen.h"
#include "tests/support/engines.h"

namespace fabnum::sessions {
namespace {

using namespace std::chrono_literals;

const Instant morning = clock::paris(2026, 11, 24, 9);
constexpr SiteId hem{1}, marcq{2};
constexpr Actor samira{.person = PersonId{3}, .role = Role::Coordinator, .site = hem};
constexpr Actor ines{.person = PersonId{8}, .role = Role::Participant, .site = hem};

class Sessions : public testing::TestWithParam<sql::Engine> {
 protected:
    template <class Use>
    void write(Use&& use) {
        support::expect_done(fresh->write({}, [&](const sql::Writer& db) -> Result<Done> {
            use(db);
            return Done{};
        }));
    }
    std::string begun(const Actor& actor, Device kind = Device::Own, Instant at = morning) {
        return *fresh->write({}, [&](const sql::Writer& db) -> Result<std::string> {
            return begin(db, actor, "Firefox, Linux", kind, at);
        });
    }
    std::optional<Session> found(std::string_view token, Instant at) {
        return fresh->read([&](const sql::Reader& db) { return find(db, token, at); });
    }
    // Comes back every ten minutes for that long.
    void use_for(std::string_view token, std::chrono::minutes lasts) {
        for (auto after = 10min; after <= lasts; after += 10min)
            if (const auto session = found(token, morning + after)) touch(*fresh, *session, morning + after);
    }
    std::size_t devices_of(PersonId person, Instant at) {
        return fresh->read([&](const sql::Reader& db) { return of_person(db, person, at).size(); });
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Sessions, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Sessions, AreFoundByTheirToken) {
    const auto token = begun(samira);
    const auto session = found(token, morning + 1min);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->actor.person, samira.person);
    EXPECT_EQ(session->actor.role, Role::Coordinator);
    EXPECT_EQ(session->actor.site, hem);
    EXPECT_EQ(session->device, "Firefox, Linux");
    EXPECT_EQ(session->began, morning);
    EXPECT_EQ(session->seen, morning);
    EXPECT_EQ(session->ends, morning + 12h);
    EXPECT_FALSE(session->shared);
}

TEST_P(Sessions, AreNotFoundByAnotherToken) {
    const auto token = begun(samira);
    auto other = token;
    other.back() = other.back() == 'A' ? 'B' : 'A';
    for (const auto& guess :
         {other, std::string(), std::string("x"), token + "x", token.substr(1), std::string(65, 'a'),
          std::string("' OR 1=1 --' OR 1=1 --' OR 1=1 --' OR 1=1 --")})
        EXPECT_FALSE(found(guess, morning)) << guess;
}

TEST_P(Sessions, KeepNoTokenInTheDatabase) {
    const auto token = begun(samira);
    const auto rows = fresh->read([&](const sql::Reader& db) {
        return db.value<std::int64_t>({token}, "SELECT count(*) FROM sessions WHERE token_hash = $1");
    });
    EXPECT_EQ(rows, 0);
    EXPECT_NE(begun(samira), token);
}

TEST_P(Sessions, OfStaffEndAfterTwelveHoursEvenWhenUsed) {
    const auto token = begun(samira);
    use_for(token, 12h);
    EXPECT_TRUE(found(token, morning + 12h - 1s));
    EXPECT_FALSE(found(token, morning + 12h));
}

TEST_P(Sessions, OnASharedMachineEndAfterTenMinutesWithoutUse) {
    const auto token = begun(samira, Device::Shared);
    EXPECT_TRUE(found(token, morning + 10min));
    EXPECT_FALSE(found(token, morning + 10min + 1s));
    const auto young = begun(ines, Device::Shared);
    EXPECT_FALSE(found(young, morning + 11min));
}

TEST_P(Sessions, OnASharedMachineLastFourHoursWhenUsed) {
    const auto token = begun(ines, Device::Shared);
    use_for(token, 3h + 50min);
    EXPECT_TRUE(found(token, morning + 4h - 1s));
    EXPECT_FALSE(found(token, morning + 4h));
}

TEST_P(Sessions, OfYoungPeopleOnTheirOwnPhoneLastThirtyDays) {
    const auto token = begun(ines);
    EXPECT_TRUE(found(token, morning + 24h * 30 - 1s));
    EXPECT_FALSE(found(token, morning + 24h * 30));
}

TEST_P(Sessions, AreMarkedAsUsedOnceAMinute) {
    const auto token = begun(samira);
    const auto seen_after = [&](Instant at) {
        touch(*fresh, *found(token, at), at);
        return found(token, at)->seen;
    };
    EXPECT_EQ(seen_after(morning + 59s), morning);
    EXPECT_EQ(seen_after(morning + 60s), morning + 60s);
    EXPECT_EQ(seen_after(morning + 61s), morning + 60s);
}

TEST_P(Sessions, AreMarkedByOneOfManyRequestsAtOnce) {
    const auto token = begun(samira);
    const Session as_all_read_it = *found(token, morning + 2min);
    Seen seen;
    const auto seen_after = [&](Instant at) {
        seen.touch(*fresh, as_all_read_it, at);
        return found(token, at)->seen;
    };
    EXPECT_EQ(seen_after(morning + 2min), morning + 2min);
    EXPECT_EQ(seen_after(morning + 2min + 1s), morning + 2min);
    EXPECT_EQ(seen_after(morning + 3min), morning + 3min);
}

TEST_P(Sessions, AreEndedByTheirOwnerOnly) {
    const auto token = begun(samira);
    const auto id = found(token, morning)->id;
    write([&](const sql::Writer& db) { end(db, id, ines.person); });
    EXPECT_TRUE(found(token, morning));
    write([&](const sql::Writer& db) { end(db, id, samira.person); });
    EXPECT_FALSE(found(token, morning));
}

TEST_P(Sessions, AreAllEndedButTheOneInUse) {
    const auto here = begun(samira), there = begun(samira), of_another = begun(ines);
    write([&](const sql::Writer& db) { end_all(db, samira.person, find(db, here, morning)->id); });
    EXPECT_TRUE(found(here, morning));
    EXPECT_FALSE(found(there, morning));
    EXPECT_TRUE(found(of_another, morning));
    write([&](const sql::Writer& db) { end_all(db, samira.person); });
    EXPECT_FALSE(found(here, morning));
}

TEST_P(Sessions, AreListedForTheirOwnerTheLatestFirst) {
    begun(samira, Device::Own, morning - 24h);
    begun(samira, Device::Own, morning - 1h);
    begun(samira, Device::Shared, morning);
    begun(ines);
    const auto devices =
        fresh->read([](const sql::Reader& db) { return of_person(db, samira.person, morning + 1s); });
    ASSERT_EQ(devices.size(), 2U);
    EXPECT_TRUE(devices[0].shared);
    EXPECT_EQ(devices[1].began, morning - 1h);
}

TEST_P(Sessions, WearAnotherHatOfTheirOwnerOnly) {
    const auto token = begun(samira);
    const auto id = found(token, morning)->id;
    write([&](const sql::Writer& db) { wear(db, id, ines.person, Role::Admin, SiteId{}); });
    EXPECT_EQ(found(token, morning)->actor.role, Role::Coordinator);
    write([&](const sql::Writer& db) { wear(db, id, samira.person, Role::Fabmanager, marcq); });
    EXPECT_EQ(found(token, morning)->actor.role, Role::Fabmanager);
    EXPECT_EQ(found(token, morning)->actor.site, marcq);
    write([&](const sql::Writer& db) { wear(db, id, samira.person, Role::Admin, SiteId{}); });
    EXPECT_EQ(found(token, morning)->actor.site, SiteId{});
}

TEST_P(Sessions, AreForgottenOnceTheyEnded) {
    begun(samira);
    begun(ines);
    int gone = 0;
    write([&](const sql::Writer& db) { gone = sweep(db, morning + 13h); });
    EXPECT_EQ(gone, 1);
    EXPECT_EQ(devices_of(samira.person, morning), 0U);
    EXPECT_EQ(devices_of(ines.person, morning), 1U);
}

}  // namespace
}  // namespace fabnum::sessions
