#include "features/deadlines/deadlines.h"

#include <algorithm>

namespace fabnum::deadlines {

namespace {

TriggerKind kind_of(volunteering::DutyKind duty) {
    switch (duty) {
        case volunteering::DutyKind::BeforeStart: return TriggerKind::BeforeStart;
        case volunteering::DutyKind::Complete: return TriggerKind::Papers;
        case volunteering::DutyKind::HostPayment: return TriggerKind::HostPayment;
        case volunteering::DutyKind::Task: return TriggerKind::EndTask;
        case volunteering::DutyKind::AgreementEnds: return TriggerKind::ApprovalEnds;
    }
    return TriggerKind::Papers;
}

}  // namespace

std::vector<Deadline> due(const sql::Reader& db, const orders::Orders& orders, const Actor& actor,
                          Day today) {
    if (!actor.site) return {};
    std::vector<Deadline> all;
    const auto duties = volunteering::duties(db, actor.site, today);
    std::vector<PersonId> ids;
    for (const auto& duty : duties) ids.push_back(duty.person);
    const auto faces = people::faces(db, ids);
    for (const auto& duty : duties) {
        const auto face = faces.find(duty.person);
        all.push_back({.kind = kind_of(duty.kind),
                       .due = duty.due,
                       .who = face == faces.end() ? "" : people::full_name(face->second),
                       .word = duty.word,
                       .about = duty.about,
                       .engagement = duty.engagement,
                       .agreement = duty.agreement,
                       .order = {}});
    }
    orders::Filter filter;
    filter.site = actor.site;
    filter.states = {orders::State::Accepted, orders::State::Making, orders::State::Approving,
                     orders::State::Ready};
    filter.sort = "due";
    for (const auto& row : orders.list(db, actor, filter, today).rows)
        if (row.order.due)
            all.push_back({.kind = TriggerKind::OrderDue,
                           .due = *row.order.due,
                           .who = "",
                           .word = {},
                           .about = row.order.title,
                           .engagement = {},
                           .agreement = {},
                           .order = row.order.id});
    std::erase_if(all, [&](const Deadline& one) { return !is_shown(one.kind, one.due, today); });
    std::stable_sort(all.begin(), all.end(), [](const Deadline& a, const Deadline& b) {
        return std::pair(trigger_of(a.kind).severity, a.due) < std::pair(trigger_of(b.kind).severity, b.due);
    });
    return all;
}

}  // namespace fabnum::deadlines
