// GET /commander/{token}/images/{file}: a picture of a request that is still being written.

#include <algorithm>

#include "features/orders/pages/order_pages.h"
#include "features/orders/pages/request_questions.h"

namespace fabnum::orders {

using namespace html;

http::Response request_picture(Room& room, web::Visit& visit, std::string token, files::FileId file) {
    const auto found = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto draft = find_draft(db, token, visit.now());
        if (!draft) return std::nullopt;
        const bool theirs = std::any_of(draft->pictures.begin(), draft->pictures.end(),
                                        [&](const Picture& one) { return one.file == file; });
        return theirs ? room.cabinet.find(db, file) : std::nullopt;
    });
    if (!found) return draft_ended(visit);
    return room.cabinet.serve(*found, files::Size::Card);
}

http::Response request_picture_drop(Room& room, web::Visit& visit, std::string token, files::FileId file) {
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!draft || draft->order) return draft_ended(visit);
    const auto done = drop_picture(room.database, visit.act(), draft->id, file);
    if (!done) return design::refused(visit, done.refusal(), question_url(token, Question::Picture));
    return http::see_other(question_url(token, Question::Picture));
}

}  // namespace fabnum::orders
