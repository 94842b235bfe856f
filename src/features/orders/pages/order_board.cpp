// GET /commandes/tableau: the orders by stage, with their teams. Each card leads to its order.

#include <algorithm>

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

struct Facts {
    std::map<State, Rows> orders;
    std::map<projects::ProjectId, projects::Glance> missions;
};

Facts facts_of(Room& room, const sql::Reader& db, const web::Visit& visit) {
    std::vector<State> states_of_all;
    for (const Lane& lane : lanes)
        states_of_all.insert(states_of_all.end(), lane.states.begin(), lane.states.end());
    Facts facts{.orders = room.orders.by_state(db, visit.actor(), states_of_all, cards_most), .missions = {}};
    std::vector<projects::ProjectId> ids;
    for (const auto& [state, found] : facts.orders)
        for (const Row& row : found.rows)
            if (row.order.project) ids.push_back(row.order.project);
    facts.missions = projects::glances(db, ids);
    return facts;
}

design::BoardColumn column_of(const Lane& lane, const Facts& facts, const web::Visit& visit) {
    design::BoardColumn column{.key = std::string(lane.key),
                               .name = visit.words()("orders.stage." + std::string(lane.key)),
                               .tone = lane.tone,
                               .cards = {}};
    std::vector<const Row*> rows;
    for (const State state : lane.states) {
        const auto found = facts.orders.find(state);
        if (found == facts.orders.end()) continue;
        column.more += found->second.count;
        for (const Row& row : found->second.rows) rows.push_back(&row);
    }
    // Each state comes in its order; together, what is due first, and last what is due no day.
    if (lane.states.size() > 1)
        std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
            const auto& due = a->order.due;
            return due && (!b->order.due || *due < *b->order.due);
        });
    if (rows.size() > cards_most) rows.resize(cards_most);
    for (const Row* row : rows) column.cards.push_back(card_of(*row, facts.missions, visit));
    column.more -= static_cast<std::int64_t>(rows.size());
    if (column.more > 0) column.all = Url("/commandes").with("etat", word_of(lane.states.front()));
    return column;
}

}  // namespace

http::Response board(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = room.database.read([&](const sql::Reader& db) { return facts_of(room, db, visit); });
    std::vector<design::BoardColumn> columns;
    columns.reserve(std::size(lanes));
    for (const Lane& lane : lanes) columns.push_back(column_of(lane, facts, visit));
    auto body = design::heading(
        {.title = t("orders.board.title"),
         .aside = design::link_button(
             {.word = t("orders.board.list"), .icon = "list-todo", .look = design::Look::Outline},
             Url("/commandes"))});
    body += h2({cls("for-readers"), t("orders.list.title")}) + design::board(columns, t);
    return design::page(visit, {.title = t("orders.board.title"), .body = body, .here = "board"});
}

}  // namespace fabnum::orders
