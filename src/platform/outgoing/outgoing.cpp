#include "platform/outgoing/outgoing.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/html/url.h"

namespace fabnum::outgoing {

namespace {

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct Freed {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// Nothing of a workshop is at the addresses by which machines of a data centre ask about themselves
// (169.254.0.0/16, fe80::/10), at all of them at once, or at none.
bool may_be_asked(const sockaddr* address) {
    if (address->sa_family == AF_INET) {
        const auto ip = ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr);
        return ip >> 16 != 0xA9FE && ip >> 28 != 0xE && ip >> 24 != 0 && ip != 0xFFFFFFFF;
    }
    if (address->sa_family != AF_INET6) return false;
    const auto& ip = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    return !IN6_IS_ADDR_LINKLOCAL(&ip) && !IN6_IS_ADDR_MULTICAST(&ip) && !IN6_IS_ADDR_UNSPECIFIED(&ip) &&
           !IN6_IS_ADDR_V4MAPPED(&ip);
}

curl_socket_t open_socket(void*, curlsocktype, curl_sockaddr* to) {
    if (!may_be_asked(&to->addr)) return CURL_SOCKET_BAD;
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

const char* word_of(Method method) {
    switch (method) {
        case Method::Get: return "GET";
        case Method::Post: return "POST";
        case Method::Put: return "PUT";
        case Method::Delete: return "DELETE";
    }
    return "GET";
}

bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

// A question on its way: what curl needs stays alive until the end.
class Errand {
 public:
    explicit Errand(const Question& question) : question_(question), curl_(curl_easy_init()) {
        if (!curl_) throw std::bad_alloc();
        if (!is_plain(question.path)) throw std::invalid_argument("a path with control characters");
        set(CURLOPT_URL, (question.to.text() + question.path).c_str());
        set(CURLOPT_PRIVATE, static_cast<void*>(this));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(question.limits.connecting.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(question.limits.whole.count()));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, 20L);
        set(CURLOPT_WRITEFUNCTION, take);
        set(CURLOPT_WRITEDATA, static_cast<void*>(this));
        set_headers();
        set_content();
        if (question.login) {
            set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_DIGEST));
            set(CURLOPT_USERNAME, question.login->user.c_str());
            set(CURLOPT_PASSWORD, question.login->password.c_str());
        }
    }
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;

    CURL* curl() const { return curl_.get(); }

    Answer answer(CURLcode code) {
        Answer answer;
        answer.fate = fate_of(code);
        if (answer.fate != Fate::Answered) return answer;
        long status = 0;
        curl_easy_getinfo(curl(), CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
        answer.body = std::move(body_);
        return answer;
    }

 private:
    template <class T>
    void set(CURLoption option, T value) {
        if (curl_easy_setopt(curl(), option, value) != CURLE_OK)
            throw std::runtime_error("an option of curl");
    }

    void add_header(const std::string& line) {
        if (!is_plain(line)) throw std::invalid_argument("a header with control characters");
        curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
        if (!longer) throw std::bad_alloc();
        static_cast<void>(headers_.release());
        headers_.reset(longer);
    }

    void set_headers() {
        for (const auto& [name, value] : question_.headers) {
            std::string line = name;
            line += ": ";
            line += value;
            add_header(line);
        }
        add_header("Expect:");  // small servers wait for ever on "100-continue"
        set(CURLOPT_HTTPHEADER, headers_.get());
    }

    void set_content() {
        set(CURLOPT_CUSTOMREQUEST, word_of(question_.method));
        if (question_.file) return set_file();
        if (!question_.form.empty()) return set_form();
        if (question_.method == Method::Get || (question_.method == Method::Delete && question_.body.empty()))
            return;
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(question_.body.size()));
        set(CURLOPT_POSTFIELDS, question_.body.c_str());
    }

    void set_form() {
        mime_.reset(curl_mime_init(curl()));
        for (const Part& part : question_.form) {
            curl_mimepart* one = curl_mime_addpart(mime_.get());
            curl_mime_name(one, part.name.c_str());
            if (part.file) {
                if (curl_mime_filedata(one, part.file->c_str()) != CURLE_OK)
                    throw std::runtime_error("a file to send is not there");
                curl_mime_filename(one, part.file_name.c_str());
                curl_mime_type(one, "application/octet-stream");
            } else {
                curl_mime_data(one, part.text.data(), part.text.size());
            }
        }
        set(CURLOPT_MIMEPOST, mime_.get());
    }

    void set_file() {
        file_.reset(std::fopen(question_.file->c_str(), "rbe"));
        if (!file_) throw std::runtime_error("a file to send is not there");
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(std::filesystem::file_size(*question_.file)));
        set(CURLOPT_READDATA, static_cast<void*>(file_.get()));
        set(CURLOPT_READFUNCTION, static_cast<std::size_t (*)(char*, std::size_t, std::size_t, void*)>(
                                      [](char* to, std::size_t size, std::size_t count, void* file) {
                                          return std::fread(to, size, count, static_cast<std::FILE*>(file));
                                      }));
        // A digest is asked for when the sending has begun: it begins again.
        set(CURLOPT_SEEKDATA, static_cast<void*>(file_.get()));
        set(CURLOPT_SEEKFUNCTION,
            static_cast<int (*)(void*, curl_off_t, int)>([](void* file, curl_off_t offset, int origin) {
                return std::fseek(static_cast<std::FILE*>(file), static_cast<long>(offset), origin) == 0
                           ? CURL_SEEKFUNC_OK
                           : CURL_SEEKFUNC_FAIL;
            }));
    }

    static std::size_t take(char* bytes, std::size_t, std::size_t size, void* self) {
        auto& errand = *static_cast<Errand*>(self);
        if (static_cast<std::int64_t>(errand.body_.size() + size) > errand.question_.limits.most_bytes) {
            errand.is_too_long_ = true;
            return 0;
        }
        errand.body_.append(bytes, size);
        return size;
    }

    Fate fate_of(CURLcode code) const {
        if (is_too_long_) return Fate::TooLong;
        switch (code) {
            case CURLE_OK: return Fate::Answered;
            case CURLE_OPERATION_TIMEDOUT: return Fate::TooSlow;
            case CURLE_GOT_NOTHING:
            case CURLE_PARTIAL_FILE:
            case CURLE_RECV_ERROR:
            case CURLE_SEND_ERROR:
            case CURLE_WEIRD_SERVER_REPLY:
            case CURLE_UNSUPPORTED_PROTOCOL:  // an answer of HTTP/0.9: a line without any head
            case CURLE_HTTP2: return Fate::BrokenOff;
            default: return Fate::Unreachable;
        }
    }

    const Question& question_;
    std::unique_ptr<CURL, Freed> curl_;
    std::unique_ptr<curl_slist, Freed> headers_;
    std::unique_ptr<curl_mime, Freed> mime_;
    std::unique_ptr<std::FILE, Freed> file_;
    std::string body_;
    bool is_too_long_ = false;
};

// Several errands under way at once.
class Round {
 public:
    Round() : multi_(curl_multi_init()) {
        if (!multi_) throw std::bad_alloc();
        curl_multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, 64L);
    }
    ~Round() {
        for (const auto& errand : errands_) curl_multi_remove_handle(multi_, errand->curl());
        errands_.clear();
        curl_multi_cleanup(multi_);
    }
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    void add(const Question& question) {
        errands_.push_back(std::make_unique<Errand>(question));
        curl_multi_add_handle(multi_, errands_.back()->curl());
    }

    std::vector<Answer> run() {
        std::vector<Answer> answers(errands_.size());
        for (int running = 1; running > 0;) {
            if (curl_multi_perform(multi_, &running) != CURLM_OK) break;
            collect(answers);
            if (running > 0 && curl_multi_poll(multi_, nullptr, 0, 200, nullptr) != CURLM_OK) break;
        }
        return answers;
    }

 private:
    void collect(std::vector<Answer>& answers) {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            for (std::size_t i = 0; i < errands_.size(); ++i)
                if (errands_[i]->curl() == message->easy_handle)
                    answers[i] = errands_[i]->answer(message->data.result);
        }
    }

    CURLM* multi_;
    std::vector<std::unique_ptr<Errand>> errands_;
};

std::optional<std::string> part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return std::nullopt;
    std::string copy = text;
    curl_free(text);
    return copy;
}

}  // namespace

Result<Address> Address::read(std::string_view text) {
    start_library();
    const std::string typed(text);
    const std::unique_ptr<CURLU, Freed> url(curl_url());
    if (!url) throw std::bad_alloc();
    if (typed.size() > 300 || !is_plain(typed) || typed.find(' ') != std::string::npos ||
        curl_url_set(url.get(), CURLUPART_URL, typed.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return Refusal{"outgoing.not_an_address"};
    const auto scheme = part_of(url.get(), CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https") return Refusal{"outgoing.not_an_address"};
    if (part_of(url.get(), CURLUPART_USER) || part_of(url.get(), CURLUPART_PASSWORD))
        return Refusal{"outgoing.no_account"};
    if (part_of(url.get(), CURLUPART_QUERY) || part_of(url.get(), CURLUPART_FRAGMENT))
        return Refusal{"outgoing.not_an_address"};
    auto whole = part_of(url.get(), CURLUPART_URL).value_or("");
    while (whole.ends_with('/')) whole.pop_back();
    return Address(std::move(whole));
}

Answer ask(const Question& question) {
    return ask_all({question}).front();
}

std::vector<Answer> ask_all(const std::vector<Question>& questions) {
    start_library();
    Round round;
    for (const Question& question : questions) round.add(question);
    return round.run();
}

std::string escaped(std::string_view text) {
    return html::percent_encoded(text);
}

std::string escaped_path(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at <= path.size();) {
        const auto slash = std::min(path.find('/', at), path.size());
        if (at > 0) out += '/';
        out += html::percent_encoded(path.substr(at, slash - at));
        at = slash + 1;
    }
    return out;
}

}  // namespace fabnum::outgoing
