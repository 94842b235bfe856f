#pragma once

// The chapters of the story, by what they are about.

#include "app/world/order_tale.h"

namespace fabnum::app::world {

inline constexpr orders::Triage yes_to_all{orders::Verdict::Yes, orders::Verdict::Yes, orders::Verdict::Yes,
                                           orders::Verdict::Yes, orders::Verdict::Yes};

void tell_ways_out(Telling& telling);        // exits of the cohorts that are over, and news since
void tell_past_orders(Telling& telling);     // of the cohorts that are over
void tell_waiting_orders(Telling& telling);  // in Hem: received, clarifying, accepted, declined, cancelled
void tell_orders_in_making(Telling& telling);
void tell_book_boxes(Telling& telling);       // in approving, told at length
void tell_finished_orders(Telling& telling);  // ready, delivered, closed, suspended
void tell_orders_of_marcq(Telling& telling);
// Once everybody is there: the weeks of presence of the cohorts under way, and this week's sessions.
void tell_presence(Telling& telling);
void tell_volunteering(Telling& telling);    // the service civique of Promo 3
void tell_civics(Telling& telling);          // the civic training of Promo 3
void tell_paths(Telling& telling);           // interviews, goals, notes, check-ins
void tell_machines(Telling& telling);        // what stands in both workshops
void tell_maintenance(Telling& telling);     // what the machines are due for
void tell_authorisations(Telling& telling);  // who learnt which machines
void tell_jobs(Telling& telling);            // what the machines of Hem make, in every state
void tell_teaching(Telling& telling);        // who shows what to whom in Promo 3
void tell_recruits(Telling& telling);        // how Promo 3 was filled, and how Promo 5 is being filled

}  // namespace fabnum::app::world
