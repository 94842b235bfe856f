#include "platform/crypto/crypto.h"

#include <set>

#include <gtest/gtest.h>

namespace fabnum::crypto {
namespace {

TEST(Hash, GivesTheKnownAnswersOfSha256) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abc").size(), 32U);
}

TEST(Hash, IsTheSameWhetherTheBytesComeAtOnceOrInPieces) {
    Sha256 pieces;
    for (int i = 0; i < 1000; ++i) pieces.add("0123456789");
    std::string whole;
    for (int i = 0; i < 1000; ++i) whole += "0123456789";
    EXPECT_EQ(pieces.finish(), sha256(whole));
}

// RFC 4231 §4.2, §4.3, §4.7: a short key, a key shorter than the block, a key longer than the block.
TEST(Hmac, GivesTheKnownAnswersOfRfc4231) {
    EXPECT_EQ(hex(hmac(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(hmac("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Base64, GivesTheKnownAnswersOfRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xfb\xff"), "+/8=");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(Base64, ReadsBackWhatItWroteAndNothingElse) {
    for (std::size_t length = 0; length < 50; ++length) {
        const std::string bytes = random_bytes(length);
        EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
    }
    for (const auto* text : {"-_8=", "+/8", "a", "-_9", "Zm9v YmFy", "Zm9v\n", "é"})
        EXPECT_EQ(from_base64url(text), std::nullopt) << text;
}

TEST(Random, TokensAndKeysHaveTheirSizeAndAreAllDifferent) {
    std::set<std::string> seen;
    for (int i = 0; i < 500; ++i) {
        const std::string token = new_token(), key = new_key();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_EQ(key.size(), 26U);
        EXPECT_EQ(key.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos) << key;
        seen.insert(token);
        seen.insert(key);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

TEST(Same, ComparesWholeTexts) {
    EXPECT_TRUE(same("", ""));
    EXPECT_TRUE(same("jeton", "jeton"));
    EXPECT_FALSE(same("jeton", "jetom"));
    EXPECT_FALSE(same("jeton", "jeto"));
}

}  // namespace
}  // namespace fabnum::crypto
