// OctoPrint, 1.11 and the shapes of 2.0. Its state is read from flags: the text beside them is for people.

#include <cmath>

#include "features/printers/driver.h"
#include "platform/json/document.h"
#include "platform/json/json.h"

namespace fabnum::printers {

namespace {

using outgoing::Answer;
using outgoing::Method;
using outgoing::Question;

std::optional<std::int64_t> seconds(const json::Document& value) {
    const auto number = value.number();
    if (!number || *number < 0 || *number > 1e8) return std::nullopt;
    return static_cast<std::int64_t>(std::llround(*number));
}

Question question(const Line& line, Method method, std::string path, std::string body = {}) {
    Question one{.method = method, .to = line.address, .path = std::move(path)};
    one.headers.emplace_back("X-Api-Key", line.secret);
    if (!body.empty()) one.headers.emplace_back("Content-Type", "application/json");
    one.body = std::move(body);
    return one;
}

std::string file_path(std::string_view file) {
    return "/api/files/local/" + outgoing::escaped_path(file);
}

Condition condition_of(const json::Document& flags) {
    const auto is = [&](std::string_view flag) { return flags[flag].yes().value_or(false); };
    if (is("closedOrError")) return is("error") ? Condition::Broken : Condition::Offline;
    if (is("error")) return Condition::Broken;
    if (is("cancelling")) return Condition::Busy;
    if (is("paused") || is("pausing")) return Condition::Paused;
    if (is("printing")) return Condition::Printing;
    if (is("ready") && is("operational")) return Condition::Idle;
    return Condition::Busy;
}

class OctoPrint final : public Driver {
 public:
    Questions probe(const Line& line) const override { return {question(line, Method::Get, "/api/version")}; }
    Result<Identity> probed(const Answers& answers) const override {
        if (const auto no = not_fine(answers.at(0))) return *no;
        const auto text = json::read(answers[0].body)["text"].text();
        // Others imitate it, and their jobs are made up.
        if (!text || !text->starts_with("OctoPrint")) return Refusal{"printers.another_program"};
        return Identity{.program = *text};
    }

    Questions look(const Line& line) const override {
        return {question(line, Method::Get, "/api/printer?exclude=sd&history=false"),
                question(line, Method::Get, "/api/job")};
    }
    Seen seen(const Answers& answers) const override {
        if (answers.at(0).is(409)) return offline({"printers.no_printer"});
        if (const auto no = not_fine(answers[0])) return offline(*no);
        const auto printer = json::read(answers[0].body);
        const auto flags = printer["state"]["flags"];
        if (!flags.is_there()) return offline({"printers.not_understood"});
        Seen seen;
        seen.condition = condition_of(flags);
        seen.nozzle_c = printer["temperature"]["tool0"]["actual"].number();
        seen.bed_c = printer["temperature"]["bed"]["actual"].number();
        if (seen.condition == Condition::Broken) seen.words = printer["state"]["text"].text().value_or("");
        if (answers.at(1).is(200)) read_job(json::read(answers[1].body), seen);
        return seen;
    }

    Question send(const Line& line, const Parcel& parcel) const override {
        auto one = question(line, Method::Post, "/api/files/local");
        one.form = {{.name = "print", .text = "true"},
                    {.name = "file", .file = parcel.path, .file_name = parcel.name}};
        one.limits = outgoing::for_a_file;
        return one;
    }
    Result<Sent> sent(const Answer& answer, const Parcel& parcel) const override {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 409) return Refusal{"printers.busy"};
        if (answer.status == 413 || answer.status == 507) return Refusal{"printers.full"};
        if (answer.status != 201 && answer.status != 200) return Refusal{"printers.not_taken"};
        const auto said = json::read(answer.body);
        auto path = said["files"]["local"]["path"].text();  // 1.11
        if (!path) path = said["files"]["local"]["name"].text();
        if (!path) path = said["file"]["path"].text();  // 2.0
        if (!path) path = said["file"]["name"].text();
        return Sent{.file = path.value_or(parcel.name),
                    .started = said["effectivePrint"].yes().value_or(false)};
    }
    Question start(const Line& line, std::string_view file) const override {
        return question(line, Method::Post, file_path(file),
                        json::object({{"command", "select"}, {"print", true}}));
    }
    Result<Done> started(const Answer& answer) const override { return done(answer); }

    std::optional<Question> cancel(const Line& line, const Seen&) const override {
        return question(line, Method::Post, "/api/job", json::object({{"command", "cancel"}}));
    }
    Result<Done> cancelled(const Answer& answer) const override { return done(answer); }

    std::optional<Question> past(const Line& line, std::string_view file, Instant) const override {
        return question(line, Method::Get, file_path(file));
    }
    // Of each file it remembers the last run only, and when it ended.
    std::optional<Past> read_past(const Answer& answer, std::string_view, Instant since) const override {
        if (!answer.is(200)) return std::nullopt;
        const auto file = json::read(answer.body);
        auto last = file["prints"]["last"];
        if (!last.is_there()) last = file["print"]["last"];
        const auto date = last["date"].number();
        const auto success = last["success"].yes();
        if (!date || !success || *date < 0 || *date > 1e11) return std::nullopt;
        const Instant ended{static_cast<std::int64_t>(*date) * 1'000'000};
        if (ended + std::chrono::seconds{1} < since) return std::nullopt;
        return Past{.ending = *success ? Ending::Good : Ending::Stopped,
                    .ended = ended,
                    .seconds = seconds(last["printTime"])};
    }

 private:
    static void read_job(const json::Document& job, Seen& seen) {
        const auto file = job["job"]["file"];
        seen.file = file["path"].text().value_or(file["name"].text().value_or(""));
        const auto progress = job["progress"];
        // In percent, whatever its documentation's sample looks like.
        if (const auto percent = progress["completion"].number())
            if (*percent >= 0 && *percent <= 100) seen.share = *percent / 100;
        seen.seconds_left = seconds(progress["printTimeLeft"]);
        seen.seconds_done = seconds(progress["printTime"]);
    }
    static Result<Done> done(const Answer& answer) {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 409) return Refusal{"printers.busy"};
        if (answer.status != 204 && answer.status != 200) return Refusal{"printers.not_taken"};
        return Done{};
    }
};

}  // namespace

const Driver& octoprint() {
    static const OctoPrint driver;
    return driver;
}

}  // namespace fabnum::printers
