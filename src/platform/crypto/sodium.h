#pragma once

// What the files of this folder share to talk to libsodium. Private to the folder.

#include <string>
#include <string_view>

namespace fabnum::crypto {

const unsigned char* bytes_of(std::string_view text);
unsigned char* room_of(std::string& text);

// Before anything random or costly: libsodium picks its implementations and opens the system's randomness.
void wake_sodium();

}  // namespace fabnum::crypto
