#include "features/people/person_entry.h"

#include "platform/journal/journal.h"

namespace fabnum::people {

void note(const sql::Writer& db, const Act& act, std::string_view action, PersonId about, std::string after,
          std::string before) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = about.value,
                         .site = act.by.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

}  // namespace fabnum::people
