#pragma once

// Rows of printers.

#include "features/printers/printers.h"

namespace fabnum::printers::store {

std::optional<Printer> find(const sql::Reader& db, machines::MachineId machine);
std::vector<Printer> of_site(const sql::Reader& db, SiteId site);  // none: of every site
std::vector<Printer> due(const sql::Reader& db, Instant now);

// A printer as it is opened: what is sealed stays sealed here.
struct Registration {
    machines::MachineId machine;
    SiteId site;
    Kind kind = Kind::OctoPrint;
    std::string address, user, secret_sealed;
};
void put(const sql::Writer& db, const Registration& one, const Act& act);
bool remove(const sql::Writer& db, machines::MachineId machine);
std::optional<std::string> sealed_secret(const sql::Reader& db, machines::MachineId machine);

void set_identity(const sql::Writer& db, PrinterId id, std::string_view program, std::string_view storage);
void set_seen(const sql::Writer& db, PrinterId id, const Seen& seen, bool answered, Instant now,
              Instant again);
void look_again(const sql::Writer& db, machines::MachineId machine, Instant at);

std::map<machines::MachineId, Room3> rooms(const sql::Reader& db, SiteId site);
void set_room(const sql::Writer& db, machines::MachineId machine, SiteId site, const Room3& mm);

}  // namespace fabnum::printers::store
