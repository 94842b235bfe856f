// GET /commandes/{}: one order, what comes next and who does it, the exchange with the requester, its
// history.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"

namespace fabnum::orders {

using namespace html;

namespace {

struct Facts {
    std::optional<Sight> sight;
    std::optional<projects::Glance> mission;
    std::vector<journal::Line> history;
    std::map<PersonId, people::Face> faces;
    unsigned as = 0;
};

// What may be done now, most urgent first; one Strong button at most.
Markup next_actions(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Order& order = facts.sight->order;
    const Url here = url_of(order.id);
    const auto can = [&](Step step) { return may(order.state, step, facts.as); };
    std::vector<Markup> actions;
    const auto go = [&](std::string_view key, std::string_view icon, const Url& to) {
        actions.push_back(
            design::link_button({.word = t("orders.do." + std::string(key)),
                                 .icon = icon,
                                 .look = actions.empty() ? design::Look::Strong : design::Look::Outline},
                                to));
    };
    const auto act = [&](std::string_view key, std::string_view icon, const Url& to) {
        actions.push_back(
            design::act_button(to, {.word = t("orders.do." + std::string(key)),
                                    .icon = icon,
                                    .look = actions.empty() ? design::Look::Strong : design::Look::Outline}));
    };
    if (can(Step::Accept)) go("study", "clipboard-check", here / "etude");
    if (can(Step::Start)) go("team", "users", here / "equipe");
    if (can(Step::Deliver)) go("deliver", "truck", here / "livraison");
    if (can(Step::Approve)) go("judge", "eye", (here / "prototype"));
    if (order.project) go("mission", "hammer", Url("/missions") / order.project);
    if (can(Step::ShowPrototype)) go("prototype", "camera", here / "prototype");
    if (can(Step::Finish)) act("finish", "package-check", here / "fin");
    if (can(Step::ResumeMaking)) act("resume", "circle-play", here / "reprise");
    if (can(Step::Close)) act("close", "folder-open", here / "cloture");
    if (order.state == State::Delivered || order.state == State::Closed)
        go("note", "file-text", here / "bon");
    if (can(Step::Reopen)) act("reopen", "rotate-ccw", here / "reouverture");
    if (can(Step::Cancel) || can(Step::Suspend))
        actions.push_back(design::link_button(
            {.word = t("orders.do.ending"), .icon = "pause", .look = design::Look::Bare}, here / "arret"));
    if (actions.empty()) return {};
    Markup row;
    for (auto& one : actions) row += one;
    return div({cls("button-row"), row});
}

Markup request_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Order& order = sight.order;
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("orders.fact.kind"), text(kind_word(order.kind, t))},
        {t("orders.fact.quantity"), text(t.number(std::int64_t{order.quantity}))},
        {t("orders.fact.wanted"), text(order.wanted ? t.day(*order.wanted) : t("orders.fact.no_wanted"))},
        {t("orders.fact.beneficiaries"), text(order.beneficiaries)}};
    if (order.due) facts.emplace_back(t("orders.fact.due"), text(t.day(*order.due)));
    Markup body = paragraphs(order.need) + design::definitions(facts);
    std::vector<design::Photo> photos;
    for (const Picture& picture : sight.pictures)
        photos.push_back({.picture = (url_of(order.id) / "images" / picture.file).with("taille", "card"),
                          .alt = picture.description,
                          .caption = picture.description,
                          .to = url_of(order.id) / "images" / picture.file});
    if (!photos.empty()) body += design::photo_grid(photos);
    return design::card({.title = t("orders.show.need"), .body = body});
}

Markup requester_card(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("orders.fact.organisation"), text(sight.organisation.name)},
        {t("orders.fact.contact"), text(sight.contact.name)}};
    // How to reach the requester is for those who answer them.
    if (is_staff(visit.actor())) {
        if (sight.contact.mail)
            if (const auto to = Url::mail(*sight.contact.mail))
                facts.emplace_back(t("orders.fact.mail"), a({href(*to), *sight.contact.mail}));
        if (sight.contact.phone)
            if (const auto to = Url::phone(*sight.contact.phone))
                facts.emplace_back(t("orders.fact.phone"), a({href(*to), *sight.contact.phone}));
    }
    return design::card({.title = t("orders.show.requester"), .body = design::definitions(facts)});
}

Markup mission_card(const Facts& facts, const web::Visit& visit) {
    if (!facts.mission) return {};
    const auto& t = visit.words();
    Markup team;
    for (const auto& member : facts.mission->team) {
        const std::string role = member.turn == projects::Turn::Member
                                     ? ""
                                     : t("projects.turn." + std::string(projects::word_of(member.turn)));
        team += design::person_line({member.face.id.value, people::short_name(member.face)}, role);
    }
    const auto& steps = facts.mission->steps;
    const int done = projects::steps_done(steps);
    auto body =
        div({cls("stack"), team}) +
        design::gauge({.share = steps.empty() ? 0.0 : done / static_cast<double>(steps.size()),
                       .mark = {},
                       .tone = design::Tone::Good,
                       .label = t("orders.show.steps_done", {{"done", done}, {"all", steps.size()}})}) +
        p({t("orders.show.steps_done", {{"done", done}, {"all", steps.size()}})});
    return design::card(
        {.title = t("orders.show.mission"),
         .action = design::Link{t("orders.do.mission"), Url("/missions") / facts.mission->project.id},
         .body = body});
}

Markup materials_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Sight& sight = *facts.sight;
    const Order& order = sight.order;
    const bool open = (facts.as & (Staff | Lead | Referent)) != 0 && !is_over(order.state) &&
                      order.state != State::Delivered;
    Markup body;
    if (is_staff(visit.actor()) && order.estimate)
        body += p({t("orders.materials.against",
                     {{"estimate", t.money(*order.estimate)}, {"cap", t.money(sight.site.material_cap)}})});
    if (sight.materials.empty()) {
        body += p({cls("soft"), t("orders.materials.none")});
    } else {
        design::Table table{.caption = t("orders.materials.title"),
                            .columns = {{.word = t("orders.materials.what")},
                                        {.word = t("orders.materials.quantity")},
                                        {.word = t("orders.materials.cost"), .number = true},
                                        {.word = t("orders.materials.remove"), .quiet = true}},
                            .rows = {}};
        for (const Material& one : sight.materials)
            table.rows.push_back(
                {text(one.what), text(one.quantity), text(t.money(one.cost)),
                 open ? design::sending(url_of(order.id) / "materiaux" / one.id / "fin",
                                        design::icon_button({.word = t("orders.materials.remove"),
                                                             .icon = "trash-2",
                                                             .look = design::Look::Bare,
                                                             .size = design::Size::Small,
                                                             .label = t("orders.materials.remove_label",
                                                                        {{"what", one.what}})}))
                      : Markup()});
        body += design::table(table, t) +
                p({strong({t("orders.materials.sum", {{"sum", t.money(sight.material_cost())}})})});
    }
    if (open) {
        forms::Form form;
        auto fields = design::field(form, {.name = "what", .label = t("orders.materials.what")}, t) +
                      design::field(form,
                                    {.name = "quantity",
                                     .label = t("orders.materials.quantity"),
                                     .help = t("orders.materials.quantity_help"),
                                     .narrow = true},
                                    t) +
                      design::field(form,
                                    {.name = "cost",
                                     .label = t("orders.materials.cost"),
                                     .input = design::Input::Money,
                                     .narrow = true},
                                    t) +
                      design::button(
                          {.word = t("orders.materials.add"), .icon = "plus", .look = design::Look::Outline});
        body += details(
            {summary({t("orders.materials.add")}), design::sending(url_of(order.id) / "materiaux", fields)});
    }
    return design::card({.title = t("orders.materials.title"), .body = body, .id = "materiaux"});
}

Markup conversation_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Order& order = facts.sight->order;
    Markup body = conversation(*facts.sight, visit, false);
    const bool writes = (facts.as & (Staff | Referent)) != 0 && !is_over(order.state);
    if (writes && may(order.state, Step::Answer, facts.as)) {
        forms::Form form;
        body += details({summary({t("orders.conversation.answered_here")}),
                         design::sending(url_of(order.id) / "reponse",
                                         design::field(form,
                                                       {.name = "answer",
                                                        .label = t("orders.conversation.their_answer"),
                                                        .input = design::Input::Area,
                                                        .rows = 3},
                                                       t) +
                                             design::button({.word = t("orders.conversation.keep_answer"),
                                                             .icon = "check",
                                                             .look = design::Look::Outline}))});
    }
    if (writes) {
        forms::Form form;
        body += design::sending(
            url_of(order.id) / "messages",
            design::field(form,
                          {.name = "message",
                           .label = t("orders.conversation.write"),
                           .input = design::Input::Area,
                           .help = t("orders.conversation.write_help"),
                           .rows = 3},
                          t) +
                design::button(
                    {.word = t("orders.conversation.send"), .icon = "send", .look = design::Look::Outline}));
    } else if (facts.as == Lead) {
        body += p({cls("soft"), t("orders.referent_writes")});
    }
    return design::card({.title = t("orders.conversation.title"), .body = body, .id = "messages"});
}

Markup history_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    for (auto line = facts.history.rbegin(); line != facts.history.rend(); ++line) {
        const auto face = facts.faces.find(line->actor);
        const std::string who = face != facts.faces.end()
                                    ? people::short_name(face->second)
                                    : t("people.role." + std::string(fabnum::word_of(line->role)));
        moments.push_back({.when = design::When::Past,
                           .time = t.short_day(clock::day_in(visit.visitor().zone, line->at)),
                           .title = t("journal." + line->action),
                           .detail = who});
    }
    return design::card({.title = t("orders.show.history"), .body = design::timeline(moments)});
}

Markup reason_notice(const Order& order, const i18n::Words& t) {
    if (order.reason.empty()) return {};
    return design::notice(
        {.tone = design::Tone::Watch, .title = state_word(order.state, t), .sentence = order.reason});
}

}  // namespace

http::Response show(Room& room, web::Visit& visit, OrderId id) {
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.sight = room.orders.visible_to(db, visit.actor(), id);
        if (!found.sight) return found;
        const Order& order = found.sight->order;
        found.as = room.orders.doers(db, visit.actor(), order);
        if (order.project) {
            auto missions = projects::glances(db, {order.project});
            if (!missions.empty()) found.mission = std::move(missions.begin()->second);
        }
        if (is_staff(visit.actor())) found.history = journal::history_of(db, "order", id.value);
        std::vector<PersonId> ids;
        for (const auto& line : found.history)
            if (line.actor) ids.push_back(line.actor);
        found.faces = people::faces(db, ids);
        return found;
    });
    if (!facts.sight) return design::refused(visit, {"orders.not_there"}, Url("/"));
    const auto& t = visit.words();
    const Order& order = facts.sight->order;
    const Markup lead =
        div({cls("line"), design::tag(state_tag(order.state, t)),
             order.due && !is_over(order.state) ? design::tag(late_tag(order, visit.today(), t)) : Markup(),
             span({reference_of(order) + ", " + facts.sight->organisation.name})});
    const bool staff = is_staff(visit.actor());
    auto body =
        design::heading({.title = order.title,
                         .lead = lead,
                         .above = staff ? design::breadcrumb({{t("orders.list.title"), Url("/commandes")}},
                                                             reference_of(order), t)
                                        : design::back_link({t("design.way.today"), Url("/aujourdhui")})});
    body += reason_notice(order, t);
    body += staff ? design::stepper(stages_of(order.state, t), t)
                  : design::step_list(stages_of(order.state, t), t);
    body += next_actions(facts, visit);
    const Markup wide = request_card(*facts.sight, visit) + conversation_card(facts, visit);
    const Markup narrow = mission_card(facts, visit) + requester_card(*facts.sight, visit) +
                          materials_card(facts, visit) + (staff ? history_card(facts, visit) : Markup());
    body += design::columns(design::stack({wide}), design::stack({narrow}));
    return design::page(visit, {.title = order.title, .body = body, .here = staff ? "orders" : "missions"});
}

http::Response picture(Room& room, web::Visit& visit, OrderId id, files::FileId file) {
    const auto found = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto sight = room.orders.visible_to(db, visit.actor(), id);
        if (!sight) return std::nullopt;
        bool theirs = sight->delivery && sight->delivery->signature == file;
        for (const Picture& one : sight->pictures) theirs = theirs || one.file == file;
        for (const Prototype& one : sight->prototypes) theirs = theirs || one.picture.file == file;
        return theirs ? room.cabinet.find(db, file) : std::nullopt;
    });
    if (!found) return design::refused(visit, {"orders.not_there"}, url_of(id));
    return room.cabinet.serve(
        *found, visit.request().query.get("taille") == "card" ? files::Size::Card : files::Size::Full);
}

http::Response of_mission(Room& room, web::Visit& visit, projects::ProjectId id) {
    const auto order =
        room.database.read([&](const sql::Reader& db) { return room.orders.of_project(db, id); });
    if (!order) return design::refused(visit, {"orders.not_there"}, Url("/"));
    return http::see_other(url_of(order->id));
}

}  // namespace fabnum::orders
