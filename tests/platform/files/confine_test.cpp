#include "platform/files/confine.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/support/engines.h"

namespace fabnum::files {
namespace {

bool opens(const std::string& file, int flags) {
    const int number = open(file.c_str(), flags, 0600);
    if (number >= 0) close(number);
    return number >= 0;
}

// What stands in the way, one digit for each: 0 when everything that should be closed is closed.
int gaps(const std::string& in, const std::string& out) {
    const bool has_landlock =
        syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
    confine_to(in, out);
    if (!opens(in, O_RDONLY) || !opens(out + ".160", O_WRONLY | O_CREAT)) return 1;
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0) return 2;
    char* const nobody[] = {nullptr};
    execve("/bin/true", nobody, nobody);
    if (has_landlock && opens("/etc/passwd", O_RDONLY)) return 3;
    if (has_landlock && opens(in, O_WRONLY)) return 4;
    if (has_landlock && opens(in + ".new", O_WRONLY | O_CREAT)) return 5;
    return 0;
}

TEST(Walls, LeaveAPictureProcessItsTwoFilesAndNothingElse) {
    const support::TemporaryFolder source, target;
    const std::string in = source.path() + "/in", out = target.path() + "/out";
    ASSERT_TRUE(opens(in, O_WRONLY | O_CREAT));
    EXPECT_EXIT(_exit(gaps(in, out)), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace fabnum::files
