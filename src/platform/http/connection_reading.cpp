#include <cerrno>
#include <exception>
#include <system_error>
#include <utility>

#include "platform/http/connection.h"
#include "platform/log/log.h"

namespace fabnum::http {

namespace {

constexpr std::size_t chunk_line_most = 16'384;  // a chunk's size line, or the trailers
constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";

// What to say when a body could not be kept.
int status_of(const std::error_code& error) {
    return error.value() == ENOSPC || error.value() == EDQUOT ? 507 : 500;
}

}  // namespace

void Connection::read() {
    if (std::exchange(reading_, true)) return;
    stream_->read(shared_from_this());
}

void Connection::received(std::string_view bytes, bool ended) {
    reading_ = false;
    ended_ = ended_ || ended;
    switch (stage_) {
        case Stage::Head:
            if (ended) return close();
            if (input_.empty()) head_began_ = Clock::now();
            input_ += bytes;
            return advance_head();
        case Stage::Body:
            if (ended) return close();
            input_ += bytes;
            return advance_body();
        case Stage::Events:
        case Stage::Lingering:
            if (ended) return close();
            if (stage_ == Stage::Lingering) move_to(Stage::Lingering);
            return read();
        case Stage::Opening:
        case Stage::Inviting:
        case Stage::Storing:
        case Stage::Answering:
        case Stage::Writing:
        case Stage::Fetching:  // came after a refusal: the connection ends with its answer
        case Stage::Closed: return;
    }
}

void Connection::await_request() {
    move_to(Stage::Head);
    scan_ = {};
    forget_request();
    head_began_ = moved_;
    if (input_.empty()) return read();
    advance_head();
}

void Connection::advance_head() {
    // RFC 9112 §2.2: an empty line before a request is forgiven.
    if (input_.starts_with("\r\n")) {
        input_.erase(0, 2);
        scan_ = {};
    }
    switch (scan_.look(input_, static_cast<std::size_t>(around_.options.head_most))) {
        case HeadScan::State::Partial: return read();
        case HeadScan::State::Whole: return begin_request(scan_.length());
        case HeadScan::State::Malformed: return refuse(400);
        case HeadScan::State::TargetTooLong: return refuse(414);
        case HeadScan::State::HeadTooLong: return refuse(431);
    }
}

void Connection::begin_request(std::size_t head_length) {
    ++around_.counters.requests;
    parser_.emplace();
    request_ = std::make_shared<Received>();
    reception_ = {};
    const int head_status = parser_->read_head(std::string_view(input_).substr(0, head_length));
    input_.erase(0, head_length);
    const int fill_status = fill(*request_, parser_->head(), peer_, around_.proxies);
    if (head_status != 0 || fill_status != 0) return refuse(head_status != 0 ? head_status : fill_status);
    if (!receive()) return refuse(500);
    if (!parser_->head().has_body) return dispatch(0);
    begin_body();
}

bool Connection::receive() {
    std::string what = "not an exception";
    try {
        reception_ = around_.application.reception(*request_);
        return true;
    } catch (const std::exception& error) {
        what = error.what();
    } catch (...) {  // the product may throw anything; the server goes on
    }
    log::error("http.reception_failed", {{"request", request_->id}, {"what", what}});
    return false;
}

void Connection::begin_body() {
    body_ = std::make_shared<Body>(*request_, reception_, around_.options.temporary);
    if (const int status = body_->expect(parser_->head().length); status != 0) return refuse(status);
    body_began_ = Clock::now();
    body_size_ = 0;
    if (parser_->head().expects_continue && input_.empty()) {
        move_to(Stage::Inviting);
        sent_ = 0;
        return stream_->write(shared_from_this(), invitation, {});
    }
    advance_body();
}

void Connection::advance_body() {
    move_to(Stage::Body);
    chunk_.clear();
    input_.erase(0, parser_->read_body(input_, chunk_));
    const bool whole = parser_->done();
    if (parser_->broken() || (!whole && input_.size() > chunk_line_most)) return refuse(400);
    body_size_ += static_cast<std::int64_t>(chunk_.size());
    if (!body_->writes_files()) {
        const int status = body_->take(chunk_);
        return body_taken(status == 0 && whole ? body_->finish() : status, whole);
    }
    move_to(Stage::Storing);
    const bool taken =
        around_.disk.take([self = shared_from_this(), request = request_, body = body_, whole] {
            int status = 0;
            try {
                status = body->take(self->chunk_);
                if (status == 0 && whole) status = body->finish();
            } catch (const std::system_error& error) {
                log::error("http.upload_failed", {{"request", request->id}, {"what", error.what()}});
                status = status_of(error.code());
            } catch (const std::exception& error) {
                log::error("http.upload_failed", {{"request", request->id}, {"what", error.what()}});
                status = 500;
            }
            self->loop_.post([self, status, whole] {
                if (self->stage_ == Stage::Storing) self->body_taken(status, whole);
            });
        });
    if (!taken) close();
}

void Connection::body_taken(int status, bool whole) {
    if (whole) return dispatch(status);
    if (status != 0) return refuse(status);
    move_to(Stage::Body);
    read();
}

void Connection::refuse(int status) {
    if (status < 500) ++around_.counters.malformed;
    leaves_input_ = true;
    dispatch(status);
}

}  // namespace fabnum::http
