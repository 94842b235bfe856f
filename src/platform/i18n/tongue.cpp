#include "platform/i18n/tongue.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/dtfmtsym.h>
#include <unicode/reldatefmt.h>

namespace fabnum::i18n {

namespace {

template <std::size_t count>
std::array<std::string, count> texts(const icu::UnicodeString* first) {
    std::array<std::string, count> list;
    std::transform(first, first + count, list.begin(), [](const auto& text) { return utf8_of(text); });
    return list;
}

std::string relative_day(const icu::RelativeDateTimeFormatter& formatter, UDateDirection direction) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    formatter.format(direction, UDAT_ABSOLUTE_DAY, text, status);
    expect_success(status);
    return utf8_of(text);
}

Tongue read(Language language) {
    const icu::Locale locale(locale_of(language));
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, status);
    const icu::RelativeDateTimeFormatter relative(locale, status);
    expect_success(status);
    int32_t count = 0;
    using Symbols = icu::DateFormatSymbols;
    return {
        .months = texts<12>(symbols.getMonths(count, Symbols::FORMAT, Symbols::WIDE)),
        .short_months = texts<12>(symbols.getMonths(count, Symbols::FORMAT, Symbols::ABBREVIATED)),
        .weekdays = texts<7>(symbols.getWeekdays(count, Symbols::FORMAT, Symbols::WIDE) + UCAL_SUNDAY),
        .yesterday = relative_day(relative, UDAT_DIRECTION_LAST),
        .today = relative_day(relative, UDAT_DIRECTION_THIS),
        .tomorrow = relative_day(relative, UDAT_DIRECTION_NEXT),
    };
}

}  // namespace

const Tongue& tongue_of(Language language) {
    if (language == Language::English) {
        static const Tongue english = read(Language::English);
        return english;
    }
    static const Tongue french = read(Language::French);
    return french;
}

const char* locale_of(Language language) {
    return language == Language::English ? "en_GB" : "fr_FR";
}

std::string utf8_of(std::u16string_view text) {
    const icu::UnicodeString wide(false, text.data(), static_cast<int32_t>(text.size()));
    std::string utf8;
    if (text.find(u'\u202F') == std::u16string_view::npos) return wide.toUTF8String(utf8);
    icu::UnicodeString wider(text.data(), static_cast<int32_t>(text.size()));
    wider.findAndReplace(icu::UnicodeString(u'\u202F'), icu::UnicodeString(u'\u00A0'));
    return wider.toUTF8String(utf8);
}

void expect_success(int icu_status) {
    const auto status = static_cast<UErrorCode>(icu_status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

}  // namespace fabnum::i18n
