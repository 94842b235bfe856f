#pragma once

// Dates as HTTP writes them: "Sun, 06 Nov 1994 08:49:37 GMT".

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace fabnum::http {

std::string http_date(std::time_t time);
std::optional<std::time_t> from_http_date(std::string_view text);

const std::string& http_date_now();  // valid until the thread's next call

}  // namespace fabnum::http
