#pragma once

// Text from the browser to typed values, or one sentence per field that was not understood. What was typed
// stays, so that the page can show it again (422).
//
//     forms::Form form(visit);
//     const auto title = form.text("title", {.most = 80});
//     const auto due = form.day("due", forms::Need::Maybe);
//     if (!form.is_good()) return page(..., form) with 422

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/money.h"
#include "base/result.h"
#include "platform/http/message.h"
#include "platform/web/visit.h"

namespace fabnum::forms {

struct Problem {
    std::string field;
    Refusal why;
};

enum class Need { Must, Maybe };

struct Text {
    Need need = Need::Must;
    std::size_t least = 1;  // characters
    std::size_t most = 200;
    std::string missing = "forms.missing";  // the sentence when nothing was typed
};

class Form {
 public:
    Form() = default;  // not sent yet: every field is empty
    explicit Form(const web::Visit& visit);

    // What stands in the field: as typed, or what the page put there first.
    std::string typed(std::string_view name) const;
    std::vector<std::string> all_typed(std::string_view name) const;
    bool has(std::string_view name, std::string_view value) const;
    // Fills a form that was not sent yet.
    Form& put(std::string_view name, std::string value);

    // Each reads one field; when it is not what it should be, notes a problem and answers an empty value.
    std::string text(std::string_view name, const Text& text);
    std::string paragraph(std::string_view name, const Text& text);  // keeps line ends
    std::optional<Day> day(std::string_view name, Need need = Need::Must);
    std::optional<std::int64_t> number(std::string_view name, std::int64_t least, std::int64_t most,
                                       Need need = Need::Must);
    std::optional<Money> money(std::string_view name, Need need = Need::Must);
    std::optional<std::int64_t> minutes(std::string_view name, Need need = Need::Must);
    std::optional<std::string> mail(std::string_view name, Need need = Need::Must);
    std::optional<std::string> phone(std::string_view name, Need need = Need::Must);
    bool checked(std::string_view name) const;
    // The bytes of the PNG that a signature field sends; nullopt when nothing was drawn.
    std::optional<std::string> drawing(std::string_view name) const;
    // One of the values of a list drawn in the code; nullopt and a problem otherwise.
    template <class T, class Words>
    std::optional<T> choice(std::string_view name, const Words& words_of_all, Need need = Need::Must,
                            std::string_view missing = "forms.choose") {
        const std::string value = typed(name);
        for (const auto& [word, one] : words_of_all)
            if (value == word) return one;
        if (need == Need::Must || !value.empty()) refuse(name, {std::string(missing)});
        return std::nullopt;
    }
    template <class Tag>
    Id<Tag> id(std::string_view name) const {
        return {whole(typed(name))};
    }
    template <class Tag>
    std::vector<Id<Tag>> ids(std::string_view name) const {
        std::vector<Id<Tag>> found;
        for (const auto& value : all_typed(name))
            if (const Id<Tag> one{whole(value)}) found.push_back(one);
        return found;
    }

    void refuse(std::string_view name, Refusal why);
    const Refusal* problem_of(std::string_view name) const;
    const std::vector<Problem>& problems() const { return problems_; }
    bool is_good() const { return problems_.empty(); }

 private:
    static std::int64_t whole(std::string_view text);  // 0 unless it is a whole positive number
    std::string read_text(std::string_view name, const Text& text, bool one_line);

    std::vector<std::pair<std::string, std::string>> typed_;
    std::vector<Problem> problems_;
    Day today_{};
};

}  // namespace fabnum::forms
