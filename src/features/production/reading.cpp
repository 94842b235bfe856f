// A file comes in, is looked at, and what it says of itself is kept.

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "engine/gcode/gcode.h"
#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "features/production/production.h"
#include "features/production/svg.h"
#include "features/production/work.h"
#include "platform/files/disk.h"
#include "platform/json/json.h"

namespace fabnum::production {

namespace {

std::int64_t whole(double number) {
    return std::isfinite(number) && number > 0 && number < 1e15 ? std::llround(number) : 0;
}

SourceKind kind_of(const files::Cabinet::Checked& file) {
    if (file.type == "text/x-gcode") return SourceKind::Gcode;
    if (file.kind == files::Kind::Model) return SourceKind::Model;
    if (file.kind == files::Kind::Drawing) return SourceKind::Drawing;
    return SourceKind::Other;
}

Source read_model(Source source, std::string_view bytes, Material material) {
    const auto report = measure(bytes);
    if (!report) {
        // How much is missing is of no help to whoever drew it.
        const std::string& why = report.refusal().key;
        source.trouble = why == "mesh.cut_short" ? "production.cut_short" : why;
        return source;
    }
    mesh::Recipe recipe;
    if (traits_of(material).density_g_cm3 > 0) recipe.density_g_cm3 = traits_of(material).density_g_cm3;
    const auto guess = mesh::estimate_of(report->findings, recipe);
    source.size_mm = report->findings.box.size();
    source.watertight = report->findings.watertight;
    source.seconds = whole(guess.seconds);
    source.milligrams = whole(guess.grams * 1000);
    source.estimated = true;
    return source;
}

// How long the cut, in which colours, how large.
Source read_drawing(Source source, std::string_view bytes, std::string_view type) {
    const auto found = type == "image/svg+xml" ? measure_svg(bytes) : vector::analyse_dxf(bytes);
    if (!found) {
        source.trouble = found.refusal().key;
        return source;
    }
    const auto size = found->size_mm();
    source.size_mm = {size[0], size[1], 0};
    source.cut_mm = whole(found->cut_mm());
    source.seconds = whole(vector::seconds_of(*found));
    source.estimated = true;
    for (const vector::Stroke& stroke : found->strokes) {
        if (source.colours.size() > 400) break;
        source.colours += shortened(stroke.colour, 20) + " " + std::to_string(whole(stroke.length_mm)) + "\n";
    }
    return source;
}

bool is_drawing(std::string_view type) {
    return type == "image/svg+xml" || type == "image/vnd.dxf";
}

}  // namespace

Source read_gcode(Source source, std::string_view bytes) {
    const auto found = gcode::analyse(bytes);
    if (!found.is_gcode) {
        source.trouble = "gcode.not_gcode";
        return source;
    }
    source.seconds = whole(found.time_s());
    source.milligrams = whole(found.filament_g() * 1000);
    source.size_mm = found.moves.printed.size();
    // It stands on the plate: its first layer begins there.
    (*source.size_mm)[2] = std::max(0.0, found.moves.printed.most[2]);
    source.layers = found.layers();
    source.nozzle_c = whole(found.moves.nozzle_c);
    source.slicer = shortened(found.notes.slicer + " " + found.notes.slicer_version, 60);
    if (!found.forbidden.empty()) source.forbidden = shortened(found.forbidden.front().command, 40);
    return source;
}

Result<JobId> bring(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                    const NewJob& wanted, const files::Cabinet::Checked& file) {
    if (auto why = forbidden(wanted.family, wanted.material)) return *why;
    return database.write(act, [&](const sql::Writer& db) -> Result<JobId> {
        if (!reaches(act.by, wanted.site)) return Refusal{"production.not_there"};
        if (wanted.project && !is_staff(act.by) && !projects::turn_of(db, wanted.project, act.by.person))
            return Refusal{"production.not_your_mission"};
        Source source{.file = cabinet.keep(db, file, act.at), .kind = kind_of(file)};
        source.id = store::insert_source(db, source);
        Job job;
        job.site = wanted.site;
        job.project = wanted.project;
        job.title = wanted.title;
        job.source = source.id;
        job.family = wanted.family;
        job.material = wanted.material;
        job.pieces = std::max(1, wanted.pieces);
        job.note = wanted.note;
        job.brought_by = act.by.person;
        job.brought = job.changed = act.at;
        job.id = store::insert(db, job);
        note(db, act, "making.brought", job, {},
             json::object({{"title", job.title}, {"pieces", job.pieces}}));
        jobs::enqueue(
            db,
            {.kind = std::string(read_work), .payload = json::object({{"job", job.id}}), .site = job.site},
            act.at);
        return job.id;
    });
}

void read_file(const Tools& tools, const jobs::Job& work, Instant now) {
    struct Found {
        Job job;
        Source source;
        std::optional<files::File> file;
    };
    const auto found = tools.database.read([&](const sql::Reader& db) -> std::optional<Found> {
        auto job = store::find(db, JobId{number_in(work, "job")});
        if (!job || job->state != State::Reading) return std::nullopt;
        auto source = store::source(db, job->source);
        auto file = tools.cabinet.find(db, source->file);
        return Found{std::move(*job), std::move(*source), std::move(file)};
    });
    if (!found) return;
    Source source = found->source;
    Preview preview;
    if (!found->file) {
        source.trouble = "production.file_gone";
    } else if (is_drawing(found->file->type)) {
        const files::Mapped file(tools.cabinet.path_of(*found->file));
        source = read_drawing(source, file.bytes(), found->file->type);
    } else if (source.kind == SourceKind::Gcode || source.kind == SourceKind::Model) {
        const files::Mapped file(tools.cabinet.path_of(*found->file));
        if (source.kind == SourceKind::Gcode) {
            source = read_gcode(source, file.bytes());
            if (source.trouble.empty()) preview = picture_of(gcode::preview_of(file.bytes(), preview_points));
        } else {
            source = read_model(source, file.bytes(), found->job.material);
        }
    }
    source.read = now;
    const Act act{.by = {.person = {}, .role = Role::System, .site = found->job.site}, .at = now};
    const auto kept = tools.database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        store::set_findings(db, source);
        if (!preview.path.empty()) store::set_preview(db, source.id, preview);
        const bool good = source.trouble.empty();
        const auto moved = move(db, act, found->job.id, good ? Step::Understand : Step::GiveUpReading,
                                [&](const sql::Writer&, Job& job) -> Result<Done> {
                                    job.reason = source.trouble;
                                    return Done{};
                                });
        if (!moved) return moved.refusal();
        if (good && source.kind == SourceKind::Model && found->job.family == machines::Family::Printer &&
            std::filesystem::exists(tools.slicer))
            jobs::enqueue(db,
                          {.kind = std::string(slice_work),
                           .payload = json::object({{"job", found->job.id}}),
                           .site = found->job.site},
                          now);
        return Done{};
    });
    static_cast<void>(kept);  // refused: it was cancelled meanwhile
}

}  // namespace fabnum::production
