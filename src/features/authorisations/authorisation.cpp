#include "features/authorisations/authorisation.h"

#include <algorithm>

namespace fabnum::authorisations {

using machines::Danger;
using machines::Standing;

namespace {

bool forbidden_to_minors(const Case& c) {
    return c.danger == Danger::Regulated;
}
bool needs_paper(const Case& c) {
    return c.danger != Danger::Free;
}
bool holds_paper(const Case& c) {
    return needs_paper(c) && c.paper == Paper::Valid && c.level;
}

}  // namespace

const Reason reasons[13] = {
    {Why::LockedOut, Use::NotYet, "locked_out",
     [](const Case& c) { return c.standing == Standing::LockedOut; }},
    {Why::Stopped, Use::NotYet, "stopped", [](const Case& c) { return c.standing == Standing::Stopped; }},
    {Why::NeedDown, Use::NotYet, "need_down", [](const Case& c) { return c.standing == Standing::Waiting; }},
    {Why::Overdue, Use::NotYet, "overdue", [](const Case& c) { return c.overdue; }},
    {Why::Minor, Use::NotYet, "minor",
     [](const Case& c) { return forbidden_to_minors(c) && c.age == Age::Minor && !c.ground; }},
    {Why::AgeUnknown, Use::NotYet, "age_unknown",
     [](const Case& c) { return forbidden_to_minors(c) && c.age == Age::Unknown; }},
    {Why::Revoked, Use::NotYet, "revoked",
     [](const Case& c) { return needs_paper(c) && c.paper == Paper::Revoked; }},
    {Why::Expired, Use::NotYet, "expired",
     [](const Case& c) { return needs_paper(c) && c.paper == Paper::Expired; }},
    {Why::NoPaper, Use::NotYet, "no_paper",
     [](const Case& c) {
         return needs_paper(c) && (c.paper == Paper::None || (c.paper == Paper::Valid && !c.level));
     }},
    {Why::WatchOnly, Use::NotYet, "watch_only",
     [](const Case& c) { return holds_paper(c) && !row_of(*c.level).touches; }},
    {Why::NotAlone, Use::Accompanied, "not_alone",
     [](const Case& c) { return holds_paper(c) && row_of(*c.level).touches && !row_of(*c.level).alone; }},
    {Why::Supervised, Use::Accompanied, "supervised", [](const Case& c) { return c.supervised; }},
    {Why::MinorGround, Use::Accompanied, "minor_ground",
     [](const Case& c) { return forbidden_to_minors(c) && c.age == Age::Minor && c.ground; }},
};

std::optional<Level> level_from(std::string_view word) {
    for (const LevelRow& one : levels)
        if (one.word == word) return one.level;
    return std::nullopt;
}

std::vector<Part> missing_for(Level level, const DoneParts& done) {
    const LevelRow& row = row_of(level);
    std::vector<Part> missing;
    const auto need = [&](Part part) {
        if (!done.contains(part)) missing.push_back(part);
    };
    need(Part::Training);
    if (row.quiz) need(Part::Quiz);
    if (row.practice) {
        need(Part::Demonstration);
        need(Part::Signature);
    }
    return missing;
}

std::optional<Level> reached(Level granted, const DoneParts& done) {
    for (auto at = static_cast<int>(granted); at >= 0; --at)
        if (missing_for(static_cast<Level>(at), done).empty()) return static_cast<Level>(at);
    return std::nullopt;
}

bool may_grant(const Actor& actor, std::optional<Level> own, Level wanted) {
    if (is_staff(actor)) return true;
    if (actor.role != Role::Participant || !own) return false;
    return row_of(*own).teaches && wanted <= row_of(*own).trains_to;
}

MachineAnswer answer_of(const Case& one) {
    MachineAnswer answer;
    for (const Reason& reason : reasons)
        if (reason.holds(one)) answer.use = std::min(answer.use, reason.most);
    for (const Reason& reason : reasons)
        if (reason.holds(one) && reason.most == answer.use) answer.why.push_back(reason.why);
    return answer;
}

}  // namespace fabnum::authorisations
