#include <cstdlib>

#include "platform/i18n/i18n.h"
#include "platform/i18n/tongue.h"
#include "platform/i18n/typed.h"

namespace fabnum::i18n {

namespace {

// The place of the one name of `names` that `word` begins, in French or in English: 3 letters are enough
// unless two names share them ("jui").
template <class Names>
std::optional<unsigned> place_of(std::string_view word, Names Tongue::*names) {
    if (word.size() < 3) return std::nullopt;
    std::optional<unsigned> found;
    for (const Language language : {Language::French, Language::English}) {
        const auto& list = tongue_of(language).*names;
        for (unsigned place = 0; place < list.size(); ++place)
            if (search_key(list[place]).starts_with(word)) {
                if (found && *found != place) return std::nullopt;
                found = place;
            }
    }
    return found;
}

// A number or a word of a date, and how many digits it was written with.
struct Token {
    std::string_view word;
    int number = 0;
    std::size_t digits = 0;
};

std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    while (!text.empty()) {
        Token token;
        if (is_digit(text.front())) {
            const std::size_t before = text.size();
            const auto number = take_number(text);
            if (!number) return std::nullopt;
            token.number = static_cast<int>(*number);
            token.digits = before - text.size();
            const std::string_view ending = take_word(text);  // 1er, 1st, 2nd, 3rd, 24th
            if (!ending.empty() && ending != "er" && ending != "st" && ending != "nd" && ending != "rd" &&
                ending != "th")
                return std::nullopt;
        } else {
            token.word = take_word(text);
            if (token.word.empty()) return std::nullopt;
        }
        tokens.push_back(token);
        const bool spaced = take_space(text);
        if (text.empty()) break;
        const char mark = text.front();
        if (mark == '/' || mark == '-' || mark == '.' || mark == ',') {
            text.remove_prefix(1);
            take_space(text);
            if (text.empty() && mark != '.') return std::nullopt;
        } else if (!spaced) {
            return std::nullopt;
        }
    }
    return tokens;
}

std::optional<Day> day_of(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::optional<Day> with_year(const Token& year, int month, int day, Day today) {
    if (year.digits == 4) return day_of(year.number, month, day);
    if (year.digits != 2) return std::nullopt;
    const int this_year = static_cast<int>(today.ymd().year());
    return day_of(2000 + year.number > this_year + 10 ? 1900 + year.number : 2000 + year.number, month, day);
}

// This year, unless a neighbouring one brings the day within three months: in December, "5/1" is next
// January.
std::optional<Day> without_year(int month, int day, Day today) {
    const int this_year = static_cast<int>(today.ymd().year());
    for (const int year : {this_year - 1, this_year + 1})
        if (const auto near = day_of(year, month, day))
            if (std::abs(days_between(today, *near)) <= 92)
                if (const auto here = day_of(this_year, month, day);
                    !here || std::abs(days_between(today, *here)) > 92)
                    return near;
    return day_of(this_year, month, day);
}

std::optional<Day> relative_day(std::string_view word, Day today) {
    for (const Language language : {Language::French, Language::English}) {
        const Tongue& tongue = tongue_of(language);
        if (word == search_key(tongue.yesterday)) return today - 1;
        if (word == search_key(tongue.today)) return today;
        if (word == search_key(tongue.tomorrow)) return today + 1;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Day> day_from(std::string_view typed, Day today) {
    if (typed.size() > longest_typed) return std::nullopt;
    const std::string text = search_key(typed);
    if (const auto near = relative_day(text, today)) return near;
    auto tokens = tokens_of(text);
    if (!tokens) return std::nullopt;
    // "mardi 24 novembre": the weekday says nothing more.
    if (tokens->size() >= 3 && !(*tokens)[2].word.empty() && place_of((*tokens)[0].word, &Tongue::weekdays))
        tokens->erase(tokens->begin());
    if (tokens->size() < 2 || tokens->size() > 3) return std::nullopt;
    Token day = (*tokens)[0], month = (*tokens)[1];
    if (day.digits == 4 && tokens->size() == 3) {  // 2026-11-24
        const Token& last = (*tokens)[2];
        if (month.digits == 0 || month.digits > 2 || last.digits == 0 || last.digits > 2) return std::nullopt;
        return day_of(day.number, month.number, last.number);
    }
    if (!day.word.empty()) std::swap(day, month);  // November 24
    if (day.digits == 0 || day.digits > 2 || month.digits > 2) return std::nullopt;
    if (!month.word.empty()) {
        const auto place = place_of(month.word, &Tongue::months);
        if (!place) return std::nullopt;
        month.number = static_cast<int>(*place) + 1;
    }
    if (tokens->size() == 2) return without_year(month.number, day.number, today);
    return with_year((*tokens)[2], month.number, day.number, today);
}

}  // namespace fabnum::i18n
