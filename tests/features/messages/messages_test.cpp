// Messages between Inès and the team of Hem, on the data of the small lab.

#include "features/messages/messages.h"

#include <gtest/gtest.h>

#include "tests/support/world.h"

namespace fabnum::messages {
namespace {

class Messages : public testing::TestWithParam<sql::Engine> {
 protected:
    Messages() : lab(GetParam()) {}

    Act by(const Actor& actor, Instant at) { return {.by = actor, .at = at, .once = {}}; }
    std::int64_t waiting(const Actor& actor) {
        return lab.database->read([&](const sql::Reader& db) { return unread(db, actor); });
    }
    std::vector<Message> seen_by(const Actor& actor) {
        return lab.database->read([&](const sql::Reader& db) { return thread(db, actor, lab.world.ines); });
    }
    int letters(Instant at) {
        int sent = -1;
        (void)lab.database->write({}, [&](const sql::Writer& db) -> Result<Done> {
            sent = send_notices(db, at, "https://fabnum.example");
            return Done{};
        });
        return sent;
    }
    Actor ines() { return lab.world.participant(lab.world.ines); }

    support::Lab lab;
};

TEST_P(Messages, ShowWhenTheOtherSideHasRead) {
    support::expect_done(write(*lab.database, by(ines(), lab.now), lab.world.ines, "Je peux venir à 10 h ?"));
    EXPECT_FALSE(seen_by(ines()).back().read_at);
    EXPECT_GE(waiting(lab.world.coordinator()), 1);
    const Instant later = lab.now + std::chrono::minutes{5};
    mark_read(*lab.database, by(lab.world.fabmanager(), later), lab.world.ines);
    EXPECT_EQ(seen_by(ines()).back().read_at, later);
    EXPECT_EQ(seen_by(ines()).back().read_by, lab.world.karim);
}

TEST_P(Messages, CountWhatWaitsForEachSide) {
    mark_read(*lab.database, by(ines(), lab.now), lab.world.ines);
    ASSERT_EQ(waiting(ines()), 0);
    support::expect_done(
        write(*lab.database, by(lab.world.coordinator(), lab.now), lab.world.ines, "Oui, à 10 h."));
    EXPECT_EQ(waiting(ines()), 1);
    mark_read(*lab.database, by(ines(), lab.now), lab.world.ines);
    EXPECT_EQ(waiting(ines()), 0);
}

TEST_P(Messages, AreClosedToOthers) {
    EXPECT_TRUE(seen_by(lab.world.participant(lab.world.yanis)).empty());
    EXPECT_TRUE(seen_by(lab.world.admin()).empty());
    EXPECT_TRUE(seen_by({lab.world.julie, Role::Fabmanager, lab.world.marcq}).empty());
    EXPECT_FALSE(
        write(*lab.database, by(lab.world.participant(lab.world.yanis), lab.now), lab.world.ines, "Coucou"));
}

TEST_P(Messages, MailTheCoordinatorsOnceForAllThatWaits) {
    for (const PersonId one : {lab.world.ines, lab.world.bilal})
        mark_read(*lab.database, by(lab.world.coordinator(), lab.now), one);
    const Instant evening = clock::paris(2026, 11, 24, 19, 0), night = clock::paris(2026, 11, 24, 22, 0);
    support::expect_done(write(*lab.database, by(ines(), evening), lab.world.ines, "Un"));
    support::expect_done(write(*lab.database, by(ines(), evening), lab.world.ines, "Deux"));
    EXPECT_EQ(letters(evening + std::chrono::minutes{10}), 0) << "it may still be read at once";
    EXPECT_EQ(letters(night), 0) << "nobody is told at night";
    const Instant morning = clock::paris(2026, 11, 25, 8, 5);
    EXPECT_EQ(letters(morning), 1);
    EXPECT_EQ(letters(morning + std::chrono::hours{1}), 0) << "nothing came since";
}

TEST_P(Messages, AreNotKeptForEver) {
    ASSERT_FALSE(seen_by(ines()).empty());
    (void)lab.database->write({}, [&](const sql::Writer& db) -> Result<Done> {
        forget(db, lab.now);
        return Done{};
    });
    EXPECT_TRUE(seen_by(ines()).empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, Messages, testing::ValuesIn(support::both_engines),
                         [](const auto& one) { return support::name_of(one.param); });

}  // namespace
}  // namespace fabnum::messages
