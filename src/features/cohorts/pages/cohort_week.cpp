// GET and POST /promo/{}/semaine: the half-days that come every week.

#include "base/text.h"
#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

constexpr int last_weekday = 6;  // Saturday: nobody comes on Sundays

std::string name_of(std::string_view what, int weekday, Half half) {
    return std::string(what) + "_" + std::to_string(weekday) + "_" + std::string(word_in(halves, half));
}

// "09:00", as a time field wants it.
std::string typed_time(int minutes) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string weekday_word(int weekday, const i18n::Words& t) {
    return t.weekday(monday_of(Day{}) + (weekday - 1));
}

Markup half_fields(const forms::Form& form, int weekday, Half half,
                   const std::vector<partners::Organisation>& organisations, const i18n::Words& t) {
    std::vector<design::Choice> kinds, operators;
    for (const auto& [word, nature] : natures) kinds.push_back({std::string(word), nature_word(nature, t)});
    for (const auto& one : organisations) operators.push_back({std::to_string(one.id.value), one.name});
    const auto time = [&](std::string_view what) {
        return design::field(form,
                             {.name = name_of(what, weekday, half),
                              .label = t("cohorts.week_form." + std::string(what)),
                              .input = design::Input::Time,
                              .optional = true},
                             t);
    };
    return design::field_group(
        t("cohorts.half." + std::string(word_in(halves, half)), {{"day", weekday_word(weekday, t)}}),
        {design::field_row({time("starts"), time("ends"),
                            design::select_field(form,
                                                 {.name = name_of("nature", weekday, half),
                                                  .label = t("cohorts.week_form.nature"),
                                                  .choices = kinds},
                                                 t),
                            design::select_field(form,
                                                 {.name = name_of("by", weekday, half),
                                                  .label = t("cohorts.week_form.by"),
                                                  .choices = operators,
                                                  .optional = true,
                                                  .empty_word = "Fab’Num"},
                                                 t)})});
}

forms::Form form_of(const std::vector<Slot>& week) {
    forms::Form form;
    for (const Slot& slot : week) {
        form.put(name_of("starts", slot.weekday, slot.half), typed_time(slot.starts));
        form.put(name_of("ends", slot.weekday, slot.half), typed_time(slot.ends));
        form.put(name_of("nature", slot.weekday, slot.half), std::string(word_in(natures, slot.nature)));
        if (slot.organisation)
            form.put(name_of("by", slot.weekday, slot.half), std::to_string(slot.organisation.value));
    }
    return form;
}

// A half-day with no hours is none.
std::vector<Slot> week_of(forms::Form& form) {
    std::vector<Slot> week;
    for (int weekday = 1; weekday <= last_weekday; ++weekday)
        for (const auto& [word, half] : halves) {
            const auto starts = form.minutes(name_of("starts", weekday, half), forms::Need::Maybe);
            const auto ends = form.minutes(name_of("ends", weekday, half), forms::Need::Maybe);
            if (!starts && !ends) continue;
            if (!starts) form.refuse(name_of("starts", weekday, half), {"cohorts.problem.hour_missing"});
            if (!ends) form.refuse(name_of("ends", weekday, half), {"cohorts.problem.hour_missing"});
            if (!starts || !ends) continue;
            if (*ends <= *starts || *ends > 24 * 60) {
                form.refuse(name_of("ends", weekday, half), {"cohorts.problem.half_day_backwards"});
                continue;
            }
            week.push_back(
                {.id = {},
                 .weekday = weekday,
                 .half = half,
                 .starts = static_cast<int>(*starts),
                 .ends = static_cast<int>(*ends),
                 .nature =
                     form.choice<Nature>(name_of("nature", weekday, half), natures).value_or(Nature::Mission),
                 .organisation = form.id<partners::OrganisationTag>(name_of("by", weekday, half))});
        }
    return week;
}

http::Response week_page(Room& room, web::Visit& visit, const Cohort& cohort, const forms::Form& form,
                         int minutes, int status = 200) {
    const auto& t = visit.words();
    const auto organisations =
        room.database.read([](const sql::Reader& db) { return partners::search(db, "", 200, 0); });
    Markup days;
    for (int weekday = 1; weekday <= last_weekday; ++weekday) {
        Markup both;
        for (const auto& [word, half] : halves) both += half_fields(form, weekday, half, organisations, t);
        days += design::card({.title = capitalised(weekday_word(weekday, t)), .body = both});
    }
    Markup body;
    if (minutes < cohort.weekly_hours * 60)
        body += design::notice(
            {.tone = design::Tone::Watch,
             .sentence = t("cohorts.week_form.under", {{"planned", t.duration(minutes)},
                                                       {"due", t.duration(cohort.weekly_hours * 60)}})});
    else
        body += p({t("cohorts.week_form.total", {{"planned", t.duration(minutes)}})});
    body += design::sending(url_of(cohort.id) / "semaine",
                            days + design::button({.word = t("cohorts.week_form.keep"), .icon = "check"}));
    return cohort_part(visit, cohort, "week", form, body, status);
}

}  // namespace

http::Response cohort_week(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    const auto week = room.database.read([&](const sql::Reader& db) { return week_slots(db, id); });
    return week_page(room, visit, *cohort, form_of(week), weekly_minutes(week));
}

http::Response cohort_week_keep(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    const auto week = week_of(form);
    if (!form.is_good()) return week_page(room, visit, *cohort, form, weekly_minutes(week), 422);
    const auto done = set_week(room.database, visit.act(), id, week);
    if (!done) {
        form.refuse(week.empty() ? name_of("starts", 1, Half::Morning)
                                 : name_of("starts", week.front().weekday, week.front().half),
                    done.refusal());
        return week_page(room, visit, *cohort, form, weekly_minutes(week), 422);
    }
    visit.say("cohorts.said.week", {{"planned", visit.words().duration(weekly_minutes(week))}});
    return http::see_other(url_of(id) / "calendrier");
}

}  // namespace fabnum::cohorts
