#pragma once

// Recruitment: from an information meeting, a referral or one's own interest to a seat in a cohort, or
// another way. Where somebody stands is computed from what happened; nothing here decides by itself; and the
// names of those who did not get a seat go on a day that is said beforehand.

#include <string>

#include "features/recruitment/candidates.h"
#include "features/recruitment/interest.h"
#include "features/recruitment/meetings.h"
#include "features/recruitment/referrals.h"
#include "platform/sql/sql.h"

namespace fabnum::recruitment {

// What the house does by itself. Each answers how many.
// Letters to those who are asked or booked, a week and a day before; to those with an interview, a day
// before.
int remind(sql::Database& database, const std::string& public_address, Instant now);
// Forgets who they were, those whose day has come; sheets that nobody sent; old lines of who opened what.
int forget(sql::Database& database, Instant now);

}  // namespace fabnum::recruitment
