// Moonraker, the web server of Klipper. Its answers stand in "result"; its history goes far back.

#include <algorithm>
#include <cmath>

#include "features/printers/driver.h"
#include "platform/json/document.h"
#include "platform/json/json.h"

namespace fabnum::printers {

namespace {

using outgoing::Answer;
using outgoing::Method;
using outgoing::Question;

Question question(const Line& line, Method method, std::string path, std::string body = {}) {
    Question one{.method = method, .to = line.address, .path = std::move(path)};
    if (!line.secret.empty()) one.headers.emplace_back("X-Api-Key", line.secret);
    if (!body.empty()) one.headers.emplace_back("Content-Type", "application/json");
    one.body = std::move(body);
    return one;
}

constexpr std::pair<std::string_view, Condition> print_states[] = {
    {"busy", Condition::Busy},     {"standby", Condition::Idle},      {"printing", Condition::Printing},
    {"paused", Condition::Paused}, {"complete", Condition::Finished}, {"cancelled", Condition::Cancelled},
    {"error", Condition::Broken}};

Condition condition_of(std::string_view state) {
    for (const auto& [word, condition] : print_states)
        if (word == state) return condition;
    return Condition::Busy;
}

// Klipper itself, before any print: nullopt when it is ready.
std::optional<Seen> trouble_of_klipper(const json::Document& hooks) {
    const auto state = hooks["state"].text();
    if (!state) return offline({"printers.not_understood"});
    if (*state == "ready") return std::nullopt;
    const auto words = hooks["state_message"].text().value_or("");
    if (*state == "error" || *state == "shutdown")
        return Seen{.condition = Condition::NeedsHuman, .words = words};
    return Seen{.condition = Condition::Offline, .words = "printers.no_printer"};
}

constexpr std::string_view wanted = R"({"objects":{"webhooks":null,"print_stats":null,"virtual_sdcard":null,)"
                                    R"("display_status":null,"extruder":["temperature"],)"
                                    R"("heater_bed":["temperature"]}})";

class Moonraker final : public Driver {
 public:
    Questions probe(const Line& line) const override { return {question(line, Method::Get, "/server/info")}; }
    Result<Identity> probed(const Answers& answers) const override {
        if (const auto no = not_fine(answers.at(0))) return *no;
        const auto version = json::read(answers[0].body)["result"]["moonraker_version"].text();
        if (!version) return Refusal{"printers.another_program"};
        return Identity{.program = "Moonraker " + *version};
    }

    Questions look(const Line& line) const override {
        return {question(line, Method::Post, "/printer/objects/query", std::string(wanted))};
    }
    Seen seen(const Answers& answers) const override {
        const Answer& answer = answers.at(0);
        if (const auto no = trouble_of(answer)) return offline(*no);
        if (answer.status == 503) return offline({"printers.no_printer"});  // Klipper is away
        if (answer.status != 200) return offline({"printers.not_understood"});
        const auto status = json::read(answer.body)["result"]["status"];
        if (auto trouble = trouble_of_klipper(status["webhooks"])) return *std::move(trouble);
        const auto print = status["print_stats"];
        const auto state = print["state"].text();
        if (!state) return offline({"printers.not_understood"});
        Seen seen{.condition = condition_of(*state), .file = print["filename"].text().value_or("")};
        seen.nozzle_c = status["extruder"]["temperature"].number();
        seen.bed_c = status["heater_bed"]["temperature"].number();
        if (seen.condition == Condition::Broken) seen.words = print["message"].text().value_or("");
        read_progress(status, seen);
        return seen;
    }

    Question send(const Line& line, const Parcel& parcel) const override {
        auto one = question(line, Method::Post, "/server/files/upload");
        one.form = {{.name = "root", .text = "gcodes"},
                    {.name = "checksum", .text = parcel.digest},
                    {.name = "print", .text = "true"},
                    {.name = "file", .file = parcel.path, .file_name = parcel.name}};
        one.limits = outgoing::for_a_file;
        return one;
    }
    Result<Sent> sent(const Answer& answer, const Parcel& parcel) const override {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 422) return Refusal{"printers.damaged"};
        if (answer.status == 409) return Refusal{"printers.busy"};
        if (answer.status == 413 || answer.status == 507) return Refusal{"printers.full"};
        if (answer.status != 201 && answer.status != 200) return Refusal{"printers.not_taken"};
        auto said = json::read(answer.body);
        if (said["result"].is_there()) said = said["result"];
        return Sent{.file = said["item"]["path"].text().value_or(parcel.name),
                    .started = said["print_started"].yes().value_or(false)};
    }
    Question start(const Line& line, std::string_view file) const override {
        return question(line, Method::Post, "/printer/print/start?filename=" + outgoing::escaped(file));
    }
    Result<Done> started(const Answer& answer) const override { return done(answer); }

    std::optional<Question> cancel(const Line& line, const Seen&) const override {
        return question(line, Method::Post, "/printer/print/cancel");
    }
    Result<Done> cancelled(const Answer& answer) const override { return done(answer); }

    std::optional<Question> past(const Line& line, std::string_view, Instant since) const override {
        return question(
            line, Method::Get,
            "/server/history/list?limit=50&order=desc&since=" + std::to_string(since.micros / 1'000'000));
    }
    std::optional<Past> read_past(const Answer& answer, std::string_view file, Instant since) const override {
        if (!answer.is(200)) return std::nullopt;
        for (const auto& job : json::read(answer.body)["result"]["jobs"].items()) {
            const auto started = job["start_time"].number(), ended = job["end_time"].number();
            const auto status = job["status"].text();
            if (job["filename"].text() != file || !started || !ended || !status) continue;
            if (*status == "in_progress" || *ended < 0 || *ended > 1e11) continue;
            // Clocks of printers go a little wrong.
            if (*started + 120 < static_cast<double>(since.micros) / 1e6) continue;
            return Past{.ending = *status == "completed" ? Ending::Good : Ending::Stopped,
                        .ended = {static_cast<std::int64_t>(*ended * 1e6)},
                        .filament_mm = job["filament_used"].number(),
                        .seconds = whole(job["print_duration"].number())};
        }
        return std::nullopt;
    }

 private:
    static std::optional<std::int64_t> whole(std::optional<double> number) {
        if (!number || *number < 0 || *number > 1e8) return std::nullopt;
        return static_cast<std::int64_t>(std::llround(*number));
    }
    static void read_progress(const json::Document& status, Seen& seen) {
        auto share = status["display_status"]["progress"].number();
        if (!share || *share <= 0) share = status["virtual_sdcard"]["progress"].number();
        if (share && *share >= 0 && *share <= 1) seen.share = share;
        seen.seconds_done = whole(status["print_stats"]["print_duration"].number());
        if (seen.share && *seen.share > 0.01 && seen.seconds_done) {
            const auto done = static_cast<double>(*seen.seconds_done);
            seen.seconds_left = whole(std::max(0.0, done / *seen.share - done));
        }
    }
    static Result<Done> done(const Answer& answer) {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 409 || answer.status == 503) return Refusal{"printers.busy"};
        if (answer.status != 200) return Refusal{"printers.not_taken"};
        return Done{};
    }
};

}  // namespace

const Driver& moonraker() {
    static const Moonraker driver;
    return driver;
}

}  // namespace fabnum::printers
