#include "app/upkeep.h"

#include "features/imports/imports.h"
#include "features/messages/messages.h"
#include "features/orders/orders.h"
#include "features/paths/paths.h"
#include "features/privacy/privacy.h"
#include "features/recruitment/recruitment.h"
#include "platform/clock/clock.h"
#include "platform/journal/readings.h"
#include "platform/sessions/sessions.h"

namespace fabnum::app {

namespace {

using namespace std::chrono_literals;
constexpr auto day = 24h;
const Act by_itself{.by = {.person = {}, .role = Role::System, .site = {}}, .at = {}, .once = {}};

}  // namespace

void add_upkeep(jobs::Runner& runner, sql::Database& database, const files::Cabinet& cabinet,
                const clock::Clock& clock, const std::string& public_address) {
    runner.every("upkeep", jobs::Every::day_at(3, 30), [&](const jobs::Job&) {
        const Instant now = clock.now();
        (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
            sessions::sweep(db, now);
            orders::forget_old_drafts(db, now - day * 60);
            jobs::forget_finished(db, now - day * 30);
            // The log of readings is kept twelve months (CNIL deliberation 2021-122: 6 to 12).
            journal::forget_readings(db, now - day * 365);
            Act act = by_itself;
            act.at = now;
            const Day today = clock::day_in("Europe/Paris", now);
            notebook::forget_notes(db, act, today);
            messages::forget(db, now - day * 400);   // a path, and half a year after it
            imports::drop_forgotten(db, now - day);  // names nobody said yes to
            paths::plan_all(db, act, today);
            return Done{};
        });
        privacy::erase_due(database, now, clock::day_in("Europe/Paris", now));
        recruitment::forget(database, now);
        database.read([&](const sql::Reader& db) { cabinet.sweep(db, now); });
    });
    runner.every("recruitment_reminders", jobs::Every::day_at(9, 0),
                 [&](const jobs::Job&) { recruitment::remind(database, public_address, clock.now()); });
    runner.every("message_notices", jobs::Every::so_often(10min), [&](const jobs::Job&) {
        (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
            messages::send_notices(db, clock.now(), public_address);
            return Done{};
        });
    });
}

}  // namespace fabnum::app
