#include "platform/http/open_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fabnum::http {

namespace {

std::string hex(std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return {digits.data(), end.ptr};
}

}  // namespace

OpenFile::OpenFile(const std::filesystem::path& path)
    : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat facts {};
    if (descriptor_ < 0 || fstat(descriptor_, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        const int reason = descriptor_ < 0 ? errno : EINVAL;
        if (descriptor_ >= 0) close(descriptor_);
        throw std::system_error(reason, std::generic_category(), "cannot open a file to send it");
    }
    size_ = facts.st_size;
    changed_ = facts.st_mtim.tv_sec;
    tag_ = '"' + hex(size_) + '-' + hex(facts.st_mtim.tv_sec) + '-' + hex(facts.st_mtim.tv_nsec) + '"';
}

OpenFile::~OpenFile() {
    close(descriptor_);
}

std::string OpenFile::read(std::int64_t at, std::int64_t most) const {
    std::string bytes(static_cast<std::size_t>(most), '\0');
    ssize_t got = 0;
    do got = pread(descriptor_, bytes.data(), bytes.size(), at);
    while (got < 0 && errno == EINTR);
    if (got < 0) throw std::system_error(errno, std::generic_category(), "cannot read a file to send it");
    if (got == 0 && most > 0) throw std::runtime_error("a file became shorter while it was sent");
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

}  // namespace fabnum::http
