#include "platform/process/child.h"

#include <chrono>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

namespace fabnum::process {
namespace {

using namespace std::chrono_literals;

struct Pipe {
    Pipe() {
        int ends[2];
        EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
        out = Descriptor(ends[0]);
        in = Descriptor(ends[1]);
    }
    std::string all() {
        in.close();
        std::string text;
        char piece[1024];
        for (ssize_t size; (size = read(out.number(), piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(size));
        return text;
    }
    Descriptor out, in;
};

std::string said_by(const std::string& script, const std::vector<std::string>& environment = {}) {
    Pipe pipe;
    Child child(
        {.command = {"/bin/sh", "-c", script}, .environment = environment, .output = pipe.in.number()});
    const std::string text = pipe.all();
    EXPECT_EQ(child.wait(10s), 0);
    return text;
}

TEST(Child, EndsWithItsCode) {
    EXPECT_EQ(Child({.command = {"/bin/sh", "-c", "exit 7"}}).wait(10s), 7);
    EXPECT_EQ(Child({.command = {"/bin/sh", "-c", "kill -9 $$"}}).wait(10s), std::nullopt);
}

TEST(Child, IsEndedWhenItTakesTooLong) {
    EXPECT_EQ(Child({.command = {"/bin/sleep", "60"}}).wait(20ms), std::nullopt);
}

TEST(Child, NeverOutlivesItsOwner) {
    Pipe pipe;
    { const Child child({.command = {"/bin/sleep", "60"}, .output = pipe.in.number()}); }
    EXPECT_EQ(pipe.all(), "");  // would wait for a minute
}

TEST(Child, HasNothingOfOursButWhatItIsGiven) {
    const Descriptor secret(open("/etc/hostname", O_RDONLY));  // left open on purpose
    ASSERT_GE(secret.number(), 3);
    const std::string number = std::to_string(secret.number());
    EXPECT_EQ(said_by("test -e /proc/self/fd/" + number + " && echo open; echo $HOME$WORD", {"WORD=given"}),
              "given\n");
}

TEST(Child, DoesNotStartFromNothing) {
    EXPECT_THROW(Child({.command = {"/nonexistent"}}), std::system_error);
}

}  // namespace
}  // namespace fabnum::process
