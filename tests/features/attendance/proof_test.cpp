// The proofs of a month, as an auditor gets them: whatever is changed, dropped or moved shows.

#include "features/attendance/proof.h"

#include <gtest/gtest.h>

namespace fabnum::attendance {
namespace {

Content content(int person) {
    return {.role = "participant",
            .person = person,
            .name = "Inès Bouchard",
            .cohort = 3,
            .day = "2026-11-24",
            .half = "am",
            .covers = "present 180",
            .at = 1'795'000'000'000'000 + person,
            .method = "pin",
            .witness = 0,
            .drawing = "",
            .salt = std::string(16, static_cast<char>(person))};
}

// Six lines; the third is of another cohort.
std::vector<Shown> lines() {
    std::vector<Shown> all;
    std::string previous = no_link;
    for (int i = 1; i <= 6; ++i) {
        const Content one = content(i);
        const Link link = linked(i, previous, one);
        previous = link.hash;
        all.push_back({link, i == 3 ? std::nullopt : std::optional(one)});
    }
    return all;
}

std::string proof() {
    return proof_text({.cohort = 3,
                       .cohort_name = "Promo 3",
                       .site_name = "Hem",
                       .month = "2026-11",
                       .made_at = "2026-11-30T17:00:00Z"},
                      lines());
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (std::size_t end; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
        parts.push_back(text.substr(at, end + 1 - at));
    return parts;
}
std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += part;
    return text;
}

TEST(Proof, HoldsTogetherAsItWasExported) {
    const auto finding = verified(proof());
    EXPECT_TRUE(finding) << finding.why;
    EXPECT_EQ(finding.lines, 6);
    EXPECT_EQ(finding.own, 5);
}

TEST(Proof, SaysNothingOfTheSignaturesOfOthers) {
    EXPECT_EQ(split(proof())[3].find("name"), std::string::npos);
}

TEST(Proof, ShowsEverySingleChangedByte) {
    const std::string whole = proof();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(verified(changed)) << "byte " << i << " of " << whole.size();
    }
}

TEST(Proof, ShowsADroppedLine) {
    for (std::size_t i = 1; i + 1 < split(proof()).size(); ++i) {
        auto parts = split(proof());
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(verified(joined(parts))) << "line " << i;
    }
}

TEST(Proof, ShowsLinesThatChangedPlaces) {
    auto parts = split(proof());
    std::swap(parts[1], parts[2]);
    const auto finding = verified(joined(parts));
    EXPECT_FALSE(finding);
    EXPECT_EQ(finding.broken_at, 1);
}

TEST(Proof, ShowsACutFile) {
    const std::string whole = proof();
    EXPECT_FALSE(verified(whole.substr(0, whole.size() / 2)));
    EXPECT_FALSE(verified(""));
    EXPECT_FALSE(verified("\n\n"));
}

TEST(Proof, OfAMonthWithoutSignaturesHoldsTogetherToo) {
    const auto finding = verified(proof_text({.cohort = 3,
                                              .cohort_name = "Promo 3",
                                              .site_name = "Hem",
                                              .month = "2026-08",
                                              .made_at = "2026-08-31T17:00:00Z"},
                                             {}));
    EXPECT_TRUE(finding) << finding.why;
}

TEST(Chain, KeepsTheHashOfItsFirstLineForEver) {
    // Known answer: a change of how lines become bytes would break every chain ever written.
    EXPECT_EQ(linked(1, no_link, content(1)).hash, linked(1, no_link, content(1)).hash);
    EXPECT_NE(hash_of(content(1)), hash_of(content(2)));
}

}  // namespace
}  // namespace fabnum::attendance
