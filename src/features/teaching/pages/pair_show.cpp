// GET /entraide/{}: two who show and learn: yes on a day, then what was done, said by both, with a photo if
// they like.

#include "features/teaching/pages/teaching_fragments.h"
#include "features/teaching/pages/teaching_pages.h"

namespace fabnum::teaching {

using namespace html;

namespace {

struct Facts {
    Pair pair;
    std::map<PersonId, people::Face> faces;
};

std::optional<Facts> facts_of(Room& room, const web::Visit& visit, PairId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Facts> {
        auto pair = visible_to(db, visit.actor(), id);
        if (!pair) return std::nullopt;
        return Facts{*pair, people::faces(db, {pair->shows, pair->learns})};
    });
}

std::string title_of(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    if (facts.pair.is_theirs(me))
        return pair_title(facts.pair, me, name_of(facts.faces, facts.pair.other_than(me)), t);
    return t("teaching.they", {{"shows", name_of(facts.faces, facts.pair.shows)},
                               {"learns", name_of(facts.faces, facts.pair.learns)},
                               {"subject", subject_word(facts.pair.subject, t)}});
}

Markup day_form(const Facts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool again = facts.pair.state == PairState::Agreed;
    return design::sending(url_of(facts.pair.id) / "reponse",
                           design::field(form,
                                         {.name = "on",
                                          .label = t("teaching.field.on"),
                                          .input = design::Input::Day,
                                          .help = t("teaching.field.on_help")},
                                         t) +
                               design::button({.word = t(again ? "teaching.other_day" : "teaching.agree"),
                                               .icon = again ? "calendar-clock" : "check",
                                               .look = again ? design::Look::Soft : design::Look::Strong,
                                               .size = design::Size::Large,
                                               .wide = true}));
}

Markup done_form(const Facts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    return design::sending(
        url_of(facts.pair.id) / "fait",
        design::field(form,
                      {.name = "told",
                       .label = t("teaching.field.told"),
                       .help = t("teaching.field.told_help"),
                       .optional = true,
                       .most_characters = 120},
                      t) +
            design::field(form,
                          {.name = "photo",
                           .label = t("teaching.field.photo"),
                           .input = design::Input::File,
                           .help = t("teaching.field.photo_help"),
                           .optional = true,
                           .accept = "image/*"},
                          t) +
            design::button(
                {.word = t("teaching.confirm"), .icon = "check", .size = design::Size::Large, .wide = true}),
        {.files = true});
}

Markup drop_button(const Facts& facts, const i18n::Words& t) {
    return design::act_button(
        url_of(facts.pair.id) / "abandon",
        {.word = t("teaching.drop"), .icon = "x", .look = design::Look::Bare, .wide = true});
}

Markup said_by(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    const auto add = [&](PersonId person, const std::optional<Instant>& at) {
        if (at)
            rows += li({t("teaching.confirmed_by",
                          {{"name", name_of(facts.faces, person)},
                           {"day", t.short_day(clock::day_in(visit.visitor().zone, *at))}})});
    };
    add(facts.pair.shows, facts.pair.shown_at);
    add(facts.pair.learns, facts.pair.learned_at);
    return rows.empty() ? Markup() : ul({cls("fact-list"), rows});
}

Markup trace_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Pair& pair = facts.pair;
    std::vector<std::pair<std::string, Markup>> lines;
    lines.emplace_back(t("teaching.column.state"), design::tag(state_tag(pair, visit)));
    if (pair.on) lines.emplace_back(t("teaching.column.on"), text(t.day(*pair.on)));
    if (!pair.told.empty()) lines.emplace_back(t("teaching.column.told"), text(pair.told));
    Markup body = design::definitions(lines) + said_by(facts, visit);
    if (pair.photo)
        body += design::photo_grid(
            {{.picture = url_of(pair.id) / "photo", .alt = title_of(facts, visit), .caption = pair.told}});
    return design::card({.title = t("teaching.trace"), .body = body, .quiet = true});
}

http::Response show(Room& room, web::Visit& visit, PairId id, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const auto facts = facts_of(room, visit, id);
    if (!facts) return not_there(visit);
    const Pair& pair = facts->pair;
    const PersonId me = visit.actor().person;
    const std::string title = title_of(*facts, visit);
    auto body = design::heading(
        {.title = title, .above = design::back_link({t("teaching.title"), Url("/entraide")})});
    body += design::mistakes(form, t) + trace_card(*facts, visit);
    if (pair.is_theirs(me)) {
        const bool answers = pair.state == PairState::Asked && pair.asked_by != me;
        const bool tells = pair.state == PairState::Agreed && pair.on && *pair.on <= visit.today() &&
                           !pair.has_confirmed(me);
        if (tells)
            body += design::card({.title = t("teaching.did_you"), .body = done_form(*facts, form, visit)});
        if (answers || (pair.state == PairState::Agreed && !pair.shown_at && !pair.learned_at))
            body += design::card({.title = t(answers ? "teaching.asks_you" : "teaching.change_day"),
                                  .body = day_form(*facts, form, visit)});
    }
    if (is_open(pair.state)) body += drop_button(*facts, t);
    return design::page(visit, {.title = design::form_title(form, title, t),
                                .body = body,
                                .here = here_of(visit),
                                .status = status});
}

http::Response answered(Room& room, web::Visit& visit, PairId id, forms::Form& form, const Result<Done>& done,
                        std::string_view field, std::string_view said) {
    if (done) {
        visit.say(said);
        return http::see_other(url_of(id));
    }
    if (done.refusal().key.starts_with("teaching.problem.")) {
        form.refuse(field, done.refusal());
        return show(room, visit, id, form, 422);
    }
    return design::refused(visit, done.refusal(), Url("/entraide"), here_of(visit));
}

}  // namespace

http::Response pair_ask(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto pair =
        ask(room.database, visit.act(), form.id<WishTag>("show"), form.id<WishTag>("learn"), visit.today());
    if (!pair) return design::refused(visit, pair.refusal(), Url("/entraide"), "path");
    visit.say("teaching.said.asked");
    return http::see_other(Url("/entraide"));
}

http::Response pair_page(Room& room, web::Visit& visit, PairId id) {
    forms::Form form;
    form.put("on", visit.words().numeric_day(visit.today() + 1));
    return show(room, visit, id, form);
}

http::Response pair_agree(Room& room, web::Visit& visit, PairId id) {
    forms::Form form(visit);
    const auto on = form.day("on");
    if (!form.is_good()) return show(room, visit, id, form, 422);
    return answered(room, visit, id, form, agree(room.database, visit.act(), id, *on, visit.today()), "on",
                    "teaching.said.agreed");
}

http::Response pair_confirm(Room& room, web::Visit& visit, PairId id) {
    forms::Form form(visit);
    if (!facts_of(room, visit, id)) return not_there(visit);
    Told told{.words = form.text("told", {.need = forms::Need::Maybe, .least = 0, .most = 120})};
    for (const auto& upload : visit.request().uploads) {
        if (upload.field != "photo" || upload.size == 0 || !form.is_good()) continue;
        const auto checked = room.cabinet.check(upload, {.picture = true});
        if (checked)
            told.photo = *checked;
        else
            form.refuse("photo", checked.refusal());
    }
    if (!form.is_good()) return show(room, visit, id, form, 422);
    return answered(room, visit, id, form,
                    confirm(room.database, room.cabinet, visit.act(), id, told, visit.today()), "told",
                    "teaching.said.confirmed");
}

http::Response pair_drop(Room& room, web::Visit& visit, PairId id) {
    forms::Form form(visit);
    return answered(room, visit, id, form, drop(room.database, visit.act(), id), "on",
                    "teaching.said.dropped");
}

http::Response pair_photo(Room& room, web::Visit& visit, PairId id) {
    const auto facts = facts_of(room, visit, id);
    if (!facts || !facts->pair.photo) return not_there(visit);
    const auto file =
        room.database.read([&](const sql::Reader& db) { return room.cabinet.find(db, facts->pair.photo); });
    return file ? room.cabinet.serve(*file, files::Size::Card) : not_there(visit);
}

}  // namespace fabnum::teaching
