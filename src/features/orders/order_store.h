#pragma once

// Rows of orders and of what hangs on them.

#include "features/orders/orders.h"

namespace fabnum::orders::store {

std::optional<Order> find(const sql::Reader& db, OrderId id);
std::optional<Order> of_project(const sql::Reader& db, projects::ProjectId project);
std::vector<Listed> of_projects(const sql::Reader& db, const std::vector<projects::ProjectId>& ids);
// With how many orders the state has.
std::vector<std::pair<Listed, std::int64_t>> first_of_each_state(const sql::Reader& db, SiteId site,
                                                                 const std::vector<State>& wished, int most);
std::vector<Listed> with_ids(const sql::Reader& db, const std::vector<OrderId>& ids);
std::vector<Listed> list(const sql::Reader& db, const Filter& filter, Day today);
std::int64_t count(const sql::Reader& db, const Filter& filter, Day today);
std::optional<Triage> triage(const sql::Reader& db, OrderId id);
std::vector<Message> messages(const sql::Reader& db, OrderId id);
std::vector<Picture> pictures(const sql::Reader& db, OrderId id);
std::vector<Prototype> prototypes(const sql::Reader& db, OrderId id);
std::vector<Material> materials(const sql::Reader& db, OrderId id);
std::optional<Delivery> delivery(const sql::Reader& db, OrderId id);
std::optional<Thanks> thanks(const sql::Reader& db, OrderId id);
// The latest first, each with its order.
std::vector<std::pair<Order, Thanks>> thanks_for(const sql::Reader& db,
                                                 const std::vector<projects::ProjectId>& ids, int most);

int next_number(const sql::Reader& db, SiteId site, int year);
OrderId insert(const sql::Writer& db, const Order& order, std::string_view search_key);
// False: it had left `from` meanwhile.
bool advance(const sql::Writer& db, OrderId id, State from, State to, std::string_view reason, Instant at);
void set_study(const sql::Writer& db, OrderId id, const Triage& triage, const std::optional<Money>& estimate,
               PersonId by, Instant at);
void set_due(const sql::Writer& db, OrderId id, Day due);
void set_project(const sql::Writer& db, OrderId id, projects::ProjectId project);
void set_delivered(const sql::Writer& db, OrderId id, Day on);
void insert_message(const sql::Writer& db, OrderId id, const Message& message);
void insert_picture(const sql::Writer& db, OrderId id, const Picture& picture);
void insert_prototype(const sql::Writer& db, OrderId id, const Prototype& prototype, PersonId by);
bool answer_prototype(const sql::Writer& db, OrderId id, bool approved, std::string_view comment, Instant at);
void insert_material(const sql::Writer& db, OrderId id, const Material& material);
bool remove_material(const sql::Writer& db, OrderId id, Id<struct MaterialTag> material);
void insert_delivery(const sql::Writer& db, OrderId id, const Delivery& delivery);
bool insert_thanks(const sql::Writer& db, OrderId id, const Thanks& thanks);  // false: thanked before

}  // namespace fabnum::orders::store
