#include "features/production/three_mf.h"

#include <array>
#include <charconv>
#include <map>
#include <string>

#include "platform/files/zip.h"
#include "platform/xml/xml.h"

namespace fabnum::production {

namespace {

using mesh::Triangle;
using mesh::Vec;

// Four rows of three: the last is the shift (3MF core, §3.3).
struct Transform {
    std::array<double, 12> m = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};

    Vec of(const Vec& p) const {
        const auto row = [&](std::size_t i) {
            return static_cast<float>(p.x * m[i] + p.y * m[3 + i] + p.z * m[6 + i] + m[9 + i]);
        };
        return {row(0), row(1), row(2)};
    }
    bool mirrors() const {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) +
                   m[2] * (m[3] * m[7] - m[4] * m[6]) <
               0;
    }
};

// First `inner`, then `outer`.
Transform then(const Transform& inner, const Transform& outer) {
    Transform both;
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            double sum = row == 3 ? outer.m[9 + column] : 0;
            for (std::size_t i = 0; i < 3; ++i) sum += inner.m[row * 3 + i] * outer.m[i * 3 + column];
            both.m[row * 3 + column] = sum;
        }
    return both;
}

struct Component {
    std::string file, object;  // file: "" for the one it stands in
    Transform placed;
};
struct Object {
    std::vector<Vec> vertices;
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<Component> components;
};
struct Part {  // one model file of the zip
    std::map<std::string, Object, std::less<>> objects;
    std::vector<Component> build;
    double millimetres = 1;
};

constexpr std::pair<std::string_view, double> units[] = {{"micron", 0.001},  {"millimeter", 1},
                                                         {"centimeter", 10}, {"inch", 25.4},
                                                         {"foot", 304.8},    {"meter", 1000}};
constexpr int deepest_nesting = 16;
constexpr std::size_t most_placed = 20'000'000;  // triangles, counting every copy

template <class Number>
bool read_number(std::string_view text, Number& number) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

bool read_transform(std::string_view text, Transform& transform) {
    if (text.empty()) return true;
    for (double& number : transform.m) {
        const auto from = text.find_first_not_of(" \t\r\n");
        if (from == std::string_view::npos) return false;
        text.remove_prefix(from);
        const auto size = std::min(text.find_first_of(" \t\r\n"), text.size());
        if (!read_number(text.substr(0, size), number)) return false;
        text.remove_prefix(size);
    }
    return true;
}

class PartReader {
 public:
    explicit PartReader(Part& part) : part_(part) {}
    bool read(std::string_view xml) {
        return xml::read(xml, {.begin = [this](const xml::Element& element) { begin(element); }}) && sound_;
    }

 private:
    void begin(const xml::Element& e) {
        if (e.name == "vertex") {
            Vec at;
            sound_ = sound_ && object_ && read_number(e.attribute("x"), at.x) &&
                     read_number(e.attribute("y"), at.y) && read_number(e.attribute("z"), at.z);
            if (sound_) object_->vertices.push_back(at);
        } else if (e.name == "triangle") {
            std::array<std::uint32_t, 3> corners{};
            sound_ = sound_ && object_ && read_number(e.attribute("v1"), corners[0]) &&
                     read_number(e.attribute("v2"), corners[1]) && read_number(e.attribute("v3"), corners[2]);
            if (sound_) object_->triangles.push_back(corners);
        } else if (e.name == "object") {
            object_ = &part_.objects[std::string(e.attribute("id"))];
        } else if (e.name == "component" || e.name == "item") {
            Component one{.file = std::string(e.attribute("p:path")),
                          .object = std::string(e.attribute("objectid")),
                          .placed = {}};
            sound_ = sound_ && read_transform(e.attribute("transform"), one.placed) &&
                     (e.name == "item" || object_);
            if (sound_) (e.name == "item" ? part_.build : object_->components).push_back(std::move(one));
        } else if (e.name == "model") {
            for (const auto& [word, millimetres] : units)
                if (e.attribute("unit") == word) part_.millimetres = millimetres;
        }
    }

    Part& part_;
    Object* object_ = nullptr;
    bool sound_ = true;
};

class Package {
 public:
    explicit Package(std::string_view bytes) : bytes_(bytes) {}

    // The file that the package calls its model.
    std::string start() const {
        std::string target = "3D/3dmodel.model";
        if (const auto relations = files::zip_content(bytes_, "_rels/.rels", {}))
            (void)xml::read(*relations, {.begin = [&](const xml::Element& e) {
                if (e.name == "Relationship" && e.attribute("Type").ends_with("/3dmodel"))
                    target = e.attribute("Target");
            }});
        return target;
    }
    const Part* part(std::string name) {
        while (name.starts_with('/')) name.erase(0, 1);
        if (const auto known = parts_.find(name); known != parts_.end()) return &known->second;
        const auto content = files::zip_content(bytes_, name, {});
        if (!content) return nullptr;
        Part part;
        if (!PartReader(part).read(*content)) return nullptr;
        return &parts_.emplace(name, std::move(part)).first->second;
    }
    bool place(const std::string& file, const std::string& id, const Transform& placed,
               const mesh::Take& take, int depth) {
        const Part* part = this->part(file);
        if (!part || depth > deepest_nesting) return false;
        const auto found = part->objects.find(id);
        if (found == part->objects.end()) return false;
        const Object& object = found->second;
        const bool mirrors = placed.mirrors();
        for (const auto& corners : object.triangles) {
            for (const auto corner : corners)
                if (corner >= object.vertices.size()) return false;
            if (++placed_ > most_placed) return false;
            Triangle triangle{placed.of(object.vertices[corners[0]]), placed.of(object.vertices[corners[1]]),
                              placed.of(object.vertices[corners[2]])};
            if (mirrors) std::swap(triangle[1], triangle[2]);
            take(triangle);
        }
        for (const Component& one : object.components)
            if (!place(one.file.empty() ? file : one.file, one.object, then(one.placed, placed), take,
                       depth + 1))
                return false;
        return true;
    }

 private:
    std::string_view bytes_;
    std::map<std::string, Part, std::less<>> parts_;
    std::size_t placed_ = 0;
};

}  // namespace

bool looks_like_three_mf(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

Result<Done> each_triangle_of_three_mf(std::string_view bytes, const mesh::Take& take) {
    if (!files::sound_zip_names(bytes, {})) return Refusal{"mesh.not_sound"};
    Package package(bytes);
    const std::string start = package.start();
    const Part* model = package.part(start);
    if (!model) return Refusal{"mesh.not_sound"};
    if (model->build.empty()) return Refusal{"mesh.empty"};
    Transform scaled;
    for (const std::size_t diagonal : {0U, 4U, 8U}) scaled.m[diagonal] = model->millimetres;
    for (const Component& item : model->build)
        if (!package.place(item.file.empty() ? start : item.file, item.object, then(item.placed, scaled),
                           take, 0))
            return Refusal{"mesh.not_sound"};
    return Done{};
}

}  // namespace fabnum::production
