#pragma once

// The body of a request, by its kind: a form, a form with files, or just bytes. It says no as soon as a
// limit is passed, not when everything has come.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/http/multipart.h"
#include "platform/http/server.h"

namespace fabnum::http {

class Body {
 public:
    Body(Request& request, const Reception& reception, const std::filesystem::path& folder);

    // What can be said from the head alone: 0, or a status.
    int expect(std::optional<std::int64_t> length);
    int take(std::string_view bytes);  // 0, or a status
    int finish();                      // 0, or a status
    bool writes_files() const { return multipart_ && reception_.upload_most > 0; }

 private:
    enum class Kind { Bytes, Urlencoded, Multipart };

    Request& request_;
    const Reception reception_;
    Kind kind_ = Kind::Bytes;
    std::optional<Multipart> multipart_;
    std::string text_;
};

}  // namespace fabnum::http
