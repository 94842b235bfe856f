#pragma once

// A browser that says exactly what it is told, byte for byte, and a server to say it to.

#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/server.h"

namespace fabnum::http {

struct Heard {
    int status = 0;                                   // 0: the connection ended instead
    std::map<std::string, std::string> headers = {};  // names in lower case
    std::string body = {};

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
    bool has(const std::string& name) const { return headers.count(name) > 0; }
};

class RawClient {
 public:
    explicit RawClient(std::uint16_t port, const char* address = "127.0.0.1")
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        inet_pton(AF_INET, address, &to.sin_addr);
        const timeval patience{20, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    }
    ~RawClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    RawClient(RawClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)),
          connected_(other.connected_),
          kept_(std::move(other.kept_)) {}
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return connected_; }
    int socket() const { return socket_; }

    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void finish_sending() const { ::shutdown(socket_, SHUT_WR); }

    // The next answer; `with_body` is false after HEAD.
    Heard hear(bool with_body = true) {
        Heard heard;
        std::size_t end = 0;
        while ((end = kept_.find("\r\n\r\n")) == std::string::npos)
            if (!receive()) return heard;
        heard.status = std::atoi(kept_.c_str() + 9);
        for (std::size_t at = kept_.find("\r\n") + 2; at < end;) {
            const std::size_t line_end = kept_.find("\r\n", at);
            const std::size_t colon = kept_.find(':', at);
            std::string name = kept_.substr(at, colon - at);
            for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            heard.headers[name] = kept_.substr(colon + 2, line_end - colon - 2);
            at = line_end + 2;
        }
        kept_.erase(0, end + 4);
        if (!with_body || heard.status < 200) return heard;
        const auto length = static_cast<std::size_t>(std::atoll(heard.header("content-length").c_str()));
        while (kept_.size() < length)
            if (!receive()) break;
        heard.body = kept_.substr(0, length);
        kept_.erase(0, length);
        return heard;
    }

    Heard ask(std::string_view request, bool with_body = true) {
        send(request);
        return hear(with_body);
    }

    // Everything until the other side ends, or until `text` has come.
    std::string hear_until(std::string_view text) {
        while (kept_.find(text) == std::string::npos)
            if (!receive()) break;
        return std::exchange(kept_, std::string());
    }
    std::string hear_all() {
        while (receive()) {
        }
        return std::exchange(kept_, std::string());
    }
    // Waits for the other side to end; false when it says something, or nothing for too long.
    bool is_ended() { return kept_.empty() && !receive() && !lost_patience_; }

 private:
    bool receive() {
        char buffer[16384];
        const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
        lost_patience_ = got < 0 && (errno == EAGAIN);
        if (got <= 0) return false;
        kept_.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    int socket_ = -1;
    bool connected_ = false;
    bool lost_patience_ = false;
    std::string kept_;
};

inline std::string get(std::string_view target, std::string_view more = "") {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: lab.example\r\n" + std::string(more) + "\r\n";
}

inline std::string post(std::string_view target, std::string_view type, std::string_view body) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: lab.example\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

// Waits for something another thread is about to do.
inline bool eventually(const std::function<bool()>& condition) {
    for (int i = 0; i < 2000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return condition();
}

// Unless a test says otherwise, it answers what it understood, and takes everything.
struct Product final : Application {
    std::function<Reception(const Request&)> receive = [](const Request&) { return Reception{}; };
    std::function<Response(const Request&)> handle = [](const Request& request) {
        return text(std::string(word_of(request.method)) + ' ' + request.path);
    };
    std::function<Response(const Request&, int)> refuse = [](const Request&, int status) {
        return page("<p>" + std::to_string(status) + "</p>", status);
    };

    Reception reception(const Request& head) override { return receive(head); }
    Response answer(const Request& request, int status) override {
        return status == 0 ? handle(request) : refuse(request, status);
    }
};

class Running {
 public:
    explicit Running(Product& product, ServerOptions options = {}) : folder_(new_folder()) {
        options.port = 0;
        if (options.temporary.empty()) options.temporary = folder_;
        server_ = std::make_unique<Server>(options, product);
        thread_ = std::thread([this] { server_->run(); });
    }
    ~Running() {
        stop(std::chrono::seconds{5});
        std::filesystem::remove_all(folder_);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void stop(std::chrono::seconds grace) {
        server_->stop(grace);
        join();
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }
    Server& server() { return *server_; }
    std::uint16_t port() const { return server_->port(); }
    RawClient client() const { return RawClient(port()); }
    Heard ask(std::string_view request) const { return client().ask(request); }
    const std::filesystem::path& folder() const { return folder_; }
    int files_left() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder_))
            count += entry.is_regular_file();
        return count;
    }

 private:
    static std::filesystem::path new_folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fabnum-http-XXXXXX").string();
        return mkdtemp(pattern.data());
    }

    std::filesystem::path folder_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

}  // namespace fabnum::http
