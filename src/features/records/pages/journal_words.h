#pragma once

// A line of the journal in the reader's words: what was done, to what, and what became of what.

#include <map>
#include <string>
#include <vector>

#include "features/records/pages/record_fragments.h"
#include "platform/journal/journal.h"

namespace fabnum::records {

// What the lines of a page speak of, by number.
struct Spoken {
    std::map<PersonId, people::Face> faces;
    std::map<orders::OrderId, std::string> orders;  // "C-2026-014, 60 médailles"
    std::map<projects::ProjectId, std::string> missions;
    std::map<SiteId, std::string> sites;
};
Spoken spoken_of(Room& room, const sql::Reader& db, const std::vector<journal::Line>& lines);

std::string action_words(const journal::Line& line, const i18n::Words& t);
std::string subject_words(const journal::Line& line, const Spoken& spoken, const i18n::Words& t);
html::Markup subject_link(const journal::Line& line, const Spoken& spoken, const i18n::Words& t);
// "état : Reçue → Acceptée", one for each fact that changed and has a name.
std::vector<std::string> change_words(const journal::Line& line, const Spoken& spoken, const i18n::Words& t);

}  // namespace fabnum::records
