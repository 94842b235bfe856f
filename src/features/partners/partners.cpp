#include "features/partners/partners.h"

#include <algorithm>

#include "features/partners/partner_store.h"
#include "platform/i18n/i18n.h"

namespace fabnum::partners {

std::string_view word_of(Kind kind) {
    for (const auto& [word, known] : kinds)
        if (known == kind) return word;
    return "association";
}

std::optional<Organisation> find(const sql::Reader& db, OrganisationId id) {
    return store::find(db, id);
}
std::optional<Contact> find_contact(const sql::Reader& db, ContactId id) {
    return store::find_contact(db, id);
}
std::vector<Organisation> named(const sql::Reader& db, const std::vector<OrganisationId>& ids) {
    return store::named(db, ids);
}
std::vector<Organisation> search(const sql::Reader& db, std::string_view words, int most, int skip) {
    auto beginnings = i18n::search_words(words);
    if (beginnings.empty())
        return i18n::search_key(words).empty() ? store::all(db, most, skip) : std::vector<Organisation>{};
    // The longest word is the rarest: the others are looked for among its matches.
    std::sort(beginnings.begin(), beginnings.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return store::with_words(db, beginnings, most, skip);
}
std::vector<Contact> contacts_of(const sql::Reader& db, OrganisationId id) {
    return store::contacts_of(db, id);
}
std::vector<Contact> contacts(const sql::Reader& db, const std::vector<ContactId>& ids) {
    return store::contacts(db, ids);
}
std::vector<Contact> contacts_with_mail(const sql::Reader& db, std::string_view mail) {
    return store::contacts_with_mail(db, mail);
}

OrganisationId keep(const sql::Writer& db, std::string_view name, Kind kind, std::string_view town) {
    const std::string key = i18n::search_key(name);
    if (const auto known = store::by_key(db, key, town)) return *known;
    return store::insert(db, {.id = {}, .name = std::string(name), .kind = kind, .town = std::string(town)},
                         key, i18n::search_words(name));
}

ContactId keep_contact(const sql::Writer& db, OrganisationId organisation, std::string_view name,
                       const std::optional<std::string>& mail, const std::optional<std::string>& phone) {
    const std::string key = i18n::search_key(name);
    auto known = mail ? store::by_mail(db, organisation, *mail) : std::nullopt;
    // The same name with another mail is somebody else: letters about orders go to a contact's mail.
    if (!known) known = store::by_name(db, organisation, key, mail);
    if (known) {
        store::set_reach(db, *known, mail, phone);
        return *known;
    }
    return store::insert_contact(
        db, {.id = {}, .organisation = organisation, .name = std::string(name), .mail = mail, .phone = phone},
        key);
}

}  // namespace fabnum::partners
