// GET /jeunes/{}/note: a fact worth keeping, for whom, and until when.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

namespace {

http::Response note_page(web::Visit& visit, const Back& back, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const bool mine = visit.actor().role == Role::Participant;
    design::Choices readings{.name = "reading", .label = t("paths.note.who"), .choices = {}};
    for (const auto& [word, reading] : notebook::readings)
        if (notebook::may_write(reading, visit.actor().role))
            readings.choices.push_back({std::string(word), t("paths.reading." + std::string(word)),
                                        t("paths.reading." + std::string(word) + "_why")});
    design::Choices keeps{.name = "keep", .label = t("paths.note.how_long"), .choices = {}};
    for (const auto& [word, keep] : notebook::keeps)
        keeps.choices.push_back({std::string(word), t("paths.keep." + std::string(word))});
    const Url to = back_url(visit, back);
    const std::string title = t(mine ? "paths.note.new_mine" : "paths.note.new");
    auto body = design::heading({.title = title,
                                 .lead = p({t(mine ? "paths.note.lead_mine" : "paths.note.lead")}),
                                 .above = design::back_link({t("paths.back"), to})});
    body += design::mistakes(form, t);
    body +=
        design::card({.title = title,
                      .body = design::sending(
                          Url("/jeunes") / back.person / "notes",
                          back_field(to) +
                              design::field(form,
                                            {.name = "text",
                                             .label = t("paths.note.text"),
                                             .input = design::Input::Area,
                                             .help = mine ? std::string() : t("paths.note.text_help"),
                                             .rows = 4,
                                             .most_characters = 600},
                                            t) +
                              design::radio_cards(form, readings, t) + design::select_field(form, keeps, t) +
                              design::button({.word = t("paths.note.keep"), .icon = "check"})),
                      .quiet = true});
    return design::page(visit, {.title = design::form_title(form, title, t),
                                .body = body,
                                .here = here_of(visit),
                                .status = status});
}

bool may_open(Room& room, const web::Visit& visit, PersonId person) {
    return room.database.read(
        [&](const sql::Reader& db) { return notebook::may_open(db, visit.actor(), person); });
}

}  // namespace

http::Response note_form(Room& room, web::Visit& visit, PersonId person) {
    if (!may_open(room, visit, person)) return not_there(visit);
    forms::Form form;
    form.put("reading", visit.actor().role == Role::Participant ? "own" : "shared")
        .put("keep", "three_months");
    return note_page(visit, back_of(visit, person), form);
}

http::Response note_write(Room& room, web::Visit& visit, PersonId person) {
    if (!may_open(room, visit, person)) return not_there(visit);
    forms::Form form(visit);
    notebook::NewNote note{.person = person};
    note.text = form.paragraph("text", {.most = 600, .missing = "paths.note.missing"});
    if (const auto reading = form.choice<notebook::Reading>("reading", notebook::readings))
        note.reading = *reading;
    if (const auto keep = form.choice<notebook::Keep>("keep", notebook::keeps)) note.keep = *keep;
    const Back back = back_of(visit, person);
    if (!form.is_good()) return note_page(visit, back, form, 422);
    return answered(visit, notebook::write_note(room.database, visit.act(), note, visit.today()),
                    back_url(visit, back), "paths.said.note");
}

http::Response note_erase(Room& room, web::Visit& visit, notebook::NoteId id) {
    const Back back = back_of(visit, visit.actor().person);
    return answered(visit, notebook::erase_note(room.database, visit.act(), id), back.to.value_or(Url("/")),
                    "paths.said.note_erased");
}

}  // namespace fabnum::paths
