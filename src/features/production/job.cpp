#include "features/production/job.h"

#include "base/words.h"

namespace fabnum::production {

std::string_view word_of(State state) {
    return word_in(states, state);
}
State state_from(std::string_view word) {
    return value_in(states, word);
}
std::string_view word_of(Cause cause) {
    return word_in(causes, cause);
}

Result<State> after(State state, Step step) {
    for (const Transition& one : job_life)
        if (one.from == state && one.step == step) return one.to;
    return Refusal{"production.moved_meanwhile"};
}

bool may(State state, Step step, unsigned as) {
    for (const Transition& one : job_life)
        if (one.from == state && one.step == step) return (one.doers & as) != 0;
    return false;
}

const MaterialTraits& traits_of(Material material) {
    for (const MaterialTraits& one : materials)
        if (one.material == material) return one;
    return materials[0];
}
std::string_view word_of(Material material) {
    return traits_of(material).word;
}
Material material_from(std::string_view word) {
    for (const MaterialTraits& one : materials)
        if (one.word == word) return one.material;
    return Material::Other;
}

std::optional<Refusal> forbidden(machines::Family family, Material material) {
    const auto& why = traits_of(material).never_by_laser;
    if (family != machines::Family::Laser || why.empty()) return std::nullopt;
    return Refusal{std::string(why)};
}

}  // namespace fabnum::production
