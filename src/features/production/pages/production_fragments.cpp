#include "features/production/pages/production_fragments.h"

#include "platform/clock/clock.h"

namespace fabnum::production {

using namespace html;
using design::Tone;

Url url_of(JobId id) {
    return Url("/fabrications") / id;
}

design::Tag state_tag(const Job& job, const i18n::Words& t) {
    const std::string word = t("production.state." + std::string(word_of(job.state)));
    switch (job.state) {
        case State::Reading: return {Tone::Draft, word, "file-check"};
        case State::Unreadable: return {Tone::Alert, word, "file-text"};
        case State::Waiting: return {Tone::Watch, word, "hand"};
        case State::Queued: return {Tone::Info, word, "hourglass"};
        case State::Sending: return {Tone::Info, word, "send"};
        case State::Running:
            return job.puzzle.empty()
                       ? design::Tag{Tone::Progress, word, "play"}
                       : design::Tag{Tone::Alert, t("production.state.puzzle"), "triangle-alert"};
        case State::OnPlate: return {Tone::Watch, word, "package-open"};
        case State::ToCheck: return {Tone::Design, word, "eye"};
        case State::Done: return {Tone::Good, word, "circle-check"};
        case State::Failed: return {Tone::Watch, word, "lightbulb"};
        case State::Declined: return {Tone::Plain, word, "ban"};
        case State::Cancelled: return {Tone::Plain, word, "x"};
    }
    return {Tone::Plain, word};
}

std::string_view icon_of(machines::Family family) {
    return machines::traits_of(family).icon;
}
std::string family_word(machines::Family family, const i18n::Words& t) {
    return t("production.family." + std::string(machines::word_of(family)));
}
std::string material_word(Material material, const i18n::Words& t) {
    return t("production.material." + std::string(word_of(material)));
}

std::string grams(std::int64_t milligrams, const i18n::Words& t) {
    return t("production.grams",
             {{"grams", milligrams < 10'000 ? t.number(static_cast<double>(milligrams) / 1000, 1)
                                            : t.number((milligrams + 500) / 1000)}});
}

std::string time_words(std::int64_t seconds, const i18n::Words& t) {
    if (seconds < 60) return t("production.under_a_minute");
    return t.duration((seconds + 30) / 60);
}

std::string facts_line(const Sight& sight, const i18n::Words& t) {
    std::vector<std::string> facts;
    if (sight.source.seconds && *sight.source.seconds > 0)
        facts.push_back((sight.source.estimated ? t("production.about") + " " : "") +
                        time_words(*sight.source.seconds, t));
    const std::string material = material_word(sight.job.material, t);
    if (sight.source.milligrams && *sight.source.milligrams > 0)
        facts.push_back(t("production.grams_of",
                          {{"grams", grams(*sight.source.milligrams, t)}, {"material", material}}));
    else
        facts.push_back(material);
    if (sight.job.pieces > 1) facts.push_back(t("production.pieces", {{"count", sight.job.pieces}}));
    std::string line;
    for (const std::string& fact : facts) line += (line.empty() ? "" : ", ") + fact;
    return line;
}

std::vector<design::Choice> material_choices(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const MaterialTraits& one : materials)
        choices.push_back({std::string(one.word), t("production.material." + std::string(one.word))});
    return choices;
}

std::vector<design::Choice> cause_choices(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, cause] : causes)
        choices.push_back({std::string(word), t("production.cause." + std::string(word))});
    return choices;
}

Markup live_part(std::string_view id, const Markup& body) {
    return div({html::id(id), data("live", "/fabrications/direct"), cls("stack live"), body});
}

std::string Around::machine_name(machines::MachineId id) const {
    const auto found = machines.find(id);
    return found == machines.end() ? "" : found->second.machine.name;
}
std::string Around::mission_title(projects::ProjectId id) const {
    const auto found = missions.find(id);
    return found == missions.end() ? "" : found->second.project.title;
}
std::string Around::person_name(PersonId id) const {
    const auto found = faces.find(id);
    return found == faces.end() ? "" : people::short_name(found->second);
}

Around around(const sql::Reader& db, SiteId site, const std::vector<Sight>& jobs) {
    Around all;
    for (auto& one : machines::of_site(db, site)) all.machines.emplace(one.machine.id, std::move(one));
    all.printers = printers::of_site(db, site);
    all.rooms = printers::rooms(db, site);
    std::vector<projects::ProjectId> missions;
    std::vector<PersonId> people;
    for (const Sight& one : jobs) {
        if (one.job.project) missions.push_back(one.job.project);
        if (one.job.brought_by) people.push_back(one.job.brought_by);
    }
    all.missions = projects::glances(db, missions);
    all.faces = people::faces(db, people);
    return all;
}

namespace {

// A machine that nobody can use says so, whatever else it says.
std::optional<Doing> standing_of(const machines::Sight& machine, const i18n::Words& t) {
    const auto& row = machines::row_of(machine.standing());
    if (row.usable) return std::nullopt;
    return Doing{.tag = {Tone::Alert, t("production.standing." + std::string(row.word)), row.icon},
                 .detail = ""};
}

Doing running_by_hand(const Job& job, const web::Visit& visit) {
    const auto& t = visit.words();
    const int minute = clock::minutes_in(visit.visitor().zone, job.started.value_or(job.changed));
    return {.tag = state_tag(job, t), .detail = t("production.since", {{"time", t.time(minute)}})};
}

Doing running_there(const Job& job, const printers::Printer& printer, const web::Visit& visit) {
    const auto& t = visit.words();
    Doing now{.tag = state_tag(job, t), .detail = "", .share = printer.seen.share};
    const auto& seen = printer.seen;
    const bool said_since = printer.answered_at && job.started && *printer.answered_at >= *job.started;
    if (seen.condition == printers::Condition::Offline) {
        now.tag = {Tone::Watch, t("production.silent"), "circle-alert"};
        const Instant since = printer.answered_at.value_or(job.changed);
        now.detail =
            t("production.silent_since", {{"time", t.time(clock::minutes_in(visit.visitor().zone, since))}});
    } else if (!said_since) {
        now.share = std::nullopt;
        now.detail = t("production.just_sent");
    } else if (seen.condition == printers::Condition::Paused) {
        now.tag = {Tone::Watch, t("printers.condition.paused"), "pause"};
    } else if (seen.seconds_left) {
        const Instant end = *printer.answered_at + std::chrono::seconds{*seen.seconds_left};
        now.detail = t("production.until", {{"time", t.time(clock::minutes_in(visit.visitor().zone, end))},
                                            {"left", time_words(*seen.seconds_left, t)}});
    }
    return now;
}

Doing at_rest(const machines::Sight& machine, const printers::Printer* printer, const i18n::Words& t) {
    if (machine.standing() == machines::Standing::Watch)
        return {.tag = {Tone::Watch, t("production.standing.watch"), "triangle-alert"}, .detail = ""};
    if (!printer) return {.tag = {Tone::Good, t("production.free"), "circle-check"}, .detail = ""};
    using printers::Condition;
    switch (printer->seen.condition) {
        case Condition::Idle:
        case Condition::Finished:
        case Condition::Cancelled:
            return {.tag = {Tone::Good, t("production.free"), "circle-check"}, .detail = ""};
        case Condition::Unknown: return {.tag = {Tone::Draft, t("printers.condition.unknown")}, .detail = ""};
        case Condition::Offline:
            return {.tag = {Tone::Plain, t("printers.condition.offline"), "circle-dashed"}, .detail = ""};
        case Condition::Busy:
        case Condition::Printing:
        case Condition::Paused:
            return {.tag = {Tone::Watch, t("production.busy_elsewhere"), "circle-alert"},
                    .detail = t("production.busy_elsewhere_detail")};
        case Condition::NeedsHuman:
        case Condition::Broken:
            return {.tag = {Tone::Alert, t("printers.condition.broken"), "triangle-alert"},
                    .detail = printer->seen.words};
    }
    return {.tag = {Tone::Plain, ""}, .detail = ""};
}

}  // namespace

std::string waiting_for(const machines::Sight& machine, const std::vector<Sight>& open,
                        const i18n::Words& t) {
    std::int64_t count = 0;
    for (const Sight& one : open)
        count += one.job.state == State::Queued && one.job.family == machine.machine.family ? 1 : 0;
    return count == 0 ? "" : t("production.waits_for", {{"count", count}});
}

Doing doing(const machines::Sight& machine, const Job* job, const printers::Printer* printer,
            const web::Visit& visit) {
    const auto& t = visit.words();
    if (job && job->state == State::OnPlate)
        return {.tag = state_tag(*job, t), .detail = t("production.clear_before_next")};
    if (job && printer && !job->sent_file.empty()) return running_there(*job, *printer, visit);
    if (job && job->state == State::Sending)
        return {.tag = state_tag(*job, t), .detail = t("production.just_sent")};
    if (job) return running_by_hand(*job, visit);
    if (auto stopped = standing_of(machine, t)) return *std::move(stopped);
    return at_rest(machine, printer, t);
}

}  // namespace fabnum::production
