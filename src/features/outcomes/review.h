#pragma once

// The review that a young person keeps: drafted from facts, finished while talking, in their own words.

#include <array>
#include <string>
#include <vector>

#include "features/outcomes/exit.h"
#include "features/projects/projects.h"
#include "features/teaching/teaching.h"

namespace fabnum::outcomes {

struct Review {
    std::string objectives = {}, tasks = {}, learned = {};
    std::string own_words = {};                      // of the young person
    std::string tutor_host = {}, tutor_sender = {};  // both tutors
    Day talked = {};
};

// What the house knows: the missions and the turns taken in them, minutes by kind of activity.
struct Carried {
    std::string title = {};
    projects::Turn turn = projects::Turn::Member;
};
struct Facts {
    std::vector<Carried> missions = {};
    std::array<int, projects::activity_count> minutes{};
    int all_minutes = 0;
    std::vector<teaching::Trace> traces = {};  // what they showed and learned, both confirmed
};

}  // namespace fabnum::outcomes
