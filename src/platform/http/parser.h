#pragma once

// One request out of the bytes of a connection: first its head, then its body. Whatever could be read in two
// ways (two lengths, a folded line, a bare line feed) is malformed, so that no proxy in front and this
// server ever disagree about where a request ends.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace fabnum::http {

inline constexpr std::size_t target_most = 8'192;  // bytes of a request's target
inline constexpr int fields_most = 100;            // header lines

// Follows the bytes of a head as they come, without reading any byte twice.
class HeadScan {
 public:
    enum class State { Partial, Whole, Malformed, TargetTooLong, HeadTooLong };

    // `bytes` begins with the same bytes as last time.
    State look(std::string_view bytes, std::size_t head_most);
    std::size_t length() const { return length_; }  // of the whole head, blank line included

 private:
    std::size_t seen_ = 0;
    std::size_t length_ = 0;
    bool line_ended_ = false;  // a request line was seen
};

struct Head {
    std::string method;
    std::string target;
    bool is_old = false;  // HTTP/1.0
    bool keep_alive = true;
    bool has_body = false;
    bool expects_continue = false;
    std::optional<std::int64_t> length;  // of the body, unless it comes in chunks
    Fields headers{Fields::Names::AnyCase};
};

class Parser {
 public:
    Parser();
    ~Parser();
    Parser(Parser&&) noexcept;
    Parser& operator=(Parser&&) noexcept;

    // Reads a whole head; answers 0, or the status that says what is wrong with it.
    int read_head(std::string_view bytes);
    const Head& head() const { return head_; }

    // Appends the body's bytes to `body`; answers how many of `bytes` were used. The rest waits for more, or
    // belongs to the next request when done().
    std::size_t read_body(std::string_view bytes, std::string& body);
    bool done() const;
    bool broken() const { return broken_; }

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
    Head head_;
    bool broken_ = false;
};

}  // namespace fabnum::http
