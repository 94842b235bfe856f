#pragma once

// A zip made on the spot, its files stored as they are (APPNOTE 4.3).

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fabnum::support {

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace fabnum::support
