// Badges: a code on a card that a young person shows, of use with their PIN only.

#include "features/people/people.h"
#include "features/people/person_entry.h"
#include "features/people/person_store.h"
#include "platform/crypto/crypto.h"

namespace fabnum::people {

namespace {

constexpr std::size_t code_length = 12;  // 60 bits: with a PIN behind it and a brake before it

std::string sealed_for_badge(PersonId person) {
    return "people.badge:" + std::to_string(person.value);
}

}  // namespace

std::string badge_code_in(std::string_view typed) {
    if (const auto slash = typed.find_last_of('/'); slash != std::string_view::npos)
        typed.remove_prefix(slash + 1);
    std::string code;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) code += c;
    }
    return code;
}

std::string badge_spoken(std::string_view code) {
    std::string spoken;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) spoken += '-';
        spoken += code[i];
    }
    return spoken;
}

std::map<PersonId, Badge> badges(const sql::Reader& db, const std::vector<PersonId>& people,
                                 std::string_view key) {
    std::map<PersonId, Badge> all;
    for (const auto& row : store::badges(db, people))
        if (auto code = crypto::opened(key, sealed_for_badge(row.person), row.sealed))
            all[row.person] = {.person = row.person, .code = std::move(*code), .made = row.made};
    return all;
}

bool has_pin(const sql::Reader& db, PersonId person) {
    const auto credentials = store::credentials(db, person);
    return credentials && credentials->pin_hash;
}

Result<Done> give_badges(sql::Database& database, const Act& act, const std::vector<PersonId>& people,
                         std::string_view key, Day today) {
    if (!is_staff(act.by)) return Refusal{"people.not_yours"};
    if (people.empty()) return Refusal{"people.badge_whom"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto there = badges(db, people, key);
        for (const PersonId person : people) {
            const auto whom = visible_to(db, act.by, person);
            if (!whom || !whom->active) return Refusal{"people.not_there"};
            // A badge opens a session: those of the staff have a password instead.
            for (const Role role : store::roles_from(db, person, today))
                if (role != Role::Participant) return Refusal{"people.badge_young"};
            if (there.contains(person)) continue;
            const std::string code = badge_code_in(crypto::new_key()).substr(0, code_length);
            store::set_badge(db, person,
                             store::NewBadge{.hash = crypto::sha256_hex(code),
                                             .sealed = crypto::sealed(key, sealed_for_badge(person), code),
                                             .made = act.at});
            note(db, act, "person.badge_given", person);
        }
        return Done{};
    });
}

std::vector<PersonId> with_badge(const sql::Reader& db, std::string_view badge) {
    const auto known = store::credentials_by_badge(db, crypto::sha256_hex(badge_code_in(badge)));
    return known ? std::vector{known->person} : std::vector<PersonId>{};
}

Result<Done> give_badge(sql::Database& database, const Act& act, PersonId person, std::string_view badge,
                        std::string_view key) {
    const std::string code = badge_code_in(badge);
    if (code.empty()) return Refusal{"people.badge_missing"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!is_staff(act.by) || !visible_to(db, act.by, person)) return Refusal{"people.not_yours"};
        const std::string hash = crypto::sha256_hex(code);
        const auto holder = store::credentials_by_badge(db, hash);
        if (holder && holder->person != person) return Refusal{"people.badge_taken"};
        store::set_badge(
            db, person,
            store::NewBadge{
                .hash = hash, .sealed = crypto::sealed(key, sealed_for_badge(person), code), .made = act.at});
        note(db, act, "person.badge_given", person);
        return Done{};
    });
}

Result<Done> take_badge(sql::Database& database, const Act& act, PersonId person) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!is_staff(act.by) || !visible_to(db, act.by, person)) return Refusal{"people.not_there"};
        if (!store::set_badge(db, person, std::nullopt)) return Refusal{"people.moved_meanwhile"};
        note(db, act, "person.badge_taken", person);
        return Done{};
    });
}

}  // namespace fabnum::people
