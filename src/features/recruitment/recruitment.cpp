#include "features/recruitment/recruitment.h"

#include <chrono>

#include "features/recruitment/candidate_store.h"
#include "features/recruitment/interest_store.h"
#include "features/recruitment/letters.h"
#include "features/recruitment/meeting_store.h"
#include "features/recruitment/reminder_store.h"
#include "features/sites/sites.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "platform/mail/mail.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

namespace {

using namespace std::chrono_literals;
constexpr auto day = 24h;
constexpr Actor itself{.person = {}, .role = Role::System, .site = {}};

Day today_in(const sql::Reader& db, Instant now) {
    const auto all = sites::all(db);
    return clock::day_in(all.empty() ? "Europe/Paris" : all.front().zone, now);
}

int remind_of_meetings(const sql::Writer& db, const Act& act, Day today, bool week,
                       const std::string& public_address) {
    const auto due = week ? store::unreminded(db, today + 2, today + 7, true)
                          : store::unreminded(db, today, today + 1, false);
    for (const auto& one : due) {
        store::set_reminded(db, one.meeting.id, one.candidate, week, act.at);
        const auto candidate = store::find(db, one.candidate);
        if (!candidate) continue;
        const i18n::Words t(voice_of(*candidate));
        tell(db, act, *candidate, one.status == Attendance::Booked ? "reminder" : "reminder_asked",
             {{"day", t.day(one.meeting.on)},
              {"time", t.time(one.meeting.starts)},
              {"place", one.meeting.place},
              {"phone", one.meeting.phone}},
             public_address);
    }
    return static_cast<int>(due.size());
}

int remind_of_interviews(const sql::Writer& db, const Act& act, Day today,
                         const std::string& public_address) {
    const auto due = store::interviews_to_remind(db, today, today + 1);
    for (const auto& one : due) {
        store::set_interview_reminded(db, one.interview.id, act.at);
        const auto candidate = store::find(db, one.candidate);
        if (!candidate) continue;
        const i18n::Words t(voice_of(*candidate));
        tell(db, act, *candidate, "interview_reminder",
             {{"day", t.day(one.interview.on)},
              {"time", t.time(one.interview.starts)},
              {"place", one.interview.place}},
             public_address);
    }
    return static_cast<int>(due.size());
}

void forget_one(const sql::Writer& db, const Act& act, const Candidate& candidate) {
    Act theirs = act;
    theirs.by.site = candidate.site;
    note(db, theirs, "candidate.forgotten", candidate.id, candidate.site);
    store::purge(db, candidate.id, act.at);
    journal::blank_details(db, "candidate", candidate.id.value);
    mail::forget(db, "candidate", candidate.id.value);
    sessions::revoke_links(db, candidate_link, candidate.id.value);
}

}  // namespace

int remind(sql::Database& database, const std::string& public_address, Instant now) {
    const Act act{.by = itself, .at = now};
    return *database.write(act, [&](const sql::Writer& db) -> Result<int> {
        const Day today = today_in(db, now);
        return remind_of_meetings(db, act, today, false, public_address) +
               remind_of_meetings(db, act, today, true, public_address) +
               remind_of_interviews(db, act, today, public_address);
    });
}

int forget(sql::Database& database, Instant now) {
    const Act act{.by = itself, .at = now};
    const Candidates candidates(database, "");
    return *database.write(act, [&](const sql::Writer& db) -> Result<int> {
        int forgotten = 0;
        for (const auto& site : sites::all(db)) {
            const Day today = clock::day_in(site.zone, now);
            const Keeping keeping = settings_of(db, site.id).keeping;
            for (const Row& row : candidates.list(db, itself, {.site = site.id}, today)) {
                const auto until = purge_day(row.stage, clock::day_in(site.zone, row.story.ended),
                                             clock::day_in(site.zone, row.candidate.changed), keeping);
                if (!until || today < *until) continue;
                forget_one(db, act, row.candidate);
                ++forgotten;
            }
        }
        store::remove_interests(db, now - day * 7);
        // As the log of readings of people: twelve months (CNIL deliberation 2021-122: 6 to 12).
        store::remove_readings(db, now - day * 365);
        return forgotten;
    });
}

}  // namespace fabnum::recruitment
