#include "features/orders/request_store.h"

namespace fabnum::orders::store {

std::optional<Draft> find_draft(const sql::Reader& db, DraftId id) {
    auto draft = db.one(
        [](sql::Row& row) {
            Draft found;
            found.id = row.take<DraftId>();
            found.order = row.take<OrderId>();
            return found;
        },
        {id}, "SELECT id, order_id FROM order_drafts WHERE id = $1");
    if (!draft) return draft;
    db.each(
        [&](sql::Row& row) {
            auto question = row.take<std::string>();
            draft->answers[std::move(question)] = row.take<std::string>();
        },
        {id}, "SELECT question, answer FROM order_draft_answers WHERE draft_id = $1");
    draft->pictures = db.all(
        [](sql::Row& row) {
            return Picture{.file = row.take<files::FileId>(), .description = row.take<std::string>()};
        },
        {id}, "SELECT file_id, description FROM order_draft_pictures WHERE draft_id = $1 ORDER BY file_id");
    return draft;
}

DraftId insert_draft(const sql::Writer& db, Instant now) {
    return db.insert<DraftId>({now},
                              "INSERT INTO order_drafts (begun_at, changed_at) VALUES ($1, $1) RETURNING id");
}

void set_answer(const sql::Writer& db, DraftId id, std::string_view question, std::string_view answer) {
    db.run({id, question, answer}, R"sql(
        INSERT INTO order_draft_answers (draft_id, question, answer) VALUES ($1, $2, $3)
            ON CONFLICT (draft_id, question) DO UPDATE SET answer = $3)sql");
}

void set_changed(const sql::Writer& db, DraftId id, Instant now) {
    db.run({id, now}, "UPDATE order_drafts SET changed_at = $2 WHERE id = $1");
}

void insert_draft_picture(const sql::Writer& db, DraftId id, const Picture& picture) {
    db.run({id, picture.file, picture.description}, R"sql(
        INSERT INTO order_draft_pictures (draft_id, file_id, description) VALUES ($1, $2, $3)
            ON CONFLICT (draft_id, file_id) DO UPDATE SET description = $3)sql");
}

bool remove_draft_picture(const sql::Writer& db, DraftId id, files::FileId picture) {
    return db.run({id, picture}, "DELETE FROM order_draft_pictures WHERE draft_id = $1 AND file_id = $2") ==
           1;
}

void set_order(const sql::Writer& db, DraftId id, OrderId order) {
    db.run({id, order}, "UPDATE order_drafts SET order_id = $2 WHERE id = $1");
}

std::int64_t remove_drafts(const sql::Writer& db, Instant before) {
    db.run({before}, R"sql(
        DELETE FROM order_draft_answers WHERE draft_id IN (SELECT id FROM order_drafts WHERE changed_at < $1))sql");
    db.run({before}, R"sql(
        DELETE FROM order_draft_pictures WHERE draft_id IN (SELECT id FROM order_drafts WHERE changed_at < $1))sql");
    return db.run({before}, "DELETE FROM order_drafts WHERE changed_at < $1");
}

}  // namespace fabnum::orders::store
