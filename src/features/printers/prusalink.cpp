// PrusaLink, on the printer itself: HTTP Digest, one transfer at a time, no memory of past runs. Where it
// keeps files is asked each time, never assumed.

#include <cmath>

#include "features/printers/driver.h"
#include "platform/json/document.h"

namespace fabnum::printers {

namespace {

using outgoing::Answer;
using outgoing::Method;
using outgoing::Question;

Question question(const Line& line, Method method, std::string path) {
    Question one{.method = method, .to = line.address, .path = std::move(path)};
    one.headers.emplace_back("Accept", "application/json");
    if (line.user.empty()) {
        one.headers.emplace_back("X-Api-Key", line.secret);
    } else {
        one.login = outgoing::Login{.user = line.user, .password = line.secret};
    }
    return one;
}

constexpr std::pair<std::string_view, Condition> states[] = {
    {"BUSY", Condition::Busy},         {"IDLE", Condition::Idle},     {"READY", Condition::Idle},
    {"PRINTING", Condition::Printing}, {"PAUSED", Condition::Paused}, {"FINISHED", Condition::Finished},
    {"STOPPED", Condition::Cancelled}, {"ERROR", Condition::Broken},  {"ATTENTION", Condition::NeedsHuman}};

std::optional<std::int64_t> whole(std::optional<double> number) {
    if (!number || *number < 0 || *number > 1e8) return std::nullopt;
    return static_cast<std::int64_t>(std::llround(*number));
}

std::string file_path(const Line& line, std::string_view file) {
    return "/api/v1/files" + outgoing::escaped_path(line.storage) + "/" + outgoing::escaped_path(file);
}

class PrusaLink final : public Driver {
 public:
    Questions probe(const Line& line) const override {
        return {question(line, Method::Get, "/api/version"), question(line, Method::Get, "/api/v1/storage")};
    }
    Result<Identity> probed(const Answers& answers) const override {
        if (const auto no = not_fine(answers.at(0))) return *no;
        const auto version = json::read(answers[0].body);
        const auto text = version["text"].text();
        if (!text || !text->starts_with("PrusaLink")) return Refusal{"printers.another_program"};
        if (const auto no = not_fine(answers.at(1))) return *no;
        Identity identity{.program = *text};
        for (const auto& storage : json::read(answers[1].body)["storage_list"].items()) {
            const auto path = storage["path"].text();
            const bool is_open =
                storage["available"].yes().value_or(false) && !storage["read_only"].yes().value_or(false);
            if (!path || !path->starts_with('/') || !is_open) continue;
            identity.storage = *path;
            identity.room = whole(storage["free_space"].number());
            return identity;
        }
        return Refusal{"printers.no_storage"};
    }

    Questions look(const Line& line) const override {
        return {question(line, Method::Get, "/api/v1/status"), question(line, Method::Get, "/api/v1/job")};
    }
    Seen seen(const Answers& answers) const override {
        if (const auto no = not_fine(answers.at(0))) return offline(*no);
        const auto status = json::read(answers[0].body);
        const auto state = status["printer"]["state"].text();
        if (!state) return offline({"printers.not_understood"});
        Seen seen{.condition = Condition::Busy};
        for (const auto& [word, condition] : states)
            if (word == *state) seen.condition = condition;
        seen.nozzle_c = status["printer"]["temp_nozzle"].number();
        seen.bed_c = status["printer"]["temp_bed"].number();
        read_job(status["job"], seen);
        // 204: no job; that is an answer.
        if (answers.at(1).is(200)) {
            const auto job = json::read(answers[1].body);
            read_job(job, seen);
            const auto file = job["file"];
            seen.file = file["display_name"].text().value_or(file["name"].text().value_or(""));
        }
        return seen;
    }

    Question send(const Line& line, const Parcel& parcel) const override {
        auto one = question(line, Method::Put, file_path(line, parcel.name));
        one.headers.emplace_back("Content-Type", "application/octet-stream");
        one.headers.emplace_back("Print-After-Upload", "?1");
        one.headers.emplace_back("Overwrite", "?1");
        one.file = parcel.path;
        one.limits = outgoing::for_a_file;
        return one;
    }
    Result<Sent> sent(const Answer& answer, const Parcel& parcel) const override {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 409) return Refusal{"printers.busy"};
        if (answer.status == 507 || answer.status == 413) return Refusal{"printers.full"};
        if (answer.status == 404) return Refusal{"printers.no_storage"};
        if (answer.status != 201 && answer.status != 200) return Refusal{"printers.not_taken"};
        return Sent{.file = parcel.name, .started = true};
    }
    Question start(const Line& line, std::string_view file) const override {
        return question(line, Method::Post, file_path(line, file));
    }
    Result<Done> started(const Answer& answer) const override { return done(answer); }

    std::optional<Question> cancel(const Line& line, const Seen& seen) const override {
        if (seen.run_id.empty()) return std::nullopt;
        return question(line, Method::Delete, "/api/v1/job/" + outgoing::escaped(seen.run_id));
    }
    Result<Done> cancelled(const Answer& answer) const override {
        if (answer.is(404)) return Refusal{"printers.nothing_to_stop"};
        return done(answer);
    }

    std::optional<Question> past(const Line&, std::string_view, Instant) const override {
        return std::nullopt;
    }
    std::optional<Past> read_past(const Answer&, std::string_view, Instant) const override {
        return std::nullopt;
    }

 private:
    static void read_job(const json::Document& job, Seen& seen) {
        if (const auto id = whole(job["id"].number())) seen.run_id = std::to_string(*id);
        if (const auto percent = job["progress"].number())
            if (*percent >= 0 && *percent <= 100) seen.share = *percent / 100;
        if (const auto left = whole(job["time_remaining"].number())) seen.seconds_left = left;
        if (const auto done = whole(job["time_printing"].number())) seen.seconds_done = done;
    }
    static Result<Done> done(const Answer& answer) {
        if (const auto no = trouble_of(answer)) return *no;
        if (answer.status == 409) return Refusal{"printers.busy"};
        if (answer.status != 204 && answer.status != 200) return Refusal{"printers.not_taken"};
        return Done{};
    }
};

}  // namespace

const Driver& prusalink() {
    static const PrusaLink driver;
    return driver;
}

}  // namespace fabnum::printers
