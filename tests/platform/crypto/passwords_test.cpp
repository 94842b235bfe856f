#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"

namespace fabnum::crypto {
namespace {

TEST(Password, IsRecognisedAndNoOtherIs) {
    const std::string hash = hash_password("une fraise en bois");
    EXPECT_EQ(hash.rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0), 0U) << hash;
    EXPECT_TRUE(is_password(hash, "une fraise en bois"));
    EXPECT_FALSE(is_password(hash, "une fraise en boi"));
    EXPECT_FALSE(is_password(hash, ""));
}

TEST(Password, HasAnotherHashEachTime) {
    EXPECT_NE(hash_pin("4711"), hash_pin("4711"));
}

TEST(Password, OfAPinCostsLess) {
    const std::string hash = hash_pin("4711");
    EXPECT_EQ(hash.rfind("$argon2id$v=19$m=19456,t=2,p=1$", 0), 0U) << hash;
    EXPECT_TRUE(is_password(hash, "4711"));
    EXPECT_FALSE(is_password(hash, "4712"));
}

TEST(Password, IsNotRecognisedByADamagedHash) {
    for (const auto* hash : {"", "4711", "$argon2id$", "$argon2id$v=19$m=65536,t=3,p=1$AAAA$AAAA"})
        EXPECT_FALSE(is_password(hash, "4711")) << hash;
}

TEST(Password, OfNobodyIsWastedWithoutAWord) {
    waste_password("une fraise en bois");
}

}  // namespace
}  // namespace fabnum::crypto
