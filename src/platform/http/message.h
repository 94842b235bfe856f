#pragma once

// What comes in and what goes out: a request read from the network, a response to write to it.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/html/url.h"

namespace fabnum::http {

enum class Method { Get, Head, Post, Put, Delete, Options, Other };
std::string_view word_of(Method method);
constexpr bool is_safe(Method method) {
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

// Names and values in the order they came; a name may come several times.
class Fields {
 public:
    enum class Names { AsWritten, AnyCase };  // form fields are as written; header names are any case
    Fields() = default;
    explicit Fields(Names names) : names_(names) {}

    void add(std::string name, std::string value);
    std::optional<std::string_view> find(std::string_view name) const;  // the first
    std::string_view get(std::string_view name) const;                  // the first, or ""
    std::vector<std::string_view> all(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
    bool same(std::string_view a, std::string_view b) const;
    Names names_ = Names::AsWritten;
    std::vector<std::pair<std::string, std::string>> items_;
};

// A file of a multipart form, already on disk in the server's temporary folder. It is removed with the
// request unless somebody moves it away.
struct Upload {
    std::string field;
    std::string file_name;  // as the browser says: a label, never a path
    std::string declared_type;
    std::filesystem::path path;
    std::int64_t size = 0;  // bytes
};

struct Request {
    Method method = Method::Get;
    std::string path;  // decoded, starts with '/', well-formed UTF-8, no "." or ".." part, no NUL
    std::string query_text;
    Fields query;
    Fields form;  // urlencoded or multipart text fields; values are well-formed UTF-8
    Fields headers{Fields::Names::AnyCase};
    Fields cookies;
    std::vector<Upload> uploads;
    std::string body;     // raw, when it is neither kind of form (JSON for the APIs)
    std::string client;   // address of the browser, after trusted proxies: "192.0.2.7"
    std::string host;     // as the browser sees it: "fabnum.example:8080"
    bool secure = false;  // https as the browser sees it
    std::string id;       // of this request, in the log and on the error page
};

// A stream of server-sent events: `subscribe` is called once on an I/O thread with a sender that may be
// called from any thread until it answers false (the reader left or was too slow).
struct EventStream {
    using Send = std::function<bool(std::string_view event, std::string_view data)>;
    std::function<void(Send)> subscribe;
};

// A file of the disk, sent with ranges (RFC 9110 §14) and conditions.
struct FileBody {
    std::filesystem::path path;
};

// Bytes that live as long as the program: embedded assets. `gzip` and `brotli` are the same, compressed.
struct StaticBody {
    std::string_view plain, gzip, brotli;
};

struct Response {
    int status = 200;
    Fields headers{Fields::Names::AnyCase};
    std::variant<std::string, FileBody, StaticBody, EventStream> body = std::string();

    Response& with(std::string name, std::string value) {
        headers.add(std::move(name), std::move(value));
        return *this;
    }
};

Response page(std::string html, int status = 200);  // text/html; charset=utf-8
Response text(std::string text, int status = 200);  // text/plain; charset=utf-8
Response json(std::string json, int status = 200);
Response see_other(const html::Url& url);  // 303: after every POST
Response download(std::string bytes, std::string_view type, std::string_view file_name);  // attachment
// `file_name` by RFC 6266, with its characters kept (RFC 8187).
std::string content_disposition(std::string_view kind, std::string_view file_name);

}  // namespace fabnum::http
