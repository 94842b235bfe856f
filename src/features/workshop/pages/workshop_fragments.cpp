#include "features/workshop/pages/workshop_fragments.h"

#include <algorithm>

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

design::Tag use_tag(authorisations::Use use, const i18n::Words& t) {
    using authorisations::Use;
    const std::string word = t("authorisations.use." + std::string(word_in(authorisations::uses, use)));
    switch (use) {
        case Use::Alone: return {design::Tone::Good, word, "circle-check"};
        case Use::Accompanied: return {design::Tone::Info, word, "users"};
        case Use::NotYet: return {design::Tone::Watch, word, "hand"};
    }
    return {design::Tone::Plain, word};
}

std::vector<std::string> why_words(const authorisations::MachineAnswer& answer, const i18n::Words& t) {
    std::vector<std::string> words;
    for (const auto& reason : authorisations::reasons)
        if (std::find(answer.why.begin(), answer.why.end(), reason.why) != answer.why.end())
            words.push_back(t("authorisations.why." + std::string(reason.word)));
    return words;
}

std::string missing_words(const authorisations::Permit& permit, const i18n::Words& t) {
    using namespace authorisations;
    if (permit.paper != Paper::Valid || !permit.granted) return {};
    std::vector<std::string> words;
    for (const Part part : missing_for(*permit.granted, permit.done))
        words.push_back(t("authorisations.part." + std::string(word_in(parts, part))));
    return words.empty() ? std::string() : t("authorisations.missing", {{"what", t.list(words)}});
}

bool can_learn(const authorisations::Told& told) {
    using authorisations::Why;
    const auto& why = told.answer.why;
    const bool closed = std::find(why.begin(), why.end(), Why::Minor) != why.end();
    return !closed && !(told.permit.level && authorisations::row_of(*told.permit.level).alone);
}

}  // namespace fabnum::workshop
