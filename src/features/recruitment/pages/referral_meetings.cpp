// GET /reunions/{token}: the meetings to come with their seats; a counsellor books for those they referred.

#include <algorithm>

#include "features/recruitment/pages/recruitment_pages.h"
#include "features/recruitment/pages/referral_fragments.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

bool has_a_seat(const Row& row, MeetingId meeting) {
    return row.story.seat && row.story.seat->meeting.id == meeting && takes_a_seat(row.story.seat->status);
}
bool may_have_one(const Row& row, MeetingId meeting) {
    if (has_a_seat(row, meeting)) return false;
    switch (row.stage) {
        case Stage::Fresh:
        case Stage::Invited:
        case Stage::Booked:
        case Stage::Missed:
        case Stage::Excused: return true;
        default: return false;
    }
}

}  // namespace

http::Response referral_meetings(Room& room, web::Visit& visit, std::string token) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    const auto& t = visit.words();
    std::vector<Row> rows;
    std::vector<Glance> ahead;
    room.database.read([&](const sql::Reader& db) {
        rows = room.candidates.referred_by(db, who->id, visit.today());
        ahead = room.meetings.ahead(db, who->site, visit.today());
    });
    auto body = design::heading(
        {.title = t("recruitment.referral.meetings"),
         .lead = p({t("recruitment.referral.meetings_lead")}),
         .above = design::back_link({t("recruitment.referral.title"), Url("/orienter") / token})});
    if (ahead.empty())
        body += design::empty_state({.icon = "calendar-days",
                                     .title = t("recruitment.meetings.none"),
                                     .sentence = t("recruitment.referral.no_meeting_why")});
    for (const Glance& one : ahead) {
        const Meeting& meeting = one.meeting;
        std::vector<std::string> booked;
        design::Choices others{.name = "who",
                               .label = t("recruitment.referral.for_whom"),
                               .choices = {},
                               .id = "who-" + std::to_string(meeting.id.value)};
        for (const Row& row : rows) {
            if (has_a_seat(row, meeting.id)) booked.push_back(full_name(row.candidate));
            if (may_have_one(row, meeting.id))
                others.choices.push_back({std::to_string(row.candidate.id.value), full_name(row.candidate)});
        }
        Markup acts;
        if (one.left() > 0 && !others.choices.empty())
            acts += design::sending(
                Url("/reunions") / token / meeting.id / "places",
                design::select_field(others, t) +
                    design::button({.word = t("recruitment.referral.book"),
                                    .icon = "calendar-check",
                                    .look = design::Look::Outline,
                                    .label = t("recruitment.referral.book") + ", " + when_of(meeting, t)}));
        if (one.left() > 0)
            acts += p({a({href((Url("/orienter") / token / "nouveau").with("reunion", meeting.id.value)),
                          t("recruitment.referral.new_for", {{"when", when_of(meeting, t)}})})});
        body += design::card(
            {.title = when_of(meeting, t),
             .body = design::stack(
                 {p({meeting.place}),
                  p({t("recruitment.meeting.answers",
                       {{"contact", meeting.contact}, {"phone", meeting.phone}})}),
                  div({cls("line"), design::tag({one.left() > 0 ? design::Tone::Info : design::Tone::Watch,
                                                 seats_words(one, t), "users"})}),
                  booked.empty() ? Markup()
                                 : p({t("recruitment.referral.booked", {{"names", t.list(booked)}})}),
                  acts})});
    }
    return design::page(visit, {.title = t("recruitment.referral.meetings"), .body = body});
}

http::Response referral_book(Room& room, web::Visit& visit, std::string token, MeetingId meeting) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    const forms::Form form(visit);
    const auto id = form.id<struct CandidateTag>("who");
    const auto rows = room.database.read(
        [&](const sql::Reader& db) { return room.candidates.referred_by(db, who->id, visit.today()); });
    const Url back = Url("/reunions") / token;
    const bool theirs = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.candidate.id == id && may_have_one(row, meeting);
    });
    if (!theirs) return design::refused(visit, {"recruitment.moved_meanwhile"}, back);
    const auto done = room.meetings.book(act_of(visit, *who), meeting, id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say("recruitment.said.booked");
    return http::see_other(back);
}

}  // namespace fabnum::recruitment
