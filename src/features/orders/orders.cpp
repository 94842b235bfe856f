#include "features/orders/orders.h"

#include <algorithm>
#include <map>

#include "features/orders/order_store.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/mail/mail.h"

namespace fabnum::orders {

namespace {

using namespace std::chrono_literals;

void note(const sql::Writer& db, const Act& act, std::string_view action, const Order& order,
          std::string before, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "order",
                         .subject = order.id.value,
                         .site = order.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

std::string_view action_of(Step step) {
    switch (step) {
        case Step::Ask: return "order.asked";
        case Step::Answer: return "order.answered";
        case Step::Accept: return "order.accepted";
        case Step::Decline: return "order.declined";
        case Step::Start: return "order.started";
        case Step::ShowPrototype: return "order.prototype_shown";
        case Step::Approve: return "order.prototype_approved";
        case Step::AskChanges: return "order.changes_asked";
        case Step::Finish: return "order.finished";
        case Step::Reopen: return "order.reopened";
        case Step::Deliver: return "order.delivered";
        case Step::Close: return "order.closed";
        case Step::Suspend: return "order.suspended";
        case Step::ResumeWaiting:
        case Step::ResumeMaking: return "order.resumed";
        case Step::Cancel: return "order.cancelled";
    }
    return "order.moved";
}

int year_of(Instant at) {
    return static_cast<int>(clock::day_in("Europe/Paris", at).ymd().year());
}

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

bool may_see(const Actor& actor, const Order& order) {
    if (!reaches(actor, order.site)) return false;
    if (is_staff(actor)) return true;
    const bool before_yes =
        order.state == State::Received || order.state == State::Clarifying || order.state == State::Declined;
    return actor.role == Role::Participant && !before_yes;
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
        const std::vector<State> seen = {State::Accepted,  State::Making, State::Approving, State::Ready,
                                         State::Delivered, State::Closed, State::Suspended};
        std::vector<State> wished;
        for (const State state : seen)
            if (filter.states.empty() ||
                std::find(filter.states.begin(), filter.states.end(), state) != filter.states.end())
                wished.push_back(state);
        if (wished.empty()) return {};
        within.states = wished;
    }
    Rows found;
    found.count = store::count(db, within, today);
    auto orders = store::list(db, within, today);
    std::vector<partners::OrganisationId> ids;
    for (const Order& order : orders) ids.push_back(order.organisation);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::map<partners::OrganisationId, std::string> names;
    for (const auto& organisation : partners::named(db, ids)) names[organisation.id] = organisation.name;
    for (Order& order : orders) {
        const auto organisation = order.organisation;
        found.rows.push_back({std::move(order), names[organisation]});
    }
    return found;
}

std::optional<Order> Orders::of_project(const sql::Reader& db, projects::ProjectId project) const {
    return store::of_project(db, project);
}

std::vector<Row> Orders::of_projects(const sql::Reader& db,
                                     const std::vector<projects::ProjectId>& ids) const {
    std::vector<Row> rows;
    for (Order& order : store::of_projects(db, ids)) {
        const auto organisation = partners::find(db, order.organisation);
        rows.push_back({std::move(order), organisation ? organisation->name : ""});
    }
    return rows;
}

std::vector<Thanks> Orders::thanks_for(const sql::Reader& db, const std::vector<projects::ProjectId>& ids,
                                       int most) const {
    return store::thanks_for(db, ids, most);
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

Result<Received> Orders::receive(const Act& act, const NewOrder& wish) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Received> {
        if (!sites::find(db, wish.site)) return Refusal{"orders.no_such_site"};
        if (is_staff(act.by) && !reaches(act.by, wish.site)) return Refusal{"orders.not_yours"};
        Order order;
        order.site = wish.site;
        order.year = year_of(act.at);
        order.number = store::next_number(db, wish.site, order.year);
        order.kind = wish.kind;
        order.title = wish.title;
        order.need = wish.need;
        order.beneficiaries = wish.beneficiaries;
        order.quantity = wish.quantity;
        order.wanted = wish.wanted;
        order.language = wish.language;
        order.received = act.at;
        order.organisation = partners::keep(db, wish.organisation, wish.organisation_kind, wish.town);
        order.contact = partners::keep_contact(db, order.organisation, wish.contact, wish.mail, wish.phone);
        order.id = store::insert(
            db, order, i18n::search_key(reference_of(order) + " " + order.title + " " + wish.organisation));
        for (const Picture& picture : wish.pictures) store::insert_picture(db, order.id, picture);
        note(db, act, "order.received", order, {},
             json::object({{"reference", reference_of(order)}, {"kind", word_of(order.kind)}}));
        tell(db, act, order, "received");
        const auto token = sessions::make_link(db, tracking_link, order.id.value, act.at, 24h * 365);
        return Received{order.id, token};
    });
}

Result<Done> Orders::study(const Act& act, OrderId id, const Triage& triage, std::optional<Money> estimate) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        if (!is_staff(act.by)) return Refusal{"orders.not_yours"};
        if (order->state != State::Received && order->state != State::Clarifying)
            return Refusal{"orders.moved_meanwhile"};
        store::set_study(db, id, triage, estimate, act.by.person, act.at);
        note(db, act, "order.studied", *order, json::object({{"estimate_cents", order->estimate}}),
             json::object({{"estimate_cents", estimate},
                           {"public_interest", word_of(triage.public_interest)},
                           {"nobodys_job", word_of(triage.nobodys_job)},
                           {"machines", word_of(triage.machines)},
                           {"safe_for_minors", word_of(triage.safe_for_minors)},
                           {"delay", word_of(triage.delay)}}));
        return Done{};
    });
}

Result<Done> Orders::ask(const Act& act, OrderId id, std::string_view question) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Ask);
        if (!moved) return moved.refusal();
        store::insert_message(
            db, id,
            {.at = act.at, .by_requester = false, .by = act.by.person, .text = std::string(question)});
        tell(db, act, moved->after, "asked", question);
        return Done{};
    });
}

Result<Done> Orders::answer(const Act& act, OrderId id, std::string_view answer) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Answer);
        if (!moved) return moved.refusal();
        // Answered at the counter: it is still the requester's word.
        store::insert_message(
            db, id, {.at = act.at, .by_requester = true, .by = act.by.person, .text = std::string(answer)});
        return Done{};
    });
}

Result<Done> Orders::write(const Act& act, OrderId id, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || (act.by.role != Role::Requester && !may_see(act.by, *order)))
            return Refusal{"orders.not_there"};
        if ((doers(db, act.by, *order) & (Staff | Referent | Requester)) == 0)
            return Refusal{"orders.referent_writes"};
        const bool by_requester = act.by.role == Role::Requester;
        store::insert_message(
            db, id,
            {.at = act.at, .by_requester = by_requester, .by = act.by.person, .text = std::string(message)});
        note(db, act, "order.message", *order, {}, json::object({{"by_requester", by_requester}}));
        if (!by_requester) tell(db, act, *order, "message", message);
        return Done{};
    });
}

Result<Done> Orders::accept(const Act& act, OrderId id, Day due, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        const auto site = order ? sites::find(db, order->site) : std::nullopt;
        if (!order || !site || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        const auto against =
            objections(store::triage(db, id), order->estimate, site->material_cap, act.by.role);
        if (!against.empty() && after(order->state, Step::Accept)) return against.front();
        if (due < clock::day_in(site->zone, act.at)) return Refusal{"orders.due_past"};
        const auto moved =
            move(db, act, id, Step::Accept, {}, json::object({{"state", "accepted"}, {"due_on", due}}));
        if (!moved) return moved.refusal();
        store::set_due(db, id, due);
        if (!message.empty())
            store::insert_message(
                db, id,
                {.at = act.at, .by_requester = false, .by = act.by.person, .text = std::string(message)});
        Order accepted = moved->after;
        accepted.due = due;
        tell(db, act, accepted, "accepted", message);
        return Done{};
    });
}

Result<Done> Orders::decline(const Act& act, OrderId id, std::string_view reason, std::string_view instead) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const std::string said = std::string(reason) + (instead.empty() ? "" : "\n" + std::string(instead));
        const auto moved = move(db, act, id, Step::Decline, said);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "declined", said);
        return Done{};
    });
}

Result<projects::ProjectId> Orders::start(const Act& act, OrderId id, const projects::Team& team,
                                          const std::vector<std::string>& checks, Day today) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<projects::ProjectId> {
        const auto moved = move(db, act, id, Step::Start);
        if (!moved) return moved.refusal();
        const Order& order = moved->after;
        const auto cohort = cohorts::running(db, order.site, today);
        if (!cohort) return Refusal{"orders.no_cohort"};
        const auto project = projects::start(db, act,
                                             {.site = order.site,
                                              .cohort = cohort->id,
                                              .title = order.title,
                                              .kind_of_order = std::string(word_of(order.kind)),
                                              .due = order.due,
                                              .checks = checks,
                                              .team = team},
                                             today);
        if (!project) return project.refusal();
        store::set_project(db, id, *project);
        tell(db, act, order, "started");
        return *project;
    });
}

Result<Done> Orders::show_prototype(const Act& act, OrderId id, const files::Cabinet::Checked& photo,
                                    std::string_view description, std::string_view question) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::ShowPrototype);
        if (!moved) return moved.refusal();
        Prototype prototype;
        prototype.picture = {cabinet_.keep(db, photo, act.at), std::string(description)};
        prototype.question = question;
        prototype.shown_at = act.at;
        store::insert_prototype(db, id, prototype, act.by.person);
        tell(db, act, moved->after, "prototype", question);
        return Done{};
    });
}

Result<Done> Orders::judge_prototype(const Act& act, OrderId id, bool approved, std::string_view comment) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, approved ? Step::Approve : Step::AskChanges);
        if (!moved) return moved.refusal();
        store::answer_prototype(db, id, approved, comment, act.at);
        return Done{};
    });
}

Result<Done> Orders::finish(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Finish);
        if (!moved) return moved.refusal();
        const auto mission = projects::find(db, moved->after.project);
        if (!mission || !mission->is_checked()) return Refusal{"orders.unchecked"};
        // What is delivered is delivered at the end: that step, and telling about it, may still be open.
        for (const projects::Step& step : mission->steps) {
            const bool may_stay =
                step.kind == projects::Activity::Deliver || step.kind == projects::Activity::Document;
            if (step.state != projects::StepState::Done && !may_stay) return Refusal{"orders.steps_left"};
        }
        tell(db, act, moved->after, "ready");
        return Done{};
    });
}

Result<Done> Orders::reopen(const Act& act, OrderId id, std::string_view reason) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Reopen, reason);
        if (!moved) return moved.refusal();
        return Done{};
    });
}

Result<Done> Orders::deliver(const Act& act, OrderId id, const NewDelivery& delivery, Day today) {
    if (delivery.on > today) return Refusal{"orders.delivered_to_come"};
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Deliver);
        if (!moved) return moved.refusal();
        const Order& order = moved->after;
        const auto site = sites::find(db, order.site);
        const auto mission = projects::find(db, order.project);
        Money materials;
        for (const Material& one : store::materials(db, id)) materials = materials + one.cost;
        Delivery row;
        row.on = delivery.on;
        row.place = delivery.place;
        row.received_by = delivery.received_by;
        row.signed_on_screen = delivery.signature.has_value();
        if (delivery.signature) row.signature = cabinet_.keep(db, *delivery.signature, act.at);
        row.by = act.by.person;
        row.value = value_of(mission ? mission->minutes() : 0, materials, site ? site->hour_value : Money{});
        store::insert_delivery(db, id, row);
        store::set_delivered(db, id, delivery.on);
        if (order.project) projects::finish(db, act, order.project, today);
        tell(db, act, order, "delivered");
        return Done{};
    });
}

Result<Done> Orders::thank(const Act& act, OrderId id, Satisfaction satisfaction, std::string_view message) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || act.by.role != Role::Requester) return Refusal{"orders.not_there"};
        if (order->state != State::Delivered && order->state != State::Closed)
            return Refusal{"orders.moved_meanwhile"};
        if (!store::insert_thanks(
                db, id, {.satisfaction = satisfaction, .message = std::string(message), .at = act.at}))
            return Refusal{"orders.thanked_before"};
        note(db, act, "order.thanked", *order, {},
             json::object({{"satisfaction", satisfactions[static_cast<std::size_t>(satisfaction)].first}}));
        return Done{};
    });
}

Result<Done> Orders::close(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Close);
        if (!moved) return moved.refusal();
        return Done{};
    });
}

Result<Done> Orders::suspend(const Act& act, OrderId id, std::string_view reason) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Suspend, reason);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "suspended", reason);
        return Done{};
    });
}

Result<Done> Orders::resume(const Act& act, OrderId id) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order) return Refusal{"orders.not_there"};
        const auto moved = move(db, act, id, order->project ? Step::ResumeMaking : Step::ResumeWaiting);
        if (!moved) return moved.refusal();
        tell(db, act, moved->after, "resumed");
        return Done{};
    });
}

Result<Done> Orders::cancel(const Act& act, OrderId id, std::string_view reason, Day today) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved = move(db, act, id, Step::Cancel, reason);
        if (!moved) return moved.refusal();
        if (moved->after.project) projects::finish(db, act, moved->after.project, today);
        if (act.by.role != Role::Requester) tell(db, act, moved->after, "cancelled", reason);
        return Done{};
    });
}

Result<Done> Orders::add_material(const Act& act, OrderId id, const Material& material) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        const bool of_the_team = (doers(db, act.by, *order) & (Staff | Lead | Referent)) != 0;
        if (!of_the_team) return Refusal{"orders.not_yours"};
        if (is_over(order->state) || order->state == State::Delivered)
            return Refusal{"orders.moved_meanwhile"};
        store::insert_material(db, id, material);
        note(db, act, "order.material_added", *order, {},
             json::object({{"what", material.what}, {"cost_cents", material.cost}}));
        return Done{};
    });
}

Result<Done> Orders::remove_material(const Act& act, OrderId id, Id<struct MaterialTag> material) {
    return database_.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto order = store::find(db, id);
        if (!order || !may_see(act.by, *order)) return Refusal{"orders.not_there"};
        if ((doers(db, act.by, *order) & (Staff | Lead | Referent)) == 0) return Refusal{"orders.not_yours"};
        if (is_over(order->state) || order->state == State::Delivered)
            return Refusal{"orders.moved_meanwhile"};
        if (!store::remove_material(db, id, material)) return Refusal{"orders.not_there"};
        note(db, act, "order.material_removed", *order, json::object({{"material", material}}), {});
        return Done{};
    });
}

}  // namespace fabnum::orders
