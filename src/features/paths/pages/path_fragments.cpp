#include "features/paths/pages/path_fragments.h"

#include "base/text.h"

namespace fabnum::paths {

using namespace html;

Url url_of(InterviewId id) {
    return Url("/entretiens") / id;
}

std::string kind_word(Kind kind, const i18n::Words& t) {
    return t("paths.kind." + std::string(word_of(kind)));
}

design::Tag state_tag(const Interview& one, const web::Visit& visit) {
    using design::Tone;
    const auto tone = [&] {
        switch (one.state) {
            case State::Planned: return is_late(one, visit.today()) ? Tone::Watch : Tone::Plain;
            case State::Offered: return Tone::Progress;
            case State::Agreed: return Tone::Info;
            case State::Held: return Tone::Good;
            case State::Missed: return Tone::Watch;
            case State::Dropped: return Tone::Draft;
        }
        return Tone::Plain;
    }();
    const bool late = one.state == State::Planned && is_late(one, visit.today());
    return {.tone = tone,
            .word = visit.words()(late ? "paths.late" : "paths.state." + std::string(word_of(one.state)))};
}

std::string moment_of(const Interview& one, const web::Visit& visit) {
    const auto& t = visit.words();
    if (one.held) return t.day(*one.held);
    if (!one.meets || one.state == State::Planned) return t("paths.around", {{"day", t.day(one.due)}});
    const auto& zone = visit.visitor().zone;
    return t.day(clock::day_in(zone, *one.meets)) + ", " + t.time(clock::minutes_in(zone, *one.meets));
}

Url back_url(const web::Visit& visit, const Back& back) {
    if (back.to) return *back.to;
    return visit.actor().role == Role::Participant ? Url("/parcours") : Url("/jeunes") / back.person;
}

Markup back_field(const Url& back) {
    return design::hidden("retour", back.text());
}

Back back_of(const web::Visit& visit, PersonId person) {
    auto said = forms::Form(visit).typed("retour");
    if (said.empty()) said = visit.request().query.get("retour");
    return {.person = person, .to = Url::local(said)};
}

std::map<PersonId, people::Face> writers_of(const sql::Reader& db, const notebook::Notebook& book) {
    std::vector<PersonId> ids;
    for (const auto& note : book.notes) ids.push_back(note.by);
    for (const auto& goal : book.goals) ids.push_back(goal.proposed_by);
    return people::faces(db, ids);
}

Markup checkins_of(const notebook::Notebook& book, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool mine = visit.actor().role == Role::Participant;
    Markup rows;
    for (const auto& one : book.checkins) {
        const auto mood = t("paths.mood." + std::string(notebook::word_of(one.mood)));
        const auto footing = t("paths.footing." + std::string(notebook::word_of(one.footing)));
        const Day day = clock::day_in(visit.visitor().zone, one.at);
        std::string detail = t.short_day(day) + ". " + footing + ".";
        if (!one.own_words.empty()) detail += " " + t("paths.checkin.quote", {{"words", one.own_words}});
        Markup action;
        if (mine)
            action = design::act_button(
                Url("/points") / one.id / "partage",
                {.word = t(one.shared ? "paths.checkin.keep" : "paths.checkin.share"),
                 .icon = one.shared ? "lock" : "share-2",
                 .look = design::Look::Soft,
                 .size = design::Size::Small,
                 .label = t(one.shared ? "paths.checkin.keep" : "paths.checkin.share") + ", " + t.day(day)},
                design::hidden("shared", one.shared ? "no" : "yes"));
        rows += design::decision_row({.icon = notebook::icon_of(one.mood),
                                      .tone = design::Tone::Plain,
                                      .title = mood,
                                      .detail = detail,
                                      .action = action});
    }
    if (rows.empty()) return {};
    return ul({cls("rows"), html::role("list"), rows});
}

Markup deeds_of(const projects::Deeds& deeds, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup facts;
    for (const auto& mission : deeds.missions) {
        const std::string role = mission.turn == projects::Turn::Member
                                     ? std::string()
                                     : t("projects.turn." + std::string(projects::word_of(mission.turn)));
        facts += design::decision_row({.icon = mission.turn == projects::Turn::Member ? "package" : "star",
                                       .tone = design::Tone::Info,
                                       .title = mission.title,
                                       .detail = role,
                                       .to = Url("/missions") / mission.id});
    }
    Markup hours;
    for (const auto& [word, kind] : projects::activities) {
        const int minutes = deeds.minutes[static_cast<std::size_t>(kind)];
        if (minutes > 0)
            hours += li({t("paths.deeds.hours", {{"activity", t("projects.activity." + std::string(word))},
                                                 {"time", t.duration(minutes)}})});
    }
    Markup body;
    if (!facts.empty()) body += ul({cls("rows"), html::role("list"), facts});
    if (!hours.empty()) body += ul({cls("fact-list"), hours});
    body += p({cls("soft"), t("paths.deeds.proofs", {{"tries", deeds.tries}, {"photos", deeds.photos}})});
    return body;
}

http::Response answered(web::Visit& visit, const Result<Done>& done, const Url& to, std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), to, here_of(visit));
    visit.say(said);
    return http::see_other(to);
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"paths.not_there"}, Url("/"), here_of(visit));
}

std::string_view here_of(const web::Visit& visit) {
    return visit.actor().role == Role::Participant ? "path" : "young";
}

}  // namespace fabnum::paths
