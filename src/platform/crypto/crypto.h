#pragma once

// Hashes, random tokens, passwords, one-time codes, sealed text. libsodium does the work.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace fabnum::crypto {

std::string random_bytes(std::size_t count);
// 32 random bytes as 43 characters of base64url: a session, a private link. (RFC 4648 §5)
std::string new_token();
// 128 random bits as 26 characters of base32 without look-alikes: a form's once key.
std::string new_key();

std::string sha256(std::string_view bytes);      // 32 bytes
std::string sha256_hex(std::string_view bytes);  // 64 characters
std::string hex(std::string_view bytes);
std::string base64(std::string_view bytes);
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
bool same(std::string_view a, std::string_view b);  // in constant time

// SHA-256 of what comes piece by piece: files, hash chains.
class Sha256 {
 public:
    Sha256();
    void add(std::string_view bytes);
    std::string finish();  // 32 bytes; once

 private:
    alignas(16) unsigned char state_[128];
};

// argon2id (RFC 9106), 64 MiB, 3 passes; at most two at a time in the whole program. PHC string.
std::string hash_password(std::string_view password);
bool is_password(std::string_view hash, std::string_view password);
// The same work for nobody, so that an unknown account takes as long as a wrong password.
void waste_password(std::string_view password);
// argon2id, 19 MiB, 2 passes: for the PIN of a person who is already known by a badge or at a kiosk.
std::string hash_pin(std::string_view pin);

// Time-based one-time codes (RFC 6238): SHA-1, 6 digits, 30 s, one step of tolerance on each side.
std::string new_totp_secret();  // 20 bytes
std::string totp_uri(std::string_view secret, std::string_view account, std::string_view issuer);
// The step (Unix time / 30) that the code belongs to, so that a step is used only once.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now);

// XChaCha20-Poly1305 with a random nonce; `about` is bound to the text ("people.totp:12") and must be the
// same to open it. nullopt: another key, another place, or damaged.
std::string sealed(std::string_view key, std::string_view about, std::string_view text);
std::optional<std::string> opened(std::string_view key, std::string_view about, std::string_view sealed);
inline constexpr std::size_t key_size = 32;

std::string hmac(std::string_view key, std::string_view text);  // HMAC-SHA-256, 32 bytes

}  // namespace fabnum::crypto
