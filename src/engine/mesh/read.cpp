#include <charconv>
#include <cmath>
#include <cstring>

#include "engine/mesh/mesh.h"

namespace fabnum::mesh {

namespace {

constexpr std::size_t stl_head = 84, stl_triangle = 50;

bool is_finite(const Triangle& triangle) {
    for (const Vec& corner : triangle)
        if (!std::isfinite(corner.x) || !std::isfinite(corner.y) || !std::isfinite(corner.z)) return false;
    return true;
}

std::uint32_t count_at(std::string_view bytes) {
    std::uint32_t count = 0;
    std::memcpy(&count, bytes.data() + 80, sizeof count);  // little-endian, as we are
    return count;
}

Result<Format> read_binary(std::string_view bytes, const Take& take) {
    const std::uint64_t count = count_at(bytes);
    const char* at = bytes.data() + stl_head + 12;  // behind the normal
    Triangle triangle;
    static_assert(sizeof triangle == 36);
    for (std::uint64_t i = 0; i < count; ++i, at += stl_triangle) {
        std::memcpy(&triangle, at, sizeof triangle);
        if (!is_finite(triangle)) return Refusal{"mesh.not_a_number", {{"triangle", std::to_string(i + 1)}}};
        take(triangle);
    }
    return Format::StlBinary;
}

// Words separated by white space.
class Scanner {
 public:
    explicit Scanner(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

    std::string_view word() {
        while (at_ < end_ && is_space(*at_)) ++at_;
        const char* from = at_;
        while (at_ < end_ && !is_space(*at_)) ++at_;
        return {from, static_cast<std::size_t>(at_ - from)};
    }
    bool number(float& value) {
        while (at_ < end_ && is_space(*at_)) ++at_;
        if (at_ < end_ && *at_ == '+') ++at_;
        const auto [behind, error] = std::from_chars(at_, end_, value);
        if (error != std::errc() && error != std::errc::result_out_of_range) return false;
        at_ = behind;
        return true;
    }
    std::string_view line() {
        const auto* stop =
            static_cast<const char*>(std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_)));
        const std::string_view line{at_, static_cast<std::size_t>((stop ? stop : end_) - at_)};
        at_ = stop ? stop + 1 : end_;
        return line;
    }
    bool at_end() const { return at_ >= end_; }

 private:
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    const char *at_, *end_;
};

// "facet normal x y z / outer loop / vertex x y z (three times) / endloop / endfacet": only vertices matter.
Result<Format> read_text(std::string_view bytes, const Take& take) {
    Scanner scan(bytes);
    scan.line();  // solid NAME
    Triangle triangle;
    std::size_t corner = 0;
    std::int64_t number = 0;
    bool ended = false;
    while (!scan.at_end()) {
        const std::string_view word = scan.word();
        if (word == "endsolid") {
            ended = true;
            scan.line();
        } else if (word == "solid") {
            scan.line();
        } else if (word == "vertex") {
            Vec& to = triangle[corner];
            if (!scan.number(to.x) || !scan.number(to.y) || !scan.number(to.z) || !is_finite(triangle))
                return Refusal{"mesh.not_a_number", {{"triangle", std::to_string(number + 1)}}};
            if (++corner == 3) {
                take(triangle);
                ++number;
                corner = 0;
            }
            ended = false;
        }
    }
    if (number == 0) return Refusal{"mesh.empty"};
    if (!ended || corner != 0) return Refusal{"mesh.cut_short"};
    return Format::StlText;
}

// The index of a face's corner: "7", "7/1/3", "-1" (from the end).
std::optional<std::size_t> corner_of(std::string_view word, std::size_t vertices) {
    long long index = 0;
    const auto [behind, error] = std::from_chars(word.data(), word.data() + word.size(), index);
    if (error != std::errc() || (behind != word.data() + word.size() && *behind != '/')) return std::nullopt;
    if (index < 0) index += static_cast<long long>(vertices) + 1;
    if (index < 1 || index > static_cast<long long>(vertices)) return std::nullopt;
    return static_cast<std::size_t>(index - 1);
}

Result<Format> read_obj(std::string_view bytes, const Take& take) {
    Scanner scan(bytes);
    std::vector<Vec> vertices;
    std::int64_t number = 0;
    while (!scan.at_end()) {
        const std::string_view line = scan.line();
        Scanner words(line);
        const std::string_view word = words.word();
        if (word == "v") {
            Vec at;
            if (!words.number(at.x) || !words.number(at.y) || !words.number(at.z) || !is_finite({at, at, at}))
                return Refusal{"mesh.not_a_number", {{"triangle", std::to_string(number + 1)}}};
            vertices.push_back(at);
        } else if (word == "f") {
            std::array<std::size_t, 2> kept{};
            std::size_t corners = 0;
            for (auto corner = words.word(); !corner.empty(); corner = words.word()) {
                const auto index = corner_of(corner, vertices.size());
                if (!index) return Refusal{"mesh.not_a_number", {{"triangle", std::to_string(number + 1)}}};
                if (corners >= 2) {  // a polygon is a fan of triangles
                    take({vertices[kept[0]], vertices[kept[1]], vertices[*index]});
                    ++number;
                    kept[1] = *index;
                } else {
                    kept[corners] = *index;
                }
                ++corners;
            }
        }
    }
    if (number == 0) return Refusal{"mesh.empty"};
    return Format::Obj;
}

bool looks_like_obj(std::string_view bytes) {
    Scanner scan(bytes.substr(0, 64 * 1024));
    while (!scan.at_end()) {
        const std::string_view line = scan.line();
        if (line.starts_with("v ") || line.starts_with("v\t")) return true;
        if (line.find('\0') != std::string_view::npos) return false;
    }
    return false;
}

}  // namespace

std::string_view word_of(Format format) {
    switch (format) {
        case Format::StlBinary: return "stl";
        case Format::StlText: return "stl_text";
        case Format::Obj: return "obj";
        case Format::ThreeMf: return "3mf";
    }
    return "";
}

Result<Format> each_triangle(std::string_view bytes, const Take& take) {
    const bool says_solid = bytes.starts_with("solid");
    if (bytes.size() >= stl_head) {
        // The size decides: many binary files start with "solid" too.
        const std::uint64_t needed = stl_head + stl_triangle * std::uint64_t{count_at(bytes)};
        if (needed == bytes.size()) {
            if (needed == stl_head) return Refusal{"mesh.empty"};
            return read_binary(bytes, take);
        }
        if (!says_solid && !looks_like_obj(bytes)) {
            if (needed < bytes.size() || needed > (std::uint64_t{1} << 40))
                return Refusal{"mesh.not_a_model"};
            return Refusal{"mesh.cut_short", {{"missing", std::to_string(needed - bytes.size())}}};
        }
    }
    if (says_solid) return read_text(bytes, take);
    if (looks_like_obj(bytes)) return read_obj(bytes, take);
    return Refusal{"mesh.not_a_model"};
}

}  // namespace fabnum::mesh
