#pragma once

// What comes next for a job, as forms: the middle of its page.

#include <map>
#include <optional>
#include <vector>

#include "features/production/pages/production_fragments.h"
#include "platform/journal/journal.h"

namespace fabnum::production {

struct JobFacts {
    Sight sight;
    unsigned as = 0;
    Preview preview = {};
    Around around = {};
    std::vector<journal::Line> history = {};
    std::map<machines::MachineId, Job> holders = {};  // what holds each machine now
    Answers own = {};                                 // of a young person, before each machine
    std::vector<Hands> hands = {};                    // whom the team may name
};
std::optional<JobFacts> facts_of(Room& room, const web::Visit& visit, JobId id);
http::Response job_page(web::Visit& visit, const JobFacts& facts, const forms::Form& form, int status = 200);

html::Markup next_step(const JobFacts& facts, const forms::Form& form, const web::Visit& visit);

}  // namespace fabnum::production
