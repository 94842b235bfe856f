// A model becomes G-code by the slicer of the house, when there is one: in a process of its own, with limits
// of time and memory, behind everything else.

#include <algorithm>

#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "features/production/production.h"
#include "features/production/work.h"
#include "platform/files/disk.h"
#include "platform/process/child.h"

namespace fabnum::production {

namespace {

using namespace std::chrono_literals;

constexpr auto longest = 5min;

// How hot, by material: what spools say on their label.
struct Heat {
    Material material;
    int nozzle_c, bed_c;
};
constexpr Heat heats[] = {{Material::Pla, 215, 60},
                          {Material::Petg, 240, 85},
                          {Material::Abs, 250, 100},
                          {Material::Tpu, 230, 50},
                          {Material::Polycarbonate, 275, 110}};
constexpr Heat heat_of(Material material) {
    for (const Heat& one : heats)
        if (one.material == material) return one;
    return heats[0];
}

std::string text_of(double number) {
    std::string text = std::to_string(number);
    text.resize(text.find('.') + 3);
    return text;
}

// The plate that every printer of the site has at least; a usual desktop printer when nobody said.
std::array<double, 3> plate_of(const Tools& tools, SiteId site) {
    std::array<double, 3> plate = {250, 210, 210};
    const auto rooms = tools.database.read([&](const sql::Reader& db) { return printers::rooms(db, site); });
    bool is_first = true;
    for (const auto& [machine, room] : rooms) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            plate[axis] = is_first ? room[axis] : std::min(plate[axis], room[axis]);
        is_first = false;
    }
    return plate;
}

std::vector<std::string> command_for(const Tools& tools, const files::Bench& bench, const Job& job,
                                     const std::array<double, 3>& plate) {
    const Heat heat = heat_of(job.material);
    const double density = traits_of(job.material).density_g_cm3;
    const std::string x = text_of(plate[0]), y = text_of(plate[1]);
    return {"/usr/bin/prlimit",
            "--as=3000000000",
            "--cpu=" + std::to_string(std::chrono::seconds(longest).count()),
            "--fsize=300000000",
            "--core=0",
            "/usr/bin/nice",
            "-n",
            "15",
            tools.slicer.string(),
            "--export-gcode",
            "--datadir",
            (bench.path() / "settings").string(),
            "--gcode-flavor",
            "marlin2",
            "--filament-diameter",
            "1.75",
            "--filament-density",
            text_of(density > 0 ? density : 1.24),
            "--temperature",
            std::to_string(heat.nozzle_c),
            "--first-layer-temperature",
            std::to_string(heat.nozzle_c),
            "--bed-temperature",
            std::to_string(heat.bed_c),
            "--first-layer-bed-temperature",
            std::to_string(heat.bed_c),
            "--bed-shape",
            "0x0," + x + "x0," + x + "x" + y + ",0x" + y,
            "--max-print-height",
            text_of(plate[2]),
            "--center",
            text_of(plate[0] / 2) + "," + text_of(plate[1] / 2),
            "--layer-height",
            "0.2",
            "--fill-density",
            "15%",
            "--output",
            (bench.path() / "out.gcode").string(),
            (bench.path() / "in.stl").string()};
}

struct Wanted {
    Job job;
    Source source;
    files::File file;
};
std::optional<Wanted> wanted_by(const Tools& tools, const jobs::Job& work) {
    return tools.database.read([&](const sql::Reader& db) -> std::optional<Wanted> {
        auto job = store::find(db, JobId{number_in(work, "job")});
        if (!job || (job->state != State::Waiting && job->state != State::Queued)) return std::nullopt;
        auto source = store::source(db, job->source);
        if (!source || source->kind != SourceKind::Model) return std::nullopt;
        auto file = tools.cabinet.find(db, source->file);
        if (!file) return std::nullopt;
        return Wanted{std::move(*job), std::move(*source), std::move(*file)};
    });
}

// "" when the G-code is in `bench`; else why not, a catalogue key.
std::string sliced(const Tools& tools, const files::Bench& bench, const Wanted& wanted) {
    const auto plate = plate_of(tools, wanted.job.site);
    if (wanted.source.size_mm && !mesh::fits(*wanted.source.size_mm, plate))
        return "production.slice_too_big";
    const std::string extension = wanted.file.type == "model/3mf" ? ".3mf" : ".stl";
    auto command = command_for(tools, bench, wanted.job, plate);
    command.back() = (bench.path() / ("in" + extension)).string();
    std::filesystem::copy_file(tools.cabinet.path_of(wanted.file), command.back());
    const auto started = std::chrono::steady_clock::now();
    const auto code = process::Child({.command = command,
                                      .environment = {"LC_ALL=C.UTF-8", "HOME=" + bench.path().string()}})
                          .wait(longest);
    if (!code)
        return std::chrono::steady_clock::now() - started >= longest ? "production.slice_too_long"
                                                                     : "production.slice_stopped";
    return *code == 0 && std::filesystem::exists(bench.path() / "out.gcode") ? "" : "production.slice_failed";
}

}  // namespace

void slice(const Tools& tools, const jobs::Job& work, Instant now) {
    const auto wanted = wanted_by(tools, work);
    if (!wanted || !std::filesystem::exists(tools.slicer)) return;
    const files::Bench bench(std::filesystem::temp_directory_path());
    std::string trouble = sliced(tools, bench, *wanted);
    Source source{.kind = SourceKind::Gcode, .sliced_from = wanted->source.id};
    std::optional<files::Cabinet::Checked> kept;
    Preview preview;
    if (trouble.empty()) {
        const files::Mapped made(bench.path() / "out.gcode");
        source = read_gcode(source, made.bytes());
        preview = picture_of(gcode::preview_of(made.bytes(), preview_points));
        const auto checked = tools.cabinet.check_bytes(made.bytes(), wanted->job.title + ".gcode",
                                                       {.picture = false, .model = true});
        if (checked) kept = *checked;
        if (!checked || !source.trouble.empty()) trouble = "production.slice_failed";
    }
    source.read = now;
    static_cast<void>(tools.database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        if (!trouble.empty()) {
            Source model = wanted->source;
            model.trouble = trouble;
            store::set_findings(db, model);
            return Done{};
        }
        source.file = tools.cabinet.keep(db, *kept, now);
        source.id = store::insert_source(db, source);
        store::set_findings(db, source);
        store::set_preview(db, source.id, preview);
        store::set_source(db, wanted->job.id, source.id);
        const Act act{.by = {.person = {}, .role = Role::System, .site = wanted->job.site}, .at = now};
        note(db, act, "making.sliced", wanted->job);
        return Done{};
    }));
}

}  // namespace fabnum::production
