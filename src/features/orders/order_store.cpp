#include "features/orders/order_store.h"

#include "platform/i18n/i18n.h"

namespace fabnum::orders::store {

namespace {

Listed listed_from(sql::Row& row) {
    return {.id = row.take<OrderId>(),
            .site = row.take<SiteId>(),
            .year = row.take<int>(),
            .number = row.take<int>(),
            .state = state_from(row.take<std::string>()),
            .kind = kind_from(row.take<std::string>()),
            .title = row.take<std::string>(),
            .quantity = row.take<int>(),
            .organisation = row.take<partners::OrganisationId>(),
            .project = row.take<projects::ProjectId>(),
            .due = row.take<std::optional<Day>>(),
            .estimate = row.take<std::optional<Money>>(),
            .received = row.take<Instant>(),
            .changed = row.take<Instant>(),
            .delivered = row.take<std::optional<Day>>()};
}

Order order_from(sql::Row& row) {
    Order order;
    static_cast<Listed&>(order) = listed_from(row);
    order.need = row.take<std::string>();
    order.beneficiaries = row.take<std::string>();
    order.wanted = row.take<std::optional<Day>>();
    order.contact = row.take<partners::ContactId>();
    order.reason = row.take<std::string>();
    order.language = row.take<std::string>() == "en" ? i18n::Language::English : i18n::Language::French;
    return order;
}

const std::string listed_columns = R"sql(
        SELECT o.id, o.site_id, o.year, o.number, o.state, o.kind, o.title, o.quantity, o.organisation_id,
               o.project_id, o.due_on, o.estimate_cents, o.received_at, o.changed_at, o.delivered_on)sql";
const std::string order_columns =
    listed_columns + ", o.need, o.beneficiaries, o.wanted_on, o.contact_id, o.reason, o.language";
const std::string from = " FROM orders o";

// The conditions of a filter, and the values behind them.
std::string conditions(const Filter& filter, Day today, sql::Values& values) {
    values.emplace_back(filter.site);
    std::string where = " WHERE o.site_id = $1";
    const auto next = [&] { return "$" + std::to_string(values.size()); };
    if (!filter.states.empty()) {
        std::string list;
        for (const State state : filter.states) {
            values.emplace_back(word_of(state));
            list += (list.empty() ? "" : ", ") + next();
        }
        where += " AND o.state IN (" + list + ")";
    }
    if (filter.kind) {
        values.emplace_back(word_of(*filter.kind));
        where += " AND o.kind = " + next();
    }
    if (const auto key = i18n::search_key(filter.words); !key.empty()) {
        values.emplace_back(sql::containing(key));
        where += " AND o.search_key LIKE " + next() + " ESCAPE '!'";
    }
    if (filter.late) {
        values.emplace_back(today);
        where += " AND o.state IN ('accepted', 'making', 'approving', 'ready') AND o.due_on < " + next();
    }
    return where;
}

std::string_view order_by(std::string_view sort) {
    if (sort == "received") return " ORDER BY o.received_at, o.id";
    if (sort == "due") return " ORDER BY o.due_on NULLS LAST, o.id";
    if (sort == "-due") return " ORDER BY o.due_on DESC NULLS LAST, o.id";
    if (sort == "title") return " ORDER BY o.title, o.id";
    if (sort == "-title") return " ORDER BY o.title DESC, o.id";
    if (sort == "state") return " ORDER BY o.state, o.received_at DESC, o.id";
    if (sort == "-state") return " ORDER BY o.state DESC, o.received_at DESC, o.id";
    return " ORDER BY o.received_at DESC, o.id DESC";
}

Thanks thanks_from(sql::Row& row) {
    Thanks thanks;
    const auto word = row.take<std::string>();
    for (const auto& [known, satisfaction] : satisfactions)
        if (known == word) thanks.satisfaction = satisfaction;
    thanks.message = row.take<std::string>();
    thanks.at = row.take<Instant>();
    return thanks;
}

// "$2, $3": each id as one more value.
template <class AnyId>
std::string listed(sql::Values& values, const std::vector<AnyId>& ids) {
    std::string list;
    for (const auto id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return list;
}

}  // namespace

std::optional<Order> find(const sql::Reader& db, OrderId id) {
    return db.one(order_from, {id}, order_columns + from + " WHERE o.id = $1");
}

std::optional<Order> of_project(const sql::Reader& db, projects::ProjectId project) {
    return db.one(order_from, {project}, order_columns + from + " WHERE o.project_id = $1");
}

std::vector<std::pair<Listed, std::int64_t>> first_of_each_state(const sql::Reader& db, SiteId site,
                                                                 const std::vector<State>& wished, int most) {
    sql::Values values = {site, most};
    std::string list;
    for (const State state : wished) {
        values.emplace_back(word_of(state));
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return db.all(
        [](sql::Row& row) {
            auto order = listed_from(row);
            return std::pair(std::move(order), row.take<std::int64_t>());
        },
        values,
        listed_columns + R"sql(, o.of_state
          FROM (SELECT orders.*,
                       count(*) OVER (PARTITION BY state) AS of_state,
                       row_number() OVER (PARTITION BY state
                                          ORDER BY CASE WHEN state <> 'delivered' THEN due_on END NULLS LAST,
                                                   CASE WHEN state = 'delivered' THEN -received_at END,
                                                   id) AS place
                  FROM orders
                 WHERE site_id = $1 AND state IN ()sql" +
            list + R"sql()) o
         WHERE o.place <= $2
         ORDER BY o.state, o.place)sql");
}

std::vector<Listed> with_ids(const sql::Reader& db, const std::vector<OrderId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    const std::string list = listed(values, ids);
    return db.all(listed_from, values, listed_columns + from + " WHERE o.id IN (" + list + ")");
}

std::vector<Listed> of_projects(const sql::Reader& db, const std::vector<projects::ProjectId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    const std::string list = listed(values, ids);
    return db.all(
        listed_from, values,
        listed_columns + from + " WHERE o.project_id IN (" + list + ") ORDER BY o.due_on NULLS LAST, o.id");
}

std::vector<Listed> list(const sql::Reader& db, const Filter& filter, Day today) {
    sql::Values values;
    std::string sql = listed_columns + from + conditions(filter, today, values);
    sql += order_by(filter.sort);
    values.emplace_back(filter.most);
    sql += " LIMIT $" + std::to_string(values.size());
    values.emplace_back(filter.skip);
    sql += " OFFSET $" + std::to_string(values.size());
    return db.all(listed_from, values, sql);
}

std::int64_t count(const sql::Reader& db, const Filter& filter, Day today) {
    sql::Values values;
    const std::string where = conditions(filter, today, values);
    return db.value<std::int64_t>(values, "SELECT count(*) FROM orders o" + where);
}

std::optional<Triage> triage(const sql::Reader& db, OrderId id) {
    return db.one(
        [](sql::Row& row) {
            return Triage{.public_interest = verdict_from(row.take<std::string>()),
                          .nobodys_job = verdict_from(row.take<std::string>()),
                          .machines = verdict_from(row.take<std::string>()),
                          .safe_for_minors = verdict_from(row.take<std::string>()),
                          .delay = verdict_from(row.take<std::string>())};
        },
        {id}, R"sql(
        SELECT public_interest, nobodys_job, machines, safe_for_minors, delay FROM order_triages WHERE order_id = $1)sql");
}

std::vector<Message> messages(const sql::Reader& db, OrderId id) {
    return db.all(
        [](sql::Row& row) {
            return Message{.at = row.take<Instant>(),
                           .by_requester = row.take<bool>(),
                           .by = row.take<PersonId>(),
                           .text = row.take<std::string>()};
        },
        {id}, R"sql(
        SELECT written_at, by_requester, by_person, message FROM order_messages WHERE order_id = $1 ORDER BY written_at, id)sql");
}

std::vector<Picture> pictures(const sql::Reader& db, OrderId id) {
    return db.all(
        [](sql::Row& row) {
            return Picture{.file = row.take<files::FileId>(), .description = row.take<std::string>()};
        },
        {id}, "SELECT file_id, description FROM order_pictures WHERE order_id = $1 ORDER BY id");
}

std::vector<Prototype> prototypes(const sql::Reader& db, OrderId id) {
    return db.all(
        [](sql::Row& row) {
            Prototype one;
            one.id = row.take<Id<struct PrototypeTag>>();
            one.picture.file = row.take<files::FileId>();
            one.picture.description = row.take<std::string>();
            one.question = row.take<std::string>();
            one.shown_at = row.take<Instant>();
            if (const auto answer = row.take<std::optional<std::string>>())
                one.approved = *answer == "approved";
            one.comment = row.take<std::string>();
            return one;
        },
        {id}, R"sql(
        SELECT id, file_id, description, question, shown_at, answer, comment
          FROM order_prototypes
         WHERE order_id = $1
         ORDER BY shown_at DESC, id DESC)sql");
}

std::vector<Material> materials(const sql::Reader& db, OrderId id) {
    return db.all(
        [](sql::Row& row) {
            return Material{.id = row.take<Id<struct MaterialTag>>(),
                            .what = row.take<std::string>(),
                            .quantity = row.take<std::string>(),
                            .cost = row.take<Money>()};
        },
        {id}, "SELECT id, what, quantity, cost_cents FROM order_materials WHERE order_id = $1 ORDER BY id");
}

std::optional<Delivery> delivery(const sql::Reader& db, OrderId id) {
    return db.one(
        [](sql::Row& row) {
            Delivery one;
            one.on = row.take<Day>();
            one.place = row.take<std::string>();
            one.received_by = row.take<std::string>();
            one.signed_on_screen = row.take<std::string>() == "screen";
            one.signature = row.take<files::FileId>();
            one.by = row.take<PersonId>();
            one.value.total = row.take<Money>();
            one.value.minutes = row.take<std::int64_t>();
            one.value.materials = row.take<Money>();
            one.value.hours = one.value.total - one.value.materials;
            return one;
        },
        {id}, R"sql(
        SELECT delivered_on, place, received_by, signed, signature_file, delivered_by, value_cents, minutes, material_cents
          FROM order_deliveries
         WHERE order_id = $1)sql");
}

std::optional<Thanks> thanks(const sql::Reader& db, OrderId id) {
    return db.one(thanks_from, {id},
                  "SELECT satisfaction, message, written_at FROM order_thanks WHERE order_id = $1");
}

std::vector<std::pair<Order, Thanks>> thanks_for(const sql::Reader& db,
                                                 const std::vector<projects::ProjectId>& ids, int most) {
    if (ids.empty()) return {};
    sql::Values values{most};
    const std::string list = listed(values, ids);
    return db.all(
        [](sql::Row& row) {
            auto order = order_from(row);
            return std::pair(std::move(order), thanks_from(row));
        },
        values,
        order_columns + ", t.satisfaction, t.message, t.written_at" + R"sql(
          FROM orders o
          JOIN order_thanks t ON t.order_id = o.id
         WHERE o.project_id IN ()sql" +
            list + ") ORDER BY t.written_at DESC LIMIT $1");
}

int next_number(const sql::Reader& db, SiteId site, int year) {
    return db.value<int>({site, year},
                         "SELECT COALESCE(max(number), 0) + 1 FROM orders WHERE site_id = $1 AND year = $2");
}

OrderId insert(const sql::Writer& db, const Order& order, std::string_view search_key) {
    return db.insert<OrderId>(
        {order.site, order.year, order.number, word_of(order.state), word_of(order.kind), order.title,
         order.need, order.beneficiaries, order.quantity, order.wanted, order.organisation, order.contact,
         order.received, i18n::tag_of(order.language), search_key},
        R"sql(
        INSERT INTO orders (site_id, year, number, state, kind, title, need, beneficiaries, quantity, wanted_on,
                            organisation_id, contact_id, received_at, changed_at, language, search_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15)
     RETURNING id)sql");
}

bool advance(const sql::Writer& db, OrderId id, State from, State to, std::string_view reason, Instant at) {
    return db.run({id, word_of(from), word_of(to), reason, at}, R"sql(
        UPDATE orders SET state = $3, reason = $4, changed_at = $5 WHERE id = $1 AND state = $2)sql") == 1;
}

void set_study(const sql::Writer& db, OrderId id, const Triage& triage, const std::optional<Money>& estimate,
               PersonId by, Instant at) {
    db.run({id, word_of(triage.public_interest), word_of(triage.nobodys_job), word_of(triage.machines),
            word_of(triage.safe_for_minors), word_of(triage.delay), by, at},
           R"sql(
        INSERT INTO order_triages (order_id, public_interest, nobodys_job, machines, safe_for_minors, delay, studied_by, studied_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (order_id) DO UPDATE
           SET public_interest = $2, nobodys_job = $3, machines = $4, safe_for_minors = $5, delay = $6,
               studied_by = $7, studied_at = $8)sql");
    db.run({id, estimate, at}, "UPDATE orders SET estimate_cents = $2, changed_at = $3 WHERE id = $1");
}

void set_due(const sql::Writer& db, OrderId id, Day due) {
    db.run({id, due}, "UPDATE orders SET due_on = $2 WHERE id = $1");
}

void set_project(const sql::Writer& db, OrderId id, projects::ProjectId project) {
    db.run({id, project}, "UPDATE orders SET project_id = $2 WHERE id = $1");
}

void set_delivered(const sql::Writer& db, OrderId id, Day on) {
    db.run({id, on}, "UPDATE orders SET delivered_on = $2 WHERE id = $1");
}

void insert_message(const sql::Writer& db, OrderId id, const Message& message) {
    db.run({id, message.at, message.by_requester, message.by, message.text}, R"sql(
        INSERT INTO order_messages (order_id, written_at, by_requester, by_person, message) VALUES ($1, $2, $3, $4, $5))sql");
}

void insert_picture(const sql::Writer& db, OrderId id, const Picture& picture) {
    db.run({id, picture.file, picture.description}, R"sql(
        INSERT INTO order_pictures (order_id, file_id, description) VALUES ($1, $2, $3))sql");
}

void insert_prototype(const sql::Writer& db, OrderId id, const Prototype& prototype, PersonId by) {
    db.run({id, prototype.picture.file, prototype.picture.description, prototype.question, by,
            prototype.shown_at},
           R"sql(
        INSERT INTO order_prototypes (order_id, file_id, description, question, shown_by, shown_at)
        VALUES ($1, $2, $3, $4, $5, $6))sql");
}

bool answer_prototype(const sql::Writer& db, OrderId id, bool approved, std::string_view comment,
                      Instant at) {
    return db.run({id, approved ? "approved" : "changes", comment, at}, R"sql(
        UPDATE order_prototypes
           SET answer = $2, comment = $3, answered_at = $4
         WHERE order_id = $1 AND answer IS NULL)sql") > 0;
}

void insert_material(const sql::Writer& db, OrderId id, const Material& material) {
    db.run({id, material.what, material.quantity, material.cost}, R"sql(
        INSERT INTO order_materials (order_id, what, quantity, cost_cents) VALUES ($1, $2, $3, $4))sql");
}

bool remove_material(const sql::Writer& db, OrderId id, Id<struct MaterialTag> material) {
    return db.run({id, material}, "DELETE FROM order_materials WHERE order_id = $1 AND id = $2") == 1;
}

void insert_delivery(const sql::Writer& db, OrderId id, const Delivery& delivery) {
    db.run({id, delivery.on, delivery.place, delivery.received_by,
            delivery.signed_on_screen ? "screen" : "paper", delivery.signature, delivery.by,
            delivery.value.total, delivery.value.minutes, delivery.value.materials},
           R"sql(
        INSERT INTO order_deliveries (order_id, delivered_on, place, received_by, signed, signature_file, delivered_by,
                                      value_cents, minutes, material_cents)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql");
}

bool insert_thanks(const sql::Writer& db, OrderId id, const Thanks& thanks) {
    return db.run({id, satisfactions[static_cast<std::size_t>(thanks.satisfaction)].first, thanks.message,
                   thanks.at},
                  R"sql(
        INSERT INTO order_thanks (order_id, satisfaction, message, written_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (order_id) DO NOTHING)sql") == 1;
}

}  // namespace fabnum::orders::store
