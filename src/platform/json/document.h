#pragma once

// A JSON text that somebody else wrote, read without trust: what is not there, or is of another kind than
// asked for, is absent. Nothing throws.
//
//     const auto answer = json::read(text);
//     answer["job"]["file"]["name"].text()     // nullopt unless all of it is there

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabnum::json {

class Document {
 public:
    Document() = default;  // nothing

    Document operator[](std::string_view member) const;
    std::vector<Document> items() const;                           // of a list; else none
    std::vector<std::pair<std::string, Document>> fields() const;  // of an object; else none
    bool is_there() const { return value_ != nullptr; }            // null is there
    std::optional<std::string> text() const;
    std::optional<double> number() const;  // finite
    std::optional<bool> yes() const;

 private:
    friend Document read(std::string_view text);
    Document(std::shared_ptr<const void> whole, const void* value)
        : whole_(std::move(whole)), value_(value) {}

    std::shared_ptr<const void> whole_;  // keeps what `value_` is in
    const void* value_ = nullptr;
};

// Nothing when the text is no JSON, or nested deeper than any honest answer (32 levels).
Document read(std::string_view text);

}  // namespace fabnum::json
