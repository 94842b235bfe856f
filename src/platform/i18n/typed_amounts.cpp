#include <charconv>

#include "base/text.h"
#include "platform/i18n/i18n.h"
#include "platform/i18n/typed.h"

namespace fabnum::i18n {

namespace {

// Cuts a unit and the space before it off the end.
void drop_ending(std::string_view& text, std::initializer_list<std::string_view> endings) {
    for (const std::string_view ending : endings)
        if (text.ends_with(ending)) {
            text.remove_suffix(ending.size());
            text = trimmed(text);
            return;
        }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view known : words)
        if (word == known) return true;
    return false;
}

}  // namespace

std::optional<Money> money_from(std::string_view typed) {
    if (typed.size() > longest_typed) return std::nullopt;
    const std::string key = search_key(typed);
    std::string_view text = key;
    drop_ending(text, {"€", "euros", "euro", "eur"});
    if (text.starts_with("€")) {
        text.remove_prefix(std::string_view("€").size());
        text = trimmed(text);
    }
    // The last mark followed by one or two digits begins the cents.
    std::int64_t cents = 0;
    char mark = 0;
    if (const auto at = text.find_last_of(".,"); at != std::string_view::npos) {
        std::string_view after = text.substr(at + 1);
        const std::size_t digits = after.size();
        const auto number = take_number(after);
        if (!number || !after.empty() || digits > 2) return std::nullopt;
        cents = digits == 1 ? *number * 10 : *number;
        mark = text[at];
        text = text.substr(0, at);
    }
    // Groups of three: "1 200", and "1.200,50" or "1,200.50", where the marks cannot be mistaken.
    std::string digits;
    std::size_t group = 0;
    char between = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            digits += text[i];
            ++group;
            continue;
        }
        const bool first = between == 0;
        if ((first ? group < 1 || group > 3 : group != 3) || (!first && text[i] != between))
            return std::nullopt;
        if (text[i] != ' ' && !(mark && (text[i] == '.' || text[i] == ',') && text[i] != mark))
            return std::nullopt;
        between = text[i];
        group = 0;
    }
    if (digits.empty() || digits.size() > 12 || (between && group != 3)) return std::nullopt;
    std::int64_t whole = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    return Money{whole * 100 + cents};
}

std::optional<std::int64_t> minutes_from(std::string_view typed) {
    if (typed.size() > longest_typed) return std::nullopt;
    const std::string key = search_key(typed);
    std::string_view text = key;
    const auto first = take_number(text);
    if (!first || *first > 100'000) return std::nullopt;
    if (text.empty()) return first;

    if (text.front() == ':') {  // 1:30
        text.remove_prefix(1);
        const bool two = text.size() == 2;
        const auto minutes = take_number(text);
        if (!minutes || !two || !text.empty() || *minutes > 59) return std::nullopt;
        return *first * 60 + *minutes;
    }
    std::int64_t tenths = 0;
    const bool decimal = text.front() == ',' || text.front() == '.';
    if (decimal) {  // 1,5 h: tenths or hundredths of an hour
        text.remove_prefix(1);
        const std::size_t before = text.size();
        const auto part = take_number(text);
        if (!part || before - text.size() > 2) return std::nullopt;
        tenths = before - text.size() == 1 ? *part * 10 : *part;
    }
    take_space(text);
    const std::string_view unit = take_word(text);
    if (is_one_of(unit, {"h", "heure", "heures", "hour", "hours", "hr", "hrs"})) {
        const std::int64_t hours = *first * 60;
        if (decimal) return text.empty() ? std::optional(hours + (tenths * 60 + 50) / 100) : std::nullopt;
        take_space(text);
        if (text.empty()) return hours;
        const auto minutes = take_number(text);
        if (!minutes || *minutes > 59) return std::nullopt;
        take_space(text);
        const std::string_view ending = take_word(text);
        if (!text.empty() || !is_one_of(ending, {"", "m", "mn", "min", "minute", "minutes"}))
            return std::nullopt;
        return hours + *minutes;
    }
    if (decimal || !text.empty() || !is_one_of(unit, {"m", "mn", "min", "minute", "minutes"}))
        return std::nullopt;
    return first;
}

}  // namespace fabnum::i18n
