#include "features/orders/orders.h"

#include <algorithm>
#include <map>

#include "features/orders/order_entry.h"
#include "features/orders/order_store.h"
#include "platform/json/json.h"
#include "platform/mail/mail.h"

namespace fabnum::orders {

namespace {

using namespace std::chrono_literals;

Sight with_all(const sql::Reader& db, Order order) {
    Sight sight;
    sight.site = sites::find(db, order.site).value_or(sites::Site{});
    sight.organisation = partners::find(db, order.organisation).value_or(partners::Organisation{});
    sight.contact = partners::find_contact(db, order.contact).value_or(partners::Contact{});
    sight.triage = store::triage(db, order.id);
    sight.messages = store::messages(db, order.id);
    sight.pictures = store::pictures(db, order.id);
    sight.prototypes = store::prototypes(db, order.id);
    sight.materials = store::materials(db, order.id);
    sight.delivery = store::delivery(db, order.id);
    sight.thanks = store::thanks(db, order.id);
    sight.order = std::move(order);
    return sight;
}

std::vector<Row> with_organisations(const sql::Reader& db, std::vector<Listed> orders) {
    std::vector<partners::OrganisationId> ids;
    for (const Listed& order : orders) ids.push_back(order.organisation);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::map<partners::OrganisationId, std::string> names;
    for (const auto& organisation : partners::named(db, ids)) names[organisation.id] = organisation.name;
    std::vector<Row> rows;
    for (Listed& order : orders) {
        const auto organisation = order.organisation;
        rows.push_back({std::move(order), names[organisation]});
    }
    return rows;
}

// Those of these states, or of all when there is none, that young people and guests see too.
std::vector<State> seen_by_all(const std::vector<State>& wished) {
    std::vector<State> seen;
    for (const State state : {State::Accepted, State::Making, State::Approving, State::Ready,
                              State::Delivered, State::Closed, State::Suspended})
        if (wished.empty() || std::find(wished.begin(), wished.end(), state) != wished.end())
            seen.push_back(state);
    return seen;
}

}  // namespace

Money Sight::material_cost() const {
    Money sum;
    for (const Material& one : materials) sum = sum + one.cost;
    return sum;
}

std::optional<Sight> Orders::visible_to(const sql::Reader& db, const Actor& actor, OrderId id) const {
    auto order = store::find(db, id);
    if (!order || !may_see(actor, *order)) return std::nullopt;
    return with_all(db, std::move(*order));
}

std::optional<Sight> Orders::behind(const sql::Reader& db, std::string_view token, Instant now) const {
    const auto link = sessions::find_link(db, tracking_link, token, now);
    if (!link) return std::nullopt;
    auto order = store::find(db, OrderId{link->subject});
    if (!order) return std::nullopt;
    return with_all(db, std::move(*order));
}

Rows Orders::list(const sql::Reader& db, const Actor& actor, const Filter& filter, Day today) const {
    Filter within = filter;
    within.site = actor.role == Role::Admin && filter.site ? filter.site : actor.site;
    if (!is_staff(actor)) {
        within.states = seen_by_all(filter.states);
        if (within.states.empty()) return {};
    }
    return {.rows = with_organisations(db, store::list(db, within, today)),
            .count = store::count(db, within, today)};
}

std::map<State, Rows> Orders::by_state(const sql::Reader& db, const Actor& actor,
                                       const std::vector<State>& wished, int most) const {
    const std::vector<State> seen = is_staff(actor) ? wished : seen_by_all(wished);
    if (seen.empty()) return {};
    std::map<State, Rows> found;
    std::vector<Listed> firsts;
    for (auto& [order, count] : store::first_of_each_state(db, actor.site, seen, most)) {
        found[order.state].count = count;
        firsts.push_back(std::move(order));
    }
    for (Row& row : with_organisations(db, std::move(firsts)))
        found[row.order.state].rows.push_back(std::move(row));
    return found;
}

std::optional<Order> Orders::of_project(const sql::Reader& db, projects::ProjectId project) const {
    return store::of_project(db, project);
}

std::vector<Row> Orders::of_projects(const sql::Reader& db,
                                     const std::vector<projects::ProjectId>& ids) const {
    return with_organisations(db, store::of_projects(db, ids));
}

std::map<OrderId, std::string> Orders::names(const sql::Reader& db, const std::vector<OrderId>& ids) const {
    std::map<OrderId, std::string> names;
    for (const Listed& order : store::with_ids(db, ids))
        names[order.id] = reference_of(order) + ", " + order.title;
    return names;
}

std::vector<Thanked> Orders::thanks_for(const sql::Reader& db, const std::vector<projects::ProjectId>& ids,
                                        int most) const {
    std::vector<Thanked> all;
    for (auto& [order, thanks] : store::thanks_for(db, ids, most)) {
        const auto contact = partners::find_contact(db, order.contact);
        const auto organisation = partners::find(db, order.organisation);
        all.push_back({.thanks = std::move(thanks),
                       .order = order.title,
                       .contact = contact ? contact->name : "",
                       .organisation = organisation ? organisation->name : ""});
    }
    return all;
}

unsigned Orders::doers(const sql::Reader& db, const Actor& actor, const Order& order) const {
    if (actor.role == Role::Requester)
        return Requester;  // the page looked the order up through their own link
    if (!reaches(actor, order.site)) return 0;
    if (is_staff(actor)) return Staff;
    if (actor.role != Role::Participant || !order.project) return 0;
    const auto turn = projects::turn_of(db, order.project, actor.person);
    return turn == projects::Turn::Lead ? Lead : turn == projects::Turn::Referent ? Referent : 0u;
}

// One step of order_life: asks who may, changes the state unless somebody else did, writes the journal.
Result<Orders::Moved> Orders::move(const sql::Writer& db, const Act& act, OrderId id, Step step,
                                   std::string_view reason, std::string details) const {
    const auto order = store::find(db, id);
    if (!order || (act.by.role != Role::Requester && !may_see(act.by, *order)))
        return Refusal{"orders.not_there"};
    const auto next = after(order->state, step);
    if (!next) return next.refusal();
    if (!may(order->state, step, doers(db, act.by, *order))) return Refusal{"orders.not_yours"};
    if (!store::advance(db, id, order->state, *next, reason, act.at))
        return Refusal{"orders.moved_meanwhile"};
    Order moved = *order;
    moved.state = *next;
    moved.reason = reason;
    moved.changed = act.at;
    note(
        db, act, action_of(step), moved, json::object({{"state", word_of(order->state)}}),
        details.empty() ? json::object({{"state", word_of(*next)}, {"reason", reason}}) : std::move(details));
    return Moved{*order, std::move(moved)};
}

// A letter to the requester, in their language, with a link of its own to the tracking page. Its words are
// orders.letter.<letter>.subject and .body; `words` is what somebody of the team wrote.
void Orders::tell(const sql::Writer& db, const Act& act, const Order& order, std::string_view letter,
                  std::string_view words) const {
    const auto contact = partners::find_contact(db, order.contact);
    if (!contact || !contact->mail) return;
    const i18n::Words t({.language = order.language});
    const std::string key = "orders.letter." + std::string(letter);
    const auto site = sites::find(db, order.site);
    mail::Letter post;
    post.to = *contact->mail;
    post.to_name = contact->name;
    post.subject = t(key + ".subject", {{"title", order.title}, {"reference", reference_of(order)}});
    post.paragraphs = {t("orders.letter.hello", {{"name", contact->name}}),
                       t(key + ".body", {{"title", order.title},
                                         {"site", site ? site->name : ""},
                                         {"due", order.due ? t.day(*order.due) : ""}})};
    if (!words.empty()) post.paragraphs.push_back(std::string(words));
    const auto token = sessions::make_link(db, tracking_link, order.id.value, act.at, 24h * 365);
    post.link_words = t("orders.letter.follow");
    post.link = public_address_ + (html::Url("/suivi") / token).text();
    post.footer = t("orders.letter.why", {{"reference", reference_of(order)}});
    post.language = i18n::tag_of(order.language);
    post.about_kind = "order";
    post.about = order.id.value;
    post.site = order.site;
    mail::post(db, post, act.at);
}

}  // namespace fabnum::orders
