#pragma once

// A printer of the test's own: fake_printer.py on a free port, until the end of this.

#include <string>

#include "platform/outgoing/outgoing.h"
#include "platform/process/child.h"

namespace fabnum::support {

class FakePrinter {
 public:
    explicit FakePrinter(const std::string& family);
    outgoing::Address address() const;
    void set(const std::string& json) const;  // turns its knobs
    std::string told() const;                 // what it was asked, as JSON

    static constexpr const char* key = "key-of-the-printer";
    static constexpr const char* user = "maker";
    static constexpr const char* password = "pass of the printer";

 private:
    struct Pipes {
        Pipes();
        process::Descriptor child_in, to_child, from_child, child_out;
    } pipes_;
    process::Child child_;
    std::string port_;
};

}  // namespace fabnum::support
