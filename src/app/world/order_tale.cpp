#include "app/world/order_tale.h"

#include <utility>

#include "app/world/expect.h"

namespace fabnum::app::world {

namespace {

SiteId site_in(const World& world, Place place) {
    return place == Place::Hem ? world.hem : world.marcq;
}

Act act_of_requester(const Moment& moment) {
    return {.by = World::requester(), .at = moment.at};
}

}  // namespace

OrderTale& OrderTale::then(When when, std::function<void(const OrderTale&, const Moment&)> what) {
    tell_.story.add(when,
                    [tale = *this, what = std::move(what)](const Moment& moment) { what(tale, moment); });
    return *this;
}

Act OrderTale::act(const Moment& moment, Who by) const {
    const World& world = tell_.world;
    const bool makes = *by == world.karim || *by == world.julie;
    const Role role = *by == world.samira ? Role::Coordinator : makes ? Role::Fabmanager : Role::Participant;
    return {.by = {.person = *by, .role = role, .site = site_in(world, place_)}, .at = moment.at};
}

OrderTale& OrderTale::received(When when, Request request, Who at_the_counter) {
    return then(
        when, [request = std::move(request), at_the_counter](const OrderTale& tale, const Moment& moment) {
            auto& [database, cabinet, orders, story, world, pictures] = tale.tell_;
            orders::NewOrder wish;
            wish.site = site_in(world, tale.place_);
            wish.kind = request.kind;
            wish.title = request.title;
            wish.need = request.need;
            wish.beneficiaries = request.beneficiaries;
            wish.quantity = request.quantity;
            if (request.wanted_in) wish.wanted = story.day(-*request.wanted_in);
            wish.organisation = request.by.organisation;
            wish.organisation_kind = request.by.kind;
            wish.town = request.by.town;
            wish.contact = request.by.contact;
            wish.mail = request.by.mail;
            wish.phone = request.by.phone;
            if (!request.picture.name.empty()) {
                const auto& checked = pictures[request.picture.name];
                const auto file = expect(database.write({},
                                                        [&](const sql::Writer& db) -> Result<files::FileId> {
                                                            return cabinet.keep(db, checked, moment.at);
                                                        }),
                                         "a picture of a request");
                wish.pictures.push_back({file, request.picture.description});
            }
            const Act by = at_the_counter ? tale.act(moment, at_the_counter) : act_of_requester(moment);
            const auto order = expect(orders.receive(by, wish), request.title);
            tale.order_.id = order.id;
            tale.order_.token = order.token;
        });
}

OrderTale& OrderTale::studied(When when, Who by, const orders::Triage& triage, Money estimate) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.study(tale.act(moment, by), tale.order_.id, triage, estimate), "study");
    });
}

OrderTale& OrderTale::asked(When when, Who by, std::string question) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.ask(tale.act(moment, by), tale.order_.id, question), "ask");
    });
}

OrderTale& OrderTale::answered(When when, std::string answer) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.answer(act_of_requester(moment), tale.order_.id, answer), "answer");
    });
}

OrderTale& OrderTale::wrote(When when, Who by, std::string message) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.write(tale.act(moment, by), tale.order_.id, message), "write");
    });
}

OrderTale& OrderTale::requester_wrote(When when, std::string message) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.write(act_of_requester(moment), tale.order_.id, message), "write");
    });
}

OrderTale& OrderTale::accepted(When when, Who by, int due_in, std::string message) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        const Day due = tale.tell_.story.day(-due_in);
        expect(tale.tell_.orders.accept(tale.act(moment, by), tale.order_.id, due, message), "accept");
    });
}

OrderTale& OrderTale::declined(When when, Who by, std::string reason, std::string instead) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.decline(tale.act(moment, by), tale.order_.id, reason, instead), "decline");
    });
}

OrderTale& OrderTale::started(When when, Who by, Crew crew) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        projects::Team team{.members = {}, .lead = *crew.lead, .referent = *crew.referent};
        for (const Who who : crew.members) team.members.push_back(*who);
        auto& [database, cabinet, orders, story, world, pictures] = tale.tell_;
        const auto sight = database.read(
            [&](const sql::Reader& db) { return orders.visible_to(db, world.admin(), tale.order_.id); });
        std::vector<std::string> checks;
        for (const auto key : orders::first_checks(sight.value().order.kind))
            checks.push_back(i18n::Words({})(key));
        tale.order_.project =
            expect(orders.start(tale.act(moment, by), tale.order_.id, team, checks, moment.day), "start");
    });
}

OrderTale& OrderTale::showed(When when, Who by, Picture photo, std::string question) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.show_prototype(tale.act(moment, by), tale.order_.id,
                                                tale.tell_.pictures[photo.name], photo.description, question),
               "show the prototype");
    });
}

OrderTale& OrderTale::judged(When when, bool approved, std::string comment) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.judge_prototype(act_of_requester(moment), tale.order_.id, approved, comment),
               "judge");
    });
}

OrderTale& OrderTale::bought(When when, Who by, std::string what, std::string quantity, Money cost) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.add_material(tale.act(moment, by), tale.order_.id,
                                              {.id = {}, .what = what, .quantity = quantity, .cost = cost}),
               "add a material");
    });
}

OrderTale& OrderTale::finished(When when, Who by) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.finish(tale.act(moment, by), tale.order_.id), "finish");
    });
}

OrderTale& OrderTale::delivered(When when, Who by, std::string where, std::string received_by) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.deliver(
                   tale.act(moment, by), tale.order_.id,
                   {.on = moment.day, .place = where, .received_by = received_by, .signature = std::nullopt},
                   moment.day),
               "deliver");
    });
}

OrderTale& OrderTale::thanked(When when, orders::Satisfaction satisfaction, std::string message) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.thank(act_of_requester(moment), tale.order_.id, satisfaction, message),
               "thank");
    });
}

OrderTale& OrderTale::closed(When when, Who by) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.close(tale.act(moment, by), tale.order_.id), "close");
    });
}

OrderTale& OrderTale::suspended(When when, Who by, std::string reason) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.suspend(tale.act(moment, by), tale.order_.id, reason), "suspend");
    });
}

OrderTale& OrderTale::cancelled_by_requester(When when, std::string reason) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(tale.tell_.orders.cancel(act_of_requester(moment), tale.order_.id, reason, moment.day),
               "cancel");
    });
}

}  // namespace fabnum::app::world
