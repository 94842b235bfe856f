#pragma once

// Another program at work for this one: it gets nothing of ours but what it is given, and never outlives us.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace fabnum::process {

// An open file of the kernel, closed at the end.
class Descriptor {
 public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    int number() const { return number_; }
    void close();

 private:
    int number_;
};

struct Plan {
    std::vector<std::string> command;           // its first word is a path
    std::vector<std::string> environment = {};  // "LC_ALL=C.UTF-8"; nothing else is handed on
    int input = -1, output = -1;                // descriptors; -1: nothing there
};

class Child {
 public:
    explicit Child(const Plan& plan);  // throws std::system_error when it does not start
    ~Child();                          // killed if it still runs
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // Its exit code; nullopt when a signal ended it, or when `patience` ended and it was killed.
    std::optional<int> wait(std::chrono::milliseconds patience);

 private:
    std::optional<int> reap();

    pid_t number_ = 0;  // 0: it is over
};

}  // namespace fabnum::process
