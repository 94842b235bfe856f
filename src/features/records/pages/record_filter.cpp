#include "features/records/pages/record_filter.h"

#include <algorithm>
#include <charconv>

namespace fabnum::records {

using namespace html;

namespace {

std::optional<Day> day_of(const web::Visit& visit, std::string_view name) {
    return i18n::day_from(visit.request().query.get(name), visit.today());
}

}  // namespace

Days days_of(const web::Visit& visit) {
    Days days;
    const auto& zone = visit.visitor().zone;
    if (const auto from = day_of(visit, "de")) days.from = clock::instant_in(zone, *from, 0);
    if (const auto until = day_of(visit, "au")) days.until = clock::instant_in(zone, *until + 1, 0);
    return days;
}

PersonId person_of(const web::Visit& visit, std::string_view name) {
    const auto text = visit.request().query.get(name);
    PersonId id;
    std::from_chars(text.data(), text.data() + text.size(), id.value);
    return id.value > 0 ? id : PersonId{};
}

bool is_filtered(const web::Visit& visit) {
    for (const auto& [name, value] : visit.request().query.items())
        if (name != "debut" && !value.empty()) return true;
    return false;
}

std::string_view none_key(const web::Visit& visit) {
    return is_filtered(visit) ? "records.none_found" : "records.none";
}

forms::Form filled_filter(const web::Visit& visit, std::initializer_list<std::string_view> names) {
    forms::Form form;
    for (const std::string_view name : names) form.put(name, std::string(visit.request().query.get(name)));
    return form;
}

Markup person_field(const forms::Form& form, std::string_view name, const std::string& label,
                    const std::vector<people::Face>& team, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& face : team) choices.push_back({std::to_string(face.id.value), people::full_name(face)});
    return design::select_field(form,
                                {.name = std::string(name),
                                 .label = label,
                                 .choices = choices,
                                 .optional = true,
                                 .empty_word = t("records.filter.all")},
                                t);
}

Markup day_fields(const forms::Form& form, const i18n::Words& t) {
    Markup fields;
    for (const auto& [name, key] : {std::pair("de", "records.filter.from"), {"au", "records.filter.until"}})
        fields += design::field(
            form,
            {.name = name, .label = t(key), .input = design::Input::Day, .optional = true, .narrow = true},
            t);
    return fields;
}

std::vector<people::Face> team_of(const sql::Reader& db, const web::Visit& visit) {
    std::vector<people::Face> team;
    for (const Role role :
         {Role::Coordinator, Role::Fabmanager, Role::Admin, Role::Adviser, Role::Participant})
        for (auto& face : people::with_role(db, role, visit.actor().site, visit.today()))
            team.push_back(std::move(face));
    std::sort(team.begin(), team.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.given_name, a.family_name, a.id) < std::tuple(b.given_name, b.family_name, b.id);
    });
    const auto same = [](const auto& a, const auto& b) { return a.id == b.id; };
    team.erase(std::unique(team.begin(), team.end(), same), team.end());
    return team;
}

Url with_filter(Url to, const web::Visit& visit) {
    for (const auto& [name, value] : visit.request().query.items())
        if (name != "debut" && !value.empty()) to = to.with(name, value);
    return to;
}

Markup pager(const Url& to, const web::Visit& visit, int skip, std::size_t shown, std::int64_t count) {
    const auto last = skip + static_cast<std::int64_t>(shown);
    design::Pager pager{.first = skip + 1, .last = last, .total = count};
    if (skip > 0) pager.previous = with_filter(to, visit).with("debut", std::max(0, skip - page_size));
    if (last < count) pager.next = with_filter(to, visit).with("debut", last);
    return design::pager(pager, visit.words());
}

}  // namespace fabnum::records
