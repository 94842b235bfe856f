#include "platform/mail/smtp.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>

#include <curl/curl.h>

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
std::size_t ignore(char*, std::size_t, std::size_t size, void*) { return size; }

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
        if (curl_easy_setopt(curl(), option, value) != CURLE_OK) throw std::runtime_error("an option of curl");
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

// A mail server that says yes to everything, inside this program: it listens on a name of no file system.
class Listener {
   public:
    Listener() : door_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        sockaddr_un here{};
        here.sun_family = AF_UNIX;
        std::copy(name_.begin(), name_.end(), here.sun_path + 1);
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name_.size());
        if (bind(door_, reinterpret_cast<const sockaddr*>(&here), size) != 0 || ::listen(door_, 1) != 0) {
            close(door_);
            throw std::runtime_error("no line inside this program");
        }
    }
    ~Listener() {
        close(door_);
        if (line_ >= 0) close(line_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    const std::string& name() const { return name_; }
    bool is_done() const { return !message_.empty(); }
    void listen() {
        if (line_ < 0) {
            line_ = accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
            if (line_ < 0) return;
            answer("220 ready");
        }
        char piece[16 * 1024];
        for (ssize_t size; (size = recv(line_, piece, sizeof piece, MSG_DONTWAIT)) > 0;)
            heard_.append(piece, static_cast<std::size_t>(size));
        while (is_message_ ? end_message() : end_command()) {
        }
    }
    // Without the dots that SMTP doubles at the start of a line.
    std::string message() const {
        std::string out;
        for (std::size_t i = 0; i < message_.size(); ++i)
            if (!(message_[i] == '.' && (i == 0 || message_[i - 1] == '\n'))) out += message_[i];
        return out;
    }

   private:
    void answer(std::string_view words) {
        const std::string line = std::string(words) + "\r\n";
        if (send(line_, line.data(), line.size(), MSG_NOSIGNAL) < 0) throw std::runtime_error("a closed line");
    }
    bool end_command() {
        const auto end = heard_.find("\r\n");
        if (end == std::string::npos) return false;
        is_message_ = heard_.starts_with("DATA");
        answer(is_message_ ? "354 go on" : "250 fine");
        heard_.erase(0, end + 2);
        return true;
    }
    bool end_message() {
        const auto end = heard_.find("\r\n.\r\n");
        if (end == std::string::npos) return false;
        message_ = heard_.substr(0, end + 2);
        heard_.erase(0, end + 5);
        is_message_ = false;
        answer("250 taken");
        return true;
    }

    std::string name_ = "fabnum-mail-" + crypto::new_key();
    int door_, line_ = -1;
    bool is_message_ = false;
    std::string heard_, message_;
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

    const std::unique_ptr<CURLM, CURLMcode (*)(CURLM*)> several(curl_multi_init(), curl_multi_cleanup);
    curl_multi_add_handle(several.get(), errand.curl());
    for (int running = 1; running > 0 && !listener.is_done(); listener.listen()) {
        if (curl_multi_perform(several.get(), &running) != CURLM_OK) break;
        if (running > 0) curl_multi_poll(several.get(), nullptr, 0, 10, nullptr);
    }
    curl_multi_remove_handle(several.get(), errand.curl());
    return listener.message();
}

}  // namespace fabnum::mail
