#include "platform/i18n/plural.h"

#include <cmath>
#include <memory>

#include <unicode/plurrule.h>

#include "platform/i18n/tongue.h"

namespace fabnum::i18n {

namespace {

// Rules are read once; afterwards they are only asked, which ICU allows from every thread.
struct Rules {
    std::unique_ptr<icu::PluralRules> french, english;

    explicit Rules(UPluralType type)
        : french(read(Language::French, type)), english(read(Language::English, type)) {}

    static std::unique_ptr<icu::PluralRules> read(Language language, UPluralType type) {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::PluralRules> rules(
            icu::PluralRules::forLocale(icu::Locale(locale_of(language)), type, status));
        expect_success(status);
        return rules;
    }

    std::string form(Language language, std::int64_t number) const {
        const auto& rules = language == Language::English ? english : french;
        return utf8_of(rules->select(std::fabs(static_cast<double>(number))));
    }
};

}  // namespace

std::string counting_form(Language language, std::int64_t count) {
    static const Rules rules(UPLURAL_TYPE_CARDINAL);
    return rules.form(language, count);
}

std::string ranking_form(Language language, std::int64_t rank) {
    static const Rules rules(UPLURAL_TYPE_ORDINAL);
    return rules.form(language, rank);
}

}  // namespace fabnum::i18n
