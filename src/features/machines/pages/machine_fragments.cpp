#include "features/machines/pages/machine_fragments.h"

namespace fabnum::machines {

using namespace html;

Url url_of(MachineId id) {
    return Url("/machines") / id;
}

Url label_of(const Machine& one) {
    return Url("/m") / one.code;
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"machines.not_there"}, Url("/machines"), "workshop");
}

std::optional<Sight> seen(Room& room, const web::Visit& visit, MachineId id) {
    auto found = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!found || !reaches(visit.actor(), found->machine.site)) return std::nullopt;
    return found;
}

http::Response answered(web::Visit& visit, const Machine& machine, const Result<Done>& done,
                        std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), label_of(machine), "workshop");
    visit.say(said, {{"name", machine.name}});
    return http::see_other(label_of(machine));
}

}  // namespace fabnum::machines
