#include "platform/http/answer.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "platform/http/compression.h"
#include "platform/http/conditions.h"
#include "platform/http/dates.h"
#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](auto other) { return same_word(name, other); });
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    });
}

bool is_one_line(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    });
}

// The head of one answer as it is written. A second header can never hide in a name or a value.
class HeadWriter {
 public:
    HeadWriter(int status, Manner manner) {
        text_.reserve(512);
        text_ += "HTTP/1.1 " + std::to_string(status) + ' ';
        text_ += reason_of(status);
        text_ += "\r\n";
        add("Date", http_date_now());
        if (!manner.keep_alive)
            add("Connection", "close");
        else if (manner.is_old)
            add("Connection", "keep-alive");
    }

    void add(std::string_view name, std::string_view value) {
        if (!is_token(name) || !is_one_line(value))
            throw std::invalid_argument("a header of the answer is malformed");
        text_ += name;
        text_ += ": ";
        text_ += value;
        text_ += "\r\n";
    }

    std::string finished() {
        text_ += "\r\n";
        return std::move(text_);
    }

 private:
    std::string text_;
};

// What the headers say beside what the product set: decided before any byte is written.
struct Plan {
    int status = 200;
    std::string_view coding = {};  // "gzip", "br", or none
    bool varies = false;           // the coding was chosen for this browser
    std::string tag = {};
    std::string date = {};
    std::optional<std::int64_t> length = {};  // of the body, unless it has no end or no place
    std::string range = {};                   // Content-Range
    bool ranges_taken = false;
};

bool has_no_body(int status) {
    return status < 200 || status == 204 || status == 304;
}

// 304 says nothing about a body; the length and the connection are the server's own business.
bool is_kept(std::string_view name, const Plan& plan) {
    if (is_any(name, {"Connection", "Content-Length", "Transfer-Encoding", "Date", "Keep-Alive", "ETag",
                      "Last-Modified"}))
        return false;
    return plan.status != 304 || !is_any(name, {"Content-Type", "Content-Encoding", "Content-Disposition"});
}

std::string head_of(const Response& response, const Plan& plan, Manner manner) {
    HeadWriter head(plan.status, manner);
    bool already_varies = false;
    for (const auto& [name, value] : response.headers.items()) {
        if (is_kept(name, plan)) head.add(name, value);
        if (same_word(name, "Vary")) already_varies = already_varies || lists(value, "Accept-Encoding");
    }
    if (!plan.tag.empty()) head.add("ETag", plan.tag);
    if (!plan.date.empty()) head.add("Last-Modified", plan.date);
    if (plan.varies && !already_varies) head.add("Vary", "Accept-Encoding");
    if (!plan.coding.empty() && plan.status != 304) head.add("Content-Encoding", plan.coding);
    if (plan.ranges_taken) head.add("Accept-Ranges", "bytes");
    if (!plan.range.empty()) head.add("Content-Range", plan.range);
    if (plan.status == 503 && !response.headers.find("Retry-After")) head.add("Retry-After", "5");
    if (plan.length && !has_no_body(plan.status)) head.add("Content-Length", std::to_string(*plan.length));
    return head.finished();
}

// Conditions are asked of a plain 200 to a reading request, once the coding is chosen.
bool is_asked_for_nothing(const Request& request, const Plan& plan) {
    return plan.status == 200 && (request.method == Method::Get || request.method == Method::Head) &&
           is_unchanged(request, plan.tag, plan.date);
}

class Preparation {
 public:
    Preparation(const Request& request, const Response& response, Manner manner)
        : request_(request), response_(response), manner_(manner) {
        plan_.status = response.status;
        plan_.tag = response.headers.get("ETag");
        plan_.date = response.headers.get("Last-Modified");
        answer_.close = !manner.keep_alive;
    }

    Answer of(std::string&& text) {
        const bool is_open = !response_.headers.find("Content-Encoding");
        plan_.varies = is_open && text.size() > compressed_from &&
                       is_compressible(response_.headers.get("Content-Type"));
        if (plan_.varies && accepts_coding("gzip")) code_as("gzip");
        if (is_asked_for_nothing(request_, plan_)) return unchanged();
        answer_.text = plan_.coding.empty() ? std::move(text) : gzipped(text);
        plan_.length = static_cast<std::int64_t>(answer_.text.size());
        return finished();
    }

    Answer of(const StaticBody& body) {
        plan_.varies = !body.gzip.empty() || !body.brotli.empty();
        answer_.lasting = body.plain;
        if (!body.brotli.empty() && accepts_coding("br")) {
            code_as("br");
            answer_.lasting = body.brotli;
        } else if (!body.gzip.empty() && accepts_coding("gzip")) {
            code_as("gzip");
            answer_.lasting = body.gzip;
        }
        if (is_asked_for_nothing(request_, plan_)) return unchanged();
        plan_.length = static_cast<std::int64_t>(answer_.lasting.size());
        return finished();
    }

    Answer of(const FileBody& body) {
        answer_.file = std::make_shared<OpenFile>(body.path);
        const std::int64_t size = answer_.file->size();
        if (plan_.tag.empty()) plan_.tag = answer_.file->tag();
        if (plan_.date.empty()) plan_.date = http_date(answer_.file->changed());
        if (is_asked_for_nothing(request_, plan_)) return unchanged();
        Range range;
        if (plan_.status == 200) {
            plan_.ranges_taken = true;
            if (request_.method == Method::Get) range = range_of(request_, size, plan_.tag, plan_.date);
        }
        switch (range.kind) {
            case Range::Kind::Whole: answer_.file_left = size; break;
            case Range::Kind::Part:
                plan_.status = 206;
                plan_.range = "bytes " + std::to_string(range.first) + '-' +
                              std::to_string(range.first + range.length - 1) + '/' + std::to_string(size);
                answer_.file_at = range.first;
                answer_.file_left = range.length;
                break;
            case Range::Kind::Unsatisfiable:
                plan_.status = 416;
                plan_.range = "bytes */" + std::to_string(size);
                break;
        }
        plan_.length = answer_.file_left;
        return finished();
    }

    // A stream has no length: it ends with the connection.
    Answer of(EventStream&& stream) {
        manner_.keep_alive = false;
        answer_.close = true;
        answer_.events = std::move(stream);
        return finished();
    }

 private:
    bool accepts_coding(std::string_view coding) const {
        return accepts(request_.headers.get("Accept-Encoding"), coding);
    }

    void code_as(std::string_view coding) {
        plan_.coding = coding;
        plan_.tag = coded_tag(plan_.tag, coding);
    }

    Answer unchanged() {
        plan_.status = 304;
        return finished();
    }

    Answer finished() {
        answer_.head = head_of(response_, plan_, manner_);
        if (request_.method == Method::Head || has_no_body(plan_.status)) {
            answer_.text.clear();
            answer_.lasting = {};
            answer_.file.reset();
            answer_.file_left = 0;
            answer_.events.reset();
        }
        return std::move(answer_);
    }

    const Request& request_;
    const Response& response_;
    Manner manner_;
    Plan plan_;
    Answer answer_;
};

}  // namespace

Answer answer_of(const Request& request, Response response, Manner manner) {
    auto body = std::move(response.body);
    if (std::holds_alternative<EventStream>(body)) {
        if (!response.headers.find("Content-Type")) response.with("Content-Type", "text/event-stream");
        if (!response.headers.find("Cache-Control")) response.with("Cache-Control", "no-store");
        response.with("X-Accel-Buffering", "no");  // nginx would keep events back
    }
    Preparation preparation(request, response, manner);
    return std::visit([&](auto&& kind) { return preparation.of(std::forward<decltype(kind)>(kind)); },
                      std::move(body));
}

Answer bare_answer(int status, bool with_body, Manner manner) {
    HeadWriter head(status, manner);
    Answer answer;
    answer.text = std::to_string(status) + ' ' + std::string(reason_of(status)) + '\n';
    answer.close = !manner.keep_alive;
    head.add("Content-Type", "text/plain; charset=utf-8");
    if (status == 503) head.add("Retry-After", "5");
    head.add("Content-Length", std::to_string(answer.text.size()));
    answer.head = head.finished();
    if (!with_body) answer.text.clear();
    return answer;
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 423: return "Locked";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        case 507: return "Insufficient Storage";
        default: return "Status";
    }
}

}  // namespace fabnum::http
