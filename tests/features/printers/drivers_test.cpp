// Every hard answer of the three programs, without a network.

#include <gtest/gtest.h>

#include "features/printers/driver.h"

namespace fabnum::printers {
namespace {

using outgoing::Answer;
using outgoing::Fate;

Line line(std::string user = {}) {
    return {.address = *outgoing::Address::read("http://192.168.1.20"),
            .user = std::move(user),
            .secret = "secret",
            .storage = "/usb"};
}
Answer ok(std::string body, int status = 200) {
    return {.fate = Fate::Answered, .status = status, .body = std::move(body)};
}
Answer status(int number) {
    return ok("", number);
}
Answer lost(Fate fate) {
    return {.fate = fate};
}
const Parcel parcel{.path = "/tmp/x", .name = "f412-medailles.gcode", .digest = "d", .size = 3};
const Kind every_kind[] = {Kind::OctoPrint, Kind::Moonraker, Kind::PrusaLink};

std::string octo_flags(const char* set) {
    return std::string(R"({"state":{"text":"Offline after error: x","flags":{"operational":true,)") + set +
           R"(}},"temperature":{"tool0":{"actual":214.8},"bed":{"actual":null}}})";
}

TEST(Drivers, ALineThatGivesNoAnswerIsOfflineWithItsReason) {
    for (const Kind kind : every_kind) {
        const Driver& driver = driver_of(kind);
        const std::pair<Answer, std::string> hard[] = {
            {lost(Fate::Unreachable), "printers.unreachable"},
            {lost(Fate::TooSlow), "printers.too_slow"},
            {lost(Fate::TooLong), "printers.not_understood"},
            {lost(Fate::BrokenOff), "printers.not_understood"},
            {status(302), "printers.moved"},
            {status(401), "printers.wrong_key"},
            {status(403), "printers.wrong_key"},
            {status(500), "printers.not_understood"},
            {ok("<html>a router's page</html>"), "printers.not_understood"},
            {ok("null"), "printers.not_understood"},
            {ok("{}"), "printers.not_understood"}};
        for (const auto& [answer, why] : hard) {
            const auto seen = driver.seen({answer, answer});
            EXPECT_EQ(seen.condition, Condition::Offline) << word_of(kind) << why;
            EXPECT_EQ(seen.words, why) << word_of(kind);
            const Answers answers{answer, answer};
            EXPECT_FALSE(driver.probed(answers)) << word_of(kind) << why;
        }
    }
}

TEST(Drivers, SendingTellsBusyFullAndDamagedApart) {
    for (const Kind kind : every_kind) {
        const Driver& driver = driver_of(kind);
        EXPECT_EQ(driver.sent(status(409), parcel).refusal().key, "printers.busy");
        EXPECT_EQ(driver.sent(status(507), parcel).refusal().key, "printers.full");
        EXPECT_EQ(driver.sent(status(403), parcel).refusal().key, "printers.wrong_key");
        EXPECT_EQ(driver.sent(status(307), parcel).refusal().key, "printers.moved");
        EXPECT_EQ(driver.sent(status(500), parcel).refusal().key, "printers.not_taken");
        EXPECT_EQ(driver.sent(lost(Fate::BrokenOff), parcel).refusal().key, "printers.not_understood");
        EXPECT_EQ(driver.cancelled(status(409)).refusal().key, "printers.busy");
    }
    EXPECT_EQ(moonraker().sent(status(422), parcel).refusal().key, "printers.damaged");
    EXPECT_EQ(prusalink().sent(status(404), parcel).refusal().key, "printers.no_storage");
    EXPECT_EQ(prusalink().cancelled(status(404)).refusal().key, "printers.nothing_to_stop");
    EXPECT_TRUE(octoprint().cancelled(status(204)));
    EXPECT_TRUE(prusalink().cancelled(status(204)));
}

TEST(OctoPrint, TakenIsNotPrinting) {
    const auto one = octoprint().sent(
        ok(R"({"files":{"local":{"name":"n","path":"sub/n"}},"done":true,"effectivePrint":false})", 201),
        parcel);
    ASSERT_TRUE(one);
    EXPECT_FALSE(one->started);
    EXPECT_EQ(one->file, "sub/n");
    const auto two =
        octoprint().sent(ok(R"({"file":{"name":"n","path":"n"},"effectivePrint":true})", 201), parcel);
    EXPECT_TRUE(two->started);
    EXPECT_EQ(two->file, "n");
    EXPECT_EQ(octoprint().sent(ok("", 201), parcel)->file, parcel.name);
}

TEST(OctoPrint, FlagsDecideAndTheTextDoesNot) {
    const auto look = [](const char* set) {
        return octoprint().seen({ok(octo_flags(set)), ok("{}")}).condition;
    };
    EXPECT_EQ(look(R"("ready":true,"printing":false)"), Condition::Idle);
    EXPECT_EQ(look(R"("printing":true,"ready":false)"), Condition::Printing);
    EXPECT_EQ(look(R"("printing":true,"pausing":true)"), Condition::Paused);
    EXPECT_EQ(look(R"("printing":true,"cancelling":true)"), Condition::Busy);
    EXPECT_EQ(look(R"("closedOrError":true)"), Condition::Offline);
    EXPECT_EQ(look(R"("closedOrError":true,"error":true)"), Condition::Broken);
    EXPECT_EQ(look(R"("ready":null)"), Condition::Busy);
}

TEST(OctoPrint, APrinterThatIsNotConnectedIsOfflineNotAFault) {
    const auto seen = octoprint().seen({status(409), ok("{}")});
    EXPECT_EQ(seen.condition, Condition::Offline);
    EXPECT_EQ(seen.words, "printers.no_printer");
}

TEST(OctoPrint, NullsEverywhereAreAnIdlePrinter) {
    const auto seen = octoprint().seen(
        {ok(octo_flags(R"("ready":true)")),
         ok(R"({"job":{"file":{"name":null,"path":null}},"progress":{"completion":null,"printTimeLeft":null}})")});
    EXPECT_EQ(seen.file, "");
    EXPECT_FALSE(seen.share);
    EXPECT_FALSE(seen.seconds_left);
    EXPECT_FALSE(seen.bed_c);
    EXPECT_EQ(seen.nozzle_c, 214.8);
}

TEST(OctoPrint, ProgressIsInPercent) {
    const auto seen = octoprint().seen(
        {ok(octo_flags(R"("printing":true)")),
         ok(R"({"job":{"file":{"path":"n"}},"progress":{"completion":0.22,"printTimeLeft":912.4}})")});
    EXPECT_DOUBLE_EQ(*seen.share, 0.0022);
    EXPECT_EQ(seen.seconds_left, 912);
    const auto silly = octoprint().seen(
        {ok(octo_flags(R"("printing":true)")), ok(R"({"progress":{"completion":4000,"printTimeLeft":-5}})")});
    EXPECT_FALSE(silly.share);
    EXPECT_FALSE(silly.seconds_left);
}

TEST(OctoPrint, AnImitatorIsFoundOut) {
    EXPECT_EQ(octoprint().probed({ok(R"({"text":"FDM Monster"})")}).refusal().key,
              "printers.another_program");
    EXPECT_EQ(octoprint().probed({ok(R"({"api":"0.1","text":"OctoPrint 1.11.3"})")})->program,
              "OctoPrint 1.11.3");
    EXPECT_TRUE(octoprint().probed({ok(R"({"server":"2.0.0rc1","text":"OctoPrint 2.0.0rc1"})")}));
}

TEST(OctoPrint, TheLastRunOfAFileIsRememberedUnlessItIsOlder) {
    const auto answer = ok(R"({"prints":{"last":{"date":1800000000.5,"success":false,"printTime":60}}})");
    const auto past = octoprint().read_past(answer, "n", Instant{1'799'999'000'000'000});
    ASSERT_TRUE(past);
    EXPECT_EQ(past->ending, Ending::Stopped);
    EXPECT_FALSE(octoprint().read_past(answer, "n", Instant{1'800'000'600'000'000}));
    EXPECT_TRUE(
        octoprint().read_past(ok(R"({"print":{"last":{"date":1800000000,"success":true}}})"), "n", {}));
    EXPECT_FALSE(octoprint().read_past(ok("{}"), "n", {}));
}

std::string klipper(const char* stats) {
    return std::string(R"({"result":{"status":{"webhooks":{"state":"ready"},"print_stats":)") + stats +
           R"(,"virtual_sdcard":{"progress":0.5}}}})";
}

TEST(Moonraker, StatesOfKlipperAreTold) {
    const auto look = [](const std::string& body) { return moonraker().seen({ok(body)}).condition; };
    EXPECT_EQ(look(klipper(R"({"state":"standby"})")), Condition::Idle);
    EXPECT_EQ(look(klipper(R"({"state":"printing","filename":"n","print_duration":60})")),
              Condition::Printing);
    EXPECT_EQ(look(klipper(R"({"state":"complete"})")), Condition::Finished);
    EXPECT_EQ(look(klipper(R"({"state":"cancelled"})")), Condition::Cancelled);
    EXPECT_EQ(look(klipper(R"({"state":"error","message":"Heater extruder not heating"})")),
              Condition::Broken);
    EXPECT_EQ(look(klipper(R"({"state":"a new word"})")), Condition::Busy);
    EXPECT_EQ(look(R"({"result":{"status":{"webhooks":{"state":"shutdown","state_message":"MCU"}}}})"),
              Condition::NeedsHuman);
    EXPECT_EQ(look(R"({"result":{"status":{"webhooks":{"state":"startup"}}}})"), Condition::Offline);
    EXPECT_EQ(moonraker().seen({status(503)}).words, "printers.no_printer");
}

TEST(Moonraker, ObjectsThatAreLeftOutAreNotInvented) {
    const auto seen = moonraker().seen({ok(klipper(R"({"state":"printing"})"))});
    EXPECT_EQ(seen.share, 0.5);
    EXPECT_FALSE(seen.nozzle_c);
    EXPECT_FALSE(seen.seconds_left);
}

TEST(Moonraker, TheHistoryTellsTheRunOfThatFileOnly) {
    const auto answer = ok(
        R"({"result":{"jobs":[{"filename":"n","status":"in_progress","start_time":2000,"end_time":null},)"
        R"({"filename":"other","status":"completed","start_time":1900,"end_time":1950},)"
        R"({"filename":"n","status":"klippy_shutdown","start_time":1800,"end_time":1890,"filament_used":12.5}]}})");
    const auto past = moonraker().read_past(answer, "n", Instant{1'790'000'000});
    ASSERT_TRUE(past);
    EXPECT_EQ(past->ending, Ending::Stopped);
    EXPECT_EQ(past->filament_mm, 12.5);
    EXPECT_FALSE(moonraker().read_past(answer, "n", Instant{4'000'000'000}));
    EXPECT_FALSE(moonraker().read_past(ok("{}"), "n", {}));
}

TEST(PrusaLink, NoJobIsAnAnswer) {
    const auto seen = prusalink().seen({ok(R"({"printer":{"state":"IDLE"}})"), status(204)});
    EXPECT_EQ(seen.condition, Condition::Idle);
    EXPECT_FALSE(prusalink().cancel(line("maker"), seen));
}

TEST(PrusaLink, TheRunIsStoppedByItsNumber) {
    const auto seen = prusalink().seen(
        {ok(R"({"printer":{"state":"PRINTING"},"job":{"id":297,"progress":42.0,"time_remaining":600}})"),
         ok(R"({"id":297,"file":{"name":"F412-M~1.GCO","display_name":"f412-medailles.gcode"}})")});
    EXPECT_EQ(seen.share, 0.42);
    EXPECT_EQ(seen.seconds_left, 600);
    const auto question = prusalink().cancel(line("maker"), seen);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->path, "/api/v1/job/297");
    EXPECT_EQ(question->method, outgoing::Method::Delete);
}

TEST(PrusaLink, StorageIsAskedNeverAssumed) {
    const auto version = ok(R"({"text":"PrusaLink 0.7.2"})");
    const auto identity = prusalink().probed(
        {version, ok(R"({"storage_list":[{"path":"/usb","available":false},)"
                     R"({"path":"/local","available":true,"read_only":false,"free_space":1000}]})")});
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->storage, "/local");
    EXPECT_EQ(identity->room, 1000);
    EXPECT_EQ(prusalink().probed({version, ok(R"({"storage_list":[]})")}).refusal().key,
              "printers.no_storage");
}

TEST(PrusaLink, SomeWantAKeyAndSomeAPassword) {
    EXPECT_TRUE(prusalink().look(line("maker")).at(0).login);
    const auto by_key = prusalink().look(line()).at(0);
    EXPECT_FALSE(by_key.login);
    EXPECT_EQ(by_key.headers.back(), (std::pair<std::string, std::string>("X-Api-Key", "secret")));
}

TEST(Printers, AFileIsKnownByItsNameWhateverThePrinterMakesOfIt) {
    EXPECT_EQ(name_for(412, "60 Médailles, cross « été »"), "f412-60-medailles-cross-ete.gcode");
    EXPECT_EQ(name_for(7, "…"), "f7.gcode");
    EXPECT_TRUE(is_file("folder/f412-medailles.gcode", parcel.name));
    EXPECT_TRUE(is_file("/usb/F412-M~1.GCO", parcel.name));
    EXPECT_TRUE(is_file("F412-MEDAILLES.GCODE", parcel.name));
    EXPECT_FALSE(is_file("f41-medailles.gcode", parcel.name));
    EXPECT_FALSE(is_file("f4~1.gco", "f5-x.gcode"));
    EXPECT_FALSE(is_file("", parcel.name));
}

}  // namespace
}  // namespace fabnum::printers
