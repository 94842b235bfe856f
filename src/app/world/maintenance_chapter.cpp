// What the machines of Hem are due for, what was done, and what nearly happened.

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/maintenance/maintenance.h"

namespace fabnum::app::world {

namespace {

struct Care {
    std::string_view code, title, checklist;
    int days, hours, done_days_ago;
    bool blocks;
};
constexpr Care cares[] = {
    {"LASER1", "Nettoyer la lentille et les miroirs",
     "Éteindre\nNettoyer à l’alcool\nFaire un essai de coupe", 14, 0, 9, true},
    {"LASER1", "Vider le bac et brosser le nid d’abeilles", "Vider le bac\nBrosser la grille", 7, 0, 3,
     false},
    {"ASPI1", "Changer le filtre", "Poser le masque\nChanger le filtre\nNoter la date dessus", 180, 0, 184,
     false},
    {"PRUSA1", "Graisser les axes et tendre les courroies", "Tendre\nGraisser\nImprimer le cube d’essai", 60,
     200, 35, false},
    {"PRUSA2", "Graisser les axes et tendre les courroies", "Tendre\nGraisser\nImprimer le cube d’essai", 60,
     200, 57, false},
    {"BAMBU1", "Nettoyer la buse et les roues", "Chauffer\nBrosser la buse\nNettoyer les roues", 30, 0, 12,
     false},
};

}  // namespace

void tell_maintenance(Telling& telling) {
    const auto coded = [&telling](std::string_view code) {
        return telling.database.read(
            [&](const sql::Reader& db) { return machines::by_code(db, code).value(); });
    };
    for (const Care& care : cares) {
        const Day done = telling.story.today() - care.done_days_ago;
        telling.story.add(telling.story.on(done - 1, 9), [&telling, &care, coded](const Moment& moment) {
            const Act act{.by = telling.world.fabmanager(), .at = moment.at, .once = {}};
            maintenance::Plan plan;
            plan.machine = coded(care.code);
            plan.title = care.title;
            plan.checklist = care.checklist;
            plan.every_days = care.days;
            if (care.hours > 0) plan.every_minutes = care.hours * 60;
            plan.blocks = care.blocks;
            plan.last_day = moment.day;
            const auto sight = telling.database.read(
                [&](const sql::Reader& db) { return machines::find(db, plan.machine); });
            plan.last_minutes = sight->machine.running_minutes;
            const auto id = expect(maintenance::plan(telling.database, act, plan), care.title);
            maintenance::Work work;
            work.on = moment.day;
            if (care.code == "ASPI1") {
                work.parts = "Filtre F500";
                work.cost = {8900};
            }
            expect(maintenance::note_work(telling.database, act, id, work, moment.day), care.title);
        });
    }
    telling.story.add(When{5, 15, 10}, [&telling, coded](const Moment& moment) {
        maintenance::Incident one;
        one.site = telling.world.hem;
        one.machine = coded("LASER1");
        one.kind = maintenance::IncidentKind::NearMiss;
        one.on = moment.day;
        one.what = "Une flamme de 2 cm sur un carton, éteinte à l’arrêt d’urgence.";
        one.measures = "Carton : air soufflé au maximum, et la grille est brossée chaque semaine.";
        expect(maintenance::note_incident(telling.database,
                                          {.by = telling.world.fabmanager(), .at = moment.at, .once = {}},
                                          one, moment.day),
               "near miss");
    });
}

}  // namespace fabnum::app::world
