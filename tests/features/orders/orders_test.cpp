#include "features/orders/orders.h"

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "platform/mail/mail.h"
#include "tests/support/world.h"

namespace fabnum::orders {
namespace {

class Orders : public testing::TestWithParam<sql::Engine> {
 protected:
    support::Lab lab{GetParam()};
    const app::world::World& w = lab.world;
    Day today = clock::day_in("Europe/Paris", lab.now);

    Act by(const Actor& actor) const { return {.by = actor, .at = lab.now}; }
    Sight sight(OrderId id) {
        return *lab.database->read(
            [&](const sql::Reader& db) { return lab.orders.visible_to(db, w.admin(), id); });
    }
    State state(const app::world::Tracked& order) { return sight(order.id).order.state; }
    std::vector<journal::Line> history(OrderId id) {
        return lab.database->read(
            [&](const sql::Reader& db) { return journal::history_of(db, "order", id.value); });
    }
    NewOrder wish() const {
        NewOrder order;
        order.site = w.hem;
        order.title = "Bancs de l’école";
        order.need = "Trois bancs bas pour la cour.";
        order.beneficiaries = "Les enfants de maternelle";
        order.quantity = 3;
        order.organisation = "École Jules-Ferry";
        order.organisation_kind = partners::Kind::School;
        order.town = "Hem";
        order.contact = "Paule Aubry";
        order.mail = "paule.aubry@ecole.example";
        return order;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothEngines, Orders, testing::ValuesIn(support::both_engines),
                         [](const auto& one) { return support::name_of(one.param); });

TEST_P(Orders, AReceivedOrderHasAReferenceALetterAndAHistory) {
    const auto received = lab.orders.receive(by({.role = Role::Anyone}), wish());
    ASSERT_TRUE(received);
    const auto now = sight(received->id);
    EXPECT_EQ(now.order.state, State::Received);
    EXPECT_EQ(now.organisation.name, "École Jules-Ferry");
    ASSERT_EQ(history(received->id).size(), 1u);
    EXPECT_EQ(history(received->id).front().action, "order.received");
    const auto letters = lab.database->read(
        [&](const sql::Reader& db) { return mail::about(db, "order", received->id.value); });
    ASSERT_EQ(letters.size(), 1u);
    EXPECT_NE(letters.front().letter.link.find("/suivi/"), std::string::npos);
    EXPECT_TRUE(lab.database->read(
        [&](const sql::Reader& db) { return lab.orders.behind(db, received->token, lab.now); }));
}

TEST_P(Orders, ARequesterWhoComesBackIsNotWrittenTwice) {
    const auto first = lab.orders.receive(by({.role = Role::Anyone}), wish());
    auto again = wish();
    again.organisation = "ecole jules-ferry";
    again.contact = "Mme Aubry";
    const auto second = lab.orders.receive(by({.role = Role::Anyone}), again);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(sight(first->id).order.organisation, sight(second->id).order.organisation);
    EXPECT_EQ(sight(first->id).order.contact, sight(second->id).order.contact);
    EXPECT_EQ(sight(second->id).order.number, sight(first->id).order.number + 1);
}

TEST_P(Orders, TheSecondToAcceptIsToldThatSomebodyWasFaster) {
    const auto& order = w.visors;  // studied
    ASSERT_TRUE(lab.orders.accept(by(w.coordinator()), order.id, today + 20, ""));
    const auto second = lab.orders.accept(by(w.fabmanager()), order.id, today + 25, "");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().key, "orders.moved_meanwhile");
    EXPECT_EQ(sight(order.id).order.due, today + 20);
}

TEST_P(Orders, AnOrderNobodyStudiedIsNotAccepted) {
    const auto refused = lab.orders.accept(by(w.coordinator()), w.quarter_sign.id, today + 20, "");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().key, "orders.study_first");
    EXPECT_EQ(state(w.quarter_sign), State::Received);
}

TEST_P(Orders, AYoungPersonDoesNotAcceptOrders) {
    const auto refused = lab.orders.accept(by(w.participant(w.ines)), w.visors.id, today + 20, "");
    ASSERT_FALSE(refused);
    EXPECT_EQ(state(w.visors), State::Received);
}

TEST_P(Orders, TheStaffOfAnotherSiteDoesNotEvenSeeIt) {
    const Actor julie{.person = w.julie, .role = Role::Fabmanager, .site = w.marcq};
    EXPECT_FALSE(lab.database->read(
        [&](const sql::Reader& db) { return lab.orders.visible_to(db, julie, w.visors.id); }));
    EXPECT_EQ(lab.orders.ask(by(julie), w.visors.id, "Quelle taille ?").refusal().key, "orders.not_there");
}

TEST_P(Orders, ADeclineSaysWhyAndWhatToTryInstead) {
    ASSERT_TRUE(lab.orders.decline(by(w.coordinator()), w.quarter_sign.id, "Un artisan de Hem le fait.",
                                   "La boutique Enseignes du Nord"));
    const auto now = sight(w.quarter_sign.id).order;
    EXPECT_EQ(now.state, State::Declined);
    EXPECT_NE(now.reason.find("artisan"), std::string::npos);
    EXPECT_NE(now.reason.find("Enseignes du Nord"), std::string::npos);
}

TEST_P(Orders, ATeamOfTheWrongCohortUndoesTheStart) {
    const auto outsider = w.members4.front();
    const auto refused =
        lab.orders.start(by(w.coordinator()), w.insect_hotels.id,
                         {.members = {w.lina, outsider}, .lead = w.lina, .referent = outsider}, {}, today);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().key, "projects.not_of_the_cohort");
    EXPECT_EQ(state(w.insect_hotels), State::Accepted);
}

TEST_P(Orders, TheRequesterApprovesThePrototypeThroughTheirLink) {
    ASSERT_TRUE(lab.orders.judge_prototype(by({.role = Role::Requester, .site = w.hem}), w.book_boxes.id,
                                           true, "Parfait."));
    EXPECT_EQ(state(w.book_boxes), State::Making);
    EXPECT_EQ(sight(w.book_boxes.id).prototypes.front().approved, true);
}

TEST_P(Orders, AMissionWithAnOpenCheckIsNotFinished) {
    const auto refused = lab.orders.finish(by(w.coordinator()), w.giant_game.id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().key, "orders.unchecked");
    EXPECT_EQ(state(w.giant_game), State::Making);
}

TEST_P(Orders, ADeliveryEndsTheMissionAndSaysWhatItIsWorth) {
    ASSERT_TRUE(lab.orders.deliver(
        by(w.coordinator()), w.reading_stands.id,
        {.on = today, .place = "Résidence Les Glycines", .received_by = "Odile Vanhove", .signature = {}},
        today));
    const auto now = sight(w.reading_stands.id);
    ASSERT_TRUE(now.delivery);
    EXPECT_FALSE(now.delivery->signed_on_screen);
    const auto mission =
        lab.database->read([&](const sql::Reader& db) { return projects::find(db, now.order.project); });
    EXPECT_EQ(mission->project.ended, today);
    EXPECT_EQ(now.delivery->value.minutes, mission->minutes());
    EXPECT_EQ(now.delivery->value.total.cents,
              now.delivery->value.hours.cents + now.delivery->value.materials.cents);
    EXPECT_GT(now.delivery->value.total.cents, 0);
}

TEST_P(Orders, ADeliveryOfTomorrowIsRefused) {
    const auto refused =
        lab.orders.deliver(by(w.coordinator()), w.reading_stands.id,
                           {.on = today + 1, .place = "Hem", .received_by = "Odile", .signature = {}}, today);
    EXPECT_EQ(refused.refusal().key, "orders.delivered_to_come");
    EXPECT_EQ(state(w.reading_stands), State::Ready);
}

TEST_P(Orders, ASuspendedOrderComesBackWhereItsTeamIs) {
    ASSERT_TRUE(lab.orders.suspend(by(w.coordinator()), w.badges.id, "La mairie attend un budget."));
    ASSERT_TRUE(lab.orders.resume(by(w.coordinator()), w.badges.id));
    EXPECT_EQ(state(w.badges), State::Making);
    ASSERT_TRUE(lab.orders.suspend(by(w.coordinator()), w.insect_hotels.id, "Pas de bois avant janvier."));
    ASSERT_TRUE(lab.orders.resume(by(w.coordinator()), w.insect_hotels.id));
    EXPECT_EQ(state(w.insect_hotels), State::Accepted);
}

TEST_P(Orders, ThanksAreGivenOnceAndReachTheTeam) {
    const auto requester = by({.role = Role::Requester, .site = w.hem});
    ASSERT_TRUE(lab.orders.deliver(by(w.coordinator()), w.reading_stands.id,
                                   {.on = today, .place = "Hem", .received_by = "Odile", .signature = {}},
                                   today));
    ASSERT_TRUE(
        lab.orders.thank(requester, w.reading_stands.id, Satisfaction::Fully, "Merci à toute l’équipe."));
    EXPECT_EQ(lab.orders.thank(requester, w.reading_stands.id, Satisfaction::Not, "Encore").refusal().key,
              "orders.thanked_before");
    const auto mine = lab.database->read(
        [&](const sql::Reader& db) { return lab.orders.thanks_for(db, projects::all_of(db, w.ines), 5); });
    ASSERT_FALSE(mine.empty());
    EXPECT_EQ(mine.front().thanks.message, "Merci à toute l’équipe.");
}

TEST_P(Orders, OnlyTheReferentAmongYoungPeopleWritesToTheRequester) {
    const auto mission =
        lab.database->read([&](const sql::Reader& db) { return *projects::find(db, w.book_boxes.project); });
    for (const auto& member : mission.team) {
        const auto written = lab.orders.write(by(w.participant(member.face.id)), w.book_boxes.id,
                                              "Bonjour, le bois est arrivé.");
        EXPECT_EQ(static_cast<bool>(written), member.turn == projects::Turn::Referent)
            << member.face.given_name;
    }
}

TEST_P(Orders, AnActSentTwiceWithTheSameKeyHappensOnce) {
    Act act = by({.role = Role::Anyone});
    act.once = "0123456789abcdef0123.aaaaaaaa";
    ASSERT_TRUE(lab.orders.receive(act, wish()));
    EXPECT_THROW((void)lab.orders.receive(act, wish()), sql::DoneBefore);
}

TEST_P(Orders, AListIsFilteredSortedAndCounted) {
    const auto list = [&](const Filter& filter) {
        return lab.database->read(
            [&](const sql::Reader& db) { return lab.orders.list(db, w.coordinator(), filter, today); });
    };
    EXPECT_EQ(list({.site = w.hem, .states = {State::Received}}).count, 2);
    EXPECT_EQ(list({.site = w.hem, .words = "BOITES A LIVRES"}).count, 1);
    const auto late = list({.site = w.hem, .late = true});
    ASSERT_EQ(late.count, 1);
    EXPECT_EQ(late.rows.front().order.id, w.medals.id);
    const auto page = list({.site = w.hem, .sort = "received", .most = 3, .skip = 2});
    EXPECT_EQ(page.rows.size(), 3u);
    EXPECT_GT(page.count, 10);
    EXPECT_LE(page.rows[0].order.received, page.rows[1].order.received);
}

TEST_P(Orders, OfEachStateTheFirstComeAtOnceWithTheirCount) {
    const auto by_state = [&](const Actor& actor, int most) {
        return lab.database->read([&](const sql::Reader& db) {
            return lab.orders.by_state(db, actor, {State::Received, State::Making, State::Delivered}, most);
        });
    };
    const auto all = by_state(w.coordinator(), 50);
    for (const auto& [state, found] : all) {
        const auto listed = lab.database->read([&](const sql::Reader& db) {
            return lab.orders.list(
                db, w.coordinator(),
                {.site = w.hem, .states = {state}, .sort = state == State::Delivered ? "-received" : "due"},
                today);
        });
        EXPECT_EQ(found.count, listed.count) << word_of(state);
        ASSERT_EQ(found.rows.size(), listed.rows.size()) << word_of(state);
        for (std::size_t i = 0; i < listed.rows.size(); ++i) {
            EXPECT_EQ(found.rows[i].order.id, listed.rows[i].order.id) << word_of(state);
            EXPECT_EQ(found.rows[i].organisation, listed.rows[i].organisation);
        }
    }
    EXPECT_EQ(all.at(State::Received).count, 2);
    const auto first = by_state(w.coordinator(), 1);
    EXPECT_EQ(first.at(State::Received).rows.size(), 1u);
    EXPECT_EQ(first.at(State::Received).count, 2);
    EXPECT_FALSE(by_state(w.participant(w.ines), 50).contains(State::Received)) << "not yet theirs to see";
}

TEST_P(Orders, EveryChangeOfTheWholeStoryIsInAChainThatHolds) {
    const auto verdict = lab.database->read([](const sql::Reader& db) { return journal::verify(db); });
    EXPECT_TRUE(verdict) << verdict.why;
    EXPECT_GT(verdict.lines, 100);
}

}  // namespace
}  // namespace fabnum::orders
