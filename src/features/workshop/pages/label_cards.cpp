#include "features/workshop/pages/label_cards.h"

#include "platform/clock/clock.h"

namespace fabnum::workshop {

using namespace html;
using machines::Sight;

namespace {

std::string said_by(const LabelFacts& facts, std::string_view key, PersonId person, Instant at,
                    const web::Visit& visit) {
    const auto& t = visit.words();
    const auto face = facts.faces.find(person);
    const Day day = clock::day_in(visit.visitor().zone, at);
    return t(key, {{"name", face == facts.faces.end() ? "—" : people::short_name(face->second)},
                   {"when", t.day_from_today(day, visit.today())}});
}

}  // namespace

// What is wrong with it, for the team: who said it, and what was done about it.
Markup faults_part(const LabelFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.sight.faults.empty()) return {};
    const bool staff = machines::may_keep(visit.actor(), facts.sight.machine.site);
    Markup all;
    for (const auto& fault : facts.sight.faults) {
        const Url at = Url("/pannes") / std::to_string(fault.id.value);
        Markup one = h3({t("machines.fault." + std::string(word_in(machines::fault_kinds, fault.kind)))});
        if (!fault.note.empty()) one += p({fault.note});
        one += p(
            {cls("soft"), said_by(facts, "machines.report.by", fault.reported_by, fault.reported_at, visit)});
        if (fault.photo) one += p({a({href(at / "photo"), t("machines.report.see_photo")})});
        if (staff) {
            const forms::Form none;
            one += design::sending(at / "reparation",
                                   design::field(none,
                                                 {.name = "repair",
                                                  .label = t("machines.report.repair"),
                                                  .most_characters = 200,
                                                  .id = "repair-" + std::to_string(fault.id.value)},
                                                 t) +
                                       design::button({.word = t("machines.report.repair_do"),
                                                       .icon = "wrench",
                                                       .look = design::Look::Soft}));
        }
        all += div({cls("card-part"), one});
    }
    return design::card({.title = t("machines.report.open"), .body = all, .flush = true});
}

Markup lock_part(const LabelFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!facts.sight.lockout) return {};
    const auto& lock = *facts.sight.lockout;
    const auto& one = facts.sight.machine;
    const Url at = Url("/machines") / one.id;
    Markup all =
        p({strong({t("machines.lock_reason." + std::string(word_in(machines::lock_reasons, lock.reason)))}),
           text(lock.note.empty() ? "" : ". " + lock.note)});
    all += p({cls("soft"), said_by(facts, "machines.lock.by", lock.by, lock.at, visit)});
    if (machines::may_keep(visit.actor(), one.site))
        all += design::link_button(
            {.word = t("machines.lock.tag"), .icon = "printer", .look = design::Look::Outline},
            at / "consigne.pdf");
    if (machines::may_release(visit.actor(), lock) && machines::may_keep(visit.actor(), one.site)) {
        const forms::Form none;
        all += design::sending(
            at / "consigne" / "fin",
            design::field(none, {.name = "done", .label = t("machines.lock.done"), .most_characters = 200},
                          t) +
                when(!facts.sight.faults.empty(),
                     design::checkbox(
                         {.name = "repaired", .word = t("machines.lock.repaired"), .checked = true})) +
                design::button({.word = t("machines.lock.release"), .icon = "lock-open"}));
    } else {
        const auto face = facts.faces.find(lock.by);
        if (face != facts.faces.end())
            all += p({t("machines.lock.who_else", {{"name", people::short_name(face->second)}})});
    }
    return design::card({.title = t("machines.standing.locked_out"), .body = all});
}

// Jobs that wait, each with the page where somebody moves it to another machine.
Markup waiting_part(const LabelFacts& facts, const i18n::Words& t) {
    if (facts.waiting.empty()) return {};
    std::vector<design::Decision> rows;
    rows.reserve(facts.waiting.size());
    for (const auto& one : facts.waiting)
        rows.push_back(
            {.icon = "hourglass", .title = one.job.title, .to = Url("/fabrications") / one.job.id});
    const std::string where = facts.elsewhere.empty()
                                  ? t("machines.waiting.nowhere")
                                  : t("machines.waiting.elsewhere", {{"machines", t.list(facts.elsewhere)}});
    return design::card({.title = t("machines.waiting.title", {{"count", facts.waiting.size()}}),
                         .body = div({cls("card-part"), p({where})}) + design::decision_list(rows),
                         .flush = true});
}

Markup care_part(const LabelFacts& facts, const i18n::Words& t) {
    const Url at = Url("/machines") / facts.sight.machine.id / "entretien";
    const Markup body =
        facts.care
            ? div({cls("line"), strong({facts.care->plan.title}),
                   design::tag(
                       {facts.care->due == maintenance::Due::Overdue ? design::Tone::Alert
                        : facts.care->due == maintenance::Due::Soon  ? design::Tone::Watch
                                                                     : design::Tone::Good,
                        t("maintenance.due." + std::string(word_in(maintenance::dues, facts.care->due)))})})
            : p({t("maintenance.none_here")});
    return design::card(
        {.title = t("maintenance.title"), .action = design::Link{t("maintenance.see"), at}, .body = body});
}

Markup staff_part(const Sight& sight, const i18n::Words& t) {
    const Url at = Url("/machines") / sight.machine.id;
    const auto way = [&](std::string_view key, std::string_view icon, const Url& to) {
        return design::link_button({.word = t(key), .icon = icon, .look = design::Look::Outline}, to);
    };
    Markup all = design::button_row({way("machines.form.change", "pen-line", at / "fiche"),
                                     way("machines.print.label", "qr-code", at / "etiquette.pdf"),
                                     way("machines.print.card", "shield-check", at / "carte.pdf")});
    const forms::Form none;
    all += design::sending(at / "compteur",
                           design::field(none,
                                         {.name = "hours",
                                          .label = t("machines.hours_now"),
                                          .input = design::Input::Number,
                                          .narrow = true,
                                          .unit = "h"},
                                         t) +
                               design::button({.word = t("machines.hours_do"), .look = design::Look::Soft}),
                           {.one_line = true});
    all += design::sending(
        at / "photo",
        design::field(none,
                      {.name = "photo",
                       .label = t("machines.photo"),
                       .input = design::Input::File,
                       .accept = "image/*"},
                      t) +
            design::button({.word = t("machines.photo_do"), .icon = "camera", .look = design::Look::Soft}),
        {.files = true});
    all +=
        sight.machine.retired
            ? design::act_button(at / "retour",
                                 {.word = t("machines.bring_back"), .look = design::Look::Outline})
            : design::act_button(at / "retrait", {.word = t("machines.retire"), .look = design::Look::Bare});
    return design::card({.title = t("machines.keep_up"), .body = all});
}

}  // namespace fabnum::workshop
