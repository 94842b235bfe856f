#include "base/actor.h"

namespace fabnum {

std::string_view word_of(Role role) {
    switch (role) {
        case Role::Anyone: return "anyone";
        case Role::Participant: return "participant";
        case Role::Fabmanager: return "fabmanager";
        case Role::Coordinator: return "coordinator";
        case Role::Adviser: return "adviser";
        case Role::Requester: return "requester";
        case Role::Funder: return "funder";
        case Role::Admin: return "admin";
        case Role::System: return "system";
    }
    return "anyone";
}

Role role_from_word(std::string_view word) {
    for (const Role role : all_roles)
        if (word_of(role) == word) return role;
    return Role::Anyone;
}

}  // namespace fabnum
