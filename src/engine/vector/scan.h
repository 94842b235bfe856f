#pragma once

// Numbers and words of SVG attributes, one after the other.

#include <charconv>
#include <optional>
#include <string_view>

namespace fabnum::vector {

class Scan {
 public:
    explicit Scan(std::string_view text) : text_(text) {}

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    // White space, with one comma at most.
    void skip_comma() {
        skip_space();
        if (at_ < text_.size() && text_[at_] == ',') ++at_;
        skip_space();
    }
    bool is_done() {
        skip_space();
        return at_ == text_.size();
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void next() { ++at_; }

    std::optional<double> number() {
        skip_comma();
        const char* from = text_.data() + at_;
        const char* const end = text_.data() + text_.size();
        if (from < end && *from == '+') ++from;
        double value = 0;
        const auto [to, error] = std::from_chars(from, end, value);
        if (error != std::errc() || !(value > -1e9 && value < 1e9)) return std::nullopt;
        at_ = static_cast<std::size_t>(to - text_.data());
        return value;
    }
    // One digit, which may stand against the next number: the flags of an arc.
    std::optional<bool> flag() {
        skip_comma();
        if (peek() != '0' && peek() != '1') return std::nullopt;
        return text_[at_++] == '1';
    }
    std::string_view word() {
        skip_comma();
        const std::size_t from = at_;
        while (at_ < text_.size() && ((text_[at_] | 0x20) >= 'a' && (text_[at_] | 0x20) <= 'z')) ++at_;
        return text_.substr(from, at_ - from);
    }
    std::string_view rest() const { return text_.substr(at_); }

 private:
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace fabnum::vector
