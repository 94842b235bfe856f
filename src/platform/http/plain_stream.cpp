#include <array>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "platform/http/stream.h"

namespace fabnum::http {

namespace {

using boost::asio::ip::tcp;
using Error = boost::system::error_code;

class PlainStream final : public Stream {
 public:
    PlainStream(Loop& loop, int descriptor) : loop_(loop), socket_(loop.context(), tcp::v4(), descriptor) {
        Error ignored;
        socket_.non_blocking(true, ignored);
        socket_.set_option(tcp::no_delay(true), ignored);
    }

    void open(std::shared_ptr<Ear> ear) override { ear->opened(true); }

    // Waits without a buffer of its own, so that an idle connection holds none.
    void read(std::shared_ptr<Ear> ear) override {
        socket_.async_wait(tcp::socket::wait_read, [this, ear = std::move(ear)](const Error& failed) {
            if (failed) return ear->received({}, true);
            Error error;
            std::vector<char>& scratch = loop_.scratch();
            const std::size_t size = socket_.read_some(boost::asio::buffer(scratch), error);
            if (error == boost::asio::error::would_block) return read(ear);
            ear->received(std::string_view(scratch.data(), size), static_cast<bool>(error));
        });
    }

    void write(std::shared_ptr<Ear> ear, std::string_view first, std::string_view second) override {
        const std::array<boost::asio::const_buffer, 2> pieces{
            boost::asio::const_buffer(first.data(), first.size()),
            boost::asio::const_buffer(second.data(), second.size())};
        socket_.async_write_some(pieces, [ear = std::move(ear)](const Error& error, std::size_t size) {
            ear->sent(size, static_cast<bool>(error));
        });
    }

    void half_close() override {
        Error ignored;
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void close() override {
        Error ignored;
        socket_.close(ignored);
    }

 private:
    Loop& loop_;
    tcp::socket socket_;
};

}  // namespace

std::unique_ptr<Stream> plain_stream(Loop& loop, int descriptor) {
    return std::make_unique<PlainStream>(loop, descriptor);
}

}  // namespace fabnum::http
