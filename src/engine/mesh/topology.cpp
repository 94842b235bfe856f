#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

#include "engine/mesh/mesh.h"
#include "engine/mesh/thickness.h"

namespace fabnum::mesh {

namespace {

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t most_holes = 20;

std::uint64_t spread(std::uint64_t key) {
    key ^= key >> 32;
    key *= 0xd6e8feb86659fd93ULL;
    return key ^ (key >> 32);
}

// Numbers things in the order they are met: an open-addressed table of their numbers.
class Numbering {
 public:
    explicit Numbering(std::size_t most)
        : slots_(std::bit_ceil(most * 2 + 16), nothing), mask_(slots_.size() - 1) {}

    // The number of what `is_it` recognises among those met, or `next` for something new.
    template <class IsIt>
    std::uint32_t number_of(std::uint64_t hash, std::uint32_t next, const IsIt& is_it) {
        for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
            if (slots_[at] == nothing) return slots_[at] = next;
            if (is_it(slots_[at])) return slots_[at];
        }
    }

 private:
    std::vector<std::uint32_t> slots_;
    std::size_t mask_;
};

struct Edge {
    std::uint32_t from, to;                           // from < to
    std::uint32_t first = nothing, second = nothing;  // triangles that meet it
    std::uint32_t meets = 0;
    bool same_way = false;  // both run through it in the same direction
    bool first_forward = false;
};

std::vector<Edge> edges_of(const Model& model) {
    std::vector<Edge> edges;
    edges.reserve(model.triangles.size() * 3 / 2 + 8);
    Numbering numbering(model.triangles.size() * 3);
    for (std::uint32_t t = 0; t < model.triangles.size(); ++t) {
        const auto& corners = model.triangles[t];
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t a = corners[i], b = corners[(i + 1) % 3];
            if (a == b) continue;
            const std::uint32_t from = std::min(a, b), to = std::max(a, b);
            const auto hash = spread(std::uint64_t{from} << 32 | to);
            const auto number = numbering.number_of(
                hash, static_cast<std::uint32_t>(edges.size()),
                [&](std::uint32_t e) { return edges[e].from == from && edges[e].to == to; });
            if (number == edges.size()) edges.push_back({from, to});
            Edge& edge = edges[number];
            ++edge.meets;
            if (edge.meets == 1) {
                edge.first = t;
                edge.first_forward = a < b;
            } else if (edge.meets == 2) {
                edge.second = t;
                edge.same_way = edge.first_forward == (a < b);
            }
        }
    }
    return edges;
}

// Sets that are joined; each knows its first member.
class Groups {
 public:
    explicit Groups(std::size_t size) : of_(size) { std::iota(of_.begin(), of_.end(), std::uint32_t{0}); }
    std::uint32_t of(std::uint32_t one) {
        while (of_[one] != one) one = of_[one] = of_[of_[one]];
        return one;
    }
    void join(std::uint32_t a, std::uint32_t b) { of_[of(a)] = of(b); }

 private:
    std::vector<std::uint32_t> of_;
};

double signed_volume(const Model& model, const std::array<std::uint32_t, 3>& corners) {
    const Vec &a = model.vertices[corners[0]], &b = model.vertices[corners[1]],
              &c = model.vertices[corners[2]];
    return (double{a.x} * (double{b.y} * c.z - double{b.z} * c.y) +
            double{a.y} * (double{b.z} * c.x - double{b.x} * c.z) +
            double{a.z} * (double{b.x} * c.y - double{b.y} * c.x)) /
           6;
}

// Which triangles of each part must be turned so that all face outwards.
struct Turning {
    std::vector<bool> turn;
    std::int64_t parts = 0, turned = 0;
};

Turning turning_of(const Model& model, const std::vector<Edge>& edges) {
    const auto count = static_cast<std::uint32_t>(model.triangles.size());
    // Neighbours across edges that exactly two triangles meet, as one list.
    std::vector<std::uint32_t> begin(count + 1, 0);
    Groups groups(count);
    for (const Edge& edge : edges) {
        if (edge.second == nothing) continue;
        groups.join(edge.first, edge.second);
        if (edge.meets != 2) continue;
        ++begin[edge.first + 1];
        ++begin[edge.second + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    struct Neighbour {
        std::uint32_t triangle;
        bool same_way;
    };
    std::vector<Neighbour> neighbours(begin.back());
    auto next = begin;
    for (const Edge& edge : edges) {
        if (edge.meets != 2) continue;
        neighbours[next[edge.first]++] = {edge.second, edge.same_way};
        neighbours[next[edge.second]++] = {edge.first, edge.same_way};
    }
    Turning turning{.turn = std::vector<bool>(count)};
    std::vector<bool> seen(count), part_seen(count);
    std::vector<std::uint32_t> waiting, patch;
    for (std::uint32_t start = 0; start < count; ++start) {
        if (seen[start]) continue;
        const std::uint32_t part = groups.of(start);
        if (!part_seen[part]) {
            part_seen[part] = true;
            ++turning.parts;
        }
        patch.clear();
        waiting.assign(1, start);
        seen[start] = true;
        double volume = 0;
        while (!waiting.empty()) {
            const std::uint32_t t = waiting.back();
            waiting.pop_back();
            patch.push_back(t);
            volume += (turning.turn[t] ? -1 : 1) * signed_volume(model, model.triangles[t]);
            for (std::uint32_t i = begin[t]; i < begin[t + 1]; ++i) {
                const Neighbour& beside = neighbours[i];
                if (seen[beside.triangle]) continue;
                seen[beside.triangle] = true;
                turning.turn[beside.triangle] = turning.turn[t] != beside.same_way;
                waiting.push_back(beside.triangle);
            }
        }
        for (const std::uint32_t t : patch) {
            if (volume < 0) turning.turn[t] = !turning.turn[t];
            turning.turned += turning.turn[t] ? 1 : 0;
        }
    }
    return turning;
}

std::vector<Hole> holes_of(const Model& model, const std::vector<Edge>& edges) {
    Groups groups(model.vertices.size());
    for (const Edge& edge : edges)
        if (edge.meets == 1) groups.join(edge.from, edge.to);
    std::vector<std::uint32_t> hole_of(model.vertices.size(), nothing);
    struct Sum {
        std::int64_t edges = 0;
        double length = 0, x = 0, y = 0, z = 0;
    };
    std::vector<Sum> sums;
    for (const Edge& edge : edges) {
        if (edge.meets != 1) continue;
        std::uint32_t& hole = hole_of[groups.of(edge.from)];
        if (hole == nothing) {
            hole = static_cast<std::uint32_t>(sums.size());
            sums.emplace_back();
        }
        Sum& sum = sums[hole];
        const Vec &a = model.vertices[edge.from], &b = model.vertices[edge.to];
        ++sum.edges;
        sum.length += std::hypot(double{a.x} - b.x, double{a.y} - b.y, double{a.z} - b.z);
        sum.x += (double{a.x} + b.x) / 2;
        sum.y += (double{a.y} + b.y) / 2;
        sum.z += (double{a.z} + b.z) / 2;
    }
    std::vector<Hole> holes;
    for (const Sum& sum : sums) {
        const auto n = static_cast<double>(sum.edges);
        holes.push_back(
            {sum.edges,
             sum.length,
             {static_cast<float>(sum.x / n), static_cast<float>(sum.y / n), static_cast<float>(sum.z / n)}});
    }
    std::sort(holes.begin(), holes.end(),
              [](const Hole& a, const Hole& b) { return a.length_mm > b.length_mm; });
    if (holes.size() > most_holes) holes.resize(most_holes);
    return holes;
}

}  // namespace

Model model_of(const std::vector<Triangle>& triangles) {
    Model model;
    model.triangles.reserve(triangles.size());
    model.vertices.reserve(triangles.size() / 2 + 8);
    Numbering numbering(triangles.size() * 3);
    for (const Triangle& triangle : triangles) {
        std::array<std::uint32_t, 3> corners{};
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec point{triangle[i].x + 0.0F, triangle[i].y + 0.0F, triangle[i].z + 0.0F};  // -0 is 0
            std::uint32_t bits[3];
            std::memcpy(bits, &point, sizeof bits);
            const auto hash =
                spread((std::uint64_t{bits[0]} << 32 | bits[1]) ^ spread(bits[2] + 0x9e3779b97f4a7c15ULL));
            corners[i] = numbering.number_of(hash, static_cast<std::uint32_t>(model.vertices.size()),
                                             [&](std::uint32_t v) { return model.vertices[v] == point; });
            if (corners[i] == model.vertices.size()) model.vertices.push_back(point);
        }
        model.triangles.push_back(corners);
    }
    return model;
}

Details details_of(const Model& model) {
    const auto edges = edges_of(model);
    Details details;
    details.vertices = static_cast<std::int64_t>(model.vertices.size());
    for (const Edge& edge : edges) {
        if (edge.meets == 1) ++details.open_edges;
        if (edge.meets > 2) ++details.crowded_edges;
    }
    const Turning turning = turning_of(model, edges);
    details.parts = turning.parts;
    details.flipped_triangles = turning.turned;
    if (details.open_edges > 0) {
        details.holes = holes_of(model, edges);
    } else {
        const Thickness thickness = thickness_of(model, turning.turn);
        details.thinnest_mm = thickness.thinnest_mm;
        details.thin_share = thickness.thin_share;
    }
    return details;
}

Model with_sound_orientation(Model model) {
    const Turning turning = turning_of(model, edges_of(model));
    for (std::size_t t = 0; t < model.triangles.size(); ++t)
        if (turning.turn[t]) std::swap(model.triangles[t][1], model.triangles[t][2]);
    return model;
}

std::string binary_stl(const Model& model) {
    std::string bytes(84, '\0');
    const auto count = static_cast<std::uint32_t>(model.triangles.size());
    std::memcpy(bytes.data() + 80, &count, sizeof count);
    bytes.reserve(84 + model.triangles.size() * 50);
    for (const auto& corners : model.triangles) {
        char record[50] = {};  // readers compute the normal themselves when it is zero
        for (std::size_t i = 0; i < 3; ++i)
            std::memcpy(record + 12 + 12 * i, &model.vertices[corners[i]], 12);
        bytes.append(record, sizeof record);
    }
    return bytes;
}

}  // namespace fabnum::mesh
