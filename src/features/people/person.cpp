#include "features/people/person.h"

namespace fabnum::people {

namespace {

// The first character of a name, whole, however many bytes it has.
std::string first_letter(std::string_view name) {
    if (name.empty()) return {};
    std::size_t end = 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    return std::string(name.substr(0, end));
}

}  // namespace

std::string full_name(const Person& person) {
    return person.given_name + " " + person.family_name;
}
std::string full_name(const Face& face) {
    return face.given_name + " " + face.family_name;
}
std::string initials(const Face& face) {
    return first_letter(face.given_name) + first_letter(face.family_name);
}
std::string short_name(const Face& face) {
    return face.given_name + " " + first_letter(face.family_name) + ".";
}

int age_on(Day birth_day, Day on) {
    const auto born = birth_day.ymd();
    const auto now = on.ymd();
    const int years = static_cast<int>(now.year()) - static_cast<int>(born.year());
    const bool birthday_to_come =
        now.month() < born.month() || (now.month() == born.month() && now.day() < born.day());
    return birthday_to_come ? years - 1 : years;
}

bool is_minor(const Person& person, Day on) {
    return person.birth_day && age_on(*person.birth_day, on) < 18;
}

std::string_view word_of(i18n::Address address) {
    return address == i18n::Address::Tu ? "tu" : "vous";
}

std::string_view word_of(i18n::Agreement agreement) {
    switch (agreement) {
        case i18n::Agreement::Feminine: return "f";
        case i18n::Agreement::Masculine: return "m";
        case i18n::Agreement::Neutral: return "n";
    }
    return "n";
}

i18n::Voice voice_from(std::string_view language, std::string_view address, std::string_view agreement) {
    return {.language = language == "en" ? i18n::Language::English : i18n::Language::French,
            .address = address == "tu" ? i18n::Address::Tu : i18n::Address::Vous,
            .agreement = agreement == "f"   ? i18n::Agreement::Feminine
                         : agreement == "m" ? i18n::Agreement::Masculine
                                            : i18n::Agreement::Neutral};
}

}  // namespace fabnum::people
