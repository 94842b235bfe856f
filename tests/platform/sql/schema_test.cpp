#include "platform/sql/schema.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::sql {

namespace {

const std::vector<Migration> story = {
    {.name = "0001_sites.sql",
     .sql = "-- why: places\nCREATE TABLE sites (\n    id ROW_ID,\n    name TEXT NOT NULL UNIQUE\n);\n"},
    {.name = "0002_orders_steps.sql",
     .sql = "CREATE TABLE orders (\n    id ROW_ID,\n    site_id BIGINT NOT NULL REFERENCES sites (id),\n"
            "    photo BYTES,\n    weight DOUBLE,\n    UNIQUE (site_id, weight)\n);\n"
            "CREATE INDEX orders_by_weight ON orders (weight, site_id);\n"
            "CREATE TABLE steps (order_id BIGINT NOT NULL REFERENCES orders (id), rank BIGINT NOT NULL,\n"
            "    PRIMARY KEY (order_id, rank));\n"},
    {.name = "0003_sites_zone.sql",
     .sql = "ALTER TABLE sites ADD COLUMN zone TEXT NOT NULL DEFAULT 'Europe/Paris';"},
};

std::vector<std::string> shape(Engine engine, const std::vector<Migration>& migrations) {
    const support::Place place(engine, support::Place::With::Nothing);
    migrate(place.where(), migrations, {});
    return Database::open({.where = place.where()})->read([](const Reader& db) { return shape_of(db); });
}

bool holds(const std::vector<std::string>& lines, std::string_view wanted) {
    return std::find(lines.begin(), lines.end(), wanted) != lines.end();
}

}  // namespace

TEST(Schema, IsToldByOwnerInTheWordsOfTheMigrations) {
    EXPECT_EQ(schema_text(story),
              R"sql(-- What the migrations add up to, by owner. Made from db/migrations; not edited.

-- sites

CREATE TABLE sites (
    id ROW_ID,
    name TEXT NOT NULL UNIQUE
, zone TEXT NOT NULL DEFAULT 'Europe/Paris');

-- orders

CREATE TABLE orders (
    id ROW_ID,
    site_id BIGINT NOT NULL REFERENCES sites (id),
    photo BYTES,
    weight DOUBLE,
    UNIQUE (site_id, weight)
);
CREATE INDEX orders_by_weight ON orders (weight, site_id);

CREATE TABLE steps (order_id BIGINT NOT NULL REFERENCES orders (id), rank BIGINT NOT NULL,
    PRIMARY KEY (order_id, rank));
)sql");
}

TEST(Schema, HasTheSameShapeOnBothEngines) {
    const auto lines = shape(Engine::Sqlite, story);
    EXPECT_EQ(lines, shape(Engine::Postgres, story));
    EXPECT_TRUE(holds(lines, "orders.site_id BIGINT"));
    EXPECT_TRUE(holds(lines, "orders.site_id → sites.id"));
    EXPECT_TRUE(holds(lines, "orders.photo BYTES may be null"));
    EXPECT_TRUE(holds(lines, "unique sites (name)"));
    EXPECT_TRUE(holds(lines, "unique steps (order_id, rank)"));
    EXPECT_TRUE(holds(lines, "index orders (weight, site_id)"));
}

TEST(Schema, OfTheHouseIsTheSameOnBothEngines) {
    const auto lines = shape(Engine::Sqlite, house_migrations());
    EXPECT_EQ(lines, shape(Engine::Postgres, house_migrations()));
    EXPECT_TRUE(holds(lines, "journal.hash BYTES"));
}

TEST(Schema, ThatDiffersIsSeen) {
    auto other = story;
    other[1].sql = "CREATE TABLE orders (id ROW_ID, site_id BIGINT);";
    EXPECT_NE(shape(Engine::Sqlite, story), shape(Engine::Postgres, other));
}

}  // namespace fabnum::sql
