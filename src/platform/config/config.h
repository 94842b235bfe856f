#pragma once

// What the host decided, read once at start: command line first, then fabnum.toml in the data folder, then
// sensible values. A wrong value is refused with its name and an example.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace fabnum::config {

struct Mail {
    std::string server;  // "smtp://mail.example:587"; "": letters are kept and shown, not sent
    std::string user, password_file;
    std::string from = "Fab’Num <ne-pas-repondre@fabnum.invalid>";
};

// On a wall clock in Paris.
struct Moment {
    Day day;
    int minutes = 0;  // since midnight
};

struct Config {
    std::filesystem::path data;  // the one folder
    std::string listen_address = "127.0.0.1";
    std::uint16_t listen_port = 8080;
    std::string public_address;  // "https://fabnum.example"; "": http://listen
    std::string database;        // "postgresql://…"; "": SQLite in the data folder
    std::string certificate_file, key_file;
    std::vector<std::string> trusted_proxies;
    Mail mail;
    int workers = 16, io_threads = 2;
    bool demo = false;
    std::optional<Moment> at;  // with demo: the time it believes it is when it starts
    bool development = false;  // shows /design, reads assets from disk
};

// `values` are the command line's: name (without dashes) and text. Refused as "config.wrong" with the facts
// name, given and example.
Result<Config> read(const std::vector<std::pair<std::string, std::string>>& values);

// Every setting, one a line, for --help. (English: it speaks to the host.)
std::string help();

}  // namespace fabnum::config
