#include "features/kiosk/kiosk.h"

#include <algorithm>

#include "features/kiosk/kiosk_store.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/sessions/sessions.h"

namespace fabnum::kiosk {

namespace {

using namespace std::chrono_literals;
using cohorts::Half;

constexpr auto tolerated_difference = 5min;
constexpr int oldest_days = 14;
constexpr sessions::Brake device_brake{5, 30};

void note(const sql::Writer& db, const Act& act, std::string_view action, DeviceId id, SiteId site,
          std::string_view name) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "kiosk",
                         .subject = id.value,
                         .site = site,
                         .before = {},
                         .after = json::object({{"name", name}})});
}

// The half-day that a tap is about: early for the afternoon, or late out of the morning.
Half half_of(const sql::Reader& db, cohorts::CohortId cohort, PersonId person, Day day, int minute,
             Kind kind) {
    const auto morning = attendance::planned_for(db, cohort, person, day, Half::Morning);
    const auto afternoon = attendance::planned_for(db, cohort, person, day, Half::Afternoon);
    if (!morning) return Half::Afternoon;
    if (!afternoon) return Half::Morning;
    if (kind == Kind::Arrive)
        return minute >= morning.ends - attendance::tolerated_late ? Half::Afternoon : Half::Morning;
    return minute < afternoon.starts + attendance::tolerated_late ? Half::Morning : Half::Afternoon;
}

}  // namespace

Result<std::string> offer_pairing(sql::Database& database, const Act& act) {
    return database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const bool may = act.by.role == Role::Coordinator || act.by.role == Role::Admin;
        if (!may || !act.by.site) return Refusal{"kiosk.choose_a_site"};
        return sessions::make_link(db, pairing_link, act.by.site.value, act.at, 1h);
    });
}

Result<std::string> pair(sql::Database& database, std::string_view link, std::string_view name, Instant now) {
    return database.write({}, [&](const sql::Writer& db) -> Result<std::string> {
        const auto found = sessions::use_link(db, pairing_link, link, now);
        if (!found) return Refusal{"kiosk.link_ended"};
        const std::string token = crypto::new_token();
        const SiteId site{found->subject};
        const auto id = store::insert(db, site, name, crypto::sha256_hex(token), now);
        note(db, {.by = {.person = {}, .role = Role::System, .site = site}, .at = now}, "tablet.paired", id,
             site, name);
        return token;
    });
}

Result<Done> end(sql::Database& database, const Act& act, DeviceId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const bool may = act.by.role == Role::Coordinator || act.by.role == Role::Admin;
        if (!may || !store::end(db, id, act.by.site, act.at)) return Refusal{"kiosk.not_there"};
        note(db, act, "tablet.ended", id, act.by.site, "");
        return Done{};
    });
}

std::vector<Device> of_site(const sql::Reader& db, SiteId site) {
    return store::of_site(db, site);
}

std::optional<Device> behind(const sql::Reader& db, std::string_view token) {
    if (token.empty()) return std::nullopt;
    return store::by_token(db, crypto::sha256_hex(token));
}

Result<Known> recognise(sql::Database& database, const Device& device, std::string_view secret,
                        std::string_view key, Instant now, Day today) {
    const bool is_code =
        secret.size() == 4 && secret.find_first_not_of("0123456789") == std::string_view::npos;
    const std::string brake = "kiosk " + std::to_string(device.id.value);
    struct Found {
        int wait = 0;
        std::vector<people::Face> here;
    };
    const auto found = database.read([&](const sql::Reader& db) {
        Found answer;
        if (is_code) answer.wait = sessions::wait_for(db, brake, device_brake, now);
        if (answer.wait > 0) return answer;
        const auto ids = is_code ? people::with_pin(db, secret, key) : people::with_badge(db, secret);
        for (const auto& [id, face] : people::faces(db, ids)) {
            const auto cohort = cohorts::of_person(db, id, today);
            if (cohort && cohort->site == device.site) answer.here.push_back(face);
        }
        return answer;
    });
    if (found.wait > 0) return Refusal{"kiosk.ask_the_team"};
    // Two people with the same code: nobody is taken for somebody else.
    if (found.here.size() == 1)
        return Known{found.here.front().id, found.here.front().given_name,
                     is_code ? attendance::Method::Pin : attendance::Method::Badge};
    if (is_code)
        (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
            sessions::note_failure(db, brake, now);
            return Done{};
        });
    return Refusal{found.here.empty() ? "kiosk.not_known" : "kiosk.ask_the_team"};
}

Times times_of(Instant tablet_at, Instant tablet_now, Instant now) {
    const auto difference = now - tablet_now;
    const bool differs = std::chrono::abs(difference) > tolerated_difference;
    return {.at = std::min(tablet_at + difference, now),
            .tablet_at = differs ? std::optional(tablet_at) : std::nullopt};
}

Result<bool> keep(sql::Database& database, const Device& device, const Tap& tap, Instant now) {
    return database.write({}, [&](const sql::Writer& db) -> Result<bool> {
        if (!store::insert(db, device.id, tap, now)) return false;
        const auto site = sites::find(db, device.site);
        const std::string zone = site ? site->zone : "Europe/Paris";
        const Day day = clock::day_in(zone, tap.at);
        const auto cohort = tap.person ? cohorts::of_person(db, tap.person, day) : std::nullopt;
        if (!cohort || cohort->site != device.site) return true;
        if (days_between(day, clock::day_in(zone, now)) > oldest_days) return true;
        const int minute = clock::minutes_in(zone, tap.at);
        const Half half = half_of(db, cohort->id, tap.person, day, minute, tap.kind);
        const Act act{.by = {.person = tap.person, .role = Role::Participant, .site = device.site},
                      .at = now};
        // Nothing planned: the tap itself stays.
        (void)attendance::mark_at_the_door(db, act,
                                           {.person = tap.person,
                                            .cohort = cohort->id,
                                            .day = day,
                                            .half = half,
                                            .code = attendance::Code::Present,
                                            .method = tap.method,
                                            .tablet_at = tap.tablet_at},
                                           tap.kind == Kind::Leave, minute);
        return true;
    });
}

std::vector<Unknown> unknown_taps(const sql::Reader& db, SiteId site, Instant since) {
    return store::unknown(db, site, since);
}

}  // namespace fabnum::kiosk
