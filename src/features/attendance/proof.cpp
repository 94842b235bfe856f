#include "features/attendance/proof.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace fabnum::attendance {

namespace {

constexpr std::string_view format = "fabnum presence 1";

std::string text_of(const Shown& line) {
    if (!line.content)
        return json::object({{"seq", line.link.seq},
                             {"content_hash", crypto::hex(line.link.content_hash)},
                             {"hash", crypto::hex(line.link.hash)}});
    const Content& c = *line.content;
    return json::object({{"seq", line.link.seq},
                         {"role", c.role},
                         {"person", c.person},
                         {"name", c.name},
                         {"cohort", c.cohort},
                         {"day", c.day},
                         {"half", c.half},
                         {"covers", c.covers},
                         {"signed_at", to_iso(Instant{c.at})},
                         {"at", c.at},
                         {"method", c.method},
                         {"witness", c.witness},
                         {"drawing", c.drawing},
                         {"salt", crypto::hex(c.salt)},
                         {"content_hash", crypto::hex(line.link.content_hash)},
                         {"hash", crypto::hex(line.link.hash)}});
}

using Members = std::map<std::string, std::string>;
std::optional<Members> members_of(std::string_view line) {
    const auto found = json::members(line);
    if (!found) return std::nullopt;
    return Members(found->begin(), found->end());
}

// "0a1f" → two bytes; nothing when it is not hexadecimal.
std::string bytes_of(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
        if (error != std::errc() || end != hex.data() + i + 2) return {};
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::int64_t number(const Members& members, const std::string& name) {
    const auto found = members.find(name);
    std::int64_t value = 0;
    if (found == members.end()) return 0;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}
std::string word(const Members& members, const std::string& name) {
    const auto found = members.find(name);
    return found == members.end() ? std::string() : found->second;
}

Shown shown_from(const Members& m, std::string_view previous) {
    Shown line;
    line.link = {.seq = number(m, "seq"),
                 .content_hash = bytes_of(word(m, "content_hash")),
                 .previous = std::string(previous),
                 .hash = bytes_of(word(m, "hash"))};
    if (!m.contains("role")) return line;
    line.content = Content{.role = word(m, "role"),
                           .person = number(m, "person"),
                           .name = word(m, "name"),
                           .cohort = number(m, "cohort"),
                           .day = word(m, "day"),
                           .half = word(m, "half"),
                           .covers = word(m, "covers"),
                           .at = number(m, "at"),
                           .method = word(m, "method"),
                           .witness = number(m, "witness"),
                           .drawing = word(m, "drawing"),
                           .salt = bytes_of(word(m, "salt"))};
    return line;
}

Finding refused(std::string why, std::optional<std::int64_t> at = {}) {
    Finding finding;
    finding.why = std::move(why);
    finding.broken_at = at;
    return finding;
}

// Each on its own line; the last one ends with a line feed too.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

std::string proof_text(const ProofHead& head, const std::vector<Shown>& lines) {
    const bool none = lines.empty();
    const auto own =
        std::count_if(lines.begin(), lines.end(), [](const Shown& line) { return line.content.has_value(); });
    std::string text =
        json::object({{"format", format},
                      {"cohort", head.cohort},
                      {"cohort_name", head.cohort_name},
                      {"site", head.site_name},
                      {"month", head.month},
                      {"made_at", head.made_at},
                      {"first", none ? std::int64_t{1} : lines.front().link.seq},
                      {"lines", static_cast<std::int64_t>(lines.size())},
                      {"signatures", static_cast<std::int64_t>(own)},
                      {"previous", crypto::hex(none ? no_link : lines.front().link.previous)}}) +
        "\n";
    for (const Shown& line : lines) text += text_of(line) + "\n";
    const std::string digest = crypto::sha256_hex(text);
    return text +
           json::object({{"end", none ? std::int64_t{0} : lines.back().link.seq}, {"digest", digest}}) + "\n";
}

Finding verified(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.size() < 2 || !text.ends_with('\n')) return refused("this is not a whole export of signatures");
    const auto head = members_of(lines.front()), end = members_of(lines.back());
    if (!head || word(*head, "format") != format) return refused("this is not an export of signatures");
    Walk walk(number(*head, "first"), bytes_of(word(*head, "previous")));
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const auto members = members_of(lines[i]);
        if (!members) return refused("line not readable", walk.next());
        walk.step(shown_from(*members, walk.last_hash()));
        if (!walk.finding()) return walk.finding();
        if (members->contains("role") &&
            word(*members, "signed_at") != to_iso(Instant{number(*members, "at")}))
            return refused("time changed", number(*members, "seq"));
    }
    const Finding& finding = walk.finding();
    if (!end || !end->contains("digest")) return refused("the end is missing", walk.next());
    if (finding.lines != number(*head, "lines") || finding.own != number(*head, "signatures"))
        return refused("lines missing at the end", walk.next());
    const std::string_view before =
        text.substr(0, static_cast<std::size_t>(lines.back().data() - text.data()));
    if (word(*end, "digest") != crypto::sha256_hex(before)) return refused("the file was changed");
    if (finding.lines > 0 && number(*end, "end") + 1 != walk.next()) return refused("the end was changed");
    return finding;
}

}  // namespace fabnum::attendance
