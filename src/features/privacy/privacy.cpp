#include "features/privacy/privacy.h"

#include <algorithm>

#include "features/parameters/parameters.h"
#include "features/privacy/holding_store.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::privacy {

namespace {

using namespace std::chrono;

Day years_after(Day day, int years) {
    year_month_day later = day.ymd() + std::chrono::years{years};
    if (!later.ok()) later = later.year() / later.month() / last;  // 29 February
    return Day{later};
}

int years_of_active_base(const sql::Reader& db, Day today) {
    return static_cast<int>(parameters::number_on(db, "retention.last_contact_years", today, 2));
}

// Attendance and contracts prove what was paid for: they outlive the rest of a file.
bool proofs_are_kept(const sql::Reader& db, PersonId whose, Day today) {
    const auto last = store::last_cohort_day(db, whose);
    const int years = static_cast<int>(parameters::number_on(db, "retention.proof_years", today, 10));
    return last && today < years_after(*last, years);
}

void erase_now(const sql::Writer& db, const Act& act, PersonId whose, SiteId site, Day today) {
    const bool keeps_proofs = proofs_are_kept(db, whose, today);
    store::forget(db, whose, keeps_proofs, act.at);
    journal::blank_details(db, "person", whose.value);
    journal::record(db, {.act = act,
                         .action = "person.erased",
                         .subject_kind = "person",
                         .subject = whose.value,
                         .site = site,
                         .before = {},
                         .after = json::object({{"proofs_kept", keeps_proofs}})});
}

}  // namespace

Dossier dossier_of(const sql::Reader& db, PersonId whose) {
    Dossier dossier;
    if (const auto person = people::find(db, whose)) dossier.person = *person;
    dossier.parts = store::parts_of(db, whose);
    dossier.readings = journal::readings_of(db, whose);
    return dossier;
}

std::string as_json(const Dossier& dossier) {
    std::vector<std::pair<std::string, json::Value>> parts;
    for (const Part& part : dossier.parts) {
        std::vector<json::Value> rows;
        for (const Facts& facts : part.rows) {
            std::vector<std::pair<std::string, json::Value>> fields(facts.begin(), facts.end());
            rows.push_back(json::inside(json::object(fields)));
        }
        parts.emplace_back(part.table, json::inside(json::array(rows)));
    }
    std::vector<json::Value> readings;
    for (const auto& one : dossier.readings)
        readings.push_back(json::inside(
            json::object({{"at", to_iso(one.at)}, {"by_role", word_of(one.role)}, {"part", one.part}})));
    parts.emplace_back("readings", json::inside(json::array(readings)));
    return json::object(parts);
}

std::vector<Hold> holds_on(const sql::Reader& db, PersonId whose, Day today) {
    std::vector<Hold> holds;
    if (const auto until = store::in_a_cohort_until(db, whose, today))
        holds.push_back({{"privacy.hold.cohort"}, until});
    for (const auto& hat : people::hats_of(db, whose, today))
        if (is_staff(hat.role) || hat.role == Role::Adviser) {
            holds.push_back({{"privacy.hold.staff"}});
            break;
        }
    return holds;
}

Result<Done> erase(sql::Database& database, const Act& act, PersonId whose, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (act.by.role != Role::Coordinator && act.by.role != Role::Admin)
            return Refusal{"privacy.not_yours"};
        if (!people::visible_to(db, act.by, whose) || store::is_erased(db, whose))
            return Refusal{"privacy.not_there"};
        if (const auto holds = holds_on(db, whose, today); !holds.empty()) return holds.front().why;
        erase_now(db, act, whose, act.by.site, today);
        return Done{};
    });
}

std::vector<Due> due_by(const sql::Reader& db, SiteId site, Day by) {
    // Nobody whose last cohort ended later can be due yet.
    const int years = years_of_active_base(db, by);
    const Day newest = years_after(by, -years);
    std::vector<Due> due;
    std::vector<PersonId> ids;
    for (const auto& one : store::last_seen_by(db, site, newest)) {
        Day contact = one.contact;
        if (const auto signed_in = store::last_sign_in(db, one.person))
            contact = std::max(contact, clock::day_in("UTC", *signed_in));
        const Day erased_on = years_after(contact, years);
        if (erased_on > by) continue;
        due.push_back({.face = {.id = one.person, .given_name = {}, .family_name = {}},
                       .last_contact = contact,
                       .erased_on = erased_on});
        ids.push_back(one.person);
    }
    const auto faces = people::faces(db, ids);
    for (Due& one : due)
        if (const auto face = faces.find(one.face.id); face != faces.end()) one.face = face->second;
    std::sort(due.begin(), due.end(), [](const Due& a, const Due& b) { return a.erased_on < b.erased_on; });
    return due;
}

int erase_due(sql::Database& database, Instant now, Day today) {
    const auto due = database.read([&](const sql::Reader& db) { return due_by(db, {}, today); });
    int erased = 0;
    for (const Due& one : due) {
        const Act act{.by = {.role = Role::System}, .at = now};
        const auto done = database.write(act, [&](const sql::Writer& db) -> Result<Done> {
            if (const auto holds = holds_on(db, one.face.id, today); !holds.empty()) return holds.front().why;
            erase_now(db, act, one.face.id, {}, today);
            return Done{};
        });
        if (done) ++erased;
    }
    return erased;
}

}  // namespace fabnum::privacy
