#include "engine/mesh/mesh.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fabnum::mesh {

namespace {

struct Wide {
    double x, y, z;
};
Wide operator-(const Vec& a, const Vec& b) {
    return {double{a.x} - b.x, double{a.y} - b.y, double{a.z} - b.z};
}
Wide cross(const Wide& a, const Wide& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double dot(const Wide& a, const Wide& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

// Steeper than 45° from the plate's view (cosine of the angle to straight down).
constexpr double overhang_cosine = 0.70710678118654752;
// What lies within a tenth of a millimetre of the lowest point lies on the plate.
constexpr float plate_mm = 0.1F;

// A fingerprint of a point: equal points, equal fingerprints (and -0 is 0). Mixing as in MurmurHash3's
// finaliser.
std::uint64_t mixed(std::uint64_t bits) {
    bits ^= bits >> 33;
    bits *= 0xff51afd7ed558ccdULL;
    bits ^= bits >> 33;
    bits *= 0xc4ceb9fe1a85ec53ULL;
    return bits ^ (bits >> 33);
}
std::uint64_t fingerprint(const Vec& point) {
    const float parts[] = {point.x + 0.0F, point.y + 0.0F, point.z + 0.0F};
    std::uint32_t bits[3];
    std::memcpy(bits, parts, sizeof bits);
    return mixed((std::uint64_t{bits[0]} << 32 | bits[1]) ^ mixed(bits[2] + 0x9e3779b97f4a7c15ULL));
}

}  // namespace

std::array<double, 3> Box::size() const {
    return {double{most.x} - least.x, double{most.y} - least.y, double{most.z} - least.z};
}

void Surface::add_edges(const Triangle& triangle) {
    const std::uint64_t of[] = {fingerprint(triangle[0]), fingerprint(triangle[1]), fingerprint(triangle[2])};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::uint64_t a = of[i], b = of[(i + 1) % 3];
        const std::uint64_t edge = mixed((a + b) ^ ((a ^ b) * 0x9e3779b97f4a7c15ULL));
        odd_edges_ ^= edge;
        turned_edges_ += a < b ? edge : a > b ? 0 - edge : 0;
    }
}

void Surface::add(const Triangle& triangle) {
    if (triangles_++ == 0) box_ = {triangle[0], triangle[0]}, origin_ = triangle[0];
    const float lowest_before = box_.least.z;
    for (const Vec& corner : triangle) {
        box_.least = {std::min(box_.least.x, corner.x), std::min(box_.least.y, corner.y),
                      std::min(box_.least.z, corner.z)};
        box_.most = {std::max(box_.most.x, corner.x), std::max(box_.most.y, corner.y),
                     std::max(box_.most.z, corner.z)};
    }
    add_edges(triangle);
    const Wide normal = cross(triangle[1] - triangle[0], triangle[2] - triangle[0]);
    const double doubled = std::sqrt(dot(normal, normal));
    if (doubled <= 0) {
        ++degenerate_;
        return;
    }
    area_ += doubled / 2;
    volume_ += dot(triangle[0] - origin_, normal) / 6;
    // A lower plate: what lay on the one before hangs in the air now.
    if (box_.least.z < lowest_before - plate_mm) down_on_plate_ = up_on_plate_ = 0;
    const bool down = normal.z<-overhang_cosine * doubled, up = normal.z> overhang_cosine * doubled;
    if (!down && !up) return;
    const bool on_plate = std::max({triangle[0].z, triangle[1].z, triangle[2].z}) <= box_.least.z + plate_mm;
    (down ? down_ : up_) += doubled / 2;
    if (on_plate) (down ? down_on_plate_ : up_on_plate_) += doubled / 2;
}

Findings Surface::findings() const {
    Findings found;
    found.triangles = triangles_;
    found.degenerate = degenerate_;
    found.box = box_;
    found.area_mm2 = area_;
    found.volume_mm3 = std::abs(volume_);
    found.watertight = triangles_ > 0 && odd_edges_ == 0;
    found.consistent = found.watertight && turned_edges_ == 0;
    found.inside_out = found.consistent && volume_ < 0;
    found.overhang_mm2 = found.inside_out ? up_ - up_on_plate_ : down_ - down_on_plate_;
    return found;
}

Result<Findings> analyse(std::string_view bytes) {
    Surface surface;
    const auto format = each_triangle(bytes, [&](const Triangle& triangle) { surface.add(triangle); });
    if (!format) return format.refusal();
    Findings found = surface.findings();
    found.format = *format;
    return found;
}

Estimate estimate_of(const Findings& found, const Recipe& recipe) {
    const double shell = std::min(found.area_mm2 * recipe.walls_mm, found.volume_mm3);
    const double plastic = shell + (found.volume_mm3 - shell) * recipe.infill;
    const double layers = std::ceil(found.box.size()[2] / recipe.layer_mm);
    return {.grams = plastic / 1000 * recipe.density_g_cm3,
            .seconds = plastic / recipe.flow_mm3_s + layers * recipe.seconds_per_layer};
}

bool fits(const std::array<double, 3>& size, const std::array<double, 3>& room) {
    if (size[2] > room[2]) return false;
    return (size[0] <= room[0] && size[1] <= room[1]) || (size[1] <= room[0] && size[0] <= room[1]);
}

}  // namespace fabnum::mesh
