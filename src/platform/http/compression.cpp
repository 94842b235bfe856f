#include "platform/http/compression.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <zlib.h>

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

constexpr int level = 5;
constexpr int gzip_window = 15 + 16;  // zlib's way to ask for gzip's wrapping

// Setting up a deflater costs more than a small page: each thread keeps one.
class Deflater {
 public:
    Deflater() {
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("zlib cannot start");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string run(std::string_view bytes) {
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, bytes.size()), '\0');
        // zlib reads its input only, but does not say so.
        stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib cannot compress");
        out.resize(stream_.total_out);
        return out;
    }

 private:
    z_stream stream_{};
};

// The weight the browser gives, in thousandths; a weight it gives badly counts as 1.
int weight_of(std::string_view part) {
    const auto weight = parameter(part, "q");
    if (!weight || weight->empty()) return 1000;
    if ((*weight)[0] != '0') return 1000;
    return weight->find_first_of("123456789") == std::string::npos ? 0 : 1;
}

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    bool any = false;
    for (const std::string_view part : parts_of(accept_encoding, ',')) {
        const std::string name = kind_of(part);
        if (same_word(name, coding)) return weight_of(part) > 0;
        if (name == "*") any = weight_of(part) > 0;
    }
    return any;
}

bool is_compressible(std::string_view content_type) {
    const std::string kind = kind_of(content_type);
    if (kind == "text/event-stream") return false;
    constexpr std::array<std::string_view, 6> known{"application/json",    "application/javascript",
                                                    "application/xml",     "image/svg+xml",
                                                    "application/ld+json", "application/manifest+json"};
    return kind.starts_with("text/") || std::find(known.begin(), known.end(), kind) != known.end();
}

std::string gzipped(std::string_view bytes) {
    thread_local Deflater deflater;
    return deflater.run(bytes);
}

}  // namespace fabnum::http
