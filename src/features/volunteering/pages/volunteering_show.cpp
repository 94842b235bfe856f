// GET /personnes/{}/volontariat, /volontariats/{}: one engagement: what is missing, dates, leave, the rules
// of a minor, what is left to do. Each look is noted.

#include <algorithm>

#include "base/text.h"
#include "features/volunteering/pages/volunteering_fragments.h"
#include "platform/journal/readings.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

// A form that stays folded until it is wanted, or was refused.
Markup folded(std::string_view word, bool open, Markup body) {
    return details({flag("open", open), summary({word}), body});
}

Markup missing_card(const Sight& sight, const i18n::Words& t) {
    if (sight.missing.empty()) return {};
    const Url here = url_of(sight.engagement.id);
    std::vector<design::Decision> rows;
    for (const Need& need : sight.missing) {
        const Url to = need.what == Missing::Authorisation     ? here.at("autorisation")
                       : need.what == Missing::AgreementSigned ? Url("/conventions") / sight.agreement.id
                                                               : here / "pieces";
        rows.push_back(
            {.icon = need.blocks_start ? "triangle-alert" : "file-text",
             .tone = need.blocks_start ? design::Tone::Alert : design::Tone::Watch,
             .title = capitalised(need_word(need, t)),
             .detail = t(need.blocks_start ? "volunteering.needed_before" : "volunteering.needed_soon"),
             .action =
                 design::link_button({.word = t("volunteering.complete_do"),
                                      .look = design::Look::Outline,
                                      .size = design::Size::Small,
                                      .label = t("volunteering.complete_do") + ", " + need_word(need, t)},
                                     to)});
    }
    return design::card(
        {.title = t("volunteering.missing"), .body = design::decision_list(rows), .flush = true});
}

Markup facts_card(const Sight& sight, const i18n::Words& t) {
    const Engagement& e = sight.engagement;
    const auto said = [&](const std::string& words) { return text(words.empty() ? "–" : words); };
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("volunteering.column.dates"), text(dates_of(e, t))},
        {t("volunteering.column.hours"), text(t.duration(e.weekly_hours * 60))},
        {t("volunteering.column.employer"), text(sight.employer.name)},
        {t("volunteering.column.host"), text(sight.host.name)},
        {t("volunteering.column.agreement"),
         a({href(Url("/conventions") / sight.agreement.id), sight.agreement.number})},
        {t("volunteering.form.host_tutor"),
         said(sight.host_tutor ? people::full_name(*sight.host_tutor) : "")},
        {t("volunteering.form.employer_tutor"), said(sight.employer_tutor ? sight.employer_tutor->name : "")},
        {t("volunteering.column.elisa"), said(e.elisa)}};
    Markup body = design::definitions(facts);
    if (e.cej) body += design::notice({.tone = design::Tone::Info, .sentence = t("volunteering.cej_pauses")});
    return design::card({.title = t("volunteering.engagement"),
                         .action = design::Link{t("volunteering.form.change"), url_of(e.id) / "pieces"},
                         .body = body});
}

Markup absence_form(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> kinds;
    for (const auto& [word, kind] : absence_kinds)
        kinds.push_back({std::string(word), t("volunteering.absence." + std::string(word))});
    return design::sending(
        url_of(sight.engagement.id) / "absences",
        design::radio_cards(form, {.name = "kind", .label = t("volunteering.absence.what"), .choices = kinds},
                            t) +
            design::field_row(
                {design::field(
                     form,
                     {.name = "from", .label = t("volunteering.absence.from"), .input = design::Input::Day},
                     t),
                 design::field(form,
                               {.name = "to",
                                .label = t("volunteering.absence.to"),
                                .input = design::Input::Day,
                                .optional = true},
                               t)}) +
            design::checkbox({.name = "certified", .word = t("volunteering.absence.certified")}) +
            design::button(
                {.word = t("volunteering.absence.note"), .icon = "check", .look = design::Look::Outline}));
}

Markup leave_card(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    const Leave& leave = sight.leave;
    Markup body = design::targets(
        {{.figure = t.number(std::int64_t{leave.taken}),
          .word = t("volunteering.leave.taken", {{"count", leave.taken}}),
          .of = t("volunteering.leave.of", {{"count", leave.in_all}}),
          .gauge = {
              .share = leave.in_all == 0 ? 0.0 : leave.taken / static_cast<double>(leave.in_all),
              .mark = leave.in_all == 0 ? std::nullopt
                                        : std::optional(leave.earned / static_cast<double>(leave.in_all)),
              .tone = leave.left() < 0 ? design::Tone::Alert : design::Tone::Info,
              .label = t("volunteering.leave.label", {{"taken", leave.taken}, {"all", leave.in_all}})}}});
    body += p({t("volunteering.leave.left", {{"left", leave.left()}, {"earned", leave.earned}})});
    body += p({cls("soft"), t("volunteering.leave.to_verify", {{"days", sight.limits.leave_month}}), " ",
               a({href(Url("/parametres") / "sc.leave_days_month"), t("volunteering.leave.see_amount")})});
    Markup rows;
    for (const Absence& one : sight.absences) {
        const std::string when = one.from == one.to
                                     ? t.day_with_year(one.from)
                                     : t("volunteering.from_to",
                                         {{"from", t.short_day(one.from)}, {"to", t.day_with_year(one.to)}});
        const std::string what = t("volunteering.absence." + std::string(word_in(absence_kinds, one.kind)));
        rows += li(
            {cls("line"),
             div({strong({what}),
                  p({cls("soft"), when + ", " + t("volunteering.absence.days", {{"count", one.days}})})}),
             design::act_button(url_of(sight.engagement.id) / "absences" / one.id / "fin",
                                {.word = t("volunteering.absence.take_back"),
                                 .look = design::Look::Outline,
                                 .size = design::Size::Small,
                                 .label = t("volunteering.absence.take_back") + ", " + what + ", " + when})});
    }
    body += ul({cls("plain"), html::role("list"), rows});
    const bool wrong = form.problem_of("from") || form.problem_of("to") || form.problem_of("kind");
    body += folded(t("volunteering.absence.title"), wrong, absence_form(sight, form, t));
    return design::card({.title = t("volunteering.leave.title"), .body = body, .id = "conges"});
}

Markup amendments_card(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    Markup rows;
    for (const Amendment& one : sight.amendments) {
        const auto ends = day_from_iso(one.value);
        const std::string what =
            one.what == Amended::EndsOn
                ? t("volunteering.amendment.new_end", {{"day", t.day_with_year(ends.value_or(one.from))}})
                : t("volunteering.amendment.new_hours", {{"hours", one.value}});
        rows +=
            li({strong({what}), " ",
                span({cls("soft"), t("volunteering.amendment.since", {{"day", t.day_with_year(one.from)}}) +
                                       ". " + one.reason})});
    }
    Markup body =
        p({t("volunteering.amendment.signed",
             {{"dates", t("volunteering.from_to", {{"from", t.day_with_year(sight.as_signed.starts)},
                                                   {"to", t.day_with_year(sight.as_signed.ends)}})},
              {"hours", sight.as_signed.weekly_hours}})});
    if (!rows.empty()) body += ul({rows});
    if (!sight.engagement.ending) {
        const bool wrong = form.problem_of("ends_on") || form.problem_of("hours") ||
                           form.problem_of("amended_from") || form.problem_of("amended_why");
        body += folded(
            t("volunteering.amendment.title"), wrong,
            design::sending(url_of(sight.engagement.id) / "avenants",
                            design::field_row({design::field(form,
                                                             {.name = "ends_on",
                                                              .label = t("volunteering.amendment.ends_on"),
                                                              .input = design::Input::Day,
                                                              .optional = true},
                                                             t),
                                               design::field(form,
                                                             {.name = "hours",
                                                              .label = t("volunteering.amendment.hours"),
                                                              .input = design::Input::Number,
                                                              .optional = true,
                                                              .unit = "h"},
                                                             t)}) +
                                design::field(form,
                                              {.name = "amended_from",
                                               .label = t("volunteering.amendment.from"),
                                               .input = design::Input::Day},
                                              t) +
                                design::field(form,
                                              {.name = "amended_why",
                                               .label = t("volunteering.amendment.why"),
                                               .help = t("volunteering.amendment.why_help")},
                                              t) +
                                design::button({.word = t("volunteering.amendment.do"),
                                                .icon = "check",
                                                .look = design::Look::Outline})));
    }
    return design::card({.title = t("volunteering.amendment.card"), .body = body, .id = "avenants"});
}

Markup authorisation_part(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    Markup body;
    if (sight.authorisation) {
        const Authorisation& one = *sight.authorisation;
        body += p({t("volunteering.authorisation.given",
                     {{"name", one.guardian}, {"day", t.day_with_year(one.signed_on)}})});
        if (one.file)
            body += p({a({href(url_of(sight.engagement.id) / "autorisation"),
                          t("volunteering.authorisation.see_paper")})});
    } else {
        body += p({t("volunteering.authorisation.none")});
    }
    const bool wrong = !sight.authorisation || form.problem_of("guardian") ||
                       form.problem_of("guardian_phone") || form.problem_of("signed_on") ||
                       form.problem_of("paper");
    return body +
           folded(t("volunteering.authorisation.title"), wrong,
                  design::sending(url_of(sight.engagement.id) / "autorisation",
                                  design::field(form,
                                                {.name = "guardian",
                                                 .label = t("volunteering.authorisation.guardian"),
                                                 .autocomplete = "off"},
                                                t) +
                                      design::field_row(
                                          {design::field(form,
                                                         {.name = "guardian_phone",
                                                          .label = t("volunteering.authorisation.phone"),
                                                          .input = design::Input::Phone,
                                                          .autocomplete = "off"},
                                                         t),
                                           design::field(form,
                                                         {.name = "signed_on",
                                                          .label = t("volunteering.authorisation.signed_on"),
                                                          .input = design::Input::Day},
                                                         t)}) +
                                      design::field(form,
                                                    {.name = "paper",
                                                     .label = t("volunteering.authorisation.paper"),
                                                     .input = design::Input::File,
                                                     .help = t("volunteering.authorisation.paper_help"),
                                                     .optional = true,
                                                     .accept = "application/pdf,image/*"},
                                                    t) +
                                      design::button({.word = t("volunteering.authorisation.do"),
                                                      .icon = "check",
                                                      .look = design::Look::Outline}),
                                  {.files = true}));
}

Markup minor_card(const Sight& sight, const forms::Form& form, const i18n::Words& t) {
    const auto birth = sight.person.birth_day;
    const bool minor_at_start = birth && calendar::age_on(*birth, sight.engagement.starts) < 18;
    if (!minor_at_start) return {};
    const auto broken = broken_by(sight.week, sight.limits);
    Markup rows;
    for (const MinorRegime& one : minor_regime) {
        const bool wrong = std::find(broken.begin(), broken.end(), one.rule) != broken.end();
        const auto source = Url::web(one.source);
        const std::string rule = t("volunteering.minors." + std::string(one.word),
                                   {{"day", sight.limits.minor_day},
                                    {"week", sight.limits.minor_week},
                                    {"after", t.duration(sight.limits.minor_break_after)},
                                    {"break", sight.limits.minor_break}});
        rows += li({cls("line"),
                    design::tag({wrong ? design::Tone::Alert : design::Tone::Good,
                                 t(wrong              ? "volunteering.minors.broken"
                                   : one.seen_in_week ? "volunteering.minors.kept"
                                                      : "volunteering.minors.always")}),
                    span({rule}),
                    source ? a({href(*source), attr("rel", "noopener"), t("volunteering.minors.source"),
                                span({cls("for-readers"), ", " + rule})})
                           : Markup()});
    }
    Markup body = p({sight.minor ? t("volunteering.minors.lead", {{"name", sight.person.given_name}})
                                 : t("volunteering.minors.was", {{"name", sight.person.given_name}})});
    if (sight.minor) body += ul({cls("plain"), html::role("list"), rows});
    body += h3({t("volunteering.authorisation.card")}) + authorisation_part(sight, form, t);
    return design::card({.title = t("volunteering.minors.title"), .body = body, .id = "autorisation"});
}

Markup tasks_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& ending = sight.engagement.ending;
    if (!ending) return {};
    std::vector<design::Decision> rows;
    for (const Task& task : sight.tasks) {
        const std::string word(word_in(task_kinds, task.kind));
        const std::string title = t("volunteering.task." + word);
        design::Decision row{
            .icon = task.done ? "circle-check" : "list-todo",
            .tone = task.done                  ? design::Tone::Good
                    : task.due < visit.today() ? design::Tone::Alert
                                               : design::Tone::Watch,
            .title = title,
            .detail = task.done ? t("volunteering.task.done_on", {{"day", t.short_day(*task.done)}})
                                : t("volunteering.task.until", {{"day", t.short_day(task.due)}})};
        if (!task.done)
            row.action = design::act_button(url_of(sight.engagement.id) / "taches",
                                            {.word = t("volunteering.task.do"),
                                             .look = design::Look::Outline,
                                             .size = design::Size::Small,
                                             .label = t("volunteering.task.do") + ", " + title},
                                            design::hidden("task", word));
        rows.push_back(std::move(row));
    }
    Markup body =
        p({cls("card-foot"), t("volunteering.end.noted", {{"day", t.day_with_year(ending->on)},
                                                          {"reason", reason_word(ending->reason, t)}})}) +
        design::decision_list(rows);
    if (ending->on >= visit.today())
        body += div({cls("card-foot"), design::act_button(url_of(sight.engagement.id) / "reprise",
                                                          {.word = t("volunteering.end.resume"),
                                                           .icon = "undo-2",
                                                           .look = design::Look::Outline})});
    return design::card({.title = t("volunteering.end.todo"), .body = body, .flush = true, .id = "fin"});
}

Markup payments_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Engagement& e = sight.engagement;
    Markup rows;
    const Day last = std::min(e.last_day(), visit.today());
    for (Day month{e.starts.ymd().year() / e.starts.ymd().month() / 1}; month <= last;
         month = calendar::months_after(month, 1)) {
        const bool proven = std::find(sight.proofs.begin(), sight.proofs.end(), month) != sight.proofs.end();
        const bool over = calendar::months_after(month, 1) <= visit.today();
        rows +=
            li({cls("line"), span({capitalised(t.month(month))}),
                proven ? design::tag({design::Tone::Good, t("volunteering.payment.proven")})
                : over ? design::act_button(url_of(e.id) / "preuves",
                                            {.word = t("volunteering.payment.do"),
                                             .look = design::Look::Outline,
                                             .size = design::Size::Small,
                                             .label = t("volunteering.payment.do") + ", " + t.month(month)},
                                            design::hidden("month", to_iso(month)))
                       : design::tag({design::Tone::Plain, t("volunteering.payment.not_yet")})});
    }
    if (rows.empty()) return {};
    return design::card({.title = t("volunteering.payment.title"),
                         .body = p({cls("soft"), t("volunteering.payment.lead")}) +
                                 ul({cls("plain"), html::role("list"), rows}),
                         .id = "preuves"});
}

}  // namespace

http::Response sight_page(Room& room, web::Visit& visit, EngagementId id, const forms::Form& form,
                          int status) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    journal::note_reading(room.database, visit.act(), sight->person.id, "volunteering",
                          sight->engagement.site);
    const auto& t = visit.words();
    const std::string name = people::full_name(sight->person);
    Markup aside = design::link_button({.word = t("volunteering.sheet.see"), .icon = "file-text"},
                                       url_of(id) / "contrat");
    if (!sight->engagement.ending && visit.today() <= sight->engagement.ends &&
        sight->engagement.starts <= visit.today())
        aside += design::link_button({.word = t("volunteering.end.open"), .look = design::Look::Outline},
                                     url_of(id) / "fin");
    auto body =
        design::heading({.title = t("volunteering.of", {{"name", name}}),
                         .lead = design::tag(moment_tag(sight->engagement, visit)) + text(" ") +
                                 text(dates_of(sight->engagement, t)),
                         .aside = design::button_row({aside}),
                         .above = design::breadcrumb({{t("volunteering.list.title"), Url("/volontariats")},
                                                      {name, Url("/personnes") / sight->person.id}},
                                                     t("volunteering.engagement"), t)});
    body += design::mistakes(form, t);
    body += design::columns(
        design::stack({tasks_card(*sight, visit), missing_card(*sight, t), minor_card(*sight, form, t),
                       leave_card(*sight, form, t), amendments_card(*sight, form, t)}),
        design::stack({facts_card(*sight, t), payments_card(*sight, visit)}));
    return design::page(visit, {.title = design::form_title(form, t("volunteering.of", {{"name", name}}), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

http::Response show(Room& room, web::Visit& visit, EngagementId id) {
    return sight_page(room, visit, id, {});
}

http::Response of_person_page(Room& room, web::Visit& visit, PersonId id) {
    struct Facts {
        std::optional<people::Person> person;
        std::vector<EngagementId> engagements;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{.person = people::visible_to(db, visit.actor(), id), .engagements = of_person(db, id)};
    });
    if (!facts.person) return not_there(visit);
    if (!facts.engagements.empty()) return http::see_other(url_of(facts.engagements.front()));
    const auto& t = visit.words();
    const std::string name = people::full_name(*facts.person);
    auto body = design::heading({.title = t("volunteering.of", {{"name", name}}),
                                 .above = design::back_link({name, Url("/personnes") / id})});
    body += design::empty_state(
        {.icon = "file-text",
         .title = t("volunteering.none"),
         .sentence = t("volunteering.none_why"),
         .action = design::link_button({.word = t("volunteering.form.engage"), .icon = "plus"},
                                       Url("/personnes") / id / "volontariat" / "nouveau")});
    return design::page(visit, {.title = name, .body = body, .here = "cohort"});
}

}  // namespace fabnum::volunteering
