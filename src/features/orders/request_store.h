#pragma once

// Rows of requests being written.

#include "features/orders/request.h"

namespace fabnum::orders::store {

std::optional<Draft> find_draft(const sql::Reader& db, DraftId id);
DraftId insert_draft(const sql::Writer& db, Instant now);
void set_answer(const sql::Writer& db, DraftId id, std::string_view question, std::string_view answer);
void set_changed(const sql::Writer& db, DraftId id, Instant now);
void insert_draft_picture(const sql::Writer& db, DraftId id, const Picture& picture);
bool remove_draft_picture(const sql::Writer& db, DraftId id, files::FileId picture);
void set_order(const sql::Writer& db, DraftId id, OrderId order);
std::int64_t remove_drafts(const sql::Writer& db, Instant before);

}  // namespace fabnum::orders::store
