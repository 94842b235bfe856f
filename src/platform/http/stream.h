#pragma once

// A connected socket, plain or TLS, seen the same way. Each call is answered once, later, on the loop.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/loop.h"

namespace fabnum::http {

class Stream {
 public:
    // Who is told. It is kept alive until it is.
    class Ear {
     public:
        virtual ~Ear() = default;
        virtual void opened(bool well) = 0;
        virtual void received(std::string_view bytes, bool ended) = 0;  // bytes are valid during the call
        virtual void sent(std::size_t bytes, bool failed) = 0;          // at least one byte, unless failed
    };

    virtual ~Stream() = default;
    virtual void open(std::shared_ptr<Ear> ear) = 0;
    virtual void read(std::shared_ptr<Ear> ear) = 0;
    // Sends some of both, in order; the bytes must stay until `sent`.
    virtual void write(std::shared_ptr<Ear> ear, std::string_view first, std::string_view second) = 0;
    virtual void half_close() = 0;  // nothing more will be sent
    virtual void close() = 0;
};

// A certificate and its key.
class Tls {
 public:
    Tls(const std::string& certificate_file, const std::string& key_file);  // throws std::runtime_error
    ~Tls();
    struct Inside;
    Inside& inside() { return *inside_; }

 private:
    std::unique_ptr<Inside> inside_;
};

// Both take over the descriptor of a connected socket, and live on `loop`.
std::unique_ptr<Stream> plain_stream(Loop& loop, int descriptor);
std::unique_ptr<Stream> tls_stream(Loop& loop, int descriptor, Tls& tls);

}  // namespace fabnum::http
