#include "features/orders/pages/order_fragments.h"

#include "platform/clock/clock.h"

namespace fabnum::orders {

using namespace html;

Url url_of(OrderId id) {
    return Url("/commandes") / id;
}

std::string state_word(State state, const i18n::Words& t) {
    return t("orders.state." + std::string(word_of(state)));
}
std::string kind_word(Kind kind, const i18n::Words& t) {
    return t("orders.kind." + std::string(word_of(kind)));
}

design::Tag state_tag(State state, const i18n::Words& t) {
    using design::Tone;
    const std::string word = state_word(state, t);
    switch (state) {
        case State::Received: return {Tone::Watch, word, "inbox"};
        case State::Clarifying: return {Tone::Watch, word, "message-circle"};
        case State::Accepted: return {Tone::Info, word, "users"};
        case State::Making: return {Tone::Progress, word, "hammer"};
        case State::Approving: return {Tone::Design, word, "eye"};
        case State::Ready: return {Tone::Good, word, "package-check"};
        case State::Delivered: return {Tone::Good, word, "truck"};
        case State::Closed: return {Tone::Plain, word, "folder-open"};
        case State::Declined: return {Tone::Plain, word, "ban"};
        case State::Suspended: return {Tone::Draft, word, "pause"};
        case State::Cancelled: return {Tone::Plain, word, "x"};
    }
    return {Tone::Plain, word};
}

design::Tag late_tag(const Listed& order, Day today, const i18n::Words& t) {
    if (is_late(order, today)) {
        const int days = days_between(*order.due, today);
        return {design::Tone::Alert, t("orders.days_late", {{"days", days}})};
    }
    return {design::Tone::Info, order.due ? t.day_from_today(*order.due, today) : t("orders.no_due"),
            "calendar"};
}

design::Picture picture_of(Kind kind) {
    using design::Picture;
    switch (kind) {
        case Kind::Object: return Picture::Object;
        case Kind::Series: return Picture::Series;
        case Kind::Sign: return Picture::Sign;
        case Kind::Repair: return Picture::Repair;
        case Kind::Media: return Picture::Media;
        case Kind::Web: return Picture::Web;
        case Kind::Event: return Picture::Event;
        case Kind::Workshop:
        case Kind::Training:
        case Kind::Survey: return Picture::Workshop;
    }
    return Picture::Object;
}

std::string_view icon_of(Kind kind) {
    switch (kind) {
        case Kind::Object: return "box";
        case Kind::Series: return "boxes";
        case Kind::Sign: return "signpost";
        case Kind::Repair: return "wrench";
        case Kind::Media: return "video";
        case Kind::Web: return "app-window";
        case Kind::Workshop: return "users";
        case Kind::Training: return "graduation-cap";
        case Kind::Event: return "calendar-check";
        case Kind::Survey: return "clipboard-list";
    }
    return "box";
}

design::Stepper stages_of(State state, const i18n::Words& t) {
    design::Stepper stages{.steps = {t("orders.stage.received"), t("orders.stage.accepted"),
                                     t("orders.stage.making"), t("orders.stage.ready"),
                                     t("orders.stage.delivered")}};
    switch (state) {
        case State::Received:
        case State::Clarifying:
        case State::Declined:
        case State::Cancelled: stages.here = 0; break;
        case State::Accepted:
        case State::Suspended: stages.here = 1; break;
        case State::Making:
        case State::Approving: stages.here = 2; break;
        case State::Ready: stages.here = 3; break;
        case State::Delivered:
        case State::Closed: stages.here = 5; break;
    }
    return stages;
}

Markup paragraphs(std::string_view text) {
    Markup all;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        if (!line.empty()) all += p({line});
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return all;
}

Markup conversation(const Sight& sight, const web::Visit& visit, bool for_requester) {
    const auto& t = visit.words();
    if (sight.messages.empty()) return p({cls("soft"), t("orders.conversation.none")});
    Markup all;
    for (const Message& message : sight.messages) {
        const bool mine = message.by_requester == for_requester;
        const std::string who = message.by_requester ? sight.contact.name
                                : for_requester      ? t("orders.conversation.team")
                                                     : t("orders.conversation.us");
        all += design::message(
            {.from = {.id = message.by_requester ? 1 : 3, .name = who},
             .when = t.day_from_today(clock::day_in(visit.visitor().zone, message.at), visit.today()),
             .body = paragraphs(message.text),
             .mine = mine});
    }
    return div({cls("messages"), all});
}

std::vector<design::Choice> kind_choices(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, kind] : kinds)
        choices.push_back({std::string(word), kind_word(kind, t),
                           t("orders.kind_detail." + std::string(word)), icon_of(kind)});
    return choices;
}

}  // namespace fabnum::orders
