// GET /commandes/{}/bon and bon.pdf: the delivery note, on screen, on paper, as a file.

#include "features/orders/pages/delivery_note.h"

#include <fstream>
#include <iterator>

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"
#include "platform/assets/assets.h"

namespace fabnum::orders {

using namespace html;

namespace {

// The file's bytes under a name that the printed page uses as its address.
std::optional<pdf::Attachment> signature_file(Room& room, const Sight& sight) {
    if (!sight.delivery || !sight.delivery->signature) return std::nullopt;
    const auto file = room.database.read(
        [&](const sql::Reader& db) { return room.cabinet.find(db, sight.delivery->signature); });
    if (!file) return std::nullopt;
    std::ifstream in(room.cabinet.path_of(*file), std::ios::binary);
    return pdf::Attachment{"signature", file->type, {std::istreambuf_iterator<char>(in), {}}};
}

}  // namespace

std::vector<std::string> team_names(const sql::Reader& db, const Order& order) {
    std::vector<std::string> names;
    if (!order.project) return names;
    const auto missions = projects::glances(db, {order.project});
    if (missions.empty()) return names;
    for (const auto& member : missions.begin()->second.team) names.push_back(member.face.given_name);
    return names;
}

Markup delivery_note_body(const Sight& sight, const std::vector<std::string>& team,
                          const std::optional<Url>& signature, const web::Visit& visit, bool in_page) {
    const auto& t = visit.words();
    const Order& order = sight.order;
    const Value value = sight.delivery ? sight.delivery->value : Value{};
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("orders.fact.organisation"), text(sight.organisation.name)},
        {t("orders.fact.contact"), text(sight.contact.name)},
        {t("orders.fact.kind"), text(kind_word(order.kind, t))},
        {t("orders.fact.quantity"), text(t.number(std::int64_t{order.quantity}))},
        {t("orders.note.made_by"), text(team.empty() ? "–" : t.list(team))},
        {t("orders.note.hours"), text(t("orders.note.hours_worth", {{"hours", t.duration(value.minutes)},
                                                                    {"money", t.money(value.hours)}}))},
        {t("orders.note.materials"), text(t.money(value.materials))},
        {t("orders.note.value"), strong({t("orders.note.free", {{"money", t.money(value.total)}})})}};
    Markup body = header({cls("note-head"),
                          div({p({strong({"Fab’Num"})}), p({sight.site.name}), p({sight.site.address}),
                               p({sight.site.phone})}),
                          div({p({t("orders.note.reference", {{"reference", reference_of(order)}})}),
                               p({sight.delivery ? t.day_with_year(sight.delivery->on) : ""})})});
    if (!in_page) body += h1({t("orders.note.title")});
    body += in_page ? h3({order.title}) : h2({order.title});
    body += paragraphs(order.need);
    body += design::definitions(facts);
    if (sight.delivery) {
        body += section(
            {cls("note-signature"),
             in_page ? h3({t("orders.note.received")}) : h2({t("orders.note.received")}),
             p({t("orders.note.received_by", {{"name", sight.delivery->received_by},
                                              {"place", sight.delivery->place},
                                              {"day", t.day_with_year(sight.delivery->on)}})}),
             signature
                 ? img({src(*signature),
                        attr("alt", t("orders.note.signature_of", {{"name", sight.delivery->received_by}})),
                        attr("width", 320)})
                 : div({cls("note-box"), p({t("orders.note.sign_here")})})});
    }
    return article({cls("note"), body});
}

std::optional<std::string> delivery_note_bytes(Room& room, const Sight& sight,
                                               const std::vector<std::string>& team,
                                               const web::Visit& visit) {
    std::vector<pdf::Attachment> parts;
    std::optional<Url> signature;
    if (auto file = signature_file(room, sight)) {
        parts.push_back(std::move(*file));
        signature = Url("/signature");
    }
    const Document page{.language = std::string(i18n::tag_of(visit.words().voice().language)),
                        .title = visit.words()("orders.note.title") + " " + reference_of(sight.order),
                        .body_class = "print-page",
                        .styles = {assets::url_of("assets/app.css")},
                        .body = delivery_note_body(sight, team, signature, visit)};
    return room.printer.print(html::print(page), parts);
}

http::Response delivery_note(Room& room, web::Visit& visit, OrderId id) {
    std::vector<std::string> team;
    const auto sight = room.database.read([&](const sql::Reader& db) {
        auto found = room.orders.visible_to(db, visit.actor(), id);
        if (found) team = team_names(db, found->order);
        return found;
    });
    if (!sight || !sight->delivery) return design::refused(visit, {"orders.not_there"}, url_of(id));
    const auto& t = visit.words();
    std::optional<Url> signature;
    if (sight->delivery->signature) signature = url_of(id) / "images" / sight->delivery->signature;
    auto body = design::heading(
        {.title = t("orders.note.title"), .above = design::back_link({sight->order.title, url_of(id)})});
    if (room.printer.is_available())
        body += design::button_row({design::link_button({.word = t("orders.note.pdf"), .icon = "file-down"},
                                                        url_of(id) / "bon.pdf")});
    body += design::card({.title = t("orders.note.title"),
                          .body = delivery_note_body(*sight, team, signature, visit, true),
                          .quiet = true});
    return design::page(visit, {.title = t("orders.note.title"),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "orders" : "missions"});
}

http::Response delivery_note_pdf(Room& room, web::Visit& visit, OrderId id) {
    std::vector<std::string> team;
    const auto sight = room.database.read([&](const sql::Reader& db) {
        auto found = room.orders.visible_to(db, visit.actor(), id);
        if (found) team = team_names(db, found->order);
        return found;
    });
    if (!sight || !sight->delivery) return design::refused(visit, {"orders.not_there"}, url_of(id));
    const auto bytes = delivery_note_bytes(room, *sight, team, visit);
    if (!bytes) return design::refused(visit, {"orders.no_pdf"}, url_of(id) / "bon");
    return http::download(*bytes, "application/pdf", "bon-" + reference_of(sight->order) + ".pdf");
}

}  // namespace fabnum::orders
