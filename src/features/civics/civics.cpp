#include "features/civics/civics.h"

#include <algorithm>
#include <map>

#include "engine/calendar/holidays.h"
#include "features/attendance/attendance.h"
#include "features/civics/civic_store.h"
#include "features/parameters/parameters.h"
#include "features/volunteering/volunteering.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::civics {

namespace {

bool may_follow(const Actor& actor, SiteId site) {
    return (actor.role == Role::Coordinator || actor.role == Role::Fabmanager) && reaches(actor, site);
}

using Halves = std::map<PersonId, std::vector<std::pair<Day, cohorts::Half>>>;

// Who was there, in which half-days, of those in which a civic session took place.
Halves here_in(const sql::Reader& db, const cohorts::Cohort& cohort,
               const std::vector<CivicSession>& sessions, Day today) {
    Halves here;
    if (sessions.empty() || sessions.front().session.day > today) return here;
    const Day last = std::min(today, sessions.back().session.day);
    for (const auto& mark : attendance::marks_in(db, cohort.id, sessions.front().session.day, last))
        if (mark.done > 0) here[mark.person].emplace_back(mark.day, mark.half);
    return here;
}

bool was_here(const Halves& here, PersonId person, const timetable::Session& session) {
    const auto found = here.find(person);
    return found != here.end() && std::find(found->second.begin(), found->second.end(),
                                            std::pair(session.day, session.half())) != found->second.end();
}

std::vector<CivicSession> civic_sessions(const sql::Reader& db, const cohorts::Cohort& cohort) {
    auto sessions = timetable::of_cohort(db, cohort.id, cohort.starts, cohort.ends);
    std::erase_if(sessions, [](const auto& one) { return one.nature != cohorts::Nature::Civic; });
    const auto known = store::parts_of(db, sessions);
    std::vector<CivicSession> found;
    found.reserve(sessions.size());
    for (auto& one : sessions) {
        const auto part = known.find(one.id);
        found.push_back({std::move(one), part == known.end() ? Part::Theory : part->second});
    }
    return found;
}

void count_sessions(Standing& standing, const std::vector<CivicSession>& sessions, const Halves& here,
                    PersonId person, Day today) {
    for (const CivicSession& one : sessions) {
        const bool to_come = one.session.day >= today && !was_here(here, person, one.session);
        const bool followed = was_here(here, person, one.session);
        if (one.part == Part::Theory) {
            standing.theory += followed ? 1 : 0;
            standing.theory_planned += to_come ? 1 : 0;
            if (to_come && !standing.theory_next) standing.theory_next = one.session.day;
        } else {
            standing.followed = standing.followed || followed;
            if (to_come && !standing.first_aid_planned) standing.first_aid_planned = one.session.day;
        }
    }
}

void count_proofs(Standing& standing, const std::vector<Proof>& proofs, PersonId person) {
    for (const Proof& one : proofs) {
        if (one.person != person) continue;
        if (part_of(one.paper) == Part::Theory)
            standing.theory += one.half_days;
        else
            standing.first_aid = true;
    }
}

// From the engagement of each, in force today; the cohort's own days where there is none.
std::map<PersonId, std::pair<Day, Day>> dates_of(const sql::Reader& db, const cohorts::Cohort& cohort,
                                                 Day today) {
    std::map<PersonId, std::pair<Day, Day>> dates;
    const Actor within{.person = {}, .role = Role::Coordinator, .site = cohort.site};
    for (const auto& row : volunteering::list(db, within, {}, today)) {
        const auto& e = row.engagement;
        if (e.starts > cohort.ends || e.last_day() < cohort.starts) continue;
        dates[e.person] = {e.starts, e.last_day()};
    }
    return dates;
}

std::vector<PersonId> ids_of(const std::vector<cohorts::Member>& members) {
    std::vector<PersonId> ids;
    ids.reserve(members.size());
    for (const auto& one : members) ids.push_back(one.face.id);
    return ids;
}

std::optional<cohorts::Cohort> latest_cohort_of(const sql::Reader& db, PersonId person, SiteId site) {
    const auto all = cohorts::of_site(db, site);  // the latest first
    std::vector<cohorts::CohortId> ids;
    ids.reserve(all.size());
    for (const auto& one : all) ids.push_back(one.id);
    const auto memberships = cohorts::memberships(db, ids);
    for (const auto& cohort : all)
        for (const auto& one : memberships)
            if (one.person == person && one.cohort == cohort.id) return cohort;
    return std::nullopt;
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Proof& proof,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = proof.person.value,
                         .site = proof.site,
                         .before = {},
                         .after = std::move(after)});
}

}  // namespace

Asked asked_on(const sql::Reader& db, Day day) {
    const auto number = [&](std::string_view key, int otherwise) {
        return static_cast<int>(parameters::number_on(db, key, day, otherwise));
    };
    return {.theory_days = number("fcc.theory_days", 2),
            .half_within_months = number("fcc.half_within_months", 3),
            .declare_within_months = number("fcc.declare_within_months", 2)};
}

Board board(const sql::Reader& db, const cohorts::Cohort& cohort, Day today) {
    Board found{.cohort = cohort, .asked = asked_on(db, cohort.starts), .lines = {}, .sessions = {}};
    found.sessions = civic_sessions(db, cohort);
    const auto here = here_in(db, cohort, found.sessions, today);
    const auto members = cohorts::members(db, cohort.id);
    const auto proofs = store::proofs_of(db, ids_of(members));
    const auto dates = dates_of(db, cohort, today);
    found.lines.reserve(members.size());
    for (const auto& member : members) {
        Line line{.face = member.face, .standing = {}, .todo = {}};
        Standing& standing = line.standing;
        const auto known = dates.find(member.face.id);
        standing.starts = known == dates.end() ? member.joined : known->second.first;
        standing.ends = known == dates.end() ? cohort.ends : known->second.second;
        if (member.left) standing.ends = std::min(standing.ends, *member.left);
        count_sessions(standing, found.sessions, here, member.face.id, today);
        count_proofs(standing, proofs, member.face.id);
        line.todo = todo_of(standing, found.asked, today);
        found.lines.push_back(std::move(line));
    }
    return found;
}

std::optional<Sight> sight_of(const sql::Reader& db, const Actor& actor, PersonId person, Day today) {
    if (actor.person != person && !may_follow(actor, actor.site)) return std::nullopt;
    if (!people::visible_to(db, actor, person)) return std::nullopt;
    const auto cohort = latest_cohort_of(db, person, actor.site);
    if (!cohort) return std::nullopt;
    const Board all = board(db, *cohort, today);
    Sight sight{.line = {}, .asked = all.asked, .sessions = {}, .proofs = store::proofs_of(db, {person})};
    for (const Line& one : all.lines)
        if (one.face.id == person) sight.line = one;
    const auto here = here_in(db, *cohort, all.sessions, today);
    sight.sessions.reserve(all.sessions.size());
    for (const CivicSession& one : all.sessions)
        sight.sessions.push_back({one, was_here(here, person, one.session)});
    return sight;
}

std::optional<Proof> proof(const sql::Reader& db, const Actor& actor, CivicProofId id) {
    auto found = store::find(db, id);
    if (!found || (actor.person != found->person && !may_follow(actor, found->site))) return std::nullopt;
    return found;
}

std::vector<CivicDuty> duties(const sql::Reader& db, SiteId site, Day today) {
    std::vector<CivicDuty> all;
    for (const auto& cohort : cohorts::of_site(db, site)) {
        const Asked asked = asked_on(db, cohort.starts);
        if (cohort.starts > today || today > calendar::months_after(cohort.ends, asked.declare_within_months))
            continue;
        for (const Line& line : board(db, cohort, today).lines)
            for (const Todo& todo : line.todo) all.push_back({line.face.id, todo});
    }
    return all;
}

Result<Done> plan_day(sql::Database& database, const Act& act, Part part,
                      const std::vector<timetable::Session>& sessions, std::string_view because) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (sessions.empty() || !may_follow(act.by, sessions.front().site))
            return Refusal{"civics.not_there"};
        const auto planned = timetable::plan_within(db, act, sessions, because);
        if (!planned) return planned.refusal();
        for (const auto id : *planned) store::set_part(db, id, part);
        return Done{};
    });
}

Result<Done> set_part(sql::Database& database, const Act& act, timetable::SessionId id, Part part) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto session = timetable::find(db, id);
        if (!session || !may_follow(act.by, session->site) || session->nature != cohorts::Nature::Civic)
            return Refusal{"civics.not_there"};
        store::set_part(db, id, part);
        journal::record(db, {.act = act,
                             .action = "work_session.sorted",
                             .subject_kind = "work_session",
                             .subject = id.value,
                             .site = session->site,
                             .before = {},
                             .after = json::object({{"part", word_in(parts, part)}})});
        return Done{};
    });
}

Result<Done> keep_proof(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                        const Proof& wanted, const std::optional<files::Cabinet::Checked>& paper, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_follow(act.by, act.by.site) || !people::visible_to(db, act.by, wanted.person))
            return Refusal{"civics.not_there"};
        if (wanted.on > today) return Refusal{"civics.problem.later"};
        Proof one = wanted;
        one.site = act.by.site;
        if (part_of(one.paper) == Part::FirstAid) one.half_days = 0;
        if (paper) one.file = cabinet.keep(db, *paper, act.at);
        store::insert(db, act, one);
        note(db, act, "person.civic_proof_kept", one,
             json::object(
                 {{"paper", word_in(papers, one.paper)}, {"day", one.on}, {"half_days", one.half_days}}));
        return Done{};
    });
}

Result<Done> take_back(sql::Database& database, const Act& act, CivicProofId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::find(db, id);
        if (!one || !may_follow(act.by, one->site)) return Refusal{"civics.not_there"};
        if (store::take_back(db, id, act.at) == 0) return Refusal{"civics.moved_meanwhile"};
        note(db, act, "person.civic_proof_taken_back", *one,
             json::object({{"paper", word_in(papers, one->paper)}, {"day", one->on}}));
        return Done{};
    });
}

}  // namespace fabnum::civics
