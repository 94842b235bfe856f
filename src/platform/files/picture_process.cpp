#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vips/vips.h>

#include "platform/files/confine.h"
#include "platform/files/files.h"
#include "platform/files/picture.h"

namespace fabnum::files {
namespace {

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
    void operator()(VipsBlob* blob) const { vips_area_unref(&blob->area); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

constexpr rlim_t mega = 1024 * 1024;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(what, &both);
}

// The address sanitizer needs room and calls that a picture does not.
#ifdef __SANITIZE_ADDRESS__
constexpr bool has_walls = false;
#else
constexpr bool has_walls = true;
#endif

// Before the first byte of the picture is read. The address space also holds some hundred libraries.
void limit_ourselves() {
    if (has_walls) limit(RLIMIT_AS, 1024 * mega);
    limit(RLIMIT_CPU, 15);
    limit(RLIMIT_FSIZE, 64 * mega);
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    alarm(30);
}

// Only these readers exist for us, whatever the library was built with.
bool start_library() {
    if (VIPS_INIT("fabnum") != 0) return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* reader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                               "VipsForeignLoadNsgif", "VipsForeignLoadHeif"})
        vips_operation_block_set(reader, FALSE);
    vips_block_untrusted_set(TRUE);
    return true;
}

struct Source {
    std::string file;
    bool is_lossless = false;
    double pixels = 0;
};

// The head of the picture; no pixel is decoded yet.
bool open_source(Source& source) {
    const char* reader = vips_foreign_find_load(source.file.c_str());
    if (!reader) return false;
    const Image head(vips_image_new_from_file(source.file.c_str(), nullptr));
    if (!head) return false;
    source.is_lossless = std::string(reader).find("Png") != std::string::npos ||
                         std::string(reader).find("Nsgif") != std::string::npos;
    source.pixels = static_cast<double>(vips_image_get_width(head.get())) * vips_image_get_height(head.get());
    return true;
}

// Upright, in sRGB with 8 bits, no larger than `side`, in memory.
Image decoded(const Source& source, int side) {
    VipsImage* out = nullptr;
    if (vips_thumbnail(source.file.c_str(), &out, side, "height", side, "size", VIPS_SIZE_DOWN,
                       "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_TRUNCATED, nullptr) != 0)
        return nullptr;
    const Image small(out);
    if (vips_colourspace(small.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr) != 0) return nullptr;
    const Image coloured(out);
    if (vips_cast_uchar(coloured.get(), &out, nullptr) != 0) return nullptr;
    const Image flat(out);
    return Image(vips_image_copy_memory(flat.get()));
}

bool is_see_through(VipsImage* image) {
    if (!vips_image_hasalpha(image)) return false;
    VipsImage* out = nullptr;
    double least = 255;
    if (vips_extract_band(image, &out, vips_image_get_bands(image) - 1, nullptr) != 0) return true;
    const Image alpha(out);
    return vips_min(alpha.get(), &least, nullptr) != 0 || least < 255;
}

Image without_alpha(Image image) {
    VipsImage* out = nullptr;
    if (!vips_image_hasalpha(image.get())) return image;
    return vips_flatten(image.get(), &out, nullptr) == 0 ? Image(out) : nullptr;
}

bool save_png(VipsImage* image, const std::string& file) {
    return vips_pngsave(image, file.c_str(), "strip", TRUE, "compression", 6, nullptr) == 0;
}
bool save_jpeg(VipsImage* image, const std::string& file) {
    return vips_jpegsave(image, file.c_str(), "strip", TRUE, "Q", 84, "optimize_coding", TRUE, nullptr) == 0;
}

off_t size_of(const std::string& file) {
    struct stat facts {};
    return stat(file.c_str(), &facts) == 0 ? facts.st_size : 0;
}

// Line art stays sharp: what came without loss stays so, as long as that costs little.
bool is_line_art(VipsImage* image, const std::string& out) {
    const std::string png = out + ".try-png", jpeg = out + ".try-jpeg";
    const bool is_cheap =
        save_png(image, png) && save_jpeg(image, jpeg) && size_of(png) <= size_of(jpeg) * 3 / 2;
    unlink(png.c_str());
    unlink(jpeg.c_str());
    return is_cheap;
}

Ending repaint(const std::string& in, const std::string& out, const std::vector<int>& sides) {
    Source source{in};
    if (!open_source(source)) return Ending::Unreadable;
    if (source.pixels > static_cast<double>(pixels_most)) return Ending::TooManyPixels;
    Image image = decoded(source, sides.front());
    if (!image) return Ending::Unreadable;

    bool is_png = is_see_through(image.get());
    if (!is_png) {
        image = without_alpha(std::move(image));
        if (!image) return Ending::Unreadable;
        is_png = source.is_lossless && is_line_art(image.get(), out);
    }
    for (const int side : sides) {
        VipsImage* smaller = nullptr;
        if (vips_thumbnail_image(image.get(), &smaller, side, "height", side, "size", VIPS_SIZE_DOWN,
                                 nullptr) != 0)
            return Ending::Unreadable;
        const Image sized(smaller);
        const std::string file = out + "." + std::to_string(side);
        if (!(is_png ? save_png : save_jpeg)(sized.get(), file)) return Ending::NotWritten;
    }
    std::printf("%s %d %d\n", is_png ? "image/png" : "image/jpeg", vips_image_get_width(image.get()),
                vips_image_get_height(image.get()));
    return Ending::Done;
}

}  // namespace

int picture_process(int argc, char** argv) {
    limit_ourselves();
    if (argc < 5) {
        std::fprintf(stderr,
                     "fabnum picture IN OUT SIDE…: writes IN anew as OUT.SIDE, for the program itself\n");
        return 2;
    }
    const std::string in = argv[2], out = argv[3];
    std::vector<int> sides;
    for (int i = 4; i < argc; ++i) sides.push_back(std::clamp(std::atoi(argv[i]), 1, 8192));
    if (!start_library()) return 1;
    if (has_walls) confine_to(in, out);
    const Ending ending = repaint(in, out, sides);
    std::fflush(stdout);
    vips_shutdown();
    return static_cast<int>(ending);
}

}  // namespace fabnum::files
