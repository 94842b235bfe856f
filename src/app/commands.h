#pragma once

// The commands of the program: serve, check, migrate, demo, help.

#include <string>
#include <vector>

namespace fabnum::app {

// Runs one command; answers the exit code: 0 done, 1 not done, 2 not understood.
int run(const std::vector<std::string>& arguments);

}  // namespace fabnum::app
