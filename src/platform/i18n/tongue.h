#pragma once

// The words of the calendar in one language, asked of ICU once, and what the files of this folder share to
// talk to ICU. Everything here may be used from every thread. Private to the folder.

#include <array>
#include <string>
#include <string_view>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {

struct Tongue {
    std::array<std::string, 12> months, short_months;
    std::array<std::string, 7> weekdays;  // from Sunday
    std::string yesterday, today, tomorrow;
};
const Tongue& tongue_of(Language language);

const char* locale_of(Language language);  // "fr_FR", "en_GB"

// UTF-16 as UTF-8, with U+00A0 for the narrow U+202F, which the product's font does not have.
std::string utf8_of(std::u16string_view text);
template <class UnicodeString>
std::string utf8_of(const UnicodeString& text) {
    return utf8_of(std::u16string_view(text.getBuffer(), static_cast<std::size_t>(text.length())));
}

// Of a call to ICU that had no reason to fail.
void expect_success(int icu_status);

}  // namespace fabnum::i18n
