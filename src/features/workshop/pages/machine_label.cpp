// GET /m/{code}: what the label of a machine opens, in one screen: how it stands, how to use it safely, and
// what to do when it does not work.

#include "features/workshop/pages/label_cards.h"

namespace fabnum::workshop {

using namespace html;
using machines::Sight;

namespace {

Markup standing_answer(const Sight& sight, const i18n::Words& t, Markup actions = {}) {
    const auto& row = machines::row_of(sight.standing());
    const auto tag = state_tag(sight, t);
    design::BigAnswer answer{.tone = tag.tone, .icon = tag.icon, .word = tag.word};
    answer.sentence = t("machines.standing." + std::string(row.word) + "_why");
    for (const auto& needed : sight.needs)
        if (needed.down) answer.reasons.push_back(t("machines.needs_down", {{"name", needed.name}}));
    for (const auto& fault : sight.faults)
        answer.reasons.push_back(
            t("machines.fault." + std::string(word_in(machines::fault_kinds, fault.kind))));
    answer.actions = std::move(actions);
    return design::big_answer(answer);
}

// May I? For one person, with why, what is missing, and who can help.
Markup own_answer(const LabelFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& told = *facts.told;
    const std::string use(word_in(authorisations::uses, told.answer.use));
    const auto tag = use_tag(told.answer.use, t);
    design::BigAnswer answer{.tone = tag.tone, .icon = tag.icon, .word = tag.word};
    answer.sentence = t("authorisations.use." + use + "_why");
    answer.reasons = why_words(told.answer, t);
    if (const std::string missing = missing_words(told.permit, t); !missing.empty())
        answer.reasons.push_back(missing);
    for (const auto& needed : facts.sight.needs)
        if (needed.down) answer.reasons.push_back(t("machines.needs_down", {{"name", needed.name}}));
    if (!facts.helpers.empty() && told.answer.use != authorisations::Use::Alone)
        answer.reasons.push_back(t("authorisations.help", {{"people", t.list(facts.helpers)}}));
    if (facts.sight.machine.danger != machines::Danger::Free && visit.actor().role == Role::Participant &&
        can_learn(told))
        answer.actions = design::link_button(
            {.word = t("authorisations.continue"), .icon = "book-open", .size = design::Size::Large},
            Url("/apprendre") / machines::word_of(facts.sight.machine.family));
    return design::big_answer(answer);
}

// For the team: who may use it now.
Markup who_may(const LabelFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& one = facts.sight.machine;
    if (one.danger == machines::Danger::Free || !machines::may_keep(visit.actor(), one.site)) return {};
    Markup all;
    for (const auto& face : facts.young) {
        const auto told = facts.others.find(face.id);
        if (told == facts.others.end() || told->second.permit.paper == authorisations::Paper::None) continue;
        all += li({cls("line"),
                   a({href(Url("/personnes") / face.id / "autorisations"), people::short_name(face)}),
                   design::tag(use_tag(told->second.answer.use, t))});
    }
    return design::card(
        {.title = t("authorisations.who_may"),
         .action = design::Link{t("authorisations.grant_for"),
                                Url("/autorisations") / machines::word_of(one.family)},
         .body = all.empty() ? p({t("authorisations.who_may_none")}) : ul({cls("plain"), all})});
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

bool is_of_team(const Actor& actor, const machines::Machine& one) {
    return reaches(actor, one.site) && (actor.role == Role::Participant || is_staff(actor));
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

Markup sign_in_first(const machines::Machine& one, const i18n::Words& t) {
    return p({t("authorisations.sign_in_first")}) +
           design::link_button({.word = t("people.sign_in.title"), .icon = "log-in"},
                               Url("/connexion").with("retour", "/m/" + one.code));
}

// What a hand in a glove does next.
Markup actions_of(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& one = sight.machine;
    Markup all = design::link_button({.word = t("machines.report.do"),
                                      .icon = "triangle-alert",
                                      .look = design::Look::Outline,
                                      .size = design::Size::Large},
                                     Url("/m") / one.code / "panne");
    if (machines::may_keep(visit.actor(), one.site) && !sight.lockout)
        all += design::link_button({.word = t("machines.lock.go"),
                                    .icon = "lock",
                                    .look = design::Look::Outline,
                                    .size = design::Size::Large},
                                   Url("/machines") / one.id / "consigne");
    return design::button_row({all});
}

// Jobs wait for a kind of machine: one that cannot be used says so, and where they can be made instead.
void add_waiting(const sql::Reader& db, const web::Visit& visit, LabelFacts& facts) {
    const auto& sight = facts.sight;
    if (machines::row_of(sight.standing()).usable) return;
    const auto family = sight.machine.family;
    for (auto& one : production::list(db, visit.actor(), {.site = sight.machine.site, .only_open = true}))
        if (one.job.state == production::State::Queued && one.job.family == family)
            facts.waiting.push_back(std::move(one));
    if (facts.waiting.empty()) return;
    for (const auto& other : machines::of_site(db, sight.machine.site))
        if (other.machine.family == family && other.machine.id != sight.machine.id &&
            machines::row_of(other.standing()).usable)
            facts.elsewhere.push_back(other.machine.name);
}

void add_answers(const sql::Reader& db, const web::Visit& visit, LabelFacts& facts) {
    const auto& sight = facts.sight;
    const PersonId own = visit.actor().person;
    add_waiting(db, visit, facts);
    facts.told = authorisations::answers(db, own, {sight}, visit.today())[sight.machine.id];
    for (const auto& face : people::with_role(db, Role::Fabmanager, sight.machine.site, visit.today()))
        if (face.id != own) facts.helpers.push_back(face.given_name);
    if (!machines::may_keep(visit.actor(), sight.machine.site)) return;
    for (auto& row : maintenance::plans_of(db, sight.machine.id, visit.today()))
        if (!facts.care || row.due > facts.care->due) facts.care = std::move(row);
    facts.young = people::with_role(db, Role::Participant, sight.machine.site, visit.today());
    std::vector<PersonId> ids;
    ids.reserve(facts.young.size());
    for (const auto& face : facts.young) ids.push_back(face.id);
    facts.others = authorisations::answers(db, ids, sight, visit.today());
}

std::optional<LabelFacts> label_facts(Room& room, const web::Visit& visit, std::string_view code) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<LabelFacts> {
        const auto id = machines::by_code(db, code);
        auto found = id ? machines::find(db, *id) : std::nullopt;
        if (!found) return std::nullopt;
        LabelFacts facts;
        facts.sight = std::move(*found);
        const auto site = sites::find(db, facts.sight.machine.site);
        if (site) facts.site = site->name;
        if (!is_of_team(visit.actor(), facts.sight.machine)) return facts;
        std::vector<PersonId> said;
        for (const auto& fault : facts.sight.faults) said.push_back(fault.reported_by);
        if (facts.sight.lockout) said.push_back(facts.sight.lockout->by);
        facts.faces = people::faces(db, said);
        add_answers(db, visit, facts);
        return facts;
    });
}

}  // namespace

http::Response machine_label(Room& room, web::Visit& visit, std::string code) {
    const auto& t = visit.words();
    const auto facts = label_facts(room, visit, code);
    if (!facts) return design::refused(visit, {"machines.not_there"}, Url("/"), "workshop");
    const auto& one = facts->sight.machine;
    const bool team = is_of_team(visit.actor(), one);
    auto body = design::heading(
        {.title = one.name,
         .lead = p({t("machines.where", {{"site", facts->site},
                                         {"place", one.place.empty() ? family_word(one, t) : one.place}})}),
         .above = team ? design::back_link({t("machines.list.title"), Url("/machines")}) : Markup()});
    const bool asks_own = team && facts->told && visit.actor().role != Role::Admin;
    Markup wide = asks_own ? own_answer(*facts, visit)
                           : standing_answer(facts->sight, t, team ? Markup() : sign_in_first(one, t));
    if (team)
        wide += actions_of(facts->sight, visit) + lock_part(*facts, visit) + waiting_part(*facts, t) +
                faults_part(*facts, visit) + who_may(*facts, visit);
    wide += card_of(facts->sight, t);
    Markup narrow;
    if (one.photo)
        narrow += img({cls("machine-photo"), src(Url("/machines") / one.id / "photo"),
                       attr("alt", t("machines.photo_of", {{"name", one.name}}))});
    narrow += facts_of(facts->sight, facts->site, t);
    if (machines::may_keep(visit.actor(), one.site))
        narrow += care_part(*facts, t) + staff_part(facts->sight, t);
    body += design::columns(design::stack({wide}), design::stack({narrow}));
    return design::page(visit, {.title = one.name, .body = body, .here = "workshop"});
}

}  // namespace fabnum::workshop
