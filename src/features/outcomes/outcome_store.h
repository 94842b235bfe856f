#pragma once

// Rows of exits, of what follows them and of reviews.

#include "features/outcomes/outcomes.h"

namespace fabnum::outcomes::store {

std::optional<Exit> find(const sql::Reader& db, ExitId id);
std::optional<Exit> find(const sql::Reader& db, cohorts::CohortId cohort, PersonId person);
std::vector<Exit> of_site(const sql::Reader& db, SiteId site);  // the latest first; none: of every site
std::vector<Exit> of_cohorts(const sql::Reader& db, const std::vector<cohorts::CohortId>& cohorts);
ExitId insert(const sql::Writer& db, const Exit& exit, PersonId by, Instant at);
void change(const sql::Writer& db, const Exit& exit, PersonId by, Instant at);

std::vector<std::pair<ExitId, DoneTask>> done_tasks(const sql::Reader& db, SiteId site);
std::vector<DoneTask> done_tasks(const sql::Reader& db, ExitId id);
void set_task(const sql::Writer& db, ExitId id, Task task, std::optional<Day> on, PersonId by);

std::optional<News> find_news(const sql::Reader& db, NewsId id);
std::vector<News> news_of(const sql::Reader& db, ExitId id);
std::vector<News> news_of(const sql::Reader& db, const std::vector<cohorts::CohortId>& cohorts);
struct NewsRow {
    News news = {};
    Exit exit = {};
    int tries = 0;
};
std::vector<NewsRow> news(const sql::Reader& db, const NewsFilter& filter, Day today);
std::optional<NewsRow> news_row(const sql::Reader& db, NewsId id);
void insert_news(const sql::Writer& db, ExitId id, int months, Day due);
void set_due(const sql::Writer& db, ExitId id, int months, Day due);  // while there is no answer
void set_answer(const sql::Writer& db, const News& news);

std::vector<Try> tries(const sql::Reader& db, NewsId id);
void insert_try(const sql::Writer& db, NewsId id, const Try& one);

std::optional<Review> review(const sql::Reader& db, ExitId id);
void set_review(const sql::Writer& db, ExitId id, const Review& review, PersonId by);

}  // namespace fabnum::outcomes::store
