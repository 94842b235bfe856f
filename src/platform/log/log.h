#pragma once

// One structured line per event on standard error: JSON, with the time, a level, an event name and fields.
// No personal data: numbers, route patterns, durations, keys of refusals; never a name, a query or a body.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace fabnum::log {

enum class Level { Debug, Info, Warning, Error };

struct Field {
    std::string_view name;
    std::variant<std::int64_t, double, bool, std::string> value;
    Field(std::string_view n, std::int64_t v) : name(n), value(v) {}
    Field(std::string_view n, int v) : name(n), value(std::int64_t{v}) {}
    Field(std::string_view n, double v) : name(n), value(v) {}
    Field(std::string_view n, bool v) : name(n), value(v) {}
    Field(std::string_view n, std::string_view v) : name(n), value(std::string(v)) {}
    Field(std::string_view n, const char* v) : name(n), value(std::string(v)) {}
    Field(std::string_view n, const std::string& v) : name(n), value(v) {}
};

void set_level(Level least);
void debug(std::string_view event, std::initializer_list<Field> fields = {});
void info(std::string_view event, std::initializer_list<Field> fields = {});
void warning(std::string_view event, std::initializer_list<Field> fields = {});
void error(std::string_view event, std::initializer_list<Field> fields = {});

}  // namespace fabnum::log
