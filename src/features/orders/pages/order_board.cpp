// GET /commandes/tableau: the orders by stage, with their teams. Each card leads to its order.

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

struct Lane {
    std::string_view key;
    design::Tone tone;
    std::vector<State> states;
};

const Lane lanes[] = {{"received", design::Tone::Plain, {State::Received, State::Clarifying}},
                      {"accepted", design::Tone::Info, {State::Accepted, State::Suspended}},
                      {"making", design::Tone::Progress, {State::Making, State::Approving}},
                      {"ready", design::Tone::Watch, {State::Ready}},
                      {"delivered", design::Tone::Good, {State::Delivered}}};
constexpr int cards_most = 20;

design::BoardCard card_of(const Row& row, const std::map<projects::ProjectId, projects::Glance>& missions,
                          const web::Visit& visit) {
    const auto& t = visit.words();
    design::BoardCard card{.id = "commande-" + std::to_string(row.order.id.value),
                           .title = row.order.title,
                           .to = url_of(row.order.id),
                           .detail = row.organisation};
    if (const auto mission = missions.find(row.order.project); mission != missions.end())
        for (const auto& member : mission->second.team)
            card.people.push_back({member.face.id.value, people::short_name(member.face)});
    card.late = is_late(row.order, visit.today());
    switch (row.order.state) {
        case State::Received: card.note = t("orders.board.to_study"); break;
        case State::Clarifying: card.note = t("orders.board.waits_answer"); break;
        case State::Approving: card.note = t("orders.board.waits_approval"); break;
        case State::Suspended: card.note = state_word(State::Suspended, t); break;
        case State::Delivered:
            card.note = row.order.delivered
                            ? t("orders.board.delivered_on", {{"day", t.short_day(*row.order.delivered)}})
                            : "";
            break;
        default:
            card.note = card.late       ? late_tag(row.order, visit.today(), t).word
                        : row.order.due ? t.short_day(*row.order.due)
                                        : "";
    }
    return card;
}

}  // namespace

http::Response board(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::BoardColumn> columns;
    room.database.read([&](const sql::Reader& db) {
        for (const Lane& lane : lanes) {
            Filter filter{.site = visit.actor().site,
                          .states = lane.states,
                          .kind = {},
                          .words = {},
                          .late = false,
                          .sort = lane.key == "delivered" ? "-received" : "due",
                          .most = cards_most,
                          .skip = 0};
            const auto found = room.orders.list(db, visit.actor(), filter, visit.today());
            std::vector<projects::ProjectId> ids;
            for (const Row& row : found.rows)
                if (row.order.project) ids.push_back(row.order.project);
            const auto missions = projects::glances(db, ids);
            design::BoardColumn column{.key = std::string(lane.key),
                                       .name = t("orders.stage." + std::string(lane.key)),
                                       .tone = lane.tone,
                                       .cards = {}};
            for (const Row& row : found.rows) column.cards.push_back(card_of(row, missions, visit));
            column.more = found.count - static_cast<std::int64_t>(found.rows.size());
            if (column.more > 0) column.all = Url("/commandes").with("etat", word_of(lane.states.front()));
            columns.push_back(std::move(column));
        }
    });
    auto body = design::heading(
        {.title = t("orders.board.title"),
         .aside = design::link_button(
             {.word = t("orders.board.list"), .icon = "list-todo", .look = design::Look::Outline},
             Url("/commandes"))});
    body += h2({cls("for-readers"), t("orders.list.title")}) + design::board(columns, t);
    return design::page(visit, {.title = t("orders.board.title"), .body = body, .here = "board"});
}

}  // namespace fabnum::orders
