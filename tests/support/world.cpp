#include "tests/support/world.h"

#include <filesystem>
#include <map>

#include "tests/support/cluster.h"

namespace fabnum::support {

namespace {

constexpr const char* address = "https://fabnum.example";

// The lab as it was told, once for all tests of a program: each test starts with a copy.
struct Told {
    Told(sql::Engine engine, Instant at) : place(engine) {
        const auto database = sql::Database::open({.where = place.where(), .readers = 1});
        const files::Cabinet cabinet(files.path());
        orders::Orders orders(*database, cabinet, address);
        world = app::world::build(*database, cabinet, orders, at);
    }

    Place place;
    TemporaryFolder files;
    app::world::World world;
};

using Labs = std::map<std::int64_t, Told>;  // by the time it is there

const Told& told(sql::Engine engine, Instant at) {
    // What is made first goes away last: the cluster outlives the labs in it.
    if (engine == sql::Engine::Postgres) cluster_address();
    static Labs on_sqlite;
    if (engine == sql::Engine::Sqlite) return on_sqlite.try_emplace(at.micros, engine, at).first->second;
    static Labs on_postgres;
    return on_postgres.try_emplace(at.micros, engine, at).first->second;
}

std::string copied(const std::string& from, std::string to) {
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
    return to;
}

}  // namespace

Lab::Lab(sql::Engine engine, Instant at)
    : now(at),
      database(engine, told(engine, at).place),
      cabinet(copied(told(engine, at).files.path(), folder.path() + "/files")),
      orders(*database, cabinet, address),
      world(told(engine, at).world) {}

}  // namespace fabnum::support
