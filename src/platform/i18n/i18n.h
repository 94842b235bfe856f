#pragma once

// Sentences by key and language. locales/<voice>/<room>.toml hold them; a key is "room.name". The voice "fr"
// says vous; "fr-tu" holds only what changes for someone who is said tu, and falls back on "fr".
//
// A sentence may have blanks and forms (ICU MessageFormat):
//     photos = "{count, plural, =0 {Aucune photo} one {# photo} other {# photos}}"
//     here   = "{agreement, select, f {Tu es pointée} m {Tu es pointé} other {Ta présence est notée}}"
// `agreement` is filled from the voice, so that no page needs to think of it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/money.h"
#include "base/result.h"

namespace fabnum::i18n {

enum class Language { French, English };
enum class Address { Vous, Tu };  // English ignores it
enum class Agreement { Neutral, Feminine, Masculine };

struct Voice {
    Language language = Language::French;
    Address address = Address::Vous;
    Agreement agreement = Agreement::Neutral;
};

std::string_view tag_of(Language language);                // "fr", "en" (BCP 47)
Language language_from(std::string_view accept_language);  // an Accept-Language header; French by default

struct Fact {
    std::string_view name;
    std::variant<std::int64_t, std::string> value;
    Fact(std::string_view n, std::int64_t v) : name(n), value(v) {}
    Fact(std::string_view n, int v) : name(n), value(std::int64_t{v}) {}
    Fact(std::string_view n, std::size_t v) : name(n), value(static_cast<std::int64_t>(v)) {}
    Fact(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
    Fact(std::string_view n, std::string_view v) : name(n), value(std::string(v)) {}
    Fact(std::string_view n, const char* v) : name(n), value(std::string(v)) {}
};

// How to write for one reader. Cheap to copy; the catalogues behind it live as long as the program.
class Words {
 public:
    explicit Words(Voice voice) : voice_(voice) {}
    const Voice& voice() const { return voice_; }

    // The sentence of that key; a key that has none comes back as "⟦room.name⟧", which a test looks for.
    std::string operator()(std::string_view key) const;
    std::string operator()(std::string_view key, std::initializer_list<Fact> facts) const;
    std::string operator()(const Refusal& refusal) const;
    bool has(std::string_view key) const;

    std::string day(Day day) const;                        // "mardi 24 novembre" / "Tuesday 24 November"
    std::string day_with_year(Day day) const;              // "24 novembre 2026"
    std::string short_day(Day day) const;                  // "24 nov."
    std::string numeric_day(Day day) const;                // "24/11/2026", as typed in a field
    std::string day_from_today(Day day, Day today) const;  // "aujourd’hui", "demain", "hier", else short_day
    std::string month(Day day) const;                      // "novembre 2026"
    std::string weekday(Day day) const;                    // "mardi"
    std::string time(int minutes_of_day) const;            // "9 h 02", "9 h" / "9:02", "9:00"
    std::string duration(std::int64_t minutes) const;      // "1 h 30", "45 min"
    std::string number(std::int64_t number) const;         // "7 488"
    std::string number(double number, int decimals) const;
    std::string money(Money money) const;        // "12,50 €"; whole euros without cents: "150 €"
    std::string size(std::int64_t bytes) const;  // "2,4 Mo"
    std::string list(const std::vector<std::string>& items) const;  // "Inès, Noah et Kenza"

 private:
    Voice voice_;
};

// Text folded for search: lower case, no accents, ligatures opened, spaces single: "Cœur d’Inès" → "coeur
// d'ines".
std::string search_key(std::string_view text);
// Its words, each once, in their order: "Cœur d’Inès" → "coeur", "d", "ines".
std::vector<std::string> search_words(std::string_view text);

// Reads back what people type: "24/11/2026", "24/11", "24 nov", "2026-11-24"; `today` completes the year.
std::optional<Day> day_from(std::string_view typed, Day today);
// "12,50", "12.5 €", "1 200"
std::optional<Money> money_from(std::string_view typed);
// "1h30", "1 h 30", "90", "1:30", "45 min": minutes
std::optional<std::int64_t> minutes_from(std::string_view typed);

// Every key of a voice's catalogue, for the checks.
std::vector<std::string_view> keys(std::string_view voice);

}  // namespace fabnum::i18n
