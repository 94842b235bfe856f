#include "platform/mail/message.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::mail {
namespace {

constexpr html::Markup::Literal style =
    "<style>"
    "body{margin:0 auto;max-width:36rem;padding:1.5rem 1rem;font:1rem/1.5 sans-serif;color:#1c1b1a}"
    ".go a{display:inline-block;padding:.75rem 1.25rem;border-radius:.5rem;background:#1d4ed8;color:#ffffff;"
    "text-decoration:none;font-weight:bold}"
    ".small{font-size:.875rem;color:#57534e}"
    "</style>";

i18n::Words words_of(const Letter& letter) {
    const bool is_english = letter.language == "en", is_tu = letter.language == "fr-tu";
    return i18n::Words({.language = is_english ? i18n::Language::English : i18n::Language::French,
                        .address = is_tu ? i18n::Address::Tu : i18n::Address::Vous});
}

std::string_view tag_of(const i18n::Words& words) {
    return i18n::tag_of(words.voice().language);
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
}

// Control characters have no place in a header; an end of line would start another one.
std::string one_line(std::string_view text) {
    std::string line(is_utf8(text) ? text : "?");
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return std::string(trimmed(line));
}

std::string named(const Mailbox& box) {
    return box.name.empty() ? box.address : header_text(box.name) + " <" + box.address + ">";
}

// "Tue, 24 Nov 2026 08:02:00 +0000"
std::string date_of(Instant at) {
    constexpr const char* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    using std::chrono::floor;
    const std::chrono::sys_time<std::chrono::microseconds> time{std::chrono::microseconds{at.micros}};
    const auto day = floor<std::chrono::days>(time);
    const std::chrono::year_month_day ymd{day};
    const std::chrono::hh_mm_ss clock{floor<std::chrono::seconds>(time - day)};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d +0000",
                  weekdays[std::chrono::weekday{day}.c_encoding()], unsigned{ymd.day()},
                  months[unsigned{ymd.month()} - 1], int{ymd.year()}, static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text;
}

// The same for every try of one letter, so that a mailbox shows it once.
std::string message_id(const Letter& letter, const std::string& from, Instant written_at) {
    const std::string what = letter.to + '\n' + letter.subject + '\n' + letter.link + '\n' +
                             std::to_string(written_at.micros) + '\n' + std::to_string(letter.about);
    return '<' + crypto::sha256_hex(what).substr(0, 32) + from.substr(std::min(from.find('@'), from.size())) +
           '>';
}

// Lines end as mail wants them.
std::string with_line_ends(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

std::string text_of(const Letter& letter, const i18n::Words& words) {
    std::string text;
    for (const std::string& paragraph : letter.paragraphs) text += paragraph + "\n\n";
    if (!letter.link.empty()) text += letter.link_words + "\n" + letter.link + "\n\n";
    text += "-- \n";
    if (!letter.footer.empty()) text += letter.footer + "\n";
    return with_line_ends(text + words("mail.automatic") + "\n");
}

html::Markup lines_of(std::string_view paragraph) {
    html::Markup out;
    for (;;) {
        const auto end = paragraph.find('\n');
        out += html::text(paragraph.substr(0, end));
        if (end == std::string_view::npos) return out;
        out += html::br({});
        paragraph.remove_prefix(end + 1);
    }
}

std::string html_of(const Letter& letter, const i18n::Words& words) {
    html::Markup body = html::each(
        letter.paragraphs, [](const std::string& paragraph) { return html::p({lines_of(paragraph)}); });
    if (!letter.link.empty()) {
        const auto url = html::Url::web(letter.link);
        if (!url) throw std::logic_error("a letter's link is no web address");
        body += html::p({html::cls("go"), html::a({html::href(*url), letter.link_words})});
        body += html::p({html::cls("small"), words("mail.copy_link"), html::br({}), letter.link});
    }
    body += html::hr({});
    if (!letter.footer.empty()) body += html::p({html::cls("small"), letter.footer});
    body += html::p({html::cls("small"), words("mail.automatic")});
    return with_line_ends(html::print({.language = std::string(tag_of(words)),
                                       .title = letter.subject,
                                       .head = html::Markup(style),
                                       .body = std::move(body)}));
}

}  // namespace

Mailbox mailbox_from(std::string_view text) {
    const auto open = text.rfind('<');
    if (open == std::string_view::npos) return {"", std::string(trimmed(text))};
    std::string_view name = trimmed(text.substr(0, open));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    const auto close = std::min(text.find('>', open), text.size());
    return {std::string(name), std::string(trimmed(text.substr(open + 1, close - open - 1)))};
}

// Each encoded word holds whole characters, and fits a line of 76 behind the name of its header.
std::string header_text(std::string_view text) {
    const std::string line = one_line(text);
    if (line.size() <= 60 && std::all_of(line.begin(), line.end(), is_plain)) return line;
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = std::min(at + 39, line.size());
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + crypto::base64(line.substr(at, end - at)) +
               "?=";
        at = end;
    }
    return out;
}

Message message_of(const Letter& letter, const config::Mail& settings, Instant written_at) {
    const Mailbox from = mailbox_from(settings.from), to{letter.to_name, letter.to};
    if (!is_address(from.address))
        throw std::runtime_error("mail.from is no address: " + one_line(settings.from));
    if (!is_address(to.address)) throw std::logic_error("a letter to no address");
    const i18n::Words words = words_of(letter);
    return {.from = from.address,
            .to = to.address,
            .headers = {"Date: " + date_of(written_at), "From: " + named(from), "To: " + named(to),
                        "Subject: " + header_text(shortened(one_line(letter.subject), 200)),
                        "Message-ID: " + message_id(letter, from.address, written_at),
                        "Auto-Submitted: auto-generated", "Content-Language: " + std::string(tag_of(words))},
            .text = text_of(letter, words),
            .html = html_of(letter, words)};
}

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    const std::string_view place = text.substr(at + 1);
    if (place.find('@') != std::string_view::npos || place.find('.') == std::string_view::npos) return false;
    if (text.find("..") != std::string_view::npos || place.starts_with('.') || place.ends_with('.'))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7F && std::string_view("()<>[]:;,\\\"").find(c) == std::string_view::npos;
    });
}

}  // namespace fabnum::mail
