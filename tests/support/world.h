#pragma once

// The small named lab (src/app/world), in a database of its own.
//
//     const support::Lab lab;
//     lab.world.ines, lab.world.book_boxes.token, lab.world.coordinator()

#include "app/world/world.h"
#include "platform/clock/clock.h"
#include "tests/support/engines.h"

namespace fabnum::support {

// Tuesday 24 November 2026, 9 h 30: the ninth week of Promo 3.
inline const Instant usual_now = clock::paris(2026, 11, 24, 9, 30);

struct Lab {
    explicit Lab(sql::Engine engine = sql::Engine::Sqlite, Instant at = usual_now);

    Instant now;
    FreshDatabase database;
    TemporaryFolder folder;
    files::Cabinet cabinet;
    orders::Orders orders;
    app::world::World world;
};

}  // namespace fabnum::support
