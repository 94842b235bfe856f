#include "app/production_work.h"

namespace fabnum::app {

void add_production_work(jobs::Runner& runner, const production::Tools& tools, web::Bulletin& news,
                         const clock::Clock& clock) {
    const auto on = [&](std::string_view kind, auto work) {
        runner.on(std::string(kind), [&tools, &news, &clock, work](const jobs::Job& job) {
            work(tools, job, clock.now());
            news.tell("changed");
        });
    };
    on(production::read_work, production::read_file);
    on(production::slice_work, production::slice);
    on(production::send_work, production::send_to_printer);
    on(production::stop_work, [](const production::Tools& all, const jobs::Job& job, Instant) {
        production::stop_printer(all, job);
    });
}

}  // namespace fabnum::app
