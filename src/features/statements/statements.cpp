#include "features/statements/statements.h"

#include <algorithm>
#include <map>

#include "base/words.h"
#include "features/statements/statement_store.h"
#include "platform/i18n/i18n.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/mail/mail.h"
#include "platform/sessions/sessions.h"

namespace fabnum::statements {

namespace {

using namespace std::chrono_literals;

Day last_of_month(Day first) {
    const auto ymd = first.ymd();
    return Day(std::chrono::sys_days(ymd.year() / ymd.month() / std::chrono::last));
}

using Marks = std::map<PersonId, std::vector<attendance::Mark>>;
Marks by_person(std::vector<attendance::Mark> marks) {
    Marks sorted;
    for (auto& mark : marks) sorted[mark.person].push_back(std::move(mark));
    return sorted;
}

void note(const sql::Writer& db, const Act& act, std::string_view action, PersonId person, SiteId site,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = person.value,
                         .site = site,
                         .before = {},
                         .after = std::move(after)});
}

// What the figures were made of, kept as it was sent.
std::string content_of(const std::vector<attendance::Mark>& marks) {
    std::string lines;
    for (const auto& mark : marks)
        lines += to_iso(mark.day) + " " + std::string(word_in(cohorts::halves, mark.half)) + " " +
                 std::string(attendance::word_of(mark.code)) + " " + std::to_string(mark.done) + "/" +
                 std::to_string(mark.due) + "\n";
    return lines;
}

void tell(const sql::Writer& db, const Act& act, PersonId adviser, int count, Day month, SiteId site,
          std::string_view public_address) {
    const auto person = people::find(db, adviser);
    if (!person || !person->mail) return;
    const i18n::Words t(person->voice);
    const auto token = sessions::make_link(db, adviser_link, adviser.value, act.at, 60 * 24h);
    mail::post(db,
               {.to = *person->mail,
                .to_name = people::full_name(*person),
                .subject = t("statements.letter_subject", {{"month", t.month(month)}}),
                .paragraphs = {t("statements.letter_hello", {{"name", person->given_name}}),
                               t("statements.letter_body", {{"count", count}, {"month", t.month(month)}})},
                .link_words = t("statements.letter_link"),
                .link = std::string(public_address) + "/visa/" + token,
                .footer = t("statements.letter_footer"),
                .language = std::string(i18n::tag_of(person->voice.language)),
                .about_kind = "person",
                .about = adviser.value,
                .site = site},
               act.at);
}

}  // namespace

Day first_of_month(Day day) {
    const auto ymd = day.ymd();
    return Day(ymd.year() / ymd.month() / 1);
}
Day month_before(Day day) {
    return first_of_month(first_of_month(day) - 1);
}

Month month_of(const sql::Reader& db, PersonId person, Day first) {
    Month month{.first = first, .total = {}, .weeks = {}, .told = {}, .activities = {}};
    const Day last = last_of_month(first);
    const auto marks = attendance::marks_of(db, person, first, last);
    month.total = attendance::tally_of(marks);
    for (Day monday = monday_of(first); monday <= last; monday = monday + 7) {
        std::vector<attendance::Mark> week;
        for (const auto& mark : marks)
            if (monday_of(mark.day) == monday) week.push_back(mark);
        if (!week.empty()) month.weeks.push_back({monday, attendance::tally_of(week)});
    }
    for (const auto& mark : marks)
        if (attendance::rule_of(mark.code).shown_to_ml) month.told.push_back(mark);
    if (!marks.empty())
        for (const auto& one : timetable::of_cohort(db, marks.front().cohort, first, last))
            if (std::find(month.activities.begin(), month.activities.end(), one.title) ==
                month.activities.end())
                month.activities.push_back(one.title);
    return month;
}

std::vector<Row> of_cohort(const sql::Reader& db, const cohorts::Cohort& cohort, Day month, Day today) {
    const auto marks = by_person(attendance::marks_in(db, cohort.id, month, last_of_month(month)));
    const auto lately = by_person(attendance::marks_in(db, cohort.id, today - 28, today));
    std::map<PersonId, PersonId> advisers;
    for (const auto& one : store::followers(db)) advisers[one.person] = one.adviser;
    const auto sent = store::of_cohort(db, cohort.id, month);
    std::vector<Row> rows;
    for (const auto& member : cohorts::members(db, cohort.id)) {
        const PersonId id = member.face.id;
        Row row{.face = member.face, .cohort = cohort.id, .total = {}, .adviser = {}, .statement = {}};
        if (const auto own = marks.find(id); own != marks.end())
            row.total = attendance::tally_of(own->second);
        if (const auto adviser = advisers.find(id); adviser != advisers.end()) row.adviser = adviser->second;
        if (const auto own = lately.find(id); own != lately.end())
            row.alerts =
                static_cast<int>(std::count_if(own->second.begin(), own->second.end(), [](const auto& m) {
                    return m.code == attendance::Code::Unexcused;
                }));
        for (const Statement& one : sent)
            if (one.person == id) row.statement = one;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> followed_by(const sql::Reader& db, PersonId adviser, Day month, Day today) {
    std::map<cohorts::CohortId, cohorts::Cohort> all;
    for (const auto& one : store::followers_of(db, adviser))
        if (const auto cohort = cohorts::of_person(db, one.person, today)) all.emplace(cohort->id, *cohort);
    std::vector<Row> rows;
    for (const auto& [id, cohort] : all)
        for (Row& row : of_cohort(db, cohort, month, today))
            if (row.adviser == adviser) rows.push_back(std::move(row));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.alerts > b.alerts; });
    return rows;
}

std::vector<Statement> waiting_for(const sql::Reader& db, PersonId adviser) {
    return store::of_adviser(db, adviser);
}

std::optional<Statement> find(const sql::Reader& db, StatementId id) {
    return store::find(db, id);
}

bool may_read(const sql::Reader& db, const Actor& actor, PersonId person, Day today) {
    if (actor.role == Role::Adviser) return store::adviser_of(db, person) == actor.person;
    const auto cohort = cohorts::of_person(db, person, today);
    return is_staff(actor) && cohort && reaches(actor, cohort->site);
}

Result<Done> follow(sql::Database& database, const Act& act, PersonId person, PersonId adviser, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!is_staff(act.by) || !may_read(db, act.by, person, today)) return Refusal{"statements.not_there"};
        const auto advisers = people::with_role(db, Role::Adviser, act.by.site, today);
        const bool known = std::any_of(advisers.begin(), advisers.end(),
                                       [&](const auto& face) { return face.id == adviser; });
        if (!known) return Refusal{"statements.not_an_adviser"};
        store::set_adviser(db, person, adviser, today);
        note(db, act, "statement.followed", person, act.by.site, json::object({{"person", adviser}}));
        return Done{};
    });
}

Result<int> send(sql::Database& database, const Act& act, cohorts::CohortId id, Day month, Day today,
                 std::string_view public_address) {
    return database.write(act, [&](const sql::Writer& db) -> Result<int> {
        const auto cohort = cohorts::find(db, id);
        if (!cohort || !is_staff(act.by) || !reaches(act.by, cohort->site))
            return Refusal{"statements.not_there"};
        const auto marks = by_person(attendance::marks_in(db, id, month, last_of_month(month)));
        std::map<PersonId, int> letters;
        for (const Row& row : of_cohort(db, *cohort, month, today)) {
            const auto own = marks.find(row.face.id);
            if (row.statement || !row.adviser || own == marks.end()) continue;
            const Statement one{.id = {},
                                .person = row.face.id,
                                .cohort = id,
                                .site = cohort->site,
                                .adviser = row.adviser,
                                .month = month,
                                .total = row.total,
                                .sent_at = act.at,
                                .signed_at = {}};
            store::insert(db, one, content_of(own->second), act.by.person);
            note(db, act, "statement.sent", row.face.id, cohort->site, json::object({{"month", month}}));
            ++letters[row.adviser];
        }
        int count = 0;
        for (const auto& [adviser, statements] : letters) {
            tell(db, act, adviser, statements, month, cohort->site, public_address);
            count += statements;
        }
        return count;
    });
}

Result<Done> countersign(sql::Database& database, const Act& act, StatementId id, PersonId adviser) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::find(db, id);
        if (!one || one->adviser != adviser) return Refusal{"statements.not_there"};
        if (!store::sign(db, id, act.at)) return Refusal{"statements.signed_before"};
        Act signing = act;
        signing.by = {.person = adviser, .role = Role::Adviser, .site = one->site};
        note(db, signing, "statement.countersigned", one->person, one->site,
             json::object({{"month", one->month}}));
        return Done{};
    });
}

}  // namespace fabnum::statements
