#pragma once

// A review as it stands: the kept one, or a first draft from what the house knows.

#include "features/outcomes/pages/pages.h"

namespace fabnum::outcomes {

struct Drafted {
    Exit exit = {};
    people::Face face = {};
    cohorts::Cohort cohort = {};
    sites::Site site = {};
    Facts facts = {};
    Review review = {};
    bool kept = false;
};
std::optional<Drafted> drafted(Room& room, const web::Visit& visit, ExitId id);

}  // namespace fabnum::outcomes
