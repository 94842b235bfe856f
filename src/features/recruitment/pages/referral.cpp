// GET /orienter/{token}: what became of the young people that a counsellor referred. No account: a mailed
// link. GET /orienter: how to get the link again.

#include "features/recruitment/pages/recruitment_pages.h"
#include "features/recruitment/pages/referral_fragments.h"
#include "features/sites/sites.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

http::Response ask_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading(
        {.title = t("recruitment.referral.ask"), .lead = p({t("recruitment.referral.ask_lead")})});
    body += design::mistakes(form, t);
    body += design::sending(Url("/orienter"),
                            design::field(form,
                                          {.name = "mail",
                                           .label = t("recruitment.referrers.mail"),
                                           .input = design::Input::Mail,
                                           .autocomplete = "email"},
                                          t) +
                                design::button({.word = t("recruitment.referral.ask_do"), .icon = "send"}));
    body += p({cls("soft"), t("recruitment.referral.ask_why")});
    return design::page(visit, {.title = design::form_title(form, t("recruitment.referral.ask"), t),
                                .body = body,
                                .status = status});
}

// What became of somebody, in the counsellor's words: nothing of what was said in the interview.
std::string outcome_of(const Row& row, const i18n::Words& t) {
    const std::string day = row.story.interview && !is_over(row.stage) ? t.day(row.story.interview->on)
                            : row.story.seat                           ? t.day(row.story.seat->meeting.on)
                                                                       : std::string();
    return t("recruitment.outcome." + std::string(word_of(row.stage)), {{"day", day}});
}

bool may_withdraw(const Row& row) {
    return !is_over(row.stage);
}
bool may_book(const Row& row) {
    switch (row.stage) {
        case Stage::Fresh:
        case Stage::Invited:
        case Stage::Missed:
        case Stage::Excused: return true;
        default: return false;
    }
}

}  // namespace

std::optional<Referrer> holder_of(Room& room, const web::Visit& visit, const std::string& token) {
    return room.database.read(
        [&](const sql::Reader& db) { return room.referrals.behind(db, token, visit.now()); });
}

Act act_of(const web::Visit& visit, const Referrer& referrer) {
    Act act = visit.act();
    act.by = by_link(referrer.site);
    return act;
}

http::Response referral_ask(Room&, web::Visit& visit) {
    return ask_page(visit, {});
}

http::Response referral_recover(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto mail = form.mail("mail");
    if (!form.is_good()) return ask_page(visit, form, 422);
    room.referrals.recover(visit.act(), i18n::search_key(*mail));
    // The same answer whether the address is known or not.
    visit.say("recruitment.said.recovered");
    return http::see_other(Url("/orienter"));
}

http::Response referral(Room& room, web::Visit& visit, std::string token) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    const auto& t = visit.words();
    const Url here = Url("/orienter") / token;
    std::vector<Row> rows;
    std::string site_name;
    room.database.read([&](const sql::Reader& db) {
        rows = room.candidates.referred_by(db, who->id, visit.today());
        if (const auto site = sites::find(db, who->site)) site_name = site->name;
    });
    auto body = design::heading(
        {.title = t("recruitment.referral.title"),
         .lead = p({t("recruitment.referral.lead", {{"name", who->contact.name}, {"site", site_name}})})});
    body += design::button_row(
        {design::link_button({.word = t("recruitment.referral.new"), .icon = "user-plus"}, here / "nouveau"),
         design::link_button({.word = t("recruitment.referral.meetings"),
                              .icon = "calendar-days",
                              .look = design::Look::Outline},
                             Url("/reunions") / token)});
    if (rows.empty()) {
        body += design::empty_state({.icon = "users",
                                     .title = t("recruitment.referral.none"),
                                     .sentence = t("recruitment.referral.none_why")});
    }
    Markup cards;
    for (const Row& row : rows) {
        Markup acts;
        if (may_book(row))
            acts += design::link_button(
                {.word = t("recruitment.referral.book"),
                 .icon = "calendar-check",
                 .look = design::Look::Outline,
                 .size = design::Size::Small,
                 .label = t("recruitment.referral.book") + ", " + full_name(row.candidate)},
                Url("/reunions") / token);
        if (may_withdraw(row))
            acts += design::act_button(
                here / row.candidate.id / "retrait",
                {.word = t("recruitment.referral.withdraw"),
                 .look = design::Look::Bare,
                 .size = design::Size::Small,
                 .label = t("recruitment.referral.withdraw") + ", " + full_name(row.candidate)});
        cards +=
            design::card({.title = full_name(row.candidate),
                          .body = design::stack({div({cls("line"), design::tag(stage_tag(row.stage, t))}),
                                                 p({outcome_of(row, t)}),
                                                 acts.empty() ? Markup() : design::button_row({acts})})});
    }
    body += cards;
    body += p({cls("soft"), t("recruitment.referral.privacy")});
    return design::page(visit, {.title = t("recruitment.referral.title"), .body = body});
}

http::Response referral_withdraw(Room& room, web::Visit& visit, std::string token, CandidateId id) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    const auto rows = room.database.read(
        [&](const sql::Reader& db) { return room.candidates.referred_by(db, who->id, visit.today()); });
    for (const Row& row : rows) {
        if (row.candidate.id != id) continue;
        const auto done = room.candidates.withdraw(act_of(visit, *who), id, By::Referrer);
        if (!done) return design::refused(visit, done.refusal(), Url("/orienter") / token);
        visit.say("recruitment.said.withdrawn");
        return http::see_other(Url("/orienter") / token);
    }
    return design::refused(visit, {"recruitment.not_there"}, Url("/orienter") / token);
}

}  // namespace fabnum::recruitment
