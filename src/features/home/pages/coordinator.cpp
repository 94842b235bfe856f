// GET /accueil: what to decide today, the orders, who has not tried what, the cohort. Real facts only.

#include "base/text.h"
#include "design/page.h"
#include "features/home/pages/cohort_cards.h"
#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"
#include "features/home/pages/jobs_card.h"
#include "features/home/pages/order_cards.h"
#include "features/home/pages/presence_card.h"
#include "features/home/pages/recruitment_card.h"

namespace fabnum::home {

using namespace html;

namespace {

struct Facts {
    OrderFacts orders;
    CohortFacts cohort;
    After after;
    RecruitmentFacts recruitment;
};

Facts facts_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        return Facts{.orders = order_facts(room, db, visit),
                     .cohort = cohort_facts(db, visit),
                     .after = after_of(db, visit.actor().site, visit.today()),
                     .recruitment = recruitment_facts(room, db, visit)};
    });
}

}  // namespace

http::Response coordinator(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Facts facts = facts_of(room, visit);
    const Decisions decisions = decisions_card(facts.orders, visit);
    const Markup lead = p(
        {capitalised(t.day(visit.today())), ". ", t("home.coordinator.lead", {{"count", decisions.count}})});
    auto body =
        design::heading({.title = t("home.hello", {{"name", visit.visitor().given_name}}), .lead = lead});
    body += presence_card(room, visit);
    // Wide: what waits for her. Narrow: where everybody is.
    body +=
        design::columns(design::stack({decisions.card, recruitment_card(facts.recruitment, visit),
                                       due_card(facts.orders, visit)}),
                        design::stack({cohort_card(facts.cohort, visit), paths_card(room, visit),
                                       jobs_card(room, visit), civics_card(room, visit),
                                       outcomes_card(facts.after, visit), holes_card(facts.cohort, visit)}));
    body += board_of_orders(facts.orders, visit);
    const Markup add =
        design::link_button({.word = t("home.add_order"), .icon = "plus"}, Url("/commandes/nouvelle"));
    return design::page(visit,
                        {.title = t("home.coordinator.title"), .body = body, .here = "home", .actions = add});
}

}  // namespace fabnum::home
