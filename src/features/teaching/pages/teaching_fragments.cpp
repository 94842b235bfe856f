#include "features/teaching/pages/teaching_fragments.h"

#include "base/text.h"

namespace fabnum::teaching {

using namespace html;

Url url_of(PairId id) {
    return Url("/entraide") / id;
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"teaching.not_there"}, Url("/entraide"), here_of(visit));
}

std::string_view here_of(const web::Visit& visit) {
    return visit.actor().role == Role::Participant ? "path" : "young";
}

std::string subject_word(const Subject& subject, const i18n::Words& t) {
    if (!subject.activity) return subject.topic;
    return t("projects.activity." + std::string(projects::word_of(*subject.activity)));
}

std::string name_of(const std::map<PersonId, people::Face>& faces, PersonId person) {
    const auto face = faces.find(person);
    return face == faces.end() ? "–" : people::short_name(face->second);
}

design::Tag state_tag(const Pair& pair, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string word = t("teaching.state." + std::string(word_in(pair_states, pair.state)));
    switch (pair.state) {
        case PairState::Asked: return {design::Tone::Watch, word};
        case PairState::Agreed: return {design::Tone::Info, word};
        case PairState::Done: return {design::Tone::Good, word};
        case PairState::Dropped: break;
    }
    return {design::Tone::Plain, word};
}

std::string pair_title(const Pair& pair, PersonId me, const std::string& other, const i18n::Words& t) {
    return t(pair.shows == me ? "teaching.you_show" : "teaching.you_learn",
             {{"name", other}, {"subject", subject_word(pair.subject, t)}});
}

}  // namespace fabnum::teaching
