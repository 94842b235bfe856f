// What happens to an interview: answered by the young person; held, missed, dropped or reopened by the team.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

http::Response interview_answer(Room& room, web::Visit& visit, InterviewId id) {
    const bool agrees = forms::Form(visit).has("agrees", "yes");
    return answered(visit, answer(room.database, visit.act(), id, agrees), Url("/parcours"),
                    agrees ? "paths.said.agreed" : "paths.said.other_time");
}

http::Response interview_step(Room& room, web::Visit& visit, InterviewId id) {
    static constexpr std::pair<std::string_view, Step> moves[] = {
        {"hold", Step::Hold}, {"miss", Step::Miss}, {"drop", Step::Drop}, {"reopen", Step::Reopen}};
    forms::Form form(visit);
    const auto step = form.choice<Step>("step", moves);
    if (!step) return not_there(visit);
    return answered(visit, move(room.database, visit.act(), id, *step, visit.today()), url_of(id),
                    "paths.said." + form.typed("step"));
}

http::Response interview_add(Room& room, web::Visit& visit, PersonId person) {
    forms::Form form(visit);
    const auto due = form.day("due");
    if (!due) return design::refused(visit, {"paths.add_missing"}, Url("/jeunes") / person, "young");
    const auto made = add(room.database, visit.act(), person, *due, visit.today());
    if (!made) return design::refused(visit, made.refusal(), Url("/jeunes") / person, "young");
    visit.say("paths.said.added");
    return http::see_other(url_of(*made));
}

}  // namespace fabnum::paths
