#include "platform/files/disk.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/crypto/crypto.h"

namespace fabnum::files {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class Open {
 public:
    Open(const std::filesystem::path& path, int flags)
        : number_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail("a kept file does not open");
    }
    ~Open() { close(number_); }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    int number() const { return number_; }

 private:
    int number_;
};

void sync(const std::filesystem::path& path) {
    const Open file(path, O_RDONLY);
    if (fsync(file.number()) != 0) fail("a kept file does not reach the disk");
}

void make_folder(const std::filesystem::path& folder) {
    if (std::filesystem::create_directory(folder)) sync(folder.parent_path());
}

}  // namespace

Mapped::Mapped(const std::filesystem::path& path) {
    const Open file(path, O_RDONLY | O_NOFOLLOW);
    struct stat facts {};
    if (fstat(file.number(), &facts) != 0) fail("a kept file has no size");
    if (facts.st_size == 0) return;
    const auto size = static_cast<std::size_t>(facts.st_size);
    void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (start == MAP_FAILED) fail("a kept file cannot be read");
    bytes_ = {static_cast<const char*>(start), size};
}

Mapped::~Mapped() {
    if (!bytes_.empty()) munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Bench::Bench(const std::filesystem::path& parent) : path_(parent / crypto::new_key()) {
    std::filesystem::create_directory(path_);
}

Bench::~Bench() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    const Open file(path, O_WRONLY | O_CREAT | O_EXCL);
    while (!bytes.empty()) {
        const ssize_t written = write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("a file cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void settle(const std::filesystem::path& from, const std::filesystem::path& to) {
    make_folder(to.parent_path());
    if (utimensat(AT_FDCWD, to.c_str(), nullptr, 0) == 0) return sync(to.parent_path());
    std::filesystem::permissions(from,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    sync(from);
    std::filesystem::rename(from, to);
    sync(to.parent_path());
}

}  // namespace fabnum::files
