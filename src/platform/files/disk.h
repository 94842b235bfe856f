#pragma once

// Files of this machine: read without copying, and written so that a power cut cannot take them back.

#include <filesystem>
#include <string_view>

namespace fabnum::files {

// A whole file as bytes, as long as this lives. Throws std::system_error when it cannot be read.
class Mapped {
 public:
    explicit Mapped(const std::filesystem::path& path);
    ~Mapped();
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    std::string_view bytes() const { return bytes_; }

 private:
    std::string_view bytes_;
};

// A new folder in `parent`, with a name nobody can guess; gone with all it holds when this ends.
class Bench {
 public:
    explicit Bench(const std::filesystem::path& parent);
    ~Bench();
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

void write_file(const std::filesystem::path& path, std::string_view bytes);

// Moves a file to where it stays and waits until the disk has it. One that is there already stays, and is
// as young as if it had come now.
void settle(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace fabnum::files
