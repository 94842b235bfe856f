// What the machines' queue asks of a person: plates to clear, pieces to check, files that wait for a yes.

#include "features/home/pages/jobs_card.h"

#include "design/page.h"
#include "features/production/production.h"

namespace fabnum::home {

using namespace html;
using production::State;

namespace {

struct Call {
    std::string_view key, icon;
    State state;
    design::Tone tone;
};
constexpr Call calls[] = {{"on_plate", "package-open", State::OnPlate, design::Tone::Watch},
                          {"to_check", "eye", State::ToCheck, design::Tone::Design},
                          {"waiting", "hand", State::Waiting, design::Tone::Watch},
                          {"queued", "hourglass", State::Queued, design::Tone::Info},
                          {"running", "play", State::Running, design::Tone::Progress}};

}  // namespace

Markup jobs_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto open = room.database.read([&](const sql::Reader& db) {
        return production::list(db, visit.actor(), {.site = visit.actor().site, .only_open = true});
    });
    std::vector<design::Decision> rows;
    for (const Call& call : calls) {
        std::int64_t count = 0;
        std::string first;
        for (const auto& one : open) {
            if (one.job.state != call.state) continue;
            if (count++ == 0) first = one.job.title;
        }
        if (count == 0) continue;
        const std::string word = t("home.jobs." + std::string(call.key), {{"count", count}});
        rows.push_back({.icon = call.icon,
                        .tone = call.tone,
                        .title = word,
                        .detail = first,
                        .to = Url("/fabrications")});
    }
    const Markup body =
        rows.empty()
            ? p({cls("soft"), t("home.jobs.none")}) +
                  design::link_button(
                      {.word = t("home.jobs.bring"), .icon = "upload", .look = design::Look::Outline},
                      Url("/fabrications/nouvelle"))
            : design::decision_list(rows);
    return design::card({.title = t("home.jobs.title"),
                         .action = design::Link{t("home.jobs.all"), Url("/fabrications")},
                         .body = body,
                         .flush = !rows.empty()});
}

}  // namespace fabnum::home
