// The people of a site over time: who is there, their facts, their hats, leaving and coming back.

#include <algorithm>

#include "features/people/people.h"
#include "features/people/person_entry.h"
#include "features/people/person_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::people {

namespace {

std::string facts_json(const PersonFacts& facts) {
    return json::object({{"given_name", facts.given_name},
                         {"family_name", facts.family_name},
                         {"mail", facts.mail},
                         {"phone", facts.phone},
                         {"birth_day", facts.birth_day}});
}

std::string hat_json(Role role, SiteId site, const std::optional<Day>& until = {}) {
    return json::object({{"role", word_of(role)}, {"site", site}, {"until", until}});
}

// Nobody gives more than they have: an administrator's hat comes from an administrator.
bool may_give(const Actor& actor, Role role, SiteId site) {
    if (actor.role == Role::Admin) return true;
    return actor.role == Role::Coordinator && role != Role::Admin && reaches(actor, site);
}

void shut_out(const sql::Writer& db, PersonId person) {
    sessions::end_all(db, person);
    sessions::revoke_links(db, "sign_in", person.value);
    sessions::revoke_links(db, "calendar", person.value);
}

}  // namespace

bool still_wears(const sql::Reader& db, const Actor& actor, Day on) {
    return store::wears(db, actor.person, actor.role, actor.site, on);
}

Listing list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day on) {
    if (!is_staff(actor)) return {};
    Filter within = filter;
    within.site = actor.site;
    return {.rows = store::list(db, within, on), .count = store::count(db, within, on)};
}

bool may_manage(const sql::Reader& db, const Actor& actor, PersonId person, Day today) {
    if (actor.role == Role::Admin) return store::find(db, person).has_value();
    if (actor.role != Role::Coordinator || !store::is_on_site(db, person, actor.site)) return false;
    const auto roles = store::roles_from(db, person, today);
    return std::find(roles.begin(), roles.end(), Role::Admin) == roles.end();
}

std::vector<Somebody> everybody(const sql::Reader& db, SiteId site) {
    return store::everybody(db, site);
}

Result<Done> correct_within(const sql::Writer& db, const Act& act, PersonId person, const PersonFacts& facts,
                            Day today) {
    const auto before = store::find(db, person);
    if (!before || !may_manage(db, act.by, person, today)) return Refusal{"people.not_there"};
    if (facts.mail && facts.mail != before->mail && store::is_mail_taken(db, *facts.mail))
        return Refusal{"people.mail_taken"};
    store::set_facts(db, person, facts, i18n::search_key(facts.given_name + " " + facts.family_name));
    note(db, act, "person.corrected", person, facts_json(facts),
         facts_json({.given_name = before->given_name,
                     .family_name = before->family_name,
                     .mail = before->mail,
                     .phone = before->phone,
                     .birth_day = before->birth_day}));
    return Done{};
}

Result<Done> correct(sql::Database& database, const Act& act, PersonId person, const PersonFacts& facts,
                     Day today) {
    return database.write(
        act, [&](const sql::Writer& db) { return correct_within(db, act, person, facts, today); });
}

Result<Done> give_hat(sql::Database& database, const Act& act, PersonId person, Role role, SiteId site,
                      Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_manage(db, act.by, person, today)) return Refusal{"people.not_there"};
        if (!may_give(act.by, role, site) || !sites::find(db, site)) return Refusal{"people.hat_not_yours"};
        for (const Hat& hat : store::hats_of(db, person, today))
            if (hat.site == site && hat.role == role) return Refusal{"people.hat_worn"};
        store::insert_role(db, person, role, site, today);
        note(db, act, "person.hat_given", person, hat_json(role, site));
        return Done{};
    });
}

Result<Done> end_hat(sql::Database& database, const Act& act, PersonId person, Role role, SiteId site,
                     Day last, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_manage(db, act.by, person, today)) return Refusal{"people.not_there"};
        if (!may_give(act.by, role, site)) return Refusal{"people.hat_not_yours"};
        if (person == act.by.person) return Refusal{"people.own_hat"};
        if (!store::end_role(db, person, role, site, last, today)) return Refusal{"people.moved_meanwhile"};
        note(db, act, "person.hat_ended", person, hat_json(role, site, last), hat_json(role, site));
        return Done{};
    });
}

Result<Done> leave(sql::Database& database, const Act& act, PersonId person, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_manage(db, act.by, person, today)) return Refusal{"people.not_there"};
        if (person == act.by.person) return Refusal{"people.own_leaving"};
        if (!store::set_active(db, person, false)) return Refusal{"people.moved_meanwhile"};
        shut_out(db, person);
        store::set_badge(db, person, std::nullopt);
        note(db, act, "person.left", person);
        return Done{};
    });
}

Result<Done> come_back(sql::Database& database, const Act& act, PersonId person, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_manage(db, act.by, person, today)) return Refusal{"people.not_there"};
        if (!store::set_active(db, person, true)) return Refusal{"people.moved_meanwhile"};
        note(db, act, "person.came_back", person);
        return Done{};
    });
}

Result<SiteId> open_place(sql::Database& database, const Act& act, const sites::Site& site, Day today) {
    if (act.by.role != Role::Admin) return Refusal{"sites.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<SiteId> {
        for (const auto& other : sites::all(db))
            if (i18n::search_key(other.name) == i18n::search_key(site.name))
                return Refusal{"sites.name_taken"};
        const auto id = sites::open(db, site);
        store::insert_role(db, act.by.person, Role::Admin, id, today);
        journal::record(db, {.act = act,
                             .action = "site.opened",
                             .subject_kind = "site",
                             .subject = id.value,
                             .site = id,
                             .after = json::object({{"name", site.name}})});
        return id;
    });
}

}  // namespace fabnum::people
