#pragma once

// Who is asking, and the act they are carrying out. The lowest floor knows only their numbers and their
// role; names, rights and contact details belong to features/people.

#include <string>
#include <string_view>

#include "base/day.h"
#include "base/id.h"

namespace fabnum {

using PersonId = Id<struct PersonTag>;
using SiteId = Id<struct SiteTag>;

// The people of a Fab'Num. What each may do is decided by the access rule of each page and the policy of
// each room; this list only names them.
enum class Role {
    Anyone,       // not signed in: a resident, a passer-by
    Participant,  // jeune
    Fabmanager,
    Coordinator,  // coordinatrice, coordinateur
    Adviser,      // conseillère, conseiller of the mission locale
    Requester,    // demandeur, by private link
    Funder,       // financeur, évaluateur, by private link
    Admin,        // admin réseau
    System,       // the product itself: a scheduled job
};
inline constexpr Role all_roles[] = {Role::Anyone,      Role::Participant, Role::Fabmanager,
                                     Role::Coordinator, Role::Adviser,     Role::Requester,
                                     Role::Funder,      Role::Admin,       Role::System};

// Stable word of a role, as stored and as used in catalogue keys: "participant", "fabmanager"…
std::string_view word_of(Role role);
Role role_from_word(std::string_view word);  // an unknown word is Anyone: it opens nothing

struct Actor {
    PersonId person = {};  // none for Anyone, Requester, Funder, System
    Role role = Role::Anyone;
    SiteId site = {};  // none: every site (Admin, System) or no site at all (Anyone)
};

constexpr bool is_staff(Role role) {
    return role == Role::Fabmanager || role == Role::Coordinator || role == Role::Admin;
}
inline bool is_staff(const Actor& actor) {
    return is_staff(actor.role);
}

// Whether things of `site` are within this actor's reach at all.
inline bool reaches(const Actor& actor, SiteId site) {
    return actor.role == Role::Admin || actor.role == Role::System || (actor.site && actor.site == site);
}

// One act of one actor: who, when, and the key that lets it happen only once ("" when not repeatable
// by accident: a scheduled job, a test).
struct Act {
    Actor by = {};
    Instant at = {};
    std::string once = {};
};

}  // namespace fabnum
