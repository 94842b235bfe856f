#include "features/production/job_store.h"

#include <cmath>

#include "base/words.h"

namespace fabnum::production::store {

namespace {

const std::string job_columns =
    "SELECT j.id, j.site_id, j.project_id, j.title, j.source_id, j.family, j.material, j.pieces, j.note, "
    "j.urgent, j.state, j.machine_id, j.again_of, j.reason, j.sent_file, j.puzzle, j.stopped, j.good_pieces, "
    "j.brought_by, j.approved_by, j.run_by, j.brought_at, j.changed_at, j.queued_at, j.started_at, "
    "j.ended_at";
const std::string source_columns =
    "s.id, s.file_id, s.kind, s.sliced_from, s.read_at, s.trouble, s.seconds, s.milligrams, s.size_x_um, "
    "s.size_y_um, s.size_z_um, s.layers, s.nozzle_c, s.watertight, s.estimated, s.slicer, s.forbidden, "
    "s.cut_mm, s.colours";

Job job_from(sql::Row& row) {
    Job job;
    job.id = row.take<JobId>();
    job.site = row.take<SiteId>();
    job.project = row.take<projects::ProjectId>();
    job.title = row.take<std::string>();
    job.source = row.take<SourceId>();
    job.family = machines::family_from(row.take<std::string>()).value_or(machines::Family::Other);
    job.material = material_from(row.take<std::string>());
    job.pieces = row.take<int>();
    job.note = row.take<std::string>();
    job.urgent = row.take<bool>();
    job.state = state_from(row.take<std::string>());
    job.machine = row.take<machines::MachineId>();
    job.again_of = row.take<JobId>();
    job.reason = row.take<std::string>();
    job.sent_file = row.take<std::string>();
    job.puzzle = row.take<std::string>();
    job.stopped = row.take<bool>();
    job.good_pieces = row.take<std::optional<int>>();
    job.brought_by = row.take<PersonId>();
    job.approved_by = row.take<PersonId>();
    job.run_by = row.take<PersonId>();
    job.brought = row.take<Instant>();
    job.changed = row.take<Instant>();
    job.queued = row.take<std::optional<Instant>>();
    job.started = row.take<std::optional<Instant>>();
    job.ended = row.take<std::optional<Instant>>();
    return job;
}

Source source_from(sql::Row& row) {
    Source one;
    one.id = row.take<SourceId>();
    one.file = row.take<files::FileId>();
    one.kind = value_in(source_kinds, row.take<std::string>());
    one.sliced_from = row.take<SourceId>();
    one.read = row.take<std::optional<Instant>>();
    one.trouble = row.take<std::string>();
    one.seconds = row.take<std::optional<std::int64_t>>();
    one.milligrams = row.take<std::optional<std::int64_t>>();
    const auto x = row.take<std::optional<std::int64_t>>();
    const auto y = row.take<std::optional<std::int64_t>>();
    const auto z = row.take<std::optional<std::int64_t>>();
    if (x && y && z)
        one.size_mm = {static_cast<double>(*x) / 1000, static_cast<double>(*y) / 1000,
                       static_cast<double>(*z) / 1000};
    one.layers = row.take<std::optional<std::int64_t>>();
    one.nozzle_c = row.take<std::optional<std::int64_t>>();
    one.watertight = row.take<std::optional<bool>>();
    one.estimated = row.take<bool>();
    one.slicer = row.take<std::string>();
    one.forbidden = row.take<std::string>();
    one.cut_mm = row.take<std::optional<std::int64_t>>();
    one.colours = row.take<std::string>();
    return one;
}

std::optional<Failure> failure_from(sql::Row& row) {
    const auto cause = row.take<std::optional<std::string>>();
    const auto pieces = row.take<std::optional<int>>();
    const auto milligrams = row.take<std::optional<std::int64_t>>();
    const auto what_changed = row.take<std::optional<std::string>>();
    const auto noted_by = row.take<PersonId>();
    const auto noted = row.take<std::optional<Instant>>();
    if (!cause) return std::nullopt;
    return Failure{.cause = value_in(causes, *cause),
                   .pieces = pieces.value_or(1),
                   .milligrams = milligrams,
                   .what_changed = what_changed.value_or(""),
                   .noted_by = noted_by,
                   .noted = noted.value_or(Instant{})};
}

Sight sight_from(sql::Row& row) {
    Sight sight;
    sight.job = job_from(row);
    sight.source = source_from(row);
    sight.failure = failure_from(row);
    sight.made_again = row.take<JobId>();
    return sight;
}

std::optional<std::int64_t> micrometres(const Source& source, std::size_t axis) {
    if (!source.size_mm) return std::nullopt;
    const double size = (*source.size_mm)[axis];
    if (!(size >= 0 && size < 1e9)) return std::nullopt;
    return std::llround(size * 1000);
}

}  // namespace

std::optional<Job> find(const sql::Reader& db, JobId id) {
    return db.one(job_from, {id}, job_columns + " FROM production_jobs j WHERE j.id = $1");
}

std::vector<Sight> list(const sql::Reader& db, const Filter& filter) {
    sql::Values values{filter.most};
    std::string where;
    const auto only = [&](std::string_view condition, const sql::Value& value) {
        values.push_back(value);
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        where += "$" + std::to_string(values.size());
    };
    if (filter.site) only("j.site_id = ", filter.site);
    if (filter.project) only("j.project_id = ", filter.project);
    if (filter.person) only("j.brought_by = ", filter.person);
    if (filter.job) only("j.id = ", filter.job);
    if (filter.machine) only("j.machine_id = ", filter.machine);
    if (filter.since) only("j.changed_at >= ", *filter.since);
    const auto also = [&](std::string_view condition) {
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
    };
    if (filter.only_open)
        also("j.state IN ('reading', 'waiting', 'queued', 'sending', 'running', 'on_plate', 'to_check')");
    if (filter.failed_only) also("f.id IS NOT NULL");
    return db.all(
        sight_from, values,
        job_columns + ", " + source_columns +
            R"sql(, f.cause, f.pieces, f.milligrams, f.what_changed, f.noted_by, f.noted_at,
               (SELECT min(a.id) FROM production_jobs a WHERE a.again_of = j.id)
          FROM production_jobs j
          JOIN production_files s ON s.id = j.source_id
     LEFT JOIN production_failures f ON f.job_id = j.id)sql" +
            where +
            (filter.only_open ? " ORDER BY j.urgent DESC, COALESCE(j.queued_at, j.brought_at), j.id LIMIT $1"
                              : " ORDER BY j.changed_at DESC, j.id DESC LIMIT $1"));
}

std::vector<Job> on_machines(const sql::Reader& db) {
    return db.all(job_from, {},
                  job_columns +
                      " FROM production_jobs j WHERE j.state IN ('sending', 'running') AND j.machine_id IS "
                      "NOT NULL ORDER BY j.id");
}

std::optional<Job> holding(const sql::Reader& db, machines::MachineId machine) {
    return db.one(job_from, {machine},
                  job_columns +
                      " FROM production_jobs j WHERE j.machine_id = $1 AND j.state IN ('sending', 'running', "
                      "'on_plate')");
}

JobId insert(const sql::Writer& db, const Job& job) {
    return db.insert<JobId>(
        {job.site, job.project, job.title, job.source, machines::word_of(job.family), word_of(job.material),
         job.pieces, job.note, job.urgent, word_of(job.state), job.again_of, job.brought_by, job.approved_by,
         job.brought, job.changed, job.queued},
        R"sql(
        INSERT INTO production_jobs (site_id, project_id, title, source_id, family, material, pieces, note, urgent, state,
                                     again_of, brought_by, approved_by, brought_at, changed_at, queued_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     RETURNING id)sql");
}

bool advance(const sql::Writer& db, const Job& job, State from) {
    return db.run({job.id, word_of(from), word_of(job.state), job.pieces, job.urgent, job.machine, job.reason,
                   job.sent_file, job.puzzle, job.stopped, job.good_pieces, job.approved_by, job.queued,
                   job.started, job.ended, job.changed, job.run_by},
                  R"sql(
        UPDATE production_jobs
           SET state = $3, pieces = $4, urgent = $5, machine_id = $6, reason = $7, sent_file = $8, puzzle = $9,
               stopped = $10, good_pieces = $11, approved_by = $12, queued_at = $13, started_at = $14, ended_at = $15,
               changed_at = $16, run_by = $17
         WHERE id = $1 AND state = $2)sql") == 1;
}

void set_puzzle(const sql::Writer& db, JobId id, std::string_view puzzle) {
    db.run({id, puzzle}, "UPDATE production_jobs SET puzzle = $2 WHERE id = $1");
}

std::optional<Source> source(const sql::Reader& db, SourceId id) {
    return db.one(source_from, {id}, "SELECT " + source_columns + " FROM production_files s WHERE s.id = $1");
}

SourceId insert_source(const sql::Writer& db, const Source& source) {
    return db.insert<SourceId>({source.file, word_in(source_kinds, source.kind), source.sliced_from},
                               R"sql(
        INSERT INTO production_files (file_id, kind, sliced_from) VALUES ($1, $2, $3) RETURNING id)sql");
}

void set_findings(const sql::Writer& db, const Source& source) {
    db.run({source.id, word_in(source_kinds, source.kind), source.read, source.trouble, source.seconds,
            source.milligrams, micrometres(source, 0), micrometres(source, 1), micrometres(source, 2),
            source.layers, source.nozzle_c, source.watertight, source.estimated, source.slicer,
            source.forbidden, source.cut_mm, source.colours},
           R"sql(
        UPDATE production_files
           SET kind = $2, read_at = $3, trouble = $4, seconds = $5, milligrams = $6, size_x_um = $7, size_y_um = $8,
               size_z_um = $9, layers = $10, nozzle_c = $11, watertight = $12, estimated = $13, slicer = $14, forbidden = $15,
               cut_mm = $16, colours = $17
         WHERE id = $1)sql");
}

void set_preview(const sql::Writer& db, SourceId id, const Preview& preview) {
    db.run({id, preview.path, preview.height},
           "UPDATE production_files SET preview = $2, preview_height = $3 WHERE id = $1");
}

Preview preview(const sql::Reader& db, SourceId id) {
    return db
        .one(
            [](sql::Row& row) {
                Preview one;
                one.path = row.take<std::string>();
                one.height = row.take<int>();
                return one;
            },
            {id}, "SELECT preview, preview_height FROM production_files WHERE id = $1")
        .value_or(Preview{});
}

void set_source(const sql::Writer& db, JobId id, SourceId source) {
    db.run({id, source}, "UPDATE production_jobs SET source_id = $2 WHERE id = $1");
}

void insert_failure(const sql::Writer& db, JobId id, const Failure& failure) {
    db.run({id, word_of(failure.cause), failure.pieces, failure.milligrams, failure.what_changed,
            failure.noted_by, failure.noted},
           R"sql(
        INSERT INTO production_failures (job_id, cause, pieces, milligrams, what_changed, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

}  // namespace fabnum::production::store
