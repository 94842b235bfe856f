#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "platform/crypto/crypto.h"
#include "platform/crypto/sodium.h"
#include "platform/html/url.h"

namespace fabnum::crypto {

namespace {

constexpr std::int64_t step_seconds = 30;

// RFC 4648 §6 without padding: what authenticator applications read.
std::string base32(std::string_view bytes) {
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned bits = 0, held = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(byte);
        for (held += 8; held >= 5; held -= 5) text += alphabet[(bits >> (held - 5)) & 31];
        bits &= (1U << held) - 1;
    }
    if (held > 0) text += alphabet[(bits << (5 - held)) & 31];
    return text;
}

std::string code_at(std::string_view secret, std::int64_t step) {
    unsigned char counter[8];
    for (int i = 0; i < 8; ++i) counter[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter, sizeof counter, mac,
              &length))
        throw std::runtime_error("HMAC-SHA-1 is not available");
    const unsigned char* at = mac + (mac[length - 1] & 15);  // RFC 4226 §5.3
    unsigned number = ((at[0] & 127U) << 24) | (unsigned{at[1]} << 16) | (unsigned{at[2]} << 8) | at[3];
    std::string code(6, '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return code;
}

}  // namespace

std::string new_totp_secret() {
    return random_bytes(20);
}

std::string totp_uri(std::string_view secret, std::string_view account, std::string_view issuer) {
    const std::string who = html::percent_encoded(issuer);
    return "otpauth://totp/" + who + ":" + html::percent_encoded(account) + "?secret=" + base32(secret) +
           "&issuer=" + who;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now) {
    std::string typed;
    for (const char c : code)
        if (c != ' ') typed += c;  // applications show "123 456"
    const std::int64_t current = now.micros / 1'000'000 / step_seconds;
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {current - 1, current + 1, current})
        if (same(code_at(secret, step), typed)) found = step;
    return found;
}

}  // namespace fabnum::crypto
