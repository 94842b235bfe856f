#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace fabnum::http {
namespace {

TEST(Fields, OfAHeaderAreFoundInAnyCase) {
    Fields headers{Fields::Names::AnyCase};
    headers.add("Content-Type", "text/html");
    EXPECT_EQ(headers.get("content-TYPE"), "text/html");
    EXPECT_FALSE(headers.find("Content"));
}

TEST(Fields, OfAFormAreFoundAsWritten) {
    Fields form;
    form.add("name", "Amina");
    form.add("name", "Bruno");
    EXPECT_EQ(form.get("name"), "Amina");
    EXPECT_EQ(form.all("name").size(), 2U);
    EXPECT_FALSE(form.find("Name"));
}

TEST(Disposition, KeepsAPlainNameAsItIs) {
    EXPECT_EQ(content_disposition("attachment", "bon de livraison.pdf"),
              "attachment; filename=\"bon de livraison.pdf\"");
}

TEST(Disposition, KeepsAccentsBesideANameForOldBrowsers) {
    EXPECT_EQ(content_disposition("attachment", "présence 100%.pdf"),
              "attachment; filename=\"pr_sence 100_.pdf\"; filename*=UTF-8''pr%C3%A9sence%20100%25.pdf");
}

TEST(Disposition, NeverLetsANameEndTheHeader) {
    const std::string header = content_disposition("inline", "a\"\r\nSet-Cookie: x=1\r\n/../b\".txt");
    EXPECT_EQ(header.find('\r'), std::string::npos);
    EXPECT_EQ(header.find('\n'), std::string::npos);
    EXPECT_EQ(header, "inline; filename=\"b_.txt\"; filename*=UTF-8''b%22.txt");
}

}  // namespace
}  // namespace fabnum::http
