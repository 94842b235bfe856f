#pragma once

// The PostgreSQL cluster that tests use: the one of FABNUM_TEST_POSTGRES, or a private one in a temporary
// folder, reached by a socket file, without fsync, which ends with the test program.

#include <string>

namespace fabnum::support {

// A database from which others are made.
const std::string& cluster_address();
// Another database of the same cluster.
std::string address_of(const std::string& database);

}  // namespace fabnum::support
