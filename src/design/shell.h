#pragma once

// The page around the page, one per audience. Each gives a Document, to be printed by html::print.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/card.h"
#include "design/feedback.h"
#include "design/person.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

enum class Theme { Device, Light, Dark };

struct NavEntry {
    std::string_view icon;
    std::string word;
    html::Url to;
    bool current = false;
    std::int64_t count = 0;  // what waits there
};

struct Shell {
    i18n::Words words;
    std::string title;  // of the document; "Erreur : …" on a refused form
    html::Markup body;  // starts with the page's h1
    std::vector<NavEntry> nav = {};
    html::Url home = html::Path("/");
    std::string site = {};         // "Hem"
    std::string site_detail = {};  // "Promo 3, 12 jeunes"
    std::optional<html::Url> site_choice = {};
    std::optional<Person> person = {};
    std::string person_detail = {};  // "Coordinatrice"
    std::optional<html::Url> profile = {};
    std::optional<html::Url> search = {};  // GET ?q=
    std::string searched = {};
    html::Markup actions = {};  // at the right of the search: one Strong button at most, icon links
    std::optional<Toast> toast = {};
    std::vector<Link> footer = {};  // accessibility statement, legal notice
    std::optional<html::Url> help = {};
    Theme theme = Theme::Device;
    bool comfort = false;
    html::Markup head = {};
};

html::Document shell_staff(const Shell& shell);        // side bar, search
html::Document shell_participant(const Shell& shell);  // 480 px, bar of four at the bottom
html::Document shell_public(const Shell& shell);       // requesters, residents, sign-in: one reading column
html::Document shell_public_wide(const Shell& shell);  // the same for pages of cards and photos
html::Document shell_kiosk(const Shell& shell);        // the tablet at the door: large, nothing around

}  // namespace fabnum::design
