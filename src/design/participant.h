#pragma once

// The large pieces of a young person's pages: what is now, one thing to do, my mission, my week, my skills.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/card.h"
#include "design/picture.h"
#include "design/progress.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

struct NowCard {
    std::string moment;  // "Maintenant"
    std::string title;
    std::vector<std::pair<std::string_view, std::string>> facts;  // icon, words
    html::Markup action = {};                                     // a Large button
};
html::Markup now_card(const NowCard& now);

// A line that confirms: "Tu es pointée depuis 9 h 02".
html::Markup done_line(std::string_view sentence);

struct TodoCard {
    std::string_view icon = "hand";
    std::string title;
    std::string sentence = {};
    html::Markup action = {};
};
html::Markup todo_card(const TodoCard& todo);

struct MissionCard {
    html::Url to;
    Picture picture = Picture::Object;
    std::optional<html::Url> photo = {};  // instead of the picture
    std::string photo_alt = {};
    std::string role = {};  // "Tu es référente"
    std::string title;
    std::string detail = {};
    std::optional<Stepper> steps = {};
    std::string due = {};
};
html::Markup mission_card(const MissionCard& mission, const i18n::Words& words);

struct WeekDay {
    std::string name;  // "Lun"
    When when = When::Next;
    std::string hours;  // "5 h", "–"
    std::string read;   // "Mercredi, 5 heures prévues"
};
struct WeekCard {
    std::string figure;  // "13 h"
    std::string of;      // "sur 24 h"
    html::Markup sentence = {};
    Layers layers;
    std::vector<WeekDay> days = {};
};
html::Markup week_card(const WeekCard& week);

// A skill as a nut: three parts of a ring, filled one after the other.
struct Skill {
    std::string_view icon = "hexagon";
    Tone tone = Tone::Info;
    int parts = 0;  // 0 to 3
    std::string name;
    std::string level;
    std::string news = {};  // "Nouveau"
};
html::Markup skills(const std::vector<Skill>& skills, std::string_view label);

// What someone wrote to you.
struct Message {
    Person from;
    std::string when = {};
    html::Markup body = {};
    html::Markup action = {};
    bool mine = false;
};
html::Markup message(const Message& message);

// Reads the page aloud; shown only where the browser can.
html::Markup listen_button(const i18n::Words& words);

}  // namespace fabnum::design
