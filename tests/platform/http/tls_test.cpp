#include <cstdio>
#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "tests/platform/http/raw_client.h"

namespace fabnum::http {
namespace {

// A certificate that nobody vouches for, good for a day.
void write_certificate(const std::string& certificate_file, const std::string& key_file) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("lab.example"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const std::unique_ptr<FILE, decltype(&fclose)> certificate_out(fopen(certificate_file.c_str(), "w"),
                                                                   fclose);
    PEM_write_X509(certificate_out.get(), certificate.get());
    const std::unique_ptr<FILE, decltype(&fclose)> key_out(fopen(key_file.c_str(), "w"), fclose);
    PEM_write_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

class TlsClient {
 public:
    explicit TlsClient(std::uint16_t port, int newest = TLS1_3_VERSION)
        : client_(port), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), newest);
        SSL_CTX_set_cipher_list(context_.get(), "DEFAULT@SECLEVEL=0");
        session_.reset(SSL_new(context_.get()));
        SSL_set_fd(session_.get(), client_.socket());
        connected_ = SSL_connect(session_.get()) == 1;
    }
    bool connected() const { return connected_; }
    std::string version() const { return SSL_get_version(session_.get()); }
    void send(const std::string& bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const int sent =
                SSL_write(session_.get(), bytes.data() + at, static_cast<int>(bytes.size() - at));
            if (sent <= 0) return;
            at += static_cast<std::size_t>(sent);
        }
    }
    std::string hear_until(std::string_view text) {
        std::string heard;
        char buffer[4096];
        while (!heard.ends_with(text)) {
            const int got = SSL_read(session_.get(), buffer, sizeof buffer);
            if (got <= 0) break;
            heard.append(buffer, static_cast<std::size_t>(got));
        }
        return heard;
    }
    bool is_ended_politely() {
        char byte = 0;
        return SSL_read(session_.get(), &byte, 1) == 0 &&
               SSL_get_error(session_.get(), 0) == SSL_ERROR_ZERO_RETURN;
    }

 private:
    RawClient client_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&SSL_free)> session_{nullptr, SSL_free};
    bool connected_ = false;
};

class OverTls : public testing::Test {
 protected:
    OverTls() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fabnum-tls-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        options.certificate_file = folder / "certificate.pem";
        options.key_file = folder / "key.pem";
        write_certificate(options.certificate_file, options.key_file);
        product.handle = [](const Request& request) {
            if (request.path == "/large") return text(std::string(1'000'000, 'x') + "end");
            return text((request.secure ? "https " : "http ") + request.path + ' ' +
                        std::to_string(request.body.size()) + '.');
        };
    }
    ~OverTls() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
    ServerOptions options;
    Product product;
};

TEST_F(OverTls, CarriesRequestsOneAfterTheOther) {
    Running running(product, options);
    TlsClient client(running.port());
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.version(), "TLSv1.3");
    client.send(get("/one") + get("/two"));
    EXPECT_NE(client.hear_until("/two 0.").find("https /one 0."), std::string::npos);
    client.send(post("/three", "text/plain", std::string(60000, 'x')));
    EXPECT_NE(client.hear_until("/three 60000.").find("200 OK"), std::string::npos);
    client.send(get("/large"));
    EXPECT_GT(client.hear_until("xend").size(), 1'000'000U);
}

TEST_F(OverTls, EndsWithAGoodbye) {
    Running running(product, options);
    TlsClient client(running.port());
    client.send(get("/", "Connection: close\r\n"));
    client.hear_until("/ 0.");
    EXPECT_TRUE(client.is_ended_politely());
}

TEST_F(OverTls, SpeaksNoOldVersion) {
    Running running(product, options);
    EXPECT_TRUE(TlsClient(running.port(), TLS1_2_VERSION).connected());
    EXPECT_FALSE(TlsClient(running.port(), TLS1_1_VERSION).connected());
}

TEST_F(OverTls, SurvivesWhoDoesNotSpeakIt) {
    Running running(product, options);
    RawClient plain = running.client();
    plain.send(get("/"));
    EXPECT_EQ(plain.hear().status, 0);
    EXPECT_TRUE(TlsClient(running.port()).connected());
}

TEST_F(OverTls, LetsTheBrowserHearTheNoWhileItStillSends) {
    Running running(product, options);
    TlsClient client(running.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n" +
                std::string(4'000'000, 'x'));
    EXPECT_NE(client.hear_until("<p>413</p>").find("413 "), std::string::npos);
}

TEST_F(OverTls, NeedsACertificateThatFits) {
    options.key_file = folder / "missing.pem";
    EXPECT_THROW(Server(options, product), std::runtime_error);
    const std::string other_key = folder / "other_key.pem";
    write_certificate(folder / "other.pem", other_key);
    options.key_file = other_key;
    EXPECT_THROW(Server(options, product), std::runtime_error);
}

}  // namespace
}  // namespace fabnum::http
