// GET /parcours/point: how things are, in three taps; one's own words and a wish to talk if one likes.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

namespace {

http::Response checkin_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    design::Choices moods{.name = "mood", .label = t("paths.checkin.mood"), .choices = {}};
    for (const auto& [word, mood] : notebook::moods)
        moods.choices.push_back(
            {std::string(word), t("paths.mood." + std::string(word)), {}, notebook::icon_of(mood)});
    design::Choices footings{.name = "footing", .label = t("paths.checkin.footing"), .choices = {}};
    for (const auto& [word, footing] : notebook::footings)
        footings.choices.push_back(
            {std::string(word), t("paths.footing." + std::string(word)), {}, notebook::icon_of(footing)});
    auto body = design::heading({.title = t("paths.checkin.title"),
                                 .lead = p({t("paths.checkin.lead")}),
                                 .aside = design::listen_button(t),
                                 .above = design::back_link({t("paths.mine.title"), Url("/parcours")})});
    body += design::mistakes(form, t);
    body += design::sending(
        Url("/parcours/point"),
        design::radio_cards(form, moods, t) + design::radio_cards(form, footings, t) +
            design::field(form,
                          {.name = "own_words",
                           .label = t("paths.checkin.own_words"),
                           .input = design::Input::Area,
                           .optional = true,
                           .rows = 2,
                           .most_characters = 280},
                          t) +
            design::checkbox({.name = "talk",
                              .word = t("paths.checkin.talk"),
                              .checked = form.has("talk", "yes"),
                              .detail = t("paths.checkin.talk_why")}) +
            design::checkbox({.name = "shared",
                              .word = t("paths.checkin.shared"),
                              .checked = form.has("shared", "yes"),
                              .detail = t("paths.checkin.shared_why")}) +
            design::button(
                {.word = t("paths.checkin.do"), .icon = "check", .size = design::Size::Large, .wide = true}));
    return design::page(visit, {.title = design::form_title(form, t("paths.checkin.title"), t),
                                .body = body,
                                .here = "path",
                                .status = status});
}

}  // namespace

http::Response checkin(Room&, web::Visit& visit) {
    return checkin_page(visit, forms::Form());
}

http::Response checkin_send(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    notebook::Checkin one;
    if (const auto mood = form.choice<notebook::Mood>("mood", notebook::moods)) one.mood = *mood;
    if (const auto footing = form.choice<notebook::Footing>("footing", notebook::footings))
        one.footing = *footing;
    one.own_words = form.text("own_words", {.need = forms::Need::Maybe, .most = 280});
    one.talk = form.checked("talk") ? notebook::Talk::Wanted : notebook::Talk::No;
    one.shared = form.checked("shared");
    if (!form.is_good()) return checkin_page(visit, form, 422);
    return answered(visit, notebook::check_in(room.database, visit.act(), one), Url("/parcours"),
                    one.talk == notebook::Talk::Wanted ? "paths.said.talk" : "paths.said.checkin");
}

http::Response checkin_share(Room& room, web::Visit& visit, notebook::CheckinId id) {
    const bool shared = forms::Form(visit).has("shared", "yes");
    return answered(visit, notebook::share_checkin(room.database, visit.act(), id, shared), Url("/parcours"),
                    shared ? "paths.said.shared" : "paths.said.kept");
}

http::Response checkin_talked(Room& room, web::Visit& visit, notebook::CheckinId id) {
    return answered(visit, notebook::talked(room.database, visit.act(), id), Url("/jeunes"),
                    "paths.said.talked");
}

}  // namespace fabnum::paths
