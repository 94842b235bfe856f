#include "features/recruitment/referrals.h"

#include <chrono>

#include "features/recruitment/letters.h"
#include "features/recruitment/referral_store.h"
#include "features/sites/sites.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

namespace {

using namespace std::chrono_literals;

void note_referrer(const sql::Writer& db, const Act& act, std::string_view action, const Referrer& referrer,
                   std::string after = {}) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "referrer",
                         .subject = referrer.id.value,
                         .site = referrer.site,
                         .before = {},
                         .after = std::move(after)});
}

void mail_link(const sql::Writer& db, const Act& act, const Referrer& referrer,
               const std::string& public_address) {
    const auto site = sites::find(db, referrer.site);
    tell_referrer(db, act, referrer, "referrer_link", {{"site", site ? site->name : ""}}, public_address);
    store::set_link_at(db, referrer.id, act.at);
    note_referrer(db, act, "referrer.link_sent", referrer);
}

}  // namespace

std::optional<Referrer> Referrals::behind(const sql::Reader& db, std::string_view token, Instant now) const {
    const auto link = sessions::find_link(db, referrer_link, token, now);
    return link ? store::find_referrer(db, ReferrerId{link->subject}) : std::nullopt;
}

std::vector<ReferrerRow> Referrals::list(const sql::Reader& db, const Actor& actor, SiteId site) const {
    return recruits_on(actor, site) ? store::referrers(db, site) : std::vector<ReferrerRow>{};
}

Result<ReferrerId> Referrals::send_link(const Act& act, const NewReferrer& who) const {
    if (!recruits_on(act.by, who.site)) return Refusal{"recruitment.not_yours"};
    return database_.write(act, [&](const sql::Writer& db) -> Result<ReferrerId> {
        const auto house = partners::keep(db, who.organisation, partners::Kind::MissionLocale, who.town);
        const auto contact = partners::keep_contact(db, house, who.name, who.mail, who.phone);
        const auto id = store::keep_referrer(db, who.site, contact, act.at);
        mail_link(db, act, *store::find_referrer(db, id), public_address_);
        return id;
    });
}

Result<Done> Referrals::send_again(const Act& act, ReferrerId id) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto referrer = store::find_referrer(db, id);
        if (!referrer || !recruits_on(act.by, referrer->site)) return Refusal{"recruitment.no_referrer"};
        mail_link(db, act, *referrer, public_address_);
        return Done{};
    });
}

Result<Done> Referrals::end_links(const Act& act, ReferrerId id) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto referrer = store::find_referrer(db, id);
        if (!referrer || !recruits_on(act.by, referrer->site)) return Refusal{"recruitment.no_referrer"};
        sessions::revoke_links(db, referrer_link, id.value);
        note_referrer(db, act, "referrer.links_ended", *referrer);
        return Done{};
    });
}

void Referrals::recover(const Act& act, std::string_view mail) const {
    (void)database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        for (const ReferrerRow& row : store::referrers_of(db, partners::contacts_with_mail(db, mail))) {
            // Who ended all links meant it; and nobody's box is filled by a stranger.
            bool living = false;
            for (const auto& link : sessions::links_of(db, referrer_link, row.referrer.id.value))
                living = living || !link.revoked;
            if (living && row.link_at < act.at - 1h) mail_link(db, act, row.referrer, public_address_);
        }
        return Done{};
    });
}

Result<Done> Referrals::refer(const Act& act, ReferrerId id, const std::vector<NewCandidate>& all,
                              Day today) const {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto referrer = store::find_referrer(db, id);
        if (!referrer) return Refusal{"recruitment.no_referrer"};
        for (NewCandidate one : all) {
            one.facts.site = referrer->site;
            one.facts.source = Source::Referral;
            one.facts.referrer = id;
            const auto made = receive(db, act, one, today, public_address_);
            if (!made) return made.refusal();
        }
        note_referrer(db, act, "referrer.referred", *referrer,
                      json::object({{"count", static_cast<std::int64_t>(all.size())}}));
        tell_referrer(db, act, *referrer, "referrer_received",
                      {{"count", static_cast<std::int64_t>(all.size())}}, public_address_);
        return Done{};
    });
}

}  // namespace fabnum::recruitment
