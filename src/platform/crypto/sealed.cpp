#include <stdexcept>

#include <sodium.h>

#include "platform/crypto/crypto.h"
#include "platform/crypto/sodium.h"

namespace fabnum::crypto {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(key_size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* checked(std::string_view key) {
    if (key.size() != key_size) throw std::invalid_argument("a sealing key has 32 bytes");
    return bytes_of(key);
}

}  // namespace

std::string sealed(std::string_view key, std::string_view about, std::string_view text) {
    std::string out = random_bytes(nonce_size);
    out.resize(nonce_size + text.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(room_of(out) + nonce_size, nullptr, bytes_of(text),
                                               text.size(), bytes_of(about), about.size(), nullptr,
                                               bytes_of(out), checked(key));
    return out;
}

std::optional<std::string> opened(std::string_view key, std::string_view about, std::string_view sealed) {
    if (sealed.size() < nonce_size + tag_size) return std::nullopt;
    const std::string_view body = sealed.substr(nonce_size);
    std::string text(body.size() - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(room_of(text), nullptr, nullptr, bytes_of(body),
                                                   body.size(), bytes_of(about), about.size(),
                                                   bytes_of(sealed), checked(key)) != 0)
        return std::nullopt;
    return text;
}

}  // namespace fabnum::crypto
