#pragma once

// What this room writes to a young person and to who referred them. A letter carries a private link of its
// own.

#include <initializer_list>
#include <string>
#include <string_view>

#include "features/recruitment/candidates.h"

namespace fabnum::recruitment {

// Its words are recruitment.letter.<letter>.subject, .body and .do; `words` is what somebody of the team
// wrote. Nothing happens when the candidate has no mail.
void tell(const sql::Writer& db, const Act& act, const Candidate& candidate, std::string_view letter,
          std::initializer_list<i18n::Fact> facts, const std::string& public_address,
          std::string_view words = {});
// To the counsellor who referred them, if any; forgotten with the candidate.
void tell_referrer(const sql::Writer& db, const Act& act, const Candidate& candidate, std::string_view letter,
                   std::initializer_list<i18n::Fact> facts, const std::string& public_address);
// To a counsellor, about no one in particular.
void tell_referrer(const sql::Writer& db, const Act& act, const Referrer& referrer, std::string_view letter,
                   std::initializer_list<i18n::Fact> facts, const std::string& public_address);

// A new private link of a candidate, as an absolute address.
std::string link_of(const sql::Writer& db, const Candidate& candidate, Instant now,
                    const std::string& public_address);

}  // namespace fabnum::recruitment
