#pragma once

// Outgoing: questions to machines of the workshop over HTTP. What answers is not trusted: an answer has a
// time and a size it may not pass, a redirection is never followed, and nothing but the address that was
// registered is ever asked.
//
//     const auto address = outgoing::Address::read("http://192.168.1.20:5000");
//     const auto answers = outgoing::ask_all({{.to = *address, .path = "/api/job"}, …});   // at the same
//     time

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace fabnum::outgoing {

// Where a machine is: http or https, a host, a port, a path to begin with. No account, no query.
class Address {
 public:
    // Refused: outgoing.not_an_address, outgoing.no_account (a password does not belong in an address).
    static Result<Address> read(std::string_view text);
    const std::string& text() const { return text_; }  // without a slash at its end

 private:
    explicit Address(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

enum class Method { Get, Post, Put, Delete };

// One part of a multipart form: a text, or a file of the disk.
struct Part {
    std::string name, text = {};
    std::optional<std::filesystem::path> file = {};
    std::string file_name = {};
};

struct Login {  // HTTP Digest (RFC 7616): the password itself never travels
    std::string user, password;
};

struct Limits {
    std::chrono::milliseconds connecting{3000};
    std::chrono::milliseconds whole{8000};
    std::int64_t most_bytes = 1024 * 1024;  // of the answer
};
// For sending a file: minutes, as long as something moves.
inline constexpr Limits for_a_file{.connecting = std::chrono::milliseconds{3000},
                                   .whole = std::chrono::minutes{10},
                                   .most_bytes = 256 * 1024};

struct Question {
    Method method = Method::Get;
    Address to;
    std::string path = {};  // after the address, its parts escaped: "/api/files/local"
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::vector<Part> form = {};                     // instead of a body
    std::optional<std::filesystem::path> file = {};  // instead of a body, as it is
    std::optional<Login> login = {};
    Limits limits = {};
};

enum class Fate {
    Answered,
    Unreachable,  // nobody there, no such name, a certificate that is not good
    TooSlow,
    TooLong,    // the answer was larger than it may be
    BrokenOff,  // the line went dead, or what came was no HTTP
};

struct Answer {
    Fate fate = Fate::Unreachable;
    int status = 0;  // of Answered
    std::string body = {};

    bool is(int wanted) const { return fate == Fate::Answered && status == wanted; }
};

Answer ask(const Question& question);
// In the order of the questions; takes as long as the slowest.
std::vector<Answer> ask_all(const std::vector<Question>& questions);

// One part of a path, or a value of a query: RFC 3986.
std::string escaped(std::string_view text);
std::string escaped_path(std::string_view path);  // its slashes stay

}  // namespace fabnum::outgoing
