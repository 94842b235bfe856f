#include "features/outcomes/pages/outcome_fragments.h"

namespace fabnum::outcomes {

using namespace html;

std::string situation_word(Situation situation, const i18n::Words& t) {
    return t("outcomes.situation." + std::string(word_in(situations, situation)));
}
std::string field_word(const std::optional<Field>& field, const i18n::Words& t) {
    return field ? t("outcomes.field." + std::string(word_in(fields, *field))) : std::string();
}
std::string percent(double share, const i18n::Words& t) {
    return t("outcomes.percent", {{"number", t.number(share * 100, 1)}});
}
std::string between(const statistics::Interval& interval, const i18n::Words& t) {
    return t("outcomes.between",
             {{"from", t.number(interval.lower * 100, 1)}, {"to", t.number(interval.upper * 100, 1)}});
}

design::Tag standing_tag(Standing standing, const i18n::Words& t) {
    const std::string word = t("outcomes.standing." + std::string(word_in(standings, standing)));
    switch (standing) {
        case Standing::Coming: return {design::Tone::Plain, word, "calendar"};
        case Standing::Due: return {design::Tone::Watch, word};
        case Standing::Late: return {design::Tone::Alert, word};
        case Standing::Answered: return {design::Tone::Good, word};
        case Standing::Missing: return {design::Tone::Plain, word, "x"};
    }
    return {design::Tone::Plain, word};
}

std::string news_title(const News& news, const i18n::Words& t) {
    return t("outcomes.months_after", {{"months", news.months}});
}

Markup situation_fields(const forms::Form& form, const i18n::Words& t) {
    return design::select_field(form,
                                {.name = "situation",
                                 .label = t("outcomes.form.situation"),
                                 .choices = choices_of(situations, "situation", t),
                                 .help = t("outcomes.form.situation_help"),
                                 .empty_word = t("outcomes.form.choose")},
                                t) +
           design::field_row({design::select_field(form,
                                                   {.name = "field",
                                                    .label = t("outcomes.form.field"),
                                                    .choices = choices_of(fields, "field", t),
                                                    .optional = true,
                                                    .empty_word = t("outcomes.form.no_field")},
                                                   t),
                              design::select_field(form,
                                                   {.name = "proof",
                                                    .label = t("outcomes.form.proof"),
                                                    .choices = choices_of(proofs, "proof", t)},
                                                   t)});
}

Markup tabs(std::string_view here, const web::Visit& visit) {
    const auto& t = visit.words();
    struct Tab {
        std::string_view key;
        Path to;
    };
    constexpr Tab all[] = {{"results", "/resultats"}, {"exits", "/sorties"}, {"news", "/suivis"}};
    if (visit.actor().role == Role::Fabmanager) return {};
    Markup links;
    for (const Tab& tab : all)
        links += design::link_button({.word = t("outcomes.tab." + std::string(tab.key)),
                                      .look = tab.key == here ? design::Look::Soft : design::Look::Bare,
                                      .size = design::Size::Small},
                                     tab.to);
    return nav({aria("label", t("outcomes.tab.label")), design::button_row({links})});
}

Url url_of(ExitId id) {
    return Url("/sorties") / id;
}
Url url_of(NewsId id) {
    return Url("/suivis") / id;
}

}  // namespace fabnum::outcomes
