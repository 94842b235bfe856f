#pragma once

// How a line of the journal becomes bytes, and bytes a hash. Changing anything here breaks every chain that
// was ever written.

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/sql/sql.h"

namespace fabnum::journal {

// One row of the table, as stored.
struct Link {
    std::int64_t seq = 0;
    std::int64_t at = 0;
    std::int64_t actor = 0;  // 0: nobody
    std::string role;
    std::int64_t site = 0;
    std::string action, subject_kind;
    std::int64_t subject = 0;
    std::string before, after, salt;
    std::string details_hash, previous, hash;
};

inline constexpr std::size_t hash_size = 32;
// What the first line is chained to.
inline const std::string no_hash(hash_size, '\0');

// Salted, so that nobody finds erased details by trying likely ones.
std::string hash_of_details(const Link& link);
std::string hash_of(const Link& link);
bool has_details(const Link& link);

Link link_from(sql::Row& row);
inline constexpr std::string_view link_columns =
    "seq, at, actor, role, site_id, action, subject_kind, subject_id, before, after, salt, details_hash, "
    "previous, "
    "hash";

}  // namespace fabnum::journal
