// GET /personnes/{}/coordonnees: what is known of a person, to be corrected.

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/journal/readings.h"

namespace fabnum::people {

using namespace html;

namespace {

struct Fact {
    std::string_view name, label;
    design::Input input;
    bool optional;
};
constexpr Fact facts_asked[] = {{"given_name", "people.new.given_name", design::Input::Text, false},
                                {"family_name", "people.new.family_name", design::Input::Text, false},
                                {"mail", "people.file.mail", design::Input::Mail, true},
                                {"phone", "people.file.phone", design::Input::Phone, true},
                                {"birth_day", "people.new.birth_day", design::Input::Day, true}};

http::Response edit_page(web::Visit& visit, const Person& person, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Url file = Url("/personnes") / person.id;
    auto body = design::heading(
        {.title = t("people.edit.title"), .above = design::back_link({full_name(person), file})});
    body += design::mistakes(form, t);
    Markup fields;
    for (const Fact& fact : facts_asked)
        fields += design::field(form,
                                {.name = std::string(fact.name),
                                 .label = t(fact.label),
                                 .input = fact.input,
                                 .help = fact.name == "birth_day" ? t("people.new.birth_day_help") : "",
                                 .optional = fact.optional,
                                 .autocomplete = "off"},
                                t);
    fields += design::button({.word = t("people.edit.do"), .icon = "check"});
    body += design::sending(file / "coordonnees", fields);
    return design::page(visit, {.title = design::form_title(form, t("people.edit.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

std::optional<Person> managed(Room& room, const web::Visit& visit, PersonId id) {
    return room.database.read([&](const sql::Reader& db) {
        return may_manage(db, visit.actor(), id, visit.today()) ? find(db, id) : std::nullopt;
    });
}

}  // namespace

http::Response person_edit(Room& room, web::Visit& visit, PersonId id) {
    const auto person = managed(room, visit, id);
    if (!person) return design::refused(visit, {"people.not_there"}, Url("/personnes"), "cohort");
    journal::note_reading(room.database, visit.act(), id, "file", visit.actor().site);
    forms::Form form;
    form.put("given_name", person->given_name)
        .put("family_name", person->family_name)
        .put("mail", person->mail.value_or(""))
        .put("phone", person->phone.value_or(""))
        .put("birth_day", person->birth_day ? visit.words().numeric_day(*person->birth_day) : "");
    return edit_page(visit, *person, form);
}

http::Response person_correct(Room& room, web::Visit& visit, PersonId id) {
    const auto person = managed(room, visit, id);
    if (!person) return design::refused(visit, {"people.not_there"}, Url("/personnes"), "cohort");
    forms::Form form(visit);
    PersonFacts facts{.given_name = form.text("given_name", {.most = 80}),
                      .family_name = form.text("family_name", {.most = 80}),
                      .mail = form.mail("mail", forms::Need::Maybe),
                      .phone = form.phone("phone", forms::Need::Maybe),
                      .birth_day = form.day("birth_day", forms::Need::Maybe)};
    if (facts.mail) facts.mail = i18n::search_key(*facts.mail);
    if (facts.birth_day && age_on(*facts.birth_day, visit.today()) < 14)
        form.refuse("birth_day", {"people.too_young"});
    if (!form.is_good()) return edit_page(visit, *person, form, 422);
    const auto done = correct(room.database, visit.act(), id, facts, visit.today());
    if (!done) {
        form.refuse("mail", done.refusal());
        return edit_page(visit, *person, form, 422);
    }
    visit.say("people.said.corrected");
    return http::see_other(Url("/personnes") / id);
}

}  // namespace fabnum::people
