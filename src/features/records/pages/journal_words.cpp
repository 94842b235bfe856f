#include "features/records/pages/journal_words.h"

#include <algorithm>
#include <charconv>

#include "platform/json/json.h"

namespace fabnum::records {

using namespace html;

namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

// Where the words of a fact's values are: those of the pages that show the same value.
struct Vocabulary {
    std::string_view subject, fact, words;
};
constexpr Vocabulary vocabularies[] = {
    {"order", "state", "orders.state."},
    {"order", "kind", "orders.kind."},
    {"order", "public_interest", "orders.triage."},
    {"order", "nobodys_job", "orders.triage."},
    {"order", "machines", "orders.triage."},
    {"order", "safe_for_minors", "orders.triage."},
    {"order", "delay", "orders.triage."},
    {"order", "satisfaction", "orders.thanks."},
    {"project", "state", "projects.step_state."},
    {"project", "kind", "projects.activity."},
    {"project", "role", "projects.turn."},
    {"project", "licence", "projects.licence."},
    {"person", "role", "people.role."},
    {"work_session", "kind", "timetable.kind."},
    {"person", "half", "attendance.half."},
    {"person", "code", "attendance.code."},
    {"person", "method", "attendance.method."},
    {"exit", "reason", "outcomes.reason."},
    {"exit", "situation", "outcomes.situation."},
    {"exit", "proof", "outcomes.proof."},
    {"exit", "task", "outcomes.task."},
    {"exit", "channel", "outcomes.channel."},
    {"exit", "reply", "outcomes.reply."},
    {"exit", "missing", "outcomes.missing."},
};
constexpr std::string_view about_people[] = {"person", "lead", "referent", "members"};

bool speaks_of_people(std::string_view fact) {
    return std::find(std::begin(about_people), std::end(about_people), fact) != std::end(about_people);
}

std::int64_t whole(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "31,30" → 31 and 30
std::vector<PersonId> people_in(std::string_view text) {
    std::vector<PersonId> ids;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        if (const PersonId id{whole(text.substr(0, end))}) ids.push_back(id);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return ids;
}

std::string names_in(std::string_view text, const Spoken& spoken, const i18n::Words& t) {
    std::vector<std::string> names;
    for (const PersonId id : people_in(text))
        if (const auto face = spoken.faces.find(id); face != spoken.faces.end())
            names.push_back(people::short_name(face->second));
    return names.empty() ? "" : t.list(names);
}

std::string value_words(std::string_view subject, const std::string& fact, const std::string& value,
                        const Spoken& spoken, const i18n::Words& t) {
    if (value.empty()) return {};
    for (const Vocabulary& one : vocabularies)
        if (one.subject == subject && one.fact == fact && t.has(std::string(one.words) + value))
            return t(std::string(one.words) + value);
    if (const auto key = "journal.value." + fact + "_" + value; t.has(key)) return t(key);
    if (value == "true" || value == "false") return t(value == "true" ? "journal.yes" : "journal.no");
    if (fact.ends_with("_cents")) return t.money({whole(value)});
    if (subject == "work_session" && (fact == "starts" || fact == "ends"))
        return t.time(static_cast<int>(whole(value)));
    if (fact == "minutes") return t.duration(whole(value));
    if (speaks_of_people(fact)) return names_in(value, spoken, t);
    if (const auto day = day_from_iso(value)) return t.day_with_year(*day);
    return value;
}

std::string value_in(const Facts& facts, std::string_view name) {
    for (const auto& [fact, value] : facts)
        if (fact == name) return value;
    return {};
}

Url url_of(const journal::Line& line) {
    const Id<struct AnyTag> id{line.subject};
    if (line.subject_kind == "order") return Url("/commandes") / id;
    if (line.subject_kind == "project") return Url("/missions") / id;
    if (line.subject_kind == "cohort") return Url("/promo") / id;
    if (line.subject_kind == "work_session") return Url("/seances") / id;
    if (line.subject_kind == "exit") return Url("/sorties") / id;
    if (line.subject_kind == "machine") return Url("/machines") / id;
    return Url("/personnes") / id;
}

template <class Key>
std::string named(const std::map<Key, std::string>& names, Key id) {
    const auto name = names.find(id);
    return name == names.end() ? std::string() : name->second;
}

}  // namespace

Spoken spoken_of(Room& room, const sql::Reader& db, const std::vector<journal::Line>& lines) {
    Spoken spoken;
    std::vector<PersonId> people;
    std::vector<orders::OrderId> orders;
    std::vector<projects::ProjectId> missions;
    for (const journal::Line& line : lines) {
        if (line.actor) people.push_back(line.actor);
        if (line.subject_kind == "person") people.push_back({line.subject});
        if (line.subject_kind == "order") orders.push_back({line.subject});
        if (line.subject_kind == "project") missions.push_back({line.subject});
        for (const auto& details : {line.before, line.after})
            for (const auto& [fact, value] : json::members(details).value_or(Facts{}))
                if (speaks_of_people(fact))
                    for (const PersonId id : people_in(value)) people.push_back(id);
    }
    const auto once = [](auto& ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    };
    once(people), once(orders), once(missions);
    spoken.faces = people::faces(db, people);
    spoken.orders = room.orders.names(db, orders);
    for (const auto& [id, glance] : projects::glances(db, missions))
        spoken.missions[id] = glance.project.title;
    for (const auto& site : sites::all(db)) spoken.sites[site.id] = site.name;
    return spoken;
}

std::string action_words(const journal::Line& line, const i18n::Words& t) {
    const std::string key = "journal." + line.action;
    return t.has(key) ? t(key) : t("journal.other");
}

std::string subject_words(const journal::Line& line, const Spoken& spoken, const i18n::Words& t) {
    std::string name;
    if (line.subject_kind == "order") name = named(spoken.orders, orders::OrderId{line.subject});
    if (line.subject_kind == "project") name = named(spoken.missions, projects::ProjectId{line.subject});
    if (line.subject_kind == "site") name = named(spoken.sites, SiteId{line.subject});
    if (line.subject_kind == "person")
        if (const auto face = spoken.faces.find({line.subject}); face != spoken.faces.end())
            name = people::full_name(face->second);
    if (!name.empty()) return name;
    const std::string key = "journal.subject." + line.subject_kind;
    return t.has(key) ? t(key) : std::string();
}

Markup subject_link(const journal::Line& line, const Spoken& spoken, const i18n::Words& t) {
    const std::string words = subject_words(line, spoken, t);
    constexpr std::string_view with_page[] = {"order",        "project", "person", "cohort",
                                              "work_session", "exit",    "machine"};
    const bool has_page =
        std::find(std::begin(with_page), std::end(with_page), line.subject_kind) != std::end(with_page);
    return has_page ? a({href(url_of(line)), words}) : text(words);
}

std::vector<std::string> change_words(const journal::Line& line, const Spoken& spoken, const i18n::Words& t) {
    const Facts before = json::members(line.before).value_or(Facts{});
    const Facts after = json::members(line.after).value_or(Facts{});
    std::vector<std::string> said;
    const auto say = [&](const std::string& fact, const std::string& was, const std::string& is) {
        if (!t.has("journal.fact." + fact) || (was.empty() && is.empty())) return;
        const bool same = was == is && fact != "role" && fact != "person";
        if (same) return;  // told before: only what became something else is news
        const std::string name = t("journal.fact." + fact);
        if (!was.empty() && !is.empty() && was != is)
            said.push_back(t("journal.became", {{"name", name}, {"before", was}, {"after", is}}));
        else
            said.push_back(t("journal.is", {{"name", name}, {"value", is.empty() ? was : is}}));
    };
    for (const auto& [fact, value] : after)
        say(fact, value_words(line.subject_kind, fact, value_in(before, fact), spoken, t),
            value_words(line.subject_kind, fact, value, spoken, t));
    for (const auto& [fact, value] : before)
        if (std::none_of(after.begin(), after.end(), [&](const auto& one) { return one.first == fact; }))
            say(fact, value_words(line.subject_kind, fact, value, spoken, t), {});
    return said;
}

}  // namespace fabnum::records
