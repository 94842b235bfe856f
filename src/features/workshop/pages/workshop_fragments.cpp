#include "features/workshop/pages/workshop_fragments.h"

namespace fabnum::workshop {

using namespace html;
using machines::Standing;

namespace {

design::Tone tone_of(Standing standing) {
    switch (standing) {
        case Standing::LockedOut:
        case Standing::Stopped: return design::Tone::Alert;
        case Standing::Waiting:
        case Standing::Watch: return design::Tone::Watch;
        case Standing::Ready: return design::Tone::Good;
    }
    return design::Tone::Plain;
}

}  // namespace

Url label_of(const machines::Machine& one) {
    return Url("/m") / one.code;
}

design::Tag state_tag(const machines::Sight& sight, const i18n::Words& t) {
    const auto& row = machines::row_of(sight.standing());
    return {tone_of(row.standing), t("machines.standing." + std::string(row.word)), row.icon};
}

std::string family_word(const machines::Machine& one, const i18n::Words& t) {
    return t("machines.family." + std::string(machines::word_of(one.family)));
}

std::string running_words(const machines::Machine& one, const i18n::Words& t) {
    return t("machines.hours", {{"hours", one.running_minutes / 60}});
}

design::MachineTile tile_of(const machines::Sight& sight, const i18n::Words& t) {
    const auto& one = sight.machine;
    return {.to = label_of(one),
            .icon = machines::traits_of(one.family).icon,
            .name = one.name,
            .detail = one.place.empty() ? family_word(one, t) : one.place,
            .state = state_tag(sight, t)};
}

}  // namespace fabnum::workshop
