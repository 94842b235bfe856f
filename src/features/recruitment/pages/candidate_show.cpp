// GET /recrutement/candidatures/{}: where somebody stands, what to do next, what stands for and against a
// seat, and until when their names are kept.

#include <algorithm>

#include "features/recruitment/pages/recruitment_fragments.h"
#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

struct View {
    File file;
    std::vector<Glance> ahead;
    std::vector<Reading> readings;
    std::map<PersonId, people::Face> faces;
    std::optional<std::string> link;  // made now, shown once
};

std::string name_in(const View& view, PersonId id, const i18n::Words& t) {
    const auto face = view.faces.find(id);
    return face == view.faces.end() ? t("recruitment.file.the_team") : people::short_name(face->second);
}

std::optional<View> view_of(Room& room, const web::Visit& visit, CandidateId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<View> {
        auto file = room.candidates.visible_to(db, visit.actor(), id, visit.today());
        if (!file) return std::nullopt;
        View view{.file = std::move(*file), .ahead = {}, .readings = {}, .faces = {}, .link = {}};
        view.ahead = room.meetings.ahead(db, view.file.candidate.site, visit.today());
        view.readings = readings_of(db, id, 5);
        std::vector<PersonId> ids;
        for (const auto& one : view.readings) ids.push_back(one.reader);
        for (const auto& one : view.file.interviews) ids.push_back(one.with);
        for (const auto& one : view.file.decisions) ids.push_back(one.by);
        view.faces = people::faces(db, ids);
        return view;
    });
}

Markup meeting_form(const View& view, const i18n::Words& t) {
    if (view.ahead.empty())
        return design::link_button({.word = t("recruitment.meetings.plan"), .icon = "plus"},
                                   Url("/recrutement/reunions/nouvelle"));
    return design::sending(url_of(view.file.candidate.id) / "invitation",
                           design::select_field(forms::Form(),
                                                {.name = "meeting",
                                                 .label = t("recruitment.field.meeting"),
                                                 .choices = meeting_choices(view.ahead, t)},
                                                t) +
                               design::button_row({design::button({.word = t("recruitment.next_do.invite"),
                                                                   .icon = "mail",
                                                                   .name = "manner",
                                                                   .value = "invite"}),
                                                   design::button({.word = t("recruitment.next_do.book"),
                                                                   .icon = "calendar-check",
                                                                   .look = design::Look::Outline,
                                                                   .name = "manner",
                                                                   .value = "book"})}));
}

Markup to(const View& view, std::string_view page, std::string_view word, std::string_view icon,
          design::Look look, const i18n::Words& t) {
    return design::link_button(
        {.word = t("recruitment.next_do." + std::string(word)), .icon = icon, .look = look},
        url_of(view.file.candidate.id) / page);
}

Markup talk_buttons(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto button = [&](std::string_view state, std::string_view icon, design::Look look) {
        return design::button({.word = t("recruitment.next_do.talk_" + std::string(state)),
                               .icon = icon,
                               .look = look,
                               .name = "state",
                               .value = std::string(state)});
    };
    Markup buttons;
    const Interview& last = view.file.interviews.back();
    if (last.on <= visit.today())
        buttons +=
            button("held", "check", design::Look::Strong) + button("missed", "user-x", design::Look::Outline);
    else if (last.state == Talk::Offered)
        buttons += button("agreed", "check", design::Look::Outline);
    return design::sending(url_of(view.file.candidate.id) / "entretien" / "suite",
                           buttons.empty() ? Markup() : design::button_row({buttons}));
}

// The one thing to do now, and what else may be done.
Markup next_card(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const File& file = view.file;
    using design::Look;
    Markup body = p({t("recruitment.now." + std::string(word_of(file.stage)))});
    switch (file.stage) {
        case Stage::Fresh:
        case Stage::Missed:
        case Stage::Excused:
            body += meeting_form(view, t);
            body += to(view, "entretien", "interview", "calendar-clock", Look::Bare, t);
            break;
        case Stage::Invited:
        case Stage::Booked:
        case Stage::MeetingToNote:
            if (file.story.seat)
                body +=
                    design::link_button({.word = t("recruitment.next_do.meeting"), .icon = "calendar-days"},
                                        url_of(file.story.seat->meeting.id));
            break;
        case Stage::Came:
        case Stage::InterviewMissed:
            body += to(view, "entretien", "interview", "calendar-clock", Look::Strong, t);
            body += to(view, "decision", "decide", "scale", Look::Bare, t);
            break;
        case Stage::InterviewOffered:
        case Stage::InterviewAgreed:
        case Stage::InterviewToNote:
            body += talk_buttons(view, visit);
            body +=
                design::button_row({to(view, "positionnement", "position", "list-checks", Look::Outline, t),
                                    to(view, "entretien", "move", "calendar-clock", Look::Bare, t)});
            break;
        case Stage::Interviewed:
        case Stage::Waiting:
            body +=
                design::button_row({to(view, "decision", "decide", "scale", Look::Strong, t),
                                    to(view, "positionnement", "position", "list-checks", Look::Outline, t)});
            break;
        case Stage::Admitted:
        case Stage::Entered:
            body += design::button_row(
                {design::link_button({.word = t("recruitment.next_do.person"), .icon = "user-round"},
                                     Url("/personnes") / file.candidate.person),
                 design::link_button(
                     {.word = t("recruitment.next_do.cohort"), .icon = "users", .look = Look::Outline},
                     Url("/promo") / file.candidate.cohort)});
            break;
        case Stage::OtherWay:
        case Stage::Withdrawn: break;
    }
    if (file.stage == Stage::OtherWay || file.stage == Stage::Withdrawn || file.stage == Stage::Waiting)
        body += design::act_button(
            url_of(file.candidate.id) / "reprise",
            {.word = t("recruitment.next_do.reopen"), .icon = "undo-2", .look = Look::Bare});
    return design::card({.title = t("recruitment.now.title"), .body = design::stack({body})});
}

Markup facts_card(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const Candidate& one = view.file.candidate;
    std::vector<std::pair<std::string, Markup>> facts;
    if (one.birth_day)
        facts.emplace_back(
            t("recruitment.field.birth_day"),
            text(t.day_with_year(*one.birth_day) + ", " +
                 t("recruitment.list.age", {{"age", people::age_on(*one.birth_day, visit.today())}})));
    facts.emplace_back(t("recruitment.field.town"), text(one.town));
    if (one.phone) {
        const auto call = Url::phone(*one.phone);
        facts.emplace_back(t("recruitment.field.phone"),
                           call ? a({href(*call), *one.phone}) : text(*one.phone));
    }
    if (one.mail) {
        const auto write = Url::mail(*one.mail);
        facts.emplace_back(t("recruitment.field.mail"),
                           write ? a({href(*write), *one.mail}) : text(*one.mail));
    }
    facts.emplace_back(t("recruitment.field.level"),
                       text(t("recruitment.level." + std::string(word_in(levels, one.level)))));
    facts.emplace_back(
        t("recruitment.column.source"),
        text(view.file.referrer ? t("recruitment.file.referred_by",
                                    {{"name", view.file.referrer->contact.name},
                                     {"organisation", view.file.referrer->organisation.name}})
                                : t("recruitment.source." + std::string(word_in(sources, one.source)))));
    if (view.file.cohort) facts.emplace_back(t("recruitment.field.cohort"), text(view.file.cohort->name));
    Markup body = design::definitions(facts);
    const auto helped = view.file.answers.find("help");
    if (helped != view.file.answers.end() && !helped->second.empty()) {
        Markup list;
        for (const auto& word : helped->second) list += li({t("recruitment.help." + word)});
        body += p({b({t("recruitment.field.help")})}) + ul({list});
    }
    return design::card(
        {.title = t("recruitment.file.facts"),
         .action = one.purged || one.person
                       ? std::nullopt
                       : std::optional(design::Link{t("recruitment.edit.do"), url_of(one.id) / "correction"}),
         .body = body});
}

Markup story_card(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto day_of = [&](Instant at) { return clock::day_in(visit.visitor().zone, at); };
    std::vector<std::pair<Day, design::Moment>> all;
    const File& file = view.file;
    const auto add = [&](Day on, std::string title, std::string detail, std::optional<Url> to = {}) {
        all.emplace_back(on, design::Moment{.when = on > visit.today()    ? design::When::Next
                                                    : on == visit.today() ? design::When::Now
                                                                          : design::When::Past,
                                            .time = t.short_day(on),
                                            .title = std::move(title),
                                            .detail = std::move(detail),
                                            .to = std::move(to)});
    };
    add(day_of(file.candidate.came), t("recruitment.story.came"),
        t("recruitment.source." + std::string(word_in(sources, file.candidate.source))));
    for (const Seat& seat : file.seats)
        add(seat.meeting.on, t("recruitment.meetings.one"),
            t("recruitment.attendance." + std::string(word_of(seat.status))), url_of(seat.meeting.id));
    for (const Interview& one : file.interviews)
        if (one.state != Talk::Moved)
            add(one.on, t("recruitment.story.interview", {{"name", name_in(view, one.with, t)}}),
                t("recruitment.talk." + std::string(word_in(talks, one.state))) + ". " + t.time(one.starts) +
                    ", " + one.place);
    for (const Decision& one : file.decisions)
        add(day_of(one.at),
            t("recruitment.verdict." + std::string(word_in(verdicts, one.verdict))) + " (" +
                name_in(view, one.by, t) + ")",
            t("recruitment.reason." + one.reason) + (one.instead.empty() ? "" : " " + one.instead));
    if (file.candidate.withdrawn)
        add(day_of(*file.candidate.withdrawn), t("recruitment.stage.withdrawn"),
            t("recruitment.withdrawn_by." + std::string(word_in(withdrawers, *file.candidate.withdrawn_by))));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<design::Moment> moments;
    for (auto& one : all) moments.push_back(std::move(one.second));
    return design::card({.title = t("recruitment.story.title"), .body = design::timeline(moments)});
}

Markup privacy_card(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const Candidate& one = view.file.candidate;
    Markup body = view.file.purge
                      ? p({t("recruitment.file.purge", {{"day", t.day_with_year(*view.file.purge)}})})
                      : p({t("recruitment.file.kept")});
    Markup readers;
    for (const Reading& reading : view.readings)
        readers += li({name_in(view, reading.reader, t) + ", " +
                       t.day_from_today(clock::day_in(visit.visitor().zone, reading.at), visit.today())});
    if (!readers.empty()) body += p({t("recruitment.file.readers")}) + ul({readers});
    if (!is_over(view.file.stage))
        body += design::act_button(url_of(one.id) / "retrait", {.word = t("recruitment.file.withdraw"),
                                                                .icon = "undo-2",
                                                                .look = design::Look::Outline,
                                                                .size = design::Size::Small});
    return design::card({.title = t("recruitment.file.privacy"), .body = body});
}

Markup link_card(const View& view, const web::Visit& visit) {
    const auto& t = visit.words();
    const Candidate& one = view.file.candidate;
    if (is_over(view.file.stage)) return {};
    if (!view.link)
        return design::card(
            {.title = t("recruitment.file.link"),
             .body = p({t("recruitment.file.link_why")}) +
                     design::act_button(url_of(one.id) / "lien", {.word = t("recruitment.file.link_do"),
                                                                  .icon = "message-square",
                                                                  .look = design::Look::Outline})});
    const i18n::Words tu = youth_words(visit, one);
    const std::string what =
        view.file.story.interview && view.file.story.interview->on >= visit.today()
            ? tu("recruitment.sms.interview", {{"when", when_of(*view.file.story.interview, tu)}})
        : view.file.story.seat && view.file.story.seat->meeting.on >= visit.today()
            ? tu("recruitment.sms.meeting", {{"when", when_of(view.file.story.seat->meeting, tu)}})
            : tu("recruitment.sms.news");
    return design::card({.title = t("recruitment.file.link"),
                         .body = p({t("recruitment.file.link_ready")}) +
                                 blockquote({p({tu("recruitment.sms.hello", {{"name", one.given_name}}) +
                                                " " + what + " " + *view.link})}),
                         .id = "lien"});
}

Markup positioning_card(const View& view, const i18n::Words& t) {
    Markup body;
    for (const std::string_view question : {"like", "show", "limit", "wish"}) {
        const auto found = view.file.answers.find(std::string(question));
        if (found == view.file.answers.end() || found->second.empty()) continue;
        std::vector<std::string> words;
        for (const auto& word : found->second)
            words.push_back(t("recruitment." + std::string(question) + "." + word));
        body += p({b({t("recruitment.position." + std::string(question))}), br({}), t.list(words)});
    }
    if (body.empty()) return {};
    return design::card({.title = t("recruitment.position.title"),
                         .action = design::Link{t("recruitment.position.change"),
                                                url_of(view.file.candidate.id) / "positionnement"},
                         .body = body});
}

http::Response show_page(web::Visit& visit, const View& view) {
    const auto& t = visit.words();
    const Candidate& one = view.file.candidate;
    auto body = design::heading(
        {.title = full_name(one),
         .lead = div({cls("line"), design::tag(stage_tag(view.file.stage, t))}),
         .above = design::breadcrumb({{t("recruitment.title"), Url("/recrutement")}}, full_name(one), t)});
    if (view.file.twin)
        body +=
            design::notice({.tone = design::Tone::Watch,
                            .sentence = t("recruitment.file.twin"),
                            .more = p({a({href(url_of(view.file.twin)), t("recruitment.file.twin_open")})})});
    const Markup reasons = design::card(
        {.title = view.file.cohort ? t("recruitment.finding.title", {{"cohort", view.file.cohort->name}})
                                   : t("recruitment.finding.title_none"),
         .body = findings_list(view.file.findings, t) + p({cls("card-foot"), t("recruitment.finding.why")}),
         .flush = true});
    body += design::columns(
        design::stack({next_card(view, visit), reasons, positioning_card(view, t), story_card(view, visit)}),
        design::stack({facts_card(view, visit), link_card(view, visit), privacy_card(view, visit)}));
    return design::page(visit, {.title = full_name(one), .body = body, .here = "recruitment"});
}

}  // namespace

http::Response candidate_show(Room& room, web::Visit& visit, CandidateId id) {
    const auto view = view_of(room, visit, id);
    if (!view) return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    note_reading(room.database, visit.act(), id);
    return show_page(visit, *view);
}

http::Response candidate_link_show(Room& room, web::Visit& visit, CandidateId id) {
    const auto link = room.candidates.make_link(visit.act(), id);
    auto view = view_of(room, visit, id);
    if (!link || !view)
        return design::refused(visit, {"recruitment.not_there"}, Url("/recrutement"), "recruitment");
    // Shown once, here: only its hash is kept.
    view->link = *link;
    return show_page(visit, *view);
}

http::Response candidate_withdraw(Room& room, web::Visit& visit, CandidateId id) {
    const auto done = room.candidates.withdraw(visit.act(), id, By::Team);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say("recruitment.said.withdrawn");
    return http::see_other(url_of(id));
}

http::Response candidate_invite(Room& room, web::Visit& visit, CandidateId id) {
    const forms::Form form(visit);
    const auto meeting = form.id<struct RecruitmentMeetingTag>("meeting");
    const bool book = form.typed("manner") == "book";
    const auto done = book ? room.meetings.book(visit.act(), meeting, id, visit.today())
                           : room.meetings.invite(visit.act(), meeting, {id}, visit.today());
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "recruitment");
    visit.say(book ? "recruitment.said.booked" : "recruitment.said.asked");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::recruitment
