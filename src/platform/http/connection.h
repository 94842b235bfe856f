#pragma once

// One browser's connection: request after request, in order. It lives on one loop; handlers run elsewhere
// and their answers come back by Loop::post.

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/answer.h"
#include "platform/http/body.h"
#include "platform/http/events.h"
#include "platform/http/incoming.h"
#include "platform/http/loop.h"
#include "platform/http/parser.h"
#include "platform/http/server.h"
#include "platform/http/stream.h"
#include "platform/http/workers.h"

namespace fabnum::http {

struct Counters {
    std::atomic<std::int64_t> connections{0}, accepted{0}, requests{0}, refused_busy{0}, malformed{0};
};

// What all connections of a server share.
struct Surroundings {
    const ServerOptions& options;
    Application& application;
    const Proxies& proxies;
    Workers& workers;
    Lane& refusals;  // answers that say no: they never wait for a handler
    Lane& disk;      // reading and writing of files: a slow disk never holds up the sockets
    Counters& counters;
    const std::atomic<bool>& stopping;
};

class Connection final : public Resident,
                         public Stream::Ear,
                         public std::enable_shared_from_this<Connection> {
 public:
    Connection(Loop& loop, std::unique_ptr<Stream> stream, Peer peer, const Surroundings& around);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();

    void tick(Clock::time_point now) override;
    void wind_down() override;
    bool make_room() override;
    void cut() override { close(); }

    void opened(bool well) override;
    void received(std::string_view bytes, bool ended) override;
    void sent(std::size_t bytes, bool failed) override;

 private:
    enum class Stage {
        Opening,    // TLS shakes hands
        Head,       // waits for a request, or for the rest of its head
        Inviting,   // writes "100 Continue"
        Body,       // waits for more of the body
        Storing,    // the disk takes a piece of it
        Answering,  // a worker has the request
        Writing,    // the answer goes out
        Fetching,   // the disk gives the next piece of a file
        Events,     // the answer is an event stream
        Lingering,  // all is said; what the browser still sends is thrown away
        Closed
    };

    // Reading.
    void read();
    void await_request();
    void advance_head();
    void begin_request(std::size_t head_length);
    bool receive();
    void begin_body();
    void advance_body();
    void body_taken(int status, bool whole);
    bool is_idle() const { return stage_ == Stage::Head && input_.empty(); }

    // Answering.
    void refuse(int status);  // and close the connection
    void dispatch(int status);
    void ask_workers(const std::shared_ptr<const Received>& request, Manner manner);
    void ask_refusals(const std::shared_ptr<const Received>& request, int status, Manner manner);
    void answer_later(const std::shared_ptr<const Received>& request, int status, Manner manner);
    Answer answer_now(const Received& request, int status, Manner manner);

    // Writing.
    void begin_answer(Answer answer);
    void send_more();
    void fetch_file();
    void begin_events();
    void send_events();
    void answered();
    void linger();
    void close();
    void move_to(Stage stage);
    void forget_request();

    void look_at_writing(Clock::time_point now);
    void look_at_reading(Clock::time_point now);

    Loop& loop_;
    const std::unique_ptr<Stream> stream_;
    const Peer peer_;
    const Surroundings& around_;

    Stage stage_ = Stage::Opening;
    Clock::time_point moved_;    // when the stage began, or last made progress
    bool reading_ = false;       // a read is under way
    bool ended_ = false;         // the browser sends nothing more
    bool served_ = false;        // at least one answer went out
    bool leaves_input_ = false;  // a body was refused before its end
    std::string input_;          // received, not yet understood
    HeadScan scan_;
    Clock::time_point head_began_;

    std::optional<Parser> parser_;
    std::shared_ptr<Received> request_;
    std::shared_ptr<Body> body_;
    std::string chunk_;
    Clock::time_point body_began_;
    std::int64_t body_size_ = 0;
    Reception reception_;

    Answer answer_;
    std::size_t sent_ = 0;
    std::shared_ptr<EventChannel> channel_;
    std::string events_;  // being written
    bool sending_events_ = false;
    Clock::time_point last_event_;
};

}  // namespace fabnum::http
