// GET /fabrications/nouvelle: a file to make something from.

#include <algorithm>

#include "features/production/pages/production_fragments.h"
#include "features/production/pages/production_pages.h"

namespace fabnum::production {

using namespace html;

namespace {

// The missions somebody may bring a file for: their own, or the one they came from.
std::vector<design::Choice> missions_of(const sql::Reader& db, const web::Visit& visit,
                                        projects::ProjectId wanted) {
    auto ids = is_staff(visit.actor()) ? std::vector<projects::ProjectId>()
                                       : projects::under_way_of(db, visit.actor().person);
    if (wanted && std::find(ids.begin(), ids.end(), wanted) == ids.end() &&
        projects::visible_to(db, visit.actor(), wanted, visit.today()))
        ids.push_back(wanted);
    std::vector<design::Choice> choices;
    for (const auto& [id, glance] : projects::glances(db, ids))
        choices.push_back({std::to_string(id.value), glance.project.title});
    return choices;
}

Markup fields_of(const forms::Form& form, const std::vector<design::Choice>& missions, const i18n::Words& t) {
    std::vector<design::Choice> families;
    for (const machines::Family family : making_families)
        families.push_back(
            {std::string(machines::word_of(family)), family_word(family, t), {}, icon_of(family)});
    Markup fields =
        design::field(form,
                      {.name = "file",
                       .label = t("production.field.file"),
                       .input = design::Input::File,
                       .help = t("production.field.file_help"),
                       .accept = ".gcode,.stl,.3mf,.svg,.dxf,.pdf,.png,.jpg"},
                      t) +
        design::field(form,
                      {.name = "title",
                       .label = t("production.field.title"),
                       .help = t("production.field.title_help"),
                       .most_characters = 80},
                      t) +
        design::radio_cards(
            form, {.name = "family", .label = t("production.field.family"), .choices = families}, t) +
        design::field_row({design::select_field(form,
                                                {.name = "material",
                                                 .label = t("production.field.material"),
                                                 .choices = material_choices(t),
                                                 .empty_word = t("production.field.material_choose")},
                                                t),
                           design::field(form,
                                         {.name = "pieces",
                                          .label = t("production.field.pieces"),
                                          .input = design::Input::Number,
                                          .narrow = true},
                                         t)});
    if (!missions.empty())
        fields += design::select_field(form,
                                       {.name = "mission",
                                        .label = t("production.field.mission"),
                                        .choices = missions,
                                        .optional = true,
                                        .empty_word = t("production.field.no_mission")},
                                       t);
    fields += design::field(form,
                            {.name = "note",
                             .label = t("production.field.note"),
                             .input = design::Input::Area,
                             .help = t("production.field.note_help"),
                             .optional = true,
                             .rows = 2,
                             .most_characters = 500},
                            t) +
              design::button({.word = t("production.do.send_file"),
                              .icon = "upload",
                              .busy_word = t("production.do.sending_file")});
    return fields;
}

http::Response new_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const auto missions = room.database.read([&](const sql::Reader& db) {
        return missions_of(db, visit, form.id<projects::ProjectTag>("mission"));
    });
    const Markup fields = fields_of(form, missions, t);
    auto body = design::heading({.title = t("production.do.bring"),
                                 .lead = p({t("production.new_lead")}),
                                 .above = design::back_link({t("production.title"), Url("/fabrications")})}) +
                design::mistakes(form, t) + design::sending(Url("/fabrications"), fields, {.files = true});
    return design::page(visit, {.title = design::form_title(form, t("production.do.bring"), t),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "workshop" : "missions",
                                .status = status});
}

std::optional<NewJob> typed_job(forms::Form& form, const web::Visit& visit) {
    NewJob job{.site = visit.actor().site, .project = form.id<projects::ProjectTag>("mission"), .title = ""};
    job.title = form.text("title", {.most = 80, .missing = "production.problem.title"});
    const auto family = machines::family_from(form.typed("family"));
    if (!family) form.refuse("family", {"production.problem.family"});
    job.family = family.value_or(machines::Family::Printer);
    const std::string material = form.typed("material");
    if (material.empty()) form.refuse("material", {"production.problem.material"});
    job.material = material_from(material);
    if (family && !material.empty())
        if (auto why = forbidden(*family, job.material)) form.refuse("material", *std::move(why));
    job.pieces = static_cast<int>(form.number("pieces", 1, 1000).value_or(1));
    job.note = form.paragraph("note", {.need = forms::Need::Maybe, .most = 500});
    const auto& uploads = visit.request().uploads;
    if (uploads.empty() || uploads.front().size == 0) form.refuse("file", {"production.problem.file"});
    if (!form.is_good()) return std::nullopt;
    return job;
}

}  // namespace

http::Response job_new(Room& room, web::Visit& visit) {
    forms::Form form;
    form.put("family", "printer").put("pieces", "1").put("material", "pla");
    form.put("mission", std::string(visit.request().query.get("mission")));
    return new_page(room, visit, form);
}

http::Response job_bring(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto job = typed_job(form, visit);
    if (!job) return new_page(room, visit, form, 422);
    const auto file = room.cabinet.check(visit.request().uploads.front(),
                                         {.picture = true, .document = true, .model = true, .drawing = true});
    if (!file) {
        form.refuse("file", file.refusal());
        return new_page(room, visit, form, 422);
    }
    const auto made = bring(room.database, room.cabinet, visit.act(), *job, *file);
    if (!made) {
        form.refuse("file", made.refusal());
        return new_page(room, visit, form, 422);
    }
    room.news.tell("changed");
    visit.say("production.said.brought");
    return http::see_other(url_of(*made));
}

}  // namespace fabnum::production
