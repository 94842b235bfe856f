#include "platform/json/document.h"

#include <gtest/gtest.h>

namespace fabnum::json {
namespace {

TEST(JsonDocument, WhatIsThereIsReadAndTheRestIsAbsent) {
    const auto answer =
        read(R"({"job":{"file":{"name":"a.gcode","size":null}},"share":22.5,"ready":true,"all":[1,2]})");
    EXPECT_EQ(answer["job"]["file"]["name"].text(), "a.gcode");
    EXPECT_EQ(answer["share"].number(), 22.5);
    EXPECT_EQ(answer["ready"].yes(), true);
    EXPECT_EQ(answer["all"].items().size(), 2U);
    EXPECT_TRUE(answer["job"]["file"]["size"].is_there());
    EXPECT_FALSE(answer["job"]["file"]["size"].number());
    EXPECT_FALSE(answer["job"]["nothing"]["name"].text());
    EXPECT_FALSE(answer["share"]["name"].is_there());
    EXPECT_FALSE(answer["ready"].text());
    EXPECT_TRUE(answer["share"].items().empty());
}

TEST(JsonDocument, WhatIsNoJsonIsNothing) {
    for (const char* text : {"", "{", "<html>", "{\"a\":1}{", "\xff"})
        EXPECT_FALSE(read(text).is_there()) << text;
    EXPECT_FALSE(read(std::string(100'000, '[')).is_there());
    EXPECT_FALSE(read("1e999")["a"].number());
}

TEST(JsonDocument, APartOutlivesTheWhole) {
    Document part;
    {
        const auto whole = read(R"({"a":{"b":"c"}})");
        part = whole["a"];
    }
    EXPECT_EQ(part["b"].text(), "c");
}

}  // namespace
}  // namespace fabnum::json
