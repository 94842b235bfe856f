#pragma once

// A board: columns are states, cards are things. Each card holds a form that moves it; dragging is the same
// form sent by the mouse. A move that the server refuses puts the card back and says why.
// The answer to a move is the page of the board itself (303 then 200), or a refusal (4xx) whose sentence is
// in an element with role="alert".

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "design/fields.h"
#include "design/person.h"
#include "design/tag.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

struct BoardCard {
    std::string id;  // unique on the page
    std::string title;
    html::Url to;
    std::string detail = {};
    std::string note = {};  // "11 déc.", "2 jours de retard"
    bool late = false;
    std::vector<Person> people = {};
    // How it may move: `move` takes "to" = a column's key. No choice: no form.
    std::optional<html::Url> move = {};
    std::vector<Choice> moves = {};
    html::Markup hidden = {};
};

struct BoardColumn {
    std::string key;
    std::string name;
    Tone tone = Tone::Plain;
    std::vector<BoardCard> cards;
    std::int64_t more = 0;  // cards not shown
    std::optional<html::Url> all = {};
};

html::Markup board(const std::vector<BoardColumn>& columns, const i18n::Words& words);

}  // namespace fabnum::design
