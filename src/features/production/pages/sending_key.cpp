// GET /fabrications/cle: the key by which one's own slicer sends files here.

#include "features/production/keys.h"
#include "features/production/pages/production_fragments.h"
#include "features/production/pages/production_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::production {

using namespace html;

namespace {

http::Response key_page(Room& room, web::Visit& visit, const std::string& made) {
    const auto& t = visit.words();
    const auto known =
        room.database.read([&](const sql::Reader& db) { return key_of(db, visit.actor().person); });
    auto body = design::heading({.title = t("production.key.title"),
                                 .lead = p({t("production.key.lead")}),
                                 .above = design::back_link({t("production.title"), Url("/fabrications")})});
    if (!made.empty())
        body += design::notice({.tone = design::Tone::Good,
                                .title = t("production.key.made"),
                                .sentence = t("production.key.once"),
                                .more = p({code({cls("sending-key"), made})})});
    body += design::card({.title = t("production.key.how"),
                          .body = ol({li({t("production.key.step_1")}),
                                      li({t("production.key.step_2"), " ", code({room.public_address})}),
                                      li({t("production.key.step_3")})})});
    Markup acts = design::act_button(Url("/fabrications/cle"),
                                     {.word = t(known ? "production.key.replace" : "production.key.make"),
                                      .icon = "key-round",
                                      .look = known ? design::Look::Outline : design::Look::Strong});
    if (known) {
        const auto day = [&](Instant at) { return t.day(clock::day_in(visit.visitor().zone, at)); };
        body += p({t("production.key.since", {{"day", day(known->made)}}), " ",
                   known->used ? t("production.key.used", {{"day", day(*known->used)}})
                               : t("production.key.unused")});
        acts +=
            design::act_button(Url("/fabrications/cle/fin"),
                               {.word = t("production.key.end"), .icon = "x", .look = design::Look::Outline});
    }
    body += div({cls("button-row"), acts});
    return design::page(visit, {.title = t("production.key.title"),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "workshop" : "missions"});
}

}  // namespace

http::Response sending_key(Room& room, web::Visit& visit) {
    return key_page(room, visit, "");
}

// The key is on this answer only, and on no address.
http::Response sending_key_make(Room& room, web::Visit& visit) {
    const auto key = make_key(room.database, visit.act());
    if (!key) return design::refused(visit, key.refusal(), Url("/fabrications/cle"));
    return key_page(room, visit, *key);
}

http::Response sending_key_end(Room& room, web::Visit& visit) {
    const auto done = end_key(room.database, visit.act());
    if (!done) return design::refused(visit, done.refusal(), Url("/fabrications/cle"));
    visit.say("production.key.said_ended");
    return http::see_other(Url("/fabrications/cle"));
}

}  // namespace fabnum::production
