#include "platform/http/body.h"

#include <utility>

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

constexpr std::int64_t framing_most = 1'048'576;  // boundaries and part heads of a whole multipart form

}  // namespace

Body::Body(Request& request, const Reception& reception, const std::filesystem::path& folder)
    : request_(request), reception_(reception) {
    const std::string_view type = request.headers.get("Content-Type");
    const std::string kind = kind_of(type);
    if (kind == "application/x-www-form-urlencoded") kind_ = Kind::Urlencoded;
    if (kind != "multipart/form-data") return;
    kind_ = Kind::Multipart;
    if (const auto boundary = Multipart::boundary_of(type))
        multipart_.emplace(*boundary, Multipart::Limits{reception.body_most, reception.upload_most, folder},
                           request);
}

int Body::expect(std::optional<std::int64_t> length) {
    const std::string_view coding = request_.headers.get("Content-Encoding");
    if (!coding.empty() && !same_word(coding, "identity")) return 415;
    if (kind_ == Kind::Multipart && !multipart_) return 400;
    const std::int64_t most =
        reception_.body_most + (kind_ == Kind::Multipart ? reception_.upload_most + framing_most : 0);
    return length && *length > most ? 413 : 0;
}

int Body::take(std::string_view bytes) {
    if (multipart_) return multipart_->take(bytes);
    if (static_cast<std::int64_t>(text_.size() + bytes.size()) > reception_.body_most) return 413;
    text_ += bytes;
    return 0;
}

int Body::finish() {
    switch (kind_) {
        case Kind::Bytes: request_.body = std::move(text_); return 0;
        case Kind::Multipart: return multipart_->finish();
        case Kind::Urlencoded: break;
    }
    return add_urlencoded(text_, request_.form) ? 0 : 400;
}

}  // namespace fabnum::http
