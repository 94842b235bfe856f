#include "features/orders/order.h"

#include <set>

#include <gtest/gtest.h>

namespace fabnum::orders {
namespace {

Triage all_yes() {
    return {.public_interest = Verdict::Yes,
            .nobodys_job = Verdict::Yes,
            .machines = Verdict::Yes,
            .safe_for_minors = Verdict::Yes,
            .delay = Verdict::Yes};
}

TEST(Order, GoesFromRequestToArchiveStepByStep) {
    State state = State::Received;
    for (const Step step : {Step::Ask, Step::Answer, Step::Accept, Step::Start, Step::ShowPrototype,
                            Step::AskChanges, Step::ShowPrototype, Step::Approve, Step::Finish, Step::Reopen,
                            Step::Finish, Step::Deliver, Step::Close}) {
        const auto next = after(state, step);
        ASSERT_TRUE(next) << word_of(state);
        state = *next;
    }
    EXPECT_EQ(state, State::Closed);
}

TEST(Order, RefusesEveryStepThatIsNotDrawn) {
    std::set<std::pair<State, Step>> drawn;
    for (const Transition& one : order_life) drawn.emplace(one.from, one.step);
    for (const auto& [word, state] : states) {
        for (int step = 0; step <= static_cast<int>(Step::Cancel); ++step) {
            const auto next = after(state, static_cast<Step>(step));
            EXPECT_EQ(static_cast<bool>(next), drawn.contains({state, static_cast<Step>(step)}))
                << word << " " << step;
            if (!next) {
                EXPECT_EQ(next.refusal().key, "orders.moved_meanwhile");
            }
        }
    }
}

TEST(Order, LetsOnlyTheRequesterAndTheStaffJudgeAPrototype) {
    EXPECT_TRUE(may(State::Approving, Step::Approve, Requester));
    EXPECT_TRUE(may(State::Approving, Step::Approve, Staff));
    EXPECT_FALSE(may(State::Approving, Step::Approve, Lead));
    EXPECT_FALSE(may(State::Approving, Step::Approve, Referent));
}

TEST(Order, LetsTheReferentDeliverAndTheLeadFinish) {
    EXPECT_TRUE(may(State::Ready, Step::Deliver, Referent));
    EXPECT_FALSE(may(State::Ready, Step::Deliver, Lead));
    EXPECT_TRUE(may(State::Making, Step::Finish, Lead));
    EXPECT_FALSE(may(State::Making, Step::Finish, Referent));
}

TEST(Order, LetsTheRequesterWithdrawOnlyBeforeItIsAccepted) {
    EXPECT_TRUE(may(State::Received, Step::Cancel, Requester));
    EXPECT_TRUE(may(State::Clarifying, Step::Cancel, Requester));
    EXPECT_FALSE(may(State::Accepted, Step::Cancel, Requester));
    EXPECT_FALSE(may(State::Making, Step::Cancel, Requester));
}

TEST(Order, IsNotAcceptedBeforeItWasStudied) {
    const auto against = objections(std::nullopt, euros(10), euros(150), Role::Coordinator);
    ASSERT_EQ(against.size(), 1u);
    EXPECT_EQ(against.front().key, "orders.study_first");
}

TEST(Order, IsNotAcceptedWhenItTakesSomebodysJob) {
    Triage triage = all_yes();
    triage.nobodys_job = Verdict::No;
    const auto against = objections(triage, euros(10), euros(150), Role::Coordinator);
    ASSERT_EQ(against.size(), 1u);
    EXPECT_EQ(against.front().key, "orders.somebodys_job");
}

TEST(Order, AboveTheCapOfMaterialsAsksTheCoordinator) {
    const auto fabmanager = objections(all_yes(), euros(151), euros(150), Role::Fabmanager);
    ASSERT_EQ(fabmanager.size(), 1u);
    EXPECT_EQ(fabmanager.front().key, "orders.over_cap");
    EXPECT_TRUE(objections(all_yes(), euros(151), euros(150), Role::Coordinator).empty());
    EXPECT_TRUE(objections(all_yes(), euros(150), euros(150), Role::Fabmanager).empty());
}

TEST(Order, IsLateOnlyWhileSomebodyStillWorksOnIt) {
    Order order;
    order.due = Day{std::chrono::year{2026} / 11 / 20};
    const Day after_it{std::chrono::year{2026} / 11 / 21};
    order.state = State::Making;
    EXPECT_TRUE(is_late(order, after_it));
    EXPECT_FALSE(is_late(order, *order.due));
    order.state = State::Delivered;
    EXPECT_FALSE(is_late(order, after_it));
    order.state = State::Suspended;
    EXPECT_FALSE(is_late(order, after_it));
}

TEST(Order, IsFreeAndWorthItsHoursAndMaterials) {
    const auto value = value_of(90, Money{4250}, euros(12));
    EXPECT_EQ(value.hours.cents, 1800);
    EXPECT_EQ(value.total.cents, 6050);
    EXPECT_EQ(value_of(1, Money{}, Money{1199}).hours.cents, 20);  // 19.98 cents, to the nearest
}

TEST(Order, HasAReferenceThatCanBeSaidOnThePhone) {
    Order order;
    order.year = 2026;
    order.number = 7;
    EXPECT_EQ(reference_of(order), "C-2026-007");
    order.number = 1234;
    EXPECT_EQ(reference_of(order), "C-2026-1234");
}

TEST(Order, HasQualityChecksForEachKind) {
    for (const auto& [word, kind] : kinds) EXPECT_GE(first_checks(kind).size(), 3u) << word;
}

TEST(Order, HasOneWordPerStateAndKind) {
    for (const auto& [word, state] : states) {
        EXPECT_EQ(word_of(state), word);
        EXPECT_EQ(state_from(word), state);
    }
    for (const auto& [word, kind] : kinds) EXPECT_EQ(kind_from(word_of(kind)), kind) << word;
}

}  // namespace
}  // namespace fabnum::orders
