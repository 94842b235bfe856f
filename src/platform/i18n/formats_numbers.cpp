#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include <unicode/listformatter.h>
#include <unicode/numberformatter.h>

#include "platform/i18n/i18n.h"
#include "platform/i18n/tongue.h"

namespace fabnum::i18n {

namespace {

using icu::number::FormattedNumber;
using icu::number::LocalizedNumberFormatter;
using icu::number::Precision;

// Made once: a formatter costs ten times what it formats. They are immutable, so every thread may use them.
struct Numbers {
    LocalizedNumberFormatter whole;
    std::array<LocalizedNumberFormatter, 4> decimals;  // 0 to 3 of them
    LocalizedNumberFormatter euros, cents;
    std::array<LocalizedNumberFormatter, 4> sizes;  // B, kB, MB, GB
    std::unique_ptr<icu::ListFormatter> lists;

    explicit Numbers(Language language) {
        const icu::Locale locale(locale_of(language));
        UErrorCode status = U_ZERO_ERROR;
        whole = icu::number::NumberFormatter::withLocale(locale).roundingMode(UNUM_ROUND_HALFUP);
        for (std::size_t i = 0; i < decimals.size(); ++i)
            decimals[i] = whole.precision(Precision::fixedFraction(static_cast<int32_t>(i)));
        const auto euro = whole.unit(icu::CurrencyUnit(u"EUR", status));
        euros = euro.precision(Precision::fixedFraction(0));
        cents = euro.precision(Precision::fixedFraction(2));
        const icu::MeasureUnit units[] = {icu::MeasureUnit::getByte(), icu::MeasureUnit::getKilobyte(),
                                          icu::MeasureUnit::getMegabyte(), icu::MeasureUnit::getGigabyte()};
        const auto short_size = whole.unitWidth(UNUM_UNIT_WIDTH_SHORT).precision(Precision::maxFraction(1));
        for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = short_size.unit(units[i]);
        lists.reset(icu::ListFormatter::createInstance(locale, status));
        expect_success(status);
        for (const auto* numbers : {&whole, &euros, &cents}) compile(*numbers);
        for (const auto& numbers : decimals) compile(numbers);
        for (const auto& numbers : sizes) compile(numbers);
    }

    // ICU compiles a formatter when it has been used a few times: here, before a second thread can see it.
    static void compile(const LocalizedNumberFormatter& numbers) {
        UErrorCode status = U_ZERO_ERROR;
        for (int use = 0; use < 5; ++use) numbers.formatInt(use, status);
        expect_success(status);
    }
};

const Numbers& numbers_of(Language language) {
    if (language == Language::English) {
        static const Numbers english(Language::English);
        return english;
    }
    static const Numbers french(Language::French);
    return french;
}

std::string text_of(const FormattedNumber& formatted, UErrorCode status) {
    const icu::UnicodeString text = formatted.toString(status);
    expect_success(status);
    return utf8_of(text);
}

}  // namespace

std::string Words::number(std::int64_t number) const {
    if (number > -1000 && number < 1000) return std::to_string(number);  // nothing to group
    UErrorCode status = U_ZERO_ERROR;
    return text_of(numbers_of(voice_.language).whole.formatInt(number, status), status);
}

std::string Words::number(double number, int decimals) const {
    const Numbers& numbers = numbers_of(voice_.language);
    const auto place = static_cast<std::size_t>(decimals < 0 ? 0 : decimals);
    UErrorCode status = U_ZERO_ERROR;
    if (place < numbers.decimals.size())
        return text_of(numbers.decimals[place].formatDouble(number, status), status);
    return text_of(numbers.whole.precision(Precision::fixedFraction(decimals)).formatDouble(number, status),
                   status);
}

std::string Words::money(Money money) const {
    const Numbers& numbers = numbers_of(voice_.language);
    // As decimal digits: a double would lose cents in large amounts.
    std::array<char, 32> digits;
    std::snprintf(digits.data(), digits.size(), "%s%lld.%02lld", money.cents < 0 ? "-" : "",
                  std::abs(money.cents / 100LL), std::abs(money.cents % 100LL));
    UErrorCode status = U_ZERO_ERROR;
    const auto& format = money.cents % 100 == 0 ? numbers.euros : numbers.cents;
    return text_of(format.formatDecimal(digits.data(), status), status);
}

std::string Words::size(std::int64_t bytes) const {
    const Numbers& numbers = numbers_of(voice_.language);
    auto count = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; unit + 1 < numbers.sizes.size() && count >= 999.5; ++unit) count /= 1000;
    if (count >= 9.95) count = std::round(count);
    UErrorCode status = U_ZERO_ERROR;
    return text_of(numbers.sizes[unit].formatDouble(count, status), status);
}

std::string Words::list(const std::vector<std::string>& items) const {
    std::vector<icu::UnicodeString> texts;
    texts.reserve(items.size());
    for (const std::string& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    numbers_of(voice_.language).lists->format(texts.data(), static_cast<int32_t>(texts.size()), text, status);
    expect_success(status);
    return utf8_of(text);
}

}  // namespace fabnum::i18n
