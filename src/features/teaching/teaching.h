#pragma once

// Peer teaching: young people of a cohort show each other what they can do. What both confirm is a trace that
// their path and their review can tell.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/teaching/teaching_pair.h"
#include "platform/sql/sql.h"

namespace fabnum::teaching {

// What somebody sees: those who are in their cohort now.
struct Table {
    std::vector<Wish> wishes;         // of the cohort, the oldest first
    std::vector<Pair> pairs;          // theirs, the latest first
    std::vector<Proposal> proposals;  // that they could begin
    std::map<PersonId, people::Face> faces;
};
Table table_of(const sql::Reader& db, PersonId person, Day today);

// What the team sees of its site: wishes of those who are there, pairs under way and done.
struct Overview {
    std::vector<Wish> wishes;
    std::vector<Pair> pairs;
    std::map<PersonId, people::Face> faces;
};
Overview overview(const sql::Reader& db, const Actor& actor, Day today);
std::optional<Pair> visible_to(const sql::Reader& db, const Actor& actor, PairId id);

// What both confirmed, the latest first: evidence for a path and a review.
struct Trace {
    Pair pair;
    people::Face other;
    bool showed = false;
};
std::vector<Trace> traces_of(const sql::Reader& db, PersonId person);

// Verbs, each one transaction and its journal line.
Result<Done> wish(sql::Database& database, const Act& act, Side side, const Subject& subject);
Result<Done> end_wish(sql::Database& database, const Act& act, WishId id);
// The other one hears of it and may say yes or no.
Result<PairId> ask(sql::Database& database, const Act& act, WishId show, WishId learn, Day today);
// Yes, on that day; said again, another day.
Result<Done> agree(sql::Database& database, const Act& act, PairId id, Day on, Day today);
struct Told {
    std::string words = {};
    std::optional<files::Cabinet::Checked> photo = {};
};
Result<Done> confirm(sql::Database& database, const files::Cabinet& cabinet, const Act& act, PairId id,
                     const Told& told, Day today);
Result<Done> drop(sql::Database& database, const Act& act, PairId id);

}  // namespace fabnum::teaching
