#pragma once

// Small JSON texts, written: journal details, job payloads, findings. Boost.JSON does the escaping.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/id.h"
#include "base/money.h"

namespace fabnum::json {

class Value {
 public:
    Value(std::int64_t number) : content_(number) {}
    Value(int number) : content_(std::int64_t{number}) {}
    Value(bool yes) : content_(yes) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(Day day) : content_(to_iso(day)) {}
    Value(Money money) : content_(money.cents) {}
    Value(double number) : content_(number) {}  // null when it is no number
    // What object() or array() wrote, inside another.
    struct Written {
        std::string json;
    };
    Value(Written written) : content_(std::move(written)) {}
    template <class Tag>
    Value(Id<Tag> id) : content_(id.value) {}
    template <class T>
    Value(const std::optional<T>& maybe) : content_(maybe ? Value(*maybe).content_ : Content{}) {}

    using Content = std::variant<std::monostate, std::int64_t, bool, std::string, double, Written>;
    const Content& content() const { return content_; }

 private:
    Content content_;
};

// {"title":"60 médailles","quantity":60}, in the order given.
std::string object(std::initializer_list<std::pair<std::string_view, Value>> fields);

std::string object(const std::vector<std::pair<std::string, Value>>& fields);

// [1,"two"]
std::string array(const std::vector<Value>& values);
inline Value inside(std::string written) {
    return Value::Written{std::move(written)};
}

// The members of a flat object, as text ("" for null, "true"/"false"); nullopt when it is not an object.
std::optional<std::vector<std::pair<std::string, std::string>>> members(std::string_view object);

}  // namespace fabnum::json
