// GET /commandes/{}/equipe: a small team, and whose turn it is to lead and to answer, with why.

#include <algorithm>

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

std::string why_words(const projects::Proposal& one, projects::Turn turn, const i18n::Words& t) {
    const std::string role = t("projects.turn." + std::string(projects::word_of(turn)));
    switch (one.why) {
        case projects::Why::NeverHad: return t("projects.why.never", {{"role", role}});
        case projects::Why::FewerTimes: return t("projects.why.fewer", {{"times", one.times}});
        case projects::Why::LongestAgo:
            return t("projects.why.longest_ago", {{"day", one.last ? t.short_day(*one.last) : ""}});
        case projects::Why::NextInLine: return t("projects.why.next", {{"times", one.times}});
    }
    return {};
}

design::Choices turn_choices(std::string_view name, const std::string& label,
                             const std::vector<projects::Proposal>& line, projects::Turn turn,
                             const std::map<PersonId, people::Face>& faces, const i18n::Words& t) {
    design::Choices choices{
        .name = std::string(name), .label = label, .choices = {}, .help = t("projects.turn.help")};
    for (const auto& one : line)
        if (const auto face = faces.find(one.person); face != faces.end())
            choices.choices.push_back({std::to_string(one.person.value), people::short_name(face->second),
                                       why_words(one, turn, t)});
    return choices;
}

http::Response team_page(Room& room, web::Visit& visit, OrderId id, forms::Form form, int status = 200) {
    struct Facts {
        std::optional<Sight> sight;
        std::optional<cohorts::Cohort> cohort;
        std::vector<people::Face> present;
        std::vector<projects::Proposal> leads, referents;
        projects::Shares shares;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.sight = room.orders.visible_to(db, visit.actor(), id),
                    .cohort = cohorts::running(db, visit.actor().site, visit.today()),
                    .present = {},
                    .leads = {},
                    .referents = {},
                    .shares = {}};
        if (!found.cohort) return found;
        found.present = cohorts::present_members(db, found.cohort->id, visit.today());
        found.leads = projects::next_in_turn(db, found.cohort->id, projects::Turn::Lead, {}, visit.today());
        found.referents =
            projects::next_in_turn(db, found.cohort->id, projects::Turn::Referent, {}, visit.today());
        found.shares = projects::shares_in_programme(db, found.cohort->id);
        return found;
    });
    if (!facts.sight) return design::refused(visit, {"orders.not_there"}, Url("/commandes"), "orders");
    const auto& t = visit.words();
    if (!may(facts.sight->order.state, Step::Start, Staff))
        return design::refused(visit, {"orders.moved_meanwhile"}, url_of(id), "orders");
    if (!facts.cohort || facts.present.size() < 2)
        return design::refused(visit, {"orders.no_cohort"}, url_of(id), "orders");
    std::map<PersonId, people::Face> faces;
    for (const auto& face : facts.present) faces.emplace(face.id, face);
    if (status == 200) {
        // The first in each line, never the same for both.
        const auto lead = facts.leads.front().person;
        const auto referent = facts.referents.front().person == lead ? facts.referents[1].person
                                                                     : facts.referents.front().person;
        form.put("lead", std::to_string(lead.value)).put("referent", std::to_string(referent.value));
        form.put("members", std::to_string(lead.value)).put("members", std::to_string(referent.value));
    }
    design::Choices members{.name = "members",
                            .label = t("orders.team.members"),
                            .choices = {},
                            .help = t("orders.team.members_help")};
    for (const auto& face : facts.present) {
        // What each has not tried yet: a team is formed so that nothing is missing for anybody.
        std::string missing;
        const auto share = facts.shares.find(face.id);
        for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
            if (share == facts.shares.end() || share->second[kind] == 0)
                missing += (missing.empty() ? "" : ", ") +
                           t("projects.activity." + std::string(projects::activities[kind].first));
        members.choices.push_back({std::to_string(face.id.value), people::short_name(face),
                                   missing.empty() ? t("orders.team.nothing_missing")
                                                   : t("orders.team.missing", {{"kinds", missing}})});
    }
    auto body = design::heading({.title = t("orders.team.title", {{"title", facts.sight->order.title}}),
                                 .lead = p({t("orders.team.lead", {{"cohort", facts.cohort->name}})}),
                                 .above = design::breadcrumb({{t("orders.list.title"), Url("/commandes")},
                                                              {reference_of(facts.sight->order), url_of(id)}},
                                                             t("orders.team.short"), t)});
    body += design::mistakes(form, t);
    auto fields =
        design::radio_cards(
            form,
            turn_choices("lead", t("orders.team.who_leads"), facts.leads, projects::Turn::Lead, faces, t),
            t) +
        design::radio_cards(form,
                            turn_choices("referent", t("orders.team.who_answers"), facts.referents,
                                         projects::Turn::Referent, faces, t),
                            t) +
        design::checkboxes(form, members, t) + design::button({.word = t("orders.team.do"), .icon = "users"});
    body += design::card({.title = t("orders.team.short"),
                          .body = design::sending(url_of(id) / "equipe", fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("orders.team.short"), t),
                                .body = body,
                                .here = "orders",
                                .status = status});
}

}  // namespace

http::Response team(Room& room, web::Visit& visit, OrderId id) {
    return team_page(room, visit, id, {});
}

http::Response team_start(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    projects::Team team;
    team.lead = form.id<PersonTag>("lead");
    team.referent = form.id<PersonTag>("referent");
    team.members = form.ids<PersonTag>("members");
    // Whoever leads or answers is of the team, ticked or not.
    for (const PersonId person : {team.lead, team.referent})
        if (person && std::find(team.members.begin(), team.members.end(), person) == team.members.end())
            team.members.push_back(person);
    const auto sight = room.database.read(
        [&](const sql::Reader& db) { return room.orders.visible_to(db, visit.actor(), id); });
    if (!sight) return design::refused(visit, {"orders.not_there"}, Url("/commandes"), "orders");
    std::vector<std::string> checks;
    for (const auto key : first_checks(sight->order.kind)) checks.push_back(visit.words()(key));
    const auto started = room.orders.start(visit.act(), id, team, checks, visit.today());
    if (!started) {
        const auto& key = started.refusal().key;
        if (!key.starts_with("projects."))
            return design::refused(visit, started.refusal(), url_of(id), "orders");
        form.refuse(key == "projects.roles_apart"     ? "referent"
                    : key == "projects.roles_in_team" ? "lead"
                                                      : "members",
                    started.refusal());
        return team_page(room, visit, id, form, 422);
    }
    visit.say("orders.said.started");
    return http::see_other(Url("/missions") / *started);
}

}  // namespace fabnum::orders
