#include <limits>

#include <gtest/gtest.h>

#include "platform/sql/sql.h"
#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

using ThingId = Id<struct ThingTag>;

constexpr std::string_view things = R"sql(
    CREATE TABLE things (
        id ROW_ID,
        number BIGINT,
        size DOUBLE,
        words TEXT,
        raw BYTES
    );)sql";

class StoredValues : public testing::TestWithParam<Engine> {
 protected:
    void SetUp() override {
        migrate(place_.where(), {{.name = "0001_things.sql", .sql = things}}, {});
        database_ = Database::open({.where = place_.where(), .readers = 2});
    }
    // Puts one value into a column and reads it back as T.
    template <class T>
    T round_trip(const std::string& column, const Value& value) {
        const auto id = database_->write(Act{}, [&](const Writer& db) {
            return Result<ThingId>(
                db.insert<ThingId>({value}, "INSERT INTO things (" + column + ") VALUES ($1) RETURNING id"));
        });
        return database_->read([&](const Reader& db) {
            return db.value<T>({*id}, "SELECT " + column + " FROM things WHERE id = $1");
        });
    }
    template <class T>
    T selected(std::string_view sql) {
        return database_->read([&](const Reader& db) { return db.value<T>({}, sql); });
    }

    support::Place place_{GetParam(), support::Place::With::Nothing};
    std::unique_ptr<Database> database_;
};
INSTANTIATE_TEST_SUITE_P(Engines, StoredValues, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

}  // namespace

TEST_P(StoredValues, ComeBackAsTheyWentIn) {
    EXPECT_EQ(round_trip<std::int64_t>("number", std::int64_t{1} << 40), std::int64_t{1} << 40);
    EXPECT_EQ(round_trip<std::int64_t>("number", std::numeric_limits<std::int64_t>::min()),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(round_trip<int>("number", -3), -3);
    EXPECT_TRUE(round_trip<bool>("number", true));
    EXPECT_EQ(round_trip<double>("size", 0.1), 0.1);
    EXPECT_EQ(round_trip<double>("size", 1e300), 1e300);
    EXPECT_EQ(round_trip<double>("size", 3), 3.0);
    EXPECT_EQ(round_trip<Money>("number", euros(1200)), euros(1200));
    EXPECT_EQ(round_trip<Day>("words", Day{std::chrono::year{2026} / 11 / 24}),
              Day{std::chrono::year{2026} / 11 / 24});
    EXPECT_EQ(round_trip<Instant>("number", Instant{1'795'507'200'123'456}), Instant{1'795'507'200'123'456});
    EXPECT_EQ(round_trip<ThingId>("number", ThingId{7}), ThingId{7});
}

TEST_P(StoredValues, KeepUnicodeAndQuotes) {
    for (const std::string text : {"", "L’été d’Aïcha, naïve — 12 €", "日本語 العربية", "👩🏽‍🔧",
                                   "'; DROP TABLE things; --", "a\\b\"c$1"})
        EXPECT_EQ(round_trip<std::string>("words", text), text);
}

TEST_P(StoredValues, KeepBytesWithNulAndHighBits) {
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    EXPECT_EQ(round_trip<Bytes>("raw", Bytes{all}).bytes, all);
    EXPECT_EQ(round_trip<Bytes>("raw", Bytes{""}).bytes, "");
}

TEST_P(StoredValues, TakeNullOnlyAsOptionalOrId) {
    EXPECT_EQ(round_trip<std::optional<std::int64_t>>("number", Null{}), std::nullopt);
    EXPECT_EQ(round_trip<std::optional<std::string>>("words", std::nullopt), std::nullopt);
    EXPECT_EQ(round_trip<std::optional<std::string>>("words", ""), std::optional<std::string>(""));
    EXPECT_EQ(round_trip<std::optional<Day>>("words", std::optional<Day>()), std::nullopt);
    EXPECT_EQ(round_trip<ThingId>("number", ThingId{}), ThingId{});
    EXPECT_EQ(round_trip<std::optional<std::int64_t>>("number", ThingId{}), std::nullopt);
    EXPECT_THROW(round_trip<std::int64_t>("number", Null{}), Broken);
    EXPECT_THROW(round_trip<std::string>("words", Null{}), Broken);
    EXPECT_THROW(round_trip<Bytes>("raw", Null{}), Broken);
    EXPECT_THROW(round_trip<double>("size", Null{}), Broken);
    EXPECT_THROW(round_trip<bool>("number", Null{}), Broken);
}

TEST_P(StoredValues, RefuseTheWrongType) {
    EXPECT_THROW(round_trip<std::int64_t>("words", "12"), Broken);
    EXPECT_THROW(round_trip<std::string>("number", 12), Broken);
    EXPECT_THROW(round_trip<Bytes>("words", "bytes"), Broken);
    EXPECT_THROW(round_trip<std::string>("raw", Bytes{"text"}), Broken);
    EXPECT_THROW(round_trip<int>("number", std::int64_t{1} << 40), Broken);
    EXPECT_THROW(round_trip<Day>("words", "tomorrow"), Broken);
    EXPECT_THROW(round_trip<std::string>("number", "not a number"), Broken);
}

TEST_P(StoredValues, RefuseTextThatIsNotUtf8) {
    EXPECT_THROW(round_trip<std::string>("words", "caf\xe9"), Broken);
    EXPECT_THROW(round_trip<std::string>("words", std::string("a\0b", 3)), Broken);
}

TEST_P(StoredValues, ReadTruthAndSumsOnBothEngines) {
    EXPECT_TRUE(selected<bool>("SELECT 1 = 1"));
    EXPECT_FALSE(selected<bool>("SELECT EXISTS (SELECT id FROM things)"));
    support::expect_done(database_->write(Act{}, [](const Writer& db) {
        db.run({std::int64_t{1} << 40}, "INSERT INTO things (number) VALUES ($1), ($1), ($1)");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(selected<std::int64_t>("SELECT sum(number) FROM things"), std::int64_t{3} << 40);
    EXPECT_EQ(selected<std::int64_t>("SELECT count(*) FROM things"), 3);
    EXPECT_THROW(selected<std::int64_t>("SELECT avg(number) + 0.5 FROM things"), Broken);
}

TEST_P(StoredValues, AreAllNeededAndMayBeUsedTwice) {
    database_->read([](const Reader& db) {
        EXPECT_EQ(db.value<std::int64_t>(
                      {2, 3}, "SELECT CAST($2 AS BIGINT) * 10 + CAST($1 AS BIGINT) + CAST($2 AS BIGINT)"),
                  35);
    });
    const auto refused = [&](const Values& values, std::string_view sql) {
        EXPECT_THROW(database_->read([&](const Reader& db) { db.each([](Row&) {}, values, sql); }), Broken)
            << sql;
    };
    refused({1, 2}, "SELECT CAST($1 AS BIGINT)");
    refused({1}, "SELECT CAST($1 AS BIGINT) + CAST($2 AS BIGINT)");
    refused({1, 2}, "SELECT CAST($2 AS BIGINT)");
    refused({1}, "SELECT 1");
    refused({}, "SELECT CAST($1 AS BIGINT)");
}

TEST_P(StoredValues, RefuseAColumnTooMany) {
    database_->read([](const Reader& db) {
        const auto take_two = [](Row& row) {
            row.take<std::int64_t>();
            row.take<std::int64_t>();
        };
        EXPECT_THROW(db.each(take_two, {}, "SELECT CAST(1 AS BIGINT)"), Broken);
    });
}

TEST_P(StoredValues, OfOneStatementMayBeReadInsideAnother) {
    support::expect_done(database_->write(Act{}, [](const Writer& db) {
        db.run({}, "INSERT INTO things (number) VALUES (1), (2), (3)");
        return Result<Done>(Done{});
    }));
    constexpr std::string_view all = "SELECT number FROM things ORDER BY id";
    const auto pairs = database_->read([&](const Reader& db) {
        int met = 0;
        db.each([&](Row&) { db.each([&](Row&) { ++met; }, {}, all); }, {}, all);
        return met;
    });
    EXPECT_EQ(pairs, 9);
}

}  // namespace fabnum::sql
