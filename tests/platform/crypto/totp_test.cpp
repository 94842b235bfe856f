#include <gtest/gtest.h>

#include "platform/crypto/crypto.h"

namespace fabnum::crypto {
namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";

Instant at(std::int64_t seconds) {
    return {seconds * 1'000'000};
}

// RFC 6238 appendix B, SHA-1: the last six of its eight digits.
TEST(Totp, GivesTheKnownAnswersOfRfc6238) {
    const struct {
        std::int64_t seconds;
        const char* code;
    } vectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                   {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& vector : vectors)
        EXPECT_EQ(totp_step(rfc_secret, vector.code, at(vector.seconds)), vector.seconds / 30) << vector.code;
}

TEST(Totp, ToleratesOneStepOnEachSideAndNoMore) {
    EXPECT_EQ(totp_step(rfc_secret, "287082", at(29)), 1);  // code of 30 to 59 s
    EXPECT_EQ(totp_step(rfc_secret, "287082", at(89)), 1);
    EXPECT_EQ(totp_step(rfc_secret, "287082", at(90)), std::nullopt);
    EXPECT_EQ(totp_step(rfc_secret, "287082", at(1111111109)), std::nullopt);
}

TEST(Totp, IsReadAsApplicationsShowIt) {
    EXPECT_EQ(totp_step(rfc_secret, "287 082", at(59)), 1);
}

TEST(Totp, RefusesWhatIsNoCode) {
    for (const auto* code : {"", "28708", "2870820", "94287082", "abcdef", "287082\n"})
        EXPECT_EQ(totp_step(rfc_secret, code, at(59)), std::nullopt) << code;
}

TEST(Totp, WritesTheAddressThatApplicationsScan) {
    EXPECT_EQ(totp_uri(rfc_secret, "ines@hem.example", "Fab’Num"),
              "otpauth://totp/Fab%E2%80%99Num:ines%40hem.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Fab%E2%80%99Num");
    EXPECT_EQ(new_totp_secret().size(), 20U);
}

}  // namespace
}  // namespace fabnum::crypto
