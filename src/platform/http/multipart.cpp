#include "platform/http/multipart.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/http/decoding.h"
#include "platform/http/incoming.h"

namespace fabnum::http {

namespace {

constexpr int parts_most = 500;
constexpr std::size_t part_head_most = 8'192;

// Browsers escape three characters only; any other '%' is the sender's own.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view escape = text.substr(at, 3);
        const char c = escape == "%22"                      ? '"'
                       : escape == "%0D" || escape == "%0d" ? '\r'
                       : escape == "%0A" || escape == "%0a" ? '\n'
                                                            : '\0';
        plain += c != '\0' ? c : text[at];
        if (c != '\0') at += 2;
    }
    return plain;
}

}  // namespace

UploadFile::UploadFile(const std::filesystem::path& path)
    : descriptor_(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), "cannot keep an upload in " + path.string());
}

UploadFile::~UploadFile() {
    close(descriptor_);
}

void UploadFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw std::system_error(errno, std::generic_category(), "cannot write an upload");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::optional<std::string> Multipart::boundary_of(std::string_view content_type) {
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;
    const bool is_plain = std::all_of(boundary->begin(), boundary->end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
    });
    if (!is_plain || boundary->back() == ' ') return std::nullopt;
    return boundary;
}

Multipart::Multipart(const std::string& boundary, Limits limits, Request& into)
    : delimiter_("\r\n--" + boundary), limits_(std::move(limits)), request_(into) {}

int Multipart::take(std::string_view bytes) {
    if (status_ != 0 || stage_ == Stage::Epilogue) return status_;
    buffer_ += bytes;
    while (status_ == 0 && stage_ != Stage::Epilogue && step()) {
    }
    return status_;
}

int Multipart::finish() const {
    if (status_ != 0) return status_;
    return stage_ == Stage::Epilogue ? 0 : 400;
}

bool Multipart::step() {
    switch (stage_) {
        case Stage::Preamble: return skip_preamble();
        case Stage::AfterBoundary: return after_boundary();
        case Stage::Head: return read_head();
        case Stage::Value: return read_value();
        case Stage::Epilogue: return false;
    }
    return false;
}

bool Multipart::skip_preamble() {
    const std::size_t found = buffer_.find(delimiter_);
    if (found == std::string::npos) {
        if (buffer_.size() > part_head_most) fail(400);
        return false;
    }
    buffer_.erase(0, found + delimiter_.size());
    stage_ = Stage::AfterBoundary;
    return true;
}

bool Multipart::after_boundary() {
    const std::size_t blank = std::min(buffer_.find_first_not_of(" \t"), buffer_.size());
    const std::string_view next = std::string_view(buffer_).substr(blank, 2);
    if (blank > part_head_most) fail(400);
    if (next.size() < 2) return false;
    if (next == "--" && blank == 0) {
        stage_ = Stage::Epilogue;
        buffer_ = {};
        return false;
    }
    if (next != "\r\n") {
        fail(400);
        return false;
    }
    if (++parts_ > parts_most) {
        fail(413);
        return false;
    }
    buffer_.erase(0, blank);  // its line end stays: a part without a head begins with an empty line
    stage_ = Stage::Head;
    return true;
}

bool Multipart::read_head() {
    const std::size_t end = buffer_.find("\r\n\r\n");
    if (std::min(end, buffer_.size()) > part_head_most) {
        fail(400);
        return false;
    }
    if (end == std::string::npos) return false;
    begin_part(std::string_view(buffer_).substr(0, end));
    buffer_.erase(0, end + 4);
    stage_ = Stage::Value;
    return true;
}

bool Multipart::read_value() {
    const std::size_t found = buffer_.find(delimiter_);
    if (found != std::string::npos) {
        keep(std::string_view(buffer_).substr(0, found));
        buffer_.erase(0, found + delimiter_.size());
        end_part();
        stage_ = Stage::AfterBoundary;
        return true;
    }
    // The end may be the beginning of a delimiter.
    if (buffer_.size() >= delimiter_.size()) {
        const std::size_t sure = buffer_.size() - delimiter_.size() + 1;
        keep(std::string_view(buffer_).substr(0, sure));
        buffer_.erase(0, sure);
    }
    return false;
}

void Multipart::begin_part(std::string_view head) {
    name_.clear();
    text_.clear();
    file_name_.clear();
    declared_type_.clear();
    is_file_ = false;
    bool has_name = false;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find("\r\n"), head.size());
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string_view value = line.substr(std::min(colon + 1, line.size()));
        if (same_word(line.substr(0, colon), "Content-Disposition")) {
            const auto name = parameter(value, "name");
            const auto file_name = parameter(value, "filename");
            has_name = name && kind_of(value) == "form-data";
            name_ = unescaped(name.value_or(""));
            is_file_ = file_name.has_value();
            file_name_ = file_name && !file_name->empty() ? plain_file_name(unescaped(*file_name)) : "";
        } else if (same_word(line.substr(0, colon), "Content-Type")) {
            declared_type_ = shortened(trimmed(repaired(value)), 200);
        }
    }
    text_size_ += static_cast<std::int64_t>(name_.size());
    if (!has_name || !is_utf8(name_))
        fail(400);
    else if (text_size_ > limits_.text_most)
        fail(413);
    else if (!file_name_.empty())
        begin_file();
}

void Multipart::begin_file() {
    if (limits_.files_most == 0) return fail(413);
    const std::filesystem::path path = limits_.folder / (std::string(upload_prefix) + new_request_id());
    file_ = std::make_unique<UploadFile>(path);
    request_.uploads.push_back({.field = name_,
                                .file_name = file_name_.empty() ? "file" : file_name_,
                                .declared_type = declared_type_,
                                .path = path,
                                .size = 0});
}

void Multipart::keep(std::string_view bytes) {
    if (status_ != 0 || bytes.empty()) return;
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (!is_file_) {
        text_size_ += size;
        if (text_size_ > limits_.text_most) return fail(413);
        text_ += bytes;
        return;
    }
    if (!file_) begin_file();  // it has bytes, if no name
    if (status_ != 0) return;
    files_size_ += size;
    if (files_size_ > limits_.files_most) return fail(413);
    file_->write(bytes);
    request_.uploads.back().size += size;
}

// A file field left empty by its reader is neither a file nor a text.
void Multipart::end_part() {
    if (status_ != 0) return;
    file_.reset();
    if (is_file_) return;
    if (!is_utf8(text_)) return fail(400);
    request_.form.add(std::move(name_), std::exchange(text_, std::string()));
}

void Multipart::fail(int status) {
    status_ = status;
    file_.reset();
    buffer_ = {};
}

}  // namespace fabnum::http
