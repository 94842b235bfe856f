#pragma once

// People as discs with two letters: no photo by default.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "design/button.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

struct Person {
    std::int64_t id = 0;  // gives one of six tints, the same on each page
    std::string name;     // "Inès B."
};

enum class Presence { Unknown, Present, Late, Excused, Absent };

std::string initials_of(std::string_view name);  // "Inès B." → "IB"

// The disc alone, hidden from screen readers: the name stands beside it.
html::Markup person_disc(const Person& person, Size size = Size::Medium);
// Disc and name, with a second line when given.
html::Markup person_line(const Person& person, std::string_view detail = {});
// Small discs side by side; their names are read. Past `most`, a disc says how many more.
html::Markup people_stack(const std::vector<Person>& people, const i18n::Words& words, std::size_t most = 4);

// A disc over a first name and a word: who is here.
struct Head {
    Person person;
    Presence presence = Presence::Unknown;
    std::string detail = {};  // "9 h 02", "Absent"
    std::optional<html::Url> to = {};
};
html::Markup heads(const std::vector<Head>& people);

}  // namespace fabnum::design
