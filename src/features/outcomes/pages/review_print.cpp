// GET /sorties/{}/bilan.pdf and attestation.pdf: what the young person takes along, in French.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "features/outcomes/pages/review_draft.h"
#include "platform/assets/assets.h"
#include "platform/journal/readings.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

Markup lines_of(std::string_view words) {
    Markup all;
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t end = std::min(words.find('\n', from), words.size());
        if (end > from) all += p({words.substr(from, end - from)});
        from = end + 1;
    }
    return all;
}

Markup head_of(const Drafted& draft, Day on, const i18n::Words& t) {
    return header({cls("note-head"),
                   div({p({strong({"Fab’Num"})}), p({draft.site.name}), p({draft.site.address}),
                        p({draft.site.phone})}),
                   div({p({draft.cohort.name}), p({t.day_with_year(on)})})});
}

Markup signature_box(std::string_view who, const i18n::Words& t) {
    return div({cls("note-box"), p({who}), p({t("outcomes.paper.signature")})});
}

std::vector<std::pair<std::string, Markup>> facts_table(const Drafted& draft, const i18n::Words& t) {
    return {{t("outcomes.paper.name"), strong({people::full_name(draft.face)})},
            {t("outcomes.paper.dates"),
             text(t("outcomes.paper.from_to", {{"from", t.day_with_year(draft.cohort.starts)},
                                               {"to", t.day_with_year(draft.exit.left)}}))},
            {t("outcomes.paper.place"), text(draft.site.name + ", " + draft.site.address)},
            {t("outcomes.paper.week"),
             text(t("outcomes.paper.hours_a_week", {{"hours", draft.cohort.weekly_hours}}))}};
}

http::Response printed(Room& room, web::Visit& visit, const Drafted& draft, const std::string& title,
                       Markup body, const std::string& file_name) {
    const Document page{.language = "fr",
                        .title = title,
                        .body_class = "print-page",
                        .styles = {assets::url_of("assets/app.css")},
                        .body = article({cls("note"), std::move(body)})};
    const auto bytes = room.printer.print(html::print(page));
    if (!bytes) return design::refused(visit, {"outcomes.no_pdf"}, url_of(draft.exit.id), "results");
    journal::note_reading(room.database, visit.act(), draft.exit.person, "exit", draft.exit.site);
    return http::download(*bytes, "application/pdf", file_name);
}

i18n::Words french() {
    return i18n::Words({.language = i18n::Language::French});
}

}  // namespace

http::Response review_pdf(Room& room, web::Visit& visit, ExitId id) {
    const auto draft = drafted(room, visit, id);
    if (!draft || !draft->kept)
        return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    const auto t = french();
    const Review& review = draft->review;
    const std::string title = t("outcomes.paper.review");
    Markup body =
        head_of(*draft, review.talked, t) + h1({title}) + design::definitions(facts_table(*draft, t));
    body += h2({t("outcomes.review.objectives")}) + lines_of(review.objectives);
    body += h2({t("outcomes.review.tasks")}) + lines_of(review.tasks);
    body += h2({t("outcomes.review.learned")}) + lines_of(review.learned);
    body += h2({t("outcomes.review.own_words")}) + blockquote({lines_of(review.own_words)});
    body += section({cls("note-signature"), h2({t("outcomes.paper.signatures")}),
                     p({t("outcomes.paper.talked", {{"day", t.day_with_year(review.talked)}})}),
                     div({cls("note-signatures"), signature_box(people::full_name(draft->face), t),
                          signature_box(review.tutor_host + ", " + t("outcomes.paper.host"), t),
                          signature_box(review.tutor_sender + ", " + t("outcomes.paper.sender"), t)})});
    return printed(room, visit, *draft, title, body, "bilan-" + std::to_string(id.value) + ".pdf");
}

http::Response attestation_pdf(Room& room, web::Visit& visit, ExitId id) {
    const auto draft = drafted(room, visit, id);
    if (!draft) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    const auto t = french();
    const std::string title = t("outcomes.paper.attestation");
    Markup body = head_of(*draft, visit.today(), t) + h1({title}) +
                  p({t("outcomes.paper.attests", {{"site", draft->site.name}})}) +
                  design::definitions(facts_table(*draft, t));
    if (draft->facts.all_minutes > 0) {
        design::Table table{.caption = t("outcomes.paper.noted_hours"),
                            .columns = {{.word = t("outcomes.paper.activity")},
                                        {.word = t("outcomes.paper.hours"), .number = true}},
                            .rows = {}};
        for (std::size_t kind = 0; kind < projects::activity_count; ++kind)
            if (draft->facts.minutes[kind] > 0)
                table.rows.push_back(
                    {text(t("projects.activity." + std::string(projects::activities[kind].first))),
                     text(t.duration(draft->facts.minutes[kind]))});
        body += h2({t("outcomes.paper.noted_hours")}) + design::table(table, t);
    }
    if (!draft->facts.missions.empty()) {
        Markup missions;
        for (const Carried& mission : draft->facts.missions)
            missions +=
                li({t("outcomes.review.mission_line",
                      {{"title", mission.title},
                       {"turn", t("projects.turn." + std::string(projects::word_of(mission.turn)))}})});
        body += h2({t("outcomes.paper.missions")}) + ul({missions});
    }
    body += p({cls("soft"), t("outcomes.paper.not_the_state")});
    body += section({cls("note-signature"),
                     signature_box(t("outcomes.paper.for_site", {{"site", draft->site.name}}), t)});
    return printed(room, visit, *draft, title, body, "attestation-" + std::to_string(id.value) + ".pdf");
}

}  // namespace fabnum::outcomes
