// GET /missions/{}/controle: what must be right before it is handed over.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

http::Response checks(Room& room, web::Visit& visit, ProjectId id) {
    const auto sight = sight_for(room, visit, id);
    if (!sight) return not_there(visit);
    const auto& t = visit.words();
    const bool works = may_work(visit.actor(), sight->turn_of(visit.actor().person)) && !sight->project.ended;
    const Url here = url_of(id) / "controle";
    Markup rows;
    for (const Check& check : sight->checks) {
        const auto say = [&](std::string_view word, std::string_view icon, std::string_view value) {
            return design::act_button(
                here / check.id,
                {.word = t("projects.checks." + std::string(word)),
                 .icon = icon,
                 .look = design::Look::Outline,
                 .size = design::Size::Small,
                 .label = t("projects.checks." + std::string(word)) + ", " + check.what},
                design::hidden("passed", value));
        };
        const design::Tag tag = !check.passed ? design::Tag{design::Tone::Draft, t("projects.checks.open")}
                                : *check.passed
                                    ? design::Tag{design::Tone::Good, t("projects.checks.passed")}
                                    : design::Tag{design::Tone::Alert, t("projects.checks.failed")};
        Markup actions;
        if (works)
            actions = div({cls("button-row"), check.passed != true ? say("pass", "check", "yes") : Markup(),
                           check.passed != false ? say("fail", "x", "no") : Markup()});
        const Member* by = sight->member(check.checked_by);
        rows += design::decision_row(
            {.icon = "clipboard-check",
             .tone = design::Tone::Plain,
             .title = check.what,
             .detail = by ? t("projects.checks.by", {{"name", people::short_name(by->face)}}) : "",
             .tag = tag,
             .action = actions});
    }
    Markup body = p({t("projects.checks.lead")});
    body += rows.empty()
                ? design::empty_state({.icon = "clipboard-check", .title = t("projects.checks.none")})
                : design::card({.title = t("projects.part.checks"),
                                .body = ul({cls("rows"), html::role("list"), rows}),
                                .flush = true,
                                .quiet = true});
    if (works) {
        forms::Form form;
        body += details({summary({t("projects.checks.add")}),
                         design::sending(here, design::field(form,
                                                             {.name = "what",
                                                              .label = t("projects.checks.what"),
                                                              .help = t("projects.checks.what_help")},
                                                             t) +
                                                   design::button({.word = t("projects.checks.add"),
                                                                   .icon = "plus",
                                                                   .look = design::Look::Outline}))});
    }
    return part_page(visit, *sight, {"checks", t("projects.part.checks")}, {}, body);
}

http::Response check_add(Room& room, web::Visit& visit, ProjectId id) {
    forms::Form form(visit);
    const auto what = form.text("what", {.most = 160, .missing = "projects.problem.check"});
    if (!form.is_good()) return design::refused(visit, form.problems().front().why, url_of(id) / "controle");
    return answered(visit, add_check(room.database, visit.act(), id, what, visit.today()),
                    url_of(id) / "controle", "projects.said.check_added");
}

http::Response check_set(Room& room, web::Visit& visit, ProjectId id, CheckId check) {
    const forms::Form form(visit);
    const std::string said = form.typed("passed");
    const std::optional<bool> passed = said == "yes"  ? std::optional(true)
                                       : said == "no" ? std::optional(false)
                                                      : std::nullopt;
    return answered(visit, set_check(room.database, visit.act(), id, check, passed, visit.today()),
                    url_of(id) / "controle", "projects.said.checked");
}

}  // namespace fabnum::projects
