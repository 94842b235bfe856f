#pragma once

// multipart/form-data (RFC 7578) read as it comes: text into the request's form, files straight to disk. At
// any moment it holds one piece of the network and one text field, whatever the size of the files.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace fabnum::http {

// A file being written; it is removed with the request that lists it, not with this.
class UploadFile {
 public:
    explicit UploadFile(const std::filesystem::path& path);  // must not exist; throws std::system_error
    ~UploadFile();
    UploadFile(const UploadFile&) = delete;
    UploadFile& operator=(const UploadFile&) = delete;
    void write(std::string_view bytes);  // throws std::system_error

 private:
    int descriptor_;
};

inline constexpr std::string_view upload_prefix = "upload-";  // of the names in the folder

class Multipart {
 public:
    struct Limits {
        std::int64_t text_most = 0;   // bytes of all names and text values
        std::int64_t files_most = 0;  // bytes of all files
        std::filesystem::path folder;
    };

    // nullopt when the header names no usable boundary.
    static std::optional<std::string> boundary_of(std::string_view content_type);

    Multipart(const std::string& boundary, Limits limits, Request& into);

    int take(std::string_view bytes);  // 0, or the status that says what is wrong
    int finish() const;                // 0, or 400 when the end is missing

 private:
    enum class Stage { Preamble, AfterBoundary, Head, Value, Epilogue };

    bool step();  // false: more bytes are needed
    bool skip_preamble();
    bool after_boundary();
    bool read_head();
    bool read_value();
    void begin_part(std::string_view head);
    void begin_file();
    void keep(std::string_view bytes);
    void end_part();
    void fail(int status);

    const std::string delimiter_;  // line end, two dashes, boundary
    const Limits limits_;
    Request& request_;
    Stage stage_ = Stage::Preamble;
    std::string buffer_ = "\r\n";  // the first boundary needs no line before it
    int status_ = 0;
    int parts_ = 0;
    std::int64_t text_size_ = 0;
    std::int64_t files_size_ = 0;

    // The part being read.
    std::string name_;
    std::string text_;
    bool is_file_ = false;
    std::string file_name_;
    std::string declared_type_;
    std::unique_ptr<UploadFile> file_;
};

}  // namespace fabnum::http
