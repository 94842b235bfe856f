#include "features/timetable/timetable.h"

#include <algorithm>

#include "base/words.h"
#include "features/timetable/session_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::timetable {

namespace {

constexpr int most_repeats = 30;

std::string details_of(const Session& one) {
    return json::object({{"title", one.title},
                         {"kind", word_in(kinds, one.kind)},
                         {"day", one.day},
                         {"starts", one.starts},
                         {"ends", one.ends},
                         {"room", one.room},
                         {"because", one.kept_because}});
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Session& one,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "work_session",
                         .subject = one.id.value,
                         .site = one.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

bool may_plan(const Actor& actor, SiteId site) {
    return is_staff(actor) && reaches(actor, site);
}

Expected expected_in(const sql::Reader& db, const Session& session) {
    if (!session.cohort) return {};
    return {.people = static_cast<int>(cohorts::present_members(db, session.cohort, session.day).size()),
            .closed = cohorts::is_closed(db, session.cohort, session.day)};
}

}  // namespace

std::optional<Session> find(const sql::Reader& db, SessionId id) {
    return store::find(db, id);
}

std::vector<Session> of_site(const sql::Reader& db, SiteId site, Day from, Day to) {
    return store::of_site(db, site, from, to);
}

std::vector<Session> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    auto sessions = store::of_cohort(db, cohort, from, to);
    std::erase_if(sessions, [](const Session& one) { return one.cancelled.has_value(); });
    return sessions;
}

std::vector<Refusal> doubts_about(const sql::Reader& db, const std::vector<Session>& planned) {
    std::vector<Refusal> all;
    for (const Session& one : planned)
        for (Refusal& doubt : doubts_about(one, store::of_day(db, one.day), expected_in(db, one)))
            if (std::find(all.begin(), all.end(), doubt) == all.end()) all.push_back(std::move(doubt));
    return all;
}

std::vector<Session> repeated(const Session& first, int weeks) {
    std::vector<Session> all;
    for (int week = 0; week < std::clamp(weeks, 1, most_repeats); ++week) {
        all.push_back(first);
        all.back().day = first.day + week * 7;
    }
    return all;
}

Result<std::vector<SessionId>> plan_within(const sql::Writer& db, const Act& act,
                                           const std::vector<Session>& sessions, std::string_view because) {
    if (sessions.empty() || !may_plan(act.by, sessions.front().site)) return Refusal{"timetable.not_yours"};
    const bool doubtful = !doubts_about(db, sessions).empty();
    if (doubtful && because.empty()) return Refusal{"timetable.doubtful"};
    std::vector<SessionId> planned;
    planned.reserve(sessions.size());
    for (Session one : sessions) {
        if (doubtful) one.kept_because = because;
        one.id = store::insert(db, one);
        note(db, act, "work_session.planned", one, {}, details_of(one));
        planned.push_back(one.id);
    }
    return planned;
}

Result<SessionId> plan(sql::Database& database, const Act& act, std::vector<Session> sessions,
                       std::string_view because) {
    return database.write(act, [&](const sql::Writer& db) -> Result<SessionId> {
        const auto planned = plan_within(db, act, sessions, because);
        if (!planned) return planned.refusal();
        return planned->front();
    });
}

Result<Done> change(sql::Database& database, const Act& act, Session session, std::string_view because) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto before = store::find(db, session.id);
        if (!before || !may_plan(act.by, before->site)) return Refusal{"timetable.not_there"};
        if (before->cancelled) return Refusal{"timetable.moved_meanwhile"};
        const bool doubtful = !doubts_about(db, {session}).empty();
        if (doubtful && because.empty()) return Refusal{"timetable.doubtful"};
        Session after = session;
        after.site = before->site;
        if (doubtful) after.kept_because = because;
        store::update(db, after);
        note(db, act, "work_session.changed", after, details_of(*before), details_of(after));
        return Done{};
    });
}

Result<Done> cancel(sql::Database& database, const Act& act, SessionId id, std::string_view reason) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::find(db, id);
        if (!one || !may_plan(act.by, one->site)) return Refusal{"timetable.not_there"};
        if (one->cancelled) return Refusal{"timetable.moved_meanwhile"};
        store::cancel(db, id, reason);
        note(db, act, "work_session.cancelled", *one, details_of(*one), json::object({{"reason", reason}}));
        return Done{};
    });
}

}  // namespace fabnum::timetable
