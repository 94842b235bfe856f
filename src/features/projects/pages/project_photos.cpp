// GET /missions/{}/photos: photos as proof of what was made.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

http::Response photos_page(web::Visit& visit, const Sight& sight, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    Markup body;
    if (may_work(visit.actor(), sight.turn_of(visit.actor().person)) && !sight.project.ended) {
        auto fields =
            design::field(form,
                          {.name = "photo",
                           .label = t("projects.photos.photo"),
                           .input = design::Input::File,
                           .accept = "image/*"},
                          t) +
            design::field(form,
                          {.name = "description",
                           .label = t("projects.photos.description"),
                           .help = t("projects.photos.description_help")},
                          t) +
            design::select_field(
                form, {.name = "step", .label = t("projects.work.step"), .choices = step_choices(sight, t)},
                t) +
            design::checkbox({.name = "shows_people",
                              .word = t("projects.photos.shows_people"),
                              .checked = form.checked("shows_people"),
                              .detail = t("projects.photos.shows_people_detail")}) +
            design::button({.word = t("projects.photos.do"), .icon = "camera"});
        body += design::card({.title = t("projects.photos.take"),
                              .body = design::sending(here / "photos", fields, {.files = true})});
    }
    std::vector<design::Photo> photos;
    for (const Photo& photo : sight.photos) {
        Markup more;
        if (is_staff(visit.actor())) {
            const bool may = photo.may_publish;
            more = design::act_button(
                here / "photos" / photo.id / "publication",
                {.word = t(may ? "projects.photos.keep_inside" : "projects.photos.let_publish"),
                 .icon = may ? "eye-off" : "globe",
                 .look = design::Look::Bare,
                 .size = design::Size::Small},
                design::hidden("may", may ? "no" : "yes"));
        }
        photos.push_back(
            {.picture = (here / "images" / photo.file).with("taille", "card"),
             .alt = photo.description,
             .caption = photo.description + (photo.may_publish ? ", " + t("projects.photos.public") : ""),
             .to = here / "images" / photo.file,
             .more = more});
    }
    body += photos.empty() ? design::empty_state({.icon = "images", .title = t("projects.photos.none")})
                           : design::photo_grid(photos);
    return part_page(visit, sight, {"photos", t("projects.part.photos")}, form, body, status);
}

}  // namespace

http::Response photos(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form;
    if (const auto here = current_step(sight->steps))
        form.put("step", std::to_string(sight->steps[*here].id.value));
    return photos_page(visit, *sight, form);
}

http::Response photo_add(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    NewPhoto photo;
    photo.step = form.id<StepTag>("step");
    photo.description = form.text("description", {.most = 200, .missing = "projects.problem.description"});
    photo.shows_people = form.checked("shows_people");
    const auto& uploads = visit.request().uploads;
    if (uploads.empty() || uploads.front().size == 0) form.refuse("photo", {"projects.problem.photo"});
    if (form.is_good()) {
        const auto file = room.cabinet.check(uploads.front(), {});
        if (file)
            photo.file = *file;
        else
            form.refuse("photo", file.refusal());
    }
    if (!form.is_good()) return photos_page(visit, *sight, form, 422);
    const auto added = add_photo(room.database, room.cabinet, visit.act(), id, photo, visit.today());
    if (!added) return design::refused(visit, added.refusal(), url_of(id) / "photos");
    visit.say("projects.said.photo");
    return http::see_other(url_of(id) / "photos");
}

http::Response photo_publish(Room& room, web::Visit& visit, ProjectId id, PhotoId photo) {
    const forms::Form form(visit);
    return answered(
        visit, let_publish(room.database, visit.act(), id, photo, form.typed("may") == "yes", visit.today()),
        url_of(id) / "photos", "projects.said.publishing");
}

}  // namespace fabnum::projects
