// GET /entraide/souhait: what I can show, or want to learn: an activity, or my own words.

#include "base/text.h"
#include "features/teaching/pages/teaching_fragments.h"
#include "features/teaching/pages/teaching_pages.h"

namespace fabnum::teaching {

using namespace html;

namespace {

constexpr std::string_view icons[projects::activity_count] = {
    "message-circle", "pen-tool", "cuboid", "hammer", "sparkles", "camera", "truck"};

http::Response form_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const std::string side = form.typed("side") == "show" ? "show" : "learn";
    const std::string title = t("teaching.mine_" + side);
    design::Choices activities{
        .name = "activity", .label = t("teaching.field.activity"), .choices = {}, .optional = true};
    activities.choices.reserve(projects::activity_count);
    for (std::size_t i = 0; i < projects::activity_count; ++i)
        activities.choices.push_back(
            {.value = std::string(projects::activities[i].first),
             .word = t("projects.activity." + std::string(projects::activities[i].first)),
             .icon = icons[i]});
    auto body = design::heading(
        {.title = title, .above = design::back_link({t("teaching.title"), Url("/entraide")})});
    body += design::mistakes(form, t);
    body += design::sending(
        Url("/entraide/souhaits"),
        design::hidden("side", side) + design::radio_cards(form, activities, t) +
            design::field(form,
                          {.name = "topic",
                           .label = t("teaching.field.topic"),
                           .help = t("teaching.field.topic_help"),
                           .optional = true,
                           .most_characters = 60},
                          t) +
            design::button(
                {.word = t("teaching.keep"), .icon = "check", .size = design::Size::Large, .wide = true}));
    return design::page(
        visit, {.title = design::form_title(form, title, t), .body = body, .here = "path", .status = status});
}

}  // namespace

http::Response wish_form(Room&, web::Visit& visit) {
    forms::Form form;
    form.put("side", visit.request().query.get("sens") == "show" ? "show" : "learn");
    return form_page(visit, form);
}

http::Response wish_send(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto side = form.choice<Side>("side", sides);
    Subject subject{.topic = form.text("topic", {.need = forms::Need::Maybe, .least = 0, .most = 60})};
    // Their own words say more than a card.
    if (trimmed(subject.topic).empty())
        subject.activity =
            form.choice<projects::Activity>("activity", projects::activities, forms::Need::Maybe);
    if (form.is_good() && !subject.activity && trimmed(subject.topic).empty())
        form.refuse("topic", {"teaching.problem.subject"});
    if (!form.is_good()) return form_page(visit, form, 422);
    const auto done = wish(room.database, visit.act(), *side, subject);
    if (!done) {
        form.refuse("topic", done.refusal());
        return form_page(visit, form, 422);
    }
    visit.say("teaching.said.wished");
    return http::see_other(Url("/entraide"));
}

http::Response wish_end(Room& room, web::Visit& visit, WishId id) {
    const auto done = end_wish(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/entraide"), "path");
    visit.say("teaching.said.ended");
    return http::see_other(Url("/entraide"));
}

}  // namespace fabnum::teaching
