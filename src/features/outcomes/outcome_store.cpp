#include "features/outcomes/outcome_store.h"

#include "platform/sql/where.h"

namespace fabnum::outcomes::store {

namespace {

template <class T, std::size_t N>
std::optional<T> maybe_in(const std::pair<std::string_view, T> (&words)[N],
                          const std::optional<std::string>& word) {
    if (!word) return std::nullopt;
    return value_in(words, *word);
}
template <class T, std::size_t N>
sql::Value maybe_word(const std::pair<std::string_view, T> (&words)[N], const std::optional<T>& value) {
    return value ? sql::Value(word_in(words, *value)) : sql::Value(sql::Null{});
}

constexpr std::string_view exit_columns =
    "e.id, e.cohort_id, e.person_id, e.site_id, e.left_on, e.early, e.reason, e.situation, e.field, e.proof, "
    "e.file_id";
Exit exit_from(sql::Row& row) {
    Exit exit;
    exit.id = row.take<ExitId>();
    exit.cohort = row.take<cohorts::CohortId>();
    exit.person = row.take<PersonId>();
    exit.site = row.take<SiteId>();
    exit.left = row.take<Day>();
    exit.early = row.take<bool>();
    exit.reason = value_in(reasons, row.take<std::string>());
    exit.situation = value_in(situations, row.take<std::string>());
    exit.field = maybe_in(fields, row.take<std::optional<std::string>>());
    exit.proof = value_in(proofs, row.take<std::string>());
    exit.file = row.take<files::FileId>();
    return exit;
}

constexpr std::string_view news_columns =
    "n.id, n.exit_id, n.months, n.due_on, n.answered_on, n.by_self, n.situation, n.field, n.proof, n.missing";
News news_from(sql::Row& row) {
    News news;
    news.id = row.take<NewsId>();
    news.exit = row.take<ExitId>();
    news.months = row.take<int>();
    news.due = row.take<Day>();
    news.answered = row.take<std::optional<Day>>();
    news.by_self = row.take<bool>();
    news.situation = maybe_in(situations, row.take<std::optional<std::string>>());
    news.field = maybe_in(fields, row.take<std::optional<std::string>>());
    news.proof = maybe_in(proofs, row.take<std::optional<std::string>>());
    news.missing = maybe_in(missings, row.take<std::optional<std::string>>());
    return news;
}

DoneTask task_from(sql::Row& row) {
    const Task task = value_in(tasks, row.take<std::string>());
    return {task, row.take<Day>()};
}

NewsRow news_row_from(sql::Row& row) {
    NewsRow found{.news = news_from(row), .exit = exit_from(row)};
    found.tries = row.take<int>();
    return found;
}
std::string select_news() {
    return "SELECT " + std::string(news_columns) + ", " + std::string(exit_columns) +
           ", (SELECT count(*) FROM outcome_tries t WHERE t.news_id = n.id)"
           " FROM outcome_news n JOIN outcome_exits e ON e.id = n.exit_id";
}

// "($1, $2, $3)"
template <class AnyId>
std::string list_of(const std::vector<AnyId>& ids, sql::Values& values) {
    std::string list;
    for (const auto& id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "($" : ", $") + std::to_string(values.size());
    }
    return list + ")";
}

// All sites when there is none. Asked as "is there one, or is it this": no index would help.
sql::Where of(SiteId site) {
    sql::Where where;
    if (site) where.add("e.site_id = $?", site);
    return where;
}

void add_standing(sql::Where& where, const std::optional<Standing>& standing, Day today) {
    const Day opened = today + opens_before, late = today - late_after;
    if (standing == Standing::Answered) return where.add("n.situation IS NOT NULL");
    if (standing == Standing::Missing) return where.add("n.missing IS NOT NULL");
    where.add("n.answered_on IS NULL");
    if (!standing || standing == Standing::Due) where.add("n.due_on <= $?", opened);
    if (standing == Standing::Due) where.add("n.due_on >= $?", late);
    if (standing == Standing::Coming) where.add("n.due_on > $?", opened);
    if (standing == Standing::Late) where.add("n.due_on < $?", late);
}

std::string_view news_order(std::string_view sort) {
    if (sort == "-due") return " ORDER BY n.due_on DESC, n.id";
    if (sort == "months") return " ORDER BY n.months, n.due_on, n.id";
    if (sort == "-months") return " ORDER BY n.months DESC, n.due_on, n.id";
    return " ORDER BY n.due_on, n.id";
}

}  // namespace

std::optional<Exit> find(const sql::Reader& db, ExitId id) {
    return db.one(exit_from, {id},
                  "SELECT " + std::string(exit_columns) + " FROM outcome_exits e WHERE e.id = $1");
}

std::optional<Exit> find(const sql::Reader& db, cohorts::CohortId cohort, PersonId person) {
    return db.one(exit_from, {cohort, person},
                  "SELECT " + std::string(exit_columns) +
                      " FROM outcome_exits e WHERE e.cohort_id = $1 AND e.person_id = $2");
}

std::vector<Exit> of_site(const sql::Reader& db, SiteId site) {
    const sql::Where where = of(site);
    return db.all(exit_from, where.values(),
                  "SELECT " + std::string(exit_columns) + " FROM outcome_exits e" + where.text() +
                      " ORDER BY e.left_on DESC, e.id");
}

std::vector<Exit> of_cohorts(const sql::Reader& db, const std::vector<cohorts::CohortId>& cohorts) {
    if (cohorts.empty()) return {};
    sql::Values values;
    const std::string list = list_of(cohorts, values);
    return db.all(
        exit_from, values,
        "SELECT " + std::string(exit_columns) + " FROM outcome_exits e WHERE e.cohort_id IN " + list);
}

ExitId insert(const sql::Writer& db, const Exit& exit, PersonId by, Instant at) {
    return db.insert<ExitId>({exit.cohort, exit.person, exit.site, exit.left, exit.early,
                              word_in(reasons, exit.reason), word_in(situations, exit.situation),
                              maybe_word(fields, exit.field), word_in(proofs, exit.proof), exit.file, by, at},
                             R"sql(
        INSERT INTO outcome_exits (cohort_id, person_id, site_id, left_on, early, reason, situation, field, proof,
                                   file_id, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     RETURNING id)sql");
}

void change(const sql::Writer& db, const Exit& exit, PersonId by, Instant at) {
    db.run(
        {exit.id, exit.left, exit.early, word_in(reasons, exit.reason), word_in(situations, exit.situation),
         maybe_word(fields, exit.field), word_in(proofs, exit.proof), exit.file, by, at},
        R"sql(
        UPDATE outcome_exits
           SET left_on = $2, early = $3, reason = $4, situation = $5, field = $6, proof = $7, file_id = $8,
               noted_by = $9, noted_at = $10
         WHERE id = $1)sql");
}

std::vector<std::pair<ExitId, DoneTask>> done_tasks(const sql::Reader& db, SiteId site) {
    const sql::Where where = of(site);
    return db.all(
        [](sql::Row& row) {
            const auto exit = row.take<ExitId>();
            return std::pair(exit, task_from(row));
        },
        where.values(),
        R"sql(
        SELECT t.exit_id, t.task, t.done_on
          FROM outcome_tasks t
          JOIN outcome_exits e ON e.id = t.exit_id)sql" +
            where.text());
}

std::vector<DoneTask> done_tasks(const sql::Reader& db, ExitId id) {
    return db.all(task_from, {id}, "SELECT task, done_on FROM outcome_tasks WHERE exit_id = $1");
}

void set_task(const sql::Writer& db, ExitId id, Task task, std::optional<Day> on, PersonId by) {
    db.run({id, word_in(tasks, task)}, "DELETE FROM outcome_tasks WHERE exit_id = $1 AND task = $2");
    if (on)
        db.run({id, word_in(tasks, task), *on, by}, R"sql(
        INSERT INTO outcome_tasks (exit_id, task, done_on, done_by) VALUES ($1, $2, $3, $4))sql");
}

std::optional<News> find_news(const sql::Reader& db, NewsId id) {
    return db.one(news_from, {id},
                  "SELECT " + std::string(news_columns) + " FROM outcome_news n WHERE n.id = $1");
}

std::vector<News> news_of(const sql::Reader& db, ExitId id) {
    return db.all(news_from, {id},
                  "SELECT " + std::string(news_columns) +
                      " FROM outcome_news n WHERE n.exit_id = $1 ORDER BY n.months");
}

std::vector<News> news_of(const sql::Reader& db, const std::vector<cohorts::CohortId>& cohorts) {
    if (cohorts.empty()) return {};
    sql::Values values;
    const std::string list = list_of(cohorts, values);
    return db.all(news_from, values,
                  "SELECT " + std::string(news_columns) +
                      " FROM outcome_exits e JOIN outcome_news n ON n.exit_id = e.id WHERE e.cohort_id IN " +
                      list + " ORDER BY n.exit_id, n.months");
}

std::vector<NewsRow> news(const sql::Reader& db, const NewsFilter& filter, Day today) {
    sql::Where where = of(filter.site);
    add_standing(where, filter.standing, today);
    if (filter.months != 0) where.add("n.months = $?", filter.months);
    if (filter.cohort) where.add("e.cohort_id = $?", filter.cohort);
    return db.all(news_row_from, where.values(),
                  select_news() + where.text() + std::string(news_order(filter.sort)));
}

std::optional<NewsRow> news_row(const sql::Reader& db, NewsId id) {
    return db.one(news_row_from, {id}, select_news() + " WHERE n.id = $1");
}

void insert_news(const sql::Writer& db, ExitId id, int months, Day due) {
    db.run({id, months, due}, "INSERT INTO outcome_news (exit_id, months, due_on) VALUES ($1, $2, $3)");
}

void set_due(const sql::Writer& db, ExitId id, int months, Day due) {
    db.run({id, months, due}, R"sql(
        UPDATE outcome_news SET due_on = $3 WHERE exit_id = $1 AND months = $2 AND answered_on IS NULL)sql");
}

void set_answer(const sql::Writer& db, const News& news) {
    db.run(
        {news.id, news.answered, news.by_self, maybe_word(situations, news.situation),
         maybe_word(fields, news.field), maybe_word(proofs, news.proof), maybe_word(missings, news.missing)},
        R"sql(
        UPDATE outcome_news
           SET answered_on = $2, by_self = $3, situation = $4, field = $5, proof = $6, missing = $7
         WHERE id = $1)sql");
}

std::vector<Try> tries(const sql::Reader& db, NewsId id) {
    return db.all(
        [](sql::Row& row) {
            Try one;
            one.at = row.take<Instant>();
            one.channel = value_in(channels, row.take<std::string>());
            one.reply = value_in(replies, row.take<std::string>());
            one.by = row.take<PersonId>();
            return one;
        },
        {id}, R"sql(
        SELECT tried_at, channel, result, tried_by FROM outcome_tries WHERE news_id = $1 ORDER BY tried_at, id)sql");
}

void insert_try(const sql::Writer& db, NewsId id, const Try& one) {
    db.run({id, one.at, word_in(channels, one.channel), word_in(replies, one.reply), one.by}, R"sql(
        INSERT INTO outcome_tries (news_id, tried_at, channel, result, tried_by) VALUES ($1, $2, $3, $4, $5))sql");
}

std::optional<Review> review(const sql::Reader& db, ExitId id) {
    return db.one(
        [](sql::Row& row) {
            Review review;
            review.objectives = row.take<std::string>();
            review.tasks = row.take<std::string>();
            review.learned = row.take<std::string>();
            review.own_words = row.take<std::string>();
            review.tutor_host = row.take<std::string>();
            review.tutor_sender = row.take<std::string>();
            review.talked = row.take<Day>();
            return review;
        },
        {id}, R"sql(
        SELECT objectives, tasks, learned, own_words, tutor_host, tutor_sender, talked_on
          FROM outcome_reviews
         WHERE exit_id = $1)sql");
}

void set_review(const sql::Writer& db, ExitId id, const Review& review, PersonId by) {
    db.run({id}, "DELETE FROM outcome_reviews WHERE exit_id = $1");
    db.run({id, review.objectives, review.tasks, review.learned, review.own_words, review.tutor_host,
            review.tutor_sender, review.talked, by},
           R"sql(
        INSERT INTO outcome_reviews (exit_id, objectives, tasks, learned, own_words, tutor_host, tutor_sender,
                                     talked_on, written_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql");
}

}  // namespace fabnum::outcomes::store
