#include "design/components.h"

#include <gtest/gtest.h>

#include "platform/assets/assets.h"

namespace fabnum::design {
namespace {

using testing::AssertionResult;

const i18n::Words french{i18n::Voice{}};
const html::Url somewhere = html::Path("/commandes");
constexpr std::string_view hostile = "<script>alert(\"1\")</script>'";

AssertionResult has(const html::Markup& markup, std::string_view part) {
    if (markup.text().find(part) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "no " << part << " in\n" << markup.text();
}

int count_of(std::string_view part, const html::Markup& markup) {
    int count = 0;
    for (auto at = markup.text().find(part); at != std::string::npos; at = markup.text().find(part, at + 1))
        ++count;
    return count;
}

// Everything a component is given, as someone with bad intentions would write it.
std::vector<html::Markup> hostile_components() {
    const std::string bad(hostile);
    const Person person{1, bad};
    return {
        button({.word = bad, .busy_word = bad, .label = bad, .name = bad, .value = bad}),
        link_button({.word = bad}, somewhere),
        icon_button({.word = bad, .icon = "x"}),
        tag({Tone::Good, bad}),
        person_line(person, bad),
        people_stack({person}, french),
        heads({{person, Presence::Absent, bad, somewhere}}),
        card({.title = bad, .action = Link{bad, somewhere}, .id = bad}),
        decision_row({.person = person, .title = bad, .detail = bad, .tag = Tag{Tone::Alert, bad}}),
        heading({.title = bad}),
        breadcrumb({{bad, somewhere}}, bad, french),
        definitions({{bad, html::text(bad)}}),
        photo_grid({{somewhere, bad, bad}}),
        stepper({{bad, bad}, 1}, french),
        step_list({{bad, bad}, 1}, french),
        timeline({{When::Now, bad, bad, bad, somewhere}}),
        gauge({0.5, {}, Tone::Info, bad}),
        layers({1, 2, bad}),
        toast({bad}),
        notice({Tone::Info, bad, bad}),
        empty_state({"package-open", bad, bad}),
        error_summary({{bad, bad}}, french),
        dialog({bad, bad}, french),
        menu({.word = bad}),
        field({.name = bad, .label = bad, .value = bad, .help = bad, .error = bad, .example = bad}, french),
        field({.name = bad, .label = bad, .input = Input::Area, .value = bad}, french),
        select_field({.name = bad, .label = bad, .choices = {{bad, bad}}, .empty_word = bad}, french),
        radio_cards({.name = bad, .label = bad, .choices = {{bad, bad, bad}}, .error = bad}, french),
        checkbox({.name = bad, .word = bad, .error = bad}),
        table({.caption = bad, .columns = {{.word = bad}}, .rows = {{row_link(bad, somewhere)}}}, french),
        board({{bad,
                bad,
                Tone::Plain,
                {{bad, bad, somewhere, bad, bad, true, {person}, somewhere, {{bad, bad}}}}}},
              french),
        now_card({bad, bad, {{"clock", bad}}}),
        todo_card({"camera", bad, bad}),
        mission_card({.to = somewhere, .role = bad, .title = bad, .detail = bad, .due = bad}, french),
        message({person, bad}),
    };
}

TEST(Components, LetNoTextBecomeMarkup) {
    for (const html::Markup& component : hostile_components()) {
        EXPECT_EQ(component.text().find("<script"), std::string::npos) << component.text();
        EXPECT_EQ(component.text().find("alert(\""), std::string::npos) << component.text();
    }
}

TEST(Components, CarryNoInlineStyleAndNoHandler) {
    for (const html::Markup& component : hostile_components()) {
        EXPECT_EQ(component.text().find(" style="), std::string::npos);
        EXPECT_EQ(component.text().find(" onclick="), std::string::npos);
    }
}

TEST(Button, SaysItsWordAndSendsItsValue) {
    const auto one = button({.word = "Accepter", .icon = "check", .name = "step", .value = "accept"});
    EXPECT_TRUE(has(one, "type=\"submit\""));
    EXPECT_TRUE(has(one, "name=\"step\" value=\"accept\""));
    EXPECT_TRUE(has(one, "<span>Accepter</span>"));
    EXPECT_TRUE(has(one, "#check"));
}

TEST(Button, AloneAsAnIconHasANameForScreenReaders) {
    EXPECT_TRUE(has(icon_button({.word = "Appeler", .icon = "phone"}), "aria-label=\"Appeler\""));
}

TEST(Tag, NeverGoesWithoutAnIcon) {
    for (const Tone tone : {Tone::Plain, Tone::Good, Tone::Watch, Tone::Alert, Tone::Info, Tone::Progress,
                            Tone::Design, Tone::Draft})
        EXPECT_TRUE(has(tag({tone, "Mot"}), "<use href="));
}

TEST(Person, HasTwoLettersEvenWithAccents) {
    EXPECT_EQ(initials_of("Inès B."), "IB");
    EXPECT_EQ(initials_of("Élodie Ça"), "ÉÇ");
    EXPECT_EQ(initials_of("Jean-Luc Petit"), "JL");
    EXPECT_EQ(initials_of("Théo"), "T");
    EXPECT_EQ(initials_of("  "), "");
}

TEST(Person, KeepsTheSameTintOnEachPage) {
    EXPECT_EQ(person_disc({7, "Inès B."}).text(), person_disc({7, "Inès B."}).text());
    EXPECT_TRUE(has(person_disc({0, "?"}), "tint-1"));
    EXPECT_TRUE(has(person_disc({5, "?"}), "tint-6"));
}

TEST(People, PastTheMostSayHowManyMore) {
    const std::vector<Person> six = {{1, "A"}, {2, "B"}, {3, "C"}, {4, "D"}, {5, "E"}, {6, "F"}};
    EXPECT_TRUE(has(people_stack(six, french, 4), "+2"));
    EXPECT_TRUE(has(people_stack(six, french, 4), "A, B, C, D, E et F"));
    EXPECT_TRUE(people_stack({}, french).empty());
}

TEST(Stepper, SaysWhereOneIsInWords) {
    const std::vector<std::string> steps = {"la rencontre", "le dessin", "l’essai"};
    EXPECT_TRUE(has(stepper({steps, 2}, french), "Étape 3 sur 3"));
    EXPECT_TRUE(has(stepper({steps, 2}, french), "l’essai"));
    EXPECT_TRUE(has(stepper({steps, 3}, french), "Les 3 étapes sont finies"));
    EXPECT_EQ(count_of("is-done", stepper({steps, 2}, french)), 2);
}

Gauge at(double share) {
    return {share, {}, Tone::Info, "la moitié"};
}

TEST(Gauge, StaysBetweenNothingAndAll) {
    EXPECT_TRUE(has(gauge(at(0.615)), "width=\"61.5%\""));
    EXPECT_TRUE(has(gauge(at(-1)), "width=\"0%\""));
    EXPECT_EQ(count_of("width=\"100%\"", gauge(at(7))), 2);
    EXPECT_TRUE(has(gauge({0.5, 0.35, Tone::Info, "la moitié"}), "gauge-mark\" x=\"35%\""));
}

TEST(Layers, PrintOneForEachHour) {
    const auto vase = layers({13, 24, "13 heures sur 24"});
    EXPECT_EQ(count_of("layer-done", vase), 12);
    EXPECT_EQ(count_of("layer-here", vase), 1);
    EXPECT_EQ(count_of("layer-next", vase), 11);
    EXPECT_EQ(count_of("layer-done", layers({0, 24, ""})), 0);
    EXPECT_EQ(count_of("layer-next", layers({40, 24, ""})), 0);
}

TEST(Field, TiesItsHelpAndItsErrorToTheControl) {
    const auto one = field({.name = "phone",
                            .label = "Téléphone",
                            .input = Input::Phone,
                            .value = "06",
                            .help = "Portable.",
                            .error = "Il manque un chiffre.",
                            .example = "06 12 34 56 78"},
                           french);
    EXPECT_TRUE(has(one, "<label for=\"field-phone\">"));
    EXPECT_TRUE(has(one, "aria-describedby=\"field-phone-help field-phone-error\""));
    EXPECT_TRUE(has(one, "aria-invalid=\"true\""));
    EXPECT_TRUE(has(one, "06 12 34 56 78"));
}

TEST(Field, KeepsWhatWasTyped) {
    EXPECT_TRUE(has(field({.name = "a", .label = "A", .value = "à & b"}, french), "value=\"à &amp; b\""));
    EXPECT_TRUE(has(field({.name = "a", .label = "A", .input = Input::Area, .value = "\nune ligne"}, french),
                    ">\n\nune ligne</textarea>"));
}

TEST(Field, MayStayEmptyOnlyWhenItSaysSo) {
    EXPECT_TRUE(has(field({.name = "a", .label = "A", .optional = true}, french), "(facultatif)"));
    EXPECT_EQ(count_of("(facultatif)", field({.name = "a", .label = "A"}, french)), 0);
}

TEST(Choices, CheckWhatIsChosenAndLeadTheSummaryToTheFirst) {
    const auto cards = radio_cards(
        {.name = "kind", .label = "Sorte", .choices = {{"a", "A"}, {"b", "B"}}, .chosen = {"b"}}, french);
    EXPECT_TRUE(has(cards, "id=\"field-kind\""));
    EXPECT_TRUE(has(cards, "value=\"b\" checked"));
    EXPECT_EQ(count_of(" checked", cards), 1);
    EXPECT_TRUE(has(error_summary({{"kind", "Choisis."}}, french), "href=\"#field-kind\""));
}

TEST(ErrorSummary, IsNotThereWhenNothingIsWrong) {
    EXPECT_TRUE(error_summary({}, french).empty());
}

TEST(Form, IsSentOnceAndCarriesFilesWhenAsked) {
    EXPECT_TRUE(has(form({.to = somewhere, .files = true}), "enctype=\"multipart/form-data\""));
    EXPECT_TRUE(has(form({.to = somewhere}), "method=\"post\""));
    EXPECT_TRUE(has(form({.to = somewhere}), "data-once"));
    EXPECT_EQ(count_of("data-once", form({.to = somewhere, .get = true})), 0);
}

TEST(Table, NamesItsColumnsAndRows) {
    const auto one = table({.caption = "Commandes",
                            .columns = {{.word = "Titre", .sort = somewhere, .sorted = Sorted::Down},
                                        {.word = "Heures", .number = true}},
                            .rows = {{html::text("Boîtes"), html::text("14")}}},
                           french);
    EXPECT_TRUE(has(one, "<th scope=\"col\" aria-sort=\"descending\">"));
    EXPECT_TRUE(has(one, "<th scope=\"row\">Boîtes</th>"));
    EXPECT_TRUE(has(one, "<td class=\"number\">14</td>"));
}

TEST(Board, GivesEachCardThatMovesAFormAndTheOthersNone) {
    const BoardCard still{.id = "order-1", .title = "Panneau", .to = somewhere};
    const BoardCard moving{
        .id = "order-2", .title = "Boîtes", .to = somewhere, .move = somewhere, .moves = {{"try", "Essai"}}};
    const auto one = board({{"received", "Reçue", Tone::Plain, {still, moving}}}, french);
    EXPECT_EQ(count_of("<form", one), 1);
    EXPECT_TRUE(has(one, "<option value=\"try\">Essai</option>"));
    EXPECT_TRUE(has(one, "role=\"status\""));
}

TEST(Picture, IsLightEnoughToStandInAPage) {
    for (const Picture kind : {Picture::Object, Picture::Sign, Picture::Series, Picture::Media, Picture::Web,
                               Picture::Event, Picture::Repair, Picture::Workshop}) {
        EXPECT_GT(picture(kind).text().size(), 500U);
        EXPECT_LT(picture(kind).text().size(), 9000U);
    }
}

}  // namespace
}  // namespace fabnum::design
