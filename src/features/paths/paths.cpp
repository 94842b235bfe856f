#include "features/paths/paths.h"

#include "features/paths/interview_store.h"
#include "features/sites/sites.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::paths {

namespace {

constexpr int followed_days_after = 380;  // a year after, and a little

void line(const sql::Writer& db, const Act& act, std::string_view action, const Interview& one, State from,
          State to) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "interview",
                         .subject = one.id.value,
                         .site = one.site,
                         .before = json::object({{"state", word_of(from)}}),
                         .after = json::object({{"state", word_of(to)}})});
}

unsigned doer_of(const Actor& actor, const Interview& one) {
    if (actor.role == Role::Participant) return actor.person == one.person ? YoungPerson : 0u;
    return Staff;
}

std::string_view action_of(Step step) {
    switch (step) {
        case Step::Offer: return "interview.offered";
        case Step::Agree: return "interview.agreed";
        case Step::OtherTime: return "interview.other_time";
        case Step::Hold: return "interview.held";
        case Step::Miss: return "interview.missed";
        case Step::Drop: return "interview.dropped";
        case Step::Reopen: return "interview.reopened";
    }
    return {};
}

// Every move of an interview's life goes this way.
Result<Interview> advance(const sql::Writer& db, const Act& act, InterviewId id, Step step,
                          std::optional<Day> held) {
    const auto one = visible_to(db, act.by, id);
    if (!one) return Refusal{"paths.not_there"};
    const auto to = after(one->state, step, doer_of(act.by, *one));
    if (!to) return to.refusal();
    if (!store::advance(db, id, one->state, *to, held)) return Refusal{"paths.moved_meanwhile"};
    line(db, act, action_of(step), *one, one->state, *to);
    return *one;
}

}  // namespace

std::optional<Interview> visible_to(const sql::Reader& db, const Actor& actor, InterviewId id) {
    const auto one = store::find(db, id);
    if (!one || !notebook::may_open(db, actor, one->person)) return std::nullopt;
    return one;
}

std::vector<Interview> interviews_of(const sql::Reader& db, const Actor& actor, PersonId person) {
    if (!notebook::may_open(db, actor, person)) return {};
    return store::of_person(db, person);
}

const Interview* next_of(const std::vector<Interview>& interviews, Day today) {
    constexpr int grace = 7;  // days: what was due last week is still the next
    const Interview* due = nullptr;
    const Interview* left_open = nullptr;
    for (const Interview& one : interviews) {
        if (one.state == State::Offered || one.state == State::Agreed) return &one;
        if (!is_open(one.state)) continue;
        if (!due && one.due >= today - grace) due = &one;
        left_open = &one;
    }
    return due ? due : left_open;
}

Day since_last(const std::vector<Interview>& interviews, const Interview& here, Day beginning) {
    Day since = beginning;
    for (const Interview& one : interviews)
        if (one.id != here.id && one.held && *one.held > since && (!here.held || *one.held < *here.held))
            since = *one.held;
    return since;
}

std::vector<Row> list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today) {
    if (actor.role != Role::Coordinator && actor.role != Role::Fabmanager) return {};
    const auto interviews = store::of_site(db, actor.site, filter, today);
    std::vector<PersonId> ids;
    for (const Interview& one : interviews) ids.push_back(one.person);
    const auto faces = people::faces(db, ids);
    std::vector<Row> rows;
    for (const Interview& one : interviews)
        if (const auto face = faces.find(one.person); face != faces.end())
            rows.push_back({one, face->second});
    return rows;
}

int plan_all(const sql::Writer& db, const Act& act, Day today) {
    int made = 0;
    for (const sites::Site& site : sites::all(db))
        for (const auto& cohort : cohorts::of_site(db, site.id)) {
            if (cohort.starts > today || cohort.ends + followed_days_after < today) continue;
            for (const auto& member : cohorts::members(db, cohort.id))
                for (const Due& due : timeline(member.joined, member.left.value_or(cohort.ends)))
                    made += store::insert(db, {.id = {},
                                               .person = member.face.id,
                                               .cohort = cohort.id,
                                               .site = cohort.site,
                                               .kind = due.kind,
                                               .due = due.on,
                                               .state = State::Planned,
                                               .meets = {},
                                               .place = {},
                                               .with = {},
                                               .held = {}});
        }
    if (made > 0)
        journal::record(db, {.act = act,
                             .action = "interview.planned",
                             .subject_kind = "interview",
                             .after = json::object({{"count", made}})});
    return made;
}

Result<InterviewId> add(sql::Database& database, const Act& act, PersonId person, Day due, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<InterviewId> {
        if (!notebook::may_open(db, act.by, person)) return Refusal{"paths.not_there"};
        const auto known = store::of_person(db, person);
        const auto cohort = cohorts::of_person(db, person, today);
        if (!cohort && known.empty()) return Refusal{"paths.no_cohort"};
        Interview one;
        one.person = person;
        one.cohort = cohort ? cohort->id : known.back().cohort;
        one.site = act.by.site;
        one.due = due;
        one.id = store::insert_extra(db, one);
        line(db, act, "interview.added", one, State::Planned, State::Planned);
        return one.id;
    });
}

Result<Done> offer(sql::Database& database, const Act& act, InterviewId id, const Meeting& meeting) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = advance(db, act, id, Step::Offer, std::nullopt);
        if (!moved) return moved.refusal();
        store::set_meeting(db, id, meeting);
        return Done{};
    });
}

Result<Done> answer(sql::Database& database, const Act& act, InterviewId id, bool agrees) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = advance(db, act, id, agrees ? Step::Agree : Step::OtherTime, std::nullopt);
        return moved ? Result<Done>(Done{}) : Result<Done>(moved.refusal());
    });
}

Result<Done> move(sql::Database& database, const Act& act, InterviewId id, Step step, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved =
            advance(db, act, id, step, step == Step::Hold ? std::optional(today) : std::nullopt);
        return moved ? Result<Done>(Done{}) : Result<Done>(moved.refusal());
    });
}

}  // namespace fabnum::paths
