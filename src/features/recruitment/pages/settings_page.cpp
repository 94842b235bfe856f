// GET /recrutement/reglages: the towns, and how long files are kept.

#include "base/text.h"
#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

http::Response settings_form(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    using design::Input;
    auto body = design::heading({.title = t("recruitment.settings.heading"),
                                 .lead = p({t("recruitment.settings.lead")}),
                                 .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}},
                                                             t("recruitment.settings.title"), t)});
    body += design::mistakes(form, t);
    const auto number = [&](std::string_view name) {
        const std::string key = "recruitment.settings." + std::string(name);
        return design::field(form,
                             {.name = std::string(name),
                              .label = t(key),
                              .input = Input::Number,
                              .help = t(key + "_help"),
                              .narrow = true},
                             t);
    };
    const Markup fields = design::field(form,
                                        {.name = "towns",
                                         .label = t("recruitment.settings.towns"),
                                         .input = Input::Area,
                                         .help = t("recruitment.settings.towns_help"),
                                         .optional = true,
                                         .rows = 6},
                                        t) +
                          number("months") + number("undecided") +
                          design::button({.word = t("recruitment.settings.keep"), .icon = "check"});
    body += design::card({.title = t("recruitment.settings.title"),
                          .body = design::sending(Url("/recrutement/reglages"), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("recruitment.settings.heading"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

std::vector<std::string> lines_of(const std::string& typed) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= typed.size();) {
        const auto end = std::min(typed.find_first_of("\n,;", at), typed.size());
        const auto line = trimmed(std::string_view(typed).substr(at, end - at));
        if (!line.empty()) lines.emplace_back(line);
        at = end + 1;
    }
    return lines;
}

}  // namespace

http::Response settings(Room& room, web::Visit& visit) {
    const auto known =
        room.database.read([&](const sql::Reader& db) { return settings_of(db, site_of(db, visit)); });
    std::string towns;
    for (const auto& town : known.towns) towns += town + "\n";
    forms::Form form;
    form.put("towns", towns);
    form.put("months", std::to_string(known.keeping.months));
    form.put("undecided", std::to_string(known.keeping.undecided_months));
    return settings_form(visit, form);
}

http::Response settings_keep(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    Settings wish;
    wish.towns = lines_of(form.paragraph("towns", {.need = forms::Need::Maybe, .most = 3000}));
    wish.keeping.months = static_cast<int>(form.number("months", 1, 24).value_or(1));
    wish.keeping.undecided_months = static_cast<int>(form.number("undecided", 1, 24).value_or(1));
    if (!form.is_good()) return settings_form(visit, form, 422);
    const SiteId site = room.database.read([&](const sql::Reader& db) { return site_of(db, visit); });
    const auto done = set_settings(room.database, visit.act(), site, wish);
    if (!done) return design::refused(visit, done.refusal(), Url("/recrutement"), "recruitment");
    visit.say("recruitment.said.settings");
    return http::see_other(Url("/recrutement"));
}

}  // namespace fabnum::recruitment
