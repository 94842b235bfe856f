#include "platform/forms/form.h"

#include <charconv>

#include "base/contact.h"
#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/i18n/i18n.h"

namespace fabnum::forms {

namespace {

// One space where several stood, none at the ends; line ends become spaces too.
std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text))
        if (c != '\r') out += c;
    return out;
}

bool has_control(std::string_view text) {
    for (const char c : text)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return true;
    return false;
}

}  // namespace

Form::Form(const web::Visit& visit) : today_(visit.today()) {
    for (const auto& [name, value] : visit.request().form.items())
        if (name != "once") typed_.emplace_back(name, value);
}

std::string Form::typed(std::string_view name) const {
    for (const auto& [field, value] : typed_)
        if (field == name) return value;
    return {};
}

std::vector<std::string> Form::all_typed(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [field, value] : typed_)
        if (field == name) values.push_back(value);
    return values;
}

bool Form::has(std::string_view name, std::string_view value) const {
    for (const auto& [field, given] : typed_)
        if (field == name && given == value) return true;
    return false;
}

Form& Form::put(std::string_view name, std::string value) {
    typed_.emplace_back(std::string(name), std::move(value));
    return *this;
}

std::string Form::read_text(std::string_view name, const Text& text, bool one_line) {
    const std::string value = one_line ? on_one_line(typed(name)) : with_plain_line_ends(typed(name));
    if (value.empty()) {
        if (text.need == Need::Must) refuse(name, {text.missing});
        return {};
    }
    const auto length = length_of(value);
    if (has_control(value)) {
        refuse(name, {"forms.strange_characters"});
    } else if (length < text.least) {
        refuse(name, {"forms.too_short", {{"least", std::to_string(text.least)}}});
    } else if (length > text.most) {
        refuse(name, {"forms.too_long",
                      {{"most", std::to_string(text.most)}, {"over", std::to_string(length - text.most)}}});
    }
    return value;
}

std::string Form::text(std::string_view name, const Text& text) {
    return read_text(name, text, true);
}
std::string Form::paragraph(std::string_view name, const Text& text) {
    return read_text(name, text, false);
}

std::optional<Day> Form::day(std::string_view name, Need need) {
    const std::string value = on_one_line(typed(name));
    if (value.empty()) {
        if (need == Need::Must) refuse(name, {"forms.day_missing"});
        return std::nullopt;
    }
    auto day = i18n::day_from(value, today_);
    if (!day) refuse(name, {"forms.day_unclear"});
    return day;
}

std::optional<std::int64_t> Form::number(std::string_view name, std::int64_t least, std::int64_t most,
                                         Need need) {
    std::string digits;
    for (const char c : on_one_line(typed(name)))
        if (c != ' ') digits += c;
    if (digits.empty()) {
        if (need == Need::Must)
            refuse(name, {"forms.number_missing", {{"example", std::to_string(least > 0 ? least : 1)}}});
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < least || value > most) {
        refuse(name,
               {"forms.number_unclear", {{"least", std::to_string(least)}, {"most", std::to_string(most)}}});
        return std::nullopt;
    }
    return value;
}

std::optional<Money> Form::money(std::string_view name, Need need) {
    const std::string value = on_one_line(typed(name));
    if (value.empty()) {
        if (need == Need::Must) refuse(name, {"forms.money_missing"});
        return std::nullopt;
    }
    auto money = i18n::money_from(value);
    if (!money) refuse(name, {"forms.money_unclear"});
    return money;
}

std::optional<std::int64_t> Form::minutes(std::string_view name, Need need) {
    const std::string value = on_one_line(typed(name));
    if (value.empty()) {
        if (need == Need::Must) refuse(name, {"forms.minutes_missing"});
        return std::nullopt;
    }
    auto minutes = i18n::minutes_from(value);
    if (!minutes) refuse(name, {"forms.minutes_unclear"});
    return minutes;
}

std::optional<std::string> Form::mail(std::string_view name, Need need) {
    const std::string value = on_one_line(typed(name));
    if (value.empty()) {
        if (need == Need::Must) refuse(name, {"forms.mail_missing"});
        return std::nullopt;
    }
    if (!looks_like_mail(value)) {
        refuse(name, {"forms.mail_unclear"});
        return std::nullopt;
    }
    return value;
}

std::optional<std::string> Form::phone(std::string_view name, Need need) {
    const std::string value = on_one_line(typed(name));
    if (value.empty()) {
        if (need == Need::Must) refuse(name, {"forms.phone_missing"});
        return std::nullopt;
    }
    if (!looks_like_phone(value)) {
        refuse(name, {"forms.phone_unclear"});
        return std::nullopt;
    }
    return value;
}

std::optional<std::string> Form::drawing(std::string_view name) const {
    constexpr std::string_view head = "data:image/png;base64,";
    const std::string value = typed(name);
    if (!value.starts_with(head)) return std::nullopt;
    std::string url_safe;
    for (const char c : std::string_view(value).substr(head.size()))
        if (c != '=') url_safe += c == '+' ? '-' : c == '/' ? '_' : c;
    return crypto::from_base64url(url_safe);
}

bool Form::checked(std::string_view name) const {
    return !typed(name).empty();
}

void Form::refuse(std::string_view name, Refusal why) {
    if (!problem_of(name)) problems_.push_back({std::string(name), std::move(why)});
}

const Refusal* Form::problem_of(std::string_view name) const {
    for (const auto& problem : problems_)
        if (problem.field == name) return &problem.why;
    return nullptr;
}

std::int64_t Form::whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : 0;
}

}  // namespace fabnum::forms
