#pragma once

// Id: the number of one row of one kind of thing. An OrderId is not a PersonId: the compiler says so.

#include <compare>
#include <cstdint>
#include <functional>

namespace fabnum {

template <class Tag>
struct Id {
    std::int64_t value = 0;  // > 0 for a stored row; 0 means "none yet"

    explicit operator bool() const { return value > 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace fabnum

template <class Tag>
struct std::hash<fabnum::Id<Tag>> {
    std::size_t operator()(const fabnum::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
