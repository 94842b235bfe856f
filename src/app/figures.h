#pragma once

// `fabnum figures …`: the statistics of the results pages, for evaluators, on figures of their own.

#include <ostream>
#include <string>
#include <vector>

namespace fabnum::app {

// Answers the exit code: 0 done, 1 a file that does not hold what it should, 2 not understood.
int figures(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

extern const char* const figures_help;

}  // namespace fabnum::app
