#pragma once

// People: who they are, the hats they wear, and how they sign in. Staff sign in with a password and, when
// they turned it on, a one-time code; young people by a link from the team, a badge, or a PIN they chose.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "features/people/person.h"
#include "features/sites/sites.h"
#include "platform/sessions/sessions.h"
#include "platform/sql/sql.h"

namespace fabnum::people {

struct NewPerson {
    std::string given_name = {}, family_name = {};
    std::optional<std::string> mail = {}, phone = {};
    std::optional<Day> birth_day = {};
    i18n::Voice voice = {};
    Role role = Role::Participant;
    SiteId site = {};
};

// Reading.
std::optional<Person> find(const sql::Reader& db, PersonId id);
// The person, if this actor may open their file: oneself, or the team of a site where they have a hat.
std::optional<Person> visible_to(const sql::Reader& db, const Actor& actor, PersonId id);
// The same, of somebody who is or was a young person of a programme: staff have no path to follow.
std::optional<Person> visible_participant(const sql::Reader& db, const Actor& actor, PersonId id);
std::map<PersonId, Face> faces(const sql::Reader& db, const std::vector<PersonId>& ids);
// Of those whose birth day is known.
std::map<PersonId, Day> birth_days(const sql::Reader& db, const std::vector<PersonId>& ids);
std::vector<Face> with_role(const sql::Reader& db, Role role, SiteId site, Day on);
// Whether the hat of a session is still worn.
bool still_wears(const sql::Reader& db, const Actor& actor, Day on);
std::vector<Hat> hats_of(const sql::Reader& db, PersonId id, Day on);
// Of that site, by name without accents.
std::vector<Face> search(const sql::Reader& db, const Actor& actor, std::string_view words, Day on, int most);

// Everybody whose file is not erased, as a site sees them: for comparing with a list from elsewhere.
struct Somebody {
    Person person;
    bool here = false;   // has or had a hat on the site
    bool young = false;  // and none but that of a young person
};
std::vector<Somebody> everybody(const sql::Reader& db, SiteId site);

// Writing. `add` joins the caller's transaction.
Result<PersonId> add(const sql::Writer& db, const Act& act, const NewPerson& person, Day today);

// The people of a site, a line per hat: those who wear it on that day, or those who no longer do. `sort`:
// "name", "role", "since"; descending with a '-' in front.
struct Filter {
    SiteId site = {};
    std::optional<Role> role = {};
    std::string words = {};
    bool gone = false;
    std::string sort = "name";
    int most = 50, skip = 0;
};
struct Listed {
    Face face;
    Day since;
    std::optional<Day> until;
    bool active = true;
};
struct Listing {
    std::vector<Listed> rows;
    std::int64_t count = 0;  // with the filter, on all pages
};
Listing list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day on);

// Who may change the facts, the hats and the badge of a person: the coordinator of their site, the
// administrator; nobody but an administrator those of an administrator.
bool may_manage(const sql::Reader& db, const Actor& actor, PersonId person, Day today);
struct PersonFacts {
    std::string given_name, family_name;
    std::optional<std::string> mail, phone;
    std::optional<Day> birth_day;
};
Result<Done> correct(sql::Database& database, const Act& act, PersonId person, const PersonFacts& facts,
                     Day today);
// The same, in the transaction of whoever corrects more with it.
Result<Done> correct_within(const sql::Writer& db, const Act& act, PersonId person, const PersonFacts& facts,
                            Day today);
Result<Done> give_hat(sql::Database& database, const Act& act, PersonId person, Role role, SiteId site,
                      Day today);
Result<Done> end_hat(sql::Database& database, const Act& act, PersonId person, Role role, SiteId site,
                     Day last, Day today);
// Leaving ends every session, link and badge at once; coming back gives none of them.
Result<Done> leave(sql::Database& database, const Act& act, PersonId person, Day today);
Result<Done> come_back(sql::Database& database, const Act& act, PersonId person, Day today);
// Another place of the house, with this administrator in it.
Result<SiteId> open_place(sql::Database& database, const Act& act, const sites::Site& site, Day today);

// A badge: a code on a card, of use with the PIN only. `key` is the house's: it seals the code, so that the
// card can be printed again.
struct Badge {
    PersonId person;
    std::string code;  // "K7QM3XWPR2TD"
    Instant made;
};
// Spaces, dashes, small letters and the address around a code do not matter.
std::string badge_code_in(std::string_view typed);
std::string badge_spoken(std::string_view code);  // "K7QM-3XWP-R2TD"
std::map<PersonId, Badge> badges(const sql::Reader& db, const std::vector<PersonId>& people,
                                 std::string_view key);
bool has_pin(const sql::Reader& db, PersonId person);
// To each of them who has none.
Result<Done> give_badges(sql::Database& database, const Act& act, const std::vector<PersonId>& people,
                         std::string_view key, Day today);
// A card they have already, read at the door: people.badge_taken when somebody else shows it.
Result<Done> give_badge(sql::Database& database, const Act& act, PersonId person, std::string_view badge,
                        std::string_view key);
std::vector<PersonId> with_badge(const sql::Reader& db, std::string_view badge);
Result<Done> take_badge(sql::Database& database, const Act& act, PersonId person);

struct Manner {  // how to speak and show things to one person; they decide it themselves
    i18n::Voice voice;
    std::string theme;
    bool comfort = false;
};
Result<Done> choose_manner(sql::Database& database, const Act& act, const Manner& manner);

// Signing in. Each answers the token for the cookie, or why not; all wait the same for a wrong name as for a
// wrong secret, and slow down when tried too often.
struct SignIn {
    std::string client;  // address
    std::string device;  // "Firefox, Linux"
    sessions::Device kind = sessions::Device::Own;
    Instant now;
    Day today;
};
// people.code_needed when the password is right and a one-time code is asked.
Result<std::string> sign_in_by_password(sql::Database& database, const SignIn& how, std::string_view mail,
                                        std::string_view password, std::string_view code,
                                        std::string_view key);
Result<std::string> sign_in_by_link(sql::Database& database, const SignIn& how, std::string_view token);
Result<std::string> sign_in_by_pin(sql::Database& database, const SignIn& how, std::string_view badge,
                                   std::string_view pin);

// A link that signs this person in once, within two days; the team gives it (staff, or a participant of the
// site).
Result<std::string> make_sign_in_link(sql::Database& database, const Act& act, PersonId person);
// Ends every session of theirs but `here`.
Result<Done> set_password(sql::Database& database, const Act& act, std::string_view current,
                          std::string_view chosen, sessions::SessionId here = {});
// `key`: the house's own secret, so that the door finds whose code it is.
Result<Done> set_pin(sql::Database& database, const Act& act, std::string_view pin, std::string_view key);
std::vector<PersonId> with_pin(const sql::Reader& db, std::string_view pin, std::string_view key);
// An empty house: its first place and its first administrator, in one act; the link opens once.
bool is_empty(const sql::Reader& db);
std::optional<Refusal> password_problem(std::string_view chosen);  // too short, too common
Result<Done> open_house(sql::Database& database, const Act& act, const sites::Site& site,
                        const NewPerson& admin, std::string_view password, std::string_view token, Day today);
bool has_password(const sql::Reader& db, PersonId person);
// Whether it is this person's own code: people.wrong_pin, people.wait after too many wrong ones.
Result<Done> check_pin(sql::Database& database, PersonId person, std::string_view pin, Instant now);

// One-time codes: the secret is shown once, and kept sealed when a code proves that it was noted.
Result<Done> turn_on_codes(sql::Database& database, const Act& act, std::string_view secret,
                           std::string_view code, std::string_view key);
Result<Done> turn_off_codes(sql::Database& database, const Act& act, std::string_view password);
bool has_codes(const sql::Reader& db, PersonId person);

// Takes another of one's hats: a coordinator of two sites goes from one to the other.
Result<Done> take_hat(sql::Database& database, const Act& act, sessions::SessionId session, SiteId site,
                      Day today);

}  // namespace fabnum::people
