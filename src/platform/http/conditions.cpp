#include "platform/http/conditions.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "platform/http/dates.h"
#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

std::string_view without_weakness(std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text[0] == '-' || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace

bool is_unchanged(const Request& request, std::string_view tag, std::string_view date) {
    const auto known = request.headers.all("If-None-Match");
    if (!known.empty()) {  // then the date is not looked at
        if (tag.empty()) return false;
        for (const std::string_view header : known)
            for (const std::string_view part : parts_of(header, ','))
                if (part == "*" || without_weakness(part) == without_weakness(tag)) return true;
        return false;
    }
    const auto since = from_http_date(request.headers.get("If-Modified-Since"));
    const auto changed = from_http_date(date);
    return since && changed && *changed <= *since;
}

Range range_of(const Request& request, std::int64_t size, std::string_view tag, std::string_view date) {
    std::string_view header = request.headers.get("Range");
    if (!same_word(header.substr(0, 6), "bytes=")) return {};
    header.remove_prefix(6);
    const auto condition = request.headers.find("If-Range");
    if (condition && *condition != (condition->starts_with('"') ? tag : date)) return {};
    if (condition && tag.starts_with("W/") && condition->starts_with('"')) return {};

    const auto parts = parts_of(header, ',');
    if (parts.size() != 1) return {};
    const std::size_t dash = parts[0].find('-');
    if (dash == std::string_view::npos) return {};
    const std::string_view from = parts[0].substr(0, dash);
    const std::string_view to = parts[0].substr(dash + 1);
    const auto first = number(from);
    const auto last = number(to);
    if ((!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty())) return {};

    if (!first) {  // the last so many bytes
        if (*last == 0 || size == 0) return {Range::Kind::Unsatisfiable};
        const std::int64_t length = std::min(*last, size);
        return {Range::Kind::Part, size - length, length};
    }
    if (last && *last < *first) return {};
    if (*first >= size) return {Range::Kind::Unsatisfiable};
    return {Range::Kind::Part, *first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

std::string coded_tag(std::string_view tag, std::string_view coding) {
    if (!tag.ends_with('"')) return std::string(tag);
    return std::string(tag.substr(0, tag.size() - 1)) + '-' + std::string(coding) + '"';
}

}  // namespace fabnum::http
