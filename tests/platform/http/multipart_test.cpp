#include "platform/http/multipart.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "platform/http/incoming.h"

namespace fabnum::http {
namespace {

const std::string boundary = "----lab42";

std::string part(const std::string& disposition, const std::string& value) {
    return "------lab42\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
}
const std::string the_end = "------lab42--\r\n";

class MultipartForm : public testing::Test {
 protected:
    MultipartForm() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fabnum-parts-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        limits.folder = folder;
    }
    ~MultipartForm() override { std::filesystem::remove_all(folder); }

    int read(const std::string& body, std::size_t step = 1) {
        request = std::make_unique<Received>();
        Multipart multipart(boundary, limits, *request);
        int status = 0;
        for (std::size_t at = 0; at < body.size() && status == 0; at += step)
            status = multipart.take(std::string_view(body).substr(at, step));
        return status != 0 ? status : multipart.finish();
    }
    static std::string content(const Upload& upload) {
        std::stringstream text;
        text << std::ifstream(upload.path).rdbuf();
        return text.str();
    }
    std::ptrdiff_t files() const {
        return std::distance(std::filesystem::directory_iterator(folder),
                             std::filesystem::directory_iterator());
    }

    std::filesystem::path folder;
    Multipart::Limits limits{1000, 1000, {}};
    std::unique_ptr<Received> request;
};

TEST_F(MultipartForm, IsReadTheSameInPiecesOfAnySize) {
    const std::string tricky = "a\r\n--\r\n------lab4\r\n------la\r\r\n\nend";
    const std::string body = "preamble\r\n" + part("name=\"title\"", "étagère") + part("name=empty", "") +
                             part("name=\"photo\"; filename=\"a.bin\"", tricky) +
                             part("name=\"nothing\"; filename=\"zero.txt\"", "") + the_end + "epilogue";
    for (const std::size_t step : {1U, 2U, 3U, 7U, 50U, 10000U}) {
        ASSERT_EQ(read(body, step), 0) << step;
        EXPECT_EQ(request->form.get("title"), "étagère");
        EXPECT_EQ(request->form.find("empty"), "");
        ASSERT_EQ(request->uploads.size(), 2U);
        EXPECT_EQ(request->uploads[0].field, "photo");
        EXPECT_EQ(request->uploads[0].file_name, "a.bin");
        EXPECT_EQ(request->uploads[0].size, static_cast<std::int64_t>(tricky.size()));
        EXPECT_EQ(content(request->uploads[0]), tricky);
        EXPECT_EQ(request->uploads[1].size, 0);
        EXPECT_TRUE(std::filesystem::exists(request->uploads[1].path));
    }
}

TEST_F(MultipartForm, LeavesNoFileBehindUnlessItWasMoved) {
    ASSERT_EQ(
        read(part("name=\"a\"; filename=\"a\"", "one") + part("name=\"b\"; filename=\"b\"", "two") + the_end),
        0);
    const auto kept = folder / "kept";
    std::filesystem::rename(request->uploads[1].path, kept);
    request.reset();
    EXPECT_EQ(files(), 1);
    EXPECT_TRUE(std::filesystem::exists(kept));
}

TEST_F(MultipartForm, MakesLabelsOfHostileNames) {
    const auto name_of = [&](const std::string& written) {
        EXPECT_EQ(read(part("name=\"f\"; filename=\"" + written + "\"", "x") + the_end), 0);
        return request->uploads.at(0).file_name;
    };
    EXPECT_EQ(name_of("../../../etc/passwd"), "passwd");
    EXPECT_EQ(name_of("C:\\temp\\plan.svg"), "plan.svg");
    EXPECT_EQ(name_of("say %22hi%22 100%25.txt"), "say \"hi\" 100%25.txt");
    EXPECT_EQ(name_of("a\\\"b.txt"), "a\"b.txt");
    EXPECT_EQ(name_of("two%0D%0Alines"), "twolines");
    EXPECT_EQ(name_of("caf\xE9.png"), "caf\xEF\xBF\xBD.png");
    EXPECT_EQ(name_of(".."), "file");
    EXPECT_EQ(name_of("; rm -rf ~;"), "; rm -rf ~;");
    EXPECT_EQ(request->uploads[0].path.parent_path(), folder);
}

TEST_F(MultipartForm, ForgetsAFileFieldLeftEmpty) {
    limits.files_most = 0;
    EXPECT_EQ(read(part("name=\"photo\"; filename=\"\"", "") + part("name=\"a\"", "b") + the_end), 0);
    EXPECT_TRUE(request->uploads.empty());
    EXPECT_EQ(request->form.items().size(), 1U);
}

TEST_F(MultipartForm, TakesNoFileWhereNoneIsExpected) {
    limits.files_most = 0;
    EXPECT_EQ(read(part("name=\"photo\"; filename=\"a.png\"", "x") + the_end), 413);
    EXPECT_EQ(read(part("name=\"photo\"; filename=\"\"", "x") + the_end), 413);
    EXPECT_EQ(files(), 0);
}

TEST_F(MultipartForm, CountsAllFilesAndAllTexts) {
    const auto file = [](int size) {
        return part("name=\"f\"; filename=\"f\"", std::string(static_cast<std::size_t>(size), 'x'));
    };
    const auto words = [](int size) {
        return part("name=\"t\"", std::string(static_cast<std::size_t>(size), 'x'));
    };
    EXPECT_EQ(read(file(500) + file(500) + the_end), 0);
    EXPECT_EQ(read(file(500) + file(501) + the_end), 413);
    EXPECT_EQ(read(words(499) + words(499) + the_end), 0);
    EXPECT_EQ(read(words(499) + words(500) + the_end), 413);
}

TEST_F(MultipartForm, RefusesWhatIsMalformed) {
    EXPECT_EQ(read(""), 400);
    EXPECT_EQ(read("no boundary at all"), 400);
    EXPECT_EQ(read(part("name=\"a\"", "b")), 400) << "no end";
    EXPECT_EQ(read(part("filename=\"a\"", "b") + the_end), 400) << "no name";
    EXPECT_EQ(read("------lab42\r\n\r\nvalue\r\n" + the_end), 400) << "no head";
    EXPECT_EQ(read("------lab42garbage\r\n" + the_end), 400);
    EXPECT_EQ(read(part("name=\"a\"", "caf\xE9") + the_end), 400);
    EXPECT_EQ(read(part("name=\"a\"", std::string("\0", 1)) + the_end), 400);
    EXPECT_EQ(read(part("name=\"\xE9\"", "b") + the_end), 400);
    EXPECT_EQ(read(std::string(20000, 'x'), 1000), 400) << "a preamble without end";
    EXPECT_EQ(read(part("name=\"" + std::string(9000, 'a') + "\"", "b") + the_end, 1000), 400);
}

TEST_F(MultipartForm, HasAtMostFiveHundredParts) {
    limits.text_most = 100000;
    std::string body;
    for (int i = 0; i < 500; ++i) body += part("name=\"a\"", "b");
    EXPECT_EQ(read(body + the_end, 1000), 0);
    EXPECT_EQ(read(body + part("name=\"a\"", "b") + the_end, 1000), 413);
}

TEST_F(MultipartForm, NamesItsBoundary) {
    EXPECT_EQ(Multipart::boundary_of("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(Multipart::boundary_of("multipart/form-data; charset=utf-8; boundary=\"a b\""), "a b");
    EXPECT_FALSE(Multipart::boundary_of("multipart/form-data"));
    EXPECT_FALSE(Multipart::boundary_of("multipart/form-data; boundary="));
    EXPECT_FALSE(Multipart::boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')));
}

}  // namespace
}  // namespace fabnum::http
