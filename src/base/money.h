#pragma once

// Money: an amount in euro cents.

#include <compare>
#include <cstdint>

namespace fabnum {

struct Money {
    std::int64_t cents = 0;

    friend Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
    friend Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
    friend Money operator*(Money a, std::int64_t times) { return {a.cents * times}; }
    friend auto operator<=>(const Money&, const Money&) = default;
};

constexpr Money euros(std::int64_t whole) {
    return {whole * 100};
}

}  // namespace fabnum
