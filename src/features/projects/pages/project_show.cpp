// GET /missions/{}: the mission's board, its team, what was done last.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"
#include "platform/crypto/crypto.h"

namespace fabnum::projects {

using namespace html;

namespace {

Markup step_board(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool moves = may_lead(visit.actor(), sight.turn_of(visit.actor().person).value_or(Turn::Member)) &&
                       !sight.project.ended;
    constexpr std::pair<StepState, design::Tone> lanes[] = {{StepState::ToDo, design::Tone::Plain},
                                                            {StepState::Doing, design::Tone::Progress},
                                                            {StepState::Done, design::Tone::Good}};
    std::vector<design::BoardColumn> columns;
    for (const auto& [state, tone] : lanes) {
        design::BoardColumn column{.key = std::string(word_of(state)),
                                   .name = t("projects.step_state." + std::string(word_of(state))),
                                   .tone = tone,
                                   .cards = {}};
        for (const Step& step : sight.steps) {
            if (step.state != state) continue;
            design::BoardCard card{.id = "etape-" + std::to_string(step.id.value),
                                   .title = title_of(step, sight.project, t),
                                   .to = url_of(sight.project.id) / "etapes" / step.id,
                                   .detail = step.title.empty() ? "" : activity_word(step.kind, t)};
            if (const auto people = sight.planned.find(step.id); people != sight.planned.end())
                for (const PersonId person : people->second)
                    if (const auto* member = sight.member(person))
                        card.people.push_back({person.value, people::short_name(member->face)});
            if (moves) {
                card.move = url_of(sight.project.id) / "etapes" / step.id;
                card.hidden =
                    design::hidden("from", word_of(state)) + design::hidden("once", crypto::new_key());
                for (const auto& [word, other] : step_states)
                    if (other != state)
                        card.moves.push_back(
                            {std::string(word), t("projects.step_state." + std::string(word))});
            }
            column.cards.push_back(std::move(card));
        }
        columns.push_back(std::move(column));
    }
    return design::board(columns, t);
}

Markup step_adding(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    if (sight.project.ended ||
        !may_lead(visit.actor(), sight.turn_of(visit.actor().person).value_or(Turn::Member)))
        return {};
    std::vector<design::Choice> kinds;
    for (const auto& [word, kind] : activities) kinds.push_back({std::string(word), activity_word(kind, t)});
    forms::Form form;
    return details(
        {summary({t("projects.step.add")}),
         design::sending(
             url_of(sight.project.id) / "etapes",
             design::field(
                 form,
                 {.name = "title", .label = t("projects.step.title"), .help = t("projects.step.title_help")},
                 t) +
                 design::select_field(
                     form, {.name = "kind", .label = t("projects.step.kind"), .choices = kinds}, t) +
                 design::button(
                     {.word = t("projects.step.add"), .icon = "plus", .look = design::Look::Outline}))});
}

Markup team_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup lines;
    for (const Member& member : sight.team)
        lines += design::person_line({member.face.id.value, people::short_name(member.face)},
                                     member.turn == Turn::Member ? "" : turn_word(member.turn, t));
    return design::card(
        {.title = t("projects.part.team"),
         .action = design::Link{t("projects.team.turns"), url_of(sight.project.id) / "equipe"},
         .body = div({cls("stack"), lines})});
}

Markup proofs_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    std::vector<design::Photo> photos;
    for (const Photo& photo : sight.photos) {
        if (photos.size() == 4) break;
        photos.push_back({.picture = (here / "images" / photo.file).with("taille", "card"),
                          .alt = photo.description,
                          .caption = photo.description,
                          .to = here / "images" / photo.file});
    }
    Markup body = photos.empty() ? p({cls("soft"), t("projects.photos.none")}) : design::photo_grid(photos);
    if (!sight.project.ended)
        body += design::link_button(
            {.word = t("projects.photos.take"), .icon = "camera", .look = design::Look::Outline},
            here / "photos");
    return design::card({.title = t("projects.part.photos"),
                         .action = design::Link{t("projects.see_all"), here / "photos"},
                         .body = body});
}

Markup progress_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    std::size_t passed = 0;
    for (const Check& check : sight.checks) passed += check.passed == true ? 1 : 0;
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("projects.part.work"), a({href(here / "travail"), t.duration(sight.minutes())})},
        {t("projects.part.jobs"), a({href(here / "fabrications"), t("projects.jobs.see")})},
        {t("projects.part.tries"),
         a({href(here / "essais"), t("projects.tries.count", {{"count", sight.tries.size()}})})},
        {t("projects.part.checks"),
         a({href(here / "controle"),
            t("projects.checks.count", {{"passed", passed}, {"all", sight.checks.size()}})})}};
    return design::card({.title = t("projects.progress"), .body = design::definitions(facts)});
}

}  // namespace

http::Response show(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    const auto& t = visit.words();
    Markup body = design::stepper(stepper_of(sight->steps, sight->project, t), t);
    if (sight->project.ended)
        body += design::notice({.sentence = t("projects.ended_on", {{"day", t.day(*sight->project.ended)}})});
    body += section({h2({cls("for-readers"), t("projects.part.steps")}), step_board(*sight, visit),
                     step_adding(*sight, visit)});
    const Markup facts = progress_card(*sight, visit) + team_card(*sight, visit);
    body += is_staff(visit.actor())
                ? design::columns(design::stack({proofs_card(*sight, visit)}), design::stack({facts}))
                : proofs_card(*sight, visit) + facts;
    return part_page(visit, *sight, {"show", sight->project.title}, {}, body);
}

http::Response picture(Room& room, web::Visit& visit, ProjectId id, files::FileId file) {
    const auto found = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto sight = visible_to(db, visit.actor(), id, visit.today());
        if (!sight) return std::nullopt;
        bool theirs = false;
        for (const Photo& photo : sight->photos) theirs = theirs || photo.file == file;
        for (const Try& one : sight->tries) theirs = theirs || one.photo == file;
        return theirs ? room.cabinet.find(db, file) : std::nullopt;
    });
    if (!found) return not_there(visit);
    return room.cabinet.serve(
        *found, visit.request().query.get("taille") == "card" ? files::Size::Card : files::Size::Full);
}

}  // namespace fabnum::projects
