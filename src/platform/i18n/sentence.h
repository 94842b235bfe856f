#pragma once

// A sentence of a catalogue, read once from ICU's MessageFormat syntax, then written many times. ICU reads
// the syntax and knows the plurals; the writing is ours because icu::MessageFormat belongs to one thread and
// weighs thousands of bytes a sentence. Private to the folder.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {

class Sentence {
 public:
    // Throws std::invalid_argument, saying what is wrong, for a pattern that MessageFormat would not read or
    // that asks for more than blanks, plural, selectordinal and select.
    explicit Sentence(std::string_view pattern);

    void write(std::string& text, const Words& words, std::span<const Fact> facts) const;
    std::set<std::string> blanks() const;  // the names of the facts it asks for

 private:
    struct Choice;
    struct Blank {
        std::string name;
    };
    struct Count {};  // "#" in a plural
    using Piece = std::variant<std::string, Blank, Count, Choice>;

    struct Branch;
    enum class Kind { Select, Plural, Ordinal };
    struct Choice {
        std::string name;
        Kind kind = Kind::Select;
        std::int64_t offset = 0;
        std::vector<Branch> branches;
    };

    Sentence() = default;
    struct Reader;
    struct Writer;

    std::vector<Piece> pieces_;
};

struct Sentence::Branch {
    std::string word;                     // "other", "one", "f"
    std::optional<std::int64_t> exactly;  // "=0"
    Sentence sentence;
};

}  // namespace fabnum::i18n
