#pragma once

// The pictures of the small lab, drawn for it: assets/demo.

#include <map>
#include <string>

#include "platform/files/files.h"

namespace fabnum::app::world {

class Pictures {
 public:
    explicit Pictures(const files::Cabinet& cabinet) : cabinet_(cabinet) {}

    // The drawing of that name, put in place in the cabinet. Throws when the cabinet does not take it.
    const files::Cabinet::Checked& operator[](const std::string& name);

 private:
    const files::Cabinet& cabinet_;
    std::map<std::string, files::Cabinet::Checked> placed_;  // looking at one takes a while: once is enough
};

}  // namespace fabnum::app::world
