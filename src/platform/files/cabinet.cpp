#include <cerrno>
#include <chrono>
#include <system_error>

#include <sys/statvfs.h>

#include "platform/crypto/crypto.h"
#include "platform/files/disk.h"
#include "platform/files/files.h"
#include "platform/files/label.h"
#include "platform/files/picture.h"
#include "platform/files/recognise.h"

namespace fabnum::files {
namespace {

namespace fs = std::filesystem;

constexpr Size sizes[] = {Size::Full, Size::Card, Size::Thumb};
constexpr std::chrono::hours youth{24};

int side_of(Size size) {
    switch (size) {
        case Size::Thumb: return 160;
        case Size::Card: return 640;
        case Size::Full: return 2048;
    }
    return 0;
}

bool is_in(const Accepted& accepted, Kind kind) {
    switch (kind) {
        case Kind::Picture: return accepted.picture;
        case Kind::Document: return accepted.document;
        case Kind::Model: return accepted.model;
        case Kind::Drawing: return accepted.drawing;
        case Kind::Sound: return accepted.sound;
        case Kind::Table: return accepted.table;
    }
    return false;
}

// What the form takes, in words that are the same in every language.
std::string types_of(const Accepted& accepted) {
    std::string types;
    const auto add = [&](bool is_taken, std::string_view names) {
        if (is_taken) types += (types.empty() ? "" : ", ") + std::string(names);
    };
    add(accepted.picture, "JPEG, PNG, WebP, HEIC, GIF");
    add(accepted.document, "PDF");
    add(accepted.model, "STL, 3MF, G-code");
    add(accepted.drawing, "SVG, DXF");
    add(accepted.sound, "OGG, MP3, M4A, WebM");
    add(accepted.table, "CSV, XLSX");
    return types;
}

fs::path path_in(const fs::path& folder, std::string_view digest, Kind kind, Size size) {
    fs::path path = folder / digest.substr(0, 2) / digest.substr(2);
    if (kind == Kind::Picture && size != Size::Full) path += size == Size::Card ? ".card" : ".thumb";
    return path;
}

void must_be_whole(std::string_view digest) {
    const bool is_hex = digest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (digest.size() != 64 || !is_hex) throw std::logic_error("a file without its digest");
}

}  // namespace

Cabinet::Cabinet(fs::path folder, CabinetOptions options)
    : folder_(std::move(folder)), options_(std::move(options)) {
    fs::create_directories(folder_ / "incoming");
    const Bench trial(folder_ / "incoming");
}

bool Cabinet::has_room(std::int64_t bytes) const {
    struct statvfs disk {};
    if (statvfs(folder_.c_str(), &disk) != 0)
        throw std::system_error(errno, std::generic_category(), "the disk does not say what is free");
    const auto block = static_cast<std::int64_t>(disk.f_frsize);
    const std::int64_t left = static_cast<std::int64_t>(disk.f_bavail) * block - bytes;
    const std::int64_t whole = static_cast<std::int64_t>(disk.f_blocks) * block;
    return left >= options_.room_least && left >= whole / 100 * options_.room_least_percent;
}

// `source` is in a folder of ours: it is moved, or read and written anew.
Result<Cabinet::Checked> Cabinet::put_in_place(const fs::path& source, std::string_view label,
                                               const Accepted& accepted) const {
    Checked checked;
    checked.size = static_cast<std::int64_t>(fs::file_size(source));
    if (checked.size == 0) return Refusal{"files.empty"};
    if (!has_room(checked.size)) return Refusal{"files.no_room"};
    {
        const Mapped file(source);
        const auto what = recognised(file.bytes());
        if (!what || !is_in(accepted, what->kind))
            return Refusal{"files.not_accepted", {{"types", types_of(accepted)}}};
        if (checked.size > most_bytes(*what))
            return Refusal{"files.too_big", {{"most", std::to_string(most_bytes(*what) / (1024 * 1024))}}};
        checked.kind = what->kind;
        checked.type = what->type;
        if (checked.kind != Kind::Picture) checked.digest = crypto::sha256_hex(file.bytes());
    }
    if (checked.kind != Kind::Picture) {
        checked.label = label_from(label, checked.type);
        settle(source, path_in(folder_, checked.digest, checked.kind, Size::Full));
        return checked;
    }

    const Bench bench(folder_ / "incoming");
    const fs::path out = bench.path() / "picture";
    const auto made = repainted(options_.program, fs::absolute(source), fs::absolute(out),
                                {side_of(Size::Full), side_of(Size::Card), side_of(Size::Thumb)});
    if (!made) return made.refusal();
    const auto painted = [&](Size size) { return fs::path(out) += "." + std::to_string(side_of(size)); };
    {
        const Mapped full(painted(Size::Full));
        checked.digest = crypto::sha256_hex(full.bytes());
        checked.size = static_cast<std::int64_t>(full.bytes().size());
    }
    checked.type = made->type;
    checked.width = made->width;
    checked.height = made->height;
    checked.label = label_from(label, checked.type);
    for (const Size size : sizes) settle(painted(size), path_in(folder_, checked.digest, checked.kind, size));
    return checked;
}

Result<Cabinet::Checked> Cabinet::check(const http::Upload& upload, const Accepted& accepted) const {
    const Bench bench(folder_ / "incoming");
    const fs::path mine = bench.path() / "upload";
    std::error_code other_disk;
    fs::rename(upload.path, mine, other_disk);
    if (other_disk) {
        if (!has_room(static_cast<std::int64_t>(fs::file_size(upload.path)))) return Refusal{"files.no_room"};
        fs::copy_file(upload.path, mine);
    }
    return put_in_place(mine, upload.file_name, accepted);
}

Result<Cabinet::Checked> Cabinet::check_bytes(std::string_view bytes, std::string_view label,
                                              const Accepted& accepted) const {
    if (!has_room(static_cast<std::int64_t>(bytes.size()))) return Refusal{"files.no_room"};
    const Bench bench(folder_ / "incoming");
    const fs::path mine = bench.path() / "bytes";
    write_file(mine, bytes);
    return put_in_place(mine, label, accepted);
}

fs::path Cabinet::path_of(const File& file, Size size) const {
    must_be_whole(file.digest);
    return path_in(folder_, file.digest, file.kind, size);
}

http::Response Cabinet::serve(const File& file, Size size) const {
    const bool is_picture = file.kind == Kind::Picture;
    http::Response response;
    response.body = http::FileBody{path_of(file, size)};
    response.with("Content-Type", file.type)
        .with("Content-Disposition",
              http::content_disposition(is_picture ? "inline" : "attachment", file.label))
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Cache-Control", "private, no-cache")
        .with("ETag", '"' + file.digest.substr(0, 32) +
                          (is_picture ? "-" + std::to_string(side_of(size)) : "") + '"');
    return response;
}

int Cabinet::sweep(const sql::Reader& db, Instant now) const {
    const auto is_old = [&](const fs::path& path) {
        const auto written = std::chrono::file_clock::to_sys(fs::last_write_time(path)).time_since_epoch();
        const Instant at{std::chrono::duration_cast<std::chrono::microseconds>(written).count()};
        return now - at > youth;
    };
    std::vector<fs::path> gone;
    for (const auto& left : fs::directory_iterator(folder_ / "incoming"))
        if (is_old(left.path())) gone.push_back(left.path());
    for (const auto& shelf : fs::directory_iterator(folder_)) {
        if (!shelf.is_directory() || shelf.path().filename().string().size() != 2) continue;
        for (const auto& kept : fs::directory_iterator(shelf.path())) {
            const std::string digest = shelf.path().filename().string() + kept.path().stem().string();
            if (!is_old(kept.path())) continue;
            if (db.value<std::int64_t>({digest}, "SELECT count(*) FROM files WHERE digest = $1") == 0)
                gone.push_back(kept.path());
        }
    }
    for (const fs::path& path : gone) fs::remove_all(path);
    return static_cast<int>(gone.size());
}

}  // namespace fabnum::files
