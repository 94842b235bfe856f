#pragma once

// Leaving and after: exits with their reason and next step, what follows them, news at 1, 3, 6 and 12 months,
// the review that a young person keeps, and the results of cohorts.

#include <optional>
#include <string>
#include <vector>

#include "features/outcomes/results.h"
#include "features/outcomes/review.h"
#include "platform/sql/sql.h"

namespace fabnum::outcomes {

// Somebody who has left, or leaves within four weeks, and whose exit is not noted yet.
struct Leaving {
    people::Face face = {};
    cohorts::Cohort cohort = {};
    Day on = {};
};
struct ExitLine {
    Exit exit = {};
    people::Face face = {};
    std::string cohort = {};
    int to_do = 0;  // tasks that are not done
    bool late = false;
};
struct NewsLine {
    News news = {};
    Exit exit = {};
    people::Face face = {};
    std::string cohort = {};
    int tries = 0;
};
struct NewsFilter {
    SiteId site = {};
    std::optional<Standing> standing = {};  // none: due and late
    int months = 0;                         // 0: all
    cohorts::CohortId cohort = {};
    std::string sort = "due";
};

// Reading. Names are those of the actor's site; results have none.
std::vector<Leaving> leaving(const sql::Reader& db, SiteId site, Day today);
std::vector<ExitLine> exits(const sql::Reader& db, SiteId site, Day today);
std::optional<Exit> find(const sql::Reader& db, const Actor& actor, ExitId id);
std::vector<DoneTask> done_tasks(const sql::Reader& db, ExitId id);
std::vector<News> news_of(const sql::Reader& db, ExitId id);
std::vector<NewsLine> news(const sql::Reader& db, const NewsFilter& filter, Day today);
std::optional<NewsLine> find_news(const sql::Reader& db, NewsId id);
std::vector<Try> tries_of(const sql::Reader& db, NewsId id);
// The ways through of each of these cohorts, for results_of.
using Courses = std::map<cohorts::CohortId, std::vector<Course>>;
Courses courses(const sql::Reader& db, const std::vector<cohorts::CohortId>& cohorts);

// Verbs, each one transaction and its journal line.
struct NewExit {
    cohorts::CohortId cohort = {};
    PersonId person = {};
    Day left = {};
    Reason reason = Reason::Term;
    Situation situation = Situation::NotKnown;
    std::optional<Field> field = {};
    Proof proof = Proof::None;
    std::optional<files::Cabinet::Checked> file = {};
};
// Notes it, or changes what was noted: the dates of the news to come follow.
Result<ExitId> note_exit(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                         const NewExit& exit, Day today);
Result<Done> set_task(sql::Database& database, const Act& act, ExitId id, Task task, bool done, Day today);
Result<Done> note_try(sql::Database& database, const Act& act, NewsId id, Channel channel, Reply reply);
struct Answer {
    std::optional<Situation> situation = {};  // or
    std::optional<Missing> missing = {};
    std::optional<Field> field = {};
    Proof proof = Proof::Statement;
};
Result<Done> answer(sql::Database& database, const Act& act, NewsId id, const Answer& answer, Day today);
// The page by which somebody gives their own news: a private link, sixty days long.
inline constexpr std::string_view news_link = "news";
Result<std::string> make_news_link(sql::Database& database, const Act& act, NewsId id);
// Writes to them with such a link, and notes the try.
Result<Done> send_news_letter(sql::Database& database, const Act& act, NewsId id, std::string_view from,
                              std::string_view public_address);
Result<Done> answer_oneself(sql::Database& database, const Act& act, std::string_view token,
                            const Answer& answer, Day today);

// The review: what the house knows for its draft, and what was kept.
Facts facts_of(const sql::Reader& db, const Exit& exit);

std::optional<Review> review_of(const sql::Reader& db, ExitId id);
Result<Done> keep_review(sql::Database& database, const Act& act, ExitId id, const Review& review, Day today);

}  // namespace fabnum::outcomes
