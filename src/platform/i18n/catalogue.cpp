#include "platform/i18n/catalogue.h"

#include <algorithm>
#include <stdexcept>

#include <toml++/toml.h>

#include "platform/assets/assets.h"

namespace fabnum::i18n {

namespace {

constexpr std::string_view extension = ".toml";

// Adds the strings of a table under "room." and, one level down, under "room.table."; [meta] speaks about the
// file and holds no sentence.
template <class Add>
void each_string(const toml::table& table, const std::string& prefix, bool nested, const Add& add) {
    for (const auto& [name, node] : table) {
        if (!nested && name == "meta") continue;
        const std::string key = prefix + std::string(name.str());
        if (const auto* text = node.as_string())
            add(key, text->get());
        else if (const auto* inner = node.as_table(); inner && !nested)
            each_string(*inner, key + ".", true, add);
        else
            throw std::invalid_argument(key + " is neither a sentence nor a table of sentences");
    }
}

}  // namespace

Catalogue::Catalogue(std::string_view voice) {
    const std::string folder = "locales/" + std::string(voice) + "/";
    std::string faults;
    for (const assets::Embedded& file : assets::under(folder)) {
        if (!file.name.ends_with(extension)) continue;
        const auto fault = [&](const std::string& what) {
            faults += std::string(file.name) + ": " + what + "\n";
        };
        std::string room(
            file.name.substr(folder.size(), file.name.size() - folder.size() - extension.size()));
        std::replace(room.begin(), room.end(), '/', '.');
        try {
            each_string(toml::parse(file.bytes), room + ".", false,
                        [&](const std::string& key, const auto& text) {
                            try {
                                sentences_.emplace(key, Sentence(text));
                            } catch (const std::invalid_argument& wrong) {
                                fault(key + ": " + wrong.what());
                            }
                        });
        } catch (const toml::parse_error& wrong) {
            fault("line " + std::to_string(wrong.source().begin.line) + ": " +
                  std::string(wrong.description()));
        } catch (const std::invalid_argument& wrong) {
            fault(wrong.what());
        }
    }
    if (!faults.empty()) throw std::runtime_error("catalogues that cannot be read:\n" + faults);
}

const Sentence* Catalogue::find(std::string_view key) const {
    const auto found = sentences_.find(key);
    return found == sentences_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> Catalogue::keys() const {
    std::vector<std::string_view> keys;
    keys.reserve(sentences_.size());
    for (const auto& [key, sentence] : sentences_) keys.emplace_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

const Catalogues& catalogues() {
    static const Catalogues all;
    return all;
}

}  // namespace fabnum::i18n
