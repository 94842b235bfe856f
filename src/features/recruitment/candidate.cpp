#include "features/recruitment/candidate.h"

namespace fabnum::recruitment {

namespace {

// The furthest thing that happened decides, first line first.
struct Rule {
    Stage stage;
    bool (*holds)(const Story& story, Day today);
};

bool last_talk_is(const Story& story, Talk state) {
    return story.interview && story.interview->state == state;
}
bool talk_is_ahead(const Story& story, Day today) {
    return story.interview && story.interview->on >= today;
}
bool seat_is(const Story& story, Attendance status) {
    return story.seat && story.seat->status == status;
}

constexpr Rule rules[] = {
    {Stage::Entered, [](const Story& s, Day) { return s.verdict == Verdict::Admitted && s.entered; }},
    {Stage::Admitted, [](const Story& s, Day) { return s.verdict == Verdict::Admitted; }},
    {Stage::Withdrawn, [](const Story& s, Day) { return s.withdrawn; }},
    {Stage::OtherWay, [](const Story& s, Day) { return s.verdict == Verdict::OtherWay; }},
    {Stage::Waiting, [](const Story& s, Day) { return s.verdict == Verdict::Waiting; }},
    {Stage::Interviewed, [](const Story& s, Day) { return last_talk_is(s, Talk::Held); }},
    {Stage::InterviewMissed, [](const Story& s, Day) { return last_talk_is(s, Talk::Missed); }},
    {Stage::InterviewAgreed,
     [](const Story& s, Day today) { return last_talk_is(s, Talk::Agreed) && talk_is_ahead(s, today); }},
    {Stage::InterviewOffered,
     [](const Story& s, Day today) { return last_talk_is(s, Talk::Offered) && talk_is_ahead(s, today); }},
    {Stage::InterviewToNote,
     [](const Story& s, Day) { return last_talk_is(s, Talk::Agreed) || last_talk_is(s, Talk::Offered); }},
    {Stage::Came, [](const Story& s, Day) { return s.came; }},
    {Stage::Missed, [](const Story& s, Day) { return seat_is(s, Attendance::Missed); }},
    {Stage::Excused, [](const Story& s, Day) { return seat_is(s, Attendance::Excused); }},
    {Stage::MeetingToNote, [](const Story& s, Day today) { return s.seat && s.seat->meeting.on < today; }},
    {Stage::Booked, [](const Story& s, Day) { return seat_is(s, Attendance::Booked); }},
    {Stage::Invited, [](const Story& s, Day) { return seat_is(s, Attendance::Invited); }},
    {Stage::Fresh, [](const Story&, Day) { return true; }},
};

Day months_after(Day day, int months) {
    auto later = day.ymd() + std::chrono::months{months};
    if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
    return later;
}

void count(Count& count, Gender gender) {
    ++count.all;
    if (gender == Gender::Woman) ++count.women;
}

}  // namespace

std::string full_name(const Candidate& candidate) {
    return candidate.given_name + (candidate.family_name.empty() ? "" : " " + candidate.family_name);
}

i18n::Voice voice_of(const Candidate& candidate) {
    i18n::Voice voice{.language = i18n::Language::French, .address = i18n::Address::Tu};
    if (candidate.gender == Gender::Woman) voice.agreement = i18n::Agreement::Feminine;
    if (candidate.gender == Gender::Man) voice.agreement = i18n::Agreement::Masculine;
    return voice;
}

bool is_reason_for(Verdict verdict, std::string_view word) {
    for (const Reason& one : reasons)
        if (one.verdict == verdict && one.word == word) return true;
    return false;
}

Stage stage_of(const Story& story, Day today) {
    for (const Rule& rule : rules)
        if (rule.holds(story, today)) return rule.stage;
    return Stage::Fresh;
}

Funnel funnel_of(const std::vector<Passage>& passages) {
    Funnel funnel;
    for (const auto& [gender, story] : passages) {
        const bool admitted = story.verdict == Verdict::Admitted;
        count(funnel.known, gender);
        if (story.was_invited) count(funnel.invited, gender);
        if (story.came) count(funnel.came, gender);
        if (story.was_interviewed) count(funnel.interviewed, gender);
        if (admitted) count(funnel.admitted, gender);
        if (admitted && story.entered) count(funnel.entered, gender);
    }
    return funnel;
}

std::optional<Day> purge_day(Stage stage, Day ended, Day changed, const Keeping& keeping) {
    if (stage == Stage::Entered || stage == Stage::Admitted) return std::nullopt;
    if (is_over(stage)) return months_after(ended, keeping.months);
    return months_after(changed, keeping.undecided_months);
}

}  // namespace fabnum::recruitment
