#include "features/machines/machine.h"

#include <algorithm>

#include "base/text.h"

namespace fabnum::machines {

namespace {

constexpr std::size_t longest_code = 12;

bool is_code(std::string_view code) {
    return code.size() >= 2 && code.size() <= longest_code &&
           std::all_of(code.begin(), code.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string code_in(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return is_code(code) ? code : std::string();
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        if (!line.empty()) lines.emplace_back(line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::vector<Refusal> objections(const Machine& machine) {
    std::vector<Refusal> against;
    if (machine.name.empty()) against.push_back({"machines.problem.name"});
    if (!is_code(machine.code)) against.push_back({"machines.problem.code"});
    if (!machine.site) against.push_back({"machines.problem.site"});
    return against;
}

bool may_release(const Actor& actor, const Lockout& lockout) {
    if (actor.role == Role::Coordinator || actor.role == Role::Admin) return true;
    return actor.role == Role::Fabmanager && actor.person == lockout.by;
}

Standing Sight::standing() const {
    if (lockout) return Standing::LockedOut;
    if (std::any_of(faults.begin(), faults.end(), [](const Fault& one) { return one.stops; }))
        return Standing::Stopped;
    if (std::any_of(needs.begin(), needs.end(), [](const Needed& one) { return one.down; }))
        return Standing::Waiting;
    return faults.empty() ? Standing::Ready : Standing::Watch;
}

}  // namespace fabnum::machines
