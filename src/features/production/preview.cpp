#include "features/production/preview.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fabnum::production {

namespace {

constexpr double field = 1000, margin = 20;
constexpr std::size_t longest_path = 120'000;  // characters

struct Spot {
    double x = 0, y = 0;
};

// Isometric: the plate lies under the eye, heights go up.
Spot seen_from_the_corner(const gcode::Point& p, double z) {
    constexpr double cos30 = 0.8660254037844386, sin30 = 0.5;
    return {(p.x - p.y) * cos30, -(p.x + p.y) * sin30 - z};
}

}  // namespace

Preview picture_of(const gcode::Preview& layers) {
    std::vector<std::vector<Spot>> lines;
    Spot least{1e12, 1e12}, most{-1e12, -1e12};
    for (const auto& layer : layers.layers) {
        for (const auto& line : layer.lines) {
            std::vector<Spot> spots;
            spots.reserve(line.size());
            for (const auto& p : line) {
                const Spot spot = seen_from_the_corner(p, layer.z);
                if (!(std::abs(spot.x) < 1e6 && std::abs(spot.y) < 1e6)) continue;
                least = {std::min(least.x, spot.x), std::min(least.y, spot.y)};
                most = {std::max(most.x, spot.x), std::max(most.y, spot.y)};
                spots.push_back(spot);
            }
            if (spots.size() > 1) lines.push_back(std::move(spots));
        }
    }
    const double width = most.x - least.x, height = most.y - least.y;
    if (lines.empty() || width < 0.5) return {};
    // A tower is as high as the field is wide at most.
    const double scale = (field - 2 * margin) / std::max(width, height);
    const double left = (field - width * scale) / 2;
    Preview preview{.path = {}, .height = static_cast<int>(std::lround(height * scale + 2 * margin))};
    for (const auto& line : lines) {
        if (preview.path.size() > longest_path) break;
        char letter = 'M';
        for (const Spot& spot : line) {
            preview.path += letter;
            preview.path += std::to_string(std::lround((spot.x - least.x) * scale + left));
            preview.path += ' ';
            preview.path += std::to_string(std::lround((spot.y - least.y) * scale + margin));
            letter = 'L';
        }
    }
    return preview;
}

}  // namespace fabnum::production
