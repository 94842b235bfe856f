#pragma once

// Sites: the places of a Fab'Num (Hem, Marcq), each with its own amounts.

#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/money.h"
#include "base/result.h"
#include "platform/sql/sql.h"

namespace fabnum::sites {

struct Site {
    SiteId id;
    std::string name;
    std::string town, address, phone, mail;
    std::string zone = "Europe/Paris";
    // Above this cost of materials an order asks the coordinator (E-Fabrik' caps a project at about 150 €).
    Money material_cap = euros(150);
    // What one hour of the team is worth in "free, valued at"; the site decides it with its accountant.
    Money hour_value = euros(12);
};

std::vector<Site> all(const sql::Reader& db);
std::optional<Site> find(const sql::Reader& db, SiteId id);
SiteId open(const sql::Writer& db, const Site& site);

// Changes what is known of a place and its amounts, with a journal line. Coordinator or admin of that site.
bool may_change(const Actor& actor, SiteId id);
Result<Done> change(sql::Database& database, const Act& act, const Site& after);

}  // namespace fabnum::sites
