#pragma once

// Printers: machines that answer over the network. An administrator registers the address; the product asks
// nothing else. Every question is asked in the background, by `look_around` again and again or by a job;
// pages read what was answered last, and when.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/machines/machines.h"
#include "features/printers/printer.h"
#include "platform/sql/sql.h"

namespace fabnum::printers {

// What is known of a printer.
struct Printer {
    PrinterId id = {};
    machines::MachineId machine = {};
    SiteId site = {};
    Kind kind = Kind::OctoPrint;
    std::string address, user, program, storage;
    Seen seen;
    std::optional<Instant> looked_at = {};    // asked last
    std::optional<Instant> answered_at = {};  // answered last
};

std::optional<Printer> find(const sql::Reader& db, machines::MachineId machine);
std::map<machines::MachineId, Printer> of_site(const sql::Reader& db, SiteId site);

// Registering: the administrator, or whoever coordinates the site. `key` seals the secret.
struct Registering {
    machines::MachineId machine;
    Kind kind = Kind::OctoPrint;
    std::string address;  // as typed
    std::string user, secret;
};
bool may_register(const Actor& actor, SiteId site);
// printers.not_yours, printers.not_there, outgoing.not_an_address, outgoing.no_account. An empty secret keeps
// the one that is there, unless the address changes: a secret is for one address.
Result<Done> register_printer(sql::Database& database, const Act& act, const Registering& one,
                              std::string_view key);
Result<Done> forget(sql::Database& database, const Act& act, machines::MachineId machine);

// How large a thing a machine makes at most, in millimetres; for machines without network too.
using Room3 = std::array<double, 3>;
std::map<machines::MachineId, Room3> rooms(const sql::Reader& db, SiteId site);
Result<Done> set_room(sql::Database& database, const Act& act, machines::MachineId machine, const Room3& mm);

// Asks every printer whose turn it is, all at once; answers whether anything changed.
bool look_around(sql::Database& database, std::string_view key, Instant now);

// For background jobs: they wait for the printer.
Result<Sent> send(sql::Database& database, std::string_view key, machines::MachineId machine,
                  const Parcel& parcel, Instant now);
Result<Done> stop(sql::Database& database, std::string_view key, machines::MachineId machine);
// How the run of `file` that began at `since` ended, if the printer remembers it.
std::optional<Past> past(sql::Database& database, std::string_view key, machines::MachineId machine,
                         std::string_view file, Instant since);

}  // namespace fabnum::printers
