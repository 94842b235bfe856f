#include "features/recruitment/pages/recruitment_fragments.h"

#include <charconv>

#include "features/sites/sites.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

using namespace html;

Url url_of(CandidateId id) {
    return Url("/recrutement/candidatures") / id;
}
Url url_of(MeetingId id) {
    return Url("/recrutement/reunions") / id;
}

SiteId site_of(const sql::Reader& db, const web::Visit& visit) {
    if (visit.actor().site) return visit.actor().site;
    const auto all = sites::all(db);
    return all.empty() ? SiteId{} : all.front().id;
}

i18n::Words youth_words(const web::Visit& visit, const std::optional<Candidate>& candidate) {
    auto voice = visit.words().voice();
    voice.address = i18n::Address::Tu;
    if (candidate) voice.agreement = voice_of(*candidate).agreement;
    return i18n::Words(voice);
}

std::string stage_word(Stage stage, const i18n::Words& t) {
    return t("recruitment.stage." + std::string(word_of(stage)));
}

design::Tag stage_tag(Stage stage, const i18n::Words& t) {
    using design::Tone;
    const std::string word = stage_word(stage, t);
    switch (stage) {
        case Stage::Fresh: return {Tone::Progress, word, "sparkles"};
        case Stage::Invited: return {Tone::Info, word, "mail"};
        case Stage::Booked: return {Tone::Info, word, "calendar-check"};
        case Stage::MeetingToNote: return {Tone::Watch, word, "pencil"};
        case Stage::Missed: return {Tone::Watch, word, "user-x"};
        case Stage::Excused: return {Tone::Watch, word, "message-circle"};
        case Stage::Came: return {Tone::Progress, word, "user-check"};
        case Stage::InterviewOffered: return {Tone::Info, word, "calendar-clock"};
        case Stage::InterviewAgreed: return {Tone::Info, word, "calendar-check"};
        case Stage::InterviewToNote: return {Tone::Watch, word, "pencil"};
        case Stage::InterviewMissed: return {Tone::Watch, word, "user-x"};
        case Stage::Interviewed: return {Tone::Progress, word, "scale"};
        case Stage::Waiting: return {Tone::Design, word, "hourglass"};
        case Stage::Admitted: return {Tone::Good, word, "badge-check"};
        case Stage::Entered: return {Tone::Good, word, "house"};
        case Stage::OtherWay: return {Tone::Plain, word, "signpost"};
        case Stage::Withdrawn: return {Tone::Plain, word, "undo-2"};
    }
    return {Tone::Plain, word};
}

design::Tag attendance_tag(Attendance status, const i18n::Words& t) {
    using design::Tone;
    const std::string word = t("recruitment.attendance." + std::string(word_of(status)));
    switch (status) {
        case Attendance::Invited: return {Tone::Info, word, "mail"};
        case Attendance::Booked: return {Tone::Info, word, "calendar-check"};
        case Attendance::Came: return {Tone::Good, word, "user-check"};
        case Attendance::Missed: return {Tone::Watch, word, "user-x"};
        case Attendance::Excused: return {Tone::Plain, word, "message-circle"};
    }
    return {Tone::Plain, word};
}

std::string when_of(const Meeting& meeting, const i18n::Words& t) {
    return t("recruitment.when", {{"day", t.day(meeting.on)}, {"time", t.time(meeting.starts)}});
}
std::string when_of(const Interview& interview, const i18n::Words& t) {
    return t("recruitment.when", {{"day", t.day(interview.on)}, {"time", t.time(interview.starts)}});
}

std::string seats_words(const Glance& glance, const i18n::Words& t) {
    return t("recruitment.meeting.left", {{"left", glance.left()}, {"seats", glance.meeting.seats}});
}

Markup findings_list(const std::vector<Finding>& findings, const i18n::Words& t) {
    using design::Tone;
    std::vector<design::Decision> rows;
    for (const Finding& one : findings) {
        Refusal sentence{one.key, one.facts};
        if (one.day) sentence.facts.emplace_back("day", t.day_with_year(*one.day));
        const bool met = one.weight == Weight::Met;
        const bool against = one.weight == Weight::Against;
        const bool unknown = one.weight == Weight::Unknown;
        rows.push_back({.icon = met       ? "check"
                                : against ? "ban"
                                : unknown ? "circle-question-mark"
                                          : "triangle-alert",
                        .tone = met       ? Tone::Good
                                : against ? Tone::Alert
                                : unknown ? Tone::Plain
                                          : Tone::Watch,
                        .title = t(sentence),
                        .detail = t(met       ? "recruitment.weight.met"
                                    : against ? "recruitment.weight.against"
                                    : unknown ? "recruitment.weight.unknown"
                                              : "recruitment.weight.watch")});
    }
    return design::decision_list(rows);
}

std::vector<design::Choice> meeting_choices(const std::vector<Glance>& ahead, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const Glance& one : ahead)
        choices.push_back({std::to_string(one.meeting.id.value),
                           when_of(one.meeting, t) + ", " + seats_words(one, t),
                           one.meeting.place,
                           {},
                           one.left() == 0});
    return choices;
}

Markup candidate_fields(const forms::Form& form, std::string_view end, const i18n::Words& t) {
    using design::Input;
    const auto named = [&](std::string_view name) { return std::string(name) + std::string(end); };
    const auto choose = [&](std::string_view name, std::string_view label, const auto& all) {
        return design::select_field(form,
                                    {.name = named(name),
                                     .label = t("recruitment.field." + std::string(label)),
                                     .choices = choices_of(label, all, t)},
                                    t);
    };
    Markup fields = design::field_row(
        {design::field(
             form,
             {.name = named("given_name"), .label = t("recruitment.field.given_name"), .autocomplete = "off"},
             t),
         design::field(form,
                       {.name = named("family_name"),
                        .label = t("recruitment.field.family_name"),
                        .autocomplete = "off"},
                       t)});
    fields += design::field_row(
        {design::field(form,
                       {.name = named("birth_day"),
                        .label = t("recruitment.field.birth_day"),
                        .input = Input::Day,
                        .help = t("recruitment.field.birth_day_help"),
                        .autocomplete = "off"},
                       t),
         design::field(
             form, {.name = named("town"), .label = t("recruitment.field.town"), .autocomplete = "off"}, t)});
    fields += design::field_row({design::field(form,
                                               {.name = named("phone"),
                                                .label = t("recruitment.field.phone"),
                                                .input = Input::Phone,
                                                .help = t("recruitment.field.reach_help"),
                                                .optional = true,
                                                .autocomplete = "off"},
                                               t),
                                 design::field(form,
                                               {.name = named("mail"),
                                                .label = t("recruitment.field.mail"),
                                                .input = Input::Mail,
                                                .optional = true,
                                                .autocomplete = "off"},
                                               t)});
    fields += design::field_row({choose("gender", "gender", genders), choose("level", "level", levels)});
    fields += design::field_row({choose("registered", "registered", knowns), choose("cej", "cej", cejs)});
    fields += design::checkbox({.name = named("until_thirty"),
                                .word = t("recruitment.field.until_thirty"),
                                .checked = form.checked(named("until_thirty")),
                                .detail = t("recruitment.field.until_thirty_help"),
                                .id = "field-" + named("until_thirty")});
    return fields;
}

Candidate candidate_from(forms::Form& form, std::string_view end, Day today) {
    const auto named = [&](std::string_view name) { return std::string(name) + std::string(end); };
    Candidate one;
    one.given_name =
        form.text(named("given_name"), {.most = 80, .missing = "recruitment.problem.given_name"});
    one.family_name =
        form.text(named("family_name"), {.most = 80, .missing = "recruitment.problem.family_name"});
    one.birth_day = form.day(named("birth_day"));
    if (one.birth_day && (*one.birth_day >= today || people::age_on(*one.birth_day, today) > 60))
        form.refuse(named("birth_day"), {"recruitment.problem.birth_day"});
    if (one.birth_day && people::age_on(*one.birth_day, today) < 14)
        form.refuse(named("birth_day"), {"recruitment.problem.too_young"});
    one.town = form.text(named("town"), {.most = 80, .missing = "recruitment.problem.town"});
    one.phone = form.phone(named("phone"), forms::Need::Maybe);
    one.mail = form.mail(named("mail"), forms::Need::Maybe);
    if (one.mail) one.mail = i18n::search_key(*one.mail);
    if (form.typed(named("phone")).empty() && form.typed(named("mail")).empty())
        form.refuse(named("phone"), {"recruitment.problem.reach"});
    one.gender = form.choice<Gender>(named("gender"), genders, forms::Need::Maybe).value_or(Gender::Unsaid);
    one.level = form.choice<Level>(named("level"), levels, forms::Need::Maybe).value_or(Level::Unknown);
    one.registered =
        form.choice<Known>(named("registered"), knowns, forms::Need::Maybe).value_or(Known::Unknown);
    one.cej = form.choice<Cej>(named("cej"), cejs, forms::Need::Maybe).value_or(Cej::Unknown);
    one.until_thirty = form.checked(named("until_thirty"));
    return one;
}

void fill(forms::Form& form, const Candidate& one, const i18n::Words& t) {
    form.put("given_name", one.given_name).put("family_name", one.family_name);
    form.put("birth_day", one.birth_day ? t.numeric_day(*one.birth_day) : "").put("town", one.town);
    form.put("phone", one.phone.value_or("")).put("mail", one.mail.value_or(""));
    form.put("gender", std::string(word_in(genders, one.gender)));
    form.put("level", std::string(word_in(levels, one.level)));
    form.put("registered", std::string(word_in(knowns, one.registered)));
    form.put("cej", std::string(word_in(cejs, one.cej)));
    if (one.until_thirty) form.put("until_thirty", "yes");
    if (one.cohort) form.put("cohort", std::to_string(one.cohort.value));
}

int time_from(forms::Form& form, std::string_view name) {
    const std::string typed = form.typed(name);
    auto minutes = i18n::minutes_from(typed);
    // "14" alone is an hour here.
    int hour = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), hour);
    if (error == std::errc() && end == typed.data() + typed.size()) minutes = hour * 60;
    if (minutes && *minutes >= 0 && *minutes < 24 * 60) return static_cast<int>(*minutes);
    form.refuse(name, {"recruitment.problem.time"});
    return 0;
}

std::string typed_time(int minutes) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

http::Response ended_link(Room& room, web::Visit& visit, std::string_view kind, const std::string& token) {
    const auto& t = visit.words();
    const bool ended =
        room.database.read([&](const sql::Reader& db) { return sessions::was_link(db, kind, token); });
    const std::string_view key = ended ? "recruitment.link.ended" : "recruitment.link.unknown";
    const bool referrer = kind == "referrer";
    auto body = design::message_page(
        {.icon = "link",
         .title = t(key),
         .sentence = t(referrer ? "recruitment.link.referrer_why" : "recruitment.link.why"),
         .action = referrer ? design::link_button({.word = t("recruitment.link.ask")}, Url("/orienter"))
                            : design::link_button({.word = t("recruitment.link.come")}, Url("/venir"))});
    return design::page(visit, {.title = t(key), .body = body, .status = ended ? 410 : 404});
}

}  // namespace fabnum::recruitment
