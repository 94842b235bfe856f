#pragma once

// Referrals: a counsellor without account refers young people through a private link, books seats for them,
// and sees what became of each.

#include <string>
#include <string_view>
#include <vector>

#include "features/recruitment/candidates.h"

namespace fabnum::recruitment {

struct NewReferrer {
    SiteId site;
    std::string organisation, town, name, mail;
    std::optional<std::string> phone;
};
// A line of the coordinator's list.
struct ReferrerRow {
    Referrer referrer;
    int referred = 0;
    Instant link_at;  // when the last link was sent
};

class Referrals {
 public:
    Referrals(sql::Database& database, std::string public_address)
        : database_(database), public_address_(std::move(public_address)) {}

    std::optional<Referrer> behind(const sql::Reader& db, std::string_view token, Instant now) const;
    std::vector<ReferrerRow> list(const sql::Reader& db, const Actor& actor, SiteId site) const;

    // Keeps the contact and mails a link; the same again mails a new one.
    Result<ReferrerId> send_link(const Act& act, const NewReferrer& who) const;
    Result<Done> send_again(const Act& act, ReferrerId id) const;
    // All links of theirs end.
    Result<Done> end_links(const Act& act, ReferrerId id) const;
    // "I lost my link": a new one goes to that address if we know it, at most one an hour. Says nothing else.
    void recover(const Act& act, std::string_view mail) const;
    // Several young people at once: all of them, or none and why.
    Result<Done> refer(const Act& act, ReferrerId id, const std::vector<NewCandidate>& all, Day today) const;

 private:
    sql::Database& database_;
    std::string public_address_;
};

}  // namespace fabnum::recruitment
