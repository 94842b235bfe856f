// GET /commandes/{}/prototype: show a prototype to the requester by a photo, and note what they said.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

http::Response prototype_page(Room& room, web::Visit& visit, OrderId id, const forms::Form& form,
                              int status = 200) {
    unsigned as = 0;
    const auto sight = room.database.read([&](const sql::Reader& db) {
        auto found = room.orders.visible_to(db, visit.actor(), id);
        if (found) as = room.orders.doers(db, visit.actor(), found->order);
        return found;
    });
    if (!sight) return design::refused(visit, {"orders.not_there"}, Url("/"));
    const auto& t = visit.words();
    auto body = design::heading({.title = t("orders.prototype.title"),
                                 .lead = p({sight->order.title}),
                                 .above = design::back_link({sight->order.title, url_of(id)})});
    body += design::mistakes(form, t);
    if (may(sight->order.state, Step::ShowPrototype, as)) {
        auto fields = design::field(form,
                                    {.name = "photo",
                                     .label = t("orders.prototype.photo"),
                                     .input = design::Input::File,
                                     .help = t("orders.prototype.photo_help"),
                                     .accept = "image/*"},
                                    t) +
                      design::field(form,
                                    {.name = "description",
                                     .label = t("orders.prototype.description"),
                                     .help = t("orders.prototype.description_help"),
                                     .most_characters = 200},
                                    t) +
                      design::field(form,
                                    {.name = "question",
                                     .label = t("orders.prototype.question"),
                                     .input = design::Input::Area,
                                     .help = t("orders.prototype.question_help"),
                                     .rows = 3},
                                    t) +
                      design::button({.word = t("orders.prototype.do"), .icon = "send"});
        body += design::card({.title = t("orders.prototype.show"),
                              .body = design::sending(url_of(id) / "prototype", fields, {.files = true})});
    }
    for (const Prototype& one : sight->prototypes) {
        Markup answer;
        if (one.approved) {
            answer =
                design::tag({*one.approved ? design::Tone::Good : design::Tone::Watch,
                             t(*one.approved ? "orders.prototype.approved" : "orders.prototype.changes")}) +
                paragraphs(one.comment);
        } else {
            answer = design::tag({design::Tone::Info, t("orders.prototype.waits")});
            if (is_staff(visit.actor()) && may(sight->order.state, Step::Approve, as))
                answer += design::sending(
                    url_of(id) / "prototype" / "avis",
                    design::field(form,
                                  {.name = "comment",
                                   .label = t("orders.prototype.said"),
                                   .input = design::Input::Area,
                                   .help = t("orders.prototype.said_help"),
                                   .optional = true,
                                   .rows = 2},
                                  t) +
                        design::button_row({design::button({.word = t("orders.prototype.said_yes"),
                                                            .icon = "check",
                                                            .look = design::Look::Outline,
                                                            .name = "answer",
                                                            .value = "yes"}),
                                            design::button({.word = t("orders.prototype.said_no"),
                                                            .icon = "rotate-ccw",
                                                            .look = design::Look::Outline,
                                                            .name = "answer",
                                                            .value = "no"})}));
        }
        body += design::card(
            {.title = one.question,
             .body = design::photo_grid(
                         {{.picture = (url_of(id) / "images" / one.picture.file).with("taille", "card"),
                           .alt = one.picture.description,
                           .caption = one.picture.description,
                           .to = url_of(id) / "images" / one.picture.file}}) +
                     answer});
    }
    return design::page(visit, {.title = design::form_title(form, t("orders.prototype.title"), t),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "orders" : "missions",
                                .status = status});
}

}  // namespace

http::Response prototype(Room& room, web::Visit& visit, OrderId id) {
    return prototype_page(room, visit, id, {});
}

http::Response prototype_show(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto description = form.text("description", {.most = 200, .missing = "orders.problem.description"});
    const auto question = form.paragraph("question", {.most = 1000, .missing = "orders.problem.question"});
    const auto& uploads = visit.request().uploads;
    if (uploads.empty() || uploads.front().size == 0) form.refuse("photo", {"orders.problem.photo"});
    if (!form.is_good()) return prototype_page(room, visit, id, form, 422);
    const auto photo = room.cabinet.check(uploads.front(), {});
    if (!photo) {
        form.refuse("photo", photo.refusal());
        return prototype_page(room, visit, id, form, 422);
    }
    const auto done = room.orders.show_prototype(visit.act(), id, *photo, description, question);
    if (!done) return design::refused(visit, done.refusal(), url_of(id));
    visit.say("orders.said.prototype");
    return http::see_other(url_of(id));
}

http::Response prototype_judge(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto comment = form.paragraph("comment", {.need = forms::Need::Maybe, .most = 1000});
    const bool approved = form.typed("answer") == "yes";
    if (!approved && comment.empty()) form.refuse("comment", {"orders.problem.what_to_change"});
    if (!form.is_good()) return prototype_page(room, visit, id, form, 422);
    const auto done = room.orders.judge_prototype(visit.act(), id, approved, comment);
    if (!done) return design::refused(visit, done.refusal(), url_of(id));
    visit.say("orders.said.judged");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::orders
