// GET /fabrications: what waits for a person now, what each machine does, what waits for a machine.

#include <algorithm>

#include "features/production/pages/production_fragments.h"
#include "features/production/pages/production_pages.h"

namespace fabnum::production {

using namespace html;

namespace {

struct Facts {
    std::vector<Sight> open, ended;
    Around around;
};

Facts facts_for(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        Facts facts;
        const SiteId site = visit.actor().site;
        facts.open = list(db, visit.actor(), {.site = site, .only_open = true});
        facts.ended = list(db, visit.actor(),
                           {.site = site, .since = visit.now() - std::chrono::hours{24 * 14}, .most = 60});
        std::erase_if(facts.ended, [](const Sight& one) { return !is_over(one.job.state); });
        auto all = facts.open;
        all.insert(all.end(), facts.ended.begin(), facts.ended.end());
        facts.around = around(db, site, all);
        return facts;
    });
}

std::string detail_of(const Sight& sight, const Around& around, const i18n::Words& t) {
    std::string detail = facts_line(sight, t);
    const std::string mission = around.mission_title(sight.job.project);
    if (!mission.empty() && mission != sight.job.title) detail = mission + ", " + detail;
    return detail;
}

// One act as a button, or the page where it is decided.
Markup action_for(const Sight& sight, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = sight.job;
    const bool staff = is_staff(visit.actor());
    const bool owns = staff || job.brought_by == visit.actor().person;
    const auto go = [&](std::string_view key, design::Look look) {
        const std::string word = t("production.do." + std::string(key));
        return design::link_button({.word = word, .look = look, .label = word + ", " + job.title},
                                   url_of(job.id));
    };
    switch (job.state) {
        case State::OnPlate:
            if (!owns) return {};
            return design::act_button(
                url_of(job.id) / "plateau",
                {.word = t("production.do.clear"), .label = t("production.do.clear") + ", " + job.title});
        case State::ToCheck: return owns ? go("check", design::Look::Strong) : Markup();
        case State::Waiting: return staff ? go("study", design::Look::Outline) : Markup();
        case State::Queued: return staff ? go("launch", design::Look::Outline) : Markup();
        case State::Running: return job.puzzle.empty() ? Markup() : go("look", design::Look::Strong);
        default: return {};
    }
}

Markup rows_of(const std::vector<const Sight*>& jobs, const Around& around, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    for (const Sight* one : jobs) {
        const Job& job = one->job;
        rows.push_back({.icon = icon_of(job.family),
                        .tone = state_tag(job, t).tone,
                        .title = job.title,
                        .detail = detail_of(*one, around, t),
                        .tag = job.urgent && job.state == State::Queued
                                   ? design::Tag{design::Tone::Alert, t("production.urgent"), "arrow-up"}
                                   : state_tag(job, t),
                        .action = action_for(*one, visit),
                        .to = url_of(job.id)});
    }
    return design::decision_list(rows);
}

template <class Keep>
Markup section_of(std::string_view key, const std::vector<Sight>& jobs, const Around& around,
                  const web::Visit& visit, Keep&& keep) {
    std::vector<const Sight*> kept;
    for (const Sight& one : jobs)
        if (keep(one.job)) kept.push_back(&one);
    if (kept.empty()) return {};
    const auto& t = visit.words();
    return design::card({.title = t("production.part." + std::string(key), {{"count", kept.size()}}),
                         .body = rows_of(kept, around, visit),
                         .flush = true,
                         .id = std::string(key)});
}

Markup machine_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    Markup lines;
    for (const auto& [id, sight] : facts.around.machines) {
        const auto family = sight.machine.family;
        if (std::find(std::begin(making_families), std::end(making_families), family) ==
            std::end(making_families))
            continue;
        const Sight* holder = nullptr;
        for (const Sight& one : facts.open)
            if (one.job.machine == id && holds_machine(one.job.state)) holder = &one;
        const auto printer = facts.around.printers.find(id);
        const Doing now = doing(sight, holder ? &holder->job : nullptr,
                                printer == facts.around.printers.end() ? nullptr : &printer->second, visit);
        std::string detail = holder ? holder->job.title : "";
        if (!now.detail.empty()) detail += (detail.empty() ? "" : ", ") + now.detail;
        if (!machines::row_of(sight.standing()).usable) detail = waiting_for(sight, facts.open, t);
        lines += li(
            {cls("machine-now"), design::tile(icon_of(family), now.tag.tone),
             div({cls("machine-words"), a({cls("row-link"), href(Url("/machines") / id), sight.machine.name}),
                  when(!detail.empty(), p({cls("soft"), detail})),
                  now.share
                      ? design::gauge({.share = *now.share,
                                       .mark = {},
                                       .tone = design::Tone::Progress,
                                       .label = t("production.share",
                                                  {{"percent", t.number(std::int64_t(*now.share * 100))}})})
                      : Markup()}),
             design::tag(now.tag)});
    }
    if (lines.empty()) {
        design::Empty none{.icon = "printer", .title = t("production.no_machines")};
        if (is_staff(visit.actor()))
            none.action =
                design::link_button({.word = t("production.do.add_machine"), .look = design::Look::Outline},
                                    Url("/machines/nouvelle"));
        return design::card({.title = t("production.machines"), .body = design::empty_state(none)});
    }
    return design::card({.title = t("production.machines"),
                         .action = design::Link{t("production.do.wall"), Url("/fabrications/tableau")},
                         .body = ul({cls("plain machines-now"), html::role("list"), lines})});
}

bool needs_hand(const Job& job) {
    return job.state == State::OnPlate || job.state == State::ToCheck ||
           (job.state == State::Running && !job.puzzle.empty());
}

Markup lead_of(const Facts& facts, const i18n::Words& t) {
    std::int64_t running = 0, queued = 0;
    for (const Sight& one : facts.open) {
        running += one.job.state == State::Running || one.job.state == State::Sending ? 1 : 0;
        queued += one.job.state == State::Queued ? 1 : 0;
    }
    return p({t("production.lead", {{"running", running}, {"queued", queued}})});
}

Markup wide_part(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto part = [&](std::string_view key, const std::vector<Sight>& jobs, auto keep) {
        return section_of(key, jobs, facts.around, visit, keep);
    };
    Markup wide = part("now", facts.open, needs_hand);
    wide += part("waiting", facts.open,
                 [](const Job& job) { return job.state == State::Waiting || job.state == State::Reading; });
    wide += part("running", facts.open, [](const Job& job) {
        return job.state == State::Sending || (job.state == State::Running && job.puzzle.empty());
    });
    wide += part("queued", facts.open, [](const Job& job) { return job.state == State::Queued; });
    if (wide.empty())
        wide = design::card(
            {.title = t("production.title"),
             .body = design::empty_state(
                 {.icon = "printer",
                  .title = t("production.none"),
                  .sentence = t("production.none_why"),
                  .action = design::link_button({.word = t("production.do.bring"), .icon = "upload"},
                                                Url("/fabrications/nouvelle"))}),
             .quiet = true});
    return wide + part("ended", facts.ended, [](const Job&) { return true; });
}

}  // namespace

http::Response queue(Room& room, web::Visit& visit) {
    const auto facts = facts_for(room, visit);
    const auto& t = visit.words();
    auto body = design::heading(
        {.title = t("production.title"),
         .lead = lead_of(facts, t),
         .aside = design::button_row(
             {design::link_button({.word = t("production.do.bring"), .icon = "upload"},
                                  Url("/fabrications/nouvelle")),
              design::link_button(
                  {.word = t("production.do.learnt"), .icon = "lightbulb", .look = design::Look::Outline},
                  Url("/fabrications/appris"))})});
    const bool staff = is_staff(visit.actor());
    Markup narrow = machine_card(facts, visit);
    if (staff) narrow += design::export_menu({{t("production.export_csv"), Url("/fabrications.csv")}}, t);
    narrow +=
        design::link_button({.word = t("production.do.key"), .icon = "send", .look = design::Look::Bare},
                            Url("/fabrications/cle"));
    const Markup content =
        staff ? design::columns(design::stack({wide_part(facts, visit)}), design::stack({narrow}))
              : wide_part(facts, visit) + narrow;
    body += live_part("file", content);
    return design::page(
        visit, {.title = t("production.title"), .body = body, .here = staff ? "workshop" : "missions"});
}

http::Response live(Room& room, web::Visit&) {
    return room.news.listen();
}

http::Response of_mission(Room& room, web::Visit& visit, projects::ProjectId project) {
    const auto facts = room.database.read([&](const sql::Reader& db) -> std::optional<Facts> {
        if (!projects::visible_to(db, visit.actor(), project, visit.today())) return std::nullopt;
        Facts found;
        found.open = list(db, visit.actor(), {.project = project});
        found.around = around(db, visit.actor().site, found.open);
        return found;
    });
    const Url back = Url("/missions") / project;
    if (!facts) return design::refused(visit, {"production.not_there"}, Url("/"));
    const auto& t = visit.words();
    const Url bring = Url("/fabrications/nouvelle").with("mission", project.value);
    std::vector<const Sight*> all;
    for (const Sight& one : facts->open) all.push_back(&one);
    auto body = design::heading(
        {.title = t("production.of_mission"),
         .lead = p({facts->around.mission_title(project)}),
         .aside = design::link_button({.word = t("production.do.bring"), .icon = "upload"}, bring),
         .above = design::back_link({t("production.to_mission"), back})});
    body += live_part(
        "file", all.empty()
                    ? design::empty_state({.icon = "cuboid",
                                           .title = t("production.none_of_mission"),
                                           .sentence = t("production.none_of_mission_why"),
                                           .action = design::link_button(
                                               {.word = t("production.do.bring"), .icon = "upload"}, bring)})
                    : design::card({.title = t("production.title"),
                                    .body = rows_of(all, facts->around, visit),
                                    .flush = true,
                                    .quiet = true}));
    return design::page(visit, {.title = t("production.of_mission"),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "orders" : "missions"});
}

}  // namespace fabnum::production
