#include "design/shell.h"

#include <gtest/gtest.h>

#include "design/gallery.h"
#include "platform/assets/assets.h"

namespace fabnum::design {
namespace {

const html::Url somewhere = html::Path("/commandes");

Shell sample(i18n::Voice voice = {}) {
    Shell shell{.words = i18n::Words(voice), .title = "Commandes", .body = heading({.title = "Commandes"})};
    shell.nav = {{"house", "Accueil", somewhere}, {"package", "Commandes", somewhere, true, 2}};
    shell.person = Person{1, "Samira D."};
    shell.profile = somewhere;
    shell.search = somewhere;
    shell.help = somewhere;
    return shell;
}

int count_of(std::string_view part, std::string_view page) {
    int count = 0;
    for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) ++count;
    return count;
}

std::vector<std::string> every_shell(const Shell& shell) {
    return {html::print(shell_staff(shell)), html::print(shell_participant(shell)),
            html::print(shell_public(shell)), html::print(shell_public_wide(shell)),
            html::print(shell_kiosk(shell))};
}

TEST(Shell, HasOneMainOneHeadingAndAWayToSkip) {
    for (const std::string& page : every_shell(sample())) {
        EXPECT_EQ(count_of("<main", page), 1);
        EXPECT_EQ(count_of("<h1", page), 1);
        EXPECT_EQ(count_of("href=\"#content\"", page), 1);
        EXPECT_EQ(count_of("id=\"content\"", page), 1);
    }
}

TEST(Shell, AsksOnlyForFilesOfThisBuild) {
    for (const std::string& page : every_shell(sample())) {
        EXPECT_NE(page.find(assets::url_of("assets/app.css").text()), std::string::npos);
        EXPECT_NE(page.find(assets::url_of("assets/text.woff2").text()), std::string::npos);
        EXPECT_EQ(count_of("http://", page) + count_of("https://", page), 0);
        EXPECT_EQ(count_of("<style", page) + count_of(" style=", page), 0);
    }
}

TEST(Shell, SaysWhereOneIsAndWhatWaits) {
    for (const std::string& page :
         {html::print(shell_staff(sample())), html::print(shell_participant(sample()))}) {
        EXPECT_EQ(count_of("aria-current=\"page\"", page), 1);
        EXPECT_EQ(count_of("2 choses à voir", page), 1);
    }
}

TEST(Shell, FollowsTheThemeAndTheComfortOfThePerson) {
    Shell shell = sample();
    EXPECT_EQ(count_of("data-theme", html::print(shell_staff(shell))), 0);
    shell.theme = Theme::Dark;
    shell.comfort = true;
    const std::string page = html::print(shell_staff(shell));
    EXPECT_EQ(count_of("data-theme=\"dark\"", page), 1);
    EXPECT_EQ(count_of("data-comfort=\"yes\"", page), 1);
}

TEST(Shell, SpeaksTheLanguageAndTheToneOfTheReader) {
    EXPECT_EQ(count_of("lang=\"en\"", html::print(shell_public(sample({i18n::Language::English})))), 1);
    EXPECT_EQ(count_of("Parle à quelqu’un",
                       html::print(shell_participant(sample({i18n::Language::French, i18n::Address::Tu})))),
              1);
}

TEST(Gallery, ShowsEveryComponent) {
    const std::string page = gallery(i18n::Words(i18n::Voice{})).text();
    for (const std::string_view name :
         {"button-strong",  "button-outline", "button-soft",     "button-bare",
          "button-danger",  "button-small",   "button-large",    "aria-busy",
          "icon-button",    "menu-list",      "tag tone-good",   "tone-draft",
          "person-large",   "people",         "head-absent",     "head-late",
          "head-excused",   "error-summary",  "aria-invalid",    "choice-on",
          "choice-off",     "choice-plain",   "control-code",    "type=\"file\"",
          "data-signature", "stepper",        "steps",           "timeline",
          "gauge-mark",     "targets",        "stacks",          "toast",
          "toast-alert",    "notice",         "empty",           "skeleton",
          "<dialog",        "rows",           "filters",         "chip",
          "aria-sort",      "pager",          "board-card-late", "board-move",
          "board-more",     "definitions",    "photo",           "hero",
          "done-line",      "todo",           "mission",         "week",
          "skill",          "message-mine",   "data-listen",     "breadcrumb",
          "picture"})
        EXPECT_NE(page.find(name), std::string::npos) << name;
}

TEST(Gallery, HasWordsForEverythingInEachVoice) {
    for (const i18n::Voice voice : {i18n::Voice{}, i18n::Voice{i18n::Language::French, i18n::Address::Tu},
                                    i18n::Voice{i18n::Language::English}})
        EXPECT_EQ(count_of("⟦", gallery(i18n::Words(voice)).text()), 0);
}

TEST(Gallery, DrawsOnlyIconsOfTheSprite) {
    const std::string page = gallery(i18n::Words(i18n::Voice{})).text();
    const std::string_view sprite = assets::find("assets/icons.svg")->bytes;
    const std::string start = assets::url_of("assets/icons.svg").text() + "#";
    for (auto at = page.find(start); at != std::string::npos; at = page.find(start, at + 1)) {
        const auto from = at + start.size();
        const std::string name = page.substr(from, page.find('"', from) - from);
        EXPECT_NE(sprite.find("id=\"" + name + "\""), std::string_view::npos) << name;
    }
}

}  // namespace
}  // namespace fabnum::design
