#include "platform/json/json.h"

#include <boost/json.hpp>

namespace fabnum::json {

std::string object(std::initializer_list<std::pair<std::string_view, Value>> fields) {
    boost::json::object object;
    for (const auto& [name, value] : fields) {
        auto& slot = object[boost::json::string_view(name.data(), name.size())];
        if (const auto* number = std::get_if<std::int64_t>(&value.content()))
            slot = *number;
        else if (const auto* yes = std::get_if<bool>(&value.content()))
            slot = *yes;
        else if (const auto* text = std::get_if<std::string>(&value.content()))
            slot = *text;
    }
    return boost::json::serialize(object);
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
