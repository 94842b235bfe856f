#include "app/plain_pages.h"

#include "app/house.h"
#include "design/gallery.h"
#include "design/page.h"
#include "platform/assets/assets.h"
#include "platform/metrics/metrics.h"

namespace fabnum::app {

namespace {

using http::Response;
using web::Visit;

std::string_view type_of(std::string_view name) {
    const auto ends = [&](std::string_view end) { return name.ends_with(end); };
    if (ends(".css")) return "text/css; charset=utf-8";
    if (ends(".js")) return "text/javascript; charset=utf-8";
    if (ends(".svg")) return "image/svg+xml";
    if (ends(".woff2")) return "font/woff2";
    if (ends(".png")) return "image/png";
    if (ends(".webmanifest")) return "application/manifest+json";
    return "application/octet-stream";
}

// An address names its content: it can be kept for ever.
Response asset(House&, Visit&, std::string name) {
    const auto* file = assets::behind(name);
    if (!file) return http::text("", 404);
    Response response;
    response.body = http::StaticBody{file->bytes, file->gzip, file->brotli};
    response.with("Content-Type", std::string(type_of(file->name)));
    response.with("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

Response favicon(House&, Visit&) {
    return http::see_other(assets::url_of("assets/logo.svg"));
}
Response robots(House&, Visit&) {
    return http::text("User-agent: *\nDisallow: /\nAllow: /commander\n");
}
Response alive(House&, Visit&) {
    return http::text("ok\n");
}

Response ready(House& house, Visit&) {
    return house.database().is_ready() ? http::text("ok\n")
                                       : http::text("the database does not take writes\n", 503);
}

// Only for a monitoring program on this machine.
Response figures(House&, Visit& visit) {
    const auto& client = visit.request().client;
    if (client != "127.0.0.1" && client != "::1") return http::text("", 404);
    auto response = http::text(metrics::text());
    return response;
}

Response gallery(House& house, Visit& visit) {
    if (!house.config().development) return http::text("", 404);
    return design::page(visit, {.title = "Design", .body = design::gallery(visit.words()), .wide = true});
}

}  // namespace

void add_plain_pages(web::Routes& routes, House& house) {
    web::Table<House> at{routes, house};
    at.plain("/assets/{}", asset);
    at.plain("/favicon.ico", favicon);
    at.plain("/robots.txt", robots);
    at.plain("/healthz", alive);
    at.get("/readyz", web::Access::anyone(), ready);
    at.plain("/metrics", figures);
    at.get("/design", web::Access::anyone(), gallery);
}

}  // namespace fabnum::app
