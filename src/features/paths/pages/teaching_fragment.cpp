// Peer teaching on the page of a path: what both confirmed, the latest first.

#include "features/paths/pages/path_fragments.h"

namespace fabnum::paths {

using namespace html;

Markup traces_of(const std::vector<teaching::Trace>& traces, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    moments.reserve(traces.size());
    for (const auto& one : traces) {
        const auto& subject = one.pair.subject;
        const std::string word =
            subject.activity ? t("projects.activity." + std::string(projects::word_of(*subject.activity)))
                             : subject.topic;
        moments.push_back({.when = design::When::Past,
                           .time = one.pair.on ? t.short_day(*one.pair.on) : "",
                           .title = t(one.showed ? "teaching.showed_to" : "teaching.learned_with",
                                      {{"name", people::short_name(one.other)}, {"subject", word}}),
                           .detail = one.pair.told,
                           .to = Url("/entraide") / one.pair.id});
    }
    return moments.empty() ? p({cls("soft"), t("teaching.none_traces")}) : design::timeline(moments);
}

}  // namespace fabnum::paths
