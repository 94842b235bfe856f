#include <atomic>
#include <cerrno>

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "platform/sql/migrations.h"
#include "platform/sql/sql.h"
#include "tests/support/engines.h"

namespace {

std::atomic<bool> is_disk_bad = false;

long synced(long call, int descriptor) {
    if (!is_disk_bad) return ::syscall(call, descriptor);
    errno = EIO;
    return -1;
}

}  // namespace

// In the place of the C library's, for the whole test program: a disk that can be made bad.
extern "C" int fsync(int descriptor) {
    return static_cast<int>(synced(SYS_fsync, descriptor));
}
extern "C" int fdatasync(int descriptor) {
    return static_cast<int>(synced(SYS_fdatasync, descriptor));
}

namespace fabnum::sql {

TEST(BadDisk, StopsTheProgramBeforeItPromisesAnything) {
    GTEST_FLAG_SET(death_test_style, "fast");
    const support::Place place(Engine::Sqlite, support::Place::With::Nothing);
    migrate(place.where(), {{.name = "0001_a.sql", .sql = "CREATE TABLE a (n BIGINT);"}}, {});
    const auto write_on_bad_disk = [&] {
        const auto database = Database::open({.where = place.where()});
        is_disk_bad = true;
        const auto answer = database->write(Act{}, [](const Writer& db) -> Result<Done> {
            db.run({}, "INSERT INTO a (n) VALUES (1)");
            return Done{};
        });
        ::_exit(answer ? 0 : 1);
    };
    EXPECT_EXIT(write_on_bad_disk(), testing::ExitedWithCode(70), "sql.disk_failed");
}

}  // namespace fabnum::sql
