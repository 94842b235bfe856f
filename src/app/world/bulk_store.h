#pragma once

// Rows written straight into the tables, many at a time: for houses of any size, and for what no room's door
// offers. The one place besides the rooms' own stores that knows their tables.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "platform/sql/sql.h"

namespace fabnum::app::world::store {

// In the order in which they are written: what is pointed at comes first.
enum class Table {
    Sites,
    People,
    PeopleRoles,
    Cohorts,
    CohortMembers,
    OutcomeExits,
    OutcomeNews,
    Organisations,
    OrganisationWords,
    Contacts,
    Projects,
    ProjectMembers,
    ProjectTurns,
    ProjectSteps,
    ProjectWork,
    ProjectTries,
    ProjectChecks,
    Orders,
    OrderTriages,
    OrderMessages,
    OrderMaterials,
    OrderDeliveries,
    OrderThanks,
    AttendanceMarks,
    AttendanceSignatures,
    AttendanceChainEnd
};
struct Layout {
    std::string_view table, columns;
    int width = 0;
};
inline constexpr Layout layouts[] = {
    {"sites", "id, name, town, address, phone, mail, zone, material_cap_cents, hour_value_cents", 9},
    {"people",
     "id, given_name, family_name, search_key, mail, birth_day, address, agreement, language, made_at", 10},
    {"people_roles", "person_id, role, site_id, since", 4},
    {"cohorts", "id, site_id, name, starts_on, ends_on, seats, weekly_hours", 7},
    {"cohort_members", "cohort_id, person_id, joined_on, left_on", 4},
    {"outcome_exits",
     "id, cohort_id, person_id, site_id, left_on, early, reason, situation, field, proof, noted_at", 11},
    {"outcome_news", "id, exit_id, months, due_on, answered_on, situation, missing", 7},
    {"organisations", "id, name, kind, town, search_key", 5},
    {"organisation_words", "word, search_key, organisation_id", 3},
    {"organisation_contacts", "id, organisation_id, name, mail, phone, search_key", 6},
    {"projects", "id, site_id, cohort_id, title, template, due_on, started_on, ended_on", 8},
    {"project_members", "project_id, person_id, role", 3},
    {"project_turns", "id, project_id, person_id, role, took, on_day", 6},
    {"project_steps", "id, project_id, position, kind, state", 5},
    {"project_work", "id, project_id, step_id, person_id, on_day, minutes, noted_by", 7},
    {"project_tries", "id, project_id, step_id, on_day, what_happened, what_changed, noted_by", 7},
    {"project_checks", "id, project_id, position, what, passed, checked_by, checked_at", 7},
    {"orders",
     "id, site_id, year, number, state, kind, title, need, beneficiaries, quantity, wanted_on, "
     "organisation_id, contact_id, project_id, due_on, estimate_cents, reason, received_at, changed_at, "
     "delivered_on, language, search_key",
     22},
    {"order_triages",
     "order_id, public_interest, nobodys_job, machines, safe_for_minors, delay, studied_by, "
     "studied_at",
     8},
    {"order_messages", "id, order_id, written_at, by_requester, by_person, message", 6},
    {"order_materials", "id, order_id, what, quantity, cost_cents", 5},
    {"order_deliveries",
     "order_id, delivered_on, place, received_by, signed, delivered_by, value_cents, minutes, "
     "material_cents",
     9},
    {"order_thanks", "order_id, satisfaction, message, written_at", 4},
    {"attendance_marks",
     "id, person_id, cohort_id, site_id, on_day, half, code, due, done, arrived, gone, method, marked_by, "
     "marked_at",
     14},
    {"attendance_signatures",
     "seq, role, person_id, name, cohort_id, on_day, half, covers, signed_at, method, salt, content_hash, "
     "previous, hash",
     14},
    {"attendance_chain_end", "seq, hash", 2},
};

class Rows {
 public:
    // The numbers that rows will have go on from those in the database.
    void go_on_from(const sql::Reader& db);
    template <class AnyId>
    AnyId next(Table table) {
        return AnyId{++last_[index(table)]};
    }
    // The values of the layout's columns.
    void add(Table table, const sql::Values& row);
    void write(const sql::Writer& db) const;
    void clear();

 private:
    static constexpr std::size_t index(Table table) { return static_cast<std::size_t>(table); }

    std::array<sql::Values, std::size(layouts)> values_;
    std::array<std::int64_t, std::size(layouts)> last_{};
};

// Lets the engine number what comes next after the rows written with numbers of ours.
void leave_numbers(const sql::Writer& db);

}  // namespace fabnum::app::world::store
