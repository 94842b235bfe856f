#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/sql/migrations.h"
#include "platform/sql/sql.h"
#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

constexpr Migration notes{.name = "0001_notes.sql",
                          .sql = "CREATE TABLE notes (number BIGINT PRIMARY KEY, words TEXT NOT NULL);"};

Result<Done> write_note(Database& database, std::int64_t number) {
    return database.write(Act{}, [&](const Writer& db) -> Result<Done> {
        db.run({number, std::string(300, 'x')}, "INSERT INTO notes (number, words) VALUES ($1, $2)");
        return Done{};
    });
}

// In a child process: writes notes for ever from several threads and tells the parent each one that was
// acknowledged.
[[noreturn]] void write_until_killed(const std::string& where, std::int64_t first, int pipe) {
    const auto database = Database::open({.where = where, .readers = 1});
    std::vector<std::jthread> writers;
    for (int i = 0; i < 3; ++i)
        writers.emplace_back([&, i] {
            for (std::int64_t number = first + i;; number += 3) {
                if (!write_note(*database, number)) ::_exit(1);
                if (::write(pipe, &number, sizeof number) != sizeof number) ::_exit(1);
            }
        });
    for (;;) ::pause();
}

// The numbers acknowledged before the kill.
std::vector<std::int64_t> kill_a_writer(const std::string& where, std::int64_t first, int after) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        write_until_killed(where, first, ends[1]);
    }
    ::close(ends[1]);
    std::vector<std::int64_t> acknowledged;
    std::int64_t number = 0;
    while (::read(ends[0], &number, sizeof number) == sizeof number) {
        acknowledged.push_back(number);
        if (static_cast<int>(acknowledged.size()) == after) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return acknowledged;
}

}  // namespace

TEST(Durability, KeepsEachAcknowledgedWriteWhenTheProgramIsKilled) {
    const support::Place place(Engine::Sqlite, support::Place::With::Nothing);
    migrate(place.where(), {notes}, {});
    for (int round = 0; round < 5; ++round) {
        const std::int64_t first = round * 1'000'000 + 1;
        const auto acknowledged = kill_a_writer(place.where(), first, 40 + round * 17);
        ASSERT_GE(acknowledged.size(), 40u);
        const auto database = Database::open({.where = place.where()});
        const auto stored = database->read([&](const Reader& db) {
            EXPECT_EQ(db.value<std::string>({}, "SELECT quick_check FROM pragma_quick_check"), "ok");
            return db.all([](Row& row) { return row.take<std::int64_t>(); }, {first},
                          "SELECT number FROM notes WHERE number >= $1 ORDER BY number");
        });
        for (const auto number : acknowledged)
            EXPECT_TRUE(std::ranges::binary_search(stored, number))
                << number << " was acknowledged and is lost";
        EXPECT_TRUE(write_note(*database, first + 900'000));
    }
}

TEST(Durability, LetsOneProgramAtATimeIn) {
    const support::Place place(Engine::Sqlite, support::Place::With::Nothing);
    migrate(place.where(), {notes}, {});
    {
        const auto first = Database::open({.where = place.where()});
        EXPECT_THROW(Database::open({.where = place.where()}), Broken);
        EXPECT_THROW(migrate(place.where(), {notes}, {}), Broken);
        EXPECT_NO_THROW(Database::open({.where = place.where(), .read_only = true}));
    }
    EXPECT_NO_THROW(Database::open({.where = place.where()}));
}

TEST(Durability, KeepsTheFileToItsOwner) {
    const support::Place place(Engine::Sqlite, support::Place::With::Nothing);
    migrate(place.where(), {notes}, {});
    const auto database = Database::open({.where = place.where()});
    EXPECT_TRUE(write_note(*database, 1));
    using std::filesystem::perms;
    for (const auto* const end : {"", "-wal", "-lock"})
        EXPECT_EQ(std::filesystem::status(place.where() + end).permissions() &
                      (perms::group_all | perms::others_all),
                  perms::none)
            << end;
}

TEST(Durability, KeepsTheLogShortWhileWriting) {
    const support::Place place(Engine::Sqlite, support::Place::With::Nothing);
    migrate(place.where(), {notes}, {});
    const auto database = Database::open({.where = place.where()});
    const std::string page(4000, 'x');
    for (int i = 0; i < 100; ++i)
        support::expect_done(database->write(Act{}, [&](const Writer& db) -> Result<Done> {
            for (int n = 0; n < 40; ++n)
                db.run({i * 40 + n, page}, "INSERT INTO notes (number, words) VALUES ($1, $2)");
            return Done{};
        }));
    // 4000 pages of 4 KiB went through it; it starts again from its beginning each 1000.
    EXPECT_LT(std::filesystem::file_size(place.where() + "-wal"), 6'000'000u);
}

TEST(Durability, SaysThatAFileIsNoDatabase) {
    const support::TemporaryFolder folder;
    const std::string file = folder.path() + "/fabnum.db";
    std::filesystem::copy_file("/bin/true", file);
    EXPECT_THROW(Database::open({.where = file}), Broken);
}

}  // namespace fabnum::sql
