#pragma once

// Every setting: its name, how to write it, what it decides, and how its text is read. Private to the folder.

#include <span>
#include <string>
#include <string_view>

#include "platform/config/config.h"

namespace fabnum::config {

struct Setting {
    std::string_view name;     // on the command line; "mail-server" is server in the file's table [mail]
    std::string_view value;    // in the help: "HOST:PORT"; "" for a switch
    std::string_view example;  // in a refusal
    std::string_view meaning;  // in the help
    bool (*accept)(Config& config, std::string_view text);  // false: the text is not a value of this setting
};

std::span<const Setting> settings();

}  // namespace fabnum::config
