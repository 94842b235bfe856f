#include "platform/qr/qr.h"

#include <memory>
#include <stdexcept>
#include <string>

#include <qrencode.h>

namespace fabnum::qr {
namespace {

constexpr int quiet = 4;  // light squares around the code (ISO/IEC 18004, 6.3.8)

// The dark squares as one path, a run of neighbours at a time: "M4 4h7v1h-7z".
std::string drawn(const QRcode& code) {
    std::string path;
    for (int row = 0; row < code.width; ++row)
        for (int column = 0; column < code.width; ++column) {
            const auto is_dark = [&](int at) {
                return at < code.width && code.data[row * code.width + at] & 1;
            };
            int length = 0;
            while (is_dark(column + length)) ++length;
            if (length == 0) continue;
            const std::string run = std::to_string(length);
            path += 'M' + std::to_string(column + quiet) + ' ' + std::to_string(row + quiet) + 'h' + run +
                    "v1h-" + run + 'z';
            column += length;
        }
    return path;
}

}  // namespace

html::Markup code(std::string_view text, std::string_view label) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::length_error("a text too long, or empty, for a QR code");

    const std::string side = std::to_string(code->width + 2 * quiet);
    return html::svg(
        {html::cls("qr"), html::role("img"), html::aria("label", label),
         html::attr("viewBox", "0 0 " + side + " " + side), html::attr("shape-rendering", "crispEdges"),
         html::element("rect",
                       {html::attr("width", side), html::attr("height", side), html::attr("fill", "#fff")}),
         html::path({html::attr("d", drawn(*code)), html::attr("fill", "#000")})});
}

}  // namespace fabnum::qr
