// The service civique of Promo 3: one agreement, twelve engagements. Enzo and Kenza are 17; Kenza's mother
// signed, Enzo's authorisation is still missing.

#include "features/volunteering/volunteering.h"

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "engine/calendar/holidays.h"

namespace fabnum::app::world {

namespace {

volunteering::AgreementId sign_agreement(Telling& telling, const Act& act, Day starts) {
    volunteering::Agreement agreement;
    agreement.site = telling.world.hem;
    expect(telling.database.write(act,
                                  [&](const sql::Writer& db) -> Result<Done> {
                                      agreement.employer =
                                          partners::keep(db, "Mission locale du Val de Marque",
                                                         partners::Kind::MissionLocale, "Roubaix");
                                      agreement.host = partners::keep(db, "Association Les Établis",
                                                                      partners::Kind::Association, "Hem");
                                      return Done{};
                                  }),
           "the two bodies");
    agreement.number = "HF-059-24-00118";
    agreement.from = starts - 400;
    agreement.to = calendar::months_after(agreement.from, 36) - 1;
    agreement.quota = 24;
    agreement.signed_on = starts - 30;
    agreement.mission = "Fabriquer pour le quartier, avec les habitants, et apprendre aux autres.";
    agreement.place = "Fab’Num de Hem, 14 rue des Établis, 59510 Hem";
    agreement.benefits = "Repas du midi, abonnement de transport";
    agreement.insurance = "Responsabilité civile de l’association";
    return expect(volunteering::keep_agreement(telling.database, act, agreement), "agreement");
}

}  // namespace

void tell_volunteering(Telling& telling) {
    const Day starts = monday_of(telling.story.today()) - 8 * 7;
    telling.story.add(telling.story.on(starts, 11), [&telling, starts](const Moment& moment) {
        World& w = telling.world;
        const Act act{.by = w.coordinator(), .at = moment.at};
        const auto agreement = sign_agreement(telling, act, starts);
        const PersonId all[] = {w.ines, w.yanis, w.chloe, w.mehdi, w.theo, w.bilal,
                                w.enzo, w.fatou, w.hugo,  w.kenza, w.lina, w.noah};
        for (const PersonId person : all) {
            volunteering::Engagement one;
            one.person = person;
            one.agreement = agreement;
            one.starts = starts;
            one.ends = calendar::months_after(starts, 7) - 1;
            one.host_tutor = person == w.noah ? PersonId{} : w.karim;
            one.home_address = person == w.lina ? "" : "8 rue du Fresnoy, 59510 Hem";
            one.elisa = person == w.hugo ? "" : "SC-" + std::to_string(250400 + person.value);
            one.cej = person == w.fatou;
            if (one.cej) one.cej_signed = starts - 45;
            const volunteering::Tutor tutor{.name = "Claire Dubrulle",
                                            .mail = "claire@mission-locale.example",
                                            .phone = "03 53 01 41 30"};
            const auto id = expect(volunteering::engage(telling.database, act, one, tutor), "engagement");
            if (person == w.kenza)
                expect(volunteering::authorise(telling.database, act, id,
                                               {.guardian = "Nawel Amrani",
                                                .phone = "06 39 98 12 40",
                                                .signed_on = starts - 6,
                                                .file = {}},
                                               telling.cabinet, std::nullopt),
                       "authorisation");
            if (person == w.mehdi)
                expect(
                    volunteering::note_absence(
                        telling.database, act, id,
                        {.kind = volunteering::AbsenceKind::Leave, .from = starts + 28, .to = starts + 29}),
                    "leave");
        }
    });
}

}  // namespace fabnum::app::world
