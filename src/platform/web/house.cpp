#include "platform/web/house.h"

#include <chrono>
#include <exception>

#include "platform/log/log.h"
#include "platform/metrics/metrics.h"

namespace fabnum::web {

namespace {

// Sent with every answer (OWASP ASVS 5.0 §3.4; no inline script or style exists in this product).
constexpr std::pair<const char*, const char*> headers_of_all[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; "
     "connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; form-action "
     "'self'; "
     "base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(self), geolocation=(), microphone=(self)"},
};

std::string_view key_of(int status) {
    switch (status) {
        case 400: return "web.malformed";
        case 401: return "web.signed_out";
        case 403: return "web.from_elsewhere";
        case 404: return "web.not_found";
        case 405: return "web.other_method";
        case 408: return "web.too_slow";
        case 413: return "web.too_big";
        case 414: return "web.too_long";
        case 431: return "web.too_many_headers";
        case 503: return "web.busy";
        default: return "web.broken";
    }
}

std::vector<std::pair<std::string, std::string>> typed_in(const http::Request& request) {
    std::vector<std::pair<std::string, std::string>> typed;
    for (const auto& [name, value] : request.form.items())
        if (name.find("password") == std::string::npos && name != "pin" && name != "code")
            typed.emplace_back(name, value);
    return typed;
}

// The page of ours that the form was on.
html::Url page_before(const http::Request& request) {
    const auto referer = request.headers.get("Referer");
    const auto host = referer.find(request.host);
    if (host == std::string_view::npos || request.host.empty()) return html::Url("/");
    return html::Url::local(referer.substr(host + request.host.size())).value_or(html::Url("/"));
}

Visitor somebody(const http::Request& request) {
    Visitor visitor;
    visitor.voice.language = i18n::language_from(request.headers.get("Accept-Language"));
    return visitor;
}

std::string notice_cookie(const Notice& notice) {
    std::string text = html::percent_encoded(notice.key);
    for (const auto& [name, value] : notice.facts)
        text += "&" + html::percent_encoded(name) + "=" + html::percent_encoded(value);
    return text;
}

}  // namespace

House::House(const Routes& routes, Doorman& doorman, sql::Database& database, const clock::Clock& clock,
             TroublePage trouble_page, HouseOptions options)
    : routes_(routes),
      doorman_(doorman),
      database_(database),
      clock_(clock),
      trouble_page_(std::move(trouble_page)),
      options_(std::move(options)) {}

http::Reception House::reception(const http::Request& head) {
    const auto found = routes_.find(head.method, head.path);
    http::Reception reception;
    if (!found.route) return reception;
    reception.route = found.number;
    reception.body_most = found.route->takes.form;
    reception.upload_most = found.route->takes.files;
    reception.quick = found.route->plain;
    // Without anything like a key there is nothing to wait for.
    if (found.route->access.is_key() && head.headers.get("X-Api-Key").size() < 20)
        reception.body_most = reception.upload_most = 0;
    return reception;
}

// A form must come from a page of this product (Fetch Metadata, W3C; Origin, RFC 6454). A browser that says
// neither is too old to be told from a forger.
bool House::comes_from_here(const http::Request& request) const {
    if (const auto site = request.headers.find("Sec-Fetch-Site")) return *site == "same-origin";
    const auto origin = request.headers.find("Origin");
    if (!origin) return false;
    if (!options_.public_address.empty() && *origin == options_.public_address) return true;
    return *origin == (request.secure ? "https://" : "http://") + request.host;
}

http::Response House::trouble(Visit& visit, const Trouble& trouble) const {
    auto response = http::page(trouble_page_(visit, trouble), trouble.status);
    if (trouble.status == 503) response.with("Retry-After", "5");
    return response;
}

http::Response House::answer_route(const http::Request& request, const Routes::Found& found, Visit& visit) {
    const auto no = [&](int status) {
        return trouble(visit,
                       {.status = status, .key = std::string(key_of(status)), .request_id = request.id});
    };
    if (!found.route) return no(found.other_method ? 405 : 404);
    const Access& access = found.route->access;
    // A key travels with no cookie: nobody can make a browser send it.
    if (!access.is_key() && !http::is_safe(request.method) && !comes_from_here(request)) {
        return trouble(visit, {.status = 403,
                               .key = "web.from_elsewhere",
                               .request_id = request.id,
                               .typed = access.allows(visit.actor().role) ? typed_in(request)
                                                                          : decltype(typed_in(request)){}});
    }
    if (!access.is_open() && !access.allows(visit.actor().role)) {
        if (visit.actor().role != Role::Anyone) return no(404);  // not theirs: as if it were not there
        if (http::is_safe(request.method)) {
            const std::string back =
                request.path + (request.query_text.empty() ? "" : "?" + request.query_text);
            return http::see_other(html::Url("/connexion").with("retour", back));
        }
        return trouble(
            visit,
            {.status = 401, .key = "web.signed_out", .request_id = request.id, .typed = typed_in(request)});
    }
    if (auto response = found.route->answer(visit, found.parts)) return *std::move(response);
    return no(404);
}

http::Response House::answer(const http::Request& request, int status) {
    const auto started = std::chrono::steady_clock::now();
    const auto now = clock_.now();
    const auto found = status == 0 ? routes_.find(request.method, request.path) : Routes::Found{};
    const std::string pattern = found.route ? found.route->pattern : "-";
    http::Response response;
    try {
        // What is the same for everybody, or was refused by the server itself, needs nobody's name.
        const bool plain =
            status != 0 || (found.route && (found.route->plain || found.route->access.is_key()));
        Visit visit(request, plain ? somebody(request) : doorman_.recognise(request, now), now);
        try {
            response = status == 0 ? answer_route(request, found, visit)
                                   : trouble(visit, {.status = status,
                                                     .key = std::string(key_of(status)),
                                                     .request_id = request.id});
            if (response.status == 303 && !visit.once().empty())
                database_.remember(visit.once(), response.headers.get("Location"));
        } catch (const sql::DoneBefore& done) {
            response = http::see_other(html::Url::local(done.location).value_or(page_before(request)));
        }
        if (visit.said()) {
            visit.set_cookie("said", notice_cookie(*visit.said()));
        } else if (visit.heard() && response.status != 303) {
            visit.forget_cookie("said");
        }
        for (const auto& cookie : visit.cookies()) response.with("Set-Cookie", cookie);
    } catch (const std::exception& broken) {
        log::error("broken", {{"request", request.id}, {"route", pattern}, {"why", broken.what()}});
        Visit nobody(request, Visitor{}, now);
        response =
            trouble(nobody, {.status = 500, .key = "web.broken", .request_id = request.id, .typed = {}});
    }
    for (const auto& [name, value] : headers_of_all)
        if (!response.headers.find(name)) response.with(name, value);
    if (request.secure) response.with("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    // Pages are personal: kept by nobody but the browser's own step back.
    if (!response.headers.find("Cache-Control")) response.with("Cache-Control", "private, no-cache");

    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    metrics::observe("fabnum_request_seconds", seconds,
                     {{"route", pattern}, {"status", std::to_string(response.status)}});
    log::info("request", {{"id", request.id},
                          {"method", http::word_of(request.method)},
                          {"route", pattern},
                          {"status", response.status},
                          {"ms", seconds * 1000}});
    return response;
}

}  // namespace fabnum::web
