// GET /parametres/{}: every value a parameter had, has and will have; an administrator adds one.

#include "features/parameters/pages/parameter_pages.h"

namespace fabnum::parameters {

using namespace html;

namespace {

Markup history_card(const std::vector<Parameter>& values, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("parameters.history"),
                        .columns = {{.word = t("parameters.column.value")},
                                    {.word = t("parameters.column.from")},
                                    {.word = t("parameters.column.to"), .extra = true},
                                    {.word = t("parameters.column.grade")},
                                    {.word = t("parameters.column.source"), .extra = true},
                                    {.word = t("parameters.take_back"), .quiet = true}},
                        .rows = {}};
    for (const Parameter& one : values) {
        const auto to = Url::web(one.source);
        Markup undo;
        if (one.added_by && visit.actor().role == Role::Admin)
            undo = design::act_button(Url("/parametres") / one.key / one.id / "fin",
                                      {.word = t("parameters.take_back"),
                                       .look = design::Look::Outline,
                                       .size = design::Size::Small,
                                       .label = t("parameters.take_back") + ", " + value_of(one, t)});
        table.rows.push_back(
            {text(value_of(one, t)), text(t.day_with_year(one.from)),
             text(one.to ? t.day_with_year(*one.to) : "–"), design::tag(grade_tag(one.grade, t)),
             to ? a({href(*to), attr("rel", "noopener"), t("parameters.read_source")}) : text("–"), undo});
    }
    return design::card({.title = t("parameters.history"), .body = design::table(table, t), .flush = true});
}

Markup add_card(const Kind& kind, const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, grade] : grades)
        choices.push_back({std::string(word), t("parameters.grade." + std::string(word))});
    const bool euros = kind.unit == Unit::Euros;
    return design::card(
        {.title = t("parameters.add.title"),
         .body = design::sending(
             Url("/parametres") / kind.key,
             design::field(
                 form,
                 {.name = "value",
                  .label = t("parameters.column.value"),
                  .input = euros ? design::Input::Money : design::Input::Number,
                  .unit = euros ? "€" : t("parameters.unit_word." + std::string(word_in(units, kind.unit)))},
                 t) +
                 design::field_row({design::field(form,
                                                  {.name = "from",
                                                   .label = t("parameters.column.from"),
                                                   .input = design::Input::Day,
                                                   .help = t("parameters.add.from_help")},
                                                  t),
                                    design::field(form,
                                                  {.name = "to",
                                                   .label = t("parameters.column.to"),
                                                   .input = design::Input::Day,
                                                   .optional = true},
                                                  t)}) +
                 design::field(form,
                               {.name = "source",
                                .label = t("parameters.add.source"),
                                .help = t("parameters.add.source_help"),
                                .optional = true},
                               t) +
                 design::select_field(
                     form, {.name = "grade", .label = t("parameters.column.grade"), .choices = choices}, t) +
                 design::button({.word = t("parameters.add.do"), .icon = "plus"}))});
}

http::Response show_page(Room& room, web::Visit& visit, const Kind& kind, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    const auto values = room.database.read([&](const sql::Reader& db) { return history(db, kind.key); });
    const std::string name = name_of(kind.key, t);
    auto body = design::heading(
        {.title = name, .above = design::back_link({t("parameters.title"), Url("/parametres")})});
    body += design::mistakes(form, t);
    body += visit.actor().role == Role::Admin
                ? design::columns(history_card(values, visit), add_card(kind, form, t))
                : history_card(values, visit) + p({cls("soft"), t("parameters.not_yours")});
    return design::page(
        visit,
        {.title = design::form_title(form, name, t), .body = body, .here = "parameters", .status = status});
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"parameters.not_there"}, Url("/parametres"), "parameters");
}

}  // namespace

http::Response show(Room& room, web::Visit& visit, std::string key) {
    const Kind* kind = kind_of(key);
    if (!kind) return not_there(visit);
    forms::Form form;
    form.put("grade", "read");
    return show_page(room, visit, *kind, form);
}

http::Response add_value(Room& room, web::Visit& visit, std::string key) {
    const Kind* kind = kind_of(key);
    if (!kind) return not_there(visit);
    forms::Form form(visit);
    Parameter added;
    added.key = key;
    if (kind->unit == Unit::Euros) {
        if (const auto money = form.money("value")) added.value = money->cents;
    } else if (const auto number = form.number("value", 0, 1'000'000)) {
        added.value = *number;
    }
    const auto from = form.day("from");
    added.to = form.day("to", forms::Need::Maybe);
    added.source = form.text("source", {.need = forms::Need::Maybe, .most = 500});
    added.grade = form.choice<Grade>("grade", grades).value_or(Grade::ToVerify);
    if (!added.source.empty() && !Url::web(added.source))
        form.refuse("source", {"parameters.problem.source"});
    if (form.is_good()) {
        added.from = *from;
        const auto done = add(room.database, visit.act(), added);
        if (done) {
            visit.say("parameters.said.added");
            return http::see_other(Url("/parametres") / key);
        }
        form.refuse("from", done.refusal());
    }
    return show_page(room, visit, *kind, form, 422);
}

http::Response take_back_value(Room& room, web::Visit& visit, std::string key, ParameterId id) {
    const auto done = take_back(room.database, visit.act(), key, id);
    if (!done) return design::refused(visit, done.refusal(), Url("/parametres"), "parameters");
    visit.say("parameters.said.taken_back");
    return http::see_other(Url("/parametres") / key);
}

}  // namespace fabnum::parameters
