#include "platform/files/picture.h"

#include <cerrno>
#include <chrono>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "platform/process/child.h"

namespace fabnum::files {
namespace {

constexpr std::chrono::seconds patience{20};

std::string said(const process::Descriptor& words) {
    char text[256];
    const ssize_t size = read(words.number(), text, sizeof text);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : "";
}

}  // namespace

Result<Repainted> repainted(const std::filesystem::path& program, const std::filesystem::path& in,
                            const std::filesystem::path& out, const std::vector<int>& sides) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    const process::Descriptor reading(ends[0]), writing(ends[1]);
    process::Plan plan{.command = {program, "picture", in, out}, .output = writing.number()};
    for (const int side : sides) plan.command.push_back(std::to_string(side));
    const std::optional<int> code = process::Child(plan).wait(patience);

    if (!code || *code == static_cast<int>(Ending::Unreadable)) return Refusal{"files.broken_picture"};
    if (*code == static_cast<int>(Ending::TooManyPixels))
        return Refusal{"files.too_many_pixels", {{"most", std::to_string(pixels_most / 1'000'000)}}};
    if (*code != static_cast<int>(Ending::Done))
        throw std::runtime_error("the picture process ended with " + std::to_string(*code));

    Repainted made;
    std::istringstream(said(reading)) >> made.type >> made.width >> made.height;
    if (made.width <= 0 || made.height <= 0) throw std::runtime_error("the picture process said nothing");
    return made;
}

}  // namespace fabnum::files
