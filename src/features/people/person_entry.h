#pragma once

// The line in the journal that every verb about a person ends with.

#include <string>
#include <string_view>

#include "features/people/people.h"

namespace fabnum::people {

void note(const sql::Writer& db, const Act& act, std::string_view action, PersonId about,
          std::string after = {}, std::string before = {});

}  // namespace fabnum::people
