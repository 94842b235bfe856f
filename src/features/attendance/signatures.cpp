// The sheet of a half-day and the signatures under it.

#include <algorithm>

#include "base/words.h"
#include "features/attendance/attendance.h"
#include "features/attendance/catch_up_store.h"
#include "features/attendance/mark_store.h"
#include "platform/crypto/crypto.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::attendance {

namespace {

constexpr std::size_t salt_size = 16;
constexpr int days_to_sign = 7;

std::string covers_of(const Mark& mark) {
    return std::string(word_of(mark.code)) + " " + std::to_string(mark.done);
}

const Signature* latest_of(const std::vector<Signature>& signatures, PersonId person, Half half) {
    const Signature* latest = nullptr;
    for (const Signature& one : signatures)
        if (one.person == person && one.half == half && one.role == Signer::Participant) latest = &one;
    return latest;
}

void append(const sql::Writer& db, const Act& act, const cohorts::Cohort& cohort, Content content,
            files::FileId drawing) {
    content.cohort = cohort.id.value;
    content.at = act.at.micros;
    content.salt = crypto::random_bytes(salt_size);
    const auto end = store::end_of(db);
    store::append(db, linked(end.seq + 1, end.hash, content), content, drawing);
    journal::record(db, {.act = act,
                         .action = "presence.signed",
                         .subject_kind = "person",
                         .subject = content.person,
                         .site = cohort.site,
                         .before = {},
                         .after = json::object({{"day", content.day},
                                                {"half", content.half},
                                                {"role", content.role},
                                                {"method", content.method},
                                                {"line", end.seq + 1}})});
}

std::string name_of(const sql::Reader& db, PersonId person) {
    const auto found = people::find(db, person);
    return found ? people::full_name(*found) : std::string();
}

Result<Done> sign_as_participant(const sql::Writer& db, const Act& act, const cohorts::Cohort& cohort,
                                 const NewSignature& wanted, const std::string& digest,
                                 files::FileId drawing) {
    const auto mark = store::latest(db, wanted.person, wanted.day, wanted.half);
    if (!mark || mark->cohort != cohort.id) return Refusal{"attendance.not_marked_yet"};
    if (!is_here(mark->code)) return Refusal{"attendance.was_absent"};
    const auto before = store::signatures_of(db, wanted.person, wanted.day, wanted.day);
    const Signature* latest = latest_of(before, wanted.person, wanted.half);
    if (latest && latest->covers == covers_of(*mark)) return Refusal{"attendance.signed_before"};
    const bool by_themselves = act.by.person == wanted.person;
    append(db, act, cohort,
           {.role = std::string(word_in(signers, Signer::Participant)),
            .person = wanted.person.value,
            .name = name_of(db, wanted.person),
            .cohort = {},
            .day = to_iso(wanted.day),
            .half = std::string(word_in(cohorts::halves, wanted.half)),
            .covers = covers_of(*mark),
            .at = {},
            .method = wanted.method,
            .witness = by_themselves ? 0 : act.by.person.value,
            .drawing = digest,
            .salt = {}},
           drawing);
    return Done{};
}

Result<Done> sign_as_trainer(const sql::Writer& db, const Act& act, const cohorts::Cohort& cohort,
                             const NewSignature& wanted, const std::string& digest, files::FileId drawing) {
    const Sheet now = sheet(db, cohort, wanted.day, wanted.half);
    if (!now.covers) return Refusal{"attendance.unmarked_left"};
    for (const Signature& one : now.trainers)
        if (one.person == wanted.person && one.covers == *now.covers)
            return Refusal{"attendance.signed_before"};
    append(db, act, cohort,
           {.role = std::string(word_in(signers, Signer::Trainer)),
            .person = wanted.person.value,
            .name = name_of(db, wanted.person),
            .cohort = {},
            .day = to_iso(wanted.day),
            .half = std::string(word_in(cohorts::halves, wanted.half)),
            .covers = *now.covers,
            .at = {},
            .method = wanted.method,
            .witness = 0,
            .drawing = digest,
            .salt = {}},
           drawing);
    return Done{};
}

}  // namespace

int Sheet::here() const {
    return static_cast<int>(std::count_if(
        lines.begin(), lines.end(), [](const Line& line) { return line.mark && is_here(line.mark->code); }));
}

Sheet sheet(const sql::Reader& db, const cohorts::Cohort& cohort, Day day, Half half) {
    Sheet found{.cohort = cohort,
                .day = day,
                .half = half,
                .planned = {},
                .sessions = {},
                .lines = {},
                .trainers = {},
                .covers = std::string()};
    found.sessions = timetable::of_cohort(db, cohort.id, day, day);
    found.planned = planned_in(found.sessions, cohorts::programme(db, cohort.id), day, half);
    std::vector<CatchUp> catch_ups;
    if (!found.planned) {
        catch_ups = store::catch_ups_in(db, cohort.id, day, day);
        std::erase_if(catch_ups, [&](const CatchUp& one) { return one.half() != half; });
        found.planned = planned_in(catch_ups);
    }
    const bool whole_cohort = found.planned.owed;
    std::erase_if(found.sessions, [&](const timetable::Session& one) { return one.half() != half; });
    const auto marks = store::of_cohort(db, cohort.id, day, day);
    const auto notices = store::notices(db, cohort.id, day, day);
    const auto signatures = store::signatures(db, cohort.id, day, day);
    for (const auto& face : cohorts::present_members(db, cohort.id, day)) {
        const bool comes =
            whole_cohort || std::any_of(catch_ups.begin(), catch_ups.end(),
                                        [&](const CatchUp& one) { return one.person == face.id; });
        if (!comes) continue;
        Line line{.face = face, .mark = {}, .notice = {}, .signature = {}};
        for (const Mark& mark : marks)
            if (mark.person == face.id && mark.half == half) line.mark = mark;
        for (const Notice& notice : notices)
            if (notice.person == face.id && !line.notice) line.notice = notice;
        if (const Signature* one = latest_of(signatures, face.id, half)) {
            line.signature = *one;
            line.signed_before_correction = line.mark && one->covers != covers_of(*line.mark);
        }
        if (!line.mark)
            found.covers.reset();
        else if (found.covers)
            *found.covers += (found.covers->empty() ? "" : ", ") + std::to_string(face.id.value) + " " +
                             covers_of(*line.mark);
        found.lines.push_back(std::move(line));
    }
    if (found.lines.empty()) found.covers.reset();
    for (const Signature& one : signatures) {
        if (one.role != Signer::Trainer || one.half != half) continue;
        found.trainers.push_back(one);
        found.trainers_are_current = found.covers && one.covers == *found.covers;
    }
    return found;
}

std::vector<Mark> unsigned_of(const sql::Reader& db, PersonId person, Day today) {
    const auto signatures = store::signatures_of(db, person, today - days_to_sign, today);
    std::vector<Mark> left;
    for (const Mark& mark : store::of_person(db, person, today - days_to_sign, today)) {
        if (!is_here(mark.code)) continue;
        const bool is_signed = std::any_of(signatures.begin(), signatures.end(), [&](const Signature& one) {
            return one.role == Signer::Participant && one.day == mark.day && one.half == mark.half &&
                   one.covers == covers_of(mark);
        });
        if (!is_signed) left.push_back(mark);
    }
    std::reverse(left.begin(), left.end());
    return left;
}

Result<Done> sign(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                  const NewSignature& wanted) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto cohort = cohorts::find(db, wanted.cohort);
        const bool staff = is_staff(act.by);
        if (!cohort || !reaches(act.by, cohort->site)) return Refusal{"attendance.not_there"};
        if (!staff && act.by.person != wanted.person) return Refusal{"attendance.not_there"};
        files::FileId drawing;
        std::string digest;
        if (wanted.drawing) {
            drawing = cabinet.keep(db, *wanted.drawing, act.at);
            digest = wanted.drawing->digest;
        }
        if (staff && act.by.person == wanted.person)
            return sign_as_trainer(db, act, *cohort, wanted, digest, drawing);
        return sign_as_participant(db, act, *cohort, wanted, digest, drawing);
    });
}

Result<int> enter_paper(sql::Database& database, const Act& act, cohorts::CohortId id, Day day, Half half,
                        const std::vector<PersonId>& signed_by) {
    return database.write(act, [&](const sql::Writer& db) -> Result<int> {
        const auto cohort = cohorts::find(db, id);
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"attendance.not_there"};
        int count = 0;
        for (const PersonId person : signed_by) {
            if (!cohorts::is_member(db, id, person, day)) return Refusal{"attendance.not_of_the_cohort"};
            const Planned planned = planned_for(db, id, person, day, half);
            if (!planned) return Refusal{"attendance.nothing_planned"};
            // Who signed on paper was there.
            if (!store::latest(db, person, day, half))
                store::insert(db, {.id = {},
                                   .person = person,
                                   .cohort = id,
                                   .site = cohort->site,
                                   .day = day,
                                   .half = half,
                                   .code = Code::Present,
                                   .due = planned.owed ? planned.minutes : 0,
                                   .done = planned.minutes,
                                   .arrived = {},
                                   .gone = {},
                                   .method = Method::Paper,
                                   .reason = {},
                                   .by = act.by.person,
                                   .at = act.at,
                                   .tablet_at = {}});
            const auto kept = sign_as_participant(
                db, act, *cohort,
                {.person = person, .cohort = id, .day = day, .half = half, .method = "paper"}, {}, {});
            if (kept) ++count;
        }
        return count;
    });
}

Finding verify(const sql::Reader& db) {
    Walk walk(1, no_link);
    store::each_line(db, [&](const Shown& line) { walk.step(line); });
    Finding finding = walk.finding();
    const auto end = store::end_of(db);
    if (finding && (end.seq + 1 != walk.next() || end.hash != walk.last_hash())) {
        finding.why = "lines missing at the end";
        finding.broken_at = walk.next();
    }
    return finding;
}

std::string proof_of(const sql::Reader& db, const cohorts::Cohort& cohort, std::string_view site_name,
                     Day month, Instant now) {
    const auto ymd = month.ymd();
    const Day first(ymd.year() / ymd.month() / 1);
    const Day last(std::chrono::sys_days(ymd.year() / ymd.month() / std::chrono::last));
    return proof_text({.cohort = cohort.id.value,
                       .cohort_name = cohort.name,
                       .site_name = std::string(site_name),
                       .month = to_iso(first).substr(0, 7),
                       .made_at = to_iso(now)},
                      store::chain(db, cohort.id, first, last));
}

}  // namespace fabnum::attendance
