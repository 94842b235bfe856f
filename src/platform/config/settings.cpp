#include "platform/config/settings.h"

#include <charconv>
#include <optional>

#include <arpa/inet.h>

#include "base/text.h"

namespace fabnum::config {

namespace {

template <class Number>
bool accept_number(Number& number, std::string_view text, Number least, Number most) {
    Number read{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    if (error != std::errc{} || end != text.data() + text.size() || read < least || read > most) return false;
    number = read;
    return true;
}

// A switch may stand alone on the command line.
bool accept_switch(bool& on, std::string_view text) {
    if (text != "" && text != "true" && text != "false") return false;
    on = text != "false";
    return true;
}

bool accept_text(std::string& kept, std::string_view text) {
    if (text.empty()) return false;
    kept = text;
    return true;
}

bool is_address(int family, const std::string& text) {
    unsigned char room[sizeof(in6_addr)];
    return inet_pton(family, text.c_str(), room) == 1;
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080".
bool accept_listen(Config& config, std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return false;
    std::string host(text.substr(0, colon));
    if (host == "localhost") host = "127.0.0.1";
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
        if (!is_address(AF_INET6, host)) return false;
    } else if (!is_address(AF_INET, host)) {
        return false;
    }
    if (!accept_number<std::uint16_t>(config.listen_port, text.substr(colon + 1), 0, 65535)) return false;
    config.listen_address = host;
    return true;
}

bool starts_with_one_of(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    for (const std::string_view beginning : beginnings)
        if (text.starts_with(beginning) && text.size() > beginning.size()) return true;
    return false;
}

bool accept_public_address(Config& config, std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    if (!starts_with_one_of(text, {"https://", "http://"})) return false;
    const std::string_view host = text.substr(text.find("//") + 2);
    if (host.find_first_of("/?#@ \t\"<>") != std::string_view::npos)
        return false;  // the product is at the root
    config.public_address = text;
    return true;
}

bool accept_database(Config& config, std::string_view text) {
    if (!starts_with_one_of(text, {"postgresql://", "postgres://"})) return false;
    config.database = text;
    return true;
}

bool is_network(std::string_view text) {
    const auto slash = text.find('/');
    const std::string address(text.substr(0, slash));
    const bool v4 = is_address(AF_INET, address);
    if (!v4 && !is_address(AF_INET6, address)) return false;
    int bits = 0;
    return slash == std::string_view::npos || accept_number(bits, text.substr(slash + 1), 0, v4 ? 32 : 128);
}

bool accept_trusted_proxies(Config& config, std::string_view text) {
    std::vector<std::string> proxies;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view proxy = trimmed(text.substr(0, comma));
        if (!is_network(proxy)) return false;
        proxies.emplace_back(proxy);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    config.trusted_proxies = std::move(proxies);
    return true;
}

bool accept_mail_server(Config& config, std::string_view text) {
    if (!starts_with_one_of(text, {"smtp://", "smtps://"})) return false;
    config.mail.server = text;
    return true;
}

// "Name <box@host>" or "box@host"; a line end would let a header in.
bool accept_mail_from(Config& config, std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size() || !is_utf8(text)) return false;
    if (text.find_first_of("\r\n") != std::string_view::npos) return false;
    if (text.find('<') != std::string_view::npos && !text.ends_with('>')) return false;
    config.mail.from = text;
    return true;
}

// "2026-11-24T09:30".
bool accept_at(Config& config, std::string_view text) {
    constexpr std::string_view shape = "2026-11-24T09:30";
    if (text.size() != shape.size() || text[10] != 'T' || text[13] != ':') return false;
    const auto day = day_from_iso(text.substr(0, 10));
    int hours = 0, minutes = 0;
    if (!day || !accept_number(hours, text.substr(11, 2), 0, 23) ||
        !accept_number(minutes, text.substr(14, 2), 0, 59))
        return false;
    config.at = Moment{.day = *day, .minutes = hours * 60 + minutes};
    return true;
}

const Setting all[] = {
    {"data", "DIR", "--data ./data", "the folder that holds everything this house keeps (default: data)",
     [](Config& c, std::string_view t) { return t.empty() ? false : (c.data = t, true); }},
    {"listen", "HOST:PORT", "127.0.0.1:8080",
     "where to answer (default: 127.0.0.1:8080; port 0: any free one)", accept_listen},
    {"public-address", "URL", "https://fabnum.example",
     "the address that people type, for links in letters (default: the one listened to)",
     accept_public_address},
    {"database", "URL", "postgresql://fabnum@localhost/fabnum",
     "a PostgreSQL database (default: SQLite in the data folder)", accept_database},
    {"certificate-file", "FILE", "/etc/ssl/fabnum/fullchain.pem",
     "answer in TLS with this certificate chain (PEM)",
     [](Config& c, std::string_view t) { return accept_text(c.certificate_file, t); }},
    {"key-file", "FILE", "/etc/ssl/fabnum/key.pem", "the certificate's private key (PEM)",
     [](Config& c, std::string_view t) { return accept_text(c.key_file, t); }},
    {"trusted-proxies", "LIST", "127.0.0.1, 10.0.0.0/8",
     "reverse proxies whose X-Forwarded-* headers are believed (default: none)", accept_trusted_proxies},
    {"mail-server", "URL", "smtp://mail.example:587",
     "who sends letters (default: nobody; they are kept and shown)", accept_mail_server},
    {"mail-user", "NAME", "fabnum", "the account on that server",
     [](Config& c, std::string_view t) { return accept_text(c.mail.user, t); }},
    {"mail-password-file", "FILE", "/etc/fabnum/mail-password", "the file that holds the account's password",
     [](Config& c, std::string_view t) { return accept_text(c.mail.password_file, t); }},
    {"mail-from", "ADDRESS", "Fab’Num <bonjour@fabnum.example>", "the sender that letters name",
     accept_mail_from},
    {"workers", "COUNT", "16", "requests worked on at the same time, 2 to 256 (default: 16)",
     [](Config& c, std::string_view t) { return accept_number(c.workers, t, 2, 256); }},
    {"io-threads", "COUNT", "2", "threads that read and write sockets, 1 to 64 (default: 2)",
     [](Config& c, std::string_view t) { return accept_number(c.io_threads, t, 1, 64); }},
    {"demo", "", "true", "fill an empty data folder with the demonstration lab",
     [](Config& c, std::string_view t) { return accept_switch(c.demo, t); }},
    {"at", "TIME", "2026-11-24T09:30",
     "with --demo: the time in Paris that the lab believes it is (default: now)", accept_at},
    {"development", "", "true", "show /design, read assets from disk",
     [](Config& c, std::string_view t) { return accept_switch(c.development, t); }},
};

}  // namespace

std::span<const Setting> settings() {
    return all;
}

}  // namespace fabnum::config
