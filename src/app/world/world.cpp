#include "app/world/world.h"

#include "app/world/cast.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

World build(sql::Database& database, const files::Cabinet& cabinet, orders::Orders& orders, Instant now) {
    World world;
    Story story(now);
    Telling telling{database, cabinet, orders, story, world, Pictures(cabinet)};
    tell_team(telling);
    tell_cohorts(telling);
    tell_ways_out(telling);
    tell_past_orders(telling);
    tell_finished_orders(telling);
    tell_book_boxes(telling);
    tell_orders_in_making(telling);
    tell_waiting_orders(telling);
    tell_orders_of_marcq(telling);
    tell_volunteering(telling);
    tell_civics(telling);
    tell_paths(telling);
    tell_machines(telling);
    tell_maintenance(telling);
    tell_authorisations(telling);
    tell_jobs(telling);
    tell_teaching(telling);
    tell_recruits(telling);
    story.tell();
    tell_presence(telling);
    return world;
}

}  // namespace fabnum::app::world
