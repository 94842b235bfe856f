#pragma once

// What people bring: photos, sketches, models, papers. A file is kept once, under the SHA-256 of its bytes
// (data/files/ab/cd…), after its kind was recognised from its content. Pictures are decoded in a helper
// process with limits, turned upright, made smaller when huge, and written anew: place, device and every
// other metadata are gone. A file is never served from a context that could run it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/http/message.h"
#include "platform/sql/sql.h"

namespace fabnum::files {

using FileId = Id<struct FileTag>;

enum class Kind {
    Picture,   // jpeg, png, webp, heic, avif, gif: kept as jpeg or png
    Document,  // pdf
    Model,     // stl, 3mf, g-code
    Drawing,   // svg, dxf
    Sound,     // ogg, mp3, m4a, webm
    Table,     // csv, xlsx
};
enum class Size { Thumb, Card, Full };  // longest side: 160, 640, 2048 px

struct File {
    FileId id = {};
    std::string digest = {};  // SHA-256, 64 hexadecimal characters
    Kind kind = Kind::Picture;
    std::string type = {};      // "image/jpeg", by content
    std::string label = {};     // the name it came with, for reading only
    std::int64_t size = 0;      // bytes
    int width = 0, height = 0;  // pixels, of pictures
};

// What a form accepts. Limits of reliability.md's promise: pictures 10 MB and 50 megapixels in, documents
// 20 MB, models 100 MB.
struct Accepted {
    bool picture = true, document = false, model = false, drawing = false, sound = false, table = false;
};

struct CabinetOptions {
    std::filesystem::path program = "/proc/self/exe";  // answers to `program picture …`
    std::int64_t room_least = 500'000'000;             // free bytes of the disk under which nothing is taken
    int room_least_percent = 5;
};

class Cabinet {
 public:
    // `folder` is made if need be. Throws when it cannot be written.
    explicit Cabinet(std::filesystem::path folder, CabinetOptions options = {});

    // Looks at the upload, cleans it, and puts it in place, on disk (fsync) before the row exists. Refused:
    // files.empty, files.too_big, files.not_accepted, files.broken_picture, files.too_many_pixels,
    // files.no_room. Slow (decoding): call it before the transaction, then `keep` inside it.
    struct Checked;  // a file in place that no row names yet; swept after a day
    Result<Checked> check(const http::Upload& upload, const Accepted& accepted) const;
    FileId keep(const sql::Writer& db, const Checked& checked, Instant now) const;

    // The same for bytes the product itself made (a PDF, a signature).
    Result<Checked> check_bytes(std::string_view bytes, std::string_view label,
                                const Accepted& accepted) const;

    std::optional<File> find(const sql::Reader& db, FileId id) const;
    // The file as an answer: pictures inline in the wished size, all else as a download; always
    // `Content-Security-Policy: default-src 'none'; sandbox`, nosniff, private cache with an ETag.
    http::Response serve(const File& file, Size size) const;
    std::filesystem::path path_of(const File& file, Size size = Size::Full) const;

    // Removes what no row names and is older than a day; answers how many.
    int sweep(const sql::Reader& db, Instant now) const;

 private:
    Result<Checked> put_in_place(const std::filesystem::path& source, std::string_view label,
                                 const Accepted& accepted) const;
    bool has_room(std::int64_t bytes) const;

    std::filesystem::path folder_;
    CabinetOptions options_;
};

struct Cabinet::Checked {
    std::string digest;
    Kind kind = Kind::Picture;
    std::string type, label;
    std::int64_t size = 0;
    int width = 0, height = 0;
};

// `fabnum picture IN OUT SIDE…`: the helper process itself. main.cpp hands over its own arguments when the
// first of them is "picture". Answers the exit code.
int picture_process(int argc, char** argv);

}  // namespace fabnum::files
