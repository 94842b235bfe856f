#pragma once

// The house that answers: finds the route, asks the doorman who is there, checks the access rule and where
// the request comes from, calls the page, and turns every kind of no into a page of ours with the right
// status.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/clock/clock.h"
#include "platform/http/server.h"
#include "platform/sql/sql.h"
#include "platform/web/routes.h"

namespace fabnum::web {

// Knows people by their session cookie.
class Doorman {
 public:
    virtual ~Doorman() = default;
    virtual Visitor recognise(const http::Request& request, Instant now) = 0;
};

// What went wrong, for the page that says so.
struct Trouble {
    int status = 404;
    std::string key;         // "web.not_found", "web.signed_out", "web.too_big"…
    std::string request_id;  // to quote when asking for help
    // What was typed, kept on the page so that it can be sent again: only for 401 and 403 after a POST.
    std::vector<std::pair<std::string, std::string>> typed = {};
};
using TroublePage = std::function<std::string(Visit&, const Trouble&)>;

struct HouseOptions {
    std::string public_address;  // "https://fabnum.example", to check where forms come from
    bool secure_cookies = false;
};

class House : public http::Application {
 public:
    House(const Routes& routes, Doorman& doorman, sql::Database& database, const clock::Clock& clock,
          TroublePage trouble_page, HouseOptions options);

    http::Reception reception(const http::Request& head) override;
    http::Response answer(const http::Request& request, int status) override;

 private:
    http::Response answer_route(const http::Request& request, const Routes::Found& found, Visit& visit);
    http::Response trouble(Visit& visit, const Trouble& trouble) const;
    bool comes_from_here(const http::Request& request) const;

    const Routes& routes_;
    Doorman& doorman_;
    sql::Database& database_;
    const clock::Clock& clock_;
    TroublePage trouble_page_;
    HouseOptions options_;
};

}  // namespace fabnum::web
