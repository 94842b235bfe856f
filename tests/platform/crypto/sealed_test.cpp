#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"

namespace fabnum::crypto {
namespace {

TEST(Sealed, OpensWithTheSameKeyAtTheSamePlace) {
    const std::string key = random_bytes(key_size);
    for (const std::string text : {"", "un secret", "\0\xff"}) {
        const std::string closed = sealed(key, "people.totp:12", text);
        EXPECT_EQ(opened(key, "people.totp:12", closed), text);
    }
}

TEST(Sealed, DoesNotOpenWhenMovedToAnotherPlace) {
    const std::string key = random_bytes(key_size);
    const std::string closed = sealed(key, "people.totp:12", "un secret");
    EXPECT_EQ(opened(key, "people.totp:13", closed), std::nullopt);
    EXPECT_EQ(opened(key, "", closed), std::nullopt);
}

TEST(Sealed, DoesNotOpenWithAnotherKey) {
    const std::string closed = sealed(random_bytes(key_size), "a", "un secret");
    EXPECT_EQ(opened(random_bytes(key_size), "a", closed), std::nullopt);
}

TEST(Sealed, DoesNotOpenWhenAnyByteIsChangedOrMissing) {
    const std::string key = random_bytes(key_size);
    const std::string closed = sealed(key, "a", "un secret");
    for (std::size_t at = 0; at < closed.size(); ++at) {
        std::string changed = closed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_EQ(opened(key, "a", changed), std::nullopt) << "byte " << at;
        EXPECT_EQ(opened(key, "a", closed.substr(0, at)), std::nullopt) << "cut at " << at;
    }
}

TEST(Sealed, IsDifferentEachTimeAndHidesTheText) {
    const std::string key = random_bytes(key_size);
    EXPECT_NE(sealed(key, "a", "un secret"), sealed(key, "a", "un secret"));
    EXPECT_EQ(sealed(key, "a", "un secret").find("secret"), std::string::npos);
}

TEST(Sealed, AsksForAKeyOfItsSize) {
    EXPECT_THROW(sealed("short", "a", "b"), std::invalid_argument);
}

}  // namespace
}  // namespace fabnum::crypto
