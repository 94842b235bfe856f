#pragma once

// The line that every verb of this room leaves in the journal.

#include <string>
#include <string_view>

#include "base/actor.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::notebook {

inline void line(const sql::Writer& db, const Act& act, std::string_view action, PersonId person,
                 std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "notebook",
                         .subject = person.value,
                         .site = act.by.site,
                         .before = "",
                         .after = std::move(after)});
}

}  // namespace fabnum::notebook
