#pragma once

// Conditional requests (RFC 9110 §13) and ranges (§14), as questions about a request and what would be sent.

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace fabnum::http {

// Whether the browser already has this very version: `tag` and `date` are the answer's ETag and
// Last-Modified, or "".
bool is_unchanged(const Request& request, std::string_view tag, std::string_view date);

struct Range {
    enum class Kind { Whole, Part, Unsatisfiable };
    Kind kind = Kind::Whole;
    std::int64_t first = 0;
    std::int64_t length = 0;
};

// The part of `size` bytes that is asked for. Several ranges at once are answered by the whole.
Range range_of(const Request& request, std::int64_t size, std::string_view tag, std::string_view date);

// The tag of the same thing under a content coding: "a1" and "gzip" make "a1-gzip".
std::string coded_tag(std::string_view tag, std::string_view coding);

}  // namespace fabnum::http
