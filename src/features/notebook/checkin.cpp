#include "features/notebook/checkin.h"

#include "base/words.h"

namespace fabnum::notebook {

std::string_view word_of(Mood mood) {
    return word_in(moods, mood);
}
std::string_view word_of(Footing footing) {
    return word_in(footings, footing);
}

std::string_view icon_of(Mood mood) {
    switch (mood) {
        case Mood::Well: return "sun";
        case Mood::Tired: return "moon";
        case Mood::SoSo: return "cloud";
        case Mood::Hard: return "cloud-rain";
    }
    return {};
}
std::string_view icon_of(Footing footing) {
    switch (footing) {
        case Footing::Sure: return "circle-check";
        case Footing::Moving: return "route";
        case Footing::Searching: return "compass";
        case Footing::Unsure: return "life-buoy";
    }
    return {};
}

}  // namespace fabnum::notebook
