#pragma once

// The signatures of a cohort's month as one text that an auditor can verify alone: a line of JSON per
// signature, and between them, for those of others, only their hash. Pure.

#include <string>
#include <string_view>
#include <vector>

#include "features/attendance/chain.h"

namespace fabnum::attendance {

struct ProofHead {
    std::int64_t cohort = 0;
    std::string cohort_name, site_name, month;  // "Promo 3", "Hem", "2026-11"
    std::string made_at;                        // "2026-11-24T08:02:00Z"
};
std::string proof_text(const ProofHead& head, const std::vector<Shown>& lines);
// What `fabnum attendance verify` says of such a text.
Finding verified(std::string_view text);

}  // namespace fabnum::attendance
