#include <semaphore>
#include <stdexcept>

#include <sodium.h>

#include "platform/crypto/crypto.h"
#include "platform/crypto/sodium.h"

namespace fabnum::crypto {

namespace {

struct Cost {
    unsigned long long passes;
    std::size_t memory;
};
constexpr Cost password_cost{3, 64UL << 20};
constexpr Cost pin_cost{2, 19UL << 20};

// Each hash holds its memory while it works: more than two at once would let sign-ins exhaust the machine.
class Turn {
 public:
    Turn() { turns().acquire(); }
    ~Turn() { turns().release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

 private:
    static std::counting_semaphore<2>& turns() {
        static std::counting_semaphore<2> two(2);
        return two;
    }
};

std::string hashed(std::string_view secret, Cost cost) {
    wake_sodium();
    const Turn turn;
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, secret.data(), secret.size(), cost.passes, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory left to hash a password");
    return text;
}

}  // namespace

std::string hash_password(std::string_view password) {
    return hashed(password, password_cost);
}

std::string hash_pin(std::string_view pin) {
    return hashed(pin, pin_cost);
}

bool is_password(std::string_view hash, std::string_view password) {
    wake_sodium();
    const std::string text(hash);
    const Turn turn;
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

void waste_password(std::string_view password) {
    wake_sodium();
    const Turn turn;
    const unsigned char salt[crypto_pwhash_SALTBYTES] = {};
    unsigned char hash[32];
    if (crypto_pwhash(hash, sizeof hash, password.data(), password.size(), salt, password_cost.passes,
                      password_cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory left to hash a password");
}

}  // namespace fabnum::crypto
