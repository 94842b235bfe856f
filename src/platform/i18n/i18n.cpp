#include "platform/i18n/i18n.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "platform/i18n/catalogue.h"

namespace fabnum::i18n {

namespace {

const Sentence* sentence_of(const Voice& voice, std::string_view key) {
    const Catalogues& all = catalogues();
    if (voice.language == Language::English) return all.en.find(key);
    if (voice.address == Address::Tu)
        if (const Sentence* said_tu = all.tu.find(key)) return said_tu;
    return all.fr.find(key);
}

std::string said(const Words& words, std::string_view key, std::span<const Fact> facts) {
    std::string text;
    if (const Sentence* sentence = sentence_of(words.voice(), key))
        sentence->write(text, words, facts);
    else
        text.append("⟦").append(key).append("⟧");
    return text;
}

// One range of an Accept-Language header: "en-GB;q=0.8".
struct Preference {
    std::string_view language;
    double weight = 1;
};

Preference preference_from(std::string_view range) {
    const auto end = range.find(';');
    Preference preference{trimmed(range.substr(0, end))};
    if (end == std::string_view::npos) return preference;
    const std::string_view parameter = trimmed(range.substr(end + 1));
    if (!parameter.starts_with("q=")) return preference;
    preference.weight = 0;  // and stays so if the number is not one
    std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), preference.weight);
    return preference;
}

bool is_language(std::string_view range, std::string_view tag) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return range.size() >= 2 && lower(range[0]) == tag[0] && lower(range[1]) == tag[1] &&
           (range.size() == 2 || range[2] == '-');
}

}  // namespace

std::string_view tag_of(Language language) {
    return language == Language::English ? "en" : "fr";
}

Language language_from(std::string_view accept_language) {
    double french = 0, english = 0;
    while (!accept_language.empty()) {
        const auto end = std::min(accept_language.find(','), accept_language.size());
        const Preference preference = preference_from(accept_language.substr(0, end));
        if (is_language(preference.language, "fr")) french = std::max(french, preference.weight);
        if (is_language(preference.language, "en")) english = std::max(english, preference.weight);
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
    }
    return english > french ? Language::English : Language::French;
}

std::string Words::operator()(std::string_view key) const {
    return said(*this, key, {});
}

std::string Words::operator()(std::string_view key, std::initializer_list<Fact> facts) const {
    return said(*this, key, {facts.begin(), facts.size()});
}

std::string Words::operator()(const Refusal& refusal) const {
    std::vector<Fact> facts;
    facts.reserve(refusal.facts.size());
    for (const auto& [name, value] : refusal.facts) facts.emplace_back(name, value);
    return said(*this, refusal.key, facts);
}

bool Words::has(std::string_view key) const {
    return sentence_of(voice_, key) != nullptr;
}

std::vector<std::string_view> keys(std::string_view voice) {
    const Catalogues& all = catalogues();
    if (voice == "fr") return all.fr.keys();
    if (voice == "fr-tu") return all.tu.keys();
    if (voice == "en") return all.en.keys();
    return {};
}

}  // namespace fabnum::i18n
