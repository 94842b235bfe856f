#pragma once

// Rows of engagements and of what happens to them.

#include <map>
#include <set>

#include "features/volunteering/volunteering.h"

namespace fabnum::volunteering::store {

std::optional<Engagement> find(const sql::Reader& db, EngagementId id);
std::vector<Engagement> of_person(const sql::Reader& db, PersonId person);  // the latest first
std::vector<Engagement> of_site(const sql::Reader& db, SiteId site);        // none: of every site
std::vector<Engagement> of_agreement(const sql::Reader& db, AgreementId agreement);

// Of one engagement, of one site, or of all of them (neither).
struct Of {
    EngagementId engagement = {};
    SiteId site = {};
};
template <class T>
using PerEngagement = std::map<EngagementId, std::vector<T>>;
PerEngagement<Amendment> amendments(const sql::Reader& db, const Of& of);
PerEngagement<Authorisation> authorisations(const sql::Reader& db, const Of& of);  // the latest last
PerEngagement<Day> proofs(const sql::Reader& db, const Of& of);
PerEngagement<Task> tasks(const sql::Reader& db, const Of& of);
std::vector<Absence> absences(const sql::Reader& db, EngagementId id);

EngagementId insert(const sql::Writer& db, const Engagement& engagement);
void set_papers(const sql::Writer& db, const Engagement& engagement);
void insert_amendment(const sql::Writer& db, EngagementId id, const Amendment& amendment, const Act& act);
void insert_absence(const sql::Writer& db, EngagementId id, const Absence& absence);
bool remove_absence(const sql::Writer& db, EngagementId id, Id<struct AbsenceTag> absence);
void insert_authorisation(const sql::Writer& db, EngagementId id, const Authorisation& one, const Act& act);
// False when it had ended already.
bool set_ending(const sql::Writer& db, EngagementId id, const Ending& ending);
bool clear_ending(const sql::Writer& db, EngagementId id);
void insert_task(const sql::Writer& db, EngagementId id, const Task& task);
void remove_tasks(const sql::Writer& db, EngagementId id);
bool finish_task(const sql::Writer& db, EngagementId id, TaskKind kind, Day done, PersonId by);
bool insert_proof(const sql::Writer& db, EngagementId id, Day month, const Act& act);

}  // namespace fabnum::volunteering::store
