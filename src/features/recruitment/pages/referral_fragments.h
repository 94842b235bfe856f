#pragma once

// What the pages of a counsellor share: who holds the link.

#include "features/recruitment/pages/recruitment_fragments.h"

namespace fabnum::recruitment {

std::optional<Referrer> holder_of(Room& room, const web::Visit& visit, const std::string& token);
// What is done through a private link is an act of somebody without account, on that site.
Act act_of(const web::Visit& visit, const Referrer& referrer);

}  // namespace fabnum::recruitment
