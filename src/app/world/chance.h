#pragma once

// Chance that is the same on every machine for the same seed.

#include <cstdint>
#include <random>
#include <span>

namespace fabnum::app::world {

class Chance {
 public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    // From 0 up to `count`, which is not reached. (The library's own distributions differ between machines.)
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool in(std::size_t hundredths) { return below(100) < hundredths; }
    template <class T, std::size_t N>
    const T& of(const T (&list)[N]) {
        return list[below(N)];
    }
    template <class T>
    const T& of(std::span<const T> list) {
        return list[below(list.size())];
    }

 private:
    std::mt19937_64 engine_;
};

}  // namespace fabnum::app::world
