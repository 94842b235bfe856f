#pragma once

// Rows of jobs, of their files and failures.

#include "features/production/preview.h"
#include "features/production/sight.h"
#include "platform/sql/sql.h"

namespace fabnum::production::store {

std::optional<Job> find(const sql::Reader& db, JobId id);
// The urgent first, then the oldest in the queue; what is over, the latest first.
std::vector<Sight> list(const sql::Reader& db, const Filter& filter);
std::vector<Job> on_machines(const sql::Reader& db);  // sending and running, of every site
std::optional<Job> holding(const sql::Reader& db, machines::MachineId machine);

JobId insert(const sql::Writer& db, const Job& job);
// Moves it along; false when it left that state meanwhile. The rest of `job` is written as it is.
bool advance(const sql::Writer& db, const Job& job, State from);
void set_puzzle(const sql::Writer& db, JobId id, std::string_view puzzle);

std::optional<Source> source(const sql::Reader& db, SourceId id);
SourceId insert_source(const sql::Writer& db, const Source& source);
void set_findings(const sql::Writer& db, const Source& source);
// Lines of a picture: only a page of one job asks for them.
void set_preview(const sql::Writer& db, SourceId id, const Preview& preview);
Preview preview(const sql::Reader& db, SourceId id);
void set_source(const sql::Writer& db, JobId id, SourceId source);

void insert_failure(const sql::Writer& db, JobId id, const Failure& failure);

}  // namespace fabnum::production::store
