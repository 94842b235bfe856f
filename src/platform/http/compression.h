#pragma once

// Which coding a browser takes (RFC 9110 §12.5.3), and gzip for pages made on the spot.

#include <cstddef>
#include <string>
#include <string_view>

namespace fabnum::http {

inline constexpr std::size_t compressed_from = 1024;  // below, the gain is less than a network packet

bool accepts(std::string_view accept_encoding, std::string_view coding);
bool is_compressible(std::string_view content_type);
std::string gzipped(std::string_view bytes);

}  // namespace fabnum::http
