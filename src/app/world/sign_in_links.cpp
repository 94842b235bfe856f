#include <chrono>

#include "app/world/expect.h"
#include "app/world/world.h"
#include "features/recruitment/recruitment.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"

namespace fabnum::app::world {

namespace {

using namespace std::chrono_literals;

struct Guest {
    Role role;
    std::string_view given_name, detail;
};
constexpr Guest guests[] = {
    {Role::Coordinator, "Samira", ""},       {Role::Fabmanager, "Karim", ""},
    {Role::Participant, "Inès", "referent"}, {Role::Participant, "Yanis", "lead"},
    {Role::Adviser, "Claire", ""},           {Role::Admin, "Nadège", ""},
};
constexpr orders::State shown[] = {orders::State::Approving, orders::State::Clarifying};

// Hem, or the first site of a house that was generated.
std::optional<SiteId> site_to_show(const sql::Reader& db) {
    const auto sites = sites::all(db);
    for (const sites::Site& site : sites)
        if (site.name == "Hem") return site.id;
    return sites.empty() ? std::nullopt : std::optional(sites.front().id);
}

// The one of that name, or anybody with the role; of the young people, somebody who is there now.
std::optional<people::Face> known(const sql::Reader& db, const Guest& guest, SiteId site, Day today) {
    const auto cohort = cohorts::running(db, site, today);
    const auto faces = guest.role != Role::Participant ? people::with_role(db, guest.role, site, today)
                       : cohort                        ? cohorts::present_members(db, cohort->id, today)
                                                       : std::vector<people::Face>{};
    for (const people::Face& face : faces)
        if (face.given_name == guest.given_name) return face;
    return faces.empty() ? std::nullopt : std::optional(faces.front());
}

}  // namespace

std::string signed_in(sql::Database& database, const Actor& actor, Instant now) {
    return expect(database.write({},
                                 [&](const sql::Writer& db) -> Result<std::string> {
                                     return sessions::begin(db, actor, "Firefox, Linux",
                                                            sessions::Device::Own, now);
                                 }),
                  "sign in");
}

std::vector<SignInLink> sign_in_links(sql::Database& database, const orders::Orders& orders, Instant now) {
    const Day today = clock::day_in("Europe/Paris", now);
    const Act act{.by = {.person = {}, .role = Role::System, .site = {}}, .at = now};
    return expect(database.write(
                      act,
                      [&](const sql::Writer& db) -> Result<std::vector<SignInLink>> {
                          std::vector<SignInLink> links;
                          const auto site = site_to_show(db);
                          if (!site) return links;
                          for (const Guest& guest : guests) {
                              const auto face = known(db, guest, *site, today);
                              if (!face) continue;
                              const auto token = sessions::make_link(db, "sign_in", face->id.value, now, 48h);
                              journal::record(db, {.act = act,
                                                   .action = "person.link_made",
                                                   .subject_kind = "person",
                                                   .subject = face->id.value,
                                                   .site = *site});
                              links.push_back({std::string(word_of(guest.role)), std::string(guest.detail),
                                               people::full_name(*face), token});
                          }
                          const Actor everywhere{.person = {}, .role = Role::Admin, .site = {}};
                          for (const orders::State state : shown) {
                              orders::Filter filter;
                              filter.site = *site;
                              filter.states = {state};
                              filter.sort = "received";
                              const auto found = orders.list(db, everywhere, filter, today);
                              if (found.rows.empty()) continue;
                              const orders::Listed& order = found.rows.front().order;
                              const auto token =
                                  sessions::make_link(db, orders::tracking_link, order.id.value, now, 48h);
                              links.push_back({std::string(word_of(Role::Requester)),
                                               std::string(orders::word_of(state)), order.title, token});
                          }
                          for (const auto& row :
                               recruitment::Referrals(database, "").list(db, {.role = Role::Admin}, *site)) {
                              const auto token = sessions::make_link(db, recruitment::referrer_link,
                                                                     row.referrer.id.value, now, 48h);
                              links.push_back({"referrer", "", row.referrer.contact.name, token});
                              break;
                          }
                          return links;
                      }),
                  "ways in");
}

}  // namespace fabnum::app::world
