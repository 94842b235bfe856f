#pragma once

// A mail server of one thread, on loopback: it notes what it is given, or says no as it is told.

#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fabnum::mail {

class Sink {
 public:
    Sink() : listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof here;
        auto* address = reinterpret_cast<sockaddr*>(&here);
        if (bind(listening_, address, size) != 0 || listen(listening_, 8) != 0 ||
            getsockname(listening_, address, &size) != 0 || pipe2(stop_, O_CLOEXEC) != 0)
            throw std::runtime_error("no mail server for the test");
        port_ = ntohs(here.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~Sink() {
        close(stop_[1]);
        thread_.join();
        close(stop_[0]);
        close(listening_);
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    // What it says to "RCPT TO" from now on; "": it is welcome.
    void refuse_with(std::string words) {
        const std::lock_guard<std::mutex> lock(mutex_);
        refusal_ = std::move(words);
    }
    std::vector<std::string> messages() {
        const std::lock_guard<std::mutex> lock(mutex_);
        return messages_;
    }
    std::vector<std::string> commands() {
        const std::lock_guard<std::mutex> lock(mutex_);
        return commands_;
    }

 private:
    bool is_ready(int descriptor) const {
        pollfd both[] = {{descriptor, POLLIN, 0}, {stop_[0], POLLIN, 0}};
        return poll(both, 2, 10'000) > 0 && both[1].revents == 0;
    }
    void serve() {
        while (is_ready(listening_)) {
            const int line = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
            if (line >= 0) talk(line);
            close(line);
        }
    }
    void say(int line, const std::string& words) {
        const std::string text = words + "\r\n";
        static_cast<void>(send(line, text.data(), text.size(), MSG_NOSIGNAL));
    }
    bool read_until(int line, std::string& heard, const std::string& end, std::string& text) {
        for (;;) {
            if (const auto at = heard.find(end); at != std::string::npos) {
                text = heard.substr(0, at);
                heard.erase(0, at + end.size());
                return true;
            }
            char piece[4096];
            const ssize_t size = is_ready(line) ? recv(line, piece, sizeof piece, 0) : 0;
            if (size <= 0) return false;
            heard.append(piece, static_cast<std::size_t>(size));
        }
    }
    void talk(int line) {
        std::string heard, command, message;
        say(line, "220 sink");
        while (read_until(line, heard, "\r\n", command)) {
            const std::lock_guard<std::mutex> lock(mutex_);
            commands_.push_back(command);
            if (command == "QUIT") return say(line, "221 bye");
            if (command.starts_with("RCPT") && !refusal_.empty()) {
                say(line, refusal_);
            } else if (command == "DATA") {
                say(line, "354 go on");
                if (!read_until(line, heard, "\r\n.\r\n", message)) return;
                messages_.push_back(message + "\r\n");
                say(line, "250 taken");
            } else {
                say(line, "250 fine");
            }
        }
    }

    int listening_;
    int stop_[2] = {-1, -1};
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    std::string refusal_;
    std::vector<std::string> messages_, commands_;
    std::thread thread_;
};

}  // namespace fabnum::mail
