#include "platform/http/connection.h"

#include <utility>

namespace fabnum::http {

namespace {

using std::chrono::seconds;

constexpr seconds heartbeat{15};
constexpr seconds farewell{2};      // after an answer that nobody interrupted
constexpr seconds linger_stall{5};  // while a refused body still comes in
constexpr seconds linger_most{30};
constexpr std::int64_t slowest = 500;  // bytes per second of a body, once body_stall has passed
constexpr std::chrono::milliseconds last_farewell{250};  // when the server stops

// Assigning an empty value would keep the memory of the old one.
template <class Value>
void release(Value& value) {
    const Value released(std::move(value));
    value = Value();
}

}  // namespace

Connection::Connection(Loop& loop, std::unique_ptr<Stream> stream, Peer peer, const Surroundings& around)
    : loop_(loop), stream_(std::move(stream)), peer_(std::move(peer)), around_(around) {
    ++around_.counters.connections;
}

Connection::~Connection() {
    if (channel_) channel_->close();
    if (stage_ != Stage::Closed) --around_.counters.connections;
}

void Connection::start() {
    loop_.enter(shared_from_this());
    move_to(Stage::Opening);
    stream_->open(shared_from_this());
}

void Connection::opened(bool well) {
    if (stage_ != Stage::Opening) return;
    if (!well) return close();
    await_request();
}

void Connection::move_to(Stage stage) {
    stage_ = stage;
    moved_ = Clock::now();
}

void Connection::linger() {
    move_to(Stage::Lingering);
    head_began_ = moved_;
    // TLS has its own goodbye, which ends the connection.
    if (ended_ || (peer_.secure && !leaves_input_)) return close();
    stream_->half_close();
    read();
}

// An idle connection keeps no memory but its own.
void Connection::forget_request() {
    parser_.reset();
    body_.reset();
    if (input_.empty()) release(input_);
    release(chunk_);
    release(answer_);
}

void Connection::close() {
    if (stage_ == Stage::Closed) return;
    const auto self = shared_from_this();
    stage_ = Stage::Closed;
    --around_.counters.connections;
    stream_->close();
    if (channel_) channel_->close();
    loop_.leave(*this);
}

void Connection::wind_down() {
    const bool said_all = stage_ == Stage::Lingering && Clock::now() - head_began_ > last_farewell;
    if (stage_ == Stage::Opening || is_idle() || stage_ == Stage::Events || said_all) close();
}

bool Connection::make_room() {
    if (!served_ || !is_idle()) return false;
    close();
    return true;
}

void Connection::tick(Clock::time_point now) {
    switch (stage_) {
        case Stage::Opening:
            if (now - moved_ > around_.options.head_time) close();
            break;
        case Stage::Head:
        case Stage::Body: look_at_reading(now); break;
        case Stage::Inviting:
        case Stage::Writing:
        case Stage::Events: look_at_writing(now); break;
        case Stage::Lingering:
            if (now - moved_ > (leaves_input_ ? linger_stall : farewell) || now - head_began_ > linger_most)
                close();
            break;
        case Stage::Storing:
        case Stage::Answering:
        case Stage::Fetching:
        case Stage::Closed: break;
    }
}

void Connection::look_at_reading(Clock::time_point now) {
    const ServerOptions& options = around_.options;
    if (is_idle()) {
        if (now - moved_ > (served_ ? options.idle_time : options.head_time)) close();
    } else if (stage_ == Stage::Head) {
        if (now - head_began_ > options.head_time) refuse(408);
    } else {
        const auto took = std::chrono::duration_cast<seconds>(now - body_began_);
        const bool trickles = took > options.body_stall && body_size_ < slowest * took.count();
        if (trickles || now - moved_ > options.body_stall) refuse(408);
    }
}

void Connection::look_at_writing(Clock::time_point now) {
    const bool is_writing = stage_ != Stage::Events || !events_.empty();
    if (is_writing && now - moved_ > around_.options.write_stall) return close();
    if (stage_ == Stage::Events && events_.empty() && now - last_event_ > heartbeat) {
        events_ = ": \n\n";
        send_events();
    }
}

}  // namespace fabnum::http
