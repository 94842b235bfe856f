#include "features/production/measure.h"

#include "features/production/three_mf.h"

namespace fabnum::production {

Result<ModelReport> measure(std::string_view bytes) {
    mesh::Surface surface;
    std::vector<mesh::Triangle> kept;
    bool keeps = true;
    const auto take = [&](const mesh::Triangle& triangle) {
        surface.add(triangle);
        if (!keeps) return;
        kept.push_back(triangle);
        if (static_cast<std::int64_t>(kept.size()) <= most_detailed) return;
        keeps = false;
        kept = {};
    };
    mesh::Format format = mesh::Format::ThreeMf;
    if (looks_like_three_mf(bytes)) {
        const auto read = each_triangle_of_three_mf(bytes, take);
        if (!read) return read.refusal();
    } else {
        const auto read = mesh::each_triangle(bytes, take);
        if (!read) return read.refusal();
        format = *read;
    }
    ModelReport report{.findings = surface.findings(), .details = {}};
    if (report.findings.triangles == 0) return Refusal{"mesh.empty"};
    report.findings.format = format;
    if (keeps) report.details = mesh::details_of(mesh::model_of(kept));
    return report;
}

}  // namespace fabnum::production
