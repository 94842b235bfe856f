#include "platform/files/zip.h"

#include <algorithm>
#include <memory>

#include <zlib.h>

#include "base/text.h"

namespace fabnum::files {
namespace {

// Little-endian numbers of a byte string; reading past its end answers 0 and is remembered.
class Numbers {
 public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t at(std::uint64_t offset, unsigned size) {
        if (offset > bytes_.size() || bytes_.size() - offset < size) {
            sound_ = false;
            return 0;
        }
        std::uint64_t number = 0;
        for (unsigned i = 0; i < size; ++i)
            number |= std::uint64_t{static_cast<unsigned char>(bytes_[offset + i])} << (8 * i);
        return number;
    }
    std::string_view text(std::uint64_t offset, std::uint64_t size) {
        if (offset > bytes_.size() || bytes_.size() - offset < size) {
            sound_ = false;
            return "";
        }
        return bytes_.substr(offset, size);
    }
    bool sound() const { return sound_; }

 private:
    std::string_view bytes_;
    bool sound_ = true;
};

struct Entry {
    std::string name;
    std::uint64_t method = 0, flags = 0, check = 0, packed = 0, unpacked = 0, header = 0;
    std::uint64_t begin = 0, end = 0;  // of its bytes, local header included
};

struct Directory {
    std::uint64_t entries = 0, offset = 0;
};

constexpr std::uint64_t entry_mark = 0x02014b50, local_mark = 0x04034b50, end64_mark = 0x06064b50,
                        locator_mark = 0x07064b50, none32 = 0xFFFFFFFF;

// The end record is the last one found, and nothing but its comment follows it (APPNOTE 4.3.16; 4.3.14 for
// large files).
std::optional<Directory> directory_of(std::string_view bytes) {
    const std::size_t from = bytes.size() > 65'557 ? bytes.size() - 65'557 : 0;
    const auto found = bytes.substr(from).rfind("PK\x05\x06");
    if (found == std::string_view::npos) return std::nullopt;
    const std::uint64_t end = from + found;
    Numbers numbers(bytes);
    if (end + 22 + numbers.at(end + 20, 2) != bytes.size()) return std::nullopt;
    Directory directory{numbers.at(end + 10, 2), numbers.at(end + 16, 4)};
    if ((directory.entries == 0xFFFF || directory.offset == none32) && end >= 20 &&
        numbers.at(end - 20, 4) == locator_mark) {
        const std::uint64_t end64 = numbers.at(end - 12, 8);
        if (numbers.at(end64, 4) != end64_mark) return std::nullopt;
        directory = {numbers.at(end64 + 32, 8), numbers.at(end64 + 48, 8)};
    }
    if (!numbers.sound()) return std::nullopt;
    return directory;
}

// Sizes of large files stand in an extra field, in this order, each only if its place says so.
void read_large_sizes(std::string_view extra, Entry& entry) {
    Numbers numbers(extra);
    for (std::uint64_t at = 0; at + 4 <= extra.size(); at += 4 + numbers.at(at + 2, 2)) {
        if (numbers.at(at, 2) != 1) continue;
        std::uint64_t value = at + 4;
        for (std::uint64_t* size : {&entry.unpacked, &entry.packed, &entry.header})
            if (*size == none32) {
                *size = numbers.at(value, 8);
                value += 8;
            }
        return;
    }
}

bool is_inside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != std::string_view::npos)
        return false;
    if (!is_utf8(name)) return false;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return false;
        at = end + 1;
    }
    return true;
}

// Unpacks, into `to` or into nothing, and answers whether size and checksum are what the directory said.
bool unpack(std::string_view packed, const Entry& entry, std::string* to) {
    if (entry.method == 0) {
        const auto* start = reinterpret_cast<const Bytef*>(packed.data());
        if (to) *to = packed;
        return entry.packed == entry.unpacked && crc32_z(0, start, packed.size()) == entry.check;
    }
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::uint64_t unpacked = 0;
    uLong check = 0;
    Bytef out[32 * 1024];
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = out;
        stream.avail_out = sizeof out;
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = sizeof out - stream.avail_out;
        unpacked += made;
        check = crc32_z(check, out, made);
        if (unpacked > entry.unpacked) return false;
        if (to) to->append(reinterpret_cast<const char*>(out), made);
    }
    return state == Z_STREAM_END && unpacked == entry.unpacked && check == entry.check;
}

std::optional<std::vector<Entry>> entries_of(std::string_view bytes, const ZipLimits& limits) {
    const auto directory = directory_of(bytes);
    if (!directory || directory->entries == 0 || directory->entries > limits.entries) return std::nullopt;
    Numbers numbers(bytes);
    std::vector<Entry> entries;
    std::uint64_t at = directory->offset;
    for (std::uint64_t i = 0; i < directory->entries; ++i) {
        if (numbers.at(at, 4) != entry_mark) return std::nullopt;
        Entry entry;
        entry.flags = numbers.at(at + 8, 2);
        entry.method = numbers.at(at + 10, 2);
        entry.check = numbers.at(at + 16, 4);
        entry.packed = numbers.at(at + 20, 4);
        entry.unpacked = numbers.at(at + 24, 4);
        entry.header = numbers.at(at + 42, 4);
        const std::uint64_t name = numbers.at(at + 28, 2), extra = numbers.at(at + 30, 2);
        entry.name = numbers.text(at + 46, name);
        read_large_sizes(numbers.text(at + 46 + name, extra), entry);
        at += 46 + name + extra + numbers.at(at + 32, 2);

        entry.begin = entry.header;
        const std::uint64_t local = 30 + numbers.at(entry.header + 26, 2) + numbers.at(entry.header + 28, 2);
        if (!numbers.sound() || numbers.at(entry.header, 4) != local_mark) return std::nullopt;
        numbers.text(entry.header + local, entry.packed);
        if (!numbers.sound()) return std::nullopt;
        entry.end = entry.header + local + entry.packed;
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool overlap(std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i].begin < entries[i - 1].end) return true;
    return false;
}

std::optional<std::vector<Entry>> sound_entries(std::string_view bytes, const ZipLimits& limits) {
    const auto entries = entries_of(bytes, limits);
    if (!entries || overlap(*entries)) return std::nullopt;
    std::uint64_t packed = 1, unpacked = 0;
    for (const Entry& entry : *entries) {
        const bool is_known_method = entry.method == 0 || entry.method == 8;
        if (!is_known_method || (entry.flags & 1) != 0 || !is_inside(entry.name)) return std::nullopt;
        if (entry.unpacked > limits.unpacked) return std::nullopt;
        packed += entry.packed;
        unpacked += entry.unpacked;
        if (unpacked > limits.unpacked) return std::nullopt;
    }
    if (unpacked / packed > limits.ratio) return std::nullopt;

    for (const Entry& entry : *entries) {
        const std::string_view content = bytes.substr(entry.end - entry.packed, entry.packed);
        if (!unpack(content, entry, nullptr)) return std::nullopt;
        if (entry.method == 0 && content.starts_with("PK\x03\x04")) return std::nullopt;
    }
    return entries;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return small(x) == small(y);
    });
}

}  // namespace

std::optional<std::vector<std::string>> sound_zip_names(std::string_view bytes, const ZipLimits& limits) {
    const auto entries = sound_entries(bytes, limits);
    if (!entries) return std::nullopt;
    std::vector<std::string> names;
    for (const Entry& entry : *entries) names.push_back(entry.name);
    return names;
}

std::optional<std::string> zip_content(std::string_view bytes, std::string_view name,
                                       const ZipLimits& limits) {
    const auto entries = sound_entries(bytes, limits);
    if (!entries) return std::nullopt;
    for (const Entry& entry : *entries) {
        if (!same_name(entry.name, name)) continue;
        std::string content;
        content.reserve(entry.unpacked);
        if (!unpack(bytes.substr(entry.end - entry.packed, entry.packed), entry, &content))
            return std::nullopt;
        return content;
    }
    return std::nullopt;
}

}  // namespace fabnum::files
