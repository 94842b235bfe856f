// GET /imports/{}: the dry run: what each column says, a verdict for each row, each difference to be chosen.
// POST …/colonnes, /choix, /confirmation, /abandon.

#include <charconv>

#include "features/imports/pages/import_fragments.h"
#include "features/imports/pages/import_pages.h"

namespace fabnum::imports {

using namespace html;

namespace {

constexpr std::size_t page_size = 50;

std::string column_name(std::size_t number) {
    return "column" + std::to_string(number);
}

// "12:phone"
std::string choice_value(std::size_t line, Column column) {
    return std::to_string(line) + ":" + std::string(word_in(columns, column));
}
std::optional<Choice> choice_from(std::string_view value) {
    std::size_t line = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), line);
    if (error != std::errc() || end == value.data() + value.size() || *end != ':') return std::nullopt;
    const auto word = value.substr(static_cast<std::size_t>(end - value.data()) + 1);
    return Choice{line, value_in(columns, word)};
}

Markup mapping_card(const DryRun& run, const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    choices.reserve(std::size(columns));
    for (const auto& [word, column] : columns) choices.push_back({std::string(word), column_word(column, t)});
    Markup fields;
    for (std::size_t i = 0; i < run.grid.headers.size(); ++i) {
        const std::string name = column_name(i);
        forms::Form one = form;
        if (form.typed(name).empty()) one.put(name, std::string(word_in(columns, run.import.mapping[i])));
        std::string example;
        for (const auto& row : run.grid.rows)
            if (example.empty()) example = row[i];
        fields += design::select_field(one,
                                       {.name = name,
                                        .label = run.grid.headers[i],
                                        .choices = choices,
                                        .help = example.empty() ? t("imports.column_empty")
                                                                : t("imports.example", {{"value", example}})},
                                       t);
    }
    return design::card({.title = t("imports.columns"),
                         .body = design::sending(url_of(run.import.id) / "colonnes",
                                                 fields + design::button({.word = t("imports.map_do"),
                                                                          .icon = "refresh-cw",
                                                                          .look = design::Look::Outline})),
                         .id = "colonnes"});
}

Url filtered(const DryRun& run, std::string_view verdict, std::size_t from = 0) {
    Url to = url_of(run.import.id);
    if (!verdict.empty()) to = to.with("verdict", verdict);
    return from > 0 ? to.with("debut", static_cast<std::int64_t>(from)) : to;
}

// How many of each, each leading to its rows.
Markup counts_bar(const DryRun& run, std::string_view here, const i18n::Words& t) {
    const std::pair<std::string_view, std::size_t> all[] = {{"", run.rows.size()},
                                                            {"new", run.counts.added},
                                                            {"changes", run.counts.changed},
                                                            {"same", run.counts.same},
                                                            {"refused", run.counts.refused}};
    Markup links;
    for (const auto& [word, count] : all)
        links += li({a({href(filtered(run, word)), word == here ? aria("current", "page") : Attribute{},
                        t("imports.count." + std::string(word.empty() ? "all" : word),
                          {{"count", static_cast<std::int64_t>(count)}})})});
    return nav({cls("parts"), aria("label", t("imports.rows")), ul({links})});
}

std::string shown(Column column, const std::string& value, const i18n::Words& t) {
    if (value.empty()) return t("imports.empty");
    const auto day = column == Column::BirthDay ? day_from_iso(value) : std::nullopt;
    return day ? t.numeric_day(*day) : value;
}

// Each thing that differs: what is kept, or what the file says, by one box.
Markup differences_of(const DryRun& run, const Judged& row, const i18n::Words& t) {
    Markup boxes;
    for (const Difference& one : row.differences) {
        const std::string value = choice_value(row.line, one.column);
        boxes += design::checkbox(
            {.name = "take",
             .word = t("imports.take",
                       {{"field", column_word(one.column, t)}, {"value", shown(one.column, one.file, t)}}),
             .value = value,
             .checked = run.chosen.contains({row.line, one.column}),
             .detail = t("imports.kept", {{"value", shown(one.column, one.here, t)}}),
             .id = "take-" + std::to_string(row.line) + "-" + std::string(word_in(columns, one.column))});
    }
    return boxes.empty() ? boxes : boxes + design::hidden("line", std::to_string(row.line));
}

Markup what_of(const DryRun& run, const Judged& row, const i18n::Words& t) {
    if (row.why) return text(t(*row.why));
    if (row.verdict == Verdict::Changes) return differences_of(run, row, t);
    if (row.namesake) return text(t("imports.namesake"));
    std::vector<std::string> said;
    if (row.facts.birth_day) said.push_back(t.numeric_day(*row.facts.birth_day));
    if (row.facts.mail) said.push_back(*row.facts.mail);
    if (row.facts.phone) said.push_back(*row.facts.phone);
    std::string all;
    for (const auto& one : said) all += (all.empty() ? "" : ", ") + one;
    return text(all);
}

std::string name_in(const DryRun& run, const Judged& row) {
    const std::string name = row.facts.given_name + " " + row.facts.family_name;
    if (name.size() > 1) return name;
    for (const auto& cell : run.grid.rows[row.line - 2])
        if (!cell.empty()) return cell;
    return "–";
}

Markup rows_card(const DryRun& run, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string wanted(visit.request().query.get("verdict"));
    std::size_t from = 0;
    const auto start = visit.request().query.get("debut");
    std::from_chars(start.data(), start.data() + start.size(), from);
    std::vector<const Judged*> rows;
    for (const Judged& one : run.rows)
        if (wanted.empty() || word_in(verdicts, one.verdict) == wanted) rows.push_back(&one);
    if (from >= rows.size()) from = 0;
    const std::size_t to = std::min(rows.size(), from + page_size);
    design::Table table{.caption = t("imports.rows"),
                        .columns = {{.word = t("imports.column.name")},
                                    {.word = t("imports.column.line"), .number = true, .extra = true},
                                    {.word = t("imports.column.verdict")},
                                    {.word = t("imports.column.why")}},
                        .rows = {}};
    bool choosing = false;
    table.rows.reserve(to - from);
    for (std::size_t i = from; i < to; ++i) {
        const Judged& row = *rows[i];
        choosing = choosing || row.verdict == Verdict::Changes;
        table.rows.push_back({row.person ? design::row_link(name_in(run, row), Url("/personnes") / row.person)
                                         : b({name_in(run, row)}),
                              text(std::to_string(row.line)), design::tag(verdict_tag(row.verdict, t)),
                              what_of(run, row, t)});
    }
    design::Pager pager{.first = static_cast<std::int64_t>(from + 1),
                        .last = static_cast<std::int64_t>(to),
                        .total = static_cast<std::int64_t>(rows.size())};
    if (from > 0) pager.previous = filtered(run, wanted, from < page_size ? 0 : from - page_size);
    if (to < rows.size()) pager.next = filtered(run, wanted, to);
    Markup body = rows.empty() ? p({t("imports.no_rows")}) : design::table(table, t);
    if (choosing)
        body = design::sending(
            url_of(run.import.id) / "choix",
            body + design::button(
                       {.word = t("imports.choose_do"), .icon = "check", .look = design::Look::Outline}));
    return design::card({.title = t("imports.rows"),
                         .body = body + design::pager(pager, t),
                         .flush = !choosing && !rows.empty()});
}

Markup confirm_card(const DryRun& run, const i18n::Words& t) {
    const auto count = [](std::size_t one) { return static_cast<std::int64_t>(one); };
    std::set<std::size_t> lines;
    for (const Choice& one : run.chosen) lines.insert(one.first);
    const bool nothing = run.counts.added == 0 && lines.empty();
    const Markup drop =
        design::act_button(url_of(run.import.id) / "abandon",
                           {.word = t("imports.drop"), .icon = "x", .look = design::Look::Outline});
    const Markup keep = nothing ? Markup()
                                : design::act_button(url_of(run.import.id) / "confirmation",
                                                     {.word = t("imports.confirm"), .icon = "check"});
    return design::card(
        {.title = t("imports.then"),
         .body = p({t(nothing ? "imports.nothing" : "imports.would",
                      {{"added", count(run.counts.added)}, {"changed", count(lines.size())}})}) +
                 p({cls("soft"), t("imports.promise")}) + design::button_row({keep, drop})});
}

http::Response run_page(Room& room, web::Visit& visit, ImportId id, const forms::Form& form,
                        int status = 200) {
    const auto& t = visit.words();
    const auto import =
        room.database.read([&](const sql::Reader& db) { return find(db, visit.actor(), id); });
    if (!import || import->state == ImportState::Dropped) return not_there(visit);
    if (import->state == ImportState::Done) return done_page(room, visit, *import);
    const auto run = room.database.read(
        [&](const sql::Reader& db) { return dry_run(db, visit.actor(), id, visit.today()); });
    if (!run) return not_there(visit);
    auto body = design::heading(
        {.title = run->import.label,
         .lead = p({t("imports.dry", {{"count", static_cast<std::int64_t>(run->grid.rows.size())}})}),
         .above = design::back_link({t("imports.title"), Url("/imports")})});
    body += design::mistakes(form, t);
    if (run->problem) {
        body += design::notice({.tone = design::Tone::Watch, .sentence = t(*run->problem)});
        body += mapping_card(*run, form, t);
    } else {
        body += counts_bar(*run, visit.request().query.get("verdict"), t);
        body += design::columns(rows_card(*run, visit),
                                design::stack({confirm_card(*run, t), mapping_card(*run, form, t)}));
    }
    return design::page(visit, {.title = design::form_title(form, run->import.label, t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

http::Response answered(web::Visit& visit, ImportId id, const Result<Done>& done, std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "cohort");
    visit.say(said);
    return http::see_other(url_of(id));
}

}  // namespace

http::Response import_show(Room& room, web::Visit& visit, ImportId id) {
    return run_page(room, visit, id, forms::Form());
}

http::Response import_map(Room& room, web::Visit& visit, ImportId id) {
    const auto import =
        room.database.read([&](const sql::Reader& db) { return find(db, visit.actor(), id); });
    if (!import) return not_there(visit);
    forms::Form form(visit);
    Mapping mapping;
    mapping.reserve(import->mapping.size());
    for (std::size_t i = 0; i < import->mapping.size(); ++i)
        mapping.push_back(form.choice<Column>(column_name(i), columns).value_or(Column::None));
    if (const auto problem = problem_of(mapping)) form.refuse(column_name(0), *problem);
    if (!form.is_good()) return run_page(room, visit, id, form, 422);
    return answered(visit, id, map_columns(room.database, visit.act(), id, mapping, visit.today()),
                    "imports.said.mapped");
}

http::Response import_choose(Room& room, web::Visit& visit, ImportId id) {
    forms::Form form(visit);
    std::vector<std::size_t> lines;
    for (const auto& value : form.all_typed("line")) {
        std::size_t line = 0;
        std::from_chars(value.data(), value.data() + value.size(), line);
        lines.push_back(line);
    }
    Choices chosen;
    for (const auto& value : form.all_typed("take"))
        if (const auto one = choice_from(value)) chosen.insert(*one);
    return answered(visit, id, choose(room.database, visit.act(), id, lines, chosen), "imports.said.chosen");
}

http::Response import_confirm(Room& room, web::Visit& visit, ImportId id) {
    const auto done = confirm(room.database, visit.act(), id, visit.today());
    return answered(visit, id, done ? Result<Done>(Done{}) : Result<Done>(done.refusal()),
                    "imports.said.done");
}

http::Response import_drop(Room& room, web::Visit& visit, ImportId id) {
    const auto done = drop(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/imports"), "cohort");
    visit.say("imports.said.dropped");
    return http::see_other(Url("/imports"));
}

}  // namespace fabnum::imports
