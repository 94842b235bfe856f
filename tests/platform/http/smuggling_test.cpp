// Requests that two servers might read differently. Whatever hides in them must never be carried out, and the
// connection must end, so that nobody reads on at the wrong place.

#include <atomic>
#include <ostream>

#include <gtest/gtest.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

struct Trick {
    const char* name;
    std::string bytes;
    int status;
};

std::ostream& operator<<(std::ostream& out, const Trick& trick) {
    return out << trick.name;
}

class Smuggling : public testing::TestWithParam<Trick> {};

const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string nul(1, '\0');

std::string head(const std::string& lines) {
    return "POST /open HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}
std::string chunked(const std::string& body) {
    return head("Transfer-Encoding: chunked\r\n") + body;
}

TEST_P(Smuggling, IsRefusedAndTheConnectionEnds) {
    Product product;
    std::atomic<int> seen{0};
    product.handle = [&](const Request&) {
        ++seen;
        return text("done");
    };
    Running running(product);
    RawClient client = running.client();
    client.send(GetParam().bytes + hidden);
    EXPECT_EQ(client.hear().status, GetParam().status);
    client.finish_sending();
    EXPECT_EQ(client.hear_all(), "");
    EXPECT_EQ(seen, 0);
    EXPECT_EQ(running.ask(get("/")).status, 200) << "others are served as before";
}

INSTANTIATE_TEST_SUITE_P(
    Battery, Smuggling,
    testing::Values(
        Trick{"LengthAndChunks", head("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
              400},
        Trick{"ChunksAndLength", head("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") + "0\r\n\r\n",
              400},
        Trick{"TwoLengths", head("Content-Length: 0\r\nContent-Length: 35\r\n"), 400},
        Trick{"SameLengthTwice", head("Content-Length: 0\r\nContent-Length: 0\r\n"), 400},
        Trick{"ListOfLengths", head("Content-Length: 0, 0\r\n"), 400},
        Trick{"SignedLength", head("Content-Length: +5\r\n") + "hello", 400},
        Trick{"NegativeLength", head("Content-Length: -1\r\n"), 400},
        Trick{"HexLength", head("Content-Length: 0x5\r\n") + "hello", 400},
        Trick{"EmptyLength", head("Content-Length: \r\n"), 400},
        Trick{"LengthBeyondNumbers", head("Content-Length: 99999999999999999999\r\n"), 400},
        Trick{"UnknownCoding", head("Transfer-Encoding: xchunked\r\n"), 400},
        Trick{"UnknownCodingAndLength", head("Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n") + "abcd",
              400},
        Trick{"ChunkedNotLast", head("Transfer-Encoding: chunked, identity\r\n") + "0\r\n\r\n", 400},
        Trick{"ChunkedTwice",
              head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
        Trick{"ChunkedInTwoWords", head("Transfer-Encoding: chunked, chunked\r\n") + "0\r\n\r\n", 400},
        Trick{"ChunkedInOldHttp",
              "POST /open HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        Trick{"CodingWithVerticalTab", head("Transfer-Encoding: \vchunked\r\n") + "0\r\n\r\n", 400},
        Trick{"SpaceBeforeColon", head("Content-Length : 0\r\n"), 400},
        Trick{"SpaceInName", head("Content Length: 0\r\n"), 400},
        Trick{"LineWithoutColon", head("Nothing\r\n"), 400}, Trick{"EmptyName", head(": value\r\n"), 400},
        Trick{"FoldedLine", head("X-Note: one\r\n two\r\n"), 400},
        Trick{"FoldedByTab", head("X-Note: one\r\n\ttwo\r\n"), 400},
        Trick{"BlankBeforeFirstHeader", "GET /open HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        Trick{"BareLineFeeds", "GET /open HTTP/1.1\nHost: a\n\n", 400},
        Trick{"OneBareLineFeed", head("X-Note: one\nX-More: two\r\n"), 400},
        Trick{"BareReturn", head("X-Note: one\rtwo\r\n"), 400},
        Trick{"ReturnBeforeColon", head("X-Note\r: one\r\n"), 400},
        Trick{"NulInValue", head("X-Note: o" + nul + "ne\r\n"), 400},
        Trick{"NulInName", head("X-N" + nul + "ote: one\r\n"), 400},
        Trick{"ControlInValue", head("X-Note: \x01\r\n"), 400},
        Trick{"DeleteInValue", head("X-Note: \x7F\r\n"), 400},
        Trick{"NoHost", "GET /open HTTP/1.1\r\n\r\n", 400},
        Trick{"TwoHosts", "GET /open HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        Trick{"EmptyHost", "GET /open HTTP/1.1\r\nHost: \r\n\r\n", 400},
        Trick{"HostWithPath", "GET /open HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        Trick{"HostWithName", "GET /open HTTP/1.1\r\nHost: me@a\r\n\r\n", 400},
        Trick{"TwoSpaces", "GET  /open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"TabInRequestLine", "GET\t/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"SpaceAfterVersion", "GET /open HTTP/1.1 \r\nHost: a\r\n\r\n", 505},
        Trick{"NoVersion", "GET /open\r\nHost: a\r\n\r\n", 400},
        Trick{"SmallVersion", "GET /open http/1.1\r\nHost: a\r\n\r\n", 505},
        Trick{"NewVersion", "GET /open HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        Trick{"VersionWithoutDot", "GET /open HTTP/11\r\nHost: a\r\n\r\n", 505},
        Trick{"StrangeMethod", "G{T /open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"ChunkSizeNotHex", chunked("5g\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkSizeWithSign", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkSizeWithPrefix", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkSizeTooLarge", chunked("FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkSizeEmpty", chunked("\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkLongerThanItsSize", chunked("3\r\nhello\r\n0\r\n\r\n"), 400},
        Trick{"ChunkEndedByLineFeed", chunked("5\nhello\n0\n\n"), 400},
        Trick{"ChunkDataEndedByLineFeed", chunked("5\r\nhello\n0\r\n\r\n"), 400},
        Trick{"DotsInPath", "GET /a/../open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"EncodedDotsInPath", "GET /a/%2e%2E/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"DotInPath", "GET /./open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"EncodedSlash", "GET /a%2fopen HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"Backslash", "GET /a\\open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"EncodedBackslash", "GET /a%5copen HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"NulInPath", "GET /open%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"LineFeedInPath", "GET /open%0a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"HalfAnEscape", "GET /open%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"LatinBytesInPath", "GET /%e9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"OverlongBytesInPath", "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"NulInQuery", "GET /open?a=%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"LatinBytesInQuery", "GET /open?a=%e9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"PathWithoutSlash", "GET open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"Fragment", "GET /open#top HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"Tunnel", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Trick{"HelloOfTls", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400}),
    [](const auto& trick) { return trick.param.name; });

}  // namespace
}  // namespace fabnum::http
