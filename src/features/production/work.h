#pragma once

// The work of production behind the pages: reading files, slicing, sending to printers, and following what
// they say. Each may take long; none is done while somebody waits for a page.

#include <filesystem>
#include <string>
#include <string_view>

#include "features/printers/printers.h"
#include "features/production/sight.h"
#include "platform/jobs/jobs.h"

namespace fabnum::production {

// Kinds of background jobs.
inline constexpr std::string_view read_work = "production_read";
inline constexpr std::string_view slice_work = "production_slice";
inline constexpr std::string_view send_work = "production_send";
inline constexpr std::string_view stop_work = "production_stop";

struct Tools {
    sql::Database& database;
    const files::Cabinet& cabinet;
    std::string key;                                         // of the house
    std::filesystem::path slicer = "/usr/bin/prusa-slicer";  // of no use when it is not there
};

// A number of a background job's payload: {"job":12}; 0 when it is not there.
std::int64_t number_in(const jobs::Job& work, std::string_view name);

// What G-code says of itself, written into `source`.
Source read_gcode(Source source, std::string_view bytes);
void read_file(const Tools& tools, const jobs::Job& work, Instant now);
void slice(const Tools& tools, const jobs::Job& work, Instant now);
void send_to_printer(const Tools& tools, const jobs::Job& work, Instant now);
void stop_printer(const Tools& tools, const jobs::Job& work);

// What a printer's word means for the job that runs on it.
enum class Verdict { Nothing, Runs, Ended, Stopped, AskPast, Puzzling };
struct Reading {
    Verdict verdict = Verdict::Nothing;
    std::string_view puzzle = {};  // a catalogue key
};
Reading judge(const Job& job, const printers::Printer& printer, Instant now);

// After the printers were asked: jobs that ended are moved along, what does not fit is said. Answers whether
// anything changed.
bool follow(const Tools& tools, Instant now);

}  // namespace fabnum::production
