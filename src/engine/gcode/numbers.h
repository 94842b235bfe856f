#pragma once

// Decimal numbers as G-code writes them: no exponent, no locale, often without the zero before the point.

#include <cstddef>
#include <string_view>

namespace fabnum::gcode {

// Reads a number at `at` and moves `at` behind it; false (and nothing moved) when none stands there.
inline bool read_number(const char*& at, const char* end, double& number) {
    // Dividing by a power of ten that is exact gives the nearest double (0.3, not 3 × 0.1).
    static constexpr double tens[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                      1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
    const char* here = at;
    const bool negative = here < end && *here == '-';
    if (negative || (here < end && *here == '+')) ++here;
    // Eighteen digits fit; what is longer is no number of a machine's.
    const char* const most = end - here > 20 ? here + 20 : end;
    unsigned long long whole = 0;
    const char* const first = here;
    const auto take_digits = [&] {
        for (unsigned digit; here < most && (digit = static_cast<unsigned>(*here - '0')) < 10; ++here)
            whole = whole * 10 + digit;
    };
    take_digits();
    std::ptrdiff_t digits = here - first, decimals = 0;
    if (here < most && *here == '.') {
        const char* const point = here++;
        take_digits();
        decimals = here - point - 1;
        digits += decimals;
    }
    if (digits == 0 || digits > 18) return false;
    const double value = static_cast<double>(whole) / tens[decimals];
    number = negative ? -value : value;
    at = here;
    return true;
}

// The whole text as a number.
inline bool is_number(std::string_view text, double& number) {
    const char* at = text.data();
    const char* end = at + text.size();
    return read_number(at, end, number) && at == end;
}

}  // namespace fabnum::gcode
