#pragma once

// A person, and how to speak to them. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "platform/i18n/i18n.h"

namespace fabnum::people {

struct Person {
    PersonId id;
    std::string given_name, family_name;
    std::optional<std::string> mail, phone;
    std::optional<Day> birth_day;
    i18n::Voice voice;
    std::string theme;     // "", "light", "dark"
    bool comfort = false;  // wider text
    bool active = true;
};

// A role somebody has on a site, from a day to a day.
struct Hat {
    Role role = Role::Anyone;
    SiteId site;            // none: every site (admin)
    std::string site_name;  // "" for every site
};

// As others see a person in lists and on cards: enough to draw a disc and a name.
struct Face {
    PersonId id;
    std::string given_name, family_name;
    Role role = Role::Participant;
};

std::string full_name(const Person& person);  // "Inès Bouchard"
std::string full_name(const Face& face);
std::string initials(const Face& face);    // "IB"
std::string short_name(const Face& face);  // "Inès B."

// Age in whole years on that day (Code civil: reached on the birthday).
int age_on(Day birth_day, Day on);
bool is_minor(const Person& person, Day on);  // false when the birth day is not known

// The words stored for a voice: "tu"/"vous", "f"/"m"/"n", "fr"/"en".
std::string_view word_of(i18n::Address address);
std::string_view word_of(i18n::Agreement agreement);
i18n::Voice voice_from(std::string_view language, std::string_view address, std::string_view agreement);

}  // namespace fabnum::people
