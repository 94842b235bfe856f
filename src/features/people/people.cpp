#include "features/people/people.h"

#include <algorithm>

#include "base/text.h"
#include "features/people/person_entry.h"
#include "features/people/person_store.h"
#include "features/sites/sites.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace fabnum::people {

namespace {

using namespace std::chrono_literals;

std::optional<Hat> first_hat(const sql::Reader& db, PersonId id, Day on) {
    const auto hats = store::hats_of(db, id, on);
    if (hats.empty()) return std::nullopt;
    return hats.front();
}

// Everything that a sign-in does once the secret was right: the brakes are let go, a session begins.
Result<std::string> begin(sql::Database& database, const SignIn& how, PersonId person, std::string_view brake,
                          std::string_view manner) {
    return database.write({}, [&](const sql::Writer& db) -> Result<std::string> {
        const auto hat = first_hat(db, person, how.today);
        const auto found = store::find(db, person);
        if (!hat || !found || !found->active) return Refusal{"people.no_hat"};
        const Actor actor{.person = person, .role = hat->role, .site = hat->site};
        sessions::note_success(db, brake);
        note(db, {.by = actor, .at = how.now}, "person.signed_in", person, json::object({{"by", manner}}));
        return sessions::begin(db, actor, how.device, how.kind, how.now);
    });
}

Refusal refused_sign_in(sql::Database& database, const SignIn& how, std::string_view brake,
                        std::string_view key) {
    (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        sessions::note_failure(db, brake, how.now);
        sessions::note_failure(db, "address " + sessions::address_key(how.client), how.now);
        return Done{};
    });
    return Refusal{std::string(key)};
}

// Without the house's key, nobody finds a code from its four digits.
std::string lookup_of(std::string_view pin, std::string_view key) {
    return crypto::hex(crypto::hmac(key, "kiosk code " + std::string(pin)));
}

int wait_before(sql::Database& database, const SignIn& how, std::string_view brake) {
    return database.read([&](const sql::Reader& db) {
        return std::max(sessions::wait_for(db, brake, sessions::account_brake, how.now),
                        sessions::wait_for(db, "address " + sessions::address_key(how.client),
                                           sessions::address_brake, how.now));
    });
}

Refusal wait_refusal(int seconds) {
    return {"people.wait", {{"seconds", std::to_string(seconds)}}};
}

std::string sealed_for(PersonId person) {
    return "people.totp:" + std::to_string(person.value);
}

}  // namespace

std::optional<Person> find(const sql::Reader& db, PersonId id) {
    return store::find(db, id);
}

std::optional<Person> visible_to(const sql::Reader& db, const Actor& actor, PersonId id) {
    if (actor.person != id && !is_staff(actor)) return std::nullopt;
    auto person = store::find(db, id);
    if (!person || actor.person == id || actor.role == Role::Admin) return person;
    if (!store::is_on_site(db, id, actor.site)) return std::nullopt;
    return person;
}

std::optional<Person> visible_participant(const sql::Reader& db, const Actor& actor, PersonId id) {
    auto person = visible_to(db, actor, id);
    if (person && !store::was_participant(db, id)) return std::nullopt;
    return person;
}

std::map<PersonId, Face> faces(const sql::Reader& db, const std::vector<PersonId>& ids) {
    std::map<PersonId, Face> by_id;
    for (auto& face : store::faces(db, ids)) by_id.emplace(face.id, face);
    return by_id;
}

std::map<PersonId, Day> birth_days(const sql::Reader& db, const std::vector<PersonId>& ids) {
    std::map<PersonId, Day> by_id;
    for (const auto& [id, day] : store::birth_days(db, ids)) by_id.emplace(id, day);
    return by_id;
}

std::vector<Face> with_role(const sql::Reader& db, Role role, SiteId site, Day on) {
    return store::with_role(db, role, site, on);
}

std::vector<Hat> hats_of(const sql::Reader& db, PersonId id, Day on) {
    auto hats = store::hats_of(db, id, on);
    for (Hat& hat : hats)
        if (const auto site = sites::find(db, hat.site)) hat.site_name = site->name;
    return hats;
}

std::vector<Face> search(const sql::Reader& db, const Actor& actor, std::string_view words, Day on,
                         int most) {
    const auto key = i18n::search_key(words);
    if (!is_staff(actor) || key.empty()) return {};
    return store::search(db, actor.site, key, on, most);
}

Result<PersonId> add(const sql::Writer& db, const Act& act, const NewPerson& person, Day today) {
    if (person.mail && store::is_mail_taken(db, *person.mail)) return Refusal{"people.mail_taken"};
    const auto id =
        store::insert(db, person, i18n::search_key(person.given_name + " " + person.family_name), act.at);
    store::insert_role(db, id, person.role, person.site, today);
    note(db, act, "person.added", id, json::object({{"role", word_of(person.role)}, {"site", person.site}}));
    return id;
}

Result<Done> choose_manner(sql::Database& database, const Act& act, const Manner& manner) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_manner(db, act.by.person, manner);
        note(db, act, "person.manner_chosen", act.by.person);
        return Done{};
    });
}

Result<std::string> sign_in_by_password(sql::Database& database, const SignIn& how, std::string_view mail,
                                        std::string_view password, std::string_view code,
                                        std::string_view key) {
    const std::string brake = "account " + crypto::sha256_hex(i18n::search_key(mail));
    if (const int seconds = wait_before(database, how, brake); seconds > 0) return wait_refusal(seconds);
    struct Known {
        std::optional<Person> person;
        std::optional<store::Credentials> credentials;
    };
    const auto known = database.read([&](const sql::Reader& db) {
        Known found{.person = store::by_mail(db, mail), .credentials = {}};
        if (found.person) found.credentials = store::credentials(db, found.person->id);
        return found;
    });
    if (!known.person || !known.credentials || !known.credentials->password_hash) {
        crypto::waste_password(password);
        return refused_sign_in(database, how, brake, "people.wrong_password");
    }
    if (!crypto::is_password(*known.credentials->password_hash, password))
        return refused_sign_in(database, how, brake, "people.wrong_password");
    if (known.credentials->totp_sealed) {
        if (code.empty()) return Refusal{"people.code_needed"};
        const auto secret =
            crypto::opened(key, sealed_for(known.person->id), *known.credentials->totp_sealed);
        const auto step = secret ? crypto::totp_step(*secret, code, how.now) : std::nullopt;
        const bool fresh = step && *database.write({}, [&](const sql::Writer& db) -> Result<bool> {
            return store::use_totp_step(db, known.person->id, *step);
        });
        if (!fresh) return refused_sign_in(database, how, brake, "people.wrong_code");
    }
    return begin(database, how, known.person->id, brake, "password");
}

Result<std::string> sign_in_by_link(sql::Database& database, const SignIn& how, std::string_view token) {
    const std::string brake = "link " + sessions::address_key(how.client);
    if (const int seconds = wait_before(database, how, brake); seconds > 0) return wait_refusal(seconds);
    const auto link = database.write({}, [&](const sql::Writer& db) -> Result<sessions::Link> {
        const auto found = sessions::use_link(db, "sign_in", token, how.now);
        if (!found) return Refusal{"people.link_ended"};
        return *found;
    });
    if (!link) return refused_sign_in(database, how, brake, link.refusal().key);
    return begin(database, how, PersonId{link->subject}, brake, "link");
}

Result<std::string> sign_in_by_pin(sql::Database& database, const SignIn& how, std::string_view badge,
                                   std::string_view pin) {
    const std::string badge_hash = crypto::sha256_hex(badge_code_in(badge));
    const std::string brake = "badge " + badge_hash;
    if (const int seconds = wait_before(database, how, brake); seconds > 0) return wait_refusal(seconds);
    const auto known =
        database.read([&](const sql::Reader& db) { return store::credentials_by_badge(db, badge_hash); });
    if (!known || !known->pin_hash) crypto::waste_password(pin);
    if (!known || !known->pin_hash || !crypto::is_password(*known->pin_hash, pin))
        return refused_sign_in(database, how, brake, "people.wrong_pin");
    return begin(database, how, known->person, brake, "badge");
}

Result<std::string> make_sign_in_link(sql::Database& database, const Act& act, PersonId person) {
    return database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const auto whom = visible_to(db, act.by, person);
        if (!whom || !is_staff(act.by)) return Refusal{"people.not_yours"};
        const Day today{std::chrono::floor<std::chrono::days>(
            std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{act.at.micros}})};
        for (const Role role : store::roles_from(db, person, today)) {
            // A fabmanager lets young people in; a way into a colleague's account is the coordinator's to
            // give.
            if (is_staff(role) && act.by.role == Role::Fabmanager) return Refusal{"people.not_yours"};
            if (role == Role::Admin && act.by.role != Role::Admin) return Refusal{"people.not_yours"};
        }
        note(db, act, "person.link_made", person);
        return sessions::make_link(db, "sign_in", person.value, act.at, 48h);
    });
}

Result<Done> set_password(sql::Database& database, const Act& act, std::string_view current,
                          std::string_view chosen, sessions::SessionId here) {
    const auto credentials =
        database.read([&](const sql::Reader& db) { return store::credentials(db, act.by.person); });
    if (credentials && credentials->password_hash &&
        !crypto::is_password(*credentials->password_hash, current))
        return Refusal{"people.wrong_current_password"};
    if (const auto problem = password_problem(chosen)) return *problem;
    const std::string hash = crypto::hash_password(chosen);
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_password_hash(db, act.by.person, hash);
        sessions::end_all(db, act.by.person, here);
        note(db, act, "person.password_set", act.by.person);
        return Done{};
    });
}

Result<Done> set_pin(sql::Database& database, const Act& act, std::string_view pin, std::string_view key) {
    const bool digits = pin.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || pin.size() != 4) return Refusal{"people.pin_shape"};
    if (pin == "0000" || pin == "1234" || pin == "1111") return Refusal{"people.pin_common"};
    const std::string hash = crypto::hash_pin(pin);
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_pin_hash(db, act.by.person, hash, lookup_of(pin, key));
        note(db, act, "person.pin_set", act.by.person);
        return Done{};
    });
}

std::vector<PersonId> with_pin(const sql::Reader& db, std::string_view pin, std::string_view key) {
    return store::with_pin_lookup(db, lookup_of(pin, key));
}

Result<Done> check_pin(sql::Database& database, PersonId person, std::string_view pin, Instant now) {
    const std::string brake = "pin " + std::to_string(person.value);
    struct Known {
        int wait = 0;
        std::optional<store::Credentials> credentials;
    };
    const auto known = database.read([&](const sql::Reader& db) {
        return Known{sessions::wait_for(db, brake, sessions::account_brake, now),
                     store::credentials(db, person)};
    });
    if (known.wait > 0) return wait_refusal(known.wait);
    const bool right = known.credentials && known.credentials->pin_hash &&
                       crypto::is_password(*known.credentials->pin_hash, pin);
    (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        if (right)
            sessions::note_success(db, brake);
        else
            sessions::note_failure(db, brake, now);
        return Done{};
    });
    if (!right) return Refusal{"people.wrong_pin"};
    return Done{};
}

bool is_empty(const sql::Reader& db) {
    return store::count(db) == 0;
}

// CNIL 2022-100 and reliability: at least 12 characters, any of them, none of the commonest.
std::optional<Refusal> password_problem(std::string_view chosen) {
    const auto length = length_of(chosen);
    if (length < 12 || length > 128) return Refusal{"people.password_length"};
    const std::string key = i18n::search_key(chosen);
    for (const std::string_view common :
         {"fabnum", "motdepasse", "mot de passe", "password", "azertyuiop", "qwertyuiop", "123456789"})
        if (key.find(common) != std::string::npos) return Refusal{"people.password_common"};
    return std::nullopt;
}

Result<Done> open_house(sql::Database& database, const Act& act, const sites::Site& site,
                        const NewPerson& admin, std::string_view password, std::string_view token,
                        Day today) {
    const std::string hash = crypto::hash_password(password);
    if (const auto problem = password_problem(password)) return *problem;
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!is_empty(db) || !sessions::use_link(db, "first_admin", token, act.at))
            return Refusal{"people.link_ended"};
        const auto place = sites::open(db, site);
        NewPerson person = admin;
        person.role = Role::Admin;
        person.site = place;
        const auto id = add(db, act, person, today);
        if (!id) return id.refusal();
        store::set_password_hash(db, *id, hash);
        return Done{};
    });
}

bool has_password(const sql::Reader& db, PersonId person) {
    const auto credentials = store::credentials(db, person);
    return credentials && credentials->password_hash;
}

Result<Done> turn_on_codes(sql::Database& database, const Act& act, std::string_view secret,
                           std::string_view code, std::string_view key) {
    const auto step = crypto::totp_step(secret, code, act.at);
    if (!step) return Refusal{"people.wrong_code"};
    const std::string sealed = crypto::sealed(key, sealed_for(act.by.person), secret);
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_totp(db, act.by.person, sealed);
        store::use_totp_step(db, act.by.person, *step);
        note(db, act, "person.codes_on", act.by.person);
        return Done{};
    });
}

Result<Done> turn_off_codes(sql::Database& database, const Act& act, std::string_view password) {
    const auto credentials =
        database.read([&](const sql::Reader& db) { return store::credentials(db, act.by.person); });
    if (!credentials || !credentials->password_hash ||
        !crypto::is_password(*credentials->password_hash, password))
        return Refusal{"people.wrong_current_password"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_totp(db, act.by.person, std::nullopt);
        note(db, act, "person.codes_off", act.by.person);
        return Done{};
    });
}

bool has_codes(const sql::Reader& db, PersonId person) {
    const auto credentials = store::credentials(db, person);
    return credentials && credentials->totp_sealed;
}

Result<Done> take_hat(sql::Database& database, const Act& act, sessions::SessionId session, SiteId site,
                      Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        for (const Hat& hat : store::hats_of(db, act.by.person, today)) {
            if (hat.site != site) continue;
            sessions::wear(db, session, act.by.person, hat.role, site);
            note(db, act, "person.hat_taken", act.by.person, json::object({{"site", site}}));
            return Done{};
        }
        return Refusal{"people.no_hat"};
    });
}

}  // namespace fabnum::people
