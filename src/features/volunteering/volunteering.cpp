#include "features/volunteering/volunteering.h"

#include <algorithm>

#include "engine/calendar/holidays.h"
#include "features/parameters/parameters.h"
#include "features/volunteering/agreement_store.h"
#include "features/volunteering/engagement_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::volunteering {

namespace {

bool may_read(const Actor& actor, SiteId site) {
    return reaches(actor, site) && (actor.role == Role::Coordinator || actor.role == Role::Admin);
}

SiteId scope_of(const Actor& actor) {
    return actor.role == Role::Admin ? SiteId{} : actor.site;
}

// What the journal says of a young person's papers: what was done and when, never the address.
void note(const sql::Writer& db, const Act& act, std::string_view action, const Engagement& engagement,
          std::string before = "", std::string after = "") {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "engagement",
                         .subject = engagement.id.value,
                         .site = engagement.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

Result<Engagement> theirs(const sql::Reader& db, const Actor& actor, EngagementId id) {
    const auto found = store::find(db, id);
    if (!found || !may_read(actor, found->site)) return Refusal{"volunteering.not_there"};
    return *found;
}

template <class T>
std::vector<T> those_of(const store::PerEngagement<T>& all, EngagementId id) {
    const auto found = all.find(id);
    return found == all.end() ? std::vector<T>{} : found->second;
}

bool overlap(const Engagement& a, const Engagement& b) {
    return a.starts <= b.last_day() && b.starts <= a.last_day();
}

// How many of them run at the same time as `engagement`, at most.
int most_at_once(const std::vector<Engagement>& others, const Engagement& engagement) {
    std::vector<Day> starts{engagement.starts};
    for (const Engagement& other : others)
        if (engagement.runs_on(other.starts)) starts.push_back(other.starts);
    int most = 0;
    for (const Day day : starts)
        most = std::max(most,
                        static_cast<int>(std::count_if(others.begin(), others.end(),
                                                       [&](const auto& one) { return one.runs_on(day); })));
    return most;
}

std::optional<Day> birth_day_of(const sql::Reader& db, PersonId person) {
    const auto days = people::birth_days(db, {person});
    const auto found = days.find(person);
    return found == days.end() ? std::nullopt : std::optional(found->second);
}

partners::ContactId kept_tutor(const sql::Writer& db, const Tutor& tutor, partners::OrganisationId employer) {
    if (tutor.name.empty()) return {};
    return partners::keep_contact(db, employer, tutor.name, tutor.mail, tutor.phone);
}

// A tutor of the host is one of its team.
bool is_of_team(const sql::Reader& db, PersonId person, SiteId site, Day day) {
    for (const people::Hat& hat : people::hats_of(db, person, day))
        if (is_staff(hat.role) && (!hat.site || hat.site == site)) return true;
    return false;
}

}  // namespace

Limits limits_on(const sql::Reader& db, Day day) {
    Limits limits;
    const std::pair<std::string_view, int*> read[] = {
        {"sc.min_months", &limits.min_months},
        {"sc.max_months", &limits.max_months},
        {"sc.min_week_h", &limits.min_week},
        {"sc.max_week_h", &limits.max_week},
        {"sc.minor_week_h", &limits.minor_week},
        {"sc.minor_day_h", &limits.minor_day},
        {"sc.minor_break_after_min", &limits.minor_break_after},
        {"sc.minor_break_min", &limits.minor_break},
        {"sc.leave_days_month", &limits.leave_month},
        {"sc.minor_extra_leave_days_month", &limits.minor_extra_leave_month},
        {"sc.notice_months", &limits.notice_months},
        {"sc.attestation_months", &limits.attestation_months},
        {"sc.agreement_years", &limits.agreement_years},
    };
    for (const parameters::Parameter& one : parameters::all_on(db, day))
        for (const auto& [key, limit] : read)
            if (one.key == key) *limit = static_cast<int>(one.value);
    return limits;
}

std::vector<AgreementRow> agreements(const sql::Reader& db, const Actor& actor, Day today) {
    std::vector<AgreementRow> rows;
    std::vector<partners::OrganisationId> ids;
    for (Agreement& one : store::agreements(db, scope_of(actor))) {
        ids.push_back(one.employer);
        ids.push_back(one.host);
        rows.push_back({.agreement = std::move(one), .employer = "", .host = ""});
    }
    std::map<partners::OrganisationId, std::string> names;
    for (const auto& one : partners::named(db, ids)) names[one.id] = one.name;
    const auto engagements = store::of_site(db, scope_of(actor));
    for (AgreementRow& row : rows) {
        row.employer = names[row.agreement.employer];
        row.host = names[row.agreement.host];
        row.lent =
            static_cast<int>(std::count_if(engagements.begin(), engagements.end(), [&](const auto& one) {
                return one.agreement == row.agreement.id && one.runs_on(today);
            }));
    }
    return rows;
}

std::optional<Agreement> agreement(const sql::Reader& db, const Actor& actor, AgreementId id) {
    auto found = store::find_agreement(db, id);
    if (!found || !may_read(actor, found->site)) return std::nullopt;
    return found;
}

std::vector<Row> list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today) {
    const store::Of of{.engagement = {}, .site = scope_of(actor)};
    const auto engagements = store::of_site(db, of.site);
    const auto amendments = store::amendments(db, of);
    const auto authorisations = store::authorisations(db, of);
    std::map<AgreementId, AgreementRow> by_id;
    for (AgreementRow& row : agreements(db, actor, today)) by_id[row.agreement.id] = std::move(row);
    std::vector<PersonId> ids;
    for (const Engagement& one : engagements) ids.push_back(one.person);
    const auto faces = people::faces(db, ids);
    const auto births = people::birth_days(db, ids);
    const std::string key = i18n::search_key(filter.words);
    std::vector<Row> rows;
    for (const Engagement& one : engagements) {
        const auto face = faces.find(one.person);
        const auto under = by_id.find(one.agreement);
        if (face == faces.end() || under == by_id.end()) continue;
        Row row{.face = face->second,
                .engagement = in_force(one, those_of(amendments, one.id), today),
                .employer = under->second.employer,
                .host = under->second.host,
                .missing = {}};
        const auto birth = births.find(one.person);
        const auto birth_day = birth == births.end() ? std::nullopt : std::optional(birth->second);
        row.minor = birth_day && calendar::age_on(*birth_day, today) < 18;
        row.missing =
            missing_of(row.engagement, under->second.agreement, birth_day, authorisations.contains(one.id));
        using Moment = Filter::Moment;
        const Moment moment = row.engagement.starts > today       ? Moment::Coming
                              : row.engagement.last_day() < today ? Moment::Over
                                                                  : Moment::Running;
        if (filter.moment != Moment::Any && filter.moment != moment) continue;
        if (filter.incomplete && (row.missing.empty() || moment == Moment::Over)) continue;
        if (i18n::search_key(people::full_name(row.face)).find(key) == std::string::npos) continue;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, EngagementId id, Day today) {
    const auto found = theirs(db, actor, id);
    if (!found) return std::nullopt;
    const auto person = people::find(db, found->person);
    const auto under = store::find_agreement(db, found->agreement);
    if (!person || !under) return std::nullopt;
    const store::Of of{.engagement = id, .site = {}};
    Sight sight;
    sight.as_signed = *found;
    sight.amendments = those_of(store::amendments(db, of), id);
    sight.engagement = in_force(*found, sight.amendments, today);
    sight.agreement = *under;
    sight.employer = partners::find(db, under->employer).value_or(partners::Organisation{});
    sight.host = partners::find(db, under->host).value_or(partners::Organisation{});
    if (found->employer_tutor) sight.employer_tutor = partners::find_contact(db, found->employer_tutor);
    const auto faces = people::faces(db, {found->host_tutor});
    if (const auto tutor = faces.find(found->host_tutor); tutor != faces.end())
        sight.host_tutor = tutor->second;
    sight.person = *person;
    sight.minor = people::is_minor(*person, today);
    sight.limits = limits_on(db, today);
    sight.absences = store::absences(db, id);
    const auto authorisations = those_of(store::authorisations(db, of), id);
    if (!authorisations.empty()) sight.authorisation = authorisations.back();
    sight.proofs = those_of(store::proofs(db, of), id);
    sight.tasks = those_of(store::tasks(db, of), id);
    sight.missing = missing_of(sight.engagement, *under, person->birth_day, sight.authorisation.has_value());
    sight.leave = leave_of(sight.engagement, sight.absences, person->birth_day, sight.limits, today);
    if (const auto cohort = cohorts::of_person(db, found->person, std::max(today, found->starts)))
        sight.week = cohorts::week_slots(db, cohort->id);
    return sight;
}

std::vector<EngagementId> of_person(const sql::Reader& db, PersonId person) {
    std::vector<EngagementId> ids;
    for (const Engagement& one : store::of_person(db, person)) ids.push_back(one.id);
    return ids;
}

std::vector<Duty> duties(const sql::Reader& db, SiteId site, Day today) {
    std::vector<Duty> all;
    const Actor within{.person = {}, .role = Role::Coordinator, .site = site};
    const store::Of of{.engagement = {}, .site = site};
    const auto proofs = store::proofs(db, of);
    const auto tasks = store::tasks(db, of);
    for (const Row& row : list(db, within, {}, today)) {
        const Engagement& e = row.engagement;
        const auto duty = [&](DutyKind kind, std::string_view word, Day due, std::string about = "") {
            all.push_back({.kind = kind,
                           .word = word,
                           .due = due,
                           .person = e.person,
                           .engagement = e.id,
                           .agreement = {},
                           .about = std::move(about)});
        };
        if (e.last_day() >= today)
            for (const Need& need : row.missing)
                duty(need.blocks_start ? DutyKind::BeforeStart : DutyKind::Complete, need.word,
                     need.blocks_start ? e.starts - 1 : e.starts + 14);
        // The host pays in full at the end of each month; proofs of the last three are asked.
        const auto proven = those_of(proofs, e.id);
        const Day this_month{today.ymd().year() / today.ymd().month() / 1};
        for (int back = 3; back >= 1; --back) {
            const Day month = calendar::months_after(this_month, -back);
            const Day next = calendar::months_after(month, 1);
            if (e.starts >= next || e.last_day() < month) continue;
            if (std::find(proven.begin(), proven.end(), month) == proven.end())
                duty(DutyKind::HostPayment, "host_payment", next + 9, to_iso(month));
        }
        for (const Task& task : those_of(tasks, e.id))
            if (!task.done) duty(DutyKind::Task, word_in(task_kinds, task.kind), task.due);
    }
    for (const Agreement& one : store::agreements(db, site))
        if (one.to >= today)
            all.push_back({.kind = DutyKind::AgreementEnds,
                           .word = "agreement_ends",
                           .due = one.to,
                           .person = {},
                           .engagement = {},
                           .agreement = one.id,
                           .about = one.number});
    return all;
}

Result<AgreementId> keep_agreement(sql::Database& database, const Act& act, const Agreement& wanted) {
    return database.write(act, [&](const sql::Writer& db) -> Result<AgreementId> {
        if (!may_read(act.by, wanted.site)) return Refusal{"volunteering.not_there"};
        if (wanted.id && !agreement(db, act.by, wanted.id)) return Refusal{"volunteering.not_there"};
        const auto against = objections(wanted, limits_on(db, wanted.from));
        if (!against.empty()) return against.front();
        // Whoever lends is approved, and nobody lends to them.
        if (store::is_employer(db, wanted.host)) return Refusal{"volunteering.problem.host_approved"};
        if (store::is_host(db, wanted.employer)) return Refusal{"volunteering.problem.employer_is_host"};
        for (const Engagement& one : store::of_agreement(db, wanted.id))
            if (one.starts < wanted.from || one.starts > wanted.to)
                return Refusal{"volunteering.problem.engagement_outside"};
        Agreement kept = wanted;
        if (kept.id)
            store::set_agreement(db, kept);
        else
            kept.id = store::insert_agreement(db, kept);
        journal::record(
            db,
            {.act = act,
             .action = wanted.id ? "engagement.agreement_changed" : "engagement.agreement_noted",
             .subject_kind = "agreement",
             .subject = kept.id.value,
             .site = kept.site,
             .after = json::object(
                 {{"number", kept.number}, {"from", kept.from}, {"to", kept.to}, {"quota", kept.quota}})});
        return kept.id;
    });
}

Result<EngagementId> engage(sql::Database& database, const Act& act, const Engagement& wanted,
                            const Tutor& tutor) {
    return database.write(act, [&](const sql::Writer& db) -> Result<EngagementId> {
        const auto under = agreement(db, act.by, wanted.agreement);
        const auto person = people::visible_to(db, act.by, wanted.person);
        if (!person || !under) return Refusal{"volunteering.not_there"};
        const auto against = objections(wanted, *under, person->birth_day, limits_on(db, wanted.starts));
        if (!against.empty()) return against.front();
        if (wanted.host_tutor && !is_of_team(db, wanted.host_tutor, under->site, wanted.starts))
            return Refusal{"volunteering.problem.tutor_not_of_team"};
        const auto amendments = store::amendments(db, {});
        for (const Engagement& signed_before : store::of_person(db, wanted.person)) {
            const Engagement other =
                in_force(signed_before, those_of(amendments, signed_before.id), wanted.starts);
            if (overlap(other, wanted))
                return Refusal{"volunteering.problem.overlaps",
                               {{"from", to_iso(other.starts)}, {"to", to_iso(other.last_day())}}};
        }
        if (most_at_once(store::of_agreement(db, under->id), wanted) >= under->quota)
            return Refusal{"volunteering.problem.quota", {{"quota", std::to_string(under->quota)}}};
        Engagement kept = wanted;
        kept.site = under->site;
        kept.employer_tutor = kept_tutor(db, tutor, under->employer);
        kept.id = store::insert(db, kept);
        note(db, act, "engagement.engaged", kept, "",
             json::object({{"person", kept.person},
                           {"agreement", kept.agreement},
                           {"starts", kept.starts},
                           {"ends", kept.ends},
                           {"weekly_hours", kept.weekly_hours}}));
        return kept.id;
    });
}

Result<Done> complete(sql::Database& database, const Act& act, const Engagement& completed,
                      const Tutor& tutor) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, completed.id);
        if (!known) return known.refusal();
        const auto under = store::find_agreement(db, known->agreement);
        if (completed.host_tutor && !is_of_team(db, completed.host_tutor, known->site, known->starts))
            return Refusal{"volunteering.problem.tutor_not_of_team"};
        if (completed.cej && completed.cej_signed && *completed.cej_signed > known->starts)
            return Refusal{"volunteering.problem.cej_after_start"};
        Engagement kept = completed;
        kept.employer_tutor = kept_tutor(db, tutor, under->employer);
        store::set_papers(db, kept);
        note(db, act, "engagement.completed", *known, "",
             json::object({{"host_tutor", kept.host_tutor}, {"cej", kept.cej}, {"elisa", kept.elisa}}));
        return Done{};
    });
}

Result<Done> amend(sql::Database& database, const Act& act, EngagementId id, const Amendment& amendment,
                   Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (known->ending) return Refusal{"volunteering.problem.ended"};
        auto amendments = those_of(store::amendments(db, {.engagement = id, .site = {}}), id);
        const Engagement before = in_force(*known, amendments, std::max(today, amendment.from));
        if (amendment.from < known->starts || amendment.from > before.ends)
            return Refusal{"volunteering.problem.amendment_outside"};
        amendments.push_back(amendment);
        const Engagement after = in_force(*known, amendments, amendment.from);
        if (after.ends < amendment.from || after.ends < today)
            return Refusal{"volunteering.problem.end_in_the_past"};
        const auto under = store::find_agreement(db, known->agreement);
        const auto against =
            objections(after, *under, birth_day_of(db, known->person), limits_on(db, amendment.from));
        if (!against.empty()) return against.front();
        for (const Engagement& other : store::of_person(db, known->person))
            if (other.id != id && overlap(other, after))
                return Refusal{"volunteering.problem.overlaps",
                               {{"from", to_iso(other.starts)}, {"to", to_iso(other.last_day())}}};
        store::insert_amendment(db, id, amendment, act);
        note(db, act, "engagement.amended", *known,
             json::object({{"ends", before.ends}, {"weekly_hours", before.weekly_hours}}),
             json::object(
                 {{"ends", after.ends}, {"weekly_hours", after.weekly_hours}, {"from", amendment.from}}));
        return Done{};
    });
}

Result<Done> note_absence(sql::Database& database, const Act& act, EngagementId id, Absence absence) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        const Engagement now = in_force(
            *known, those_of(store::amendments(db, {.engagement = id, .site = {}}), id), absence.from);
        if (absence.to < absence.from) return Refusal{"volunteering.problem.backwards"};
        if (absence.from < now.starts || absence.to > now.last_day())
            return Refusal{"volunteering.problem.absence_outside"};
        for (const Absence& other : store::absences(db, id))
            if (other.from <= absence.to && absence.from <= other.to)
                return Refusal{"volunteering.problem.absence_twice"};
        absence.days = calendar::working_days_between(absence.from, absence.to);
        if (absence.days == 0) return Refusal{"volunteering.problem.no_working_day"};
        store::insert_absence(db, id, absence);
        // Why somebody was ill is nobody's business: the journal knows the days only.
        note(db, act,
             absence.kind == AbsenceKind::Leave ? "engagement.leave_noted" : "engagement.sickness_noted",
             *known, "", json::object({{"from", absence.from}, {"to", absence.to}}));
        return Done{};
    });
}

Result<Done> take_back_absence(sql::Database& database, const Act& act, EngagementId id,
                               Id<struct AbsenceTag> absence) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (!store::remove_absence(db, id, absence)) return Refusal{"volunteering.moved_meanwhile"};
        note(db, act, "engagement.absence_taken_back", *known);
        return Done{};
    });
}

Result<Done> authorise(sql::Database& database, const Act& act, EngagementId id, Authorisation authorisation,
                       const files::Cabinet& cabinet, const std::optional<files::Cabinet::Checked>& paper) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (paper) authorisation.file = cabinet.keep(db, *paper, act.at);
        store::insert_authorisation(db, id, authorisation, act);
        note(db, act, "engagement.authorised", *known, "",
             json::object({{"signed_on", authorisation.signed_on}, {"paper", paper.has_value()}}));
        return Done{};
    });
}

Result<Done> end_early(sql::Database& database, const Act& act, EngagementId id, EndReason reason, EndedBy by,
                       Day notified) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (known->ending) return Refusal{"volunteering.moved_meanwhile"};
        const Engagement now =
            in_force(*known, those_of(store::amendments(db, {.engagement = id, .site = {}}), id), notified);
        const auto plan = plan_end(now, reason, by, notified, store::absences(db, id),
                                   birth_day_of(db, known->person), limits_on(db, notified));
        if (!plan) return plan.refusal();
        if (!store::set_ending(db, id, {.on = plan->on, .reason = reason, .by = by, .notified = notified}))
            return Refusal{"volunteering.moved_meanwhile"};
        for (const Task& task : plan->tasks) store::insert_task(db, id, task);
        note(db, act, "engagement.end_noted", *known, json::object({{"ends", now.ends}}),
             json::object({{"ends", plan->on}, {"reason", word_of(reason)}, {"by", word_in(enders, by)}}));
        return Done{};
    });
}

Result<Done> resume(sql::Database& database, const Act& act, EngagementId id, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (!known->ending) return Refusal{"volunteering.moved_meanwhile"};
        if (known->ending->on < today) return Refusal{"volunteering.problem.ended"};
        store::clear_ending(db, id);
        store::remove_tasks(db, id);
        note(db, act, "engagement.resumed", *known, json::object({{"ends", known->ending->on}}), "");
        return Done{};
    });
}

Result<Done> finish_task(sql::Database& database, const Act& act, EngagementId id, TaskKind kind, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = theirs(db, act.by, id);
        if (!known) return known.refusal();
        if (!store::finish_task(db, id, kind, today, act.by.person))
            return Refusal{"volunteering.moved_meanwhile"};
        note(db, act, "engagement.task_done", *known, "",
             json::object({{"task", word_in(task_kinds, kind)}}));
        return Done{};
    });
}

Result<Done> note_proofs(sql::Database& database, const Act& act, const std::vector<EngagementId>& ids,
                         Day month) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const Day first{month.ymd().year() / month.ymd().month() / 1};
        for (const EngagementId id : ids) {
            const auto known = theirs(db, act.by, id);
            if (!known) return known.refusal();
            if (calendar::months_after(first, 1) <= known->starts || first > known->last_day())
                return Refusal{"volunteering.problem.month_outside"};
            if (!store::insert_proof(db, id, first, act)) return Refusal{"volunteering.moved_meanwhile"};
            note(db, act, "engagement.payment_proven", *known, "", json::object({{"month", first}}));
        }
        return Done{};
    });
}

}  // namespace fabnum::volunteering
