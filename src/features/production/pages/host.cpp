// What a slicer finds when it takes us for OctoPrint: a version, and a place to send files to. What it sends
// waits for a yes like any other file, whatever it asks for.

#include "base/text.h"
#include "engine/gcode/gcode.h"
#include "features/production/keys.h"
#include "features/production/pages/production_pages.h"
#include "platform/clock/clock.h"
#include "platform/files/disk.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"

namespace fabnum::production {

namespace {

std::string title_from(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    std::string title(trimmed(file_name.substr(0, dot)));
    for (char& c : title)
        if (c == '_') c = ' ';
    return title.empty() ? "G-code" : shortened(title, 80);
}

Material material_named(std::string_view slicers_word) {
    const std::string word = i18n::search_key(slicers_word);
    for (const MaterialTraits& one : materials)
        if (one.density_g_cm3 > 0 && word.starts_with(one.word)) return one.material;
    return Material::Pla;
}

http::Response no(int status, std::string_view why) {
    return http::json(json::object({{"error", why}}), status);
}

}  // namespace

http::Response host_version(Room&, web::Visit&) {
    return http::json(
        json::object({{"api", "0.1"}, {"server", "1.11.0"}, {"text", "OctoPrint 1.11.0 (fabnum)"}}));
}

http::Response host_upload(Room& room, web::Visit& visit) {
    const auto& request = visit.request();
    const auto holder =
        holder_of(room.database, request.headers.get("X-Api-Key"), visit.now(), visit.today());
    if (!holder) return no(403, "This key is not known.");
    if (request.uploads.empty() || request.uploads.front().size == 0) return no(400, "There is no file.");
    const auto& upload = request.uploads.front();
    NewJob job{.site = holder->site, .title = title_from(upload.file_name)};
    job.material = material_named(gcode::notes_of(files::Mapped(upload.path).bytes()).filament_type);
    const auto file = room.cabinet.check(upload, {.picture = false, .model = true});
    if (!file) return no(415, "This is neither G-code nor a model.");
    const auto missions =
        room.database.read([&](const sql::Reader& db) { return projects::under_way_of(db, holder->person); });
    if (missions.size() == 1) job.project = missions.front();
    const auto made = bring(room.database, room.cabinet, {.by = *holder, .at = visit.now()}, job, *file);
    if (!made) return no(409, "The file was not taken.");
    room.news.tell("changed");
    const html::Url url = html::Url("/fabrications") / *made;
    const auto local =
        json::object({{"name", upload.file_name},
                      {"path", upload.file_name},
                      {"origin", "local"},
                      {"refs", json::inside(json::object({{"resource", visit.absolute(url)}}))}});
    auto response =
        http::json(json::object({{"files", json::inside(json::object({{"local", json::inside(local)}}))},
                                 {"done", true},
                                 {"effectiveSelect", false},
                                 {"effectivePrint", false}}),
                   201);
    response.with("Location", visit.absolute(url));
    return response;
}

}  // namespace fabnum::production
