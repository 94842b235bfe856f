// POST /machines/{}/…: its photo, its hours, out of use and back.

#include "features/machines/pages/machine_fragments.h"

namespace fabnum::machines {

using namespace html;

http::Response machine_open(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    return known ? http::see_other(label_of(known->machine)) : not_there(visit);
}

http::Response machine_photo(Room& room, web::Visit& visit, MachineId id) {
    const auto file = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto known = find(db, id);
        if (!known || !known->machine.photo) return std::nullopt;
        return room.cabinet.find(db, known->machine.photo);
    });
    return file ? room.cabinet.serve(*file, files::Size::Card) : not_there(visit);
}

http::Response machine_photograph(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    const auto& uploads = visit.request().uploads;
    if (uploads.empty() || uploads.front().size == 0)
        return answered(visit, known->machine, Refusal{"machines.problem.photo"}, "");
    const auto file = room.cabinet.check(uploads.front(), {});
    if (!file) return answered(visit, known->machine, file.refusal(), "");
    return answered(visit, known->machine, set_photo(room.database, visit.act(), id, room.cabinet, *file),
                    "machines.said.photo");
}

http::Response machine_retire(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    return answered(visit, known->machine, retire(room.database, visit.act(), id, visit.today()),
                    "machines.said.retired");
}

http::Response machine_return(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    return answered(visit, known->machine, retire(room.database, visit.act(), id, std::nullopt),
                    "machines.said.brought_back");
}

http::Response machine_hours(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    forms::Form form(visit);
    const auto hours = form.number("hours", 0, 200'000);
    if (!hours) return answered(visit, known->machine, form.problems().front().why, "");
    return answered(visit, known->machine, note_running(room.database, visit.act(), id, *hours * 60),
                    "machines.said.hours");
}

}  // namespace fabnum::machines
