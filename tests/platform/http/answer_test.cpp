#include "platform/http/answer.h"

#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>
#include <zlib.h>

#include "platform/http/compression.h"
#include "platform/http/dates.h"

namespace fabnum::http {
namespace {

Request asking(std::initializer_list<std::pair<const char*, const char*>> headers,
               Method method = Method::Get) {
    Request request;
    request.method = method;
    for (const auto& [name, value] : headers) request.headers.add(name, value);
    return request;
}

bool says(const Answer& answer, const std::string& line) {
    return answer.head.find("\r\n" + line + "\r\n") != std::string::npos;
}
int status_of(const Answer& answer) {
    return std::stoi(answer.head.substr(9, 3));
}

std::string unzipped(const std::string& bytes) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string in = bytes;
    std::string out(1000000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

const std::string long_page = std::string(3000, 'a') + std::string(3000, 'b');

TEST(Answer, CompressesALongPageForABrowserThatAsks) {
    const Answer answer = answer_of(asking({{"Accept-Encoding", "gzip, deflate, br"}}), page(long_page), {});
    EXPECT_TRUE(says(answer, "Content-Encoding: gzip"));
    EXPECT_TRUE(says(answer, "Vary: Accept-Encoding"));
    EXPECT_TRUE(says(answer, "Content-Length: " + std::to_string(answer.text.size())));
    EXPECT_LT(answer.text.size(), 200U);
    EXPECT_EQ(unzipped(answer.text), long_page);
}

TEST(Answer, CompressesOneAfterTheOther) {
    for (const std::string& text : {long_page, std::string(2000, 'z'), long_page})
        EXPECT_EQ(unzipped(gzipped(text)), text);
}

TEST(Answer, StaysPlainWhenCompressionIsNotWanted) {
    for (const char* accepted : {"", "br", "gzip;q=0", "*;q=0", "gzip;q=0.000, *"}) {
        const Answer answer = answer_of(asking({{"Accept-Encoding", accepted}}), page(long_page), {});
        EXPECT_EQ(answer.text, long_page) << accepted;
        EXPECT_TRUE(says(answer, "Vary: Accept-Encoding")) << "another browser gets another answer";
        EXPECT_FALSE(says(answer, "Content-Encoding: gzip"));
    }
}

TEST(Answer, ReadsWeights) {
    for (const char* accepted : {"gzip", "GZIP", "br, gzip;q=0.1", "*", "gzip; q=1.0"})
        EXPECT_TRUE(accepts(accepted, "gzip")) << accepted;
}

TEST(Answer, LeavesShortOrCodedOrBinaryBodiesAlone) {
    const Request request = asking({{"Accept-Encoding", "gzip"}});
    EXPECT_FALSE(says(answer_of(request, page("short"), {}), "Content-Encoding: gzip"));
    EXPECT_FALSE(says(answer_of(request, download(long_page, "application/pdf", "a.pdf"), {}),
                      "Content-Encoding: gzip"));
    const Answer coded = answer_of(request, page(long_page).with("Content-Encoding", "identity"), {});
    EXPECT_EQ(coded.text, long_page);
}

TEST(Answer, PicksTheBestAssetWithoutCopyingIt) {
    const StaticBody body{"plain", "zipped", "brotli"};
    const auto picked = [&](const char* accepted) {
        Response response;
        response.with("ETag", "\"v1\"").body = body;
        return answer_of(asking({{"Accept-Encoding", accepted}}), std::move(response), {});
    };
    EXPECT_EQ(picked("gzip, br").lasting.data(), body.brotli.data());
    EXPECT_TRUE(says(picked("gzip, br"), "ETag: \"v1-br\""));
    EXPECT_EQ(picked("gzip").lasting.data(), body.gzip.data());
    EXPECT_EQ(picked("").lasting.data(), body.plain.data());
    EXPECT_TRUE(says(picked(""), "ETag: \"v1\""));
    EXPECT_TRUE(says(picked(""), "Vary: Accept-Encoding"));
}

TEST(Answer, SaysNothingNewToWhoKnowsTheTag) {
    const auto status = [](const char* known, Response response, Method method = Method::Get) {
        response.with("ETag", "\"v1\"");
        return status_of(answer_of(asking({{"If-None-Match", known}}, method), std::move(response), {}));
    };
    EXPECT_EQ(status("\"v1\"", page("a")), 304);
    EXPECT_EQ(status("W/\"v1\"", page("a")), 304);
    EXPECT_EQ(status("\"v0\", \"v1\"", page("a")), 304);
    EXPECT_EQ(status("*", page("a")), 304);
    EXPECT_EQ(status("\"v1\"", page("a"), Method::Head), 304);
    EXPECT_EQ(status("\"v0\"", page("a")), 200);
    EXPECT_EQ(status("\"v1\"", page("a"), Method::Post), 200);
    EXPECT_EQ(status("\"v1\"", page("a", 404)), 404);
}

TEST(Answer, SaysNothingNewInFewWords) {
    Response response = page("a").with("ETag", "\"v1\"").with("Cache-Control", "no-cache");
    const Answer answer = answer_of(asking({{"If-None-Match", "\"v1\""}}), std::move(response), {});
    EXPECT_EQ(answer.bytes(), "");
    EXPECT_TRUE(says(answer, "ETag: \"v1\""));
    EXPECT_TRUE(says(answer, "Cache-Control: no-cache"));
    EXPECT_EQ(answer.head.find("Content-"), std::string::npos);
}

TEST(Answer, ComparesDatesWhenThereIsNoTag) {
    const auto status = [](std::initializer_list<std::pair<const char*, const char*>> headers) {
        Response response = page("a").with("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
        return status_of(answer_of(asking(headers), std::move(response), {}));
    };
    EXPECT_EQ(status({{"If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"}}), 304);
    EXPECT_EQ(status({{"If-Modified-Since", "Mon, 07 Nov 1994 00:00:00 GMT"}}), 304);
    EXPECT_EQ(status({{"If-Modified-Since", "Sun, 06 Nov 1994 08:49:36 GMT"}}), 200);
    EXPECT_EQ(status({{"If-Modified-Since", "yesterday"}}), 200);
    EXPECT_EQ(status({{"If-Modified-Since", "Mon, 07 Nov 1994 00:00:00 GMT"}, {"If-None-Match", "\"x\""}}),
              200);
}

TEST(Dates, AreWrittenAndReadBack) {
    EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(from_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
    for (const char* bad : {"", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
                            "Sun, 06 Nov 1994 08:49:37 CET", "Sunday, 06-Nov-94 08:49:37 GMT"})
        EXPECT_FALSE(from_http_date(bad)) << bad;
}

class AnswerFromDisk : public testing::Test {
 protected:
    AnswerFromDisk() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fabnum-file-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        std::ofstream(folder / "plan.bin") << "0123456789";
    }
    ~AnswerFromDisk() override { std::filesystem::remove_all(folder); }

    Answer ask(std::initializer_list<std::pair<const char*, const char*>> headers,
               Method method = Method::Get) const {
        Response response;
        response.body = FileBody{folder / "plan.bin"};
        return answer_of(asking(headers, method), std::move(response), {});
    }
    static std::string content(const Answer& answer) {
        return answer.file ? answer.file->read(answer.file_at, answer.file_left) : "";
    }
    std::string header(const Answer& answer, const std::string& name) const {
        const std::size_t at = answer.head.find("\r\n" + name + ": ");
        if (at == std::string::npos) return "";
        const std::size_t begin = at + name.size() + 4;
        return answer.head.substr(begin, answer.head.find("\r\n", begin) - begin);
    }

    std::filesystem::path folder;
};

TEST_F(AnswerFromDisk, IsTheWholeFile) {
    const Answer answer = ask({});
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_EQ(content(answer), "0123456789");
    EXPECT_TRUE(says(answer, "Accept-Ranges: bytes"));
    EXPECT_TRUE(says(answer, "Content-Length: 10"));
}

TEST_F(AnswerFromDisk, IsThePartThatWasAsked) {
    const auto part = [&](const char* range) {
        const Answer answer = ask({{"Range", range}});
        return std::to_string(status_of(answer)) + ' ' + header(answer, "Content-Range") + ' ' +
               content(answer);
    };
    EXPECT_EQ(part("bytes=2-4"), "206 bytes 2-4/10 234");
    EXPECT_EQ(part("bytes=7-"), "206 bytes 7-9/10 789");
    EXPECT_EQ(part("bytes=7-1000"), "206 bytes 7-9/10 789");
    EXPECT_EQ(part("bytes=-3"), "206 bytes 7-9/10 789");
    EXPECT_EQ(part("bytes=-1000"), "206 bytes 0-9/10 0123456789");
    EXPECT_EQ(part("bytes=10-"), "416 bytes */10 ");
    EXPECT_EQ(part("bytes=-0"), "416 bytes */10 ");
    for (const char* ignored : {"bytes=4-2", "bytes=", "bytes=a-b", "bytes=--1", "lines=1-2", "bytes=0-1,3-4",
                                "bytes=99999999999999999999-"})
        EXPECT_EQ(part(ignored), "200  0123456789") << ignored;
}

TEST_F(AnswerFromDisk, ContinuesOnlyTheSameVersion) {
    const std::string tag = header(ask({}), "ETag");
    const std::string date = header(ask({}), "Last-Modified");
    EXPECT_EQ(status_of(ask({{"Range", "bytes=2-4"}, {"If-Range", tag.c_str()}})), 206);
    EXPECT_EQ(status_of(ask({{"Range", "bytes=2-4"}, {"If-Range", date.c_str()}})), 206);
    EXPECT_EQ(status_of(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"other\""}})), 200);
    EXPECT_EQ(status_of(ask({{"Range", "bytes=2-4"}, {"If-Range", ("W/" + tag).c_str()}})), 200);
    EXPECT_EQ(status_of(ask({{"If-None-Match", tag.c_str()}})), 304);
    EXPECT_EQ(status_of(ask({{"If-Modified-Since", date.c_str()}})), 304);
    std::ofstream(folder / "plan.bin") << "01234567890";
    EXPECT_EQ(status_of(ask({{"If-None-Match", tag.c_str()}})), 200);
}

TEST_F(AnswerFromDisk, HasNoBodyAfterHead) {
    const Answer answer = ask({{"Range", "bytes=2-4"}}, Method::Head);
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_TRUE(says(answer, "Content-Length: 10"));
    EXPECT_EQ(answer.file_left, 0);
}

TEST_F(AnswerFromDisk, IsBrokenWhenThereIsNoFile) {
    Response response;
    response.body = FileBody{folder / "missing"};
    EXPECT_THROW(answer_of(Request{}, response, {}), std::system_error);
    response.body = FileBody{folder};
    EXPECT_THROW(answer_of(Request{}, response, {}), std::system_error);
}

TEST(Answer, NeverLetsAHeaderHideAnother) {
    for (const char* bad : {"a\r\nSet-Cookie: x=1", "a\nb", "a\rb", "a\x01", "a\x7F"})
        EXPECT_THROW(answer_of(Request{}, page("").with("X-Note", bad), {}), std::invalid_argument);
    EXPECT_THROW(answer_of(Request{}, page("").with("X-Note", std::string("a\0b", 3)), {}),
                 std::invalid_argument);
    for (const char* bad : {"", "X Note", "X:Note", "X\r\nNote", "X-Nöte"})
        EXPECT_THROW(answer_of(Request{}, page("").with(bad, "a"), {}), std::invalid_argument) << bad;
}

TEST(Answer, KeepsItsOwnFraming) {
    Response response = page("abc").with("Content-Length", "1").with("Transfer-Encoding", "chunked");
    const Answer answer = answer_of(Request{}, response.with("Connection", "x"), {.keep_alive = false});
    EXPECT_TRUE(says(answer, "Content-Length: 3"));
    EXPECT_TRUE(says(answer, "Connection: close"));
    EXPECT_FALSE(says(answer, "Content-Length: 1"));
    EXPECT_FALSE(says(answer, "Transfer-Encoding: chunked"));
}

TEST(Answer, HasNoLengthWhereThereIsNoBody) {
    Response response;
    response.status = 204;
    EXPECT_EQ(answer_of(Request{}, response, {}).head.find("Content-Length"), std::string::npos);
}

}  // namespace
}  // namespace fabnum::http
