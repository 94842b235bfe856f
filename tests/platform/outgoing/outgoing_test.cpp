#include "platform/outgoing/outgoing.h"

#include <chrono>

#include <gtest/gtest.h>

#include "tests/support/fake_printer.h"

namespace fabnum::outgoing {
namespace {

using support::FakePrinter;

Limits short_limits() {
    return {.connecting = std::chrono::milliseconds{500}, .whole = std::chrono::milliseconds{700}};
}

Question version_of(const FakePrinter& printer) {
    return {.to = printer.address(),
            .path = "/api/version",
            .headers = {{"X-Api-Key", FakePrinter::key}},
            .limits = short_limits()};
}

TEST(Outgoing, AnAddressIsAHostAndNothingElse) {
    EXPECT_EQ(Address::read("http://192.168.1.20:5000/")->text(), "http://192.168.1.20:5000");
    EXPECT_EQ(Address::read("https://imprimante.hem.example/octo")->text(),
              "https://imprimante.hem.example/octo");
    for (const char* text : {"", "imprimante", "ftp://192.168.1.20", "file:///etc/passwd",
                             "gopher://127.0.0.1:25/x", "http://", "http://a b", "http://host/?x=1",
                             "http://host/#x", "javascript:alert(1)", "http://host:99999", "http://ho\nst/"})
        EXPECT_FALSE(Address::read(text)) << text;
    EXPECT_EQ(Address::read("http://maker:secret@192.168.1.20").refusal().key, "outgoing.no_account");
}

TEST(Outgoing, AnAnswerComesWithItsStatus) {
    const FakePrinter printer("octoprint");
    const auto answer = ask(version_of(printer));
    EXPECT_TRUE(answer.is(200));
    EXPECT_NE(answer.body.find("OctoPrint 1.11.3"), std::string::npos);
    auto without_key = version_of(printer);
    without_key.headers.clear();
    EXPECT_TRUE(ask(without_key).is(403));
}

TEST(Outgoing, ARedirectionIsNeverFollowed) {
    const FakePrinter printer("octoprint"), other("octoprint");
    printer.set(R"({"mischief":{"/api/version":"redirect"},"elsewhere":")" + other.address().text() +
                R"(/api/version"})");
    EXPECT_TRUE(ask(version_of(printer)).is(302));
    EXPECT_EQ(other.told().find("/api/version"), std::string::npos);
}

TEST(Outgoing, ABodyWithoutEndIsCutShort) {
    const FakePrinter printer("octoprint");
    printer.set(R"({"mischief":{"/api/version":"endless"}})");
    EXPECT_EQ(ask(version_of(printer)).fate, Fate::TooLong);
}

TEST(Outgoing, ASilentPrinterIsWaitedForOnlySoLong) {
    const FakePrinter printer("octoprint");
    printer.set(R"({"mischief":{"/api/version":"hang"}})");
    EXPECT_EQ(ask(version_of(printer)).fate, Fate::TooSlow);
}

TEST(Outgoing, ALineThatGoesDeadAndNoiseAreNoAnswer) {
    const FakePrinter printer("octoprint");
    printer.set(R"({"mischief":{"/api/version":"drop"}})");
    EXPECT_EQ(ask(version_of(printer)).fate, Fate::BrokenOff);
    printer.set(R"({"mischief":{"/api/version":"not_http"}})");
    EXPECT_EQ(ask(version_of(printer)).fate, Fate::BrokenOff);
}

TEST(Outgoing, NobodyThereIsSaidAndNoAddressOfADataCentreIsAsked) {
    auto question = Question{.to = *Address::read("http://127.0.0.1:9"), .limits = short_limits()};
    EXPECT_EQ(ask(question).fate, Fate::Unreachable);
    for (const char* text : {"http://169.254.169.254", "http://0.0.0.0:80", "http://[fe80::1]",
                             "http://[::ffff:169.254.169.254]"}) {
        question.to = *Address::read(text);
        EXPECT_EQ(ask(question).fate, Fate::Unreachable) << text;
    }
}

TEST(Outgoing, AHeaderCannotBringAnother) {
    auto question = Question{.to = *Address::read("http://127.0.0.1:9")};
    question.headers = {{"X-Api-Key", "a\r\nX-Other: b"}};
    EXPECT_THROW(ask(question), std::invalid_argument);
}

TEST(Outgoing, OneSlowMachineDoesNotHideTheOthers) {
    const FakePrinter slow("octoprint"), good("octoprint");
    slow.set(R"({"mischief":{"/api/version":"hang"}})");
    const auto answers = ask_all({version_of(slow), version_of(good), version_of(slow)});
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[0].fate, Fate::TooSlow);
    EXPECT_TRUE(answers[1].is(200));
    EXPECT_EQ(answers[2].fate, Fate::TooSlow);
}

}  // namespace
}  // namespace fabnum::outgoing
