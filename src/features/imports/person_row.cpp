#include "features/imports/person_row.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/contact.h"
#include "base/text.h"
#include "platform/i18n/i18n.h"

namespace fabnum::imports {

namespace {

struct Word {
    std::string_view text;  // as search_key folds it
    Column column;
};
constexpr Word words[] = {
    {"prenom", Column::GivenName},
    {"prenoms", Column::GivenName},
    {"prenom usuel", Column::GivenName},
    {"first name", Column::GivenName},
    {"given name", Column::GivenName},
    {"nom", Column::FamilyName},
    {"nom de famille", Column::FamilyName},
    {"nom d'usage", Column::FamilyName},
    {"nom de naissance", Column::FamilyName},
    {"last name", Column::FamilyName},
    {"family name", Column::FamilyName},
    {"surname", Column::FamilyName},
    {"date de naissance", Column::BirthDay},
    {"naissance", Column::BirthDay},
    {"ne le", Column::BirthDay},
    {"nee le", Column::BirthDay},
    {"ne(e) le", Column::BirthDay},
    {"date naissance", Column::BirthDay},
    {"ddn", Column::BirthDay},
    {"birth day", Column::BirthDay},
    {"birthday", Column::BirthDay},
    {"date of birth", Column::BirthDay},
    {"mail", Column::Mail},
    {"email", Column::Mail},
    {"e-mail", Column::Mail},
    {"courriel", Column::Mail},
    {"adresse mail", Column::Mail},
    {"adresse email", Column::Mail},
    {"adresse e-mail", Column::Mail},
    {"adresse electronique", Column::Mail},
    {"telephone", Column::Phone},
    {"tel", Column::Phone},
    {"tel.", Column::Phone},
    {"tel portable", Column::Phone},
    {"telephone portable", Column::Phone},
    {"portable", Column::Phone},
    {"mobile", Column::Phone},
    {"numero de telephone", Column::Phone},
    {"phone", Column::Phone},
};

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string name_key(std::string_view given, std::string_view family) {
    std::string key = i18n::search_key(std::string(given) + " " + std::string(family));
    std::replace(key.begin(), key.end(), '-', ' ');
    return key;
}

// What the house knows, found by mail and by name.
class Roster {
 public:
    explicit Roster(const std::vector<Known>& known) : known_(known) {
        for (std::size_t i = 0; i < known.size(); ++i) {
            const auto& person = known[i].person;
            if (person.mail) by_mail_.emplace(lower(*person.mail), i);
            if (known[i].here) by_name_.emplace(name_key(person.given_name, person.family_name), i);
        }
    }
    const Known* with_mail(const std::optional<std::string>& mail) const {
        if (!mail) return nullptr;
        const auto found = by_mail_.find(lower(*mail));
        return found == by_mail_.end() ? nullptr : &known_[found->second];
    }
    std::vector<const Known*> with_name(const people::PersonFacts& facts) const {
        std::vector<const Known*> found;
        const auto [from, to] = by_name_.equal_range(name_key(facts.given_name, facts.family_name));
        for (auto at = from; at != to; ++at) found.push_back(&known_[at->second]);
        return found;
    }

 private:
    const std::vector<Known>& known_;
    std::map<std::string, std::size_t> by_mail_;
    std::multimap<std::string, std::size_t> by_name_;
};

constexpr int ten_years = 3653;  // days

// Three numbers, or two and the name of a month: a birthday without its year is no birth day.
bool names_a_year(std::string_view text) {
    int numbers = 0;
    bool letters = false, inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) ++numbers;
        inside = digit;
        letters = letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return numbers >= (letters ? 2 : 3);
}

Refusal refusal(std::string_view key, std::string_view value = {}) {
    Refusal why{"imports.refused." + std::string(key)};
    if (!value.empty()) why.facts.emplace_back("value", shortened(value, 40));
    return why;
}

// What the row says, or what cannot be read in it.
std::optional<Refusal> read_row(const std::vector<std::string>& row, const Mapping& mapping, Day today,
                                people::PersonFacts& facts) {
    for (std::size_t i = 0; i < mapping.size() && i < row.size(); ++i) {
        const std::string cell(trimmed(row[i]));
        if (cell.empty()) continue;
        switch (mapping[i]) {
            case Column::None: break;
            case Column::GivenName: facts.given_name = cell; break;
            case Column::FamilyName: facts.family_name = cell; break;
            case Column::BirthDay:
                facts.birth_day = birth_day_from(cell, today);
                if (!facts.birth_day) return refusal("birth_day", cell);
                break;
            case Column::Mail:
                if (!looks_like_mail(cell)) return refusal("mail", cell);
                facts.mail = cell;
                break;
            case Column::Phone:
                facts.phone = phone_from(cell);
                if (!facts.phone) return refusal("phone", cell);
                break;
        }
    }
    if (facts.given_name.empty()) return refusal("given_name");
    if (facts.family_name.empty()) return refusal("family_name");
    return std::nullopt;
}

bool same_birth(const Known& known, const people::PersonFacts& facts) {
    return known.person.birth_day && facts.birth_day && *known.person.birth_day == *facts.birth_day;
}
bool other_birth(const Known& known, const people::PersonFacts& facts) {
    return known.person.birth_day && facts.birth_day && *known.person.birth_day != *facts.birth_day;
}

struct Match {
    const Known* known = nullptr;
    std::optional<Refusal> why = {};
    bool namesake = false;
};

// Whose row it is: the same mail, or the same name and birth day; a name alone when nothing says otherwise.
Match match_of(const Roster& roster, const people::PersonFacts& facts) {
    const Known* by_mail = roster.with_mail(facts.mail);
    if (by_mail && !by_mail->here) return {.why = refusal("mail_elsewhere", *facts.mail)};
    std::vector<const Known*> sure, likely;
    bool namesake = false;
    for (const Known* one : roster.with_name(facts)) {
        if (same_birth(*one, facts)) sure.push_back(one);
        if (!same_birth(*one, facts) && !other_birth(*one, facts)) likely.push_back(one);
        namesake = namesake || other_birth(*one, facts);
    }
    const auto& names = sure.empty() ? likely : sure;
    if (by_mail) {
        const bool is_other =
            std::any_of(names.begin(), names.end(), [&](const Known* one) { return one != by_mail; });
        const bool named_so = name_key(by_mail->person.given_name, by_mail->person.family_name) ==
                              name_key(facts.given_name, facts.family_name);
        if ((is_other && !named_so) || (other_birth(*by_mail, facts) && !named_so))
            return {.why = refusal("mail_other", *facts.mail)};
        return {.known = by_mail};
    }
    if (names.size() > 1) return {.why = refusal("several")};
    if (names.size() == 1) return {.known = names.front()};
    return {.namesake = namesake};
}

std::vector<Difference> differences_of(const people::Person& here, const people::PersonFacts& file) {
    std::vector<Difference> all;
    const auto add = [&](Column column, const std::string& kept, const std::string& said, bool same) {
        if (!said.empty() && !same) all.push_back({column, kept, said});
    };
    add(Column::GivenName, here.given_name, file.given_name,
        i18n::search_key(here.given_name) == i18n::search_key(file.given_name));
    add(Column::FamilyName, here.family_name, file.family_name,
        i18n::search_key(here.family_name) == i18n::search_key(file.family_name));
    add(Column::BirthDay, here.birth_day ? to_iso(*here.birth_day) : "",
        file.birth_day ? to_iso(*file.birth_day) : "", here.birth_day == file.birth_day);
    const std::string mail = here.mail.value_or(""), phone = here.phone.value_or("");
    add(Column::Mail, mail, file.mail.value_or(""), lower(mail) == lower(file.mail.value_or("")));
    add(Column::Phone, phone, file.phone.value_or(""),
        phone_key(phone) == phone_key(file.phone.value_or("")));
    return all;
}

// The rows of this file that are already somebody's.
struct Seen {
    std::map<std::string, std::size_t> new_people, mails;
    std::map<PersonId, std::size_t> known;
};

template <class Key>
std::optional<Refusal> twice(std::map<Key, std::size_t>& seen, const Key& key, std::size_t line) {
    const auto [at, is_first] = seen.emplace(key, line);
    if (is_first) return std::nullopt;
    return Refusal{"imports.refused.twice", {{"line", std::to_string(at->second)}}};
}

void judge(Judged& one, const Roster& roster, Seen& seen) {
    const Match match = match_of(roster, one.facts);
    one.why = match.why;
    if (!one.why && match.known && !match.known->young) one.why = refusal("staff");
    if (!one.why && match.known) one.why = twice(seen.known, match.known->person.id, one.line);
    if (!one.why && !match.known) {
        const std::string key = name_key(one.facts.given_name, one.facts.family_name) + " " +
                                (one.facts.birth_day ? to_iso(*one.facts.birth_day) : "");
        one.why = twice(seen.new_people, key, one.line);
    }
    if (!one.why && one.facts.mail) one.why = twice(seen.mails, lower(*one.facts.mail), one.line);
    if (one.why) return;
    one.namesake = match.namesake;
    one.verdict = Verdict::New;
    if (!match.known) return;
    one.person = match.known->person.id;
    one.differences = differences_of(match.known->person, one.facts);
    one.verdict = one.differences.empty() ? Verdict::Same : Verdict::Changes;
}

}  // namespace

Mapping guessed(const std::vector<std::string>& headers) {
    Mapping mapping;
    mapping.reserve(headers.size());
    for (const auto& header : headers) {
        std::string key = i18n::search_key(header);
        std::replace(key.begin(), key.end(), '_', ' ');
        while (key.ends_with(":") || key.ends_with(" ") || key.ends_with("*")) key.pop_back();
        Column found = Column::None;
        for (const Word& word : words)
            if (key == word.text) found = word.column;
        if (std::find(mapping.begin(), mapping.end(), found) != mapping.end()) found = Column::None;
        mapping.push_back(found);
    }
    return mapping;
}

std::optional<Refusal> problem_of(const Mapping& mapping) {
    for (const auto& [word, column] : columns)
        if (column != Column::None && std::count(mapping.begin(), mapping.end(), column) > 1)
            return Refusal{"imports.problem.twice"};
    const auto has = [&](Column column) {
        return std::find(mapping.begin(), mapping.end(), column) != mapping.end();
    };
    if (!has(Column::GivenName) || !has(Column::FamilyName)) return Refusal{"imports.problem.names"};
    return std::nullopt;
}

std::optional<Day> birth_day_from(std::string_view text, Day today) {
    const std::string typed(trimmed(text));
    int serial = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), serial);
    if (error == std::errc() && end == typed.data() + typed.size()) {
        // Days since 30 December 1899, as spreadsheets count from March 1900 on.
        if (serial < 61 || serial > 80'000) return std::nullopt;
        const Day day = Day{std::chrono::sys_days{std::chrono::year{1899} / 12 / 30}} + serial;
        return day > today ? std::nullopt : std::optional(day);
    }
    if (!names_a_year(typed)) return std::nullopt;
    // Asked ten years earlier, two digits of a year are never read as one to come.
    const auto day = i18n::day_from(typed, today - ten_years);
    if (!day || *day > today || day->ymd().year() < std::chrono::year{1900}) return std::nullopt;
    return day;
}

std::optional<std::string> phone_from(std::string_view text) {
    std::string typed(trimmed(text)), digits;
    for (const char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    const bool only_digits = digits.size() == typed.size();
    if (only_digits && digits.size() == 9 && digits.front() != '0') typed = digits = "0" + digits;
    if (only_digits && digits.size() == 11 && digits.starts_with("33"))
        typed = digits = "0" + digits.substr(2);
    if (!looks_like_phone(typed)) return std::nullopt;
    const std::string key = phone_key(typed);
    if (key.size() != 10 || key.front() != '0') return typed;
    std::string pairs;
    for (std::size_t i = 0; i < key.size(); i += 2) pairs += (i == 0 ? "" : " ") + key.substr(i, 2);
    return pairs;
}

std::vector<Judged> judged(const Grid& grid, const Mapping& mapping, const std::vector<Known>& known,
                           Day today) {
    const Roster roster(known);
    Seen seen;
    std::vector<Judged> all;
    all.reserve(grid.rows.size());
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        Judged one{.line = i + 2};
        one.why = read_row(grid.rows[i], mapping, today, one.facts);
        if (!one.why) judge(one, roster, seen);
        if (one.why) one.verdict = Verdict::Refused;
        all.push_back(std::move(one));
    }
    return all;
}

Counts counts_of(const std::vector<Judged>& rows) {
    Counts counts;
    for (const Judged& one : rows) switch (one.verdict) {
            case Verdict::New: ++counts.added; break;
            case Verdict::Changes: ++counts.changed; break;
            case Verdict::Same: ++counts.same; break;
            case Verdict::Refused: ++counts.refused; break;
        }
    return counts;
}

}  // namespace fabnum::imports
