// Who shows what to whom in Promo 3: Mehdi showed Chloé the finishing; Inès waits for an answer about photos.

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/teaching/teaching.h"

namespace fabnum::app::world {

namespace {

using teaching::Side;

void say(Telling& telling, When when, const PersonId* who, Side side, teaching::Subject subject) {
    telling.story.add(when, [&telling, who, side, subject = std::move(subject)](const Moment& moment) {
        const Act act{.by = telling.world.participant(*who), .at = moment.at, .once = {}};
        expect(teaching::wish(telling.database, act, side, subject), "a wish");
    });
}

teaching::PairId meet(Telling& telling, const Moment& moment, PersonId asks, PersonId other) {
    const World& w = telling.world;
    const Act act{.by = w.participant(asks), .at = moment.at, .once = {}};
    const auto table = telling.database.read(
        [&](const sql::Reader& db) { return teaching::table_of(db, asks, moment.day); });
    for (const auto& one : table.proposals)
        if (one.show.person == other || one.learn.person == other)
            return expect(teaching::ask(telling.database, act, one.show.id, one.learn.id, moment.day),
                          "a pair");
    return expect(Result<teaching::PairId>(Refusal{"teaching.not_there"}), "no proposal");
}

}  // namespace

void tell_teaching(Telling& telling) {
    const World& w = telling.world;
    say(telling, {18, 12, 0}, &w.chloe, Side::Learn, {.activity = projects::Activity::Finish});
    say(telling, {16, 12, 0}, &w.mehdi, Side::Show, {.activity = projects::Activity::Finish});
    say(telling, {12, 12, 0}, &w.ines, Side::Show, {.activity = {}, .topic = "Dessiner sur Inkscape"});
    say(telling, {10, 12, 0}, &w.yanis, Side::Learn, {.activity = {}, .topic = "Inkscape"});
    say(telling, {9, 12, 0}, &w.ines, Side::Learn, {.activity = projects::Activity::Document});
    say(telling, {8, 12, 0}, &w.lina, Side::Show, {.activity = projects::Activity::Document});
    say(telling, {6, 12, 0}, &w.fatou, Side::Show, {.activity = {}, .topic = "Coudre un ourlet"});
    say(telling, {5, 12, 0}, &w.theo, Side::Learn, {.activity = {}, .topic = "Souder"});
    telling.story.add({11, 10, 0}, [&telling](const Moment& moment) {
        const World& world = telling.world;
        const auto id = meet(telling, moment, world.chloe, world.mehdi);
        const Act mehdi{.by = world.participant(world.mehdi), .at = moment.at, .once = {}};
        expect(teaching::agree(telling.database, mehdi, id, moment.day, moment.day), "a yes");
        for (const PersonId person : {world.mehdi, world.chloe}) {
            const Act act{.by = world.participant(person), .at = moment.at, .once = {}};
            expect(teaching::confirm(telling.database, telling.cabinet, act, id,
                                     {.words = "Poncer et huiler une boîte", .photo = {}}, moment.day),
                   "it is done");
        }
    });
    telling.story.add({3, 12, 30}, [&telling](const Moment& moment) {
        (void)meet(telling, moment, telling.world.ines, telling.world.lina);
    });
}

}  // namespace fabnum::app::world
