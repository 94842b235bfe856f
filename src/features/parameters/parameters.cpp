#include "features/parameters/parameters.h"

#include <algorithm>
#include <map>

#include "features/parameters/parameter_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::parameters {

namespace {

std::string in_json(const Parameter& parameter) {
    return json::object({{"key", parameter.key},
                         {"value", parameter.value},
                         {"from", parameter.from},
                         {"to", parameter.to},
                         {"source", parameter.source}});
}

}  // namespace

const Kind* kind_of(std::string_view key) {
    for (const Kind& one : kinds)
        if (one.key == key) return &one;
    return nullptr;
}

std::optional<Parameter> on(const sql::Reader& db, std::string_view key, Day day) {
    return store::on(db, key, day);
}

std::int64_t number_on(const sql::Reader& db, std::string_view key, Day day, std::int64_t otherwise) {
    const auto found = store::on(db, key, day);
    return found ? found->value : otherwise;
}

std::vector<Parameter> all_on(const sql::Reader& db, Day day) {
    std::map<std::string, Parameter, std::less<>> latest;
    for (Parameter& one : store::holding(db, day)) latest[one.key] = std::move(one);
    std::vector<Parameter> in_order;
    for (const Kind& kind : kinds)
        if (const auto found = latest.find(kind.key); found != latest.end())
            in_order.push_back(found->second);
    return in_order;
}

std::vector<Parameter> history(const sql::Reader& db, std::string_view key) {
    return store::history(db, key);
}

Result<Done> add(sql::Database& database, const Act& act, const Parameter& parameter) {
    if (act.by.role != Role::Admin) return Refusal{"parameters.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!kind_of(parameter.key)) return Refusal{"parameters.not_there"};
        if (parameter.to && *parameter.to < parameter.from) return Refusal{"parameters.problem.backwards"};
        for (const Parameter& known : store::history(db, parameter.key))
            if (known.from == parameter.from) return Refusal{"parameters.problem.same_day"};
        Parameter kept = parameter;
        kept.added_by = act.by.person;
        kept.id = store::insert(db, kept, act.at);
        journal::record(db, {.act = act,
                             .action = "parameter.added",
                             .subject_kind = "parameter",
                             .subject = kept.id.value,
                             .after = in_json(kept)});
        return Done{};
    });
}

Result<Done> take_back(sql::Database& database, const Act& act, std::string_view key, ParameterId id) {
    if (act.by.role != Role::Admin) return Refusal{"parameters.not_yours"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto known = store::history(db, key);
        const auto one =
            std::find_if(known.begin(), known.end(), [&](const Parameter& each) { return each.id == id; });
        if (one == known.end() || !store::remove(db, key, id)) return Refusal{"parameters.moved_meanwhile"};
        journal::record(db, {.act = act,
                             .action = "parameter.taken_back",
                             .subject_kind = "parameter",
                             .subject = id.value,
                             .before = in_json(*one)});
        return Done{};
    });
}

}  // namespace fabnum::parameters
