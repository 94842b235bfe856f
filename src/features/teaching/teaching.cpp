#include "features/teaching/teaching.h"

#include <algorithm>

#include "features/teaching/teaching_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::teaching {

namespace {

constexpr int most_pairs = 200;

std::vector<PersonId> cohort_mates(const sql::Reader& db, PersonId person, Day today) {
    const auto cohort = cohorts::of_person(db, person, today);
    if (!cohort) return {};
    const auto faces = cohorts::present_members(db, cohort->id, today);
    std::vector<PersonId> ids;
    ids.reserve(faces.size());
    for (const auto& face : faces) ids.push_back(face.id);
    return ids;
}

std::vector<PersonId> mission_mates(const sql::Reader& db, PersonId person) {
    std::vector<PersonId> mates;
    for (const auto& [id, glance] : projects::glances(db, projects::under_way_of(db, person)))
        for (const auto& member : glance.team)
            if (member.face.id != person) mates.push_back(member.face.id);
    return mates;
}

bool is_among(const std::vector<PersonId>& people, PersonId one) {
    return std::find(people.begin(), people.end(), one) != people.end();
}

void note(const sql::Writer& db, const Act& act, std::string_view action, SiteId site, std::int64_t subject) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "peer",
                         .subject = subject,
                         .site = site,
                         .before = {},
                         .after = {}});
}

Result<Done> move(const sql::Writer& db, const Act& act, Pair pair, PairStep step) {
    const auto to = after(pair, step, act.by);
    if (!to) return to.refusal();
    const PairState from = pair.state;
    pair.state = *to;
    if (store::update(db, pair, from) == 0) return Refusal{"teaching.moved_meanwhile"};
    return Done{};
}

Result<Pair> theirs(const sql::Reader& db, const Actor& actor, PairId id) {
    auto pair = visible_to(db, actor, id);
    if (!pair) return Refusal{"teaching.not_there"};
    return *pair;
}

}  // namespace

Table table_of(const sql::Reader& db, PersonId person, Day today) {
    Table found;
    found.pairs = store::pairs_of(db, person);
    const auto cohort = cohorts::of_person(db, person, today);
    const auto mates = cohort_mates(db, person, today);
    if (cohort) found.wishes = store::wishes_on(db, cohort->site);
    std::erase_if(found.wishes, [&](const Wish& one) { return !is_among(mates, one.person); });
    found.proposals = proposals_for(person, found.wishes, found.pairs, mission_mates(db, person));
    std::vector<PersonId> ids = mates;
    for (const Pair& one : found.pairs) ids.push_back(one.other_than(person));
    found.faces = people::faces(db, ids);
    return found;
}

Overview overview(const sql::Reader& db, const Actor& actor, Day today) {
    Overview found;
    if (!is_staff(actor) || !actor.site) return found;
    found.wishes = store::wishes_on(db, actor.site);
    const auto here = people::with_role(db, Role::Participant, actor.site, today);
    std::erase_if(found.wishes, [&](const Wish& one) {
        return std::none_of(here.begin(), here.end(),
                            [&](const auto& face) { return face.id == one.person; });
    });
    found.pairs = store::pairs_on(db, actor.site, most_pairs);
    std::vector<PersonId> ids;
    for (const Wish& one : found.wishes) ids.push_back(one.person);
    for (const Pair& one : found.pairs) {
        ids.push_back(one.shows);
        ids.push_back(one.learns);
    }
    found.faces = people::faces(db, ids);
    return found;
}

std::optional<Pair> visible_to(const sql::Reader& db, const Actor& actor, PairId id) {
    auto pair = store::find(db, id);
    if (!pair) return std::nullopt;
    const bool team =
        (actor.role == Role::Coordinator || actor.role == Role::Fabmanager) && reaches(actor, pair->site);
    if (!team && !pair->is_theirs(actor.person)) return std::nullopt;
    return pair;
}

std::vector<Trace> traces_of(const sql::Reader& db, PersonId person) {
    auto pairs = store::pairs_of(db, person);
    std::erase_if(pairs, [](const Pair& one) { return one.state != PairState::Done; });
    std::vector<PersonId> ids;
    ids.reserve(pairs.size());
    for (const Pair& one : pairs) ids.push_back(one.other_than(person));
    const auto faces = people::faces(db, ids);
    std::vector<Trace> traces;
    traces.reserve(pairs.size());
    for (Pair& one : pairs)
        if (const auto face = faces.find(one.other_than(person)); face != faces.end())
            traces.push_back({one, face->second, one.shows == person});
    return traces;
}

Result<Done> wish(sql::Database& database, const Act& act, Side side, const Subject& subject) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (act.by.role != Role::Participant || !act.by.site) return Refusal{"teaching.not_there"};
        for (const Wish& one : store::wishes_on(db, act.by.site))
            if (one.person == act.by.person && one.side == side && is_same(one.subject, subject))
                return Refusal{"teaching.problem.said_already"};
        const auto id = store::insert(db, {.id = {},
                                           .person = act.by.person,
                                           .site = act.by.site,
                                           .side = side,
                                           .subject = subject,
                                           .said = act.at});
        note(db, act, "peer.wished", act.by.site, id.value);
        return Done{};
    });
}

Result<Done> end_wish(sql::Database& database, const Act& act, WishId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::find_wish(db, id);
        if (!one || one->person != act.by.person) return Refusal{"teaching.not_there"};
        store::end_wish(db, id, act.at);
        note(db, act, "peer.wish_ended", one->site, id.value);
        return Done{};
    });
}

Result<PairId> ask(sql::Database& database, const Act& act, WishId show, WishId learn, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<PairId> {
        const auto table = table_of(db, act.by.person, today);
        const auto chosen =
            std::find_if(table.proposals.begin(), table.proposals.end(),
                         [&](const Proposal& one) { return one.show.id == show && one.learn.id == learn; });
        if (chosen == table.proposals.end()) return Refusal{"teaching.moved_meanwhile"};
        Pair pair;
        pair.site = chosen->learn.site;
        pair.shows = chosen->show.person;
        pair.learns = chosen->learn.person;
        // In the words of who learns: they know what they miss.
        pair.subject = chosen->learn.subject;
        pair.asked_by = act.by.person;
        pair.asked_at = act.at;
        const auto id = store::insert(db, pair);
        note(db, act, "peer.asked", pair.site, id.value);
        return id;
    });
}

Result<Done> agree(sql::Database& database, const Act& act, PairId id, Day on, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        auto pair = theirs(db, act.by, id);
        if (!pair) return pair.refusal();
        if (on < today) return Refusal{"teaching.problem.past"};
        Pair agreed = *pair;
        agreed.on = on;
        const auto done = move(db, act, agreed, PairStep::Agree);
        if (done) note(db, act, "peer.agreed", agreed.site, id.value);
        return done;
    });
}

Result<Done> confirm(sql::Database& database, const files::Cabinet& cabinet, const Act& act, PairId id,
                     const Told& told, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        auto pair = theirs(db, act.by, id);
        if (!pair) return pair.refusal();
        Pair told_of = *pair;
        if (told_of.on && *told_of.on > today) return Refusal{"teaching.problem.not_yet"};
        if (told_of.has_confirmed(act.by.person)) return Refusal{"teaching.moved_meanwhile"};
        (act.by.person == told_of.shows ? told_of.shown_at : told_of.learned_at) = act.at;
        if (!told.words.empty()) told_of.told = told.words;
        if (told.photo) told_of.photo = cabinet.keep(db, *told.photo, act.at);
        const auto done = move(db, act, told_of, PairStep::Confirm);
        if (done) note(db, act, "peer.confirmed", told_of.site, id.value);
        return done;
    });
}

Result<Done> drop(sql::Database& database, const Act& act, PairId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        auto pair = theirs(db, act.by, id);
        if (!pair) return pair.refusal();
        const auto done = move(db, act, *pair, PairStep::Drop);
        if (done) note(db, act, "peer.dropped", pair->site, id.value);
        return done;
    });
}

}  // namespace fabnum::teaching
