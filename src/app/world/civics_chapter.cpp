// The civic training of Promo 3: a first day behind them, first aid and a second day ahead; Hugo brings an
// older certificate, Chloé a paper from a training elsewhere.

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/civics/civics.h"

namespace fabnum::app::world {

namespace {

timetable::Session session_on(const World& world, Day day, bool morning, std::string title) {
    timetable::Session one;
    one.site = world.hem;
    one.cohort = world.promo3;
    one.kind = timetable::Kind::Civic;
    one.nature = cohorts::Nature::Civic;
    one.title = std::move(title);
    one.room = "Salle commune";
    one.day = day;
    one.starts = morning ? 9 * 60 : 13 * 60 + 30;
    one.ends = morning ? 12 * 60 : 16 * 60 + 30;
    one.outside = "Ligue de l’enseignement";
    return one;
}

void plan(Telling& telling, const Moment& moment, civics::Part part, Day day, const std::string& title) {
    const World& w = telling.world;
    const Act samira{.by = w.coordinator(), .at = moment.at, .once = {}};
    expect(civics::plan_day(telling.database, samira, part,
                            {session_on(w, day, true, title), session_on(w, day, false, title)},
                            "Journée civique de la promo"),
           title);
}

}  // namespace

void tell_civics(Telling& telling) {
    const Day starts = monday_of(telling.story.today()) - 8 * 7;
    telling.story.add(telling.story.on(starts + 7, 14), [&telling, starts](const Moment& moment) {
        plan(telling, moment, civics::Part::Theory, starts + 4 * 7 + 3, "Laïcité et discriminations");
        plan(telling, moment, civics::Part::FirstAid, starts + 15 * 7 + 1, "Premiers secours (PSC)");
    });
    telling.story.add({2, 14, 0}, [&telling](const Moment& moment) {
        const World& w = telling.world;
        const Act samira{.by = w.coordinator(), .at = moment.at, .once = {}};
        const auto keep = [&](PersonId person, civics::Paper paper, int ago, int halves, std::string title) {
            civics::Proof one;
            one.person = person;
            one.paper = paper;
            one.on = moment.day - ago;
            one.half_days = halves;
            one.title = std::move(title);
            expect(
                civics::keep_proof(telling.database, telling.cabinet, samira, one, std::nullopt, moment.day),
                "a proof");
        };
        keep(w.hugo, civics::Paper::Psc1, 900, 0, "Croix-Rouge de Roubaix");
        keep(w.chloe, civics::Paper::Theory, 12, 2, "Environnement, à Lille");
    });
}

}  // namespace fabnum::app::world
