#pragma once

// The server: sockets in, handlers out. A few I/O threads read and write and never run a handler; handlers
// are plain blocking functions on a bounded pool of workers, and one route may hold at most half of them,
// so that neither idle connections, nor slow clients, nor one slow page stop the others.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace fabnum::http {

// How a request of one route is received, known as soon as its head is read.
struct Reception {
    int route = -1;                      // number of the route, for the cap per route and the metrics
    std::int64_t body_most = 64 * 1024;  // bytes of a form without files, or of a raw body
    std::int64_t upload_most = 0;        // bytes of all files of a multipart form; 0: none taken
    bool quick = false;                  // answered on the I/O thread: health, embedded assets
};

// What the server asks of the product. Both are called from several threads at once.
class Application {
 public:
    virtual ~Application() = default;
    // `head` has method, path, query, headers and cookies; no body yet.
    virtual Reception reception(const Request& head) = 0;
    // The answer. `status` is 0, or what the server itself found wrong (400, 408, 413, 414, 431, 503…): then
    // the answer is the page that says so. Whatever it throws becomes a bare 500.
    virtual Response answer(const Request& request, int status) = 0;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free port
    int io_threads = 2;
    int workers = 16;
    int queue_most = 1024;  // waiting requests before 503 with Retry-After
    int connections_most = 10000;
    std::int64_t head_most = 32 * 1024;  // bytes of request line and headers
    std::chrono::seconds head_time{10}, body_stall{20}, idle_time{60}, write_stall{30}, queue_time{15};
    std::filesystem::path temporary;           // folder for uploads in progress
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-* are believed
    std::string certificate_file, key_file;    // PEM; both set: TLS
};

struct ServerFigures {
    std::int64_t connections = 0, accepted = 0, requests = 0, refused_busy = 0, malformed = 0, in_queue = 0,
                 running = 0;
};

class Server {
 public:
    Server(ServerOptions options,
           Application& application);  // throws std::system_error when it cannot listen
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    // Serves until stop(). Then: no new connection, requests in progress are finished (at most `grace`).
    void run();
    void stop(std::chrono::seconds grace = std::chrono::seconds{
                  20});  // from any thread or a signal handler's thread
    ServerFigures figures() const;

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace fabnum::http
