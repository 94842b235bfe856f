#include "platform/mail/mail.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "tests/platform/mail/sink.h"
#include "tests/support/engines.h"

namespace fabnum::mail {
namespace {

const Instant start = clock::paris(2026, 11, 24);

Letter hello(std::string to = "samira@fabnum.example") {
    return {.to = std::move(to),
            .to_name = "Inès",
            .subject = "Ça avance",
            .paragraphs = {"Bonjour Inès,", "La découpe est finie."},
            .about_kind = "order",
            .about = 12,
            .site = {3}};
}

// A box of letters on one database, and the runner that empties it.
struct Box {
    Box(sql::Database& database_, const std::string& server)
        : database(database_), time(start), runner(database, time) {
        config::Mail settings;
        settings.server = server;
        add_jobs(runner, database, settings);
    }
    LetterId put(const Letter& letter) {
        const auto posted = [&](const sql::Writer& db) -> Result<LetterId> {
            return post(db, letter, time.now());
        };
        return *database.write(Act{.by = {.role = Role::System}, .at = time.now()}, posted);
    }
    Sending read(LetterId id) {
        return *database.read([&](const sql::Reader& db) { return find(db, id); });
    }
    // Long enough for the next try, whenever it is.
    int run_later(std::chrono::hours later) {
        time.move_to(time.now() + later);
        return runner.run_due();
    }

    sql::Database& database;
    clock::Fixed time;
    jobs::Runner runner;
};

TEST(Mail, SendsALetterAfterItsCommit) {
    Sink sink;
    support::for_each_engine([&](sql::Database& database) {
        Box box(database, sink.address());
        const std::size_t before = sink.messages().size();
        const LetterId id = box.put(hello());
        EXPECT_EQ(box.read(id).state, State::Waiting);
        EXPECT_EQ(box.runner.run_due(), 1);
        const Sending sent = box.read(id);
        EXPECT_EQ(sent.state, State::Sent);
        EXPECT_EQ(sent.tries, 1);
        EXPECT_GT(sent.sent_at, Instant{});
        ASSERT_EQ(sink.messages().size(), before + 1);
        const std::string message = sink.messages().back();
        EXPECT_NE(message.find("To: =?UTF-8?B?SW7DqHM=?= <samira@fabnum.example>\r\n"), std::string::npos);
        EXPECT_NE(message.find("La d=C3=A9coupe est finie."), std::string::npos);
    });
}

TEST(Mail, WritesToTheOneAddressOfTheEnvelope) {
    Sink sink;
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, sink.address());
    box.put(hello());
    box.runner.run_due();
    int recipients = 0;
    for (const std::string& command : sink.commands()) {
        recipients += command.starts_with("RCPT");
        if (command.starts_with("RCPT")) {
            EXPECT_EQ(command.substr(0, 31), "RCPT TO:<samira@fabnum.example>");
        }
        if (command.starts_with("MAIL")) {
            EXPECT_EQ(command.substr(0, 42), "MAIL FROM:<ne-pas-repondre@fabnum.invalid>");
        }
    }
    EXPECT_EQ(recipients, 1);
}

TEST(Mail, NeverSendsALetterWhoseTransactionWasUndone) {
    Sink sink;
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, sink.address());
    const auto refused = [&](const sql::Writer& db) -> Result<LetterId> {
        post(db, hello(), start);
        return Refusal{"orders.moved_meanwhile"};
    };
    EXPECT_FALSE(database->write(Act{}, refused));
    EXPECT_EQ(box.runner.run_due(), 0);
    EXPECT_TRUE(sink.messages().empty());
}

TEST(Mail, TriesAgainWhenTheServerIsBusy) {
    Sink sink;
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, sink.address());
    sink.refuse_with("451 4.7.1 come back later");
    const LetterId id = box.put(hello());
    box.runner.run_due();
    EXPECT_EQ(box.read(id).state, State::Waiting);
    EXPECT_EQ(box.read(id).tries, 1);
    EXPECT_EQ(box.read(id).reason, "451 4.7.1 come back later");

    sink.refuse_with("");
    EXPECT_EQ(box.run_later(std::chrono::hours(24)), 1);
    EXPECT_EQ(box.read(id).state, State::Sent);
    EXPECT_EQ(box.read(id).tries, 2);
    EXPECT_EQ(box.read(id).reason, "");
    EXPECT_EQ(sink.messages().size(), 1U);
}

TEST(Mail, GivesUpAfterTheLastTryAndSaysWhy) {
    support::FreshDatabase database(sql::Engine::Sqlite);
    std::string address;
    {
        Sink gone;
        address = gone.address();
    }
    Box box(*database, address);
    const LetterId id = box.put(hello());
    int tries = 0;
    while (box.run_later(std::chrono::hours(48)) > 0) ASSERT_LT(++tries, 100);
    EXPECT_GT(tries, 1);
    EXPECT_EQ(box.read(id).state, State::NotSent);
    EXPECT_EQ(box.read(id).tries, tries);
    EXPECT_NE(box.read(id).reason, "");
}

TEST(Mail, TakesNoForAnAnswerAndKeepsTheWords) {
    Sink sink;
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, sink.address());
    sink.refuse_with("550 5.1.1 no such person");
    const LetterId id = box.put(hello());
    box.runner.run_due();
    EXPECT_EQ(box.read(id).state, State::NotSent);
    EXPECT_EQ(box.read(id).reason, "550 5.1.1 no such person");
    EXPECT_EQ(box.run_later(std::chrono::hours(48)), 0);
}

TEST(Mail, KeepsLettersToReadWhenNoServerIsSet) {
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, "");
    const LetterId id = box.put(hello());
    box.runner.run_due();
    EXPECT_EQ(box.read(id).state, State::Kept);
    EXPECT_EQ(box.read(id).tries, 0);
    EXPECT_EQ(box.read(id).letter.paragraphs, hello().paragraphs);
}

TEST(Mail, SaysAtOnceThatAnAddressIsNone) {
    support::FreshDatabase database(sql::Engine::Sqlite);
    Box box(*database, "");
    const LetterId id = box.put(hello("samira chez hem"));
    EXPECT_EQ(box.read(id).state, State::NotSent);
    EXPECT_EQ(box.read(id).reason, "mail.not_an_address");
    EXPECT_EQ(box.runner.run_due(), 0);
}

TEST(Mail, FindsLettersByWhatTheyAreAbout) {
    support::for_each_engine([](sql::Database& database) {
        Box box(database, "");
        const LetterId first = box.put(hello());
        Letter other = hello();
        other.about = 13;
        other.site = {4};
        const LetterId second = box.put(other);
        const auto ids = [&](const std::vector<Sending>& all) {
            std::vector<LetterId> found;
            for (const Sending& one : all) found.push_back(one.id);
            return found;
        };
        database.read([&](const sql::Reader& db) {
            EXPECT_EQ(ids(about(db, "order", 12)), std::vector{first});
            EXPECT_EQ(ids(recent(db, {}, 10, 0)), (std::vector{second, first}));
            EXPECT_EQ(ids(recent(db, {3}, 10, 0)), std::vector{first});
            EXPECT_EQ(ids(recent(db, {}, 1, 1)), std::vector{first});
            EXPECT_FALSE(find(db, {99}));
        });
    });
}

}  // namespace
}  // namespace fabnum::mail
