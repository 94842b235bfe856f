// Takes files of any size, for tests/bench/run: no page of the product wants 500 MB, the pipe under them
// does.

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "platform/http/server.h"

namespace {

using namespace fabnum;

class Taker : public http::Application {
 public:
    http::Reception reception(const http::Request&) override {
        return {.route = 0, .upload_most = std::int64_t{1} << 30};
    }
    http::Response answer(const http::Request& request, int status) override {
        std::int64_t size = 0;
        for (const auto& upload : request.uploads) size += upload.size;
        return http::text(std::to_string(size), status == 0 ? 200 : status);
    }
};

}  // namespace

// fabnum_upload PORT FOLDER
int main(int, char** arguments) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    Taker taker;
    http::ServerOptions options;
    options.port = static_cast<std::uint16_t>(std::atoi(arguments[1]));
    options.temporary = arguments[2];
    http::Server server(options, taker);
    std::jthread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
    std::cout << "listens" << std::endl;
    server.run();
}
