#pragma once

// The small named lab: Hem and Marcq, the people, the orders. `--demo`, the tests and the pictures of the
// documentation show the same one. It is built by the verbs of the rooms, each by the person who would do it
// and at a time that lies before `now`, so that the journal tells a true story.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "features/cohorts/cohorts.h"
#include "features/orders/orders.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::app::world {

// An order, and the way to its tracking page.
struct Tracked {
    orders::OrderId id;
    std::string token;
    projects::ProjectId project;  // none until a team started
};

struct World {
    SiteId hem, marcq;

    // The team. Samira coordinates both sites, Karim makes things in Hem, Julie in Marcq; Nadège administers
    // the network; Claire advises young people at the mission locale.
    PersonId samira, karim, julie, nadege, claire;

    // Promo 3, in Hem, in its ninth week of 26. Kenza and Enzo are 17.
    PersonId ines, yanis, chloe, mehdi, theo, bilal, enzo, fatou, hugo, kenza, lina, noah;

    // Promo 1 (Marcq) and Promo 2 (Hem) are over; Promo 4 has begun in Marcq; Promo 5 (Hem) is being filled.
    cohorts::CohortId promo1, promo2, promo3, promo4, promo5;
    std::array<PersonId, 12> members1, members2;
    std::array<PersonId, 6> members4;

    // Hem, in every state.
    Tracked quarter_sign, visors;        // received: to be studied, to be decided
    Tracked touch_map;                   // clarifying, above the cap of materials
    Tracked insect_hotels;               // accepted
    Tracked medals, badges, giant_game;  // making: late, the lead passed, just begun
    Tracked book_boxes;                  // approving, after a first prototype and a failed try
    Tracked reading_stands;              // ready
    Tracked gift_boxes;                  // delivered, with thanks
    Tracked park_signs;                  // closed, its sheet is ready
    Tracked shop_sign;                   // declined
    Tracked summer_film;                 // suspended
    Tracked party_stand;                 // cancelled by its requester
    Tracked benches, trophies;           // closed, of Promo 2
    // Marcq.
    Tracked garden_plates;                // closed, of Promo 1
    Tracked tablets, engraving_workshop;  // received, making

    Actor coordinator() const { return {samira, Role::Coordinator, hem}; }
    Actor fabmanager() const { return {karim, Role::Fabmanager, hem}; }
    Actor admin() const { return {nadege, Role::Admin, {}}; }
    Actor adviser() const { return {claire, Role::Adviser, hem}; }
    Actor participant(PersonId person) const { return {person, Role::Participant, hem}; }
    static Actor requester() { return {.person = {}, .role = Role::Requester, .site = {}}; }
};

// Needs a database with the house's tables and nobody in it. Throws when a verb refuses: the story is wrong
// then.
World build(sql::Database& database, const files::Cabinet& cabinet, orders::Orders& orders, Instant now);

// A badge for each young person of Promo 3, and a PIN for Inès and Yanis: 2580.
void give_badges(sql::Database& database, const World& world, std::string_view key, Instant now);

// The token of a session of that actor, for a cookie.
std::string signed_in(sql::Database& database, const Actor& actor, Instant now);

// A way in for one role: a link that signs in once within two days, or a tracking page.
struct SignInLink {
    std::string role;    // "coordinator", "participant", "requester"…
    std::string detail;  // "lead", "referent", "approving", "clarifying"; else ""
    std::string who;     // "Samira Delcourt", or the order's title
    std::string token;
};
// New links into a lab built at any time before: its people and orders are found by their names.
std::vector<SignInLink> sign_in_links(sql::Database& database, const orders::Orders& orders, Instant now);

}  // namespace fabnum::app::world
