// GET /missions/{}/essais: what did not work, and what we changed. Nobody is to blame: it is how one learns.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

http::Response tries_page(web::Visit& visit, const Sight& sight, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    Markup body = p({t("projects.tries.lead")});
    if (may_work(visit.actor(), sight.turn_of(visit.actor().person)) && !sight.project.ended) {
        auto fields =
            design::select_field(
                form, {.name = "step", .label = t("projects.work.step"), .choices = step_choices(sight, t)},
                t) +
            design::field(form,
                          {.name = "what_happened",
                           .label = t("projects.tries.what_happened"),
                           .input = design::Input::Area,
                           .help = t("projects.tries.what_happened_help"),
                           .rows = 3},
                          t) +
            design::field(form,
                          {.name = "what_changed",
                           .label = t("projects.tries.what_changed"),
                           .input = design::Input::Area,
                           .help = t("projects.tries.what_changed_help"),
                           .rows = 3},
                          t) +
            design::field(form,
                          {.name = "photo",
                           .label = t("projects.tries.photo"),
                           .input = design::Input::File,
                           .optional = true,
                           .accept = "image/*"},
                          t) +
            design::button({.word = t("projects.tries.do"), .icon = "lightbulb"});
        body += design::card({.title = t("projects.tries.note"),
                              .body = design::sending(here / "essais", fields, {.files = true})});
    }
    for (const Try& one : sight.tries) {
        std::string step;
        for (const Step& known : sight.steps)
            if (known.id == one.step) step = title_of(known, sight.project, t);
        Markup content = design::definitions({{t("projects.tries.what_happened"), text(one.what_happened)},
                                              {t("projects.tries.what_changed"), text(one.what_changed)}});
        if (one.photo)
            content += design::photo_grid({{.picture = (here / "images" / one.photo).with("taille", "card"),
                                            .alt = one.what_happened}});
        body +=
            design::card({.title = t("projects.tries.on", {{"step", step}, {"day", t.short_day(one.day)}}),
                          .body = content});
    }
    if (sight.tries.empty())
        body += design::empty_state({.icon = "lightbulb",
                                     .title = t("projects.tries.none"),
                                     .sentence = t("projects.tries.none_why")});
    return part_page(visit, sight, {"tries", t("projects.part.tries")}, form, body, status);
}

}  // namespace

http::Response tries(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form;
    if (const auto here = current_step(sight->steps))
        form.put("step", std::to_string(sight->steps[*here].id.value));
    return tries_page(visit, *sight, form);
}

http::Response try_note(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    NewTry one;
    one.step = form.id<StepTag>("step");
    one.what_happened =
        form.paragraph("what_happened", {.most = 1000, .missing = "projects.problem.what_happened"});
    one.what_changed =
        form.paragraph("what_changed", {.most = 1000, .missing = "projects.problem.what_changed"});
    const auto& uploads = visit.request().uploads;
    if (form.is_good() && !uploads.empty() && uploads.front().size > 0) {
        const auto photo = room.cabinet.check(uploads.front(), {});
        if (photo)
            one.photo = *photo;
        else
            form.refuse("photo", photo.refusal());
    }
    if (!form.is_good()) return tries_page(visit, *sight, form, 422);
    return answered(visit, note_try(room.database, room.cabinet, visit.act(), id, one, visit.today()),
                    url_of(id) / "essais", "projects.said.try");
}

}  // namespace fabnum::projects
