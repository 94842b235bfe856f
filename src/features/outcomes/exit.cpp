#include "features/outcomes/exit.h"

#include <algorithm>

namespace fabnum::outcomes {

std::vector<Todo> todos(const Exit& exit, const std::vector<DoneTask>& done) {
    std::vector<Todo> all;
    for (const Following& one : following) {
        if (one.only_early && !exit.early) continue;
        Todo todo{one.task, exit.left + one.within, std::nullopt};
        for (const DoneTask& task : done)
            if (task.task == one.task) todo.done = task.on;
        all.push_back(todo);
    }
    return all;
}

Standing standing_of(const News& news, Day today) {
    if (news.answered) return news.missing ? Standing::Missing : Standing::Answered;
    if (news.due + late_after < today) return Standing::Late;
    return news.due - opens_before <= today ? Standing::Due : Standing::Coming;
}

Day months_after(Day day, int months) {
    const auto moved = day.ymd() + std::chrono::months{months};
    if (moved.ok()) return Day{moved};
    return Day{std::chrono::year_month_day{moved.year() / moved.month() / std::chrono::last}};
}

}  // namespace fabnum::outcomes
