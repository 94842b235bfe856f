// GET /formation-civique/{}: one young person's civic training: what is done and how one knows, what is to do
// until when, the papers from elsewhere. Each look by the team is noted.

#include "features/civics/pages/civic_fragments.h"
#include "features/civics/pages/civic_pages.h"
#include "platform/journal/readings.h"

namespace fabnum::civics {

using namespace html;

namespace {

bool is_own(const web::Visit& visit) {
    return visit.actor().role == Role::Participant;
}

Markup where_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Standing& s = sight.line.standing;
    const std::string theory = theory_words(s, sight.asked, t);
    const std::string done =
        t("civics.whole", {{"count", halves_done(s, sight.asked)}, {"all", sight.asked.all_halves()}});
    return design::card(
        {.title = t("civics.where"),
         .body = p({b({done})}) +
                 design::gauge(
                     {.share = halves_done(s, sight.asked) / static_cast<double>(sight.asked.all_halves()),
                      .mark = 0.5,
                      .tone = design::Tone::Info,
                      .label = done}) +
                 design::definitions({{part_word(Part::Theory, t), text(theory)},
                                      {part_word(Part::FirstAid, t), text(first_aid_words(s, t))}})});
}

Markup sessions_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    moments.reserve(sight.sessions.size());
    for (const Followed& one : sight.sessions) {
        const auto& session = one.session.session;
        const bool past = session.day < visit.today();
        moments.push_back(
            {.when = past || one.here ? design::When::Past : design::When::Next,
             .time = t.short_day(session.day) + ", " + t.time(session.starts),
             .title = session.title,
             .detail = part_word(one.session.part, t),
             .more = design::tag(one.here ? design::Tag{design::Tone::Good, t("civics.was_here")}
                                 : past   ? design::Tag{design::Tone::Plain, t("civics.was_not_here")}
                                          : design::Tag{design::Tone::Info, t("civics.to_come")})});
    }
    return design::card(
        {.title = t("civics.sessions"),
         .body = moments.empty() ? p({t("civics.sessions_none")}) : design::timeline(moments)});
}

Markup proof_row(const Proof& one, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup line = b({t("civics.paper." + std::string(word_in(papers, one.paper)))}) + text(", ") +
                  text(t.day_with_year(one.on)) + br({}) + text(one.title);
    if (part_of(one.paper) == Part::Theory)
        line += text(", " + t("civics.halves", {{"count", one.half_days}}));
    if (one.file)
        line += text(" ") + a({href(Url("/formation-civique/preuves") / one.id), t("civics.see_paper")});
    if (!is_own(visit))
        line += design::act_button(Url("/formation-civique/preuves") / one.id / "retrait",
                                   {.word = t("civics.take_back"),
                                    .icon = "undo-2",
                                    .look = design::Look::Bare,
                                    .size = design::Size::Small,
                                    .label = t("civics.take_back") + ", " + one.title});
    return li({line});
}

Markup proof_fields(const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> kinds;
    for (const auto& [word, paper] : papers)
        kinds.push_back({std::string(word), t("civics.paper." + std::string(word))});
    return design::field_row(
               {design::select_field(
                    form, {.name = "paper", .label = t("civics.field.paper"), .choices = kinds}, t),
                design::field(
                    form, {.name = "on", .label = t("civics.field.on"), .input = design::Input::Day}, t)}) +
           design::field_row(
               {design::field(
                    form, {.name = "title", .label = t("civics.field.by"), .help = t("civics.field.by_help")},
                    t),
                design::field(form,
                              {.name = "half_days",
                               .label = t("civics.field.half_days"),
                               .input = design::Input::Number,
                               .help = t("civics.field.half_days_help"),
                               .optional = true,
                               .narrow = true},
                              t)}) +
           design::field(form,
                         {.name = "file",
                          .label = t("civics.field.file"),
                          .input = design::Input::File,
                          .help = t("civics.field.file_help"),
                          .optional = true,
                          .accept = "application/pdf,image/*"},
                         t) +
           design::button({.word = t("civics.keep"), .icon = "check", .look = design::Look::Outline});
}

Markup proofs_card(const Sight& sight, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const Proof& one : sight.proofs) rows += proof_row(one, visit);
    Markup body = rows.empty() ? p({cls("soft"), t("civics.proofs_none")}) : ul({cls("row-list"), rows});
    if (!is_own(visit))
        body +=
            design::sending(url_of(sight.line.face.id) / "preuves", proof_fields(form, t), {.files = true});
    return design::card({.title = t("civics.proofs"), .body = body, .id = "preuves"});
}

http::Response sight_page(Room& room, web::Visit& visit, PersonId person, const forms::Form& form,
                          int status = 200) {
    const auto& t = visit.words();
    const auto sight = room.database.read(
        [&](const sql::Reader& db) { return sight_of(db, visit.actor(), person, visit.today()); });
    if (!sight) return not_there(visit);
    const bool own = is_own(visit);
    if (!own) journal::note_reading(room.database, visit.act(), person, "civics", visit.actor().site);
    const std::string title = own ? t("civics.mine") : people::full_name(sight->line.face);
    auto body =
        design::heading({.title = title,
                         .lead = own ? p({t("civics.mine_lead")}) : p({t("civics.title")}),
                         .above = own ? design::back_link({t("paths.mine.title"), Url("/parcours")})
                                      : design::back_link({t("civics.title"), Url("/formation-civique")})});
    body += design::mistakes(form, t);
    const Markup todo = design::card({.title = t("civics.todo"),
                                      .body = !sight->line.todo.empty() ? todo_list(sight->line, visit)
                                              : has_all(sight->line.standing, sight->asked)
                                                  ? design::done_line(t("civics.all_done"))
                                                  : p({t("civics.over")})});
    body += design::columns(design::stack({where_card(*sight, visit), todo, sessions_card(*sight, visit)}),
                            design::stack({proofs_card(*sight, form, visit)}));
    return design::page(visit, {.title = design::form_title(form, title, t),
                                .body = body,
                                .here = here_of(visit),
                                .status = status});
}

}  // namespace

http::Response person_page(Room& room, web::Visit& visit, PersonId person) {
    forms::Form form;
    form.put("paper", "psc").put("on", visit.words().numeric_day(visit.today()));
    return sight_page(room, visit, person, form);
}

http::Response proof_keep(Room& room, web::Visit& visit, PersonId person) {
    forms::Form form(visit);
    Proof one;
    one.person = person;
    one.paper = form.choice<Paper>("paper", papers).value_or(Paper::Psc);
    one.on = form.day("on").value_or(visit.today());
    one.title = form.text("title", {.most = 120, .missing = "civics.problem.by"});
    const auto half_days = form.number("half_days", 1, 20, forms::Need::Maybe);
    if (one.paper == Paper::Theory && !half_days && form.is_good())
        form.refuse("half_days", {"civics.problem.half_days"});
    one.half_days = static_cast<int>(half_days.value_or(0));
    std::optional<files::Cabinet::Checked> paper;
    for (const auto& upload : visit.request().uploads) {
        if (upload.field != "file" || upload.size == 0 || !form.is_good()) continue;
        const auto checked = room.cabinet.check(upload, {.picture = true, .document = true});
        if (checked)
            paper = *checked;
        else
            form.refuse("file", checked.refusal());
    }
    if (!form.is_good()) return sight_page(room, visit, person, form, 422);
    const auto done = keep_proof(room.database, room.cabinet, visit.act(), one, paper, visit.today());
    if (!done) {
        if (done.refusal().key == "civics.not_there") return not_there(visit);
        form.refuse("on", done.refusal());
        return sight_page(room, visit, person, form, 422);
    }
    visit.say("civics.said.kept");
    return http::see_other(url_of(person).at("preuves"));
}

http::Response proof_take_back(Room& room, web::Visit& visit, CivicProofId id) {
    const auto one = room.database.read([&](const sql::Reader& db) { return proof(db, visit.actor(), id); });
    if (!one) return not_there(visit);
    const auto done = take_back(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), url_of(one->person), "cohort");
    visit.say("civics.said.taken_back");
    return http::see_other(url_of(one->person).at("preuves"));
}

http::Response proof_file(Room& room, web::Visit& visit, CivicProofId id) {
    const auto one = room.database.read([&](const sql::Reader& db) { return proof(db, visit.actor(), id); });
    if (!one || !one->file) return not_there(visit);
    if (!is_own(visit))
        journal::note_reading(room.database, visit.act(), one->person, "civics", visit.actor().site);
    const auto file =
        room.database.read([&](const sql::Reader& db) { return room.cabinet.find(db, one->file); });
    return file ? room.cabinet.serve(*file, files::Size::Full) : not_there(visit);
}

}  // namespace fabnum::civics
