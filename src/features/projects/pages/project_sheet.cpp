// GET /missions/{}/fiche: the maker's sheet: what was made, how, with which licence; ready to be published
// later.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

http::Response sheet_page(web::Visit& visit, const Sight& sight, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Url here = url_of(sight.project.id);
    Markup steps;
    for (const Step& step : sight.steps) steps += li({title_of(step, sight.project, t)});
    std::vector<design::Photo> photos;
    for (const Photo& photo : sight.photos)
        if (photo.may_publish)
            photos.push_back({.picture = (here / "images" / photo.file).with("taille", "card"),
                              .alt = photo.description,
                              .caption = photo.description});
    Markup body = p({t("projects.sheet.lead")});
    if (sight.project.sheet_ready)
        body += design::notice({.tone = design::Tone::Good, .sentence = t("projects.sheet.is_ready")});
    if (may_work(visit.actor(), sight.turn_of(visit.actor().person))) {
        std::vector<design::Choice> licences;
        for (const std::string_view word : {"cc-by-sa", "cc-by", "cc0", "kept"})
            licences.push_back({std::string(word), t("projects.licence." + std::string(word)),
                                t("projects.licence_detail." + std::string(word))});
        auto fields = design::field(form,
                                    {.name = "summary",
                                     .label = t("projects.sheet.summary"),
                                     .input = design::Input::Area,
                                     .help = t("projects.sheet.summary_help"),
                                     .optional = true,
                                     .rows = 5},
                                    t) +
                      design::radio_cards(form,
                                          {.name = "licence",
                                           .label = t("projects.sheet.licence"),
                                           .choices = licences,
                                           .optional = true},
                                          t);
        if (is_staff(visit.actor()))
            fields += design::checkbox({.name = "ready",
                                        .word = t("projects.sheet.ready"),
                                        .checked = form.checked("ready"),
                                        .detail = t("projects.sheet.ready_detail")});
        fields += design::button({.word = t("projects.sheet.do"), .icon = "check"});
        body += design::card(
            {.title = t("projects.sheet.write"), .body = design::sending(here / "fiche", fields)});
    } else {
        body += p({sight.project.summary});
    }
    body += design::card({.title = t("projects.sheet.steps"), .body = ol({steps})});
    body += design::card({.title = t("projects.sheet.photos"),
                          .body = photos.empty() ? p({cls("soft"), t("projects.sheet.no_photo")})
                                                 : design::photo_grid(photos)});
    return part_page(visit, sight, {"sheet", t("projects.part.sheet")}, form, body, status);
}

}  // namespace

http::Response sheet(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form;
    form.put("summary", sight->project.summary)
        .put("licence", sight->project.licence)
        .put("ready", sight->project.sheet_ready ? "yes" : "");
    return sheet_page(visit, *sight, form);
}

http::Response sheet_write(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    forms::Form form(visit);
    const auto summary = form.paragraph("summary", {.need = forms::Need::Maybe, .most = 3000});
    std::string licence = form.typed("licence");
    if (licence != "cc-by" && licence != "cc-by-sa" && licence != "cc0" && licence != "kept") licence.clear();
    if (!form.is_good()) return sheet_page(visit, *sight, form, 422);
    const auto done =
        write_sheet(room.database, visit.act(), id, summary, licence, form.checked("ready"), visit.today());
    if (!done && done.refusal().key == "projects.sheet_unfinished") {
        form.refuse(summary.empty() ? "summary" : "licence", done.refusal());
        return sheet_page(visit, *sight, form, 422);
    }
    return answered(visit, done, url_of(id) / "fiche", "projects.said.sheet");
}

}  // namespace fabnum::projects
