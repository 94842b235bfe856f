#include "platform/i18n/sentence.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <unicode/messagepattern.h>

#include "platform/i18n/plural.h"
#include "platform/i18n/tongue.h"

namespace fabnum::i18n {

namespace {

// In MessageFormat a plain apostrophe before a brace quotes it: "l'{name}" would lose its blank. Here an
// apostrophe is always an apostrophe, so each is doubled before ICU reads the pattern.
icu::UnicodeString with_plain_apostrophes(std::string_view pattern) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(pattern);
    text.findAndReplace(icu::UnicodeString(u'\''), icu::UnicodeString(u"''"));
    return text;
}

std::optional<std::int64_t> as_number(const Fact* fact) {
    if (!fact) return std::nullopt;
    if (const auto* number = std::get_if<std::int64_t>(&fact->value)) return *number;
    const auto& text = std::get<std::string>(fact->value);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Whether French drops the e of "de" and "que" before that word: a vowel is heard. Before an h both are read,
// and before a y that begins a syllable ("Yanis") none is dropped.
bool elides(std::string_view value) {
    const std::string folded = search_key(value);
    if (folded.empty()) return false;
    if (folded[0] == 'y')
        return folded.size() > 1 && std::string_view("aeiou").find(folded[1]) == std::string_view::npos;
    return std::string_view("aeiou").find(folded[0]) != std::string_view::npos;
}

std::string_view word_of(Agreement agreement) {
    switch (agreement) {
        case Agreement::Feminine: return "f";
        case Agreement::Masculine: return "m";
        case Agreement::Neutral: return "other";
    }
    return "other";
}

}  // namespace

struct Sentence::Reader {
    icu::MessagePattern pattern;

    std::string substring(int32_t part) const { return utf8_of(pattern.getSubstring(pattern.getPart(part))); }

    // The message that starts at that part.
    Sentence message(int32_t at) const {
        Sentence sentence;
        int32_t from = pattern.getPart(at).getLimit();
        for (;;) {
            const icu::MessagePattern::Part& part = pattern.getPart(++at);
            if (part.getIndex() > from)
                append_text(sentence,
                            utf8_of(pattern.getPatternString().tempSubStringBetween(from, part.getIndex())));
            from = part.getLimit();
            if (part.getType() == UMSGPAT_PART_TYPE_MSG_LIMIT) return sentence;
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) sentence.pieces_.push_back(Count{});
            if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
                sentence.pieces_.push_back(argument(at));
                at = pattern.getLimitPartIndex(at);
                from = pattern.getPart(at).getLimit();
            }
        }
    }

    static void append_text(Sentence& sentence, const std::string& text) {
        if (text.find('}') != std::string::npos) throw std::invalid_argument("a } that closes nothing");
        if (!sentence.pieces_.empty())
            if (auto* last = std::get_if<std::string>(&sentence.pieces_.back())) {
                *last += text;
                return;
            }
        sentence.pieces_.emplace_back(text);
    }

    Piece argument(int32_t start) const {
        const auto type = pattern.getPart(start).getArgType();
        std::string name = substring(start + 1);
        switch (type) {
            case UMSGPAT_ARG_TYPE_NONE: return Blank{std::move(name)};
            case UMSGPAT_ARG_TYPE_SELECT: return choice(std::move(name), Kind::Select, start);
            case UMSGPAT_ARG_TYPE_PLURAL: return choice(std::move(name), Kind::Plural, start);
            case UMSGPAT_ARG_TYPE_SELECTORDINAL: return choice(std::move(name), Kind::Ordinal, start);
            default:
                throw std::invalid_argument("{" + name +
                                            "} has a form other than plural, selectordinal, select");
        }
    }

    Choice choice(std::string name, Kind kind, int32_t start) const {
        Choice choice{.name = std::move(name), .kind = kind, .offset = 0, .branches = {}};
        int32_t at = start + 2;
        if (kind != Kind::Select) {
            choice.offset = static_cast<std::int64_t>(pattern.getPluralOffset(at));
            if (is_numeric(at)) ++at;
        }
        for (const int32_t limit = pattern.getLimitPartIndex(start); at < limit; ++at) {
            std::string word = substring(at++);
            std::optional<std::int64_t> exactly;
            if (is_numeric(at))
                exactly = static_cast<std::int64_t>(pattern.getNumericValue(pattern.getPart(at++)));
            choice.branches.push_back({std::move(word), exactly, message(at)});
            at = pattern.getLimitPartIndex(at);
        }
        return choice;
    }

    bool is_numeric(int32_t part) const {
        return icu::MessagePattern::Part::hasNumericValue(pattern.getPartType(part));
    }
};

Sentence::Sentence(std::string_view pattern) {
    if (pattern.find_first_of("{}") == std::string_view::npos) {
        pieces_.emplace_back(std::string(pattern));
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    Reader reader{icu::MessagePattern(UMSGPAT_APOS_DOUBLE_OPTIONAL, status)};
    reader.pattern.parse(with_plain_apostrophes(pattern), &where, status);
    if (U_FAILURE(status))
        throw std::invalid_argument(std::string(u_errorName(status)) + " near “" +
                                    utf8_of(std::u16string_view(where.preContext)) + "”");
    *this = reader.message(0);
}

struct Sentence::Writer {
    std::string& text;
    const Words& words;
    std::span<const Fact> facts;

    const Fact* find(std::string_view name) const {
        const auto fact =
            std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == name; });
        return fact == facts.end() ? nullptr : &*fact;
    }

    void write(const Sentence& sentence, std::int64_t count) const {
        for (const Piece& piece : sentence.pieces_) {
            if (const auto* plain = std::get_if<std::string>(&piece))
                text += *plain;
            else if (const auto* blank = std::get_if<Blank>(&piece))
                fill(blank->name);
            else if (std::holds_alternative<Count>(piece))
                text += words.number(count);
            else
                write(std::get<Choice>(piece));
        }
    }

    // A blank that nobody fills stays visible.
    void fill(std::string_view name) const {
        const Fact* fact = find(name);
        if (!fact)
            text.append("{").append(name).append("}");
        else if (const auto* number = std::get_if<std::int64_t>(&fact->value))
            text += words.number(*number);
        else {
            const auto& value = std::get<std::string>(fact->value);
            if (words.voice().language == Language::French && elides(value)) elide_end();
            text += value;
        }
    }

    // "Bilan de " and "Inès" make "Bilan d’Inès".
    void elide_end() const {
        const auto is_word = [&](std::string_view word) {
            return text.ends_with(word) &&
                   (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
        };
        if (is_word("de ") || is_word("que ")) text.replace(text.size() - 2, 2, "’");
    }

    void write(const Choice& choice) const {
        const Fact* fact = find(choice.name);
        if (choice.kind == Kind::Select) {
            std::string_view word = "other";
            std::string digits;
            if (!fact && choice.name == "agreement")
                word = word_of(words.voice().agreement);
            else if (fact && std::holds_alternative<std::string>(fact->value))
                word = std::get<std::string>(fact->value);
            else if (fact)
                word = digits = std::to_string(std::get<std::int64_t>(fact->value));
            write(branch(choice, word), 0);
            return;
        }
        const auto number = as_number(fact);
        if (!number) {
            write(branch(choice, "other"), 0);
            return;
        }
        const auto count = *number - choice.offset;
        for (const Branch& exact : choice.branches)
            if (exact.exactly == *number) return write(exact.sentence, count);
        const auto form = choice.kind == Kind::Ordinal ? ranking_form : counting_form;
        write(branch(choice, form(words.voice().language, count)), count);
    }

    static const Sentence& branch(const Choice& choice, std::string_view word) {
        const Branch* other = nullptr;
        for (const Branch& branch : choice.branches) {
            if (branch.word == word) return branch.sentence;
            if (branch.word == "other") other = &branch;
        }
        return other->sentence;  // ICU refuses a pattern that has none
    }
};

void Sentence::write(std::string& text, const Words& words, std::span<const Fact> facts) const {
    Writer{text, words, facts}.write(*this, 0);
}

std::set<std::string> Sentence::blanks() const {
    std::set<std::string> names;
    for (const Piece& piece : pieces_) {
        if (const auto* blank = std::get_if<Blank>(&piece)) names.insert(blank->name);
        const auto* choice = std::get_if<Choice>(&piece);
        if (!choice) continue;
        names.insert(choice->name);
        for (const Branch& branch : choice->branches) names.merge(branch.sentence.blanks());
    }
    return names;
}

}  // namespace fabnum::i18n
