#include "platform/http/parser.h"

#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include "platform/http/decoding.h"

namespace fabnum::http {

namespace {

namespace beast = boost::beast::http;

// A body that goes where the caller says, piece by piece.
struct Passage {
    using value_type = std::string*;

    class reader {  // NOLINT(readability-identifier-naming): the word Beast looks for
     public:
        template <bool IsRequest, class Names>
        reader(beast::header<IsRequest, Names>&, value_type& into) : into_(&into) {}

        void init(const boost::optional<std::uint64_t>&, boost::system::error_code& error) { error = {}; }

        template <class Buffers>
        std::size_t put(const Buffers& buffers, boost::system::error_code& error) {
            error = {};
            std::size_t size = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers);
                 it != boost::asio::buffer_sequence_end(buffers); ++it) {
                const boost::asio::const_buffer piece = *it;
                (*into_)->append(static_cast<const char*>(piece.data()), piece.size());
                size += piece.size();
            }
            return size;
        }

        void finish(boost::system::error_code& error) { error = {}; }

     private:
        value_type* into_;
    };
};

// What a proxy might forgive and read otherwise.
bool is_sound(char before, char c, char after, bool has_after) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') return before == '\r' && !(has_after && (after == ' ' || after == '\t'));
    if (before == '\r') return false;
    return c == '\r' || c == '\t' || (byte >= 0x20 && byte != 0x7F);
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 15 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The body's framing (RFC 9112 §6), read strictly.
bool framing_of(Head& head) {
    const auto lengths = head.headers.all("Content-Length");
    const auto codings = head.headers.all("Transfer-Encoding");
    if (lengths.size() + codings.size() > 1) return false;
    if (!lengths.empty()) {
        if (!is_number(lengths.front())) return false;
        head.length = std::stoll(std::string(lengths.front()));
        head.has_body = *head.length > 0;
    }
    if (!codings.empty()) {
        if (head.is_old || !same_word(codings.front(), "chunked")) return false;
        head.has_body = true;
    }
    return true;
}

}  // namespace

HeadScan::State HeadScan::look(std::string_view bytes, std::size_t head_most) {
    // The last byte waits for its follower: a line that begins with a blank is told by both.
    for (; seen_ < bytes.size(); ++seen_) {
        const bool has_after = seen_ + 1 < bytes.size();
        const char before = seen_ > 0 ? bytes[seen_ - 1] : '\0';
        const bool ends_head = bytes[seen_] == '\n' && seen_ >= 3 && bytes.substr(seen_ - 3, 4) == "\r\n\r\n";
        if (ends_head) {
            length_ = seen_ + 1;
            return length_ > head_most ? State::HeadTooLong : State::Whole;
        }
        if (!is_sound(before, bytes[seen_], has_after ? bytes[seen_ + 1] : '\0', has_after))
            return State::Malformed;
        if (bytes[seen_] == '\n') {
            if (!has_after) break;
            line_ended_ = true;
        }
        if (!line_ended_ && seen_ > target_most + 16) return State::TargetTooLong;
    }
    return bytes.size() > head_most ? State::HeadTooLong : State::Partial;
}

struct Parser::Inside {
    beast::request_parser<Passage> parser;
};

Parser::Parser() : inside_(std::make_unique<Inside>()) {
    inside_->parser.body_limit(boost::none);  // each route has its own limits
    inside_->parser.header_limit(1'048'576);
}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

int Parser::read_head(std::string_view bytes) {
    auto& parser = inside_->parser;
    boost::system::error_code error;
    parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (error == beast::error::bad_version) return 505;
    if (error || !parser.is_header_done()) return 400;
    const auto& message = parser.get();
    if (message.version() != 10 && message.version() != 11) return 505;
    head_.is_old = message.version() == 10;
    head_.method = std::string_view(message.method_string().data(), message.method_string().size());
    head_.target = std::string_view(message.target().data(), message.target().size());
    if (head_.target.size() > target_most) return 414;
    int count = 0;
    for (const auto& field : message) {
        if (++count > fields_most) return 431;
        const auto name = field.name_string();
        const auto value = field.value();
        head_.headers.add(std::string(name.data(), name.size()),
                          repaired(std::string_view(value.data(), value.size())));
    }
    if (!framing_of(head_)) return 400;
    head_.keep_alive = parser.keep_alive();
    head_.expects_continue = !head_.is_old && same_word(head_.headers.get("Expect"), "100-continue");
    return 0;
}

std::size_t Parser::read_body(std::string_view bytes, std::string& body) {
    auto& parser = inside_->parser;
    parser.get().body() = &body;
    parser.eager(true);
    std::size_t used = 0;
    while (used < bytes.size() && !parser.is_done()) {
        boost::system::error_code error;
        const std::size_t step =
            parser.put(boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), error);
        used += step;
        if (error == beast::error::need_more) break;
        if (error) {
            broken_ = true;
            break;
        }
        if (step == 0) break;
    }
    return used;
}

bool Parser::done() const {
    return inside_->parser.is_done();
}

}  // namespace fabnum::http
