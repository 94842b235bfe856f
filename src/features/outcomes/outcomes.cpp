// Reading: lists with names, and results without.

#include "features/outcomes/outcomes.h"

#include <algorithm>
#include <set>

#include "features/outcomes/outcome_store.h"

namespace fabnum::outcomes {

namespace {

std::map<cohorts::CohortId, cohorts::Cohort> cohorts_of(const sql::Reader& db, SiteId site, Day today) {
    std::map<cohorts::CohortId, cohorts::Cohort> found;
    for (auto& row : cohorts::list(db, {.site = site}, today)) found[row.cohort.id] = row.cohort;
    return found;
}

std::vector<cohorts::CohortId> ids_of(const std::map<cohorts::CohortId, cohorts::Cohort>& cohorts) {
    std::vector<cohorts::CohortId> ids;
    for (const auto& [id, cohort] : cohorts) ids.push_back(id);
    return ids;
}

std::vector<NewsLine> named(const sql::Reader& db, std::vector<store::NewsRow> rows) {
    std::vector<PersonId> people;
    std::vector<cohorts::CohortId> ids;
    for (const auto& row : rows) {
        people.push_back(row.exit.person);
        if (std::find(ids.begin(), ids.end(), row.exit.cohort) == ids.end()) ids.push_back(row.exit.cohort);
    }
    const auto faces = people::faces(db, people);
    const auto cohorts = cohorts::found(db, ids);
    std::vector<NewsLine> lines;
    for (auto& row : rows) {
        const auto face = faces.find(row.exit.person);
        const auto cohort = cohorts.find(row.exit.cohort);
        if (face == faces.end() || cohort == cohorts.end()) continue;
        lines.push_back({row.news, row.exit, face->second, cohort->second.name, row.tries});
    }
    return lines;
}

}  // namespace

std::vector<Leaving> leaving(const sql::Reader& db, SiteId site, Day today) {
    const auto cohorts = cohorts_of(db, site, today);
    const auto ids = ids_of(cohorts);
    std::set<std::pair<cohorts::CohortId, PersonId>> noted;
    for (const Exit& exit : store::of_cohorts(db, ids)) noted.insert({exit.cohort, exit.person});
    std::vector<cohorts::Membership> waiting;
    std::vector<PersonId> people;
    for (const auto& one : cohorts::memberships(db, ids)) {
        const Day on = one.left.value_or(cohorts.at(one.cohort).ends);
        if (on > today + 28 || noted.contains({one.cohort, one.person})) continue;
        waiting.push_back(one);
        people.push_back(one.person);
    }
    const auto faces = people::faces(db, people);
    std::vector<Leaving> found;
    for (const auto& one : waiting) {
        const auto& cohort = cohorts.at(one.cohort);
        if (const auto face = faces.find(one.person); face != faces.end())
            found.push_back({face->second, cohort, one.left.value_or(cohort.ends)});
    }
    std::sort(found.begin(), found.end(), [](const Leaving& a, const Leaving& b) {
        return std::tuple(a.on, a.face.given_name, a.face.id) <
               std::tuple(b.on, b.face.given_name, b.face.id);
    });
    return found;
}

std::vector<ExitLine> exits(const sql::Reader& db, SiteId site, Day today) {
    const auto all = store::of_site(db, site);
    std::map<ExitId, std::vector<DoneTask>> done;
    for (const auto& [exit, task] : store::done_tasks(db, site)) done[exit].push_back(task);
    std::vector<PersonId> people;
    for (const Exit& exit : all) people.push_back(exit.person);
    const auto faces = people::faces(db, people);
    const auto cohorts = cohorts_of(db, site, today);
    std::vector<ExitLine> lines;
    for (const Exit& exit : all) {
        const auto face = faces.find(exit.person);
        const auto cohort = cohorts.find(exit.cohort);
        if (face == faces.end() || cohort == cohorts.end()) continue;
        ExitLine line{.exit = exit, .face = face->second, .cohort = cohort->second.name};
        for (const Todo& todo : todos(exit, done[exit.id])) {
            if (todo.done) continue;
            ++line.to_do;
            line.late = line.late || todo.due < today;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<Exit> find(const sql::Reader& db, const Actor& actor, ExitId id) {
    auto exit = store::find(db, id);
    if (!exit || !reaches(actor, exit->site)) return std::nullopt;
    return exit;
}
std::vector<DoneTask> done_tasks(const sql::Reader& db, ExitId id) {
    return store::done_tasks(db, id);
}
std::vector<News> news_of(const sql::Reader& db, ExitId id) {
    return store::news_of(db, id);
}
std::vector<NewsLine> news(const sql::Reader& db, const NewsFilter& filter, Day today) {
    return named(db, store::news(db, filter, today));
}
std::optional<NewsLine> find_news(const sql::Reader& db, NewsId id) {
    const auto row = store::news_row(db, id);
    if (!row) return std::nullopt;
    const auto lines = named(db, {*row});
    return lines.empty() ? std::nullopt : std::optional(lines.front());
}
std::vector<Try> tries_of(const sql::Reader& db, NewsId id) {
    return store::tries(db, id);
}

Courses courses(const sql::Reader& db, const std::vector<cohorts::CohortId>& ids) {
    const auto cohorts = cohorts::found(db, ids);
    std::map<std::pair<cohorts::CohortId, PersonId>, Exit> exits;
    for (const Exit& exit : store::of_cohorts(db, ids)) exits[{exit.cohort, exit.person}] = exit;
    std::map<ExitId, std::vector<News>> news;
    for (const News& one : store::news_of(db, ids)) news[one.exit].push_back(one);
    Courses found;
    for (const auto& one : cohorts::memberships(db, ids)) {
        const auto cohort = cohorts.find(one.cohort);
        if (cohort == cohorts.end()) continue;
        Course course{.joined = one.joined, .ends = cohort->second.ends, .left = one.left, .exit = {}};
        if (const auto exit = exits.find({one.cohort, one.person}); exit != exits.end()) {
            course.exit = exit->second;
            course.news = news[exit->second.id];
        }
        found[one.cohort].push_back(std::move(course));
    }
    return found;
}

}  // namespace fabnum::outcomes
