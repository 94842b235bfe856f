#include "app/world/expect.h"
#include "app/world/world.h"
#include "platform/clock/clock.h"

namespace fabnum::app::world {

void give_badges(sql::Database& database, const World& world, std::string_view key, Instant now) {
    const Act act{.by = world.fabmanager(), .at = now};
    expect(people::give_badges(database, act,
                               {world.ines, world.yanis, world.chloe, world.mehdi, world.theo, world.bilal,
                                world.enzo, world.fatou, world.hugo, world.kenza, world.lina, world.noah},
                               key, clock::day_in("Europe/Paris", now)),
           "badges");
    // Each their own: at the door a code says whose it is.
    for (const auto& [person, pin] : {std::pair{world.ines, "2580"}, {world.yanis, "4071"}})
        expect(people::set_pin(database, {.by = world.participant(person), .at = now}, pin, key), "a PIN");
}

}  // namespace fabnum::app::world
