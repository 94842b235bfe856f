#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "platform/i18n/i18n.h"
#include "platform/i18n/tongue.h"

namespace fabnum::i18n {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What Unicode does not decompose but people type apart, or type with the key at hand.
std::string_view typed_as(UChar32 character) {
    switch (character) {
        case 0x153: return "oe";
        case 0xE6: return "ae";
        case 0xF8: return "o";
        case 0x111: return "d";
        case 0x142: return "l";
        case 0x131: return "i";
        case 0x2018:
        case 0x2019:
        case 0x2BC:
        case 0x2032: return "'";
        case 0xAB:
        case 0xBB:
        case 0x201C:
        case 0x201D: return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212: return "-";
        default: return {};
    }
}

// ICU's own, read once; they are immutable.
struct Folding {
    const icu::Normalizer2* fold = nullptr;
    const icu::Normalizer2* apart = nullptr;

    Folding() {
        UErrorCode status = U_ZERO_ERROR;
        fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        apart = icu::Normalizer2::getNFDInstance(status);
        expect_success(status);
    }
};

std::string without_accents(std::string_view text) {
    static const Folding folding;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        folding.apart->normalize(folding.fold->normalize(icu::UnicodeString::fromUTF8(text), status), status);
    expect_success(status);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const UChar32 character = folded.char32At(at);
        if (U_GET_GC_MASK(character) & U_GC_M_MASK) continue;
        if (const std::string_view typed = typed_as(character); !typed.empty())
            bare.append(icu::UnicodeString::fromUTF8(typed));
        else
            bare.append(u_isUWhiteSpace(character) ? UChar32{' '} : character);
    }
    std::string utf8;
    return bare.toUTF8String(utf8);
}

}  // namespace

std::string search_key(std::string_view text) {
    std::string bare;
    if (!is_ascii(text)) text = bare = without_accents(text);
    std::string key;
    key.reserve(text.size());
    for (const char c : text) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::vector<std::string> search_words(std::string_view text) {
    const auto is_of_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    const std::string key = search_key(text);
    std::vector<std::string> words;
    for (auto from = key.begin(); from != key.end();) {
        from = std::find_if(from, key.end(), is_of_word);
        const auto end = std::find_if_not(from, key.end(), is_of_word);
        const std::string word(from, end);
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
        from = end;
    }
    return words;
}

}  // namespace fabnum::i18n
