// Any bytes as what a browser sends: form fields, cookies, paths, header parameters, and a whole multipart
// body.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "platform/http/decoding.h"
#include "platform/http/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fabnum;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!is_utf8(http::repaired(bytes))) std::abort();
    if (const auto path = http::decoded_path(bytes); path && !is_utf8(*path)) std::abort();
    if (!is_utf8(http::plain_file_name(bytes))) std::abort();
    http::Fields fields, cookies;
    (void)http::add_urlencoded(bytes, fields);
    http::add_cookies(bytes, cookies);
    (void)http::parameter(bytes, "name");
    http::Request request;
    http::Multipart multipart("x", {.text_most = 4096, .files_most = 0, .folder = "/nonexistent"}, request);
    // In two pieces, cut anywhere.
    const std::size_t cut = size == 0 ? 0 : data[0] % size;
    if (multipart.take(bytes.substr(0, cut)) == 0 && multipart.take(bytes.substr(cut)) == 0)
        (void)multipart.finish();
    return 0;
}
