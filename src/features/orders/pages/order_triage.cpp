// GET /commandes/{}/etude: is it possible? Five questions, the cost of the materials, then yes, no, or a
// question.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

constexpr std::string_view asked[] = {"public_interest", "nobodys_job", "machines", "safe_for_minors",
                                      "delay"};

// "12,50", as a person would type it.
std::string typed_amount(Money money) {
    const auto cents = money.cents % 100;
    return std::to_string(money.cents / 100) +
           (cents == 0 ? "" : (cents < 10 ? ",0" : ",") + std::to_string(cents));
}

Markup study_card(const Sight& sight, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup fields;
    for (const std::string_view name : asked) {
        const std::string key = "orders.triage." + std::string(name);
        fields += design::radio_cards(form,
                                      {.name = std::string(name),
                                       .label = t(key),
                                       .choices = {{"yes", t("orders.triage.yes")},
                                                   {"no", t("orders.triage.no")},
                                                   {"unsure", t("orders.triage.unsure")}},
                                       .help = t(key + "_help")},
                                      t);
    }
    fields +=
        design::field(form,
                      {.name = "estimate",
                       .label = t("orders.triage.estimate"),
                       .input = design::Input::Money,
                       .help = t("orders.triage.estimate_help", {{"cap", t.money(sight.site.material_cap)}}),
                       .narrow = true},
                      t);
    fields += design::button({.word = t("orders.triage.keep"), .icon = "check"});
    return design::card({.title = t("orders.triage.title"),
                         .body = design::sending(url_of(sight.order.id) / "etude", fields)});
}

Markup verdict_cards(const Sight& sight, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Url here = url_of(sight.order.id);
    const auto against =
        objections(sight.triage, sight.order.estimate, sight.site.material_cap, visit.actor().role);
    Markup accept;
    if (against.empty()) {
        accept = design::sending(here / "acceptation",
                                 design::field(form,
                                               {.name = "due",
                                                .label = t("orders.acceptance.due"),
                                                .input = design::Input::Day,
                                                .help = t("orders.acceptance.due_help")},
                                               t) +
                                     design::field(form,
                                                   {.name = "message",
                                                    .label = t("orders.acceptance.message"),
                                                    .input = design::Input::Area,
                                                    .optional = true,
                                                    .rows = 3},
                                                   t) +
                                     design::button({.word = t("orders.acceptance.do"), .icon = "check"}));
    } else {
        Markup list;
        for (const Refusal& one : against) list += li({t(one)});
        accept = p({t("orders.acceptance.not_yet")}) + ul({list});
    }
    Markup cards = design::card({.title = t("orders.acceptance.title"), .body = accept, .id = "acceptation"});
    if (sight.order.state == State::Received)
        cards += design::card(
            {.title = t("orders.ask.title"),
             .body = design::sending(here / "question", design::field(form,
                                                                      {.name = "question",
                                                                       .label = t("orders.ask.label"),
                                                                       .input = design::Input::Area,
                                                                       .help = t("orders.ask.help"),
                                                                       .rows = 3},
                                                                      t) +
                                                            design::button({.word = t("orders.ask.do"),
                                                                            .icon = "send",
                                                                            .look = design::Look::Outline})),
             .id = "question"});
    cards += design::card(
        {.title = t("orders.decline.title"),
         .body = design::sending(here / "refus", design::field(form,
                                                               {.name = "reason",
                                                                .label = t("orders.decline.reason"),
                                                                .input = design::Input::Area,
                                                                .help = t("orders.decline.reason_help"),
                                                                .rows = 3},
                                                               t) +
                                                     design::field(form,
                                                                   {.name = "instead",
                                                                    .label = t("orders.decline.instead"),
                                                                    .help = t("orders.decline.instead_help"),
                                                                    .optional = true},
                                                                   t) +
                                                     design::button({.word = t("orders.decline.do"),
                                                                     .icon = "ban",
                                                                     .look = design::Look::Outline})),
         .id = "refus"});
    return cards;
}

http::Response triage_page(Room& room, web::Visit& visit, OrderId id, forms::Form form, int status = 200) {
    const auto sight = room.database.read(
        [&](const sql::Reader& db) { return room.orders.visible_to(db, visit.actor(), id); });
    if (!sight) return design::refused(visit, {"orders.not_there"}, Url("/commandes"), "orders");
    const auto& t = visit.words();
    if (status == 200 && sight->triage) {
        const Triage& known = *sight->triage;
        const Verdict given[] = {known.public_interest, known.nobodys_job, known.machines,
                                 known.safe_for_minors, known.delay};
        for (std::size_t i = 0; i < std::size(asked); ++i) form.put(asked[i], std::string(word_of(given[i])));
    }
    if (status == 200 && sight->order.estimate) form.put("estimate", typed_amount(*sight->order.estimate));
    if (status == 200 && sight->order.wanted && *sight->order.wanted >= visit.today())
        form.put("due", t.numeric_day(*sight->order.wanted));
    const Order& order = sight->order;
    auto body =
        design::heading({.title = t("orders.triage.heading", {{"title", order.title}}),
                         .lead = p({sight->organisation.name + ". " +
                                    (order.wanted ? t("orders.triage.wanted", {{"day", t.day(*order.wanted)}})
                                                  : t("orders.fact.no_wanted"))}),
                         .above = design::breadcrumb(
                             {{t("orders.list.title"), Url("/commandes")}, {reference_of(order), url_of(id)}},
                             t("orders.triage.title"), t)});
    body += design::mistakes(form, t);
    body += design::notice({.tone = design::Tone::Plain,
                            .title = t("orders.show.need"),
                            .sentence = order.need,
                            .more = p({t("orders.triage.for", {{"quantity", order.quantity},
                                                               {"beneficiaries", order.beneficiaries}})})});
    body +=
        design::columns(study_card(*sight, form, visit), design::stack({verdict_cards(*sight, form, visit)}));
    return design::page(visit, {.title = design::form_title(form, t("orders.triage.title"), t),
                                .body = body,
                                .here = "orders",
                                .status = status});
}

}  // namespace

http::Response triage(Room& room, web::Visit& visit, OrderId id) {
    return triage_page(room, visit, id, {});
}

http::Response triage_keep(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto verdict = [&](std::string_view name) {
        return form.choice<Verdict>(name, verdicts).value_or(Verdict::Unsure);
    };
    const Triage triage{.public_interest = verdict("public_interest"),
                        .nobodys_job = verdict("nobodys_job"),
                        .machines = verdict("machines"),
                        .safe_for_minors = verdict("safe_for_minors"),
                        .delay = verdict("delay")};
    const auto estimate = form.money("estimate");
    if (!form.is_good()) return triage_page(room, visit, id, form, 422);
    const auto done = room.orders.study(visit.act(), id, triage, estimate);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.studied");
    return http::see_other((url_of(id) / "etude").at("acceptation"));
}

http::Response acceptance(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto due = form.day("due");
    const auto message = form.paragraph("message", {.need = forms::Need::Maybe, .most = 2000});
    if (due && *due < visit.today()) form.refuse("due", {"orders.due_past"});
    if (!form.is_good()) return triage_page(room, visit, id, form, 422);
    const auto done = room.orders.accept(visit.act(), id, *due, message);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.accepted");
    return http::see_other(url_of(id));
}

http::Response refusal(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto reason =
        form.paragraph("reason", {.least = 5, .most = 1000, .missing = "orders.problem.reason"});
    const auto instead = form.text("instead", {.need = forms::Need::Maybe, .most = 500});
    if (!form.is_good()) return triage_page(room, visit, id, form, 422);
    const auto done = room.orders.decline(visit.act(), id, reason, instead);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.declined");
    return http::see_other(url_of(id));
}

http::Response ask(Room& room, web::Visit& visit, OrderId id) {
    forms::Form form(visit);
    const auto question = form.paragraph("question", {.most = 2000, .missing = "orders.problem.question"});
    if (!form.is_good()) return triage_page(room, visit, id, form, 422);
    const auto done = room.orders.ask(visit.act(), id, question);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "orders");
    visit.say("orders.said.asked");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::orders
