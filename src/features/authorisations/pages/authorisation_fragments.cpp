#include "features/authorisations/pages/authorisation_fragments.h"

#include <algorithm>

namespace fabnum::authorisations {

using namespace html;

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"authorisations.not_there"}, Url("/machines"), "workshop");
}

std::string family_word(Family family, const i18n::Words& t) {
    return t("machines.family." + std::string(machines::word_of(family)));
}

std::string level_word(Level level, const i18n::Words& t) {
    return t("authorisations.level." + std::string(row_of(level).word));
}

std::vector<Family> families_of(const sql::Reader& db, SiteId site) {
    std::vector<Family> found;
    for (const auto& one : machines::of_site(db, site)) {
        if (one.machine.danger == machines::Danger::Free) continue;
        if (std::find(found.begin(), found.end(), one.machine.family) == found.end())
            found.push_back(one.machine.family);
    }
    std::sort(found.begin(), found.end());
    return found;
}

design::Tag permit_tag(const Permit& permit, const i18n::Words& t) {
    switch (permit.paper) {
        case Paper::None: return {design::Tone::Plain, t("authorisations.paper.none"), "circle-dashed"};
        case Paper::Expired: return {design::Tone::Watch, t("authorisations.paper.expired"), "clock"};
        case Paper::Revoked: return {design::Tone::Alert, t("authorisations.paper.revoked"), "ban"};
        case Paper::Valid: break;
    }
    if (!permit.level) return {design::Tone::Progress, t("authorisations.paper.under_way"), "hourglass"};
    const bool alone = row_of(*permit.level).alone;
    const bool touches = row_of(*permit.level).touches;
    return {alone     ? design::Tone::Good
            : touches ? design::Tone::Info
                      : design::Tone::Plain,
            level_word(*permit.level, t),
            alone     ? "circle-check"
            : touches ? "users"
                      : "eye"};
}

std::string missing_words(const Permit& permit, const i18n::Words& t) {
    if (permit.paper != Paper::Valid || !permit.granted) return {};
    std::vector<std::string> words;
    for (const Part part : missing_for(*permit.granted, permit.done))
        words.push_back(t("authorisations.part." + std::string(word_in(parts, part))));
    return words.empty() ? std::string() : t("authorisations.missing", {{"what", t.list(words)}});
}

}  // namespace fabnum::authorisations
