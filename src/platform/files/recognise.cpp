#include "platform/files/recognise.h"

#include <cstring>

#include "platform/files/zip.h"

namespace fabnum::files {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t mega = 1024 * 1024;
constexpr std::uint32_t triangles_most = 2'000'000;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool has(std::string_view bytes, std::size_t at, std::string_view word) {
    return bytes.size() >= at + word.size() && bytes.substr(at, word.size()) == word;
}

bool is_pdf(std::string_view bytes) {
    const bool opens = bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.");
    const std::size_t tail = bytes.size() > 4096 ? bytes.size() - 4096 : 0;
    return opens && bytes.substr(tail).find("%%EOF") != std::string_view::npos;
}

// 80 bytes of anything, a count, then exactly 50 bytes a triangle.
bool is_binary_stl(std::string_view bytes) {
    if (bytes.size() < 84 + 50) return false;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < 4; ++i)
        count |= static_cast<std::uint32_t>(byte_at(bytes, 80 + i)) << (8 * i);
    return count <= triangles_most && bytes.size() == 84 + std::size_t{50} * count;
}

// The brand of an ISO base media file: "heic", "M4A ".
std::string_view brand_of(std::string_view bytes) {
    return bytes.size() >= 16 && has(bytes, 4, "ftyp") ? bytes.substr(8, 4) : ""sv;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view one : words)
        if (word == one) return true;
    return false;
}

// Length of the MPEG layer III frame that starts at `at`, or 0 (ISO/IEC 11172-3, 2.4.1.3).
std::size_t mp3_frame(std::string_view bytes, std::size_t at) {
    if (bytes.size() < at + 4 || byte_at(bytes, at) != 0xFF || (byte_at(bytes, at + 1) & 0xE0) != 0xE0)
        return 0;
    const unsigned version = (byte_at(bytes, at + 1) >> 3) & 3, layer = (byte_at(bytes, at + 1) >> 1) & 3;
    const unsigned rate = byte_at(bytes, at + 2) >> 4, frequency = (byte_at(bytes, at + 2) >> 2) & 3;
    if (version == 1 || layer != 1 || rate == 0 || rate == 15 || frequency == 3) return 0;
    constexpr std::size_t rates_1[] = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    constexpr std::size_t rates_2[] = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    constexpr std::size_t hertz[] = {44100, 48000, 32000};
    const std::size_t slower = version == 3 ? 1 : version == 2 ? 2 : 4;
    const std::size_t samples = version == 3 ? 144'000 : 72'000;
    const std::size_t padding = (byte_at(bytes, at + 2) >> 1) & 1;
    return samples * (version == 3 ? rates_1 : rates_2)[rate] / (hertz[frequency] / slower) + padding;
}

bool is_mp3(std::string_view bytes) {
    if (bytes.starts_with("ID3") && bytes.size() > 128)
        return byte_at(bytes, 3) < 5 && byte_at(bytes, 4) < 0xFF;
    const std::size_t first = mp3_frame(bytes, 0);
    return first > 0 && mp3_frame(bytes, first) > 0;
}

std::string_view picture_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with("RIFF") && has(bytes, 8, "WEBP")) return "image/webp";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return "image/gif";
    if (is_one_of(brand_of(bytes), {"heic", "heix", "heim", "heis", "mif1", "msf1"})) return "image/heic";
    if (is_one_of(brand_of(bytes), {"avif", "avis"})) return "image/avif";
    return "";
}

std::string_view sound_type(std::string_view bytes) {
    if (has(bytes, 0, "OggS\0"sv)) return "audio/ogg";
    if (is_one_of(brand_of(bytes), {"M4A ", "M4B ", "mp42", "mp41", "isom", "iso2", "iso5", "iso6"}))
        return "audio/mp4";
    if (bytes.starts_with("\x1A\x45\xDF\xA3") && bytes.substr(0, 64).find("webm") != std::string_view::npos)
        return "audio/webm";
    if (is_mp3(bytes)) return "audio/mpeg";
    return "";
}

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::optional<Recognised> recognised_zip(std::string_view bytes) {
    const auto names = sound_zip_names(bytes, {});
    if (!names) return std::nullopt;
    const auto holds = [&](std::string_view name) {
        for (const std::string& one : *names)
            if (one == name) return true;
        return false;
    };
    if (!holds("[Content_Types].xml")) return std::nullopt;
    if (holds("3D/3dmodel.model")) return Recognised{Kind::Model, "model/3mf"};
    if (holds("xl/workbook.xml")) return Recognised{Kind::Table, std::string(xlsx_type)};
    return std::nullopt;
}

struct Known {
    std::string_view type, extension;
    std::int64_t most;
};
constexpr Known known[] = {
    {"image/png", ".png", 10 * mega},       {"image/jpeg", ".jpg", 10 * mega},
    {"image/webp", ".webp", 10 * mega},     {"image/gif", ".gif", 10 * mega},
    {"image/heic", ".heic", 10 * mega},     {"image/avif", ".avif", 10 * mega},
    {"application/pdf", ".pdf", 20 * mega}, {"model/stl", ".stl", 100 * mega},
    {"model/3mf", ".3mf", 50 * mega},       {"text/x-gcode", ".gcode", 50 * mega},
    {"image/svg+xml", ".svg", 2 * mega},    {"image/vnd.dxf", ".dxf", 20 * mega},
    {"audio/ogg", ".ogg", 20 * mega},       {"audio/mpeg", ".mp3", 20 * mega},
    {"audio/mp4", ".m4a", 20 * mega},       {"audio/webm", ".webm", 20 * mega},
    {"text/csv", ".csv", 5 * mega},         {xlsx_type, ".xlsx", 5 * mega},
};

}  // namespace

std::optional<Recognised> recognised(std::string_view bytes) {
    if (const auto type = picture_type(bytes); !type.empty())
        return Recognised{Kind::Picture, std::string(type)};
    if (is_pdf(bytes)) return Recognised{Kind::Document, "application/pdf"};
    if (bytes.starts_with("PK\x03\x04")) return recognised_zip(bytes);
    if (is_binary_stl(bytes)) return Recognised{Kind::Model, "model/stl"};
    if (const auto type = sound_type(bytes); !type.empty()) return Recognised{Kind::Sound, std::string(type)};
    if (bytes.starts_with("AutoCAD Binary DXF\r\n\x1A")) return Recognised{Kind::Drawing, "image/vnd.dxf"};
    if (is_svg(bytes)) return Recognised{Kind::Drawing, "image/svg+xml"};
    if (is_dxf(bytes)) return Recognised{Kind::Drawing, "image/vnd.dxf"};
    if (is_text_stl(bytes)) return Recognised{Kind::Model, "model/stl"};
    if (is_gcode(bytes)) return Recognised{Kind::Model, "text/x-gcode"};
    if (is_csv(bytes)) return Recognised{Kind::Table, "text/csv"};
    return std::nullopt;
}

std::int64_t most_bytes(const Recognised& what) {
    for (const Known& one : known)
        if (one.type == what.type) return one.most;
    return 0;
}

std::string_view extension_of(std::string_view type) {
    for (const Known& one : known)
        if (one.type == type) return one.extension;
    return "";
}

}  // namespace fabnum::files
