#pragma once

// A regular file open for reading, and what tells one version of it from another.

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <string>

namespace fabnum::http {

class OpenFile {
 public:
    explicit OpenFile(const std::filesystem::path& path);  // throws std::system_error
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    std::int64_t size() const { return size_; }
    std::time_t changed() const { return changed_; }
    const std::string& tag() const { return tag_; }  // a strong entity tag: size and time of change

    // At most `most` bytes from `at`; throws when the file got shorter meanwhile.
    std::string read(std::int64_t at, std::int64_t most) const;

 private:
    int descriptor_;
    std::int64_t size_ = 0;
    std::time_t changed_ = 0;
    std::string tag_;
};

}  // namespace fabnum::http
