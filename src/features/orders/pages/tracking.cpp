// GET /suivi/{token}: the requester's page. Where the order is, what to answer, the prototype, the thanks.

#include "features/orders/pages/delivery_note.h"
#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

// What somebody does through their own link is an act of the requester of that order.
Act as_requester(const web::Visit& visit, const Order& order) {
    Act act = visit.act();
    act.by = {.person = {}, .role = Role::Requester, .site = order.site};
    return act;
}

http::Response no_such_link(Room& room, web::Visit& visit, const std::string& token) {
    const auto& t = visit.words();
    const bool ended = room.database.read(
        [&](const sql::Reader& db) { return sessions::was_link(db, tracking_link, token); });
    auto body = design::message_page(
        {.icon = "link",
         .title = t(ended ? "orders.tracking.ended" : "orders.tracking.unknown"),
         .sentence = t(ended ? "orders.tracking.ended_why" : "orders.tracking.unknown_why"),
         .action = design::link_button({.word = t("orders.request.begin"), .look = design::Look::Outline},
                                       Url("/commander"))});
    return design::page(visit,
                        {.title = t("orders.tracking.unknown"), .body = body, .status = ended ? 410 : 404});
}

Markup prototype_card(const Sight& sight, const std::string& token, const forms::Form& form,
                      const web::Visit& visit) {
    if (sight.order.state != State::Approving || sight.prototypes.empty()) return {};
    const auto& t = visit.words();
    const Prototype& one = sight.prototypes.front();
    const Url picture = Url("/suivi") / token / "images" / one.picture.file;
    auto fields =
        design::field(form,
                      {.name = "comment",
                       .label = t("orders.tracking.comment"),
                       .input = design::Input::Area,
                       .help = t("orders.tracking.comment_help"),
                       .optional = true,
                       .rows = 3},
                      t) +
        design::button_row(
            {design::button(
                 {.word = t("orders.tracking.approve"), .icon = "check", .name = "answer", .value = "yes"}),
             design::button({.word = t("orders.tracking.change"),
                             .icon = "rotate-ccw",
                             .look = design::Look::Outline,
                             .name = "answer",
                             .value = "no"})});
    return design::card({.title = t("orders.tracking.prototype"),
                         .body = design::photo_grid({{.picture = picture,
                                                      .alt = one.picture.description,
                                                      .caption = one.picture.description,
                                                      .to = picture.with("taille", "full")}}) +
                                 paragraphs(one.question) +
                                 design::sending(Url("/suivi") / token / "prototype", fields),
                         .id = "prototype"});
}

Markup thanks_card(const Sight& sight, const std::string& token, const forms::Form& form,
                   const web::Visit& visit) {
    if (sight.order.state != State::Delivered && sight.order.state != State::Closed) return {};
    const auto& t = visit.words();
    if (sight.thanks)
        return design::card(
            {.title = t("orders.thanks.done"),
             .body = paragraphs(sight.thanks->message) + p({cls("soft"), t("orders.thanks.done_why")})});
    design::Choices choices{.name = "satisfaction", .label = t("orders.thanks.satisfaction"), .choices = {}};
    for (const auto& [word, one] : satisfactions)
        choices.choices.push_back({std::string(word), t("orders.thanks." + std::string(word))});
    auto fields = design::radio_cards(form, choices, t) +
                  design::field(form,
                                {.name = "message",
                                 .label = t("orders.thanks.message"),
                                 .input = design::Input::Area,
                                 .help = t("orders.thanks.message_help"),
                                 .rows = 3},
                                t) +
                  design::button({.word = t("orders.thanks.do"), .icon = "heart"});
    return design::card({.title = t("orders.thanks.title"),
                         .body = design::sending(Url("/suivi") / token / "merci", fields),
                         .id = "merci"});
}

http::Response tracking_page(Room& room, web::Visit& visit, const std::string& token, const Sight& sight,
                             const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Order& order = sight.order;
    const auto team = room.database.read([&](const sql::Reader& db) { return team_names(db, order); });
    auto body = design::heading(
        {.title = order.title,
         .lead = div({cls("line"), design::tag(state_tag(order.state, t)),
                      span({t("orders.tracking.reference", {{"reference", reference_of(order)}})})})});
    body += design::mistakes(form, t);
    body += design::step_list(stages_of(order.state, t), t);
    body += p({t("orders.tracking.state." + std::string(word_of(order.state)),
                 {{"due", order.due ? t.day(*order.due) : ""}})});
    if (!order.reason.empty())
        body += design::notice({.tone = design::Tone::Watch, .sentence = order.reason});
    body += prototype_card(sight, token, form, visit);
    body += thanks_card(sight, token, form, visit);
    Markup talk = conversation(sight, visit, true);
    if (!is_over(order.state))
        talk += design::sending(
            Url("/suivi") / token / "messages",
            design::field(form,
                          {.name = "message",
                           .label = t(order.state == State::Clarifying ? "orders.tracking.answer"
                                                                       : "orders.tracking.write"),
                           .input = design::Input::Area,
                           .rows = 3,
                           .id = "ecrire"},
                          t) +
                design::button({.word = t("orders.conversation.send"),
                                .icon = "send",
                                .look = order.state == State::Clarifying ? design::Look::Strong
                                                                         : design::Look::Outline}));
    body += design::card({.title = t("orders.tracking.conversation"), .body = talk, .id = "messages"});
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("orders.fact.kind"), text(kind_word(order.kind, t))},
        {t("orders.fact.quantity"), text(t.number(std::int64_t{order.quantity}))},
        {t("orders.fact.place"), text(sight.site.name + ", " + sight.site.phone)}};
    if (order.due) facts.emplace_back(t("orders.fact.due"), text(t.day(*order.due)));
    if (!team.empty()) facts.emplace_back(t("orders.note.made_by"), text(t.list(team)));
    std::vector<design::Photo> photos;
    for (const Picture& picture : sight.pictures) {
        const Url at = Url("/suivi") / token / "images" / picture.file;
        photos.push_back({.picture = at, .alt = {}, .caption = picture.description});
    }
    body += design::card({.title = t("orders.tracking.request"),
                          .body = paragraphs(order.need) + design::definitions(facts) +
                                  (photos.empty() ? Markup() : design::photo_grid(photos))});
    if (sight.delivery && room.printer.is_available())
        body += design::link_button(
            {.word = t("orders.note.pdf"), .icon = "file-down", .look = design::Look::Outline},
            Url("/suivi") / token / "bon.pdf");
    if (may(order.state, Step::Cancel, Requester))
        body +=
            details({summary({t("orders.tracking.cancel")}), p({t("orders.tracking.cancel_why")}),
                     design::act_button(
                         Url("/suivi") / token / "annulation",
                         {.word = t("orders.tracking.cancel"), .icon = "x", .look = design::Look::Danger})});
    if (order.state == State::Delivered || order.state == State::Closed || order.state == State::Declined)
        body += design::link_button(
            {.word = t("orders.tracking.again"), .icon = "repeat", .look = design::Look::Soft},
            Url("/commander"));
    return design::page(
        visit,
        {.title = design::form_title(form, order.title, t), .body = body, .status = status, .wide = true});
}

std::optional<Sight> sight_behind(Room& room, const web::Visit& visit, const std::string& token) {
    return room.database.read(
        [&](const sql::Reader& db) { return room.orders.behind(db, token, visit.now()); });
}

http::Response answered(web::Visit& visit, const Result<Done>& done, const std::string& token,
                        std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), Url("/suivi") / token);
    visit.say(said);
    return http::see_other(Url("/suivi") / token);
}

}  // namespace

http::Response tracking(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    return sight ? tracking_page(room, visit, token, *sight, {}) : no_such_link(room, visit, token);
}

http::Response tracking_write(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    forms::Form form(visit);
    const auto message = form.paragraph("message", {.most = 3000, .missing = "orders.problem.message"});
    if (!form.is_good()) return tracking_page(room, visit, token, *sight, form, 422);
    const auto act = as_requester(visit, sight->order);
    // While a question waits, what they write answers it.
    const auto done = sight->order.state == State::Clarifying
                          ? room.orders.answer(act, sight->order.id, message)
                          : room.orders.write(act, sight->order.id, message);
    return answered(visit, done, token, "orders.said.message");
}

http::Response tracking_judge(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    forms::Form form(visit);
    const auto comment = form.paragraph("comment", {.need = forms::Need::Maybe, .most = 1000});
    const bool approved = form.typed("answer") == "yes";
    if (!approved && comment.empty()) form.refuse("comment", {"orders.problem.what_to_change"});
    if (!form.is_good()) return tracking_page(room, visit, token, *sight, form, 422);
    return answered(
        visit,
        room.orders.judge_prototype(as_requester(visit, sight->order), sight->order.id, approved, comment),
        token, "orders.said.judged");
}

http::Response tracking_cancel(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    return answered(visit,
                    room.orders.cancel(as_requester(visit, sight->order), sight->order.id, "", visit.today()),
                    token, "orders.said.cancelled");
}

http::Response tracking_thank(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    forms::Form form(visit);
    const auto satisfaction = form.choice<Satisfaction>("satisfaction", satisfactions);
    const auto message = form.paragraph("message", {.most = 1000, .missing = "orders.problem.thanks"});
    if (!form.is_good()) return tracking_page(room, visit, token, *sight, form, 422);
    return answered(
        visit, room.orders.thank(as_requester(visit, sight->order), sight->order.id, *satisfaction, message),
        token, "orders.said.thanked");
}

http::Response tracking_picture(Room& room, web::Visit& visit, std::string token, files::FileId file) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    bool theirs = false;
    for (const Picture& one : sight->pictures) theirs = theirs || one.file == file;
    for (const Prototype& one : sight->prototypes) theirs = theirs || one.picture.file == file;
    const auto found =
        theirs ? room.database.read([&](const sql::Reader& db) { return room.cabinet.find(db, file); })
               : std::nullopt;
    if (!found) return design::refused(visit, {"orders.not_there"}, Url("/suivi") / token);
    return room.cabinet.serve(
        *found, visit.request().query.get("taille") == "full" ? files::Size::Full : files::Size::Card);
}

http::Response tracking_note(Room& room, web::Visit& visit, std::string token) {
    const auto sight = sight_behind(room, visit, token);
    if (!sight) return no_such_link(room, visit, token);
    if (!sight->delivery) return design::refused(visit, {"orders.not_there"}, Url("/suivi") / token);
    const auto team = room.database.read([&](const sql::Reader& db) { return team_names(db, sight->order); });
    const auto bytes = delivery_note_bytes(room, *sight, team, visit);
    if (!bytes) return design::refused(visit, {"orders.no_pdf"}, Url("/suivi") / token);
    return http::download(*bytes, "application/pdf", "bon-" + reference_of(sight->order) + ".pdf");
}

}  // namespace fabnum::orders
