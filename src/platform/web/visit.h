#pragma once

// One visit: a request, who makes it, how to speak to them, and at what time. Every page handler gets one.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "platform/http/message.h"
#include "platform/i18n/i18n.h"

namespace fabnum::web {

// Who is at the door. Nobody in particular is a Visitor too: Role::Anyone, in the browser's language.
struct Visitor {
    Actor actor = {};
    std::string name = {};        // "Samira Dubois"
    std::string given_name = {};  // "Samira"
    i18n::Voice voice = {};
    std::string site_name = {};  // "Hem", where the visitor works or learns
    std::string zone = "Europe/Paris";
    std::int64_t session = 0;  // the row of platform/sessions; 0 for nobody
    std::string theme = {};    // "light", "dark", "" as the device prefers
    bool comfort = false;      // wider text
    std::int64_t unread = 0;   // messages that wait for them
};

// What a page says once after it did something: a catalogue key and its facts.
struct Notice {
    std::string key;
    std::vector<std::pair<std::string, std::string>> facts = {};
};

class Visit {
 public:
    Visit(const http::Request& request, Visitor visitor, Instant now);

    const http::Request& request() const { return request_; }
    const Visitor& visitor() const { return visitor_; }
    const Actor& actor() const { return visitor_.actor; }
    const i18n::Words& words() const { return words_; }
    Instant now() const { return now_; }
    Day today() const { return today_; }
    int minute_of_day() const { return minute_; }

    // What the visitor is doing now, once: the same form sent twice carries the same key.
    Act act() const { return {visitor_.actor, now_, once_}; }
    const std::string& once() const { return once_; }

    // Said on the next page, once.
    void say(std::string_view key, std::vector<std::pair<std::string, std::string>> facts = {});
    const std::optional<Notice>& heard() const { return heard_; }  // said by the page before
    const std::optional<Notice>& said() const { return said_; }

    // Cookies to set with the answer, whatever it is.
    void set_cookie(std::string_view name, std::string_view value,
                    std::optional<std::chrono::seconds> lasts = {});
    void forget_cookie(std::string_view name);
    const std::vector<std::string>& cookies() const { return cookies_; }

    // The public address of a page of ours, for letters: "https://fabnum.example/suivi/…".
    std::string absolute(const html::Url& url) const;

 private:
    const http::Request& request_;
    Visitor visitor_;
    i18n::Words words_;
    Instant now_;
    Day today_;
    int minute_;
    std::string once_;
    std::optional<Notice> heard_, said_;
    std::vector<std::string> cookies_;
};

}  // namespace fabnum::web
