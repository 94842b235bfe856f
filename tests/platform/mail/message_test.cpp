#include "platform/mail/message.h"

#include <cctype>

#include <gtest/gtest.h>

#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/mail/mail.h"

namespace fabnum::mail {
namespace {

const Instant now = clock::paris(2026, 11, 24, 9, 2);

Letter thanks() {
    return {.to = "samira@fabnum.example",
            .to_name = "Samira Durand",
            .subject = "Votre médaille est prête",
            .paragraphs = {"Bonjour Samira,", "L’équipe a terminé <vos> 60 médailles.\nÀ bientôt !"},
            .link_words = "Suivre ma commande",
            .link = "https://fabnum.example/suivi/abc?a=1&b=2",
            .footer = "Vous recevez ce message parce que vous avez passé commande.",
            .about_kind = "order",
            .about = 12};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("\r\n", at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

// The value of a header, its folds opened; "none" when it is not there, "twice" when it is there twice.
std::string header(const std::string& message, const std::string& name) {
    std::string value = "none";
    bool inside = false;
    for (const std::string& line : lines_of(message.substr(0, message.find("\r\n\r\n")))) {
        if (inside && line.starts_with(' ')) {
            value += line;
            continue;
        }
        inside = line.starts_with(name + ": ");
        if (inside) value = value == "none" ? line.substr(name.size() + 2) : "twice";
    }
    return value;
}

// Quoted-printable, opened (RFC 2045, 6.7).
std::string opened(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code =
            text[i] == '=' && i + 2 < text.size() && std::isxdigit(text[i + 1]) && std::isxdigit(text[i + 2]);
        if (text.compare(i, 3, "=\r\n") == 0) {
            i += 2;
        } else if (!is_code) {
            out += text[i];
        } else {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        }
    }
    return out;
}

TEST(Message, HasTheHeadersOfAnAutomaticLetter) {
    const std::string message = eml(thanks(), {}, now);
    EXPECT_EQ(header(message, "Date"), "Tue, 24 Nov 2026 08:02:00 +0000");
    EXPECT_EQ(header(message, "To"), "Samira Durand <samira@fabnum.example>");
    EXPECT_EQ(header(message, "From"),
              "=?UTF-8?B?" + crypto::base64("Fab’Num") + "?= <ne-pas-repondre@fabnum.invalid>");
    EXPECT_EQ(header(message, "Subject"), "=?UTF-8?B?" + crypto::base64("Votre médaille est prête") + "?=");
    EXPECT_EQ(header(message, "Auto-Submitted"), "auto-generated");
    EXPECT_EQ(header(message, "Content-Language"), "fr");
    EXPECT_EQ(header(message, "Mime-Version"), "1.0");
    EXPECT_TRUE(header(message, "Message-ID").ends_with("@fabnum.invalid>"));
    EXPECT_TRUE(header(message, "Content-Type").starts_with("multipart/alternative; boundary="));
}

TEST(Message, SaysTheSameAsTextAndAsHtmlTextFirst) {
    const std::string message = eml(thanks(), {}, now), plain = opened(message);
    const auto text = plain.find("text/plain; charset=utf-8"), html = plain.find("text/html; charset=utf-8");
    ASSERT_NE(text, std::string::npos);
    ASSERT_NE(html, std::string::npos);
    EXPECT_LT(text, html);
    EXPECT_NE(plain.find("L’équipe a terminé <vos> 60 médailles.\r\nÀ bientôt !\r\n\r\n"), std::string::npos);
    EXPECT_NE(plain.find("L’équipe a terminé &lt;vos&gt; 60 médailles.<br>À bientôt !"), std::string::npos);
    EXPECT_NE(plain.find("Suivre ma commande\r\nhttps://fabnum.example/suivi/abc?a=1&b=2\r\n"),
              std::string::npos);
    EXPECT_NE(plain.find("href=\"https://fabnum.example/suivi/abc?a=1&amp;b=2\""), std::string::npos);
    EXPECT_EQ(plain.find("⟦"), std::string::npos);  // every sentence is in the catalogue
}

TEST(Message, SpeaksAsItsReaderIsSpokenTo) {
    Letter letter = thanks();
    EXPECT_NE(opened(eml(letter, {}, now)).find("copiez cette adresse"), std::string::npos);
    letter.language = "fr-tu";
    EXPECT_NE(opened(eml(letter, {}, now)).find("copie cette adresse"), std::string::npos);
    EXPECT_EQ(header(eml(letter, {}, now), "Content-Language"), "fr");
    letter.language = "en";
    EXPECT_NE(opened(eml(letter, {}, now)).find("<html lang=\"en\">"), std::string::npos);
}

TEST(Message, KeepsItsLinesShort) {
    Letter letter = thanks();
    for (int i = 0; i < 400; ++i) letter.paragraphs[1] += " encore et toujours";
    for (int i = 0; i < 40; ++i) letter.subject += " très très long";
    for (const std::string& line : lines_of(eml(letter, {}, now)))
        EXPECT_LE(line.size(), line.starts_with("Content-Type") ? 90U : 76U) << line;
}

TEST(Message, CannotBeGivenHeadersByANameOrASubject) {
    Letter letter = thanks();
    letter.to_name = "Samira\r\nBcc: eve@evil.example";
    letter.subject = "Bonjour\r\nBcc: eve@evil.example\r\n\r\n<script>";
    letter.language = "fr\r\nX-Evil: 1";
    const std::string message = eml(letter, {}, now);
    EXPECT_EQ(header(message, "Bcc"), "none");
    EXPECT_EQ(header(message, "X-Evil"), "none");
    EXPECT_EQ(header(message, "Subject").find('<'), std::string::npos);
}

TEST(Message, KeepsALineThatIsOnlyADot) {
    Letter letter = thanks();
    letter.paragraphs = {"un\n.\ndeux\n..\ntrois"};
    EXPECT_NE(opened(eml(letter, {}, now)).find("un\r\n.\r\ndeux\r\n..\r\ntrois"), std::string::npos);
}

TEST(Message, IsTheSameLetterHoweverOftenItIsTried) {
    EXPECT_EQ(header(eml(thanks(), {}, now), "Message-ID"), header(eml(thanks(), {}, now), "Message-ID"));
    Letter other = thanks();
    other.about = 13;
    EXPECT_NE(header(eml(other, {}, now), "Message-ID"), header(eml(thanks(), {}, now), "Message-ID"));
}

TEST(Message, IsNeverMadeForNoAddressOrAStrangeLink) {
    Letter letter = thanks();
    letter.to = "samira@fabnum.example>, <eve@evil.example";
    EXPECT_THROW(eml(letter, {}, now), std::logic_error);
    letter = thanks();
    letter.link = "javascript:alert(1)";
    EXPECT_THROW(eml(letter, {}, now), std::logic_error);
}

TEST(HeaderText, FoldsLongTextBetweenWholeCharacters) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "é";
    std::string back;
    for (const std::string& line : lines_of(header_text(text))) {
        EXPECT_LE(line.size(), 76U);
        const auto start = line.find("?B?") + 3;
        const auto word = line.substr(start, line.find("?=") - start);
        std::string url_word;
        for (const char c : word)
            if (c != '=') url_word += c == '+' ? '-' : c == '/' ? '_' : c;
        back += crypto::from_base64url(url_word).value_or("?");
    }
    EXPECT_EQ(back, text);
    EXPECT_EQ(header_text("Durand, Samira"), "=?UTF-8?B?" + crypto::base64("Durand, Samira") + "?=");
}

TEST(Address, HasOneAtAndAPlaceWithADot) {
    for (const char* good : {"a@b.fr", "samira.el-amrani+fab@mairie-hem.example", "1@2.3"})
        EXPECT_TRUE(is_address(good)) << good;
    for (const char* bad : {"", "@", "samira", "samira@", "samira@hem", "@hem.fr", "a@b@c.fr", "a b@c.fr",
                            "a@b.fr\n", "a@b..fr", "a@.fr", "a@b.", "<a@b.fr>", "a@b.fr,c@d.fr", "é@b.fr"})
        EXPECT_FALSE(is_address(bad)) << bad;
}

}  // namespace
}  // namespace fabnum::mail
