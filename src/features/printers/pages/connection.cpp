// GET /machines/{}/imprimante: where a machine answers on the network, and how large a thing it makes.

#include "features/printers/pages/printer_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::printers {

using namespace html;

namespace {

Url url_of(machines::MachineId machine) {
    return Url("/machines") / machine;
}

struct Facts {
    machines::Machine machine;
    std::optional<Printer> printer;
    std::optional<Room3> room;
};

std::optional<Facts> facts_for(Room& room, const web::Visit& visit, machines::MachineId machine) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<Facts> {
        auto sight = machines::find(db, machine);
        if (!sight || !may_register(visit.actor(), sight->machine.site)) return std::nullopt;
        Facts facts{.machine = std::move(sight->machine), .printer = printers::find(db, machine), .room = {}};
        const auto all = rooms(db, facts.machine.site);
        if (const auto known = all.find(machine); known != all.end()) facts.room = known->second;
        return facts;
    });
}

Markup said_last(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Printer& printer = *facts.printer;
    const auto when = [&](const std::optional<Instant>& at) {
        if (!at) return t("printers.never");
        const auto& zone = visit.visitor().zone;
        return t.day_from_today(clock::day_in(zone, *at), visit.today()) + ", " +
               t.time(clock::minutes_in(zone, *at));
    };
    const bool is_away = printer.seen.condition == Condition::Offline;
    const std::string why =
        is_away && t.has(printer.seen.words) ? t(Refusal{printer.seen.words}) : printer.seen.words;
    std::vector<std::pair<std::string, Markup>> lines = {
        {t("printers.fact.condition"),
         text(t("printers.condition." + std::string(word_of(printer.seen.condition))))},
        {t("printers.fact.program"), text(printer.program.empty() ? t("printers.not_met") : printer.program)},
        {t("printers.fact.answered"), text(when(printer.answered_at))}};
    if (!why.empty()) lines.insert(lines.begin() + 1, {t("printers.fact.why"), text(why)});
    return design::card(
        {.title = t("printers.said"),
         .action = design::Link{t("printers.look_again"), url_of(printer.machine) / "imprimante"},
         .body = design::definitions(lines)});
}

Markup line_form(const Facts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Choice> choices;
    for (const auto& [word, kind] : kinds)
        choices.push_back({std::string(word), t("printers.kind." + std::string(word)),
                           t("printers.kind_detail." + std::string(word))});
    auto fields =
        design::radio_cards(form, {.name = "kind", .label = t("printers.field.kind"), .choices = choices},
                            t) +
        design::field(form,
                      {.name = "address",
                       .label = t("printers.field.address"),
                       .help = t("printers.field.address_help")},
                      t) +
        design::field(form,
                      {.name = "user",
                       .label = t("printers.field.user"),
                       .help = t("printers.field.user_help"),
                       .optional = true},
                      t) +
        design::field(form,
                      {.name = "secret",
                       .label = t("printers.field.secret"),
                       .input = design::Input::Password,
                       .help = t(facts.printer ? "printers.field.secret_kept" : "printers.field.secret_help"),
                       .optional = facts.printer.has_value(),
                       .autocomplete = "off"},
                      t) +
        design::button({.word = t("printers.do.keep"), .icon = "check"});
    Markup body = design::sending(url_of(facts.machine.id) / "imprimante", fields);
    if (facts.printer)
        body +=
            design::act_button(url_of(facts.machine.id) / "imprimante" / "fin",
                               {.word = t("printers.do.forget"), .icon = "x", .look = design::Look::Outline});
    return design::card({.title = t("printers.line"), .body = body});
}

Markup room_form(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    constexpr const char* axes[] = {"x", "y", "z"};
    Markup fields;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (facts.room) form.put(axes[axis], std::to_string(static_cast<std::int64_t>((*facts.room)[axis])));
        fields += design::field(form,
                                {.name = axes[axis],
                                 .label = t("printers.field." + std::string(axes[axis])),
                                 .input = design::Input::Number,
                                 .narrow = true,
                                 .unit = "mm"},
                                t);
    }
    fields +=
        design::button({.word = t("printers.do.measure"), .icon = "ruler", .look = design::Look::Outline});
    return design::card(
        {.title = t("printers.room"),
         .body = p({t("printers.room_why")}) + design::sending(url_of(facts.machine.id) / "volume", fields)});
}

http::Response page_for(web::Visit& visit, const Facts& facts, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body =
        design::heading({.title = t("printers.title"),
                         .lead = p({t("printers.lead")}),
                         .above = design::back_link({facts.machine.name, url_of(facts.machine.id)})}) +
        design::mistakes(form, t);
    Markup narrow;
    if (facts.printer) narrow += said_last(facts, visit);
    narrow += room_form(facts, visit);
    body += design::columns(design::stack({line_form(facts, form, visit)}), design::stack({narrow}));
    return design::page(visit, {.title = design::form_title(form, t("printers.title"), t),
                                .body = body,
                                .here = "workshop",
                                .status = status});
}

}  // namespace

http::Response connection(Room& room, web::Visit& visit, machines::MachineId machine) {
    const auto facts = facts_for(room, visit, machine);
    if (!facts) return design::refused(visit, {"printers.not_there"}, Url("/"));
    forms::Form form;
    form.put("kind", std::string(word_of(facts->printer ? facts->printer->kind : Kind::OctoPrint)));
    if (facts->printer) form.put("address", facts->printer->address).put("user", facts->printer->user);
    return page_for(visit, *facts, form);
}

http::Response connection_keep(Room& room, web::Visit& visit, machines::MachineId machine) {
    const auto facts = facts_for(room, visit, machine);
    if (!facts) return design::refused(visit, {"printers.not_there"}, Url("/"));
    forms::Form form(visit);
    Registering one;
    one.machine = machine;
    one.kind = form.choice<Kind>("kind", kinds).value_or(Kind::OctoPrint);
    one.address = form.text("address", {.most = 300, .missing = "outgoing.not_an_address"});
    one.user = form.text("user", {.need = forms::Need::Maybe, .most = 100});
    one.secret = form.text("secret", {.need = forms::Need::Maybe, .most = 200});
    if (!form.is_good()) return page_for(visit, *facts, form, 422);
    const auto done = register_printer(room.database, visit.act(), one, room.key);
    if (!done) {
        form.refuse(done.refusal().key.starts_with("outgoing.") ? "address" : "secret", done.refusal());
        return page_for(visit, *facts, form, 422);
    }
    visit.say("printers.said_kept");
    return http::see_other(url_of(machine) / "imprimante");
}

http::Response connection_end(Room& room, web::Visit& visit, machines::MachineId machine) {
    const auto done = forget(room.database, visit.act(), machine);
    if (!done) return design::refused(visit, done.refusal(), Url("/"));
    visit.say("printers.said_forgotten");
    return http::see_other(url_of(machine) / "imprimante");
}

http::Response room_keep(Room& room, web::Visit& visit, machines::MachineId machine) {
    const auto facts = facts_for(room, visit, machine);
    if (!facts) return design::refused(visit, {"printers.not_there"}, Url("/"));
    forms::Form form(visit);
    Room3 mm{};
    constexpr const char* axes[] = {"x", "y", "z"};
    for (std::size_t axis = 0; axis < 3; ++axis)
        mm[axis] = static_cast<double>(form.number(axes[axis], 1, 10000).value_or(0));
    if (!form.is_good()) return page_for(visit, *facts, form, 422);
    const auto done = set_room(room.database, visit.act(), machine, mm);
    if (!done) return design::refused(visit, done.refusal(), Url("/"));
    visit.say("printers.said_measured");
    return http::see_other(url_of(machine) / "imprimante");
}

}  // namespace fabnum::printers
