#include "tests/support/fake_printer.h"

#include <filesystem>
#include <stdexcept>

#include <fcntl.h>
#include <unistd.h>

namespace fabnum::support {

namespace {

std::string script() {
    return (std::filesystem::path(__FILE__).parent_path() / "fake_printer.py").string();
}

}  // namespace

FakePrinter::Pipes::Pipes() {
    int down[2], up[2];
    if (pipe2(down, O_CLOEXEC) != 0 || pipe2(up, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    child_in = process::Descriptor(down[0]);
    to_child = process::Descriptor(down[1]);
    from_child = process::Descriptor(up[0]);
    child_out = process::Descriptor(up[1]);
}

FakePrinter::FakePrinter(const std::string& family)
    : child_({.command = {"/usr/bin/python3", script(), family},
              .input = pipes_.child_in.number(),
              .output = pipes_.child_out.number()}) {
    pipes_.child_in.close();
    pipes_.child_out.close();
    char letter = 0;
    while (read(pipes_.from_child.number(), &letter, 1) == 1 && letter != '\n') port_ += letter;
    if (port_.empty()) throw std::runtime_error("the printer of the test did not start");
}

outgoing::Address FakePrinter::address() const {
    return *outgoing::Address::read("http://127.0.0.1:" + port_);
}

void FakePrinter::set(const std::string& json) const {
    const auto answer =
        outgoing::ask({.method = outgoing::Method::Post, .to = address(), .path = "/_set", .body = json});
    if (!answer.is(200)) throw std::runtime_error("the printer of the test did not listen");
}

std::string FakePrinter::told() const {
    return outgoing::ask({.to = address(), .path = "/_told"}).body;
}

}  // namespace fabnum::support
