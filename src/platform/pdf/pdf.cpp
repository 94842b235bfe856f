#include "platform/pdf/pdf.h"

#include <chrono>
#include <mutex>
#include <system_error>

#include "platform/assets/assets.h"
#include "platform/log/log.h"
#include "platform/pdf/worker.h"

namespace fabnum::pdf {
namespace {

constexpr int documents_most = 200;  // then a fresh process: what leaks, leaks no further

std::string_view type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css";
    if (name.ends_with(".woff2")) return "font/woff2";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return "";
}

// The product's styles, fonts and icons, at the addresses that pages use.
std::vector<Attachment> house_attachments() {
    std::vector<Attachment> all;
    for (const assets::Embedded& one : assets::under("assets/"))
        if (const auto type = type_of(one.name); !type.empty())
            all.push_back(
                {assets::url_of(one.name).text().substr(1), std::string(type), std::string(one.bytes)});
    return all;
}

bool can_import(const std::string& python) {
    try {
        process::Child asked({.command = {python, "-I", "-c", "import weasyprint"}});
        return asked.wait(std::chrono::seconds(20)) == 0;
    } catch (const std::system_error&) {
        return false;
    }
}

}  // namespace

struct Printer::Inside {
    std::string python;
    std::once_flag asked;
    bool is_there = false;
    std::mutex one_at_a_time;
    std::unique_ptr<Worker> worker;

    bool is_available() {
        std::call_once(asked, [this] { is_there = can_import(python); });
        return is_there;
    }
    void prepare() {
        if (worker && worker->printed() < documents_most) return;
        worker = std::make_unique<Worker>(python);
        worker->keep(house_attachments());
    }
};

Printer::Printer(std::string python) : inside_(std::make_unique<Inside>()) {
    inside_->python = std::move(python);
}
Printer::~Printer() = default;

bool Printer::is_available() const {
    return inside_->is_available();
}

std::optional<std::string> Printer::print(std::string_view html, const std::vector<Attachment>& attachments) {
    if (html.empty() || !is_available()) return std::nullopt;
    const std::lock_guard<std::mutex> alone(inside_->one_at_a_time);
    // One that died while it waited is replaced, and the document gets its second chance.
    for (int chance = 0; chance < 2; ++chance) {
        inside_->prepare();
        std::string pdf;
        const Answer answer = inside_->worker->print(html, attachments, pdf);
        if (answer == Answer::Printed) return pdf;
        log::warning("pdf.not_printed", {{"why", answer == Answer::Refused  ? "refused"
                                                 : answer == Answer::Silent ? "silent"
                                                                            : "gone"}});
        if (answer == Answer::Refused) return std::nullopt;
        inside_->worker.reset();
        if (answer == Answer::Silent) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace fabnum::pdf
