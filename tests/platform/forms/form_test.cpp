#include "platform/forms/form.h"

#include <gtest/gtest.h>

#include "platform/clock/clock.h"

namespace fabnum::forms {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;
using OrderId = Id<struct OrderTag>;

// As it was sent on 24 November 2026.
Form sent(const Fields& fields) {
    http::Request request;
    for (const auto& [name, value] : fields) request.form.add(name, value);
    return Form(web::Visit(request, web::Visitor{}, clock::paris(2026, 11, 24)));
}
Form typed(std::string value) {
    return sent({{"field", std::move(value)}});
}

// The problem that a reader notes, as "key name=value", or "".
std::string problem(const Form& form) {
    const Refusal* const why = form.problem_of("field");
    if (!why) return {};
    std::string said = why->key;
    for (const auto& [name, value] : why->facts) said += " " + name + "=" + value;
    return said;
}
template <class Read>
std::string problem_with(std::string value, Read&& read) {
    Form form = typed(std::move(value));
    read(form);
    EXPECT_EQ(form.is_good(), problem(form).empty());
    return problem(form);
}

TEST(Form, ReadsALineOfText) {
    Form form = typed("  Plaques \t de\r\n porte\xC2\xA0 ");
    EXPECT_EQ(form.text("field", {}), "Plaques de porte");
    EXPECT_TRUE(form.is_good());
}

TEST(Form, ReadsAParagraphWithItsLines) {
    Form form = typed("\r\n Des lettres\r\n\r\nen bois,\tpeintes \n");
    EXPECT_EQ(form.paragraph("field", {}), "Des lettres\n\nen bois,\tpeintes");
    EXPECT_TRUE(form.is_good());
}

TEST(Form, MeasuresTextInCharactersNotBytes) {
    const auto of_five = [](Form& form) { (void)form.text("field", {.least = 2, .most = 5}); };
    EXPECT_EQ(problem_with("éèàçù", of_five), "");
    EXPECT_EQ(problem_with("\xF0\x9F\x8E\x89\xF0\x9F\x8E\x89", of_five), "");
    EXPECT_EQ(problem_with("éèàçùê", of_five), "forms.too_long most=5 over=1");
    EXPECT_EQ(problem_with("é", of_five), "forms.too_short least=2");
    EXPECT_EQ(problem_with("  éèàçù  ", of_five), "");
    EXPECT_EQ(problem_with("ab\ncdefgh", [](Form& form) { (void)form.paragraph("field", {.most = 5}); }),
              "forms.too_long most=5 over=4");
}

TEST(Form, AsksForTextThatIsMissing) {
    for (const auto* nothing : {"", "   ", "\r\n", "\xC2\xA0"}) {
        EXPECT_EQ(problem_with(nothing, [](Form& form) { EXPECT_EQ(form.text("field", {}), ""); }),
                  "forms.missing");
        EXPECT_EQ(problem_with(nothing, [](Form& form) { EXPECT_EQ(form.paragraph("field", {}), ""); }),
                  "forms.missing");
        EXPECT_EQ(problem_with(nothing,
                               [](Form& form) { (void)form.text("field", {.missing = "orders.ask.title"}); }),
                  "orders.ask.title");
        EXPECT_EQ(
            problem_with(nothing,
                         [](Form& form) { (void)form.text("field", {.need = Need::Maybe, .least = 3}); }),
            "");
    }
    Form form;
    EXPECT_EQ(form.text("field", {}), "");
    EXPECT_EQ(problem(form), "forms.missing");
}

TEST(Form, RefusesControlCharactersInText) {
    for (const std::string strange : {"a\x01z", "a\x1Bz", "a\x7Fz", "a\bz"}) {
        EXPECT_EQ(problem_with(strange, [](Form& form) { (void)form.text("field", {}); }),
                  "forms.strange_characters");
        EXPECT_EQ(problem_with(strange, [](Form& form) { (void)form.paragraph("field", {}); }),
                  "forms.strange_characters");
    }
    EXPECT_EQ(problem_with("a\vz", [](Form& form) { (void)form.paragraph("field", {}); }),
              "forms.strange_characters");
}

TEST(Form, ReadsADayAsPeopleTypeIt) {
    for (const auto* text : {"24/12/2026", " 24/12 ", "24 déc.", "2026-12-24", "24 décembre 2026"}) {
        Form form = typed(text);
        const auto day = form.day("field");
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(to_iso(*day), "2026-12-24") << text;
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.day("field")); };
    EXPECT_EQ(problem_with("", read), "forms.day_missing");
    for (const auto* text : {"31/02/2026", "bientôt", "24/12/2026 ou après", "0"})
        EXPECT_EQ(problem_with(text, read), "forms.day_unclear") << text;
    EXPECT_EQ(problem_with(" ", [](Form& form) { EXPECT_FALSE(form.day("field", Need::Maybe)); }), "");
    EXPECT_EQ(problem_with("x", [](Form& form) { EXPECT_FALSE(form.day("field", Need::Maybe)); }),
              "forms.day_unclear");
}

TEST(Form, ReadsANumberBetweenTwoBounds) {
    const std::pair<std::string, std::int64_t> good[] = {{"1", 1}, {" 60 ", 60}, {"1 000", 1000}, {"007", 7}};
    for (const auto& [text, number] : good) {
        Form form = typed(text);
        EXPECT_EQ(form.number("field", 1, 1000), number) << text;
        EXPECT_TRUE(form.is_good()) << text;
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.number("field", 1, 1000)); };
    EXPECT_EQ(problem_with("", read), "forms.number_missing example=1");
    for (const auto* text :
         {"0", "1001", "-1", "+1", "1,5", "1.0", "1e2", "0x1", "une", "1x", "99999999999999999999"})
        EXPECT_EQ(problem_with(text, read), "forms.number_unclear least=1 most=1000") << text;
    EXPECT_EQ(problem_with("", [](Form& form) { EXPECT_FALSE(form.number("field", 5, 9, Need::Maybe)); }),
              "");
    EXPECT_EQ(problem_with("4", [](Form& form) { EXPECT_FALSE(form.number("field", 5, 9, Need::Maybe)); }),
              "forms.number_unclear least=5 most=9");
}

TEST(Form, ReadsMoney) {
    for (const auto* text : {"12,50", "12.5 €", " 12,50 € "}) {
        Form form = typed(text);
        EXPECT_EQ(form.money("field"), Money{1250}) << text;
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.money("field")); };
    EXPECT_EQ(problem_with("", read), "forms.money_missing");
    for (const auto* text : {"-1", "cher", "12,505", "12,50,1"})
        EXPECT_EQ(problem_with(text, read), "forms.money_unclear") << text;
    EXPECT_EQ(problem_with("", [](Form& form) { EXPECT_FALSE(form.money("field", Need::Maybe)); }), "");
}

TEST(Form, ReadsADuration) {
    for (const auto* text : {"1h30", "1 h 30", "90", "1:30", "90 min"}) {
        Form form = typed(text);
        EXPECT_EQ(form.minutes("field"), 90) << text;
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.minutes("field")); };
    EXPECT_EQ(problem_with("", read), "forms.minutes_missing");
    for (const auto* text : {"-5", "un peu", "1:75", "1h99"})
        EXPECT_EQ(problem_with(text, read), "forms.minutes_unclear") << text;
    EXPECT_EQ(problem_with("", [](Form& form) { EXPECT_FALSE(form.minutes("field", Need::Maybe)); }), "");
}

TEST(Form, ReadsAMailAddress) {
    for (const auto* text : {"claire@hem.fr", "a.b+c@sous.domaine.example", "O'Neil@ville-hem.fr"}) {
        Form form = typed(text);
        EXPECT_EQ(form.mail("field"), text);
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.mail("field")); };
    EXPECT_EQ(problem_with("", read), "forms.mail_missing");
    for (const std::string text :
         {"claire", "@hem.fr", "claire@", "claire@hem", "claire@.fr", "claire@hem.", "claire@hem.f",
          "a@b@hem.fr", "a@hem..fr", "a b@hem.fr", "a@hem.fr, b@hem.fr", "a@hem.fr;b@hem.fr",
          "Claire <a@hem.fr>", "\"a\"@hem.fr", "a@hem.fr\r\nBcc: b@hem.fr", "é@hem.fr", "a\x01@hem.fr"})
        EXPECT_EQ(problem_with(text, read), "forms.mail_unclear") << text;
    EXPECT_EQ(problem_with(std::string(250, 'a') + "@hem.fr", read), "forms.mail_unclear");
    EXPECT_EQ(problem_with("", [](Form& form) { EXPECT_FALSE(form.mail("field", Need::Maybe)); }), "");
}

TEST(Form, ReadsAPhoneNumber) {
    for (const auto* text : {"06 12 34 56 78", "06.12.34.56.78", "0612345678", "03-20-12-34-56",
                             "+33 6 12 34 56 78", "+32 475 12 34 56"}) {
        Form form = typed(text);
        EXPECT_EQ(form.phone("field"), text);
    }
    const auto read = [](Form& form) { EXPECT_FALSE(form.phone("field")); };
    EXPECT_EQ(problem_with("", read), "forms.phone_missing");
    for (const auto* text : {"06 12 34 56", "06 12 34 56 78 9", "1612345678", "+33", "06+12345678",
                             "06 12 34 56 7x", "poste 12", "+12345678901234567"})
        EXPECT_EQ(problem_with(text, read), "forms.phone_unclear") << text;
    EXPECT_EQ(problem_with("", [](Form& form) { EXPECT_FALSE(form.phone("field", Need::Maybe)); }), "");
}

TEST(Form, ReadsOneOfTheChoicesDrawnInTheCode) {
    constexpr std::pair<std::string_view, Role> choices[] = {{"young", Role::Participant},
                                                             {"staff", Role::Fabmanager}};
    Form form = typed("staff");
    EXPECT_EQ(form.choice<Role>("field", choices), Role::Fabmanager);
    EXPECT_TRUE(form.is_good());
    const auto read = [&](Form& one) { EXPECT_FALSE(one.choice<Role>("field", choices)); };
    for (const auto* text : {"", "Staff", "staff ", "admin"})
        EXPECT_EQ(problem_with(text, read), "forms.choose") << text;
    EXPECT_EQ(
        problem_with("",
                     [&](Form& one) {
                         EXPECT_FALSE(one.choice<Role>("field", choices, Need::Must, "orders.ask.kind"));
                     }),
        "orders.ask.kind");
    EXPECT_EQ(
        problem_with("", [&](Form& one) { EXPECT_FALSE(one.choice<Role>("field", choices, Need::Maybe)); }),
        "");
    EXPECT_EQ(problem_with("admin",
                           [&](Form& one) { EXPECT_FALSE(one.choice<Role>("field", choices, Need::Maybe)); }),
              "forms.choose");
}

TEST(Form, ReadsIdsAndPassesOverWhatIsNone) {
    const Form form = sent({{"one", "12"},
                            {"bad", "12x"},
                            {"many", "3"},
                            {"many", "x"},
                            {"many", "0"},
                            {"many", "-4"},
                            {"many", ""},
                            {"many", "99999999999999999999"},
                            {"many", "5"}});
    EXPECT_EQ(form.id<struct OrderTag>("one"), OrderId{12});
    EXPECT_FALSE(form.id<struct OrderTag>("bad"));
    EXPECT_FALSE(form.id<struct OrderTag>("absent"));
    EXPECT_EQ(form.ids<struct OrderTag>("many"), (std::vector<OrderId>{OrderId{3}, OrderId{5}}));
}

TEST(Form, KnowsWhatIsChecked) {
    const Form form = sent({{"one", "on"}, {"two", ""}, {"days", "mo"}, {"days", "tu"}});
    EXPECT_TRUE(form.checked("one"));
    EXPECT_FALSE(form.checked("two"));
    EXPECT_FALSE(form.checked("three"));
    EXPECT_TRUE(form.has("days", "tu"));
    EXPECT_FALSE(form.has("days", "we"));
    EXPECT_EQ(form.all_typed("days"), (std::vector<std::string>{"mo", "tu"}));
}

TEST(Form, KeepsWhatWasTypedAsItWasTyped) {
    Form form = typed("  le 31 février ");
    EXPECT_FALSE(form.day("field"));
    EXPECT_EQ(form.typed("field"), "  le 31 février ");
    EXPECT_EQ(form.typed("other"), "");
}

TEST(Form, ForgetsTheKeyOfThePageItWasOn) {
    EXPECT_EQ(sent({{"once", "abcdefghijklmnopqrstuvwxyz"}, {"field", "x"}}).typed("once"), "");
}

TEST(Form, SaysTheFirstProblemOfEachField) {
    Form form = sent({{"title", ""}, {"mail", "x"}});
    (void)form.text("title", {});
    (void)form.mail("mail");
    form.refuse("mail", {"people.mail_taken"});
    ASSERT_EQ(form.problems().size(), 2U);
    EXPECT_EQ(form.problems()[0].field, "title");
    EXPECT_EQ(form.problem_of("mail")->key, "forms.mail_unclear");
    EXPECT_EQ(form.problem_of("phone"), nullptr);
    EXPECT_FALSE(form.is_good());
}

TEST(Form, ShowsWhatThePagePutThereFirst) {
    Form form;
    form.put("title", "Plaques").put("days", "mo").put("days", "tu");
    EXPECT_EQ(form.typed("title"), "Plaques");
    EXPECT_EQ(form.all_typed("days").size(), 2U);
    EXPECT_TRUE(form.is_good());
}

}  // namespace
}  // namespace fabnum::forms
