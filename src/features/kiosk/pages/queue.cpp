// POST /borne/attente: a tap that waited on the tablet for the network. The answer says that it is on disk:
// only then the tablet forgets it. GET /borne/hors-ligne.js: what keeps the page of the tablet when nothing
// answers.

#include <charconv>

#include "base/text.h"
#include "base/words.h"
#include "features/kiosk/pages/kiosk_pages.h"
#include "platform/assets/assets.h"
#include "platform/forms/form.h"
#include "platform/json/json.h"

namespace fabnum::kiosk {

namespace {

// Milliseconds of a browser's clock.
std::optional<Instant> instant_from(std::string_view text) {
    std::int64_t millis = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), millis);
    if (error != std::errc() || end != text.data() + text.size() || millis <= 0 || millis > 9'999'999'999'999)
        return std::nullopt;
    return Instant{millis * 1000};
}

}  // namespace

http::Response queued(Room& room, web::Visit& visit) {
    const auto device = asking(room, visit);
    if (!device) return http::json(json::object({{"kept", false}, {"why", "not paired"}}), 403);
    const forms::Form form(visit);
    const auto at = instant_from(form.typed("at")), tablet_now = instant_from(form.typed("now"));
    const std::string key = form.typed("key");
    if (!at || !tablet_now || key.size() < 16 || key.size() > 64)
        return http::json(json::object({{"kept", false}, {"why", "not a tap"}}), 422);
    const Times times = times_of(*at, *tablet_now, visit.now());
    const std::string secret(trimmed(form.typed("secret")));
    const auto known = recognise(room.database, *device, secret, room.key, visit.now(), visit.today());
    // Too many wrong codes: it waits on the tablet, and is sent again.
    if (!known && known.refusal().key == "kiosk.ask_the_team")
        return http::json(json::object({{"kept", false}, {"why", "later"}}), 503);
    const Tap one{.key = key,
                  .kind = value_in(kinds, form.typed("what")),
                  .method = known                ? known->method
                            : secret.size() == 4 ? attendance::Method::Pin
                                                 : attendance::Method::Badge,
                  .person = known ? known->person : PersonId{},
                  .at = times.at,
                  .tablet_at = times.tablet_at};
    const auto kept = keep(room.database, *device, one, visit.now());
    return http::json(json::object({{"kept", true}, {"first", kept && *kept}}));
}

http::Response worker(Room&, web::Visit&) {
    const auto* file = assets::find("assets/kiosk_worker.js");
    http::Response response;
    response.body = http::StaticBody{file->bytes, file->gzip, file->brotli};
    response.with("Content-Type", "text/javascript; charset=utf-8");
    response.with("Service-Worker-Allowed", "/borne");
    response.with("Cache-Control", "no-cache");
    return response;
}

}  // namespace fabnum::kiosk
