#include "base/contact.h"

namespace fabnum {

namespace {

// Digits and a leading +; an 'x' for whatever else stands there.
std::string compact(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty()))
            digits += c;
        else if (c != ' ' && c != '.' && c != '-')
            digits += 'x';
    }
    return digits;
}

}  // namespace

bool looks_like_mail(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.size() > 254) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 2 >= domain.size()) return false;
    for (const char c : text)
        if (c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == 0x7F) return false;
    return domain.find('@') == std::string_view::npos && domain.find("..") == std::string_view::npos;
}

bool looks_like_phone(std::string_view text) {
    const std::string digits = compact(text);
    const bool french = digits.size() == 10 && digits.front() == '0';
    const bool abroad = digits.size() >= 8 && digits.size() <= 16 && digits.front() == '+';
    return (french || abroad) && digits.find('x') == std::string::npos;
}

std::string phone_key(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    if (text.find("+33") != std::string_view::npos && digits.starts_with("33"))
        digits = "0" + digits.substr(2);
    if (digits.starts_with("00")) digits = digits.starts_with("0033") ? "0" + digits.substr(4) : digits;
    return digits;
}

}  // namespace fabnum
