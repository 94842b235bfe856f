#include "features/people/person.h"

#include <gtest/gtest.h>

namespace fabnum::people {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}

TEST(Person, IsNamedInFullInShortAndByInitials) {
    const Face ines{.id = PersonId{1}, .given_name = "Inès", .family_name = "Bouchard"};
    EXPECT_EQ(full_name(ines), "Inès Bouchard");
    EXPECT_EQ(short_name(ines), "Inès B.");
    EXPECT_EQ(initials(ines), "IB");
    Person person;
    person.given_name = "Inès";
    person.family_name = "Bouchard";
    EXPECT_EQ(full_name(person), "Inès Bouchard");
}

TEST(Person, HasWholeLettersAsInitials) {
    const Face eloise{.id = PersonId{1}, .given_name = "Éloïse", .family_name = "Œuvrard"};
    EXPECT_EQ(initials(eloise), "ÉŒ");
    EXPECT_EQ(short_name(eloise), "Éloïse Œ.");
    EXPECT_EQ(initials(Face{}), "");
}

TEST(Person, ReachesAnAgeOnTheBirthday) {
    EXPECT_EQ(age_on(day("2008-11-24"), day("2026-11-23")), 17);
    EXPECT_EQ(age_on(day("2008-11-24"), day("2026-11-24")), 18);
    EXPECT_EQ(age_on(day("2008-12-01"), day("2026-11-30")), 17);
    EXPECT_EQ(age_on(day("2008-01-31"), day("2026-11-24")), 18);
}

TEST(Person, BornOnALeapDayIsOlderFromTheFirstOfMarch) {
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-02-28")), 17);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2026-03-01")), 18);
    EXPECT_EQ(age_on(day("2008-02-29"), day("2028-02-29")), 20);
}

TEST(Person, IsAMinorUntilEighteenWhenTheBirthDayIsKnown) {
    Person person;
    EXPECT_FALSE(is_minor(person, day("2026-11-24")));
    person.birth_day = day("2008-11-25");
    EXPECT_TRUE(is_minor(person, day("2026-11-24")));
    EXPECT_FALSE(is_minor(person, day("2026-11-25")));
}

TEST(Person, IsSpokenToWithTheVoiceThatIsStored) {
    for (const auto language : {i18n::Language::French, i18n::Language::English})
        for (const auto address : {i18n::Address::Tu, i18n::Address::Vous})
            for (const auto agreement :
                 {i18n::Agreement::Feminine, i18n::Agreement::Masculine, i18n::Agreement::Neutral}) {
                const auto voice = voice_from(i18n::tag_of(language), word_of(address), word_of(agreement));
                EXPECT_EQ(voice.language, language);
                EXPECT_EQ(voice.address, address);
                EXPECT_EQ(voice.agreement, agreement);
            }
    const auto unknown = voice_from("de", "", "x");
    EXPECT_EQ(unknown.language, i18n::Language::French);
    EXPECT_EQ(unknown.address, i18n::Address::Vous);
    EXPECT_EQ(unknown.agreement, i18n::Agreement::Neutral);
}

}  // namespace
}  // namespace fabnum::people
