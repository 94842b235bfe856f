// GET /personnes/{}/volontariat/nouveau: an engagement is noted. GET /volontariats/{}/pieces: what it still
// needs: tutors, address, numbers.

#include "features/volunteering/pages/volunteering_fragments.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

Markup papers_fields(const forms::Form& form, const std::vector<people::Face>& team, const i18n::Words& t) {
    std::vector<design::Choice> tutors;
    for (const auto& face : team) tutors.push_back({std::to_string(face.id.value), people::full_name(face)});
    return design::select_field(form,
                                {.name = "host_tutor",
                                 .label = t("volunteering.form.host_tutor"),
                                 .choices = tutors,
                                 .optional = true,
                                 .empty_word = t("volunteering.form.nobody_yet")},
                                t) +
           design::field(form,
                         {.name = "tutor_name",
                          .label = t("volunteering.form.employer_tutor"),
                          .help = t("volunteering.form.employer_tutor_help"),
                          .optional = true,
                          .autocomplete = "off"},
                         t) +
           design::field_row({design::field(form,
                                            {.name = "tutor_mail",
                                             .label = t("volunteering.form.tutor_mail"),
                                             .input = design::Input::Mail,
                                             .optional = true,
                                             .autocomplete = "off"},
                                            t),
                              design::field(form,
                                            {.name = "tutor_phone",
                                             .label = t("volunteering.form.tutor_phone"),
                                             .input = design::Input::Phone,
                                             .optional = true,
                                             .autocomplete = "off"},
                                            t)}) +
           design::field(form,
                         {.name = "home_address",
                          .label = t("volunteering.form.home_address"),
                          .help = t("volunteering.form.home_address_help"),
                          .optional = true,
                          .autocomplete = "off"},
                         t) +
           design::field(form,
                         {.name = "elisa",
                          .label = t("volunteering.form.elisa"),
                          .help = t("volunteering.form.elisa_help"),
                          .optional = true},
                         t) +
           design::checkbox({.name = "cej",
                             .word = t("volunteering.form.cej"),
                             .checked = form.checked("cej"),
                             .detail = t("volunteering.form.cej_help")}) +
           design::field(form,
                         {.name = "cej_signed",
                          .label = t("volunteering.form.cej_signed"),
                          .input = design::Input::Day,
                          .optional = true},
                         t);
}

Tutor read_papers(forms::Form& form, Engagement& engagement) {
    Tutor tutor;
    engagement.host_tutor = form.id<PersonTag>("host_tutor");
    tutor.name = form.text("tutor_name", {.need = forms::Need::Maybe, .most = 120});
    tutor.mail = form.mail("tutor_mail", forms::Need::Maybe);
    tutor.phone = form.phone("tutor_phone", forms::Need::Maybe);
    engagement.home_address = form.text("home_address", {.need = forms::Need::Maybe, .most = 300});
    engagement.elisa = form.text("elisa", {.need = forms::Need::Maybe, .most = 40});
    engagement.cej = form.checked("cej");
    engagement.cej_signed = form.day("cej_signed", forms::Need::Maybe);
    return tutor;
}

std::vector<people::Face> team_of(const sql::Reader& db, SiteId site, Day today) {
    auto team = people::with_role(db, Role::Coordinator, site, today);
    for (auto& face : people::with_role(db, Role::Fabmanager, site, today)) team.push_back(std::move(face));
    return team;
}

http::Response new_page(Room& room, web::Visit& visit, PersonId id, forms::Form form, int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<people::Person> person;
        std::vector<AgreementRow> agreements;
        std::vector<people::Face> team;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.person = people::visible_to(db, visit.actor(), id),
                    .agreements = agreements(db, visit.actor(), visit.today()),
                    .team = {}};
        const SiteId site = visit.actor().site         ? visit.actor().site
                            : found.agreements.empty() ? SiteId{}
                                                       : found.agreements.front().agreement.site;
        found.team = team_of(db, site, visit.today());
        return found;
    });
    if (!facts.person) return not_there(visit);
    const std::string name = people::full_name(*facts.person);
    auto body =
        design::heading({.title = t("volunteering.form.new_title", {{"name", facts.person->given_name}}),
                         .lead = p({t("volunteering.form.lead")}),
                         .above = design::back_link({name, Url("/personnes") / id / "volontariat"})});
    body += design::mistakes(form, t);
    if (facts.agreements.empty()) {
        body += design::empty_state(
            {.icon = "file-text",
             .title = t("volunteering.agreement.none"),
             .sentence = t("volunteering.agreement.none_why"),
             .action = design::link_button({.word = t("volunteering.agreement.add"), .icon = "plus"},
                                           Url("/conventions/nouvelle"))});
        return design::page(visit, {.title = name, .body = body, .here = "cohort"});
    }
    std::vector<design::Choice> choices;
    if (facts.agreements.size() == 1 && form.typed("agreement").empty())
        form.put("agreement", std::to_string(facts.agreements.front().agreement.id.value));
    for (const auto& row : facts.agreements)
        choices.push_back(
            {std::to_string(row.agreement.id.value),
             t("volunteering.agreement.line", {{"employer", row.employer}, {"host", row.host}}),
             t("volunteering.agreement.seats", {{"lent", row.lent}, {"quota", row.agreement.quota}})});
    Markup fields =
        design::radio_cards(
            form, {.name = "agreement", .label = t("volunteering.form.agreement"), .choices = choices}, t) +
        design::field_row({design::field(form,
                                         {.name = "starts",
                                          .label = t("volunteering.form.starts"),
                                          .input = design::Input::Day,
                                          .help = t("volunteering.form.starts_help")},
                                         t),
                           design::field(form,
                                         {.name = "ends",
                                          .label = t("volunteering.form.ends"),
                                          .input = design::Input::Day,
                                          .help = t("volunteering.form.ends_help")},
                                         t),
                           design::field(form,
                                         {.name = "weekly_hours",
                                          .label = t("volunteering.form.weekly_hours"),
                                          .input = design::Input::Number,
                                          .help = t("volunteering.form.weekly_hours_help"),
                                          .unit = "h"},
                                         t)}) +
        design::checkbox({.name = "disabled",
                          .word = t("volunteering.form.extended_age"),
                          .checked = form.checked("disabled")}) +
        papers_fields(form, facts.team, t) +
        design::button({.word = t("volunteering.form.engage"), .icon = "check"});
    body += design::sending(Url("/personnes") / id / "volontariat", fields);
    return design::page(
        visit,
        {.title = design::form_title(form, name, t), .body = body, .here = "cohort", .status = status});
}

http::Response papers_page(Room& room, web::Visit& visit, const Sight& sight, const forms::Form& form,
                           int status = 200) {
    const auto& t = visit.words();
    const auto team = room.database.read(
        [&](const sql::Reader& db) { return team_of(db, sight.engagement.site, visit.today()); });
    const std::string name = people::full_name(sight.person);
    auto body =
        design::heading({.title = t("volunteering.form.papers_title", {{"name", sight.person.given_name}}),
                         .above = design::back_link({name, url_of(sight.engagement.id)})});
    body += design::mistakes(form, t);
    body += design::sending(url_of(sight.engagement.id) / "pieces",
                            papers_fields(form, team, t) +
                                design::button({.word = t("volunteering.form.keep"), .icon = "check"}));
    return design::page(
        visit,
        {.title = design::form_title(form, name, t), .body = body, .here = "cohort", .status = status});
}

// Where the page shows what stands against an engagement.
std::string_view field_of(std::string_view refusal) {
    if (refusal.ends_with("hours")) return "weekly_hours";
    if (refusal.ends_with("too_long") || refusal.ends_with("too_short") || refusal.ends_with("backwards"))
        return "ends";
    if (refusal.ends_with("quota")) return "agreement";
    if (refusal.ends_with("tutor_not_of_team")) return "host_tutor";
    if (refusal.ends_with("cej_after_start")) return "cej_signed";
    return "starts";
}

}  // namespace

http::Response new_engagement(Room& room, web::Visit& visit, PersonId person) {
    const auto& t = visit.words();
    forms::Form form;
    form.put("weekly_hours", "24");
    // The cohort's own days, once they make the six months.
    const auto cohort = room.database.read(
        [&](const sql::Reader& db) { return cohorts::now_or_ahead(db, person, visit.today()); });
    if (cohort) {
        form.put("starts", t.numeric_day(cohort->starts));
        form.put("ends",
                 t.numeric_day(std::max(cohort->ends, calendar::months_after(cohort->starts, 6) - 1)));
    }
    return new_page(room, visit, person, form);
}

http::Response engage_now(Room& room, web::Visit& visit, PersonId person) {
    forms::Form form(visit);
    Engagement wanted;
    wanted.person = person;
    wanted.agreement = form.id<AgreementTag>("agreement");
    if (!wanted.agreement) form.refuse("agreement", {"forms.choose"});
    const auto starts = form.day("starts");
    const auto ends = form.day("ends");
    const auto hours = form.number("weekly_hours", 1, 48);
    wanted.disabled = form.checked("disabled");
    const Tutor tutor = read_papers(form, wanted);
    if (!form.is_good()) return new_page(room, visit, person, form, 422);
    wanted.starts = *starts;
    wanted.ends = *ends;
    wanted.weekly_hours = static_cast<int>(*hours);
    const auto done = engage(room.database, visit.act(), wanted, tutor);
    if (!done) {
        if (done.refusal().key == "volunteering.not_there") return not_there(visit);
        form.refuse(field_of(done.refusal().key), done.refusal());
        return new_page(room, visit, person, form, 422);
    }
    visit.say("volunteering.said.engaged");
    return http::see_other(url_of(*done));
}

http::Response papers(Room& room, web::Visit& visit, EngagementId id) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    const auto& t = visit.words();
    const Engagement& e = sight->engagement;
    forms::Form form;
    form.put("home_address", e.home_address).put("elisa", e.elisa);
    if (e.host_tutor) form.put("host_tutor", std::to_string(e.host_tutor.value));
    if (sight->employer_tutor)
        form.put("tutor_name", sight->employer_tutor->name)
            .put("tutor_mail", sight->employer_tutor->mail.value_or(""))
            .put("tutor_phone", sight->employer_tutor->phone.value_or(""));
    if (e.cej) form.put("cej", "yes");
    if (e.cej_signed) form.put("cej_signed", t.numeric_day(*e.cej_signed));
    return papers_page(room, visit, *sight, form);
}

http::Response papers_keep(Room& room, web::Visit& visit, EngagementId id) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    Engagement completed = sight->as_signed;
    const Tutor tutor = read_papers(form, completed);
    if (form.is_good()) {
        const auto done = complete(room.database, visit.act(), completed, tutor);
        if (done) {
            visit.say("volunteering.said.completed");
            return http::see_other(url_of(id));
        }
        form.refuse(field_of(done.refusal().key), done.refusal());
    }
    return papers_page(room, visit, *sight, form, 422);
}

}  // namespace fabnum::volunteering
