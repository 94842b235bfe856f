#include "platform/process/child.h"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fabnum::process {
namespace {

void must(int error) {
    if (error != 0) throw std::system_error(error, std::generic_category(), "a program does not start");
}

class Actions {
 public:
    Actions() { must(posix_spawn_file_actions_init(&actions_)); }
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    void give(int descriptor, int place, int mode) {
        must(descriptor >= 0 ? posix_spawn_file_actions_adddup2(&actions_, descriptor, place)
                             : posix_spawn_file_actions_addopen(&actions_, place, "/dev/null", mode, 0));
    }
    void close_the_rest() { must(posix_spawn_file_actions_addclosefrom_np(&actions_, 3)); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
    posix_spawn_file_actions_t actions_;
};

// Signals as a fresh program expects them, whatever this thread blocks or ignores.
class Attributes {
 public:
    Attributes() {
        must(posix_spawnattr_init(&attributes_));
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes_, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

 private:
    posix_spawnattr_t attributes_;
};

std::vector<char*> pointers(const std::vector<std::string>& words) {
    std::vector<char*> all;
    for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
    all.push_back(nullptr);
    return all;
}

}  // namespace

void Descriptor::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

Child::Child(const Plan& plan) {
    Actions actions;
    actions.give(plan.input, 0, O_RDONLY);
    actions.give(plan.output, 1, O_WRONLY);
    actions.give(-1, 2, O_WRONLY);
    actions.close_the_rest();
    must(posix_spawn(&number_, plan.command.front().c_str(), actions.get(), Attributes().get(),
                     pointers(plan.command).data(), pointers(plan.environment).data()));
}

Child::~Child() {
    if (number_ == 0) return;
    kill(number_, SIGKILL);
    reap();
}

std::optional<int> Child::reap() {
    int status = 0;
    while (waitpid(number_, &status, 0) < 0 && errno == EINTR) {
    }
    number_ = 0;
    return WIFEXITED(status) ? std::optional<int>(WEXITSTATUS(status)) : std::nullopt;
}

std::optional<int> Child::wait(std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    if (number_ == 0) return std::nullopt;
    const Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, number_, 0)));
    const auto until = Clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd ended{handle.number(), POLLIN, 0};
        const int ready = left > 0 ? poll(&ended, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) kill(number_, SIGKILL);
        return reap();
    }
}

}  // namespace fabnum::process
