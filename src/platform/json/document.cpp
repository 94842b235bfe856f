#include "platform/json/document.h"

#include <cmath>

#include <boost/json.hpp>

namespace fabnum::json {

namespace {

const boost::json::value& value_at(const void* value) {
    return *static_cast<const boost::json::value*>(value);
}

}  // namespace

Document Document::operator[](std::string_view member) const {
    if (!value_) return {};
    const auto* object = value_at(value_).if_object();
    if (!object) return {};
    const auto* found = object->if_contains({member.data(), member.size()});
    return found ? Document(whole_, found) : Document();
}

std::vector<Document> Document::items() const {
    std::vector<Document> all;
    const auto* list = value_ ? value_at(value_).if_array() : nullptr;
    if (!list) return all;
    all.reserve(list->size());
    for (const auto& one : *list) all.push_back(Document(whole_, &one));
    return all;
}

std::vector<std::pair<std::string, Document>> Document::fields() const {
    std::vector<std::pair<std::string, Document>> all;
    const auto* object = value_ ? value_at(value_).if_object() : nullptr;
    if (!object) return all;
    all.reserve(object->size());
    for (const auto& one : *object) all.emplace_back(std::string(one.key()), Document(whole_, &one.value()));
    return all;
}

std::optional<std::string> Document::text() const {
    const auto* text = value_ ? value_at(value_).if_string() : nullptr;
    if (!text) return std::nullopt;
    return std::string(text->data(), text->size());
}

std::optional<double> Document::number() const {
    if (!value_ || !value_at(value_).is_number()) return std::nullopt;
    boost::json::error_code error;
    const double number = value_at(value_).to_number<double>(error);
    if (error || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<bool> Document::yes() const {
    const auto* yes = value_ ? value_at(value_).if_bool() : nullptr;
    if (!yes) return std::nullopt;
    return *yes;
}

Document read(std::string_view text) {
    boost::json::error_code error;
    auto parsed = boost::json::parse({text.data(), text.size()}, error);
    if (error) return {};
    auto whole = std::make_shared<const boost::json::value>(std::move(parsed));
    const void* value = whole.get();
    return Document(std::move(whole), value);
}

}  // namespace fabnum::json
