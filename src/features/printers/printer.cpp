#include "features/printers/printer.h"

#include <algorithm>

#include "base/words.h"
#include "platform/i18n/i18n.h"

namespace fabnum::printers {

namespace {

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view last_part(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::string_view word_of(Kind kind) {
    return word_in(kinds, kind);
}
Kind kind_from(std::string_view word) {
    return value_in(kinds, word);
}
std::string_view word_of(Condition condition) {
    return word_in(conditions, condition);
}
Condition condition_from(std::string_view word) {
    return value_in(conditions, word);
}

std::string name_for(std::int64_t job, std::string_view title) {
    std::string words;
    for (const char c : i18n::search_key(title)) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain)
            words += c;
        else if (!words.empty() && words.back() != '-')
            words += '-';
        if (words.size() == 24) break;
    }
    while (words.ends_with('-')) words.pop_back();
    return "f" + std::to_string(job) + (words.empty() ? "" : "-" + words) + ".gcode";
}

bool is_file(std::string_view named_by_printer, std::string_view name) {
    const std::string theirs = small(last_part(named_by_printer)), ours = small(name);
    if (theirs.empty() || ours.empty()) return false;
    if (theirs == ours) return true;
    // "F412-M~1.GCO": its first six letters.
    const auto wave = theirs.find('~');
    return wave != std::string::npos && wave > 1 && ours.compare(0, wave, theirs, 0, wave) == 0;
}

}  // namespace fabnum::printers
