// GET /recrutement/reunions/{}: who is asked, who booked, how many came, who they were; and what to say by
// SMS.

#include <algorithm>

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

bool has_come(const Meeting& meeting, const web::Visit& visit) {
    return meeting.on <= visit.today();
}

std::vector<design::Choice> statuses_of(const Meeting& meeting, const web::Visit& visit) {
    std::vector<design::Choice> choices;
    for (const auto& [word, status] : attendances)
        if (may_be_noted(status, has_come(meeting, visit)))
            choices.push_back(
                {std::string(word), visit.words()("recruitment.attendance." + std::string(word))});
    return choices;
}

// One status per person, all in one form.
Markup people_card(const MeetingSight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Meeting& meeting = sight.meeting;
    if (sight.lines.empty())
        return design::card({.title = t("recruitment.meeting.people"),
                             .body = design::empty_state({.icon = "users",
                                                          .title = t("recruitment.meeting.nobody"),
                                                          .sentence = t("recruitment.meeting.nobody_why")})});
    design::Table table{.caption = t("recruitment.meeting.people"),
                        .columns = {{.word = t("recruitment.column.name")},
                                    {.word = t("recruitment.field.phone"), .extra = true},
                                    {.word = t("recruitment.column.status")}},
                        .rows = {}};
    for (const auto& line : sight.lines) {
        const std::string field = "status-" + std::to_string(line.candidate.id.value);
        const auto phone = line.candidate.phone ? Url::phone(*line.candidate.phone) : std::nullopt;
        forms::Form form;
        form.put(field, std::string(word_of(line.status)));
        table.rows.push_back({design::row_link(full_name(line.candidate), url_of(line.candidate.id)),
                              phone ? a({href(*phone), *line.candidate.phone}) : text("–"),
                              meeting.called_off
                                  ? design::tag(attendance_tag(line.status, t))
                                  : design::select_field(form,
                                                         {.name = field,
                                                          .label = t("recruitment.meeting.status_of",
                                                                     {{"name", full_name(line.candidate)}}),
                                                          .choices = statuses_of(meeting, visit),
                                                          .label_hidden = true},
                                                         t) +
                                        design::hidden("was-" + std::to_string(line.candidate.id.value),
                                                       word_of(line.status))});
    }
    Markup body = design::table(table, t);
    if (!meeting.called_off)
        body = design::sending(
            url_of(meeting.id) / "venues",
            body + div({cls("card-foot"),
                        design::button({.word = t("recruitment.meeting.note"), .icon = "check"})}));
    return design::card(
        {.title = t("recruitment.meeting.people"), .body = body, .flush = true, .id = "venues"});
}

Markup count_card(const MeetingSight& sight, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Meeting& meeting = sight.meeting;
    if (!has_come(meeting, visit) || meeting.called_off) return {};
    const auto came = std::count_if(sight.lines.begin(), sight.lines.end(),
                                    [](const auto& line) { return line.status == Attendance::Came; });
    Markup body;
    if (meeting.headcount)
        body += p({t("recruitment.meeting.counted",
                     {{"count", *meeting.headcount}, {"sheets", static_cast<std::int64_t>(came)}})});
    body += design::sending(
        url_of(meeting.id) / "compte",
        design::field(form,
                      {.name = "count",
                       .label = t("recruitment.meeting.count"),
                       .input = design::Input::Number,
                       .help = t("recruitment.meeting.count_help"),
                       .narrow = true},
                      t) +
            design::button({.word = t("recruitment.meeting.count_do"),
                            .icon = "check",
                            .look = meeting.headcount ? design::Look::Outline : design::Look::Strong}));
    body += p({cls("soft"), t("recruitment.meeting.count_why")});
    return design::card({.title = t("recruitment.meeting.heads"), .body = body, .id = "compte"});
}

// Those who could still be asked to this one.
Markup invite_card(const MeetingSight& sight, const std::vector<Row>& others, const web::Visit& visit) {
    const auto& t = visit.words();
    if (sight.meeting.called_off || is_over(sight.meeting, visit.today())) return {};
    design::Choices choices{.name = "who", .label = t("recruitment.meeting.invite_who"), .choices = {}};
    for (const Row& row : others)
        choices.choices.push_back(
            {std::to_string(row.candidate.id.value), full_name(row.candidate), stage_word(row.stage, t)});
    if (choices.choices.empty()) return {};
    return design::card(
        {.title = t("recruitment.meeting.invite"),
         .body = design::sending(url_of(sight.meeting.id) / "invitations",
                                 design::checkboxes(forms::Form(), choices, t) +
                                     design::button({.word = t("recruitment.meeting.invite_do"),
                                                     .icon = "mail",
                                                     .look = design::Look::Outline})),
         .id = "invitations"});
}

// For those who have a phone and no mail: the words to paste, and their numbers.
Markup sms_card(const MeetingSight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    if (sight.meeting.called_off || is_over(sight.meeting, visit.today())) return {};
    std::vector<std::string> numbers;
    for (const auto& line : sight.lines)
        if (!line.candidate.mail && line.candidate.phone &&
            (line.status == Attendance::Invited || line.status == Attendance::Booked))
            numbers.push_back(full_name(line.candidate) + ", " + *line.candidate.phone);
    if (numbers.empty()) return {};
    const i18n::Words tu = youth_words(visit);
    Markup list;
    for (const auto& one : numbers) list += li({one});
    return design::card(
        {.title = t("recruitment.meeting.sms"),
         .body = p({t("recruitment.meeting.sms_why")}) +
                 blockquote({p({tu("recruitment.meeting.sms_text", {{"day", tu.day(sight.meeting.on)},
                                                                    {"time", tu.time(sight.meeting.starts)},
                                                                    {"place", sight.meeting.place},
                                                                    {"phone", sight.meeting.phone}})})}) +
                 ul({list})});
}

http::Response show_page(Room& room, web::Visit& visit, MeetingId id, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    std::vector<Row> others;
    const auto sight = room.database.read([&](const sql::Reader& db) {
        auto found = room.meetings.visible_to(db, visit.actor(), id);
        if (found)
            for (Row& row : room.candidates.list(
                     db, visit.actor(), {.site = found->meeting.site, .with_over = false, .sort = "name"},
                     visit.today()))
                if (row.stage == Stage::Fresh || row.stage == Stage::Missed || row.stage == Stage::Excused)
                    others.push_back(std::move(row));
        return found;
    });
    if (!sight)
        return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement/reunions"), "recruitment");
    const Meeting& meeting = sight->meeting;
    const Glance glance{.meeting = meeting, .taken = sight->taken};
    const bool ahead = !meeting.called_off && !is_over(meeting, visit.today());
    Markup acts;
    if (ahead)
        acts = design::button_row(
            {design::link_button(
                 {.word = t("recruitment.meeting.edit"), .icon = "pencil", .look = design::Look::Outline},
                 url_of(id) / "changement"),
             design::act_button(
                 url_of(id) / "annulation",
                 {.word = t("recruitment.meeting.call_off"), .icon = "x", .look = design::Look::Outline})});
    auto body = design::heading(
        {.title = t("recruitment.meeting.title", {{"when", when_of(meeting, t)}}),
         .lead =
             p({meeting.place + ". " +
                t("recruitment.meeting.answers", {{"contact", meeting.contact}, {"phone", meeting.phone}})}),
         .aside = acts,
         .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")},
                                      {t("recruitment.meetings.title"), Url("/recrutement/reunions")}},
                                     t.short_day(meeting.on), t)});
    body += design::mistakes(form, t);
    if (meeting.called_off)
        body += design::notice(
            {.tone = design::Tone::Watch, .sentence = t("recruitment.meeting.called_off_why")});
    Markup numbers = design::figure_line(std::to_string(sight->taken), t("recruitment.meeting.taken"),
                                         t("recruitment.meeting.of_seats", {{"seats", meeting.seats}}));
    numbers += design::gauge(
        {.share = sight->taken / static_cast<double>(meeting.seats), .label = seats_words(glance, t)});
    numbers += p({cls("soft"), t("recruitment.meeting.reminders")});
    const Markup seats =
        ahead ? design::card({.title = t("recruitment.meeting.filled"), .body = numbers}) : Markup();
    body += design::columns(people_card(*sight, visit),
                            design::stack({count_card(*sight, form, visit), seats,
                                           invite_card(*sight, others, visit), sms_card(*sight, visit)}));
    return design::page(visit, {.title = design::form_title(form, t("recruitment.meetings.one"), t),
                                .body = body,
                                .here = "recruitment",
                                .status = status});
}

}  // namespace

http::Response meeting_show(Room& room, web::Visit& visit, MeetingId id) {
    return show_page(room, visit, id, {});
}

http::Response meeting_call_off(Room& room, web::Visit& visit, MeetingId id) {
    const auto done = room.meetings.call_off(visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.called_off");
    return http::see_other(url_of(id));
}

http::Response meeting_count(Room& room, web::Visit& visit, MeetingId id) {
    forms::Form form(visit);
    const auto count = form.number("count", 0, 1000);
    if (!form.is_good()) return show_page(room, visit, id, form, 422);
    const auto done = room.meetings.count_heads(visit.act(), id, static_cast<int>(*count), visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.counted");
    return http::see_other(url_of(id));
}

http::Response meeting_note(Room& room, web::Visit& visit, MeetingId id) {
    std::vector<Meetings::Note> notes;
    for (const auto& [name, value] : visit.request().form.items()) {
        if (!name.starts_with("status-")) continue;
        CandidateId candidate;
        if (!web::read_part(std::string_view(name).substr(7), candidate)) continue;
        const auto was = visit.request().form.get("was-" + std::to_string(candidate.value));
        notes.push_back({candidate, value_in(attendances, was), value_in(attendances, value)});
    }
    const auto done = room.meetings.note(visit.act(), id, notes, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.noted");
    return http::see_other(url_of(id));
}

http::Response meeting_invite(Room& room, web::Visit& visit, MeetingId id) {
    const forms::Form form(visit);
    const auto who = form.ids<struct CandidateTag>("who");
    if (who.empty()) return design::refused(visit, {"recruitment.problem.who"}, url_of(id), "recruitment");
    const auto done = room.meetings.invite(visit.act(), id, who, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.invited", {{"count", std::to_string(who.size())}});
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
