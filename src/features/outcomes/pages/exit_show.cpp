// GET /sorties/{}: what was noted, what follows, and the news after. Each look is noted.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "platform/journal/readings.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

Markup tasks_card(const Exit& exit, const std::vector<DoneTask>& done, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const Todo& todo : todos(exit, done)) {
        const std::string word = t("outcomes.task." + std::string(word_in(tasks, todo.task)));
        const design::Tag tag =
            todo.done
                ? design::Tag{design::Tone::Good, t("outcomes.todo.done", {{"day", t.short_day(*todo.done)}})}
                : design::Tag{todo.due < visit.today() ? design::Tone::Alert : design::Tone::Watch,
                              t("outcomes.todo.due", {{"day", t.short_day(todo.due)}})};
        Markup action;
        if (todo.task == Task::Review && !todo.done)
            action = design::link_button({.word = t("outcomes.review.write"),
                                          .look = design::Look::Outline,
                                          .size = design::Size::Small},
                                         url_of(exit.id) / "bilan");
        else
            action = design::act_button(
                url_of(exit.id) / "taches",
                {.word = t(todo.done ? "outcomes.todo.again" : "outcomes.todo.do"),
                 .look = todo.done ? design::Look::Bare : design::Look::Outline,
                 .size = design::Size::Small,
                 .label = t(todo.done ? "outcomes.todo.again" : "outcomes.todo.do") + ", " + word},
                design::hidden("task", word_in(tasks, todo.task)) +
                    design::hidden("done", todo.done ? "no" : "yes"));
        rows +=
            design::decision_row({.icon = todo.done ? "circle-check" : "clipboard-check",
                                  .tone = todo.done ? design::Tone::Good : design::Tone::Info,
                                  .title = word,
                                  .detail = t("outcomes.task_why." + std::string(word_in(tasks, todo.task))),
                                  .tag = tag,
                                  .action = action});
    }
    return design::card({.title = t("outcomes.exit.tasks"),
                         .body = ul({cls("rows"), html::role("list"), rows}),
                         .flush = true,
                         .id = "taches"});
}

Markup news_card(const std::vector<News>& all, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    for (const News& one : all) {
        const Standing standing = standing_of(one, visit.today());
        std::string detail = t("outcomes.standing." + std::string(word_in(standings, standing)));
        if (one.situation) detail = situation_word(*one.situation, t);
        if (one.missing) detail = t("outcomes.missing." + std::string(word_in(missings, *one.missing)));
        moments.push_back({.when = one.answered                   ? design::When::Past
                                   : standing == Standing::Coming ? design::When::Next
                                                                  : design::When::Now,
                           .time = t.short_day(one.due),
                           .title = news_title(one, t),
                           .detail = detail,
                           .to = url_of(one.id)});
    }
    return design::card({.title = t("outcomes.exit.news"), .body = design::timeline(moments)});
}

}  // namespace

http::Response exit_show(Room& room, web::Visit& visit, ExitId id) {
    const auto& t = visit.words();
    struct Sight {
        Exit exit;
        people::Face face;
        std::optional<cohorts::Cohort> cohort;
        std::vector<DoneTask> done;
        std::vector<News> news;
        bool reviewed = false;
    };
    const auto sight = room.database.read([&](const sql::Reader& db) -> std::optional<Sight> {
        const auto exit = find(db, visit.actor(), id);
        if (!exit) return std::nullopt;
        const auto faces = people::faces(db, {exit->person});
        if (faces.empty()) return std::nullopt;
        return Sight{*exit,
                     faces.begin()->second,
                     cohorts::find(db, exit->cohort),
                     done_tasks(db, id),
                     news_of(db, id),
                     review_of(db, id).has_value()};
    });
    if (!sight) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    const Exit& exit = sight->exit;
    journal::note_reading(room.database, visit.act(), exit.person, "exit", exit.site);
    const std::string name = people::full_name(sight->face);
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("outcomes.column.left"), text(t.day_with_year(exit.left))},
        {t("outcomes.column.reason"),
         text(t("outcomes.reason." + std::string(word_in(reasons, exit.reason))))},
        {t("outcomes.column.situation"), strong({situation_word(exit.situation, t)})}};
    if (exit.field) facts.emplace_back(t("outcomes.column.field"), text(field_word(exit.field, t)));
    facts.emplace_back(
        t("outcomes.column.proof"),
        text(t("outcomes.proof." + std::string(word_in(proofs, exit.proof)))) +
            (exit.file ? text(" ") + a({href(url_of(id) / "preuve"), t("outcomes.exit.open_file")})
                       : Markup()));
    facts.emplace_back(t("outcomes.column.imilo"), text(meaning_of(exit.situation).imilo));
    Markup printed = design::link_button(
        {.word = t("outcomes.review.write"), .icon = "pen-line", .look = design::Look::Outline},
        url_of(id) / "bilan");
    if (room.printer.is_available() && sight->reviewed)
        printed += design::link_button(
            {.word = t("outcomes.review.pdf"), .icon = "file-down", .look = design::Look::Outline},
            url_of(id) / "bilan.pdf");
    if (room.printer.is_available())
        printed += design::link_button(
            {.word = t("outcomes.attestation.pdf"), .icon = "file-down", .look = design::Look::Outline},
            url_of(id) / "attestation.pdf");
    auto body = design::heading(
        {.title = name,
         .lead = p({sight->cohort ? sight->cohort->name + ". " : "",
                    t(exit.early ? "outcomes.exit.early" : "outcomes.exit.at_term")}),
         .aside = design::link_button(
             {.word = t("outcomes.exit.correct"), .icon = "pencil", .look = design::Look::Outline},
             Url("/promo") / exit.cohort / "sorties" / exit.person),
         .above = design::back_link({t("outcomes.exits.title"), Url("/sorties")})});
    body += design::columns(
        design::stack({tasks_card(exit, sight->done, visit), news_card(sight->news, visit)}),
        design::stack(
            {design::card({.title = t("outcomes.exit.facts"),
                           .action = design::Link{t("outcomes.exit.person"), Url("/personnes") / exit.person},
                           .body = design::definitions(facts)}),
             design::card({.title = t("outcomes.exit.papers"), .body = design::button_row({printed})})}));
    return design::page(visit, {.title = name, .body = body, .here = "results"});
}

http::Response exit_task(Room& room, web::Visit& visit, ExitId id) {
    forms::Form form(visit);
    const auto task = form.choice<Task>("task", tasks);
    if (!task) return design::refused(visit, {"outcomes.not_there"}, url_of(id), "results");
    const auto set = set_task(room.database, visit.act(), id, *task, form.has("done", "yes"), visit.today());
    if (!set) return design::refused(visit, set.refusal(), url_of(id), "results");
    visit.say(form.has("done", "yes") ? "outcomes.said.task_done" : "outcomes.said.task_undone");
    return http::see_other(url_of(id).at("taches"));
}

http::Response exit_file(Room& room, web::Visit& visit, ExitId id) {
    std::optional<files::File> file;
    std::optional<Exit> exit;
    room.database.read([&](const sql::Reader& db) {
        exit = find(db, visit.actor(), id);
        if (exit && exit->file) file = room.cabinet.find(db, exit->file);
    });
    if (!file) return design::refused(visit, {"outcomes.not_there"}, Url("/sorties"), "results");
    journal::note_reading(room.database, visit.act(), exit->person, "exit", exit->site);
    return room.cabinet.serve(*file, files::Size::Full);
}

}  // namespace fabnum::outcomes
