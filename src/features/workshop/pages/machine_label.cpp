// GET /m/{code}: what the label of a machine opens, in one screen: how it stands, how to use it safely, and
// what to do when it does not work.

#include "features/workshop/pages/workshop_fragments.h"

namespace fabnum::workshop {

using namespace html;
using machines::Sight;

namespace {

Markup standing_answer(const Sight& sight, const i18n::Words& t) {
    const auto& row = machines::row_of(sight.standing());
    const auto tag = state_tag(sight, t);
    design::BigAnswer answer{.tone = tag.tone, .icon = tag.icon, .word = tag.word};
    answer.sentence = t("machines.standing." + std::string(row.word) + "_why");
    for (const auto& needed : sight.needs)
        if (needed.down) answer.reasons.push_back(t("machines.needs_down", {{"name", needed.name}}));
    for (const auto& fault : sight.faults)
        answer.reasons.push_back(
            t("machines.fault." + std::string(word_in(machines::fault_kinds, fault.kind))));
    return design::big_answer(answer);
}

Markup card_of(const Sight& sight, const i18n::Words& t) {
    const auto& one = sight.machine;
    Markup all;
    const auto safety = machines::lines_of(one.safety);
    if (!safety.empty())
        all += design::card({.title = t("machines.form.safety"), .body = design::safety_lines(safety)});
    const auto steps = machines::lines_of(one.steps);
    Markup how;
    for (const auto& step : steps) how += li({step});
    if (!how.empty()) how = ol({cls("machine-steps"), how});
    if (const auto manual = Url::web(one.manual))
        how += p({a({href(*manual), attr("rel", "noopener"), t("machines.manual_open")})});
    if (!how.empty()) all += design::card({.title = t("machines.form.steps"), .body = how});
    return all;
}

Markup facts_of(const Sight& sight, const std::string& site, const i18n::Words& t) {
    const auto& one = sight.machine;
    std::vector<std::pair<std::string, Markup>> facts;
    facts.emplace_back(t("machines.form.family"), text(family_word(one, t)));
    if (!one.model.empty()) facts.emplace_back(t("machines.form.model"), text(one.model));
    facts.emplace_back(
        t("machines.form.place"),
        text(one.place.empty() ? site : t("machines.where", {{"site", site}, {"place", one.place}})));
    facts.emplace_back(t("machines.form.danger"),
                       text(t("machines.danger." + std::string(machines::word_of(one.danger)))));
    if (!sight.needs.empty())
        facts.emplace_back(t("machines.form.needs"), each(sight.needs, [](const auto& needed) {
                               return p({a({href(Url("/m") / needed.code), needed.name})});
                           }));
    facts.emplace_back(t("machines.column.hours"), text(running_words(one, t)));
    return design::card({.title = t("machines.sheet"), .body = design::definitions(facts)});
}

Markup staff_part(const Sight& sight, const i18n::Words& t) {
    const Url at = Url("/machines") / sight.machine.id;
    Markup all = design::button_row({design::link_button(
        {.word = t("machines.form.change"), .icon = "pen-line", .look = design::Look::Outline},
        at / "fiche")});
    const forms::Form none;
    all += design::sending(at / "compteur",
                           design::field(none,
                                         {.name = "hours",
                                          .label = t("machines.hours_now"),
                                          .input = design::Input::Number,
                                          .narrow = true,
                                          .unit = "h"},
                                         t) +
                               design::button({.word = t("machines.hours_do"), .look = design::Look::Soft}),
                           {.one_line = true});
    all += design::sending(
        at / "photo",
        design::field(none,
                      {.name = "photo",
                       .label = t("machines.photo"),
                       .input = design::Input::File,
                       .accept = "image/*"},
                      t) +
            design::button({.word = t("machines.photo_do"), .icon = "camera", .look = design::Look::Soft}),
        {.files = true});
    all +=
        sight.machine.retired
            ? design::act_button(at / "retour",
                                 {.word = t("machines.bring_back"), .look = design::Look::Outline})
            : design::act_button(at / "retrait", {.word = t("machines.retire"), .look = design::Look::Bare});
    return design::card({.title = t("machines.keep_up"), .body = all});
}

}  // namespace

http::Response machine_label(Room& room, web::Visit& visit, std::string code) {
    const auto& t = visit.words();
    struct Facts {
        Sight sight;
        std::string site;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) -> std::optional<Facts> {
        const auto id = machines::by_code(db, code);
        auto found = id ? machines::find(db, *id) : std::nullopt;
        if (!found) return std::nullopt;
        const auto site = sites::find(db, found->machine.site);
        return Facts{.sight = std::move(*found), .site = site ? site->name : ""};
    });
    if (!facts) return design::refused(visit, {"machines.not_there"}, Url("/"), "workshop");
    const auto& one = facts->sight.machine;
    const bool team = visit.actor().role == Role::Participant || is_staff(visit.actor());
    auto body = design::heading(
        {.title = one.name,
         .lead = p({t("machines.where", {{"site", facts->site},
                                         {"place", one.place.empty() ? family_word(one, t) : one.place}})}),
         .above = team ? design::back_link({t("machines.list.title"), Url("/machines")}) : Markup()});
    Markup wide = standing_answer(facts->sight, t) + card_of(facts->sight, t);
    Markup narrow;
    if (one.photo)
        narrow += img({cls("machine-photo"), src(Url("/machines") / one.id / "photo"),
                       attr("alt", t("machines.photo_of", {{"name", one.name}}))});
    narrow += facts_of(facts->sight, facts->site, t);
    if (machines::may_keep(visit.actor(), one.site)) narrow += staff_part(facts->sight, t);
    body += design::columns(design::stack({wide}), design::stack({narrow}));
    return design::page(visit, {.title = one.name, .body = body, .here = "workshop"});
}

}  // namespace fabnum::workshop
