#include "tests/support/zip.h"

namespace fabnum::support {

namespace {

std::string number(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

// CRC-32 of ISO 3309, bit by bit: a test has few bytes.
std::uint32_t checksum(const std::string& bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string zip, directory;
    for (const auto& [name, content] : files) {
        const std::string about = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                                  number(checksum(content), 4) + number(content.size(), 4) +
                                  number(content.size(), 4) + number(name.size(), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
                     number(0, 4) + number(zip.size(), 4) + name;
        zip += "PK\x03\x04" + about + name + content;
    }
    return zip + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) + number(files.size(), 2) +
           number(directory.size(), 4) + number(zip.size(), 4) + number(0, 2);
}

}  // namespace fabnum::support
