// GET /rendez-vous/{token}: what a candidate sees by their link: where they are, their meeting, their
// interview, what is kept about them and until when. They answer and withdraw here.

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "features/sites/sites.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct View {
    File file;
    std::vector<Glance> ahead;
    std::optional<sites::Site> site;
};

std::optional<View> view_of(Room& room, const web::Visit& visit, const std::string& token) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<View> {
        auto file = room.candidates.behind(db, token, visit.now(), visit.today());
        if (!file) return std::nullopt;
        View view{.file = std::move(*file), .ahead = {}, .site = {}};
        view.ahead = room.meetings.ahead(db, view.file.candidate.site, visit.today());
        view.site = sites::find(db, view.file.candidate.site);
        return view;
    });
}

Act act_of(const web::Visit& visit, const Candidate& candidate) {
    Act act = visit.act();
    act.by = by_link(candidate.site);
    return act;
}

design::Stepper steps_of(Stage stage, const i18n::Words& t) {
    design::Stepper steps{.steps = {t("recruitment.own.step_meeting"), t("recruitment.own.step_interview"),
                                    t("recruitment.own.step_answer"), t("recruitment.own.step_start")}};
    switch (stage) {
        case Stage::Came:
        case Stage::InterviewOffered:
        case Stage::InterviewAgreed:
        case Stage::InterviewToNote:
        case Stage::InterviewMissed: steps.here = 1; break;
        case Stage::Interviewed:
        case Stage::Waiting: steps.here = 2; break;
        case Stage::Admitted: steps.here = 3; break;
        case Stage::Entered: steps.here = 4; break;
        default: steps.here = 0;
    }
    return steps;
}

bool chooses_meeting(Stage stage) {
    return stage == Stage::Fresh || stage == Stage::Invited || stage == Stage::Booked ||
           stage == Stage::Missed || stage == Stage::Excused;
}

Markup meeting_card(const View& view, const std::string& token, const i18n::Words& t) {
    if (!chooses_meeting(view.file.stage)) return {};
    Markup cards;
    for (const Glance& one : view.ahead) {
        const bool mine = view.file.story.seat && view.file.story.seat->meeting.id == one.meeting.id;
        const bool booked = mine && view.file.story.seat->status == Attendance::Booked;
        if (!mine && one.left() == 0) continue;
        Markup buttons;
        if (!booked && one.left() > 0)
            buttons += design::button({.word = t("recruitment.own.come"),
                                       .icon = "check",
                                       .look = mine ? design::Look::Strong : design::Look::Outline,
                                       .label = t("recruitment.own.come") + ", " + when_of(one.meeting, t),
                                       .name = "answer",
                                       .value = "come"});
        if (mine && view.file.story.seat->status != Attendance::Excused)
            buttons += design::button({.word = t("recruitment.own.cannot"),
                                       .look = design::Look::Outline,
                                       .label = t("recruitment.own.cannot") + ", " + when_of(one.meeting, t),
                                       .name = "answer",
                                       .value = "cannot"});
        Markup body = p({one.meeting.place});
        if (mine) body += div({cls("line"), design::tag(attendance_tag(view.file.story.seat->status, t))});
        body += p({t("recruitment.meeting.answers",
                     {{"contact", one.meeting.contact}, {"phone", one.meeting.phone}})});
        if (!buttons.empty())
            body += design::sending(Url("/rendez-vous") / token / "reunions" / one.meeting.id,
                                    design::button_row({buttons}));
        cards += design::card({.title = when_of(one.meeting, t), .body = design::stack({body})});
    }
    if (cards.empty())
        return design::notice(
            {.sentence = t("recruitment.own.no_meeting", {{"phone", view.site ? view.site->phone : ""}})});
    return design::section_title(t("recruitment.own.meetings")) + cards;
}

Markup interview_card(const View& view, const std::string& token, const web::Visit& visit,
                      const i18n::Words& t) {
    const Stage stage = view.file.stage;
    if (stage != Stage::InterviewOffered && stage != Stage::InterviewAgreed) return {};
    (void)visit;
    const Interview& one = *view.file.story.interview;
    Markup buttons;
    if (one.state == Talk::Offered)
        buttons += design::button(
            {.word = t("recruitment.own.agree"), .icon = "check", .name = "state", .value = "agreed"});
    buttons += design::button({.word = t("recruitment.own.other_day"),
                               .look = design::Look::Outline,
                               .name = "state",
                               .value = "moved"});
    return design::card({.title = t("recruitment.own.interview", {{"when", when_of(one, t)}}),
                         .body = design::stack({p({one.place}), p({t("recruitment.own.interview_why")}),
                                                design::sending(Url("/rendez-vous") / token / "entretien",
                                                                design::button_row({buttons}))})});
}

Markup kept_card(const View& view, const std::string& token, const i18n::Words& t) {
    const Candidate& one = view.file.candidate;
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("recruitment.interest.row_name"), text(full_name(one))},
        {t("recruitment.interest.row_birth"), text(one.birth_day ? t.day_with_year(*one.birth_day) : "–")},
        {t("recruitment.interest.row_town"), text(one.town)},
        {t("recruitment.interest.row_phone"), text(one.phone.value_or("–"))},
        {t("recruitment.interest.row_mail"), text(one.mail.value_or("–"))}};
    Markup body = design::definitions(facts);
    body += p({view.file.purge ? t("recruitment.own.purge", {{"day", t.day_with_year(*view.file.purge)}})
                               : t("recruitment.own.kept")});
    if (!is_over(view.file.stage))
        body += design::act_button(
            Url("/rendez-vous") / token / "retrait",
            {.word = t("recruitment.own.withdraw"), .icon = "undo-2", .look = design::Look::Outline});
    return design::card({.title = t("recruitment.own.kept_title"), .body = design::stack({body})});
}

}  // namespace

http::Response own(Room& room, web::Visit& visit, std::string token) {
    const auto view = view_of(room, visit, token);
    if (!view) return ended_link(room, visit, candidate_link, token);
    const i18n::Words t = youth_words(visit, view->file.candidate);
    const File& file = view->file;
    const std::string stage(word_of(file.stage));
    auto body = design::heading({.title = t("recruitment.own.title", {{"name", file.candidate.given_name}}),
                                 .lead = p({t("recruitment.own_stage." + stage,
                                              {{"day", file.cohort ? t.day(file.cohort->starts) : ""},
                                               {"phone", view->site ? view->site->phone : ""}})})});
    const bool ended = file.stage == Stage::OtherWay || file.stage == Stage::Withdrawn;
    if (!ended) body += design::stepper(steps_of(file.stage, t), t);
    if (file.stage == Stage::OtherWay && !file.decisions.empty() && !file.decisions.back().instead.empty())
        body +=
            design::card({.title = t("recruitment.own.instead"), .body = p({file.decisions.back().instead})});
    body += interview_card(*view, token, visit, t);
    body += meeting_card(*view, token, t);
    body += kept_card(*view, token, t);
    return design::page(
        visit, {.title = t("recruitment.own.title", {{"name", file.candidate.given_name}}), .body = body});
}

http::Response own_meeting(Room& room, web::Visit& visit, std::string token, MeetingId meeting) {
    const auto view = view_of(room, visit, token);
    if (!view) return ended_link(room, visit, candidate_link, token);
    const Url back = Url("/rendez-vous") / token;
    const Candidate& one = view->file.candidate;
    if (!chooses_meeting(view->file.stage))
        return design::refused(visit, {"recruitment.moved_meanwhile"}, back);
    const forms::Form form(visit);
    const bool come = form.has("answer", "come");
    const auto done = come ? room.meetings.book(act_of(visit, one), meeting, one.id, visit.today())
                           : room.meetings.excuse(act_of(visit, one), meeting, one.id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say(come ? "recruitment.said.you_come" : "recruitment.said.you_cannot");
    return http::see_other(back);
}

http::Response own_interview(Room& room, web::Visit& visit, std::string token) {
    const auto view = view_of(room, visit, token);
    if (!view) return ended_link(room, visit, candidate_link, token);
    const Url back = Url("/rendez-vous") / token;
    const forms::Form form(visit);
    const Talk state = form.has("state", "agreed") ? Talk::Agreed : Talk::Moved;
    const auto done = room.candidates.settle_interview(act_of(visit, view->file.candidate),
                                                       view->file.candidate.id, state, visit.today());
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say(state == Talk::Agreed ? "recruitment.said.you_agree" : "recruitment.said.you_ask_other_day");
    return http::see_other(back);
}

http::Response own_withdraw(Room& room, web::Visit& visit, std::string token) {
    const auto view = view_of(room, visit, token);
    if (!view) return ended_link(room, visit, candidate_link, token);
    const Url back = Url("/rendez-vous") / token;
    const auto done =
        room.candidates.withdraw(act_of(visit, view->file.candidate), view->file.candidate.id, By::Self);
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say("recruitment.said.you_withdrew");
    return http::see_other(back);
}

}  // namespace fabnum::recruitment
