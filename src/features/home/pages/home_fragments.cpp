#include "features/home/pages/home_fragments.h"

namespace fabnum::home {

using namespace html;

design::BoardCard board_card(const orders::Row& row,
                             const std::map<projects::ProjectId, projects::Glance>& missions,
                             const web::Visit& visit) {
    const auto& t = visit.words();
    design::BoardCard card{.id = "commande-" + std::to_string(row.order.id.value),
                           .title = row.order.title,
                           .to = Url("/commandes") / row.order.id,
                           .detail = row.organisation};
    if (const auto mission = missions.find(row.order.project); mission != missions.end())
        for (const auto& member : mission->second.team)
            card.people.push_back({member.face.id.value, people::short_name(member.face)});
    card.late = orders::is_late(row.order, visit.today());
    if (card.late)
        card.note = t("orders.days_late", {{"days", days_between(*row.order.due, visit.today())}});
    else if (row.order.state == orders::State::Received)
        card.note = t("orders.board.to_study");
    else if (row.order.state == orders::State::Clarifying)
        card.note = t("orders.board.waits_answer");
    else if (row.order.state == orders::State::Approving)
        card.note = t("orders.board.waits_approval");
    else if (row.order.delivered)
        card.note = t("orders.board.delivered_on", {{"day", t.short_day(*row.order.delivered)}});
    else if (row.order.due)
        card.note = t.short_day(*row.order.due);
    return card;
}

design::BoardColumn column_of(std::string_view stage, design::Tone tone, const orders::Rows& rows,
                              const std::map<projects::ProjectId, projects::Glance>& missions,
                              const web::Visit& visit) {
    design::BoardColumn column{.key = std::string(stage),
                               .name = visit.words()("orders.stage." + std::string(stage)),
                               .tone = tone,
                               .cards = {}};
    for (const auto& row : rows.rows) column.cards.push_back(board_card(row, missions, visit));
    column.more = rows.count - static_cast<std::int64_t>(rows.rows.size());
    return column;
}

std::string step_title(const projects::Step& step, const projects::Project& project, const i18n::Words& t) {
    if (!step.title.empty()) return step.title;
    const std::string own =
        "projects.template." + project.template_name + "." + std::string(projects::word_of(step.kind));
    return t.has(own) ? t(own) : t("projects.activity." + std::string(projects::word_of(step.kind)));
}

design::Picture picture_of(orders::Kind kind) {
    switch (kind) {
        case orders::Kind::Object: return design::Picture::Object;
        case orders::Kind::Series: return design::Picture::Series;
        case orders::Kind::Sign: return design::Picture::Sign;
        case orders::Kind::Repair: return design::Picture::Repair;
        case orders::Kind::Media: return design::Picture::Media;
        case orders::Kind::Web: return design::Picture::Web;
        case orders::Kind::Event: return design::Picture::Event;
        default: return design::Picture::Workshop;
    }
}

}  // namespace fabnum::home
