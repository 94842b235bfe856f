#include "platform/json/json.h"

#include <charconv>
#include <cmath>
#include <iterator>

#include <boost/json.hpp>

namespace fabnum::json {

namespace {

std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

std::string text_of(const Value& value) {
    const auto& content = value.content();
    if (const auto* number = std::get_if<std::int64_t>(&content)) return std::to_string(*number);
    if (const auto* yes = std::get_if<bool>(&content)) return *yes ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&content)) return quoted(*text);
    if (const auto* written = std::get_if<Value::Written>(&content)) return written->json;
    if (const auto* number = std::get_if<double>(&content); number && std::isfinite(*number)) {
        char shortest[32];  // that reads back as the same number
        const auto end = std::to_chars(std::begin(shortest), std::end(shortest), *number).ptr;
        return {std::begin(shortest), end};
    }
    return "null";
}

template <class Fields>
std::string object_of(const Fields& fields) {
    std::string text = "{";
    for (const auto& [name, value] : fields) {
        if (text.size() > 1) text += ',';
        text += quoted(name) + ':' + text_of(value);
    }
    return text + '}';
}

}  // namespace

std::string object(std::initializer_list<std::pair<std::string_view, Value>> fields) {
    return object_of(fields);
}

std::string object(const std::vector<std::pair<std::string, Value>>& fields) {
    return object_of(fields);
}

std::string array(const std::vector<Value>& values) {
    std::string text = "[";
    for (const auto& value : values) {
        if (text.size() > 1) text += ',';
        text += text_of(value);
    }
    return text + ']';
}

std::optional<std::vector<std::pair<std::string, std::string>>> members(std::string_view text) {
    boost::json::error_code error;
    const auto value = boost::json::parse(boost::json::string_view(text.data(), text.size()), error);
    if (error || !value.is_object()) return std::nullopt;
    std::vector<std::pair<std::string, std::string>> members;
    for (const auto& member : value.get_object()) {
        std::string content;
        if (member.value().is_string())
            content = member.value().get_string().c_str();
        else if (!member.value().is_null())
            content = boost::json::serialize(member.value());
        members.emplace_back(std::string(member.key()), std::move(content));
    }
    return members;
}

}  // namespace fabnum::json
