#include "features/production/hands.h"

#include <algorithm>

#include "platform/clock/clock.h"

namespace fabnum::production {

using authorisations::MachineAnswer;
using authorisations::Use;
using authorisations::Why;

namespace {

std::string_view word_of(Why why) {
    for (const auto& reason : authorisations::reasons)
        if (reason.why == why) return reason.word;
    return authorisations::reasons[0].word;
}

Day day_at(const sql::Reader& db, SiteId site, Instant at) {
    const auto known = sites::find(db, site);
    return clock::day_in(known ? known->zone : "Europe/Paris", at);
}

// The machines that could make it: its own, or those of its family.
std::vector<machines::Sight> candidates(const sql::Reader& db, const Job& job) {
    if (job.machine) {
        auto found = machines::find(db, job.machine);
        if (!found) return {};
        return {std::move(*found)};
    }
    auto all = machines::of_site(db, job.site);
    std::erase_if(all, [&](const auto& one) { return one.machine.family != job.family; });
    return all;
}

bool is_of_the_site(const sql::Reader& db, PersonId person, SiteId site, Day today) {
    const auto hats = people::hats_of(db, person, today);
    return std::any_of(hats.begin(), hats.end(), [&](const auto& hat) { return hat.site == site; });
}

}  // namespace

std::optional<Refusal> too_little(const MachineAnswer& answer, bool with_the_team) {
    const bool is_enough = answer.use == Use::Alone || (with_the_team && answer.use == Use::Accompanied);
    if (is_enough || answer.why.empty()) return std::nullopt;
    return Refusal{"production.hands." + std::string(word_of(answer.why.front()))};
}

Answers own_answers(const sql::Reader& db, PersonId person, const Job& job, Instant at) {
    Answers all;
    if (!person) return all;
    const auto told = authorisations::answers(db, person, candidates(db, job), day_at(db, job.site, at));
    for (const auto& [machine, one] : told) all[machine] = one.answer;
    return all;
}

bool is_able(const sql::Reader& db, PersonId person, const Job& job, Instant at) {
    const auto all = own_answers(db, person, job, at);
    return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.second.use == Use::Alone; });
}

std::optional<Refusal> hands_off(const sql::Reader& db, const Actor& actor, const machines::Sight& machine,
                                 PersonId hands, Instant at) {
    const Day today = day_at(db, machine.machine.site, at);
    const auto id = machine.machine.id;
    const bool is_team = is_staff(actor);
    if (is_team && hands == actor.person) {
        if (!maintenance::blocked(db, machine.machine.site, today).contains(id)) return std::nullopt;
        return Refusal{"production.hands.overdue"};
    }
    if (!is_of_the_site(db, hands, machine.machine.site, today)) return Refusal{"production.hands.elsewhere"};
    auto told = authorisations::answers(db, hands, {machine}, today);
    return too_little(told[id].answer, is_team);
}

std::vector<Hands> hands_for(const sql::Reader& db, const Job& job, Instant at) {
    const Day today = day_at(db, job.site, at);
    auto machines = candidates(db, job);
    if (machines.empty()) return {};
    // One that can be used speaks for its family: what is wrong with a machine is said of the machine.
    const auto usable = std::find_if(machines.begin(), machines.end(),
                                     [](const auto& one) { return machines::row_of(one.standing()).usable; });
    const auto& machine = usable == machines.end() ? machines.front() : *usable;
    const auto young = people::with_role(db, Role::Participant, job.site, today);
    std::vector<PersonId> ids;
    ids.reserve(young.size());
    for (const auto& face : young) ids.push_back(face.id);
    auto told = authorisations::answers(db, ids, machine, today);
    std::vector<Hands> all;
    all.reserve(young.size());
    for (const auto& face : young) all.push_back({face, told[face.id].answer});
    std::stable_sort(all.begin(), all.end(),
                     [](const Hands& a, const Hands& b) { return a.answer.use > b.answer.use; });
    return all;
}

}  // namespace fabnum::production
