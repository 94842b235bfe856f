// GET /orienter/{token}/nouveau: one young person or several at once, on one page: a counsellor does this
// often.

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "features/recruitment/pages/recruitment_pages.h"
#include "features/recruitment/pages/referral_fragments.h"

namespace fabnum::recruitment {

using namespace html;

namespace {

constexpr int most_at_once = 10;

std::string end_of(int number) {
    return "_" + std::to_string(number);
}

int how_many(const forms::Form& form) {
    int count = 1;
    const std::string typed = form.typed("count");
    std::from_chars(typed.data(), typed.data() + typed.size(), count);
    return std::clamp(count, 1, most_at_once);
}

// Nothing at all was typed in this block: it is left out.
bool is_blank(const forms::Form& form, int number) {
    for (const char* name : {"given_name", "family_name", "birth_day", "town", "phone", "mail"})
        if (!trimmed(form.typed(name + end_of(number))).empty()) return false;
    return true;
}

http::Response form_page(Room& room, web::Visit& visit, const Referrer& who, const std::string& token,
                         const forms::Form& form, int count, int status = 200) {
    const auto& t = visit.words();
    const Url here = Url("/orienter") / token / "nouveau";
    const auto ahead = room.database.read(
        [&](const sql::Reader& db) { return room.meetings.ahead(db, who.site, visit.today()); });
    auto body = design::heading(
        {.title = t("recruitment.referral.new"),
         .lead = p({t("recruitment.referral.new_lead")}),
         .above = design::back_link({t("recruitment.referral.title"), Url("/orienter") / token})});
    body += design::mistakes(form, t);
    Markup blocks;
    for (int number = 1; number <= count; ++number) {
        const std::string end = end_of(number);
        Markup more = design::checkboxes(form,
                                         {.name = "help" + end,
                                          .label = t("recruitment.field.help"),
                                          .choices = choices_of("help", helps, t),
                                          .help = t("recruitment.field.help_help"),
                                          .optional = true},
                                         t);
        if (!ahead.empty())
            more += design::select_field(form,
                                         {.name = "meeting" + end,
                                          .label = t("recruitment.field.meeting"),
                                          .choices = meeting_choices(ahead, t),
                                          .optional = true,
                                          .empty_word = t("recruitment.field.no_meeting")},
                                         t);
        blocks += design::field_group(t("recruitment.referral.person", {{"number", number}}),
                                      {candidate_fields(form, end, t), more});
    }
    blocks += design::hidden("count", std::to_string(count));
    blocks += p({cls("soft"), t("recruitment.referral.consent")});
    Markup buttons = design::button({.word = t("recruitment.referral.send", {{"count", count}}),
                                     .icon = "send",
                                     .name = "do",
                                     .value = "send"});
    if (count < most_at_once)
        buttons += design::button({.word = t("recruitment.referral.one_more"),
                                   .icon = "plus",
                                   .look = design::Look::Outline,
                                   .name = "do",
                                   .value = "more",
                                   .skips_checks = true});
    body += design::sending(here, blocks + design::button_row({buttons}));
    return design::page(visit, {.title = design::form_title(form, t("recruitment.referral.new"), t),
                                .body = body,
                                .status = status,
                                .wide = true});
}

}  // namespace

http::Response referral_new(Room& room, web::Visit& visit, std::string token) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    forms::Form form;
    form.put("meeting_1", std::string(visit.request().query.get("reunion")));
    form.put("registered_1", "yes");
    return form_page(room, visit, *who, token, form, 1);
}

http::Response referral_send(Room& room, web::Visit& visit, std::string token) {
    const auto who = holder_of(room, visit, token);
    if (!who) return ended_link(room, visit, "referrer", token);
    forms::Form form(visit);
    const int count = how_many(form);
    if (form.has("do", "more")) {
        const int more = std::min(count + 1, most_at_once);
        form.put("registered" + end_of(more), "yes");
        return form_page(room, visit, *who, token, form, more);
    }
    std::vector<NewCandidate> all;
    for (int number = 1; number <= count; ++number) {
        if (number > 1 && is_blank(form, number)) continue;
        NewCandidate one;
        one.facts = candidate_from(form, end_of(number), visit.today());
        one.helps = form.all_typed("help" + end_of(number));
        std::erase_if(one.helps, [](const std::string& word) {
            return std::find(std::begin(helps), std::end(helps), word) == std::end(helps);
        });
        one.meeting = form.id<struct RecruitmentMeetingTag>("meeting" + end_of(number));
        all.push_back(std::move(one));
    }
    if (!form.is_good()) return form_page(room, visit, *who, token, form, count, 422);
    const auto done = room.referrals.refer(act_of(visit, *who), who->id, all, visit.today());
    if (!done) {
        const bool about_name = done.refusal().key == "recruitment.known_already";
        form.refuse(about_name ? "given_name_1" : "meeting_1", done.refusal());
        return form_page(room, visit, *who, token, form, count, 422);
    }
    visit.say("recruitment.said.referred", {{"count", std::to_string(all.size())}});
    return http::see_other(Url("/orienter") / token);
}

}  // namespace fabnum::recruitment
