// The machines of a site on the homes of the team: those that call for somebody come first.

#include "features/home/pages/workshop_card.h"

#include <algorithm>

#include "design/machine.h"
#include "design/page.h"
#include "features/machines/machines.h"

namespace fabnum::home {

using namespace html;
using machines::Sight;
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

Markup machine_wall(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    auto all =
        room.database.read([&](const sql::Reader& db) { return machines::of_site(db, visit.actor().site); });
    if (all.empty()) return {};
    std::stable_sort(all.begin(), all.end(),
                     [](const Sight& a, const Sight& b) { return a.standing() < b.standing(); });
    std::vector<design::MachineTile> tiles;
    tiles.reserve(all.size());
    for (const Sight& one : all) {
        const auto& row = machines::row_of(one.standing());
        tiles.push_back(
            {.to = Url("/m") / one.machine.code,
             .icon = machines::traits_of(one.machine.family).icon,
             .name = one.machine.name,
             .detail = one.machine.place,
             .state = {tone_of(row.standing), t("machines.standing." + std::string(row.word)), row.icon}});
    }
    return design::section_title(t("machines.list.title"),
                                 design::Link{t("home.workshop.all"), Url("/machines")}) +
           design::machine_tiles(tiles);
}

}  // namespace fabnum::home
