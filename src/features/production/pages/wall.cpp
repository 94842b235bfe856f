// GET /fabrications/tableau: the machines of a site on a screen at the wall, readable from three metres.

#include <algorithm>

#include "features/production/pages/production_fragments.h"
#include "features/production/pages/production_pages.h"

namespace fabnum::production {

using namespace html;

namespace {

Markup machine_panel(const machines::Sight& machine, const Sight* holder, const printers::Printer* printer,
                     const std::vector<Sight>& open, const web::Visit& visit) {
    const auto& t = visit.words();
    const Doing now = doing(machine, holder ? &holder->job : nullptr, printer, visit);
    Markup body = h2({machine.machine.name}) + design::tag(now.tag);
    if (holder) body += p({cls("wall-job"), holder->job.title});
    if (now.share)
        body +=
            design::gauge({.share = *now.share,
                           .mark = {},
                           .tone = design::Tone::Progress,
                           .label = t("production.share",
                                      {{"percent", t.number(static_cast<std::int64_t>(*now.share * 100))}})});
    const bool is_usable = machines::row_of(machine.standing()).usable;
    const std::string detail = is_usable ? now.detail : waiting_for(machine, open, t);
    if (!detail.empty()) body += p({cls("wall-detail"), detail});
    return li({cls("wall-machine wall-" + std::string(design::name_of(now.tag.tone))), body});
}

}  // namespace

http::Response wall(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<Sight> open;
    const auto all = room.database.read([&](const sql::Reader& db) {
        open = list(db, visit.actor(), {.site = visit.actor().site, .only_open = true});
        return around(db, visit.actor().site, open);
    });
    Markup panels;
    for (const auto& [id, machine] : all.machines) {
        const bool makes = std::find(std::begin(making_families), std::end(making_families),
                                     machine.machine.family) != std::end(making_families);
        if (!makes) continue;
        const Sight* holder = nullptr;
        for (const Sight& one : open)
            if (one.job.machine == id && holds_machine(one.job.state)) holder = &one;
        const auto printer = all.printers.find(id);
        panels += machine_panel(machine, holder, printer == all.printers.end() ? nullptr : &printer->second,
                                open, visit);
    }
    std::int64_t queued = 0;
    for (const Sight& one : open) queued += one.job.state == State::Queued ? 1 : 0;
    if (panels.empty())
        panels = li({design::empty_state({.icon = "printer", .title = t("production.no_machines")})});
    const Markup body =
        header({cls("wall-head"), h1({t("production.wall", {{"site", visit.visitor().site_name}})}),
                p({t("production.wall_queue", {{"count", queued}})})}) +
        ul({cls("wall"), html::role("list"), panels}) +
        p({cls("wall-foot"), a({href(Url("/fabrications")), t("production.do.leave_wall")})});
    design::Shell shell{.words = t, .title = t("production.title"), .body = live_part("mur", body)};
    shell.theme = visit.visitor().theme == "light"  ? design::Theme::Light
                  : visit.visitor().theme == "dark" ? design::Theme::Dark
                                                    : design::Theme::Device;
    return http::page(html::print(design::shell_kiosk(shell)));
}

}  // namespace fabnum::production
