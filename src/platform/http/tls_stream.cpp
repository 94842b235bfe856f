#include <array>
#include <chrono>
#include <stdexcept>
#include <utility>
#include <vector>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <openssl/ssl.h>

#include "platform/http/stream.h"

namespace fabnum::http {

namespace {

namespace ssl = boost::asio::ssl;
using boost::asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::chrono::seconds farewell_time{1};
constexpr std::size_t record_size = 16'384;

// The only protocol spoken here; a browser that offers HTTP/2 is told so.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                    unsigned offered_length, void*) {
    static constexpr std::array<unsigned char, 9> spoken{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, spoken.data(), spoken.size(), offered, offered_length) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

struct Tls::Inside {
    ssl::context context{ssl::context::tls_server};
};

Tls::Tls(const std::string& certificate_file, const std::string& key_file)
    : inside_(std::make_unique<Inside>()) {
    ssl::context& context = inside_->context;
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_alpn_select_cb(context.native_handle(), choose_protocol, nullptr);
    Error error;
    context.use_certificate_chain_file(certificate_file, error);
    if (error)
        throw std::runtime_error("cannot use the certificate " + certificate_file + ": " + error.message());
    context.use_private_key_file(key_file, ssl::context::pem, error);
    if (error) throw std::runtime_error("cannot use the key " + key_file + ": " + error.message());
    if (SSL_CTX_check_private_key(context.native_handle()) != 1)
        throw std::runtime_error("the key " + key_file + " is not the certificate's");
}

Tls::~Tls() = default;

namespace {

class TlsStream final : public Stream {
 public:
    TlsStream(Loop& loop, int descriptor, Tls& tls)
        : inside_(std::make_shared<Inside>(tcp::socket(loop.context(), tcp::v4(), descriptor),
                                           tls.inside().context)) {
        Error ignored;
        inside_->stream.lowest_layer().set_option(tcp::no_delay(true), ignored);
    }

    void open(std::shared_ptr<Ear> ear) override {
        busy_ = 1;
        inside_->stream.async_handshake(ssl::stream_base::server,
                                        [this, ear = std::move(ear)](const Error& error) {
                                            busy_ = 0;
                                            works_ = !error;
                                            ear->opened(works_);
                                        });
    }

    void read(std::shared_ptr<Ear> ear) override {
        ++busy_;
        inside_->in.resize(record_size);
        inside_->stream.async_read_some(boost::asio::buffer(inside_->in),
                                        [this, ear = std::move(ear)](const Error& error, std::size_t size) {
                                            --busy_;
                                            ear->received(std::string_view(inside_->in.data(), size),
                                                          static_cast<bool>(error));
                                        });
    }

    void write(std::shared_ptr<Ear> ear, std::string_view first, std::string_view second) override {
        ++busy_;
        const std::array<boost::asio::const_buffer, 2> pieces{
            boost::asio::const_buffer(first.data(), first.size()),
            boost::asio::const_buffer(second.data(), second.size())};
        inside_->stream.async_write_some(pieces,
                                         [this, ear = std::move(ear)](const Error& error, std::size_t size) {
                                             --busy_;
                                             if (error) works_ = false;
                                             ear->sent(size, static_cast<bool>(error));
                                         });
    }

    // TLS says goodbye in close(): until then the browser may still be sending what is thrown away.
    void half_close() override {}

    void close() override {
        if (!works_ || busy_ > 0) return inside_->cut();
        works_ = false;
        inside_->deadline.expires_after(farewell_time);
        inside_->deadline.async_wait([inside = inside_](const Error& error) {
            if (!error) inside->cut();
        });
        inside_->stream.async_shutdown([inside = inside_](const Error&) {
            inside->deadline.cancel();
            inside->cut();
        });
    }

 private:
    // Outlives the stream while it says goodbye.
    struct Inside {
        Inside(tcp::socket socket, ssl::context& context)
            : stream(std::move(socket), context), deadline(stream.get_executor()) {}
        void cut() {
            Error ignored;
            stream.lowest_layer().close(ignored);
        }
        ssl::stream<tcp::socket> stream;
        boost::asio::steady_timer deadline;
        std::vector<char> in = {};
    };

    std::shared_ptr<Inside> inside_;
    int busy_ = 0;
    bool works_ = false;
};

}  // namespace

std::unique_ptr<Stream> tls_stream(Loop& loop, int descriptor, Tls& tls) {
    return std::make_unique<TlsStream>(loop, descriptor, tls);
}

}  // namespace fabnum::http
