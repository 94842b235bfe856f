#include "features/attendance/pages/attendance_fragments.h"

#include "base/text.h"

namespace fabnum::attendance {

using namespace html;

Url url_of(CohortId cohort, Day day, Half half) {
    return Url("/presence") / cohort / to_iso(day) / word_in(half_parts, half);
}

Url faces_url(Day day, Half half) {
    return Url("/presence").with("jour", to_iso(day)).with("demi", word_in(half_parts, half));
}

std::optional<Where> where_of(const sql::Reader& db, const Actor& actor, CohortId id, std::string_view day,
                              std::string_view half) {
    const auto cohort = cohorts::find(db, id);
    const auto on = day_from_iso(day);
    if (!cohort || !on || !reaches(actor, cohort->site)) return std::nullopt;
    for (const auto& [part, one] : half_parts)
        if (part == half) return Where{*cohort, *on, one};
    return std::nullopt;
}

std::string half_word(Half half, const i18n::Words& t) {
    return t("attendance.half." + std::string(word_in(cohorts::halves, half)));
}

std::string when_words(Day day, Half half, const i18n::Words& t) {
    return capitalised(t.day(day)) + ", " + half_word(half, t);
}

std::string code_word(Code code, const i18n::Words& t) {
    return t("attendance.code." + std::string(word_of(code)));
}

design::Tone tone_of(Code code) {
    if (code == Code::Unexcused) return design::Tone::Alert;
    if (code == Code::PresentLate || code == Code::LeftEarly) return design::Tone::Watch;
    if (rule_of(code).hours == Hours::Done) return design::Tone::Good;
    return design::Tone::Info;
}

design::Presence presence_of(Code code) {
    if (code == Code::Unexcused) return design::Presence::Absent;
    if (code == Code::PresentLate || code == Code::LeftEarly) return design::Presence::Late;
    if (is_here(code)) return design::Presence::Present;
    return design::Presence::Excused;
}

Markup mark_tag(const std::optional<Mark>& mark, const i18n::Words& t) {
    if (!mark) return design::tag({design::Tone::Draft, t("attendance.not_marked"), "circle-dashed"});
    return design::tag({tone_of(mark->code), code_word(mark->code, t)});
}

std::string hours_words(const Planned& planned, const i18n::Words& t) {
    return t("attendance.from_to", {{"from", t.time(planned.starts)}, {"to", t.time(planned.ends)}});
}

}  // namespace fabnum::attendance
