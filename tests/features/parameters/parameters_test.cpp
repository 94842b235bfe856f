#include "features/parameters/parameters.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/support/engines.h"

namespace fabnum::parameters {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

class Parameters : public testing::TestWithParam<sql::Engine> {
 protected:
    std::int64_t number(std::string_view key, std::string_view iso) {
        return fresh->read([&](const sql::Reader& db) { return number_on(db, key, day(iso), -1); });
    }
    std::string added_by(Role role, std::string_view key, std::int64_t value, std::string_view from,
                         std::optional<Day> to = {}) {
        Parameter one;
        one.key = key;
        one.value = value;
        one.from = day(from);
        one.to = to;
        const auto done =
            add(*fresh, {.by = {.person = {}, .role = role, .site = {}}, .at = {}, .once = {}}, one);
        return done ? "" : done.refusal().key;
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Parameters, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

TEST_P(Parameters, ComeWithTheProduct) {
    EXPECT_EQ(number("sc.min_week_h", "2026-11-24"), 24);
    EXPECT_EQ(number("sc.minor_week_h", "2026-11-24"), 35);
    EXPECT_EQ(number("sc.month_state", "2026-11-24"), 50498);
    EXPECT_EQ(number("nothing.known", "2026-11-24"), -1);
}

TEST_P(Parameters, HaveAValueForEachOfTheirKinds) {
    const auto all = fresh->read([](const sql::Reader& db) { return all_on(db, day("2026-11-24")); });
    EXPECT_EQ(all.size(), std::size(kinds));
}

TEST_P(Parameters, HoldFromADayToADay) {
    EXPECT_EQ(number("tax.franchise", "2023-12-31"), -1);
    EXPECT_EQ(number("tax.franchise", "2024-12-31"), 7859600);
    EXPECT_EQ(number("tax.franchise", "2025-01-01"), 8001100);
}

TEST_P(Parameters, KeepWhatWasTrueBefore) {
    EXPECT_EQ(added_by(Role::Admin, "sc.host_min", 12000, "2027-01-01"), "");
    EXPECT_EQ(number("sc.host_min", "2026-12-31"), 11485);
    EXPECT_EQ(number("sc.host_min", "2027-01-01"), 12000);
    EXPECT_EQ(added_by(Role::Admin, "sc.host_min", 13000, "2027-01-01"), "parameters.problem.same_day");
}

TEST_P(Parameters, AreAddedByAdministratorsOnly) {
    EXPECT_EQ(added_by(Role::Coordinator, "sc.host_min", 12000, "2027-01-01"), "parameters.not_yours");
    EXPECT_EQ(added_by(Role::Admin, "sc.unheard_of", 1, "2027-01-01"), "parameters.not_there");
    EXPECT_EQ(added_by(Role::Admin, "sc.host_min", 12000, "2027-01-01", day("2026-01-01")),
              "parameters.problem.backwards");
}

TEST_P(Parameters, ThatCameWithTheProductAreNotTakenBack) {
    const Act admin{.by = {.person = {}, .role = Role::Admin, .site = {}}, .at = {}, .once = {}};
    const auto shipped =
        fresh->read([](const sql::Reader& db) { return on(db, "sc.host_min", day("2026-11-24"))->id; });
    const auto done = take_back(*fresh, admin, "sc.host_min", shipped);
    EXPECT_EQ(done ? "" : done.refusal().key, "parameters.moved_meanwhile");
    EXPECT_EQ(number("sc.host_min", "2026-11-24"), 11485);
}

}  // namespace
}  // namespace fabnum::parameters
