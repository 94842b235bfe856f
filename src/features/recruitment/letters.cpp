#include "features/recruitment/letters.h"

#include "features/recruitment/referral_store.h"
#include "platform/mail/mail.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

namespace {

using namespace std::chrono_literals;
constexpr auto lasts = 24h * 200;

std::string key_of(std::string_view letter) {
    return "recruitment.letter_" + std::string(letter);
}

void post_to_referrer(const sql::Writer& db, const Act& act, const Referrer& referrer,
                      std::string_view letter, std::initializer_list<i18n::Fact> facts,
                      const std::string& public_address, CandidateId about) {
    if (!referrer.contact.mail) return;
    const i18n::Words t({.language = i18n::Language::French});
    const std::string key = key_of(letter);
    const auto token = sessions::make_link(db, referrer_link, referrer.id.value, act.at, lasts);
    mail::post(db,
               {.to = *referrer.contact.mail,
                .to_name = referrer.contact.name,
                .subject = t(key + ".subject", facts),
                .paragraphs = {t("recruitment.letter.hello", {{"name", referrer.contact.name}}),
                               t(key + ".body", facts)},
                .link_words = t("recruitment.letter.referrer_do"),
                .link = public_address + "/orienter/" + token,
                .footer = t("recruitment.letter.referrer_why"),
                .language = "fr",
                .about_kind = about ? "candidate" : "referrer",
                .about = about ? about.value : referrer.id.value,
                .site = referrer.site},
               act.at);
}

}  // namespace

std::string link_of(const sql::Writer& db, const Candidate& candidate, Instant now,
                    const std::string& public_address) {
    const auto token = sessions::make_link(db, candidate_link, candidate.id.value, now, lasts);
    return public_address + "/rendez-vous/" + token;
}

void tell(const sql::Writer& db, const Act& act, const Candidate& candidate, std::string_view letter,
          std::initializer_list<i18n::Fact> facts, const std::string& public_address,
          std::string_view words) {
    if (!candidate.mail) return;
    const i18n::Words t(voice_of(candidate));
    const std::string key = key_of(letter);
    mail::Letter post{.to = *candidate.mail,
                      .to_name = full_name(candidate),
                      .subject = t(key + ".subject", facts),
                      .paragraphs = {t("recruitment.letter.hello", {{"name", candidate.given_name}}),
                                     t(key + ".body", facts)},
                      .link_words = t(key + ".do"),
                      .link = link_of(db, candidate, act.at, public_address),
                      .footer = t("recruitment.letter.why"),
                      .language = "fr-tu",
                      .about_kind = "candidate",
                      .about = candidate.id.value,
                      .site = candidate.site};
    if (!words.empty()) post.paragraphs.emplace_back(words);
    mail::post(db, post, act.at);
}

void tell_referrer(const sql::Writer& db, const Act& act, const Candidate& candidate, std::string_view letter,
                   std::initializer_list<i18n::Fact> facts, const std::string& public_address) {
    if (!candidate.referrer) return;
    if (const auto referrer = store::find_referrer(db, candidate.referrer))
        post_to_referrer(db, act, *referrer, letter, facts, public_address, candidate.id);
}

void tell_referrer(const sql::Writer& db, const Act& act, const Referrer& referrer, std::string_view letter,
                   std::initializer_list<i18n::Fact> facts, const std::string& public_address) {
    post_to_referrer(db, act, referrer, letter, facts, public_address, {});
}

}  // namespace fabnum::recruitment
