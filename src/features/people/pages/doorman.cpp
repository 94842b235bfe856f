#include "features/people/pages/doorman.h"

#include "features/sites/sites.h"
#include "platform/clock/clock.h"

namespace fabnum::people {

web::Visitor Doorman::recognise(const http::Request& request, Instant now) {
    web::Visitor visitor;
    visitor.voice.language = i18n::language_from(request.headers.get("Accept-Language"));
    if (const auto chosen = request.cookies.find("langue"))
        visitor.voice.language = *chosen == "en" ? i18n::Language::English : i18n::Language::French;
    const auto token = request.cookies.get(sessions::cookie_name);
    if (token.empty()) return visitor;
    const auto session = database_.read([&](const sql::Reader& db) {
        auto found = sessions::find(db, token, now);
        if (!found) return found;
        const auto person = find(db, found->actor.person);
        if (!person || !person->active) return decltype(found){};
        const auto site = sites::find(db, found->actor.site);
        if (site) visitor.zone = site->zone;
        // A hat that ended opens nothing any more, however long its session was to last.
        if (!still_wears(db, found->actor, clock::day_in(visitor.zone, now))) return decltype(found){};
        visitor.actor = found->actor;
        visitor.name = full_name(*person);
        visitor.given_name = person->given_name;
        visitor.voice = person->voice;
        visitor.theme = person->theme;
        visitor.comfort = person->comfort;
        visitor.session = found->id.value;
        if (site) visitor.site_name = site->name;
        if (waiting_) visitor.unread = waiting_(db, found->actor);
        return found;
    });
    if (session) seen_.touch(database_, *session, now);
    return visitor;
}

}  // namespace fabnum::people
