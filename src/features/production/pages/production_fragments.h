#pragma once

// Markup shared by the pages of this room.

#include <map>
#include <string>
#include <vector>

#include "design/page.h"
#include "features/people/people.h"
#include "features/production/pages/pages.h"

namespace fabnum::production {

html::Url url_of(JobId id);
design::Tag state_tag(const Job& job, const i18n::Words& t);
std::string_view icon_of(machines::Family family);
std::string family_word(machines::Family family, const i18n::Words& t);
std::string material_word(Material material, const i18n::Words& t);
// "2 h 15 min, 45 g de PLA": what is known, said shortly; "" when nothing is.
std::string facts_line(const Sight& sight, const i18n::Words& t);
std::string grams(std::int64_t milligrams, const i18n::Words& t);
// "1 h 30", "moins d’une minute"
std::string time_words(std::int64_t seconds, const i18n::Words& t);
std::vector<design::Choice> material_choices(const i18n::Words& t);
std::vector<design::Choice> cause_choices(const i18n::Words& t);
// The part of a page that is asked for again when something changes.
html::Markup live_part(std::string_view id, const html::Markup& body);

// What several jobs are shown with.
struct Around {
    std::map<machines::MachineId, machines::Sight> machines;
    std::map<machines::MachineId, printers::Printer> printers;
    std::map<machines::MachineId, printers::Room3> rooms;
    std::map<projects::ProjectId, projects::Glance> missions;
    std::map<PersonId, people::Face> faces;

    std::string machine_name(machines::MachineId id) const;
    std::string mission_title(projects::ProjectId id) const;
    std::string person_name(PersonId id) const;
};
Around around(const sql::Reader& db, SiteId site, const std::vector<Sight>& jobs);

// What a machine does now, in a word, whether or not it answers over the network.
struct Doing {
    design::Tag tag;
    std::string detail;  // "fini dans 1 h 20", "ne répond plus depuis 10 h 12"
    std::optional<double> share = {};
};
Doing doing(const machines::Sight& machine, const Job* job, const printers::Printer* printer,
            const web::Visit& visit);
// How many jobs wait for a machine that nobody can use: "2 fabrications l’attendent"; "" when none does.
std::string waiting_for(const machines::Sight& machine, const std::vector<Sight>& open, const i18n::Words& t);

}  // namespace fabnum::production
