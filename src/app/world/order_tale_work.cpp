// The part of an order's tale that its team tells: steps, work, tries, photos, checks.

#include <stdexcept>

#include "app/world/expect.h"
#include "app/world/order_tale.h"

namespace fabnum::app::world {

using projects::Activity;
using projects::StepState;

namespace {

std::vector<PersonId> numbers_of(const std::vector<Who>& people) {
    std::vector<PersonId> numbers;
    for (const Who who : people) numbers.push_back(*who);
    return numbers;
}

}  // namespace

projects::Sight OrderTale::mission() const {
    auto sight =
        tell_.database.read([&](const sql::Reader& db) { return projects::find(db, order_.project); });
    if (!sight) throw std::logic_error("a mission that has not begun");
    return std::move(*sight);
}

projects::StepId OrderTale::step_of(Activity activity) const {
    for (const projects::Step& step : mission().steps)
        if (step.kind == activity) return step.id;
    throw std::logic_error("a mission without the step " + std::string(projects::word_of(activity)));
}

OrderTale& OrderTale::moved(When when, Who by, Activity activity, StepState from, StepState to) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(projects::move_step(tale.tell_.database, tale.act(moment, by), tale.order_.project,
                                   tale.step_of(activity), from, to, moment.day),
               "move a step");
    });
}

OrderTale& OrderTale::began(When when, Who by, Activity activity) {
    return moved(when, by, activity, StepState::ToDo, StepState::Doing);
}

OrderTale& OrderTale::did(When when, Who by, Activity activity) {
    return moved(when, by, activity, StepState::Doing, StepState::Done);
}

OrderTale& OrderTale::passed(When when, Who person, projects::Turn turn) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(projects::pass_turn(tale.tell_.database, tale.act(moment, person), tale.order_.project,
                                   *person, turn, moment.day),
               "pass a turn");
    });
}

OrderTale& OrderTale::planned(When when, Who by, Activity activity, std::vector<Who> people) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(projects::plan_step(tale.tell_.database, tale.act(moment, by), tale.order_.project,
                                   tale.step_of(activity), numbers_of(people), moment.day),
               "plan a step");
    });
}

OrderTale& OrderTale::worked(When when, Who by, Activity activity, std::vector<Who> people, int minutes) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(
            projects::note_work(tale.tell_.database, tale.act(moment, by), tale.order_.project,
                                tale.step_of(activity), numbers_of(people), moment.day, minutes, moment.day),
            "note work");
    });
}

OrderTale& OrderTale::failed(When when, Who by, Activity activity, Failure failure) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        projects::NewTry one{.step = tale.step_of(activity),
                             .what_happened = failure.what_happened,
                             .what_changed = failure.what_changed,
                             .photo = std::nullopt};
        if (!failure.picture.empty()) one.photo = tale.tell_.pictures[failure.picture];
        expect(projects::note_try(tale.tell_.database, tale.tell_.cabinet, tale.act(moment, by),
                                  tale.order_.project, one, moment.day),
               "note a try");
    });
}

OrderTale& OrderTale::photographed(When when, Who by, Activity activity, Picture photo) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(projects::add_photo(tale.tell_.database, tale.tell_.cabinet, tale.act(moment, by),
                                   tale.order_.project,
                                   {.step = tale.step_of(activity),
                                    .file = tale.tell_.pictures[photo.name],
                                    .description = photo.description,
                                    .shows_people = false},
                                   moment.day),
               "add a photo");
    });
}

OrderTale& OrderTale::let_publish(When when, Who by) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        for (const projects::Photo& photo : tale.mission().photos)
            expect(projects::let_publish(tale.tell_.database, tale.act(moment, by), tale.order_.project,
                                         photo.id, true, moment.day),
                   "let a photo be published");
    });
}

OrderTale& OrderTale::checked(When when, Who by, std::size_t first, std::size_t count) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        const auto checks = tale.mission().checks;
        for (std::size_t i = first; i < first + count && i < checks.size(); ++i)
            expect(projects::set_check(tale.tell_.database, tale.act(moment, by), tale.order_.project,
                                       checks[i].id, true, moment.day),
                   "check");
    });
}

OrderTale& OrderTale::written_up(When when, Who by, std::string summary, std::string licence) {
    return then(when, [=](const OrderTale& tale, const Moment& moment) {
        expect(projects::write_sheet(tale.tell_.database, tale.act(moment, by), tale.order_.project, summary,
                                     licence, true, moment.day),
               "write the sheet");
    });
}

}  // namespace fabnum::app::world
