#include "app/world/generator.h"

#include <algorithm>

#include "app/world/expect.h"
#include "app/world/generated_site.h"
#include "platform/clock/clock.h"

namespace fabnum::app::world {

namespace {

// Some thousand rows each: a transaction neither too small to be fast nor too big to be held.
constexpr int sites_per_transaction = 2;

void add_history(Generation& generation, int number, int years) {
    GeneratedSite site = add_site(generation, number);
    const Day latest = monday_of(generation.today) - 8 * 7;
    const int cohorts = years * 2;
    for (int i = 0; i < cohorts; ++i) {
        const Day starts = latest - (cohorts - 1 - i) * 26 * 7;
        const GeneratedCohort cohort = add_cohort(generation, site, i + 1, starts);
        add_orders(generation, site, cohort);
    }
}

}  // namespace

void generate(sql::Database& database, const Size& size, Instant now) {
    store::Rows rows;
    database.read([&](const sql::Reader& db) { rows.go_on_from(db); });
    std::vector<journal::Entry> lines;
    Chance chance(size.seed);
    Generation generation{rows, lines, chance, clock::day_in("Europe/Paris", now)};
    for (int site = 0; site < size.sites;) {
        rows.clear();
        lines.clear();
        for (int i = 0; i < sites_per_transaction && site < size.sites; ++i)
            add_history(generation, site++, size.years);
        std::stable_sort(lines.begin(), lines.end(),
                         [](const auto& a, const auto& b) { return a.act.at < b.act.at; });
        expect(database.write({},
                              [&](const sql::Writer& db) -> Result<Done> {
                                  rows.write(db);
                                  for (const journal::Entry& line : lines) journal::record(db, line);
                                  return Done{};
                              }),
               "write a site");
    }
    expect(database.write({},
                          [](const sql::Writer& db) -> Result<Done> {
                              store::leave_numbers(db);
                              return Done{};
                          }),
           "leave the numbers");
}

}  // namespace fabnum::app::world
