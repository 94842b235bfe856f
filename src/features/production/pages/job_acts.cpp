// POST /fabrications/{}/…: one verb each.

#include "features/production/pages/job_steps.h"
#include "features/production/pages/production_pages.h"

namespace fabnum::production {

using namespace html;

namespace {

http::Response answered(Room& room, web::Visit& visit, const Result<Done>& done, JobId id,
                        std::string_view said) {
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "workshop");
    room.news.tell("changed");
    visit.say(said);
    return http::see_other(url_of(id));
}

http::Response again_with(Room& room, web::Visit& visit, JobId id, const forms::Form& form) {
    const auto facts = facts_of(room, visit, id);
    if (!facts) return design::refused(visit, {"production.not_there"}, Url("/fabrications"));
    return job_page(visit, *facts, form, 422);
}

}  // namespace

http::Response job_approve(Room& room, web::Visit& visit, JobId id) {
    forms::Form form(visit);
    Approval how;
    how.pieces_per_plate =
        static_cast<int>(form.number("per_plate", 1, 1000, forms::Need::Maybe).value_or(1000));
    how.urgent = form.checked("urgent");
    if (!form.is_good()) return again_with(room, visit, id, form);
    return answered(room, visit, approve(room.database, visit.act(), id, how), id,
                    "production.said.approved");
}

http::Response job_decline(Room& room, web::Visit& visit, JobId id) {
    forms::Form form(visit);
    const auto reason = form.paragraph("reason", {.most = 300, .missing = "production.problem.reason"});
    if (!form.is_good()) return again_with(room, visit, id, form);
    return answered(room, visit, decline(room.database, visit.act(), id, reason), id,
                    "production.said.declined");
}

http::Response job_cancel(Room& room, web::Visit& visit, JobId id) {
    return answered(room, visit, cancel(room.database, visit.act(), id), id, "production.said.cancelled");
}

http::Response job_start(Room& room, web::Visit& visit, JobId id) {
    forms::Form form(visit);
    const auto printer = form.id<machines::MachineTag>("network");
    const Start wanted{.machine = printer ? printer : form.id<machines::MachineTag>("by_hand"),
                       .how = printer ? How::Network : How::ByHand,
                       .hands = form.id<PersonTag>("hands")};
    const auto done = start(room.database, visit.act(), id, wanted);
    if (!done && wanted.hands && done.refusal().key.starts_with("production.hands.")) {
        form.refuse("hands", done.refusal());
        return again_with(room, visit, id, form);
    }
    return answered(room, visit, done, id, printer ? "production.said.sent" : "production.said.started");
}

http::Response job_take_back(Room& room, web::Visit& visit, JobId id) {
    return answered(room, visit, take_back(room.database, visit.act(), id), id, "production.said.taken_back");
}

http::Response job_end(Room& room, web::Visit& visit, JobId id) {
    const forms::Form form(visit);
    const bool stopped = form.typed("how") == "stopped";
    return answered(room, visit, end(room.database, visit.act(), id, stopped), id,
                    stopped ? "production.said.stopped" : "production.said.ended");
}

http::Response job_clear(Room& room, web::Visit& visit, JobId id) {
    return answered(room, visit, clear(room.database, visit.act(), id), id, "production.said.cleared");
}

http::Response job_check(Room& room, web::Visit& visit, JobId id) {
    const auto facts = facts_of(room, visit, id);
    if (!facts) return design::refused(visit, {"production.not_there"}, Url("/fabrications"));
    forms::Form form(visit);
    Checked checked;
    checked.good = static_cast<int>(form.number("good", 0, facts->sight.job.pieces).value_or(0));
    const bool all_good = checked.good == facts->sight.job.pieces;
    if (!all_good) {
        checked.cause = form.choice<Cause>("cause", causes, forms::Need::Must, "production.problem.cause")
                            .value_or(Cause::Other);
        if (const auto lost = form.number("grams", 0, 100'000, forms::Need::Maybe))
            checked.milligrams = *lost * 1000;
        checked.what_changed =
            form.paragraph("what_changed", {.most = 500, .missing = "production.problem.what_changed"});
    }
    if (!form.is_good()) return job_page(visit, *facts, form, 422);
    return answered(room, visit, check(room.database, visit.act(), id, checked), id,
                    all_good ? "production.said.passed" : "production.said.failed");
}

http::Response job_again(Room& room, web::Visit& visit, JobId id) {
    const auto made = again(room.database, visit.act(), id);
    if (!made) return design::refused(visit, made.refusal(), url_of(id), "workshop");
    room.news.tell("changed");
    visit.say("production.said.again");
    return http::see_other(url_of(*made));
}

}  // namespace fabnum::production
