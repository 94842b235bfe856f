#include "app/commands.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "app/figures.h"
#include "app/file_commands.h"
#include "app/house.h"
#include "app/world/generator.h"
#include "features/attendance/attendance.h"
#include "platform/config/config.h"
#include "platform/files/files.h"
#include "platform/i18n/i18n.h"
#include "platform/journal/journal.h"
#include "platform/sql/migrations.h"
#include "platform/sql/schema.h"

namespace fabnum::app {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// "--name value", "--name=value", "--switch".
Values values_of(const std::vector<std::string>& arguments, std::size_t from) {
    Values values;
    for (std::size_t i = from; i < arguments.size(); ++i) {
        std::string name = arguments[i];
        if (!name.starts_with("--")) {
            values.emplace_back("", name);
            continue;
        }
        name.erase(0, 2);
        if (const auto equals = name.find('='); equals != std::string::npos) {
            values.emplace_back(name.substr(0, equals), name.substr(equals + 1));
        } else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--")) {
            values.emplace_back(name, arguments[++i]);
        } else {
            values.emplace_back(name, "");
        }
    }
    return values;
}

std::string take(Values& values, std::string_view name, std::string otherwise) {
    for (auto one = values.begin(); one != values.end(); ++one) {
        if (one->first != name) continue;
        otherwise = one->second;
        values.erase(one);
        break;
    }
    return otherwise;
}

std::int64_t number(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int help() {
    std::cout
        << "fabnum: the software a fabrique numérique runs on\n\n"
           "  fabnum serve   --data DIR [--listen HOST:PORT] [--database postgresql://…] [--demo]\n"
           "  fabnum check   --data DIR    the database and its journal hold together\n"
           "  fabnum migrate --data DIR    brings the database up to date\n"
           "  fabnum demo    --data DIR --sites N --years Y --seed S    fills an empty folder, at any size\n"
           "  fabnum attendance verify FILE     an export of signatures, without any database\n"
           "  fabnum schema                what the migrations add up to\n"
           "  fabnum gcode FILE            time, filament, layers and size of a G-code file, as JSON\n"
           "  fabnum mesh FILE             size, volume and soundness of an STL, OBJ or 3MF model, as "
           "JSON\n\n"
           "Figures, printed as CSV with all their digits:\n"
        << figures_help << "\nSettings, on the command line or in DIR/fabnum.toml:\n"
        << config::help();
    return 0;
}

std::optional<config::Config> configured(const Values& values) {
    const auto config = config::read(values);
    if (config) return *config;
    std::cerr << "fabnum: " << i18n::Words({.language = i18n::Language::English})(config.refusal()) << "\n";
    return std::nullopt;
}

// The helper process that decodes pictures is this program too (files.h).
int decode_picture(std::vector<std::string> arguments) {
    std::string program = "fabnum";
    std::vector<char*> words = {program.data()};
    for (auto& argument : arguments) words.push_back(argument.data());
    const int count = static_cast<int>(words.size());
    words.push_back(nullptr);
    return files::picture_process(count, words.data());
}

int check(const config::Config& config) {
    const auto database =
        sql::Database::open({.where = database_of(config), .readers = 1, .read_only = true});
    const auto verdict = database->read([](const sql::Reader& db) { return journal::verify(db); });
    if (!verdict) {
        std::cout << "The journal is broken at line " << *verdict.broken_at << ": " << verdict.why << "\n";
        return 1;
    }
    const auto signatures = database->read([](const sql::Reader& db) { return attendance::verify(db); });
    if (!signatures) {
        std::cout << "The signatures of presence are broken at line " << *signatures.broken_at << ": "
                  << signatures.why << "\n";
        return 1;
    }
    std::cout << "The signatures of presence hold together: " << signatures.lines << " lines.\n";
    std::cout << "The journal holds together: " << verdict.lines << " lines";
    if (verdict.blanked > 0) std::cout << ", " << verdict.blanked << " of them without their details";
    std::cout << ".\n";
    return 0;
}

// An auditor's own check: the file alone, no house.
int verify_attendance(const std::vector<std::string>& arguments) {
    if (arguments.size() != 3 || arguments[1] != "verify") {
        std::cerr << "fabnum: say which file: fabnum attendance verify FILE\n";
        return 2;
    }
    std::ifstream in(arguments[2], std::ios::binary);
    if (!in) {
        std::cerr << "fabnum: cannot read " << arguments[2] << "\n";
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto finding = attendance::verified(text);
    if (!finding) {
        std::cout << "This export does not hold together";
        if (finding.broken_at) std::cout << " at line " << *finding.broken_at;
        std::cout << ": " << finding.why << ".\n";
        return 1;
    }
    std::cout << "This export holds together: " << finding.own << " signatures in a chain of "
              << finding.lines << " lines.\n";
    return 0;
}

int carry_out(const std::vector<std::string>& arguments) {
    const std::string command = arguments.empty() ? "help" : arguments.front();
    if (command == "help" || command == "--help" || command == "-h") return help();
    if (command == "picture") return decode_picture(arguments);
    if (command == "attendance") return verify_attendance(arguments);
    if (command == "gcode") return say_gcode({arguments.begin() + 1, arguments.end()});
    if (command == "mesh") return say_mesh({arguments.begin() + 1, arguments.end()});
    if (command == "schema") {
        std::cout << sql::schema_text(sql::house_migrations());
        return 0;
    }
    if (command == "figures") return figures({arguments.begin() + 1, arguments.end()}, std::cout, std::cerr);
    Values values = values_of(arguments, 1);
    const world::Size size{.sites = static_cast<int>(number(take(values, "sites", "1"))),
                           .years = static_cast<int>(number(take(values, "years", "1"))),
                           .seed = static_cast<std::uint64_t>(number(take(values, "seed", "1")))};
    const auto config = configured(values);
    if (!config) return 2;
    if (command == "serve") return serve(*config);
    if (command == "check") return check(*config);
    if (command == "migrate") {
        std::cout << bring_up_to_date(*config) << " migrations ran.\n";
        return 0;
    }
    if (command == "demo") {
        bring_up_to_date(*config);
        const auto database = sql::Database::open({.where = database_of(*config)});
        world::generate(*database, size, clock::system().now());
        return 0;
    }
    std::cerr << "fabnum: no command \"" << command << "\". Try fabnum --help.\n";
    return 2;
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
    try {
        return carry_out(arguments);
    } catch (const std::exception& broken) {
        std::cerr << "fabnum: " << broken.what() << "\n";
        return 1;
    }
}

}  // namespace fabnum::app
