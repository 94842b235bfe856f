#include "platform/mail/smtp.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <curl/curl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace fabnum::mail {
namespace {

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct Freed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using List = std::unique_ptr<curl_slist, Freed>;

void append(List& list, const std::string& text) {
    curl_slist* longer = curl_slist_append(list.get(), text.c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

void add_part(curl_mime* mime, const std::string& content, const char* type) {
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_data(part, content.data(), content.size());
    curl_mime_type(part, type);
    curl_mime_encoder(part, "quoted-printable");
}

// The last line in which the server said no.
std::size_t hear(char* line, std::size_t, std::size_t size, void* heard) {
    if (size >= 3 && (line[0] == '4' || line[0] == '5'))
        *static_cast<std::string*>(heard) = std::string(trimmed({line, size}));
    return size;
}
std::size_t ignore(char*, std::size_t, std::size_t size, void*) {
    return size;
}

// A message on its way: what curl needs stays alive until the end.
class Errand {
 public:
    explicit Errand(const Message& message) : curl_((start_library(), curl_easy_init())) {
        if (!curl_) throw std::bad_alloc();
        for (const std::string& header : message.headers) append(headers_, header);
        append(recipients_, '<' + message.to + '>');
        mime_.reset(curl_mime_init(curl()));

        // The plainest part comes first: a reader shows the last one it understands (RFC 2046, 5.1.4).
        append(headers_, "Content-Type: multipart/alternative");
        add_part(mime_.get(), message.text, "text/plain; charset=utf-8");
        add_part(mime_.get(), message.html, "text/html; charset=utf-8");

        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_CONNECTTIMEOUT, 10L);
        set(CURLOPT_TIMEOUT, 60L);
        set(CURLOPT_MAIL_FROM, ('<' + message.from + '>').c_str());
        set(CURLOPT_MAIL_RCPT, recipients_.get());
        set(CURLOPT_HTTPHEADER, headers_.get());
        set(CURLOPT_MIMEPOST, mime_.get());
        set(CURLOPT_HEADERFUNCTION, hear);
        set(CURLOPT_HEADERDATA, &heard_);
        set(CURLOPT_WRITEFUNCTION, ignore);
        set(CURLOPT_ERRORBUFFER, error_);
    }
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    template <class T>
    void set(CURLoption option, T value) {
        if (curl_easy_setopt(curl(), option, value) != CURLE_OK)
            throw std::runtime_error("an option of curl");
    }
    CURL* curl() const { return curl_.get(); }

    std::string words(CURLcode code) const {
        std::string said = !heard_.empty() ? heard_ : error_[0] != '\0' ? error_ : curl_easy_strerror(code);
        if (!is_utf8(said)) said = curl_easy_strerror(code);
        return shortened(said, 300);
    }

 private:
    std::unique_ptr<CURL, Freed> curl_;
    List headers_, recipients_;
    std::unique_ptr<curl_mime, Freed> mime_;
    std::string heard_;
    char error_[CURL_ERROR_SIZE] = "";
};

std::string first_line_of(const std::string& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error("mail.password_file cannot be read");
    return std::string(trimmed(line));
}

// A password only travels encrypted, to a server whose certificate is good. Without one, encryption is used
// when offered, whoever signed for it: the alternative would be none.
void set_account(Errand& errand, const config::Mail& settings) {
    const bool is_closed = settings.server.starts_with("smtps://");
    if (settings.user.empty()) {
        errand.set(CURLOPT_USE_SSL, long{CURLUSESSL_TRY});
        errand.set(CURLOPT_SSL_VERIFYPEER, is_closed ? 1L : 0L);
        errand.set(CURLOPT_SSL_VERIFYHOST, is_closed ? 2L : 0L);
        return;
    }
    errand.set(CURLOPT_USE_SSL, long{CURLUSESSL_ALL});
    errand.set(CURLOPT_USERNAME, settings.user.c_str());
    errand.set(CURLOPT_PASSWORD, first_line_of(settings.password_file).c_str());
}

// A mail server for one message, inside this program: it says yes to everything, and listens on a name that
// is in no file system.
class Listener {
 public:
    Listener() : door_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un here{};
        here.sun_family = AF_UNIX;
        std::copy(name_.begin(), name_.end(), here.sun_path + 1);
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name_.size());
        if (bind(door_, reinterpret_cast<const sockaddr*>(&here), size) != 0 || listen(door_, 1) != 0) {
            close(door_);
            throw std::runtime_error("no line inside this program");
        }
        thread_ = std::thread([this] { talk(accept4(door_, nullptr, nullptr, SOCK_CLOEXEC)); });
    }
    ~Listener() { end(); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    const std::string& name() const { return name_; }
    // Without the dots that SMTP doubles at the start of a line.
    std::string message() {
        end();
        std::string out;
        for (std::size_t i = 0; i < message_.size(); ++i)
            if (!(message_[i] == '.' && (i == 0 || message_[i - 1] == '\n'))) out += message_[i];
        return out;
    }

 private:
    void end() {
        if (!thread_.joinable()) return;
        shutdown(door_, SHUT_RDWR);
        thread_.join();
        close(door_);
    }
    void talk(int line) {
        if (line < 0) return;
        std::string heard;
        say(line, "220 ready");
        std::string command;
        while (hear_until(line, heard, "\r\n", command) && command != "DATA") say(line, "250 fine");
        say(line, "354 go on");
        if (hear_until(line, heard, "\r\n.\r\n", message_)) message_ += "\r\n";
        say(line, "250 taken");
        close(line);
    }
    static void say(int line, std::string words) {
        words += "\r\n";
        static_cast<void>(send(line, words.data(), words.size(), MSG_NOSIGNAL));
    }
    static bool hear_until(int line, std::string& heard, std::string_view end, std::string& text) {
        for (auto at = heard.find(end);; at = heard.find(end)) {
            if (at != std::string::npos) {
                text = heard.substr(0, at);
                heard.erase(0, at + end.size());
                return true;
            }
            char piece[16 * 1024];
            const ssize_t size = recv(line, piece, sizeof piece, 0);
            if (size <= 0) return false;
            heard.append(piece, static_cast<std::size_t>(size));
        }
    }

    std::string name_ = "fabnum-mail-" + crypto::new_key();
    int door_;
    std::string message_;
    std::thread thread_;
};

}  // namespace

Delivery deliver(const Message& message, const config::Mail& settings) {
    Errand errand(message);
    errand.set(CURLOPT_URL, settings.server.c_str());
    set_account(errand, settings);
    const CURLcode code = curl_easy_perform(errand.curl());
    if (code == CURLE_OK) return {Fate::Taken, ""};

    long said = 0;
    curl_easy_getinfo(errand.curl(), CURLINFO_RESPONSE_CODE, &said);
    const bool is_about_us = code == CURLE_LOGIN_DENIED || code == CURLE_USE_SSL_FAILED;
    return {said >= 500 && said < 600 && !is_about_us ? Fate::Never : Fate::Later, errand.words(code)};
}

std::string as_sent(const Message& message) {
    Listener listener;
    Errand errand(message);
    errand.set(CURLOPT_URL, "smtp://localhost");
    errand.set(CURLOPT_ABSTRACT_UNIX_SOCKET, listener.name().c_str());

    if (const CURLcode code = curl_easy_perform(errand.curl()); code != CURLE_OK)
        throw std::runtime_error("a message cannot be made: " + errand.words(code));
    return listener.message();
}

}  // namespace fabnum::mail
