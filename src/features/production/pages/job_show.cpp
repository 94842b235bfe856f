// GET /fabrications/{}: one job: where it is, what its file says in plain words, what comes next.

#include <algorithm>
#include <cstdlib>

#include "features/production/pages/job_steps.h"
#include "features/production/pages/production_pages.h"
#include "platform/clock/clock.h"
#include "platform/journal/journal.h"

namespace fabnum::production {

using namespace html;

namespace {

design::Stepper stages_of(const Job& job, const i18n::Words& t) {
    design::Stepper stages{.steps = {t("production.stage.file"), t("production.stage.yes"),
                                     t("production.stage.machine"), t("production.stage.plate"),
                                     t("production.stage.check")}};
    switch (job.state) {
        case State::Reading:
        case State::Unreadable: stages.here = 0; break;
        case State::Waiting:
        case State::Declined:
        case State::Cancelled: stages.here = 1; break;
        case State::Queued:
        case State::Sending:
        case State::Running: stages.here = 2; break;
        case State::OnPlate: stages.here = 3; break;
        case State::ToCheck: stages.here = 4; break;
        case State::Done:
        case State::Failed: stages.here = 5; break;
    }
    return stages;
}

std::string metres(std::int64_t mm, const i18n::Words& t) {
    return t("production.metres", {{"metres", t.number(static_cast<double>(mm) / 1000, 2)}});
}

// A colour is an operation: cut, mark, fold. "—": a shape without an outline.
Markup colours_of(const Source& source, const i18n::Words& t) {
    Markup all;
    std::string_view rest = source.colours;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view one = rest.substr(0, end);
        const auto space = one.rfind(' ');
        if (space != std::string_view::npos) {
            const std::string_view colour = one.substr(0, space);
            const auto mm = std::strtoll(std::string(one.substr(space + 1)).c_str(), nullptr, 10);
            all +=
                li({colour == "—" ? t("production.no_outline") : std::string(colour), ", ", metres(mm, t)});
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return ul({cls("plain"), all});
}

// Layer on layer, as it will stand on the plate.
Markup picture(const JobFacts& facts, const i18n::Words& t) {
    if (facts.preview.path.empty()) return {};
    return svg({cls("print-preview"), attr("viewBox", "0 0 1000 " + std::to_string(facts.preview.height)),
                html::role("img"), aria("label", t("production.preview")),
                path({attr("d", facts.preview.path)})});
}

// What the file says of itself, in words for somebody who never sliced anything.
Markup file_card(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Sight& sight = facts.sight;
    const Source& source = sight.source;
    std::vector<std::pair<std::string, Markup>> lines;
    const auto say = [&](std::string_view key, const std::string& words) {
        lines.emplace_back(t("production.fact." + std::string(key)), text(words));
    };
    if (source.seconds && *source.seconds > 0)
        say("time", (source.estimated ? t("production.about") + " " : std::string()) +
                        time_words(*source.seconds, t));
    if (source.milligrams && *source.milligrams > 0)
        say("grams", t("production.grams_of", {{"grams", grams(*source.milligrams, t)},
                                               {"material", material_word(sight.job.material, t)}}));
    else
        say("material", material_word(sight.job.material, t));
    if (source.size_mm) {
        const auto& size = *source.size_mm;
        say("size",
            size[2] > 0
                ? t("production.size",
                    {{"x", t.number(size[0], 0)}, {"y", t.number(size[1], 0)}, {"z", t.number(size[2], 0)}})
                : t("production.flat_size", {{"x", t.number(size[0], 0)}, {"y", t.number(size[1], 0)}}));
        std::vector<std::string> fitting;
        std::size_t measured = 0;
        for (const auto& [id, room] : facts.around.rooms) {
            const auto machine = facts.around.machines.find(id);
            if (machine == facts.around.machines.end() || machine->second.machine.family != sight.job.family)
                continue;
            ++measured;
            if (mesh::fits(size, room)) fitting.push_back(machine->second.machine.name);
        }
        if (measured > 0)
            say("fits", fitting.empty() ? t("production.fits_none")
                                        : t("production.fits_on", {{"machines", t.list(fitting)}}));
    }
    if (source.cut_mm) say("cut", metres(*source.cut_mm, t));
    if (!source.colours.empty()) lines.emplace_back(t("production.fact.colours"), colours_of(source, t));
    if (source.watertight)
        say("watertight", t(*source.watertight ? "production.watertight" : "production.not_watertight"));
    if (source.layers && *source.layers > 0) say("layers", t.number(*source.layers));
    if (source.nozzle_c && *source.nozzle_c > 0)
        say("heat", t("production.degrees", {{"degrees", *source.nozzle_c}}));
    if (!source.slicer.empty() && source.slicer != " ") say("slicer", source.slicer);
    say("pieces", t.number(std::int64_t{sight.job.pieces}));
    if (!sight.job.note.empty()) say("note", sight.job.note);
    Markup body = picture(facts, t) + design::definitions(lines);
    if (source.estimated) body += p({cls("soft"), t("production.estimated_why")});
    return design::card(
        {.title = t("production.file"),
         .action = design::Link{t("production.do.download"), url_of(sight.job.id) / "fichier"},
         .body = body});
}

Markup warnings(const JobFacts& facts, const i18n::Words& t) {
    const Sight& sight = facts.sight;
    Markup all;
    const auto warn = [&](design::Tone tone, std::string_view title, const std::string& words) {
        all += design::notice({.tone = tone, .title = t(title), .sentence = words});
    };
    if (!sight.job.puzzle.empty())
        warn(design::Tone::Alert, "production.state.puzzle", t(Refusal{sight.job.puzzle}));
    if (sight.job.state == State::Unreadable && !sight.job.reason.empty())
        warn(design::Tone::Alert, "production.state.unreadable", t(Refusal{sight.job.reason}));
    if (sight.job.state == State::Declined)
        warn(design::Tone::Watch, "production.state.declined", sight.job.reason);
    if (sight.job.state == State::Queued && !sight.job.reason.empty() && t.has(sight.job.reason))
        warn(design::Tone::Watch, "production.not_sent", t(Refusal{sight.job.reason}));
    if (!sight.source.forbidden.empty())
        warn(design::Tone::Alert, "production.dangerous",
             t("production.dangerous_why", {{"command", sight.source.forbidden}}));
    if (sight.source.watertight == false)
        warn(design::Tone::Watch, "production.not_watertight", t("production.not_watertight_why"));
    if (sight.job.state != State::Unreadable && !sight.source.trouble.empty() && t.has(sight.source.trouble))
        warn(design::Tone::Watch, "production.not_sliced_title", t(Refusal{sight.source.trouble}));
    return all;
}

Markup failure_card(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Sight& sight = facts.sight;
    if (!sight.failure) return {};
    const Failure& failure = *sight.failure;
    std::vector<std::pair<std::string, Markup>> lines = {
        {t("production.fact.cause"), text(t("production.cause." + std::string(word_of(failure.cause))))},
        {t("production.fact.failed"),
         text(t("production.failed_of", {{"failed", failure.pieces}, {"all", sight.job.pieces}}))}};
    if (failure.milligrams)
        lines.emplace_back(t("production.fact.lost"), text(grams(*failure.milligrams, t)));
    if (!failure.what_changed.empty())
        lines.emplace_back(t("production.fact.changed"), text(failure.what_changed));
    Markup body = design::definitions(lines);
    if (sight.made_again)
        body += design::link_button(
            {.word = t("production.do.see_again"), .icon = "arrow-right", .look = design::Look::Outline},
            url_of(sight.made_again));
    else if ((facts.as & (Staff | Owner)) != 0)
        body += design::act_button(
            url_of(sight.job.id) / "reprise",
            {.word = t("production.do.again", {{"count", failure.pieces}}), .icon = "repeat"});
    return design::card({.title = t("production.learnt_here"), .body = body});
}

Markup history_card(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Moment> moments;
    for (auto line = facts.history.rbegin(); line != facts.history.rend(); ++line) {
        const std::string who = facts.around.person_name(line->actor);
        const int minute = clock::minutes_in(visit.visitor().zone, line->at);
        moments.push_back(
            {.when = design::When::Past,
             .time = t.short_day(clock::day_in(visit.visitor().zone, line->at)) + ", " + t.time(minute),
             .title = t("journal." + line->action),
             .detail = who.empty() ? t("people.role." + std::string(fabnum::word_of(line->role))) : who});
    }
    return design::card({.title = t("production.history"), .body = design::timeline(moments)});
}

Markup lead_of(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    const std::string mission = facts.around.mission_title(job.project);
    const std::string owner = facts.around.person_name(job.brought_by);
    Markup lead = design::tag(state_tag(job, t));
    if (!mission.empty()) lead += a({href(Url("/missions") / job.project), mission});
    if (!owner.empty()) lead += span({cls("soft"), t("production.brought_by", {{"who", owner}})});
    const std::string hands = facts.around.person_name(job.run_by);
    if (!hands.empty() && job.run_by != job.brought_by)
        lead += span({cls("soft"), t("production.run_by", {{"who", hands}})});
    if (job.again_of) lead += a({href(url_of(job.again_of)), t("production.again_of")});
    return div({cls("line"), lead});
}

// Before it starts: who may stand at the machine.
void add_hands(const sql::Reader& db, const web::Visit& visit, JobFacts& facts) {
    const Job& job = facts.sight.job;
    if (job.state != State::Queued) return;
    if (is_staff(visit.actor()))
        facts.hands = hands_for(db, job, visit.now());
    else
        facts.own = own_answers(db, visit.actor().person, job, visit.now());
}

}  // namespace

std::optional<JobFacts> facts_of(Room& room, const web::Visit& visit, JobId id) {
    return room.database.read([&](const sql::Reader& db) -> std::optional<JobFacts> {
        auto sight = visible_to(db, visit.actor(), id);
        if (!sight) return std::nullopt;
        JobFacts facts{.sight = std::move(*sight)};
        facts.as = doers(db, visit.actor(), facts.sight.job, visit.now());
        add_hands(db, visit, facts);
        facts.preview = preview_of(db, facts.sight.source);
        facts.around = around(db, facts.sight.job.site, {facts.sight});
        facts.history = journal::history_of(db, "making", id.value);
        std::vector<PersonId> people = {facts.sight.job.brought_by, facts.sight.job.run_by};
        for (const auto& line : facts.history)
            if (line.actor) people.push_back(line.actor);
        facts.around.faces = people::faces(db, people);
        for (const Sight& one : list(db, visit.actor(), {.site = facts.sight.job.site, .only_open = true}))
            if (holds_machine(one.job.state)) facts.holders.emplace(one.job.machine, one.job);
        return facts;
    });
}

http::Response job_page(web::Visit& visit, const JobFacts& facts, const forms::Form& form, int status) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    auto body = design::heading({.title = job.title,
                                 .lead = lead_of(facts, visit),
                                 .above = design::back_link({t("production.title"), Url("/fabrications")})}) +
                design::mistakes(form, t);
    if (!is_over(job.state) || job.state == State::Done) body += design::stepper(stages_of(job, t), t);
    const Markup wide = warnings(facts, t) + next_step(facts, form, visit) + failure_card(facts, visit);
    const Markup narrow = file_card(facts, visit) + history_card(facts, visit);
    body += is_staff(visit.actor()) ? design::columns(design::stack({wide}), design::stack({narrow}))
                                    : wide + narrow;
    const Markup content = form.is_good() ? live_part("fabrication", body) : body;
    return design::page(visit, {.title = design::form_title(form, job.title, t),
                                .body = content,
                                .here = is_staff(visit.actor()) ? "workshop" : "missions",
                                .status = status});
}

http::Response job_show(Room& room, web::Visit& visit, JobId id) {
    const auto facts = facts_of(room, visit, id);
    if (!facts) return design::refused(visit, {"production.not_there"}, Url("/fabrications"));
    return job_page(visit, *facts, {});
}

http::Response job_file(Room& room, web::Visit& visit, JobId id) {
    const auto file = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto sight = visible_to(db, visit.actor(), id);
        if (!sight) return std::nullopt;
        return room.cabinet.find(db, sight->source.file);
    });
    if (!file) return design::refused(visit, {"production.not_there"}, Url("/fabrications"));
    return room.cabinet.serve(*file, files::Size::Full);
}

}  // namespace fabnum::production
