#include "platform/json/json.h"

#include <gtest/gtest.h>

namespace fabnum::json {
namespace {

using OrderId = Id<struct OrderTag>;
using Members = std::vector<std::pair<std::string, std::string>>;

TEST(Json, WritesFieldsInTheOrderGiven) {
    EXPECT_EQ(object({{"title", "60 médailles"}, {"quantity", 60}, {"free", true}, {"answer", false}}),
              R"({"title":"60 médailles","quantity":60,"free":true,"answer":false})");
    EXPECT_EQ(object({}), "{}");
}

TEST(Json, WritesTheTypesOfTheHouse) {
    const Day day{std::chrono::year{2026} / std::chrono::November / 24};
    EXPECT_EQ(object({{"day", day},
                      {"cost", euros(12)},
                      {"order", OrderId{3}},
                      {"big", std::int64_t{9007199254740993}}}),
              R"({"day":"2026-11-24","cost":1200,"order":3,"big":9007199254740993})");
}

TEST(Json, WritesNumbersWithDecimalsSoThatTheyReadBack) {
    EXPECT_EQ(object({{"third", 1.0 / 3}, {"whole", 2.0}, {"small", 0.1}, {"endless", 1e308 * 10}}),
              R"({"third":0.3333333333333333,"whole":2,"small":0.1,"endless":null})");
}

TEST(Json, PutsListsAndObjectsInsideOthers) {
    EXPECT_EQ(object({{"size", inside(array({1.5, 2, "x"}))}, {"box", inside(object({{"a", 1}}))}}),
              R"({"size":[1.5,2,"x"],"box":{"a":1}})");
    EXPECT_EQ(array({}), "[]");
}

TEST(Json, WritesNullForWhatIsNotThere) {
    EXPECT_EQ(object({{"mail", std::optional<std::string>()}, {"cost", std::optional<Money>(euros(1))}}),
              R"({"mail":null,"cost":100})");
}

TEST(Json, EscapesWhatWouldEndItsStrings) {
    EXPECT_EQ(object({{"a\"b", "\"},{\\\n\t\x01"}}), R"({"a\"b":"\"},{\\\n\t\u0001"})");
}

TEST(Json, ReadsBackTheMembersOfAFlatObjectAsText) {
    const auto text = object(
        {{"title", "dit \"oui\""}, {"quantity", 60}, {"free", true}, {"mail", std::optional<std::string>()}});
    EXPECT_EQ(members(text),
              (Members{{"title", "dit \"oui\""}, {"quantity", "60"}, {"free", "true"}, {"mail", ""}}));
    EXPECT_EQ(members("{}"), Members{});
}

TEST(Json, HasNoMembersWhenItIsNoObject) {
    for (const auto* text : {"", "null", "[]", "\"a\"", "12", "{", "{\"a\":1,}", "{\"a\":1} x", "{a:1}"})
        EXPECT_FALSE(members(text)) << text;
}

}  // namespace
}  // namespace fabnum::json
