#pragma once

// A check-in: how things are, in closed words and, if one likes, one's own. The words have no order and no
// number: nothing here can become a score or a curve. Pure.

#include <string>
#include <string_view>
#include <utility>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"

namespace fabnum::notebook {

using CheckinId = Id<struct CheckinTag>;

enum class Mood { Well, Tired, SoSo, Hard };
inline constexpr std::pair<std::string_view, Mood> moods[] = {
    {"well", Mood::Well}, {"tired", Mood::Tired}, {"so_so", Mood::SoSo}, {"hard", Mood::Hard}};
enum class Footing { Sure, Moving, Searching, Unsure };
inline constexpr std::pair<std::string_view, Footing> footings[] = {{"sure", Footing::Sure},
                                                                    {"moving", Footing::Moving},
                                                                    {"searching", Footing::Searching},
                                                                    {"unsure", Footing::Unsure}};
// "I would like to talk": asked, and later done.
enum class Talk { No, Wanted, Done };
inline constexpr std::pair<std::string_view, Talk> talks[] = {
    {"no", Talk::No}, {"wanted", Talk::Wanted}, {"done", Talk::Done}};

std::string_view word_of(Mood mood);
std::string_view word_of(Footing footing);
std::string_view icon_of(Mood mood);
std::string_view icon_of(Footing footing);

struct Checkin {
    CheckinId id = {};
    PersonId person = {};
    Mood mood = Mood::Well;
    Footing footing = Footing::Moving;
    std::string own_words = {};
    Talk talk = Talk::No;
    bool shared = false;  // with the coordinator
    Instant at = {};
};

}  // namespace fabnum::notebook
