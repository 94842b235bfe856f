#include "features/recruitment/candidates.h"

#include <algorithm>
#include <set>

#include "features/recruitment/candidate_store.h"
#include "features/recruitment/letters.h"
#include "features/recruitment/meetings.h"
#include "features/recruitment/referral_store.h"
#include "features/sites/sites.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

namespace {

std::string zone_of(const sql::Reader& db, SiteId site) {
    const auto found = sites::find(db, site);
    return found ? found->zone : "Europe/Paris";
}

// Who of these entered their cohort: it began, and they are in it.
std::set<PersonId> entered(const sql::Reader& db, const std::vector<Candidate>& candidates, Day today) {
    std::set<cohorts::CohortId> ids;
    for (const Candidate& one : candidates)
        if (one.person && one.cohort) ids.insert(one.cohort);
    std::set<PersonId> people;
    for (const auto id : ids)
        for (const auto& member : cohorts::members(db, id))
            if (member.joined <= today) people.insert(member.face.id);
    return people;
}

Story completed(Story story, const Candidate& candidate, const std::set<PersonId>& inside) {
    story.purged = candidate.purged.has_value();
    story.withdrawn = candidate.withdrawn.has_value();
    if (candidate.withdrawn) story.ended = *candidate.withdrawn;
    story.entered = candidate.person && inside.count(candidate.person) > 0;
    return story;
}

std::vector<Row> rows_of(const sql::Reader& db, const store::Which& which, Day today) {
    const auto candidates = store::list(db, which);
    auto stories = store::stories(db, which);
    const auto inside = entered(db, candidates, today);
    std::vector<Row> rows;
    for (const Candidate& one : candidates) {
        Row row{.candidate = one, .story = completed(stories[one.id], one, inside)};
        row.stage = stage_of(row.story, today);
        rows.push_back(std::move(row));
    }
    return rows;
}

bool comes_before(const Row& a, const Row& b, std::string_view sort) {
    const auto name = [](const Row& row) {
        return i18n::search_key(row.candidate.family_name + " " + row.candidate.given_name);
    };
    if (sort == "name") return name(a) < name(b);
    if (sort == "came") return a.candidate.came < b.candidate.came;
    return std::pair(static_cast<int>(a.stage) * -1, a.candidate.came) <
           std::pair(static_cast<int>(b.stage) * -1, b.candidate.came);
}

std::string key_of(const Candidate& candidate) {
    return i18n::search_key(full_name(candidate));
}

File file_of(const sql::Reader& db, const Candidate& candidate, Day today) {
    File file;
    file.candidate = candidate;
    const auto rows = rows_of(db, {.one = candidate.id}, today);
    if (!rows.empty()) {
        file.story = rows.front().story;
        file.stage = rows.front().stage;
    }
    for (const Candidate& one : store::list(db, {.site = candidate.site, .key = key_of(candidate)}))
        if (one.id != candidate.id && one.birth_day == candidate.birth_day) file.twin = one.id;
    file.seats = store::seats(db, candidate.id);
    file.interviews = store::interviews(db, candidate.id);
    file.decisions = store::decisions(db, candidate.id);
    file.answers = store::answers(db, candidate.id);
    if (candidate.referrer) file.referrer = store::find_referrer(db, candidate.referrer);
    if (candidate.cohort) file.cohort = cohorts::find(db, candidate.cohort);
    const Settings settings = settings_of(db, candidate.site);
    file.findings = findings_of(candidate, {.starts = file.cohort ? file.cohort->starts : today,
                                            .town_keys = town_keys(settings),
                                            .seats_left = file.cohort && !is_over(file.stage)
                                                              ? std::optional(seats_left(db, *file.cohort))
                                                              : std::nullopt});
    const std::string zone = zone_of(db, candidate.site);
    file.purge = purge_day(file.stage, clock::day_in(zone, file.story.ended),
                           clock::day_in(zone, candidate.changed), settings.keeping);
    return file;
}

std::string state_words(Stage stage) {
    return json::object({{"stage", word_of(stage)}});
}

}  // namespace

void note(const sql::Writer& db, const Act& act, std::string_view action, CandidateId id, SiteId site,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "candidate",
                         .subject = id.value,
                         .site = site,
                         .before = {},
                         .after = std::move(after)});
}

bool may_change(const Actor& actor, const Candidate& candidate) {
    if (candidate.purged) return false;
    return recruits_on(actor, candidate.site) ||
           (actor.role == Role::Anyone && actor.site && actor.site == candidate.site);
}

int seats_left(const sql::Reader& db, const cohorts::Cohort& cohort) {
    int taken = 0;
    for (const auto& member : cohorts::members(db, cohort.id))
        if (!member.left) ++taken;
    return std::max(0, cohort.seats - taken);
}

std::optional<cohorts::Cohort> next_cohort(const sql::Reader& db, SiteId site, Day today) {
    std::optional<cohorts::Cohort> next;
    for (const auto& cohort : cohorts::of_site(db, site))  // the latest first
        if (cohort.starts > today) next = cohort;
    return next;
}

std::optional<File> Candidates::visible_to(const sql::Reader& db, const Actor& actor, CandidateId id,
                                           Day today) const {
    const auto candidate = store::find(db, id);
    if (!candidate || candidate->purged || !recruits_on(actor, candidate->site)) return std::nullopt;
    return file_of(db, *candidate, today);
}

std::optional<File> Candidates::behind(const sql::Reader& db, std::string_view token, Instant now,
                                       Day today) const {
    const auto link = sessions::find_link(db, candidate_link, token, now);
    if (!link) return std::nullopt;
    const auto candidate = store::find(db, CandidateId{link->subject});
    if (!candidate || candidate->purged) return std::nullopt;
    return file_of(db, *candidate, today);
}

std::vector<Row> Candidates::list(const sql::Reader& db, const Actor& actor, const Filter& filter,
                                  Day today) const {
    if (!recruits_on(actor, filter.site)) return {};
    auto rows = rows_of(
        db, {.site = filter.site, .cohort = filter.cohort, .key = i18n::search_key(filter.words)}, today);
    std::erase_if(rows, [&](const Row& row) {
        if (filter.to_do && !needs_action(row.stage)) return true;
        if (!filter.with_over && is_over(row.stage)) return true;
        return !filter.stages.empty() &&
               std::find(filter.stages.begin(), filter.stages.end(), row.stage) == filter.stages.end();
    });
    const bool down = filter.sort.starts_with('-');
    const std::string_view sort = std::string_view(filter.sort).substr(down ? 1 : 0);
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return down ? comes_before(b, a, sort) : comes_before(a, b, sort);
    });
    return rows;
}

std::vector<Row> Candidates::referred_by(const sql::Reader& db, ReferrerId referrer, Day today) const {
    return rows_of(db, {.referrer = referrer}, today);
}

std::vector<Passage> Candidates::passages(const sql::Reader& db, const Actor& actor, SiteId site,
                                          cohorts::CohortId cohort, Day today) const {
    if (!site || !recruits_on(actor, site)) return {};
    std::vector<Passage> all;
    for (Row& row : rows_of(db, {.site = site, .cohort = cohort, .named = false}, today))
        all.push_back({row.candidate.gender, std::move(row.story)});
    return all;
}

Result<CandidateId> receive(const sql::Writer& db, const Act& act, const NewCandidate& wish, Day today,
                            const std::string& public_address) {
    Candidate candidate = wish.facts;
    if (!sites::find(db, candidate.site)) return Refusal{"recruitment.no_such_site"};
    if (!may_change(act.by, candidate)) return Refusal{"recruitment.not_yours"};
    if (!candidate.cohort)
        if (const auto next = next_cohort(db, candidate.site, today)) candidate.cohort = next->id;
    candidate.came = act.at;
    const std::string key = key_of(candidate);
    // Whoever writes by themselves learns nothing of a file of that name: the team sees that there are two.
    const auto known = candidate.source == Source::Alone
                           ? std::nullopt
                           : store::same(db, candidate.site, key, candidate.birth_day);
    if (known) {
        // They wrote by themselves before, or come back with the same counsellor: one file, not two.
        const bool free = !known->referrer || known->referrer == candidate.referrer;
        if (!free || known->person)
            return Refusal{"recruitment.known_already", {{"name", candidate.given_name}}};
        candidate.id = known->id;
        if (candidate.referrer) store::set_referrer(db, known->id, candidate.referrer);
        store::set_changed(db, known->id, act.at);
        note(db, act, "candidate.came_again", known->id, candidate.site);
    } else {
        candidate.id = store::insert(db, candidate, key);
        note(db, act, "candidate.received", candidate.id, candidate.site,
             json::object({{"source", word_in(sources, candidate.source)}}));
    }
    if (!wish.helps.empty()) store::set_answers(db, candidate.id, "help", wish.helps);
    if (wish.meeting) {
        const auto booked = book_seat(db, act, wish.meeting, candidate, today, public_address);
        if (!booked) return booked.refusal();
    } else {
        const auto site = sites::find(db, candidate.site);
        tell(db, act, candidate, "received", {{"site", site->name}, {"phone", site->phone}}, public_address);
    }
    return candidate.id;
}

Result<CandidateId> Candidates::receive(const Act& act, const NewCandidate& candidate, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) {
        return recruitment::receive(db, act, candidate, today, public_address_);
    });
}

Result<Done> Candidates::correct(const Act& act, CandidateId id, const Candidate& facts) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !may_change(act.by, *known)) return Refusal{"recruitment.not_there"};
        Candidate changed = facts;
        changed.id = id;
        store::set_facts(db, changed, key_of(changed), act.at);
        note(db, act, "candidate.corrected", id, known->site);
        return Done{};
    });
}

Result<Done> Candidates::answer(const Act& act, CandidateId id, const Answers& answers) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !may_change(act.by, *known)) return Refusal{"recruitment.not_there"};
        for (const auto& [question, words] : answers) store::set_answers(db, id, question, words);
        store::set_changed(db, id, act.at);
        note(db, act, "candidate.positioned", id, known->site);
        return Done{};
    });
}

Result<Done> Candidates::withdraw(const Act& act, CandidateId id, By by) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !may_change(act.by, *known)) return Refusal{"recruitment.not_there"};
        if (!store::set_withdrawn(db, id, by, act.at)) return Refusal{"recruitment.moved_meanwhile"};
        note(db, act, "candidate.withdrawn", id, known->site,
             json::object({{"by", word_in(withdrawers, by)}}));
        return Done{};
    });
}

Result<InterviewId> Candidates::offer_interview(const Act& act, CandidateId id, const NewInterview& wish,
                                                Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<InterviewId> {
        const auto known = store::find(db, id);
        if (!known || !recruits_on(act.by, known->site)) return Refusal{"recruitment.not_there"};
        if (is_over(file_of(db, *known, today).stage)) return Refusal{"recruitment.moved_meanwhile"};
        for (const Interview& one : store::interviews(db, id))
            if (one.state == Talk::Offered || one.state == Talk::Agreed)
                store::set_talk(db, one.id, one.state, Talk::Moved, act.at);
        const auto made = store::insert_interview(db, id,
                                                  {.id = {},
                                                   .on = wish.on,
                                                   .starts = wish.starts,
                                                   .place = wish.place,
                                                   .with = wish.with,
                                                   .state = wish.agreed ? Talk::Agreed : Talk::Offered},
                                                  act.at);
        store::set_changed(db, id, act.at);
        note(db, act, "candidate.interview_offered", id, known->site, json::object({{"day", wish.on}}));
        const i18n::Words t(voice_of(*known));
        tell(db, act, *known, wish.agreed ? "interview_agreed" : "interview",
             {{"day", t.day(wish.on)}, {"time", t.time(wish.starts)}, {"place", wish.place}},
             public_address_);
        const i18n::Words v({.language = i18n::Language::French});
        tell_referrer(db, act, *known, "referrer_interview",
                      {{"name", full_name(*known)}, {"day", v.day(wish.on)}, {"time", v.time(wish.starts)}},
                      public_address_);
        return made;
    });
}

Result<Done> Candidates::settle_interview(const Act& act, CandidateId id, Talk state, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !may_change(act.by, *known)) return Refusal{"recruitment.not_there"};
        const bool happened = state == Talk::Held || state == Talk::Missed;
        if (happened && !recruits_on(act.by, known->site)) return Refusal{"recruitment.not_yours"};
        const auto all = store::interviews(db, id);
        if (all.empty()) return Refusal{"recruitment.moved_meanwhile"};
        const Interview& last = all.back();
        if (happened && today < last.on) return Refusal{"recruitment.interview_to_come"};
        if (last.state != Talk::Offered && last.state != Talk::Agreed)
            return Refusal{"recruitment.moved_meanwhile"};
        if (!store::set_talk(db, last.id, last.state, state, act.at))
            return Refusal{"recruitment.moved_meanwhile"};
        store::set_changed(db, id, act.at);
        note(db, act, "candidate.interview_settled", id, known->site,
             json::object({{"state", word_in(talks, state)}}));
        return Done{};
    });
}

Result<Done> Candidates::decide(const Act& act, CandidateId id, const Decision& wish, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !recruits_on(act.by, known->site) || known->purged)
            return Refusal{"recruitment.not_there"};
        const Stage stage = file_of(db, *known, today).stage;
        if (is_over(stage)) return Refusal{"recruitment.moved_meanwhile"};
        if (!is_reason_for(wish.verdict, wish.reason)) return Refusal{"recruitment.problem.reason"};
        if (wish.verdict == Verdict::OtherWay && wish.instead.empty())
            return Refusal{"recruitment.problem.instead"};
        Decision decision = wish;
        decision.by = act.by.person;
        decision.at = act.at;
        const auto cohort = wish.cohort ? cohorts::find(db, wish.cohort) : std::nullopt;
        const auto site = sites::find(db, known->site);
        const i18n::Words t(voice_of(*known));
        if (wish.verdict == Verdict::Admitted) {
            if (!cohort || cohort->site != known->site || cohort->ends < today)
                return Refusal{"recruitment.no_cohort"};
            if (!wish.person && seats_left(db, *cohort) == 0)
                return Refusal{"recruitment.full", {{"cohort", cohort->name}}};
            const auto person = wish.person ? Result<PersonId>(wish.person)
                                            : people::add(db, act,
                                                          {.given_name = known->given_name,
                                                           .family_name = known->family_name,
                                                           .mail = known->mail,
                                                           .phone = known->phone,
                                                           .birth_day = known->birth_day,
                                                           .voice = voice_of(*known),
                                                           .role = Role::Participant,
                                                           .site = known->site},
                                                          today);
            if (!person) return person.refusal();
            const Day joins = std::max(cohort->starts, today);
            if (!cohorts::is_member(db, cohort->id, *person, joins))
                cohorts::enrol(db, cohort->id, *person, joins);
            store::set_person(db, id, *person);
        }
        if (cohort) store::set_cohort(db, id, cohort->id);
        store::insert_decision(db, id, decision);
        store::set_changed(db, id, act.at);
        note(db, act, "candidate.decided", id, known->site,
             json::object({{"verdict", word_in(verdicts, wish.verdict)}, {"reason", wish.reason}}));
        const std::string letter(word_in(verdicts, wish.verdict));
        tell(db, act, *known, letter,
             {{"day", cohort ? t.day(cohort->starts) : ""},
              {"cohort", cohort ? cohort->name : ""},
              {"site", site->name},
              {"address", site->address},
              {"phone", site->phone},
              {"reason", t("recruitment.reason." + wish.reason)}},
             public_address_, wish.instead);
        tell_referrer(db, act, *known, "referrer_" + letter,
                      {{"name", full_name(*known)}, {"cohort", cohort ? cohort->name : ""}}, public_address_);
        return Done{};
    });
}

Result<Done> Candidates::reopen(const Act& act, CandidateId id, Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::find(db, id);
        if (!known || !recruits_on(act.by, known->site) || known->purged)
            return Refusal{"recruitment.not_there"};
        const Stage stage = file_of(db, *known, today).stage;
        if (stage != Stage::OtherWay && stage != Stage::Withdrawn && stage != Stage::Waiting)
            return Refusal{"recruitment.moved_meanwhile"};
        store::undo_decisions(db, id, act.at);
        store::undo_withdrawn(db, id);
        store::set_changed(db, id, act.at);
        note(db, act, "candidate.reopened", id, known->site, state_words(stage));
        return Done{};
    });
}

Result<std::string> Candidates::make_link(const Act& act, CandidateId id) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const auto known = store::find(db, id);
        if (!known || !recruits_on(act.by, known->site) || known->purged)
            return Refusal{"recruitment.not_there"};
        note(db, act, "candidate.link_made", id, known->site);
        return link_of(db, *known, act.at, public_address_);
    });
}

void note_reading(sql::Database& database, const Act& act, CandidateId id) {
    (void)database.write({.by = act.by, .at = act.at}, [&](const sql::Writer& db) -> Result<Done> {
        store::insert_reading(db, id, act);
        return Done{};
    });
}

std::vector<Reading> readings_of(const sql::Reader& db, CandidateId id, int most) {
    return store::readings(db, id, most);
}

}  // namespace fabnum::recruitment
