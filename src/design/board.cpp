#include "design/board.h"

#include "design/attributes.h"
#include "design/button.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

Markup move_form(const BoardCard& card, const i18n::Words& words) {
    if (!card.move || card.moves.empty()) return {};
    const std::string list_id = card.id + "-to";
    const Markup options = each(card.moves, [](const Choice& to) {
        return option({value(to.value), to.word});
    });
    const std::string opener = words("design.move_card", {{"card", card.title}});
    return details(
        {cls("board-move"), data("menu", ""),
         element("summary",
                 {attr("title", words("design.move")), aria("label", opener), icon("ellipsis-vertical")}),
         html::element("form", {action(*card.move), attr("method", "post"), data("board-form", ""),
                                card.hidden, label({attr("for", list_id), words("design.move_to")}),
                                html::select({cls("control"), id(list_id), name("to"), options}),
                                button({.word = words("design.move"), .size = Size::Small})})});
}

Markup board_card(const BoardCard& card, const i18n::Words& words) {
    const Markup foot =
        div({cls("board-foot"), span({cls("board-note"), card.note}), people_stack(card.people, words, 3)});
    return li({classes({"board-card", card.late ? "board-card-late" : ""}), id(card.id),
               data("card", card.id), b({a({href(card.to), attr("draggable", "false"), card.title})}),
               card.detail.empty() ? Markup() : small({card.detail}), foot, move_form(card, words)});
}

Markup board_column(const BoardColumn& column, const i18n::Words& words) {
    const std::string title_id = "column-" + column.key;
    const auto count = static_cast<std::int64_t>(column.cards.size()) + column.more;
    const Markup cards = each(column.cards, [&](const BoardCard& card) { return board_card(card, words); });
    const Markup more =
        column.more > 0 && column.all
            ? a({cls("board-more"), href(*column.all), words("design.more_cards", {{"count", column.more}})})
            : Markup();
    return section({classes({"board-column", "edge-" + std::string(name_of(column.tone))}),
                    data("column", column.key), aria("labelledby", title_id),
                    h3({id(title_id), column.name, " ", span({count})}),
                    ul({cls("board-cards"), role("list"), cards}), more});
}

}  // namespace

Markup board(const std::vector<BoardColumn>& columns, const i18n::Words& words) {
    return div(
        {data("board", ""), data("moving", words("design.moving")), data("moved", words("design.moved")),
         data("lost", words("design.not_moved")),
         div({cls("board-box"),
              div({cls("board"),
                   each(columns, [&](const BoardColumn& column) { return board_column(column, words); })})}),
         p({cls("board-status"), role("status")})});
}

}  // namespace fabnum::design
