#pragma once

// Three kinds of no. Absent: std::optional. Refused: Result holding a Refusal. Broken: an exception.

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fabnum {

// Why a request that was understood is not carried out. `key` names a sentence of the catalogue
// ("orders.moved_meanwhile"); `facts` fill its blanks. The page finds the words in the reader's language.
struct Refusal {
    std::string key;
    std::vector<std::pair<std::string, std::string>> facts = {};

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

// A value, or the reason why there is none. Asking a refusal for its value is a bug: it throws.
template <class T>
class [[nodiscard]] Result {
 public:
    using Value = T;

    Result(T value) : outcome_(std::in_place_index<0>, std::move(value)) {}
    Result(Refusal refusal) : outcome_(std::in_place_index<1>, std::move(refusal)) {}

    explicit operator bool() const { return outcome_.index() == 0; }
    const T& operator*() const { return std::get<0>(outcome_); }
    const T* operator->() const { return &std::get<0>(outcome_); }
    const Refusal& refusal() const { return std::get<1>(outcome_); }

 private:
    std::variant<T, Refusal> outcome_;
};

}  // namespace fabnum
