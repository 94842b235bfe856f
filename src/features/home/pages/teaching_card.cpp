// Peer teaching on a young person's home: a request that waits for their answer.

#include "features/home/pages/home_fragments.h"
#include "features/teaching/teaching.h"

namespace fabnum::home {

using namespace html;

Markup teaching_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const auto table =
        room.database.read([&](const sql::Reader& db) { return teaching::table_of(db, me, visit.today()); });
    for (const auto& pair : table.pairs) {
        if (pair.state != teaching::PairState::Asked || pair.asked_by == me) continue;
        const auto other = table.faces.find(pair.other_than(me));
        const std::string subject =
            pair.subject.activity
                ? t("projects.activity." + std::string(projects::word_of(*pair.subject.activity)))
                : pair.subject.topic;
        return design::todo_card(
            {.icon = "hand-helping",
             .title = t(pair.shows == me ? "teaching.you_show" : "teaching.you_learn",
                        {{"name", other == table.faces.end() ? "" : people::short_name(other->second)},
                         {"subject", subject}}),
             .sentence = t("teaching.asks_you"),
             .action = design::link_button({.word = t("teaching.answer"),
                                            .icon = "check",
                                            .look = design::Look::Soft,
                                            .size = design::Size::Large,
                                            .wide = true},
                                           Url("/entraide") / pair.id)});
    }
    return {};
}

}  // namespace fabnum::home
