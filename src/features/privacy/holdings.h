#pragma once

// Everything the house holds about a person, drawn as one table: how it is told to them, and how it is
// forgotten. A new table or column that names a person does not pass the tests until it has its line here, so
// neither the right of access (GDPR article 15) nor erasure (article 17) can leave something out.

#include <string_view>

namespace fabnum::privacy {

enum class Forget {
    Delete,    // the rows go
    Blank,     // the rows stay, without what `blanks` empties: counts stay true
    Nameless,  // the rows stay: they are the work of a team, and nothing in them names the person any more
    Proof,     // kept as it is while proofs must be kept, then as Blank
};

struct Holding {
    std::string_view table;
    std::string_view whose;    // the condition that finds this person's rows; $1 is the person
    std::string_view columns;  // told to the person, in this order; numbers of other things by their names
    Forget forget;
    std::string_view blanks = {};  // $2 is the moment
};

// In the order of forgetting: what hangs on something goes before it.
inline constexpr Holding holdings[] = {
    {"people", "id = $1",
     "given_name, family_name, mail, phone, birth_day, address AS said_to, agreement, language, made_at",
     Forget::Blank,
     "given_name = '—', family_name = '', search_key = '', mail = NULL, phone = NULL, birth_day = NULL, "
     "agreement = 'n', theme = '', active = 0, erased_at = $2"},
    {"people_credentials", "person_id = $1", "", Forget::Delete},
    {"people_roles", "person_id = $1",
     "role, (SELECT name FROM sites WHERE id = site_id) AS site, since, until", Forget::Nameless},
    {"sessions", "person_id = $1", "device, began_at, seen_at", Forget::Delete},
    {"cohort_members", "person_id = $1",
     "(SELECT name FROM cohorts WHERE id = cohort_id) AS cohort, joined_on, left_on", Forget::Nameless},
    {"project_members", "person_id = $1",
     "(SELECT title FROM projects WHERE id = project_id) AS mission, role AS turn", Forget::Nameless},
    {"project_turns", "person_id = $1",
     "(SELECT title FROM projects WHERE id = project_id) AS mission, role AS turn, took, on_day",
     Forget::Nameless},
    {"project_step_people", "person_id = $1",
     "(SELECT kind FROM project_steps WHERE id = step_id) AS activity", Forget::Nameless},
    {"project_work", "person_id = $1",
     "(SELECT title FROM projects WHERE id = project_id) AS mission, "
     "(SELECT kind FROM project_steps WHERE id = step_id) AS activity, on_day, minutes",
     Forget::Nameless},
    {"project_tries", "noted_by = $1",
     "(SELECT title FROM projects WHERE id = project_id) AS mission, on_day, what_happened, what_changed",
     Forget::Nameless},
    {"project_photos", "taken_by = $1",
     "(SELECT title FROM projects WHERE id = project_id) AS mission, description, may_publish, taken_at",
     Forget::Nameless},
    {"production_jobs", "brought_by = $1", "title AS making, note, state, pieces, brought_at",
     Forget::Nameless},
    {"production_jobs", "run_by = $1", "title AS making, state, pieces, brought_at", Forget::Nameless},
    {"production_keys", "person_id = $1", "made_at, used_at", Forget::Delete},
    {"notebook_actions", "goal_id IN (SELECT id FROM notebook_goals WHERE person_id = $1)",
     "what, doer, due_on, done_on", Forget::Delete},
    {"notebook_goals", "person_id = $1", "theme, title, consent, state, proposed_on, answered_on, ended_on",
     Forget::Delete},
    // What only the coordinator may read is told too: the right of access knows no level of reading.
    {"notebook_notes", "person_id = $1", "note, written_on, ends_on", Forget::Delete},
    {"notebook_checkins", "person_id = $1", "mood, footing, own_words, talk, shared, written_at",
     Forget::Delete},
    {"teaching_wishes", "person_id = $1", "side AS wish, activity, topic, said_at", Forget::Delete},
    {"teaching_pairs", "shows_id = $1", "activity, topic, state, on_day, told, shown_at, learned_at",
     Forget::Blank, "told = '', topic = '', photo_id = NULL"},
    {"teaching_pairs", "learns_id = $1", "activity, topic, state, on_day, told, shown_at, learned_at",
     Forget::Blank, "told = '', topic = '', photo_id = NULL"},
    {"path_interviews", "person_id = $1", "kind AS interview, due_on, state, place, held_on",
     Forget::Nameless},
    {"messages", "person_id = $1", "text AS message, written_at, read_at", Forget::Delete},
    {"message_notices", "person_id = $1", "on_day, sent_at", Forget::Delete},
    {"recruitment_answers", "candidate_id IN (SELECT id FROM recruitment_candidates WHERE person_id = $1)",
     "question, answer", Forget::Delete},
    {"recruitment_interviews", "candidate_id IN (SELECT id FROM recruitment_candidates WHERE person_id = $1)",
     "on_day, place, state", Forget::Nameless},
    {"recruitment_decisions", "candidate_id IN (SELECT id FROM recruitment_candidates WHERE person_id = $1)",
     "verdict, reason, decided_at", Forget::Nameless},
    {"recruitment_candidates", "person_id = $1",
     "given_name, family_name, mail, phone, birth_day, town, level, registered, came_at", Forget::Blank,
     "given_name = '', family_name = '', search_key = '', mail = NULL, phone = NULL, birth_day = NULL, town "
     "= '', "
     "purged_at = $2"},
    {"outcome_reviews", "exit_id IN (SELECT id FROM outcome_exits WHERE person_id = $1)",
     "objectives, tasks, learned, own_words, talked_on", Forget::Delete},
    {"outcome_news", "exit_id IN (SELECT id FROM outcome_exits WHERE person_id = $1)",
     "months, due_on, answered_on, situation, proof", Forget::Nameless},
    {"outcome_exits", "person_id = $1", "left_on, reason AS leaving, situation, proof, noted_at",
     Forget::Nameless},
    {"volunteering_authorisations", "volunteering_id IN (SELECT id FROM volunteerings WHERE person_id = $1)",
     "guardian, phone, signed_on", Forget::Proof, "guardian = '', phone = ''"},
    {"volunteering_amendments", "volunteering_id IN (SELECT id FROM volunteerings WHERE person_id = $1)",
     "what, value, from_day, reason", Forget::Nameless},
    {"volunteering_absences", "volunteering_id IN (SELECT id FROM volunteerings WHERE person_id = $1)",
     "kind AS absence, from_day, to_day, days", Forget::Nameless},
    {"volunteerings", "person_id = $1",
     "starts_on, ends_on, weekly_hours, home_address, elisa_ref, ended_on, end_reason", Forget::Proof,
     "home_address = '', elisa_ref = ''"},
    {"statement_followers", "person_id = $1", "since", Forget::Delete},
    {"statements", "person_id = $1", "month, due, done, absences, sent_at, signed_at", Forget::Proof,
     "content = ''"},
    {"import_people", "person_id = $1",
     "(SELECT label FROM imports WHERE id = import_id) AS from_file, verdict AS brought", Forget::Delete},
    {"civic_proofs", "person_id = $1", "paper, on_day, half_days, title, noted_at", Forget::Proof,
     "title = ''"},
    {"kiosk_taps", "person_id = $1", "kind AS tap, method, happened_at", Forget::Nameless},
    {"attendance_notices", "person_id = $1", "on_day, kind AS notice, minutes, words, said_at", Forget::Blank,
     "words = ''"},
    {"attendance_catch_ups", "person_id = $1", "on_day, ends - starts AS minutes", Forget::Delete},
    {"attendance_marks", "person_id = $1", "on_day, half, code AS presence, due, done, reason, marked_at",
     Forget::Proof, "reason = ''"},
    // A line without its name no longer shows its content; its place in the chain stays.
    {"attendance_signatures", "person_id = $1", "on_day, half, covers, signed_at, method", Forget::Proof,
     "name = '', covers = '', drawing = '', drawing_id = NULL"},
    {"authorisation_steps", "person_id = $1", "family, step AS learnt, on_day", Forget::Delete},
    {"authorisations", "person_id = $1", "family, level, granted_on, expires_on, revoked_on, revoke_reason",
     Forget::Delete},
    {"authorisation_grounds", "person_id = $1", "family, ground, from_day, to_day, ended_on",
     Forget::Nameless},
    {"machine_faults", "reported_by = $1",
     "(SELECT name FROM machines WHERE id = machine_id) AS machine, kind AS fault, note, reported_at",
     Forget::Nameless},
    {"order_messages", "by_person = $1",
     "(SELECT title FROM orders WHERE id = order_id) AS order_title, written_at, message", Forget::Nameless},
};

// Where somebody appears only as the one who did it for others: told by the journal, nameless once they are
// erased.
struct Mention {
    std::string_view table, column;
};
inline constexpr Mention mentions[] = {
    {"project_work", "noted_by"},
    {"project_checks", "checked_by"},
    {"order_triages", "studied_by"},
    {"order_prototypes", "shown_by"},
    {"order_deliveries", "delivered_by"},
    {"parameters", "added_by"},
    {"timetable_contributors", "person_id"},
    {"civic_proofs", "noted_by"},
    {"teaching_pairs", "asked_by"},
    {"imports", "brought_by"},
    {"attendance_catch_ups", "agreed_by"},
    {"attendance_marks", "marked_by"},
    {"attendance_notices", "seen_by"},
    {"attendance_signatures", "witness_id"},
    {"volunteerings", "host_tutor_id"},
    {"volunteering_amendments", "noted_by"},
    {"volunteering_authorisations", "noted_by"},
    {"volunteering_proofs", "noted_by"},
    {"volunteering_tasks", "done_by"},
    {"statement_followers", "adviser_id"},
    {"statements", "adviser_id"},
    {"statements", "sent_by"},
    {"recruitment_interviews", "with_person"},
    {"recruitment_decisions", "decided_by"},
    {"notebook_goals", "proposed_by"},
    {"notebook_notes", "written_by"},
    {"path_interviews", "with_whom"},
    {"messages", "by_person"},
    {"messages", "read_by"},
    {"authorisation_steps", "seen_by"},
    {"authorisations", "granted_by"},
    {"authorisations", "revoked_by"},
    {"authorisation_grounds", "given_by"},
    {"maintenance_works", "done_by"},
    {"maintenance_incidents", "noted_by"},
    {"machine_faults", "closed_by"},
    {"machine_lockouts", "locked_by"},
    {"machine_lockouts", "released_by"},
    {"production_jobs", "approved_by"},
    {"production_failures", "noted_by"},
    {"printers", "registered_by"},
    {"outcome_exits", "noted_by"},
    {"outcome_tasks", "done_by"},
    {"outcome_tries", "tried_by"},
    {"outcome_reviews", "written_by"},
};

}  // namespace fabnum::privacy
