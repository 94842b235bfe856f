#include "design/person.h"

#include "base/text.h"
#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

constexpr int tints = 6;

std::string_view class_of(Size size) {
    switch (size) {
        case Size::Small: return "person-small";
        case Size::Medium: return {};
        case Size::Large: return "person-large";
    }
    return {};
}

std::string tint_of(const Person& person) {
    return "tint-" + std::to_string(person.id % tints + 1);
}

// The first character of a word, whole: "É", not a half of it.
std::string_view first_character(std::string_view word) {
    std::size_t size = 1;
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U) ++size;
    return word.substr(0, size);
}

std::string_view badge_of(Presence presence) {
    switch (presence) {
        case Presence::Unknown: return {};
        case Presence::Present: return "check";
        case Presence::Late: return "clock";
        case Presence::Excused: return "calendar-days";
        case Presence::Absent: return "x";
    }
    return {};
}

std::string_view class_of(Presence presence) {
    switch (presence) {
        case Presence::Unknown: return {};
        case Presence::Present: return "head-present";
        case Presence::Late: return "head-late";
        case Presence::Excused: return "head-excused";
        case Presence::Absent: return "head-absent";
    }
    return {};
}

Markup head(const Head& one) {
    const std::string_view badge = badge_of(one.presence);
    const Markup mark = badge.empty() ? Markup() : span({cls("head-badge"), icon(badge)});
    const Markup disc = span({classes({"person", tint_of(one.person)}), aria("hidden", "true"),
                              initials_of(one.person.name), mark});
    const Markup words = join({disc, span({one.person.name}), " ", small({one.detail})});
    const Attribute look = classes({"head", class_of(one.presence)});
    return li({one.to ? a({look, href(*one.to), words}) : div({look, words})});
}

}  // namespace

std::string initials_of(std::string_view name) {
    std::string initials;
    for (int words = 0; words < 2;) {
        name = trimmed(name);
        if (name.empty()) break;
        initials += first_character(name);
        ++words;
        const auto space = name.find_first_of(" -");
        if (space == std::string_view::npos) break;
        name.remove_prefix(space + 1);
    }
    return initials;
}

Markup person_disc(const Person& person, Size size) {
    return span({classes({"person", class_of(size), tint_of(person)}), aria("hidden", "true"),
                 initials_of(person.name)});
}

Markup person_line(const Person& person, std::string_view detail) {
    return span({cls("person-line"), person_disc(person),
                 span({b({person.name}), detail.empty() ? Markup() : small({detail})})});
}

Markup people_stack(const std::vector<Person>& people, const i18n::Words& words, std::size_t most) {
    Markup discs;
    std::vector<std::string> names;
    for (const Person& person : people) {
        if (names.size() < most) discs += li({person_disc(person, Size::Small)});
        names.push_back(person.name);
    }
    if (people.size() > most)
        discs += li({span({cls("person person-small"), "+" + std::to_string(people.size() - most)})});
    if (people.empty()) return {};
    return span({cls("people"), for_readers(words.list(names)),
                 element("ul", {role("list"), aria("hidden", "true"), discs})});
}

Markup heads(const std::vector<Head>& people) {
    return ul({cls("heads"), role("list"), each(people, head)});
}

}  // namespace fabnum::design
