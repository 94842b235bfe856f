#include "features/production/pages/job_steps.h"

namespace fabnum::production {

using namespace html;

namespace {

Markup approval(const JobFacts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    Markup fields;
    forms::Form filled = form;
    if (filled.typed("per_plate").empty()) filled.put("per_plate", std::to_string(job.pieces));
    if (job.pieces > 1)
        fields += design::field(filled,
                                {.name = "per_plate",
                                 .label = t("production.field.per_plate"),
                                 .input = design::Input::Number,
                                 .help = t("production.field.per_plate_help", {{"pieces", job.pieces}}),
                                 .narrow = true},
                                t);
    fields +=
        design::checkbox({.name = "urgent", .word = t("production.field.urgent")}) +
        design::button({.word = t("production.do.approve"), .icon = "check", .size = design::Size::Large});
    const Markup no =
        design::field(form,
                      {.name = "reason",
                       .label = t("production.field.reason"),
                       .input = design::Input::Area,
                       .help = t("production.field.reason_help"),
                       .rows = 2,
                       .most_characters = 300},
                      t) +
        design::button({.word = t("production.do.decline"), .icon = "ban", .look = design::Look::Outline});
    return design::card({.title = t("production.next.approve"),
                         .body = design::sending(url_of(job.id) / "accord", fields) +
                                 details({summary({t("production.do.decline")}),
                                          design::sending(url_of(job.id) / "refus", no)})});
}

// One machine: a large button when it is free, else why not.
Markup machine_choice(const JobFacts& facts, const machines::Sight& machine, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto id = machine.machine.id;
    const auto holder = facts.holders.find(id);
    const auto known = facts.around.printers.find(id);
    const auto* printer = known == facts.around.printers.end() ? nullptr : &known->second;
    const Doing now =
        doing(machine, holder == facts.holders.end() ? nullptr : &holder->second, printer, visit);
    const bool is_free = holder == facts.holders.end() && machines::row_of(machine.standing()).usable;
    const bool by_network = printer && facts.sight.source.kind == SourceKind::Gcode &&
                            printers::takes_work(printer->seen.condition);
    const auto own = facts.own.find(id);
    const auto no = own == facts.own.end() ? std::nullopt : too_little(own->second, false);
    const std::string value = std::to_string(id.value);
    Markup acts;
    if (is_free && by_network && !no)
        acts += design::button({.word = t("production.do.send_to", {{"machine", machine.machine.name}}),
                                .icon = "send",
                                .size = design::Size::Large,
                                .name = "network",
                                .value = value});
    if (is_free && !no)
        acts += design::button(
            {.word = by_network ? t("production.do.by_hand")
                                : t("production.do.start_on", {{"machine", machine.machine.name}}),
             .icon = by_network ? "hand" : "play",
             .look = by_network ? design::Look::Bare : design::Look::Strong,
             .size = by_network ? design::Size::Medium : design::Size::Large,
             .label = by_network ? t("production.do.by_hand") + ", " + machine.machine.name : "",
             .name = "by_hand",
             .value = value});
    if (no) acts += p({cls("soft"), t(*no)});
    return li({cls("machine-choice"),
               div({cls("line"), strong({machine.machine.name}), design::tag(now.tag),
                    when(!now.detail.empty(), span({cls("soft"), now.detail}))}),
               when(!acts.empty(), div({cls("button-row"), acts}))});
}

// For the team: who stands at the machine, those who may first.
Markup hands_field(const JobFacts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.hands.empty()) return {};
    std::vector<design::Choice> choices;
    choices.reserve(facts.hands.size());
    for (const Hands& one : facts.hands)
        choices.push_back({std::to_string(one.face.id.value),
                           t("production.hands_choice",
                             {{"name", people::short_name(one.face)},
                              {"use", t("production.use." +
                                        std::string(word_in(authorisations::uses, one.answer.use)))}})});
    return design::select_field(form,
                                {.name = "hands",
                                 .label = t("production.field.hands"),
                                 .choices = choices,
                                 .help = t("production.field.hands_help"),
                                 .empty_word = t("production.field.hands_me")},
                                t);
}

// A young person who may not start it: why, and what to do next.
Markup not_yet(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    using authorisations::Use;
    const authorisations::MachineAnswer* best = nullptr;
    for (const auto& [machine, answer] : facts.own)
        if (!best || answer.use > best->use) best = &answer;
    const auto no = best ? too_little(*best, false) : std::nullopt;
    if (!no) return design::notice({.sentence = t("production.next.queued")});
    const bool is_closed = no->key == "production.hands.minor";
    const Markup more = is_closed || best->use == Use::Accompanied
                            ? Markup()
                            : p({a({href(Url("/apprendre") / machines::word_of(facts.sight.job.family)),
                                    t("production.do.learn")})});
    return design::notice(
        {.tone = best->use == Use::Accompanied ? design::Tone::Info : design::Tone::Watch,
         .title = t("production.use_title." + std::string(word_in(authorisations::uses, best->use))),
         .sentence = t(*no),
         .more = more});
}

Markup launching(const JobFacts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const auto& [id, machine] : facts.around.machines)
        if (machine.machine.family == facts.sight.job.family && !machine.machine.retired)
            rows += machine_choice(facts, machine, visit);
    Markup body;
    if (facts.sight.source.kind == SourceKind::Model) body += p({t("production.next.slice_first")});
    body +=
        rows.empty()
            ? p({t("production.no_machine_of_family")})
            : design::sending(url_of(facts.sight.job.id) / "lancement",
                              hands_field(facts, form, visit) + ul({cls("plain"), html::role("list"), rows}));
    return design::card({.title = t("production.next.launch"), .body = body});
}

Markup running(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    const auto machine = facts.around.machines.find(job.machine);
    if (machine == facts.around.machines.end()) return {};
    const auto known = facts.around.printers.find(job.machine);
    const auto* printer = known == facts.around.printers.end() ? nullptr : &known->second;
    const Doing now = doing(machine->second, &job, printer, visit);
    Markup body = p({strong({machine->second.machine.name}), now.detail.empty() ? "" : ", ", now.detail});
    if (now.share)
        body +=
            design::gauge({.share = *now.share,
                           .mark = {},
                           .tone = design::Tone::Progress,
                           .label = t("production.share",
                                      {{"percent", t.number(static_cast<std::int64_t>(*now.share * 100))}})});
    const bool follows = printer && !job.sent_file.empty() && job.puzzle.empty();
    Markup acts;
    const auto end = [&](std::string_view key, std::string_view icon, design::Look look,
                         std::string_view how) {
        acts += design::act_button(url_of(job.id) / "fin",
                                   {.word = t("production.do." + std::string(key)),
                                    .icon = icon,
                                    .look = look,
                                    .size = design::Size::Large},
                                   design::hidden("how", how));
    };
    if (follows) {
        body += p({cls("soft"), t("production.next.followed")});
        end("stop", "x", design::Look::Outline, "stopped");
    } else {
        end("ended", "check", design::Look::Strong, "ended");
        end("stopped", "x", design::Look::Outline, "stopped");
    }
    if (may(job.state, Step::End, facts.as)) body += div({cls("button-row"), acts});
    return design::card({.title = t("production.next.running"), .body = body});
}

Markup clearing(const JobFacts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    Markup body = p({t(job.stopped ? "production.next.clear_stopped" : "production.next.clear_why",
                       {{"machine", facts.around.machine_name(job.machine)}})});
    if (may(job.state, Step::Clear, facts.as))
        body += design::act_button(
            url_of(job.id) / "plateau",
            {.word = t("production.do.clear"), .icon = "package-check", .size = design::Size::Large});
    return design::card({.title = t("production.next.clear"), .body = body});
}

Markup checking(const JobFacts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    if (!may(job.state, Step::Pass, facts.as)) return {};
    const Markup all_good = design::act_button(url_of(job.id) / "controle",
                                               {.word = t("production.do.all_good", {{"count", job.pieces}}),
                                                .icon = "check",
                                                .size = design::Size::Large},
                                               design::hidden("good", std::to_string(job.pieces)));
    forms::Form filled = form;
    if (filled.typed("good").empty()) filled.put("good", "0");
    const Markup fields = design::field(filled,
                                        {.name = "good",
                                         .label = t("production.field.good", {{"pieces", job.pieces}}),
                                         .input = design::Input::Number,
                                         .narrow = true},
                                        t) +
                          design::select_field(filled,
                                               {.name = "cause",
                                                .label = t("production.field.cause"),
                                                .choices = cause_choices(t),
                                                .empty_word = t("production.field.cause_choose")},
                                               t) +
                          design::field(filled,
                                        {.name = "grams",
                                         .label = t("production.field.grams"),
                                         .input = design::Input::Number,
                                         .help = t("production.field.grams_help"),
                                         .optional = true,
                                         .narrow = true,
                                         .unit = "g"},
                                        t) +
                          design::field(filled,
                                        {.name = "what_changed",
                                         .label = t("production.field.what_changed"),
                                         .input = design::Input::Area,
                                         .help = t("production.field.what_changed_help"),
                                         .rows = 2,
                                         .most_characters = 500},
                                        t) +
                          design::button({.word = t("production.do.note_failure"), .icon = "lightbulb"});
    const bool is_open = job.stopped || !form.is_good();
    const Markup failing = design::sending(url_of(job.id) / "controle", fields);
    return design::card(
        {.title = t("production.next.check"),
         .body = when(!job.stopped, all_good) +
                 (is_open ? failing : details({summary({t("production.do.some_failed")}), failing}))});
}

}  // namespace

Markup next_step(const JobFacts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Job& job = facts.sight.job;
    Markup card;
    switch (job.state) {
        case State::Reading: card = design::notice({.sentence = t("production.next.reading")}); break;
        case State::Waiting:
            card = may(job.state, Step::Approve, facts.as)
                       ? approval(facts, form, visit)
                       : design::notice({.sentence = t("production.next.waiting")});
            break;
        case State::Queued:
            card =
                may(job.state, Step::Start, facts.as) ? launching(facts, form, visit) : not_yet(facts, visit);
            break;
        case State::Sending: card = design::notice({.sentence = t("production.next.sending")}); break;
        case State::Running: card = running(facts, visit); break;
        case State::OnPlate: card = clearing(facts, visit); break;
        case State::ToCheck: card = checking(facts, form, visit); break;
        case State::Done:
            card = design::notice({.tone = design::Tone::Good, .sentence = t("production.next.done")});
            break;
        case State::Unreadable:
            card = design::link_button({.word = t("production.do.bring_again"), .icon = "upload"},
                                       Url("/fabrications/nouvelle").with("mission", job.project.value));
            break;
        case State::Failed:
        case State::Declined:
        case State::Cancelled: break;
    }
    if (may(job.state, Step::TakeBack, facts.as & ~unsigned{System}))
        card += design::act_button(
            url_of(job.id) / "retour",
            {.word = t("production.do.take_back"), .icon = "undo-2", .look = design::Look::Outline});
    if (may(job.state, Step::Cancel, facts.as))
        card +=
            design::act_button(url_of(job.id) / "annulation",
                               {.word = t("production.do.cancel"), .icon = "x", .look = design::Look::Bare});
    return card;
}

}  // namespace fabnum::production
