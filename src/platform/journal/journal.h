#pragma once

// The journal: who changed what, when, what it was before and what it became. A change and its line are in
// the same transaction, so neither exists without the other.
//
//     journal::record(db, {.act = act, .action = "order.accepted", .subject_kind = "order",
//                          .subject = order.id.value, .site = order.site, .before = …, .after = …});
//
// Each line is chained to the one before: hash = SHA-256(previous, line, hash of the details). The details
// of a person who is erased can be blanked, for their hash stays; any other change shows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "platform/sql/sql.h"

namespace fabnum::journal {

struct Entry {
    Act act;
    std::string_view action;   // "order.accepted"
    std::string subject_kind;  // "order"
    std::int64_t subject = 0;
    SiteId site = {};
    std::string before = "", after = "";  // JSON objects, or ""
};
void record(const sql::Writer& db, const Entry& entry);

struct Line {
    std::int64_t seq = 0;
    Instant at = {};
    PersonId actor = {};
    Role role = Role::Anyone;
    SiteId site = {};
    std::string action, subject_kind;
    std::int64_t subject = 0;
    std::string before, after;
};

// All that happened to one thing, first to last.
std::vector<Line> history_of(const sql::Reader& db, std::string_view subject_kind, std::int64_t subject);

struct Filter {
    PersonId actor = {};
    std::string action = "";  // the beginning of it: "order." is all of them
    std::string subject_kind = "";
    SiteId site = {};
    std::optional<Instant> from = {}, until = {};  // from included, until not
};
struct Page {
    int size = 50;
    int skip = 0;
};
// The latest first.
std::vector<Line> lines(const sql::Reader& db, const Filter& filter, Page page);
std::int64_t count(const sql::Reader& db, const Filter& filter);

// Takes the details away from all lines about one thing: the erasure of a person. Answers how many.
std::int64_t blank_details(const sql::Writer& db, std::string_view subject_kind, std::int64_t subject);

// The end of the chain. Printed or mailed elsewhere, it later proves that nothing before it was rewritten.
struct Head {
    std::int64_t seq = 0;
    std::string hash;  // 32 bytes

    friend bool operator==(const Head&, const Head&) = default;
};
Head head(const sql::Reader& db);

struct Verdict {
    std::int64_t lines = 0;                 // that hold together, from the first
    std::int64_t blanked = 0;               // of these, lines without their details
    std::optional<std::int64_t> broken_at;  // the first line that is missing, moved or changed
    std::string why;

    explicit operator bool() const { return !broken_at; }
};
// Reads the whole chain, and compares it with heads kept elsewhere, if any.
Verdict verify(const sql::Reader& db, const std::vector<Head>& known = {});

}  // namespace fabnum::journal
