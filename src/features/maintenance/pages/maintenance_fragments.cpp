#include "features/maintenance/pages/maintenance_fragments.h"

#include <cstdlib>

namespace fabnum::maintenance {

using namespace html;

Url url_of(PlanId id) {
    return Url("/entretien") / id;
}
Url care_of(machines::MachineId id) {
    return Url("/machines") / id / "entretien";
}

http::Response no_care(web::Visit& visit) {
    return design::refused(visit, {"machines.not_there"}, Url("/entretien"), "workshop");
}

design::Tag due_tag(Due due, const i18n::Words& t) {
    const std::string word = t("maintenance.due." + std::string(word_in(dues, due)));
    switch (due) {
        case Due::Overdue: return {design::Tone::Alert, word, "circle-alert"};
        case Due::Soon: return {design::Tone::Watch, word, "clock"};
        case Due::Later: return {design::Tone::Good, word, "circle-check"};
    }
    return {design::Tone::Plain, word};
}

std::string left_words(const Left& left, const i18n::Words& t) {
    std::string words;
    if (left.days)
        words = t(*left.days < 0 ? "maintenance.days_late" : "maintenance.days_left",
                  {{"count", std::abs(*left.days)}});
    if (left.minutes) {
        if (!words.empty()) words += ", ";
        words += t(*left.minutes < 0 ? "maintenance.hours_late" : "maintenance.hours_left",
                   {{"hours", std::abs(*left.minutes) / 60}});
    }
    return words;
}

std::string interval_words(const Plan& plan, const i18n::Words& t) {
    std::string words;
    if (plan.every_days) words = t("maintenance.every_days", {{"count", *plan.every_days}});
    if (plan.every_minutes) {
        if (!words.empty()) words += ", ";
        words += t("maintenance.every_hours", {{"hours", *plan.every_minutes / 60}});
    }
    return words;
}

design::Decision due_row(const PlanRow& row, bool names_machine, const i18n::Words& t) {
    const std::string left = left_words(row.left, t);
    return {.icon = machines::traits_of(row.machine.family).icon,
            .tone = due_tag(row.due, t).tone,
            .title = row.plan.title,
            .detail = names_machine ? row.machine.name + ", " + left : left,
            .tag = due_tag(row.due, t),
            .action = design::link_button(
                {.word = t("maintenance.note_row"),
                 .look = design::Look::Outline,
                 .size = design::Size::Small,
                 .label = t("maintenance.note_do") + ", " + row.plan.title + ", " + row.machine.name},
                url_of(row.plan.id))};
}

}  // namespace fabnum::maintenance
