// The coordinator's home: whom recruitment waits for, and the next meeting.

#include "features/home/pages/recruitment_card.h"

#include "design/page.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::size_t most = 4;

}  // namespace

RecruitmentFacts recruitment_facts(Room& room, const sql::Reader& db, const web::Visit& visit) {
    const SiteId site = visit.actor().site;
    const recruitment::Candidates candidates(room.database, room.public_address);
    const recruitment::Meetings meetings(room.database, room.public_address);
    if (!site) return {};
    return {.to_do = candidates.list(db, visit.actor(), {.site = site, .to_do = true}, visit.today()),
            .ahead = meetings.ahead(db, site, visit.today())};
}

Markup recruitment_card(const RecruitmentFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.to_do.empty() && facts.ahead.empty()) return {};
    std::vector<design::Decision> rows;
    for (const auto& row : facts.to_do) {
        if (rows.size() == most) break;
        const std::string stage(recruitment::word_of(row.stage));
        const Url to = Url("/recrutement/candidatures") / row.candidate.id;
        rows.push_back(
            {.person = design::Person{row.candidate.id.value, recruitment::full_name(row.candidate)},
             .title = recruitment::full_name(row.candidate),
             .detail = t("recruitment.stage." + stage),
             .to = to});
    }
    Markup body = rows.empty() ? Markup() : design::decision_list(rows);
    if (!facts.ahead.empty()) {
        const auto& next = facts.ahead.front();
        body += p({cls("card-foot"), t("home.recruitment.next", {{"day", t.day(next.meeting.on)},
                                                                 {"time", t.time(next.meeting.starts)},
                                                                 {"taken", next.taken},
                                                                 {"seats", next.meeting.seats}})});
    }
    return design::card(
        {.title = t("home.recruitment.title"),
         .action = design::Link{t("home.recruitment.all", {{"count", facts.to_do.size()}}),
                                Url("/recrutement").with("etape", "a-faire").with("promo", "toutes")},
         .body = body,
         .flush = true});
}

}  // namespace fabnum::home
