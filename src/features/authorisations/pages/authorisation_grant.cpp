// GET /autorisations/{family}: several people at once are trained, seen at work, and granted a level.

#include <algorithm>

#include "features/authorisations/pages/authorisation_fragments.h"

namespace fabnum::authorisations {

using namespace html;

namespace {

struct Facts {
    std::vector<people::Face> people;
    std::map<PersonId, std::map<Family, Permit>> permits;
    std::optional<Level> own;
};
Facts facts_of(Room& room, const web::Visit& visit, Family family) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts{.people = people::with_role(db, Role::Participant, visit.actor().site, visit.today()),
                    .permits = {},
                    .own = of_person(db, visit.actor().person, visit.today())[family].level};
        if (is_staff(visit.actor()))
            for (auto& face : people::with_role(db, Role::Fabmanager, visit.actor().site, visit.today()))
                facts.people.push_back(std::move(face));
        std::erase_if(facts.people, [&](const auto& face) { return face.id == visit.actor().person; });
        std::vector<PersonId> ids;
        ids.reserve(facts.people.size());
        for (const auto& face : facts.people) ids.push_back(face.id);
        facts.permits = of_people(db, ids, visit.today());
        return facts;
    });
}

// A trainer of the cohort sees names; where each one stands is for the team.
std::string detail_of(Facts& facts, const people::Face& face, Family family, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!is_staff(visit.actor())) return {};
    const Permit& permit = facts.permits[face.id][family];
    std::string words = permit_tag(permit, t).word;
    if (const std::string missing = missing_words(permit, t); !missing.empty()) words += ". " + missing;
    if (permit.expires && permit.paper == Paper::Valid)
        words += " " + t("authorisations.until", {{"day", t.short_day(*permit.expires)}});
    return words;
}

http::Response grant_page(Room& room, web::Visit& visit, Family family, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    Facts facts = facts_of(room, visit, family);
    if (!may_grant(visit.actor(), facts.own, Level::Observer)) return not_there(visit);
    const std::string title = t("authorisations.grant_title", {{"family", family_word(family, t)}});
    const bool staff = is_staff(visit.actor());
    auto body = design::heading(
        {.title = title,
         .lead = p({t("authorisations.grant_lead")}),
         .aside = staff ? design::link_button({.word = t("authorisations.course_change"),
                                               .icon = "book-open",
                                               .look = design::Look::Outline},
                                              Url("/autorisations") / machines::word_of(family) / "cours")
                        : Markup(),
         .above = design::back_link(staff ? design::Link{t("authorisations.title"), Url("/autorisations")}
                                          : design::Link{t("machines.list.title"), Url("/machines")})});
    body += design::mistakes(form, t);
    std::vector<design::Choice> who, what;
    who.reserve(facts.people.size());
    for (const auto& face : facts.people)
        who.push_back(
            {std::to_string(face.id.value), people::full_name(face), detail_of(facts, face, family, visit)});
    for (const LevelRow& row : levels)
        if (may_grant(visit.actor(), facts.own, row.level))
            what.push_back({std::string(row.word), level_word(row.level, t),
                            t("authorisations.level." + std::string(row.word) + "_why")});
    Markup fields =
        design::checkboxes(form, {.name = "people", .label = t("authorisations.who"), .choices = who}, t) +
        design::radio_cards(form, {.name = "level", .label = t("authorisations.level_of"), .choices = what},
                            t) +
        design::checkbox(
            {.name = "trained", .word = t("authorisations.trained"), .checked = form.checked("trained")}) +
        design::checkbox({.name = "shown",
                          .word = t("authorisations.shown"),
                          .checked = form.checked("shown"),
                          .detail = t("authorisations.shown_why")}) +
        design::button({.word = t("authorisations.grant_do"), .icon = "badge-check"});
    body += design::sending(Url("/autorisations") / machines::word_of(family), fields);
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "workshop", .status = status});
}

}  // namespace

http::Response family_page(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    return family ? grant_page(room, visit, *family, {}) : not_there(visit);
}

http::Response grant_now(Room& room, web::Visit& visit, std::string word) {
    const auto family = machines::family_from(word);
    if (!family) return not_there(visit);
    forms::Form form(visit);
    const auto level = level_from(form.typed("level"));
    if (!level) form.refuse("level", {"authorisations.problem.level"});
    Grant wanted{.people = form.ids<PersonTag>("people"), .family = *family};
    if (wanted.people.empty()) form.refuse("people", {"authorisations.problem.who"});
    wanted.trained = form.checked("trained");
    wanted.shown = form.checked("shown");
    if (form.is_good()) {
        wanted.level = *level;
        const auto done = grant(room.database, visit.act(), wanted, visit.today());
        if (done) {
            visit.say("authorisations.said.granted", {{"count", std::to_string(wanted.people.size())},
                                                      {"level", level_word(*level, visit.words())}});
            return http::see_other(Url("/autorisations") / word);
        }
        form.refuse("people", done.refusal());
    }
    return grant_page(room, visit, *family, form, 422);
}

}  // namespace fabnum::authorisations
