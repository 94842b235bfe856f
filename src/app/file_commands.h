#pragma once

// `fabnum gcode FILE` and `fabnum mesh FILE`: what a file says of itself, as JSON with the units in its key
// names.

#include <string>
#include <vector>

namespace fabnum::app {

// Each answers the exit code: 0 said, 1 the file cannot be understood, 2 the command cannot.
int say_gcode(const std::vector<std::string>& files);
int say_mesh(const std::vector<std::string>& files);

}  // namespace fabnum::app
