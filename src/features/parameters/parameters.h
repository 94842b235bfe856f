#pragma once

// Parameters: amounts and limits that move with the years. Each value holds from a day to a day and says
// where it was read; nothing is ever overwritten.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/money.h"
#include "base/result.h"
#include "base/words.h"
#include "platform/sql/sql.h"

namespace fabnum::parameters {

using ParameterId = Id<struct ParameterTag>;

// How a value was learnt. What is to verify advises, and never decides alone.
enum class Grade { Read, Secondary, ToVerify };
inline constexpr std::pair<std::string_view, Grade> grades[] = {
    {"read", Grade::Read}, {"secondary", Grade::Secondary}, {"to_verify", Grade::ToVerify}};

enum class Unit { Hours, Minutes, Days, Weeks, Months, Years, Euros, Percent };
inline constexpr std::pair<std::string_view, Unit> units[] = {
    {"hours", Unit::Hours},   {"minutes", Unit::Minutes}, {"days", Unit::Days},   {"weeks", Unit::Weeks},
    {"months", Unit::Months}, {"years", Unit::Years},     {"euros", Unit::Euros}, {"percent", Unit::Percent}};

// Everything that has values, in the order of the page. A group is what comes before the dot.
struct Kind {
    std::string_view key;
    Unit unit;
};
inline constexpr Kind kinds[] = {
    {"sc.min_months", Unit::Months},
    {"sc.max_months", Unit::Months},
    {"sc.min_week_h", Unit::Hours},
    {"sc.max_week_h", Unit::Hours},
    {"sc.minor_week_h", Unit::Hours},
    {"sc.minor_day_h", Unit::Hours},
    {"sc.minor_break_after_min", Unit::Minutes},
    {"sc.minor_break_min", Unit::Minutes},
    {"sc.leave_days_month", Unit::Days},
    {"sc.minor_extra_leave_days_month", Unit::Days},
    {"sc.notice_months", Unit::Months},
    {"sc.attestation_months", Unit::Months},
    {"sc.agreement_years", Unit::Years},
    {"sc.month_state", Unit::Euros},
    {"sc.host_min", Unit::Euros},
    {"sc.aid_nonprofit", Unit::Euros},
    {"fcc.theory_days", Unit::Days},
    {"fcc.half_within_months", Unit::Months},
    {"fcc.declare_within_months", Unit::Months},
    {"fcc.theory_aid", Unit::Euros},
    {"fcc.psc_aid", Unit::Euros},
    {"cej.week_min", Unit::Hours},
    {"cej.week_max", Unit::Hours},
    {"cej.max", Unit::Euros},
    {"pacea.max_months", Unit::Months},
    {"fse.min_days", Unit::Days},
    {"fse.exit_weeks", Unit::Weeks},
    {"fse.pub_penalty_pct", Unit::Percent},
    {"tax.franchise", Unit::Euros},
    {"fidess.rate_pct", Unit::Percent},
    {"fidess.cap", Unit::Euros},
    {"derog.years", Unit::Years},
    {"retention.last_contact_years", Unit::Years},
    {"retention.proof_years", Unit::Years},
    {"target.women_pct", Unit::Percent},
};
const Kind* kind_of(std::string_view key);  // none: nobody knows the key

struct Parameter {
    ParameterId id = {};
    std::string key;
    std::int64_t value = 0;  // in its unit; euros in cents
    Day from;
    std::optional<Day> to;  // none: until a later value
    std::string source;     // an address, or ""
    Grade grade = Grade::ToVerify;
    PersonId added_by = {};  // none: came with the product

    Money money() const { return {value}; }
};

// The value that holds on that day: of those that hold, the one that began last.
std::optional<Parameter> on(const sql::Reader& db, std::string_view key, Day day);
// The same as a number, or `otherwise` where none holds.
std::int64_t number_on(const sql::Reader& db, std::string_view key, Day day, std::int64_t otherwise);
std::vector<Parameter> all_on(const sql::Reader& db, Day day);
std::vector<Parameter> history(const sql::Reader& db, std::string_view key);  // the latest first

// Adds a value from a day on; what was known stays. Administrators.
Result<Done> add(sql::Database& database, const Act& act, const Parameter& parameter);
// Takes back a value that somebody added, not one that came with the product.
Result<Done> take_back(sql::Database& database, const Act& act, std::string_view key, ParameterId id);

}  // namespace fabnum::parameters
