#include "platform/journal/journal.h"

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::journal {

namespace {

constexpr Instant noon{1'795'507'200'000'000};
constexpr SiteId hem{1}, marcq{2};
constexpr PersonId bruno{7}, amina{9};

Act act_of(PersonId person, Instant at = noon) {
    return {.by = {.person = person, .role = Role::Fabmanager, .site = hem}, .at = at, .once = {}};
}

void write(sql::Database& database, const Entry& entry) {
    support::expect_done(database.write(Act{}, [&](const sql::Writer& db) -> Result<Done> {
        record(db, entry);
        return Done{};
    }));
}

Entry accepted(std::int64_t order) {
    return {.act = act_of(bruno),
            .action = "order.accepted",
            .subject_kind = "order",
            .subject = order,
            .site = hem,
            .before = R"({"state":"asked"})",
            .after = R"({"state":"accepted","by":"Bruno"})"};
}

class Journals : public testing::TestWithParam<sql::Engine> {
 protected:
    void write_lines(int count) {
        support::expect_done(fresh->write(Act{}, [&](const sql::Writer& db) -> Result<Done> {
            for (int i = 1; i <= count; ++i) record(db, accepted(i));
            return Done{};
        }));
    }
    Verdict verdict(const std::vector<Head>& known = {}) {
        return fresh->read([&](const sql::Reader& db) { return verify(db, known); });
    }
    // As somebody who holds the database itself would.
    void tamper(std::string_view sql) {
        support::expect_done(fresh->write(Act{}, [&](const sql::Writer& db) -> Result<Done> {
            const bool is_sqlite = db.engine() == sql::Engine::Sqlite;
            db.run({}, is_sqlite ? "DROP TRIGGER IF EXISTS journal_keeps_its_lines"
                                 : "DROP TRIGGER IF EXISTS journal_keeps_its_lines ON journal");
            db.run({}, is_sqlite ? "DROP TRIGGER IF EXISTS journal_keeps_its_words"
                                 : "DROP TRIGGER IF EXISTS journal_keeps_its_words ON journal");
            db.run({}, sql);
            return Done{};
        }));
    }
    void expect_broken_at(std::int64_t line, const std::string& why) {
        const Verdict found = verdict();
        ASSERT_TRUE(found.broken_at);
        EXPECT_EQ(*found.broken_at, line);
        EXPECT_EQ(found.why, why);
    }
    std::string bytes(const std::string& hex) {
        return GetParam() == sql::Engine::Sqlite ? "x'" + hex + "'" : "decode('" + hex + "', 'hex')";
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Journals, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

}  // namespace

TEST_P(Journals, SayWhoChangedWhatAndHow) {
    write(*fresh, accepted(12));
    write(*fresh, {.act = act_of(amina, noon + std::chrono::hours{1}),
                   .action = "order.declined",
                   .subject_kind = "order",
                   .subject = 13,
                   .site = marcq});
    const auto lines = fresh->read([](const sql::Reader& db) { return history_of(db, "order", 12); });
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].seq, 1);
    EXPECT_EQ(lines[0].at, noon);
    EXPECT_EQ(lines[0].actor, bruno);
    EXPECT_EQ(lines[0].role, Role::Fabmanager);
    EXPECT_EQ(lines[0].site, hem);
    EXPECT_EQ(lines[0].action, "order.accepted");
    EXPECT_EQ(lines[0].before, R"({"state":"asked"})");
    EXPECT_EQ(lines[0].after, R"({"state":"accepted","by":"Bruno"})");
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict().lines, 2);
}

TEST_P(Journals, AreFilteredAndPaged) {
    write_lines(5);
    for (int hour = 1; hour <= 3; ++hour)
        write(*fresh, {.act = act_of(amina, noon + std::chrono::hours{hour}),
                       .action = "order.declined",
                       .subject_kind = "order",
                       .subject = 1,
                       .site = marcq});
    write(*fresh, {.act = act_of(bruno), .action = "person.erased", .subject_kind = "person", .subject = 4});
    fresh->read([](const sql::Reader& db) {
        EXPECT_EQ(count(db, {}), 9);
        EXPECT_EQ(count(db, {.actor = amina}), 3);
        EXPECT_EQ(count(db, {.action = "order."}), 8);
        EXPECT_EQ(count(db, {.action = "order.acc"}), 5);
        EXPECT_EQ(count(db, {.subject_kind = "person"}), 1);
        EXPECT_EQ(count(db, {.site = marcq}), 3);
        EXPECT_EQ(count(db, {.from = noon + std::chrono::hours{1}, .until = noon + std::chrono::hours{3}}),
                  2);
        EXPECT_EQ(count(db, {.actor = amina, .action = "order.", .site = hem}), 0);
        const auto page = lines(db, {.action = "order."}, {.size = 3, .skip = 2});
        ASSERT_EQ(page.size(), 3u);
        EXPECT_EQ(page[0].seq, 6);
        EXPECT_EQ(page[2].seq, 4);
        EXPECT_EQ(history_of(db, "order", 1).size(), 4u);
    });
}

TEST_P(Journals, ForgetALineWhoseChangeIsUndone) {
    const auto refused = fresh->write(Act{}, [](const sql::Writer& db) -> Result<Done> {
        record(db, accepted(1));
        return Refusal{"orders.moved_meanwhile"};
    });
    EXPECT_FALSE(refused);
    write(*fresh, accepted(2));
    EXPECT_EQ(verdict().lines, 1);
    EXPECT_TRUE(verdict());
}

TEST_P(Journals, OfNothingHoldTogether) {
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict().lines, 0);
    EXPECT_EQ(fresh->read([](const sql::Reader& db) { return head(db).seq; }), 0);
}

TEST_P(Journals, RefuseToBeRewritten) {
    write_lines(3);
    for (const std::string sql :
         {"DELETE FROM journal WHERE seq = 3", "UPDATE journal SET action = 'order.declined' WHERE seq = 2",
          "UPDATE journal SET after = 'other' WHERE seq = 2",
          "UPDATE journal SET before = '', after = '' WHERE seq = 2",
          "UPDATE journal SET actor = NULL WHERE seq = 2", "UPDATE journal SET seq = 9 WHERE seq = 3"}) {
        const auto rewrite = [&](const sql::Writer& db) -> Result<Done> {
            db.run({}, sql);
            return Done{};
        };
        EXPECT_THROW(support::expect_done(fresh->write(Act{}, rewrite)), sql::Constraint) << sql;
    }
    EXPECT_TRUE(verdict());
}

TEST_P(Journals, HoldTogetherWhenDetailsAreBlanked) {
    write_lines(3);
    write(*fresh, accepted(2));
    support::expect_done(fresh->write(Act{}, [](const sql::Writer& db) -> Result<Done> {
        EXPECT_EQ(blank_details(db, "order", 2), 2);
        EXPECT_EQ(blank_details(db, "order", 2), 0);
        return Done{};
    }));
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict().lines, 4);
    EXPECT_EQ(verdict().blanked, 2);
    for (const Line& line : fresh->read([](const sql::Reader& db) { return history_of(db, "order", 2); })) {
        EXPECT_EQ(line.before + line.after, "");
        EXPECT_EQ(line.action, "order.accepted");
    }
}

TEST_P(Journals, BetrayAChangedLine) {
    write_lines(5);
    const std::vector<std::string> changes = {"actor = 8",      "actor = NULL",      "at = at + 1",
                                              "role = 'admin'", "site_id = 2",       "action = 'order.x'",
                                              "subject_id = 9", "subject_kind = 'x'"};
    for (const auto& change : changes) {
        tamper("UPDATE journal SET " + change + " WHERE seq = 3");
        expect_broken_at(3, "line changed");
        tamper(
            "UPDATE journal SET actor = 7, at = 1795507200000000, role = 'fabmanager', site_id = 1, "
            "action = 'order.accepted', subject_id = 3, subject_kind = 'order' WHERE seq = 3");
        EXPECT_TRUE(verdict()) << change;
    }
}

TEST_P(Journals, BetrayChangedDetails) {
    write_lines(5);
    tamper("UPDATE journal SET after = replace(after, 'Bruno', 'Amina') WHERE seq = 4");
    expect_broken_at(4, "details changed");
}

TEST_P(Journals, BetrayAChangedHash) {
    write_lines(5);
    tamper("UPDATE journal SET hash = " + bytes(std::string(64, 'a')) + " WHERE seq = 4");
    expect_broken_at(4, "line changed");
}

TEST_P(Journals, BetrayARemovedLine) {
    write_lines(5);
    tamper("DELETE FROM journal WHERE seq = 3");
    expect_broken_at(3, "line missing");
}

TEST_P(Journals, BetrayARemovedLineWhoseNumberWasClosedUp) {
    write_lines(5);
    tamper("DELETE FROM journal WHERE seq = 5");
    tamper("UPDATE journal_head SET seq = 4");
    expect_broken_at(5, "not the end that was noted");
    write_lines(1);
    expect_broken_at(5, "not chained to the line before");
}

TEST_P(Journals, BetrayLinesInAnotherOrder) {
    write_lines(5);
    tamper("UPDATE journal SET seq = 100 WHERE seq = 2");
    tamper("UPDATE journal SET seq = 2 WHERE seq = 3");
    tamper("UPDATE journal SET seq = 3 WHERE seq = 100");
    expect_broken_at(2, "not chained to the line before");
}

TEST_P(Journals, BetrayLinesCutOffTheEnd) {
    write_lines(5);
    tamper("DELETE FROM journal WHERE seq > 3");
    expect_broken_at(4, "lines missing at the end");
}

TEST_P(Journals, BetrayAWholeNewChainByAHeadKeptElsewhere) {
    write_lines(5);
    const Head kept = fresh->read([](const sql::Reader& db) { return head(db); });
    EXPECT_TRUE(verdict({kept}));
    tamper("DELETE FROM journal");
    tamper("DELETE FROM journal_head");
    write_lines(4);
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict({kept}).why, "lines missing at the end");
    write_lines(3);
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict({kept}).why, "not the line known elsewhere");
}

TEST_P(Journals, LongerThanOneHelpingAreReadToTheEnd) {
    write_lines(10'050);
    EXPECT_TRUE(verdict());
    EXPECT_EQ(verdict().lines, 10'050);
    tamper("DELETE FROM journal WHERE seq = 10001");
    expect_broken_at(10'001, "line missing");
}

}  // namespace fabnum::journal
