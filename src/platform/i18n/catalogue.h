#pragma once

// The sentences of one voice, read once from the embedded files locales/<voice>/. Private to the folder.

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "platform/i18n/sentence.h"

namespace fabnum::i18n {

// From key ("orders.accept") to sentence.
class Catalogue {
 public:
    // Throws std::runtime_error with every fault of every file of that voice.
    explicit Catalogue(std::string_view voice);

    const Sentence* find(std::string_view key) const;
    std::vector<std::string_view> keys() const;  // sorted

 private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    std::unordered_map<std::string, Sentence, Hash, std::equal_to<>> sentences_;
};

struct Catalogues {
    Catalogue fr{"fr"}, tu{"fr-tu"}, en{"en"};
};
const Catalogues& catalogues();

}  // namespace fabnum::i18n
