#include "platform/http/server.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <malloc.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "platform/http/connection.h"
#include "platform/http/listener.h"
#include "platform/log/log.h"

namespace fabnum::http {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t refusals_most = 256;
constexpr std::chrono::hours upload_forgotten_after{24};

ServerOptions completed(ServerOptions options) {
    if (options.temporary.empty()) options.temporary = std::filesystem::temp_directory_path();
    std::filesystem::create_directories(options.temporary);
    return options;
}

// What a crash left behind.
void remove_forgotten_uploads(const std::filesystem::path& folder) {
    const auto limit = std::filesystem::file_time_type::clock::now() - upload_forgotten_after;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const bool is_upload = entry.path().filename().string().starts_with(upload_prefix);
        if (is_upload && entry.last_write_time(ignored) < limit)
            std::filesystem::remove(entry.path(), ignored);
    }
}

// Wakes the thread that waits for callers.
class Bell {
 public:
    Bell() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "cannot make an event");
    }
    ~Bell() { close(descriptor_); }
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;
    void ring() const { eventfd_write(descriptor_, 1); }
    int descriptor() const { return descriptor_; }

 private:
    int descriptor_;
};

}  // namespace

struct Server::Inside {
    Inside(ServerOptions given, Application& product)
        : options(completed(std::move(given))),
          application(product),
          proxies(options.trusted_proxies),
          listener(options.address, options.port),
          disk(static_cast<std::size_t>(options.connections_most) * 2 + 1000),
          refusals(refusals_most),
          workers(options.workers, options.queue_most) {
        remove_forgotten_uploads(options.temporary);
        if (!options.certificate_file.empty()) tls.emplace(options.certificate_file, options.key_file);
        for (int i = 0; i < std::max(1, options.io_threads); ++i) loops.push_back(std::make_unique<Loop>());
    }

    void serve();
    void wait(milliseconds most, bool for_callers);
    void take_callers();
    void welcome(const Caller& caller);
    void finish();
    bool is_quiet() const;

    const ServerOptions options;
    Application& application;
    const Proxies proxies;
    Counters counters;
    std::atomic<bool> stopping{false};
    std::atomic<std::int64_t> grace_seconds{0};
    Bell bell;
    Listener listener;
    std::optional<Tls> tls;
    std::vector<std::unique_ptr<Loop>> loops;
    std::size_t next_loop = 0;
    // Last, so that their threads end while everything they use is still there.
    Lane disk;
    Lane refusals;
    Workers workers;
    const Surroundings around{options, application, proxies, workers, refusals, disk, counters, stopping};
};

void Server::Inside::serve() {
    std::vector<std::thread> threads;
    threads.reserve(loops.size());
    for (const auto& loop : loops) threads.emplace_back([&loop] { loop->run(); });
    log::info("http.listening", {{"port", static_cast<int>(listener.port())}, {"tls", tls.has_value()}});
    while (!stopping) {
        take_callers();
        workers.give_up_older_than(Clock::now() - options.queue_time);
    }
    finish();
    for (const auto& loop : loops) loop->halt();
    for (std::thread& thread : threads) thread.join();
    for (const auto& loop : loops) loop->cut_all();
    log::info("http.stopped");
}

void Server::Inside::wait(milliseconds most, bool for_callers) {
    pollfd watched[2] = {{bell.descriptor(), POLLIN, 0}, {listener.descriptor(), POLLIN, 0}};
    poll(watched, for_callers ? 2 : 1, static_cast<int>(most.count()));
}

void Server::Inside::take_callers() {
    constexpr int at_once = 64;
    wait(milliseconds{500}, true);
    for (int i = 0; i < at_once && !stopping; ++i) {
        if (counters.connections >= options.connections_most) {
            // Those who rest make room for those who ask.
            for (const auto& loop : loops) loop->post([&loop] { loop->make_room(8); });
            return wait(milliseconds{20}, false);
        }
        std::error_code error;
        const auto caller = listener.answer(error);
        if (error) {  // out of descriptors, most likely: asking again at once would only burn the processor
            log::warning("http.cannot_accept", {{"what", error.message()}});
            for (const auto& loop : loops) loop->post([&loop] { loop->make_room(8); });
            return wait(milliseconds{100}, false);
        }
        if (!caller) return;
        welcome(*caller);
    }
}

void Server::Inside::welcome(const Caller& caller) {
    ++counters.accepted;
    Loop& loop = *loops[next_loop++ % loops.size()];
    Peer peer{caller.address, options.address + ':' + std::to_string(listener.port()), tls.has_value()};
    std::unique_ptr<Stream> stream;
    try {
        stream = tls ? tls_stream(loop, caller.descriptor, *tls) : plain_stream(loop, caller.descriptor);
    } catch (const std::exception& error) {
        log::warning("http.cannot_welcome", {{"what", error.what()}});
        close(caller.descriptor);
        return;
    }
    const auto connection = std::make_shared<Connection>(loop, std::move(stream), std::move(peer), around);
    loop.post([connection] { connection->start(); });
}

bool Server::Inside::is_quiet() const {
    return counters.connections == 0 && workers.waiting() == 0 && workers.running() == 0 && refusals.idle() &&
           disk.idle();
}

void Server::Inside::finish() {
    listener.close();
    const auto began = Clock::now();
    while (!is_quiet() && Clock::now() - began < std::chrono::seconds{grace_seconds}) {
        for (const auto& loop : loops) loop->post([&loop] { loop->wind_down(); });
        workers.give_up_older_than(Clock::now() - options.queue_time);
        std::this_thread::sleep_for(milliseconds{10});
    }
}

Server::Server(ServerOptions options, Application& application)
    : inside_(std::make_unique<Inside>(std::move(options), application)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return inside_->listener.port();
}

void Server::run() {
    // A page is made of strings of some 100 kB: their memory is kept for the next page, not given back to the
    // system and asked for again.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 2 << 20);
    inside_->serve();
}

void Server::stop(std::chrono::seconds grace) {
    inside_->grace_seconds = grace.count();
    inside_->stopping = true;
    inside_->bell.ring();
}

ServerFigures Server::figures() const {
    const Counters& counters = inside_->counters;
    ServerFigures figures;
    figures.connections = counters.connections;
    figures.accepted = counters.accepted;
    figures.requests = counters.requests;
    figures.refused_busy = counters.refused_busy;
    figures.malformed = counters.malformed;
    figures.in_queue = inside_->workers.waiting();
    figures.running = inside_->workers.running();
    return figures;
}

}  // namespace fabnum::http
