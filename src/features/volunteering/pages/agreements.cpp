// GET /conventions, /conventions/nouvelle, /conventions/{}: who lends volunteers to whom, under which
// approval.

#include "features/volunteering/pages/volunteering_fragments.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

Markup fields_of(Room& room, const forms::Form& form, const i18n::Words& t) {
    const auto organisations =
        room.database.read([](const sql::Reader& db) { return partners::search(db, "", 300, 0); });
    std::vector<design::Choice> choices;
    for (const auto& one : organisations)
        choices.push_back(
            {std::to_string(one.id.value), one.name + (one.town.empty() ? "" : ", " + one.town)});
    const auto organisation = [&](std::string_view name) {
        return design::select_field(form,
                                    {.name = std::string(name),
                                     .label = t("volunteering.agreement." + std::string(name)),
                                     .choices = choices,
                                     .help = t("volunteering.agreement." + std::string(name) + "_help"),
                                     .empty_word = t("volunteering.end.choose")},
                                    t);
    };
    const auto day = [&](std::string_view name, bool optional) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("volunteering.agreement." + std::string(name)),
                              .input = design::Input::Day,
                              .optional = optional},
                             t);
    };
    const auto words = [&](std::string_view name, bool optional, int rows) {
        return design::field(form,
                             {.name = std::string(name),
                              .label = t("volunteering.agreement." + std::string(name)),
                              .input = rows > 1 ? design::Input::Area : design::Input::Text,
                              .optional = optional,
                              .rows = rows},
                             t);
    };
    return organisation("employer") + organisation("host") +
           design::checkbox(
               {.name = "not_approved",
                .word = t("volunteering.agreement.not_approved"),
                .checked = form.checked("not_approved"),
                .detail = t("volunteering.agreement.not_approved_help"),
                .error = form.problem_of("not_approved") ? t(*form.problem_of("not_approved")) : ""}) +
           words("number", false, 1) + design::field_row({day("from", false), day("to", false)}) +
           design::field_row({design::field(form,
                                            {.name = "quota",
                                             .label = t("volunteering.agreement.quota"),
                                             .input = design::Input::Number,
                                             .help = t("volunteering.agreement.quota_help")},
                                            t),
                              day("signed_on", true)}) +
           words("mission", false, 4) + words("place", false, 1) + words("benefits", true, 2) +
           words("insurance", true, 1) +
           design::button({.word = t("volunteering.agreement.keep"), .icon = "check"});
}

Agreement read(forms::Form& form, Agreement agreement) {
    agreement.employer = form.id<partners::OrganisationTag>("employer");
    agreement.host = form.id<partners::OrganisationTag>("host");
    if (!agreement.employer) form.refuse("employer", {"forms.choose"});
    if (!agreement.host) form.refuse("host", {"forms.choose"});
    if (!form.checked("not_approved")) form.refuse("not_approved", {"volunteering.problem.host_approved"});
    agreement.number = form.text("number", {.most = 60});
    const auto from = form.day("from");
    const auto to = form.day("to");
    const auto quota = form.number("quota", 1, 500);
    agreement.signed_on = form.day("signed_on", forms::Need::Maybe);
    agreement.mission = form.paragraph("mission", {.most = 3000});
    agreement.place = form.text("place", {.most = 200});
    agreement.benefits = form.paragraph("benefits", {.need = forms::Need::Maybe, .most = 500});
    agreement.insurance = form.text("insurance", {.need = forms::Need::Maybe, .most = 200});
    if (from) agreement.from = *from;
    if (to) agreement.to = *to;
    if (quota) agreement.quota = static_cast<int>(*quota);
    return agreement;
}

http::Response form_page(Room& room, web::Visit& visit, const std::optional<Agreement>& known,
                         const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const std::string title = known ? t("volunteering.agreement.title", {{"number", known->number}})
                                    : t("volunteering.agreement.new");
    auto body = design::heading(
        {.title = title,
         .above = design::back_link({t("volunteering.agreement.list"), Url("/conventions")})});
    body += design::mistakes(form, t);
    body += design::sending(known ? Url("/conventions") / known->id : Url("/conventions"),
                            fields_of(room, form, t));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "cohort", .status = status});
}

http::Response kept(Room& room, web::Visit& visit, const std::optional<Agreement>& known) {
    forms::Form form(visit);
    Agreement start = known.value_or(Agreement{});
    if (!known) start.site = visit.actor().site;
    const Agreement wanted = read(form, start);
    if (!wanted.site) form.refuse("employer", {"cohorts.problem.choose_site"});
    if (form.is_good()) {
        const auto done = keep_agreement(room.database, visit.act(), wanted);
        if (done) {
            visit.say("volunteering.said.agreement");
            return http::see_other(Url("/conventions"));
        }
        const auto& key = done.refusal().key;
        form.refuse(key.ends_with("host_approved") || key.ends_with("own_host") ? "host"
                    : key.ends_with("employer_is_host")                         ? "employer"
                                                                                : "to",
                    done.refusal());
    }
    return form_page(room, visit, known, form, 422);
}

}  // namespace

http::Response agreement_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto rows = room.database.read(
        [&](const sql::Reader& db) { return agreements(db, visit.actor(), visit.today()); });
    const Markup add = design::link_button({.word = t("volunteering.agreement.add"), .icon = "plus"},
                                           Url("/conventions/nouvelle"));
    auto body = design::heading({.title = t("volunteering.agreement.list"),
                                 .lead = p({t("volunteering.agreement.lead")}),
                                 .aside = add});
    body += tabs(visit, "agreements");
    if (rows.empty()) {
        body += design::empty_state({.icon = "file-text",
                                     .title = t("volunteering.agreement.none"),
                                     .sentence = t("volunteering.agreement.none_why"),
                                     .action = add});
        return design::page(visit,
                            {.title = t("volunteering.agreement.list"), .body = body, .here = "cohort"});
    }
    design::Table table{.caption = t("volunteering.agreement.list"),
                        .columns = {{.word = t("volunteering.agreement.number")},
                                    {.word = t("volunteering.column.employer")},
                                    {.word = t("volunteering.column.host"), .extra = true},
                                    {.word = t("volunteering.agreement.to"), .extra = true},
                                    {.word = t("volunteering.agreement.lent"), .number = true}},
                        .rows = {}};
    for (const AgreementRow& row : rows)
        table.rows.push_back(
            {design::row_link(row.agreement.number, Url("/conventions") / row.agreement.id),
             text(row.employer), text(row.host), text(t.day_with_year(row.agreement.to)),
             text(t("volunteering.agreement.seats", {{"lent", row.lent}, {"quota", row.agreement.quota}}))});
    body += design::card({.title = t("volunteering.agreement.list"),
                          .body = design::table(table, t),
                          .flush = true,
                          .quiet = true});
    return design::page(visit, {.title = t("volunteering.agreement.list"), .body = body, .here = "cohort"});
}

http::Response agreement_new(Room& room, web::Visit& visit) {
    return form_page(room, visit, std::nullopt, {});
}

http::Response agreement_note(Room& room, web::Visit& visit) {
    return kept(room, visit, std::nullopt);
}

http::Response agreement_show(Room& room, web::Visit& visit, AgreementId id) {
    const auto known =
        room.database.read([&](const sql::Reader& db) { return agreement(db, visit.actor(), id); });
    if (!known) return not_there(visit);
    const auto& t = visit.words();
    forms::Form form;
    form.put("employer", std::to_string(known->employer.value))
        .put("host", std::to_string(known->host.value))
        .put("not_approved", "yes")
        .put("number", known->number)
        .put("from", t.numeric_day(known->from))
        .put("to", t.numeric_day(known->to))
        .put("quota", std::to_string(known->quota))
        .put("mission", known->mission)
        .put("place", known->place)
        .put("benefits", known->benefits)
        .put("insurance", known->insurance);
    if (known->signed_on) form.put("signed_on", t.numeric_day(*known->signed_on));
    return form_page(room, visit, known, form);
}

http::Response agreement_change(Room& room, web::Visit& visit, AgreementId id) {
    const auto known =
        room.database.read([&](const sql::Reader& db) { return agreement(db, visit.actor(), id); });
    return known ? kept(room, visit, known) : not_there(visit);
}

}  // namespace fabnum::volunteering
