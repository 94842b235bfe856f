#include "app/world/askers.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

namespace {

using orders::Verdict;
using projects::Activity;
using projects::Turn;

// Late by two days: the engraving was too pale, and was done again.
void tell_medals(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.medals, Place::Hem)
        .received({30, 14, 10},
                  {.kind = orders::Kind::Series,
                   .title = "60 médailles du cross",
                   .need = "Le cross des écoles réunit 600 enfants. Nous voulons des médailles en bois, sans "
                           "plastique, gravées pour les trois premiers de chaque course.",
                   .beneficiaries = "600 enfants des écoles de Hem",
                   .quantity = 60,
                   .wanted_in = 3,
                   .by = sports_office(),
                   .picture = {"medals", "Modèle : médaille ronde avec un coureur"}})
        .studied({28, 11, 0}, &w.karim, yes_to_all, Money{6800})
        .accepted({27, 16, 0}, &w.karim, -2, "Avec plaisir. Vous recevrez une médaille d’essai à valider.")
        .started({25, 14, 0}, &w.karim, {{&w.bilal, &w.chloe, &w.fatou}, &w.bilal, &w.chloe})
        .began({24, 9, 30}, &w.bilal, Activity::Meet)
        .worked({24, 12, 0}, &w.bilal, Activity::Meet, {&w.bilal, &w.chloe}, 90)
        .did({24, 12, 5}, &w.bilal, Activity::Meet)
        .began({23, 9, 30}, &w.bilal, Activity::Design)
        .worked({22, 16, 0}, &w.bilal, Activity::Design, {&w.chloe, &w.fatou}, 150)
        .did({20, 11, 0}, &w.bilal, Activity::Design)
        .bought({20, 14, 0}, &w.bilal, "Contreplaqué bouleau 4 mm", "3 plaques", Money{4170})
        .bought({20, 14, 5}, &w.bilal, "Ruban tricolore", "50 m", Money{1890})
        .began({19, 9, 30}, &w.bilal, Activity::Prototype)
        .worked({18, 15, 0}, &w.bilal, Activity::Prototype, {&w.bilal, &w.fatou}, 120)
        .failed({18, 15, 30}, &w.fatou, Activity::Prototype,
                {"La gravure était trop pâle : on ne lisait pas le nom de la course.",
                 "Nous gravons deux fois plus lentement, et le dessin a des traits plus épais.", ""})
        .showed({16, 10, 0}, &w.chloe, {"medals", "La médaille d’essai, gravée et percée pour le ruban"},
                "Le texte se lit-il bien ? Le bord vous va-t-il ?")
        .judged({14, 9, 15}, true, "Parfait, et quelle bonne odeur de bois !")
        .did({14, 10, 0}, &w.bilal, Activity::Prototype)
        .began({13, 9, 30}, &w.bilal, Activity::Make)
        .worked({11, 16, 30}, &w.bilal, Activity::Make, {&w.bilal, &w.chloe}, 180)
        .worked({8, 16, 30}, &w.bilal, Activity::Make, {&w.bilal}, 210)
        .photographed({6, 15, 0}, &w.bilal, Activity::Make,
                      {"medals", "Les 40 premières médailles, avant le ponçage"})
        .wrote({3, 10, 20}, &w.chloe,
               "Bonjour, il nous manque 18 médailles : la machine était arrêtée mercredi. Nous vous livrons "
               "cette semaine. Merci de votre patience.")
        .requester_wrote({3, 11, 2}, "Pas de souci, le cross est samedi prochain. Bon courage à l’équipe !")
        .checked({2, 14, 0}, &w.karim, 0, 1);
}

// Enzo was to lead, and passed: somebody of the team who never had the role took it.
void tell_badges(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.badges, Place::Hem)
        .received({22, 9, 35},
                  {.kind = orders::Kind::Series,
                   .title = "Badges du personnel",
                   .need = "Les agents d’accueil changent souvent de guichet. Nous voulons des badges en "
                           "bois, avec un prénom lisible de loin et une attache aimantée.",
                   .beneficiaries = "45 agents, et les habitants qu’ils reçoivent",
                   .quantity = 45,
                   .wanted_in = 12,
                   .by = town_hall()})
        .studied({20, 15, 0}, &w.karim, yes_to_all, Money{5200})
        .accepted({19, 9, 0}, &w.samira, 10, "")
        .started({17, 13, 45}, &w.samira, {{&w.enzo, &w.bilal, &w.lina, &w.noah}, &w.enzo, &w.bilal})
        .passed({16, 9, 40}, &w.enzo, Turn::Lead)
        .began({15, 9, 30}, &w.karim, Activity::Meet)
        .worked({15, 11, 30}, &w.bilal, Activity::Meet, {&w.bilal}, 60)
        .did({14, 11, 0}, &w.karim, Activity::Meet)
        .began({13, 13, 30}, &w.karim, Activity::Design)
        .worked({12, 16, 0}, &w.lina, Activity::Design, {&w.lina}, 120)
        .worked({11, 12, 0}, &w.enzo, Activity::Design, {&w.enzo}, 75)
        .photographed({11, 12, 10}, &w.lina, Activity::Design,
                      {"badges", "Trois essais de lettres, à lire de loin"})
        .did({9, 10, 0}, &w.karim, Activity::Design)
        .bought({9, 11, 0}, &w.karim, "Attaches aimantées", "50", Money{3150})
        .began({7, 9, 30}, &w.karim, Activity::Prototype)
        .worked({6, 15, 0}, &w.karim, Activity::Prototype, {&w.noah, &w.enzo}, 90)
        .wrote({4, 14, 15}, &w.bilal,
               "Bonjour, pouvez-vous nous envoyer la liste des prénoms, avec les accents ? Nous préparons un "
               "badge d’essai pour chaque guichet.");
}

void tell_giant_game(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.giant_game, Place::Hem)
        .received({16, 16, 0},
                  {.kind = orders::Kind::Object,
                   .title = "Jeu de société géant",
                   .need = "Nous fêtons les 40 ans du centre social. Un grand jeu de l’oie, à jouer au sol, "
                           "raconterait l’histoire du quartier, case par case.",
                   .beneficiaries = "Les 900 familles adhérentes",
                   .quantity = 1,
                   .wanted_in = 15,
                   .by = social_centre(),
                   .picture = {"giant_game", "Idée du plateau : les cases suivent les rues du quartier"}})
        .studied({14, 9, 30}, &w.karim,
                 {Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Unsure}, Money{11900})
        .accepted({12, 10, 0}, &w.samira, 13,
                  "Quelle belle idée. L’équipe viendra recueillir les souvenirs des anciens.")
        .started({8, 14, 0}, &w.samira, {{&w.hugo, &w.lina, &w.theo}, &w.hugo, &w.lina})
        .began({7, 13, 30}, &w.hugo, Activity::Meet)
        .worked({6, 17, 0}, &w.hugo, Activity::Meet, {&w.hugo, &w.lina, &w.theo}, 150)
        .wrote({6, 17, 20}, &w.lina,
               "Bonjour, merci pour le goûter ! Nous avons noté douze souvenirs. Je vous envoie la liste des "
               "cases vendredi.")
        .did({5, 10, 0}, &w.hugo, Activity::Meet)
        .began({5, 10, 5}, &w.hugo, Activity::Design)
        .worked({3, 16, 0}, &w.hugo, Activity::Design, {&w.hugo}, 120)
        .worked({2, 16, 0}, &w.lina, Activity::Design, {&w.lina}, 90);
}

}  // namespace

void tell_orders_in_making(Telling& telling) {
    tell_medals(telling);
    tell_badges(telling);
    tell_giant_game(telling);
}

}  // namespace fabnum::app::world
