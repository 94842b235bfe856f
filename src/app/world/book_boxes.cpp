#include "app/world/askers.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

// One order told at length: a question, a failed try, a first prototype sent back, a second one that waits.
void tell_book_boxes(Telling& telling) {
    using orders::Verdict;
    using projects::Activity;
    World& w = telling.world;
    OrderTale(telling, w.book_boxes, Place::Hem)
        .received({31, 8, 50},
                  {.kind = orders::Kind::Series,
                   .title = "20 boîtes à livres",
                   .need = "Nous voulons une boîte à livres devant chaque classe et dans la rue. Les "
                           "familles y prendront un livre le soir et en déposeront un autre. Elles doivent "
                           "tenir sous la pluie et rester à la hauteur des petits.",
                   .beneficiaries = "Les 380 élèves de l’école et leurs familles",
                   .quantity = 20,
                   .wanted_in = 8,
                   .by = school(),
                   .picture = {"book_boxes", "Dessin d’une boîte à livres, fait par les CM2"}})
        .studied({29, 10, 15}, &w.karim,
                 {Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Unsure}, Money{14300})
        .asked({29, 10, 30}, &w.samira,
               "Bonjour, quel est le plus grand livre que la boîte doit accueillir ?")
        .answered({28, 17, 40}, "Les albums de maternelle : 36 cm de haut. Merci d’y penser !")
        .accepted({27, 9, 0}, &w.samira, 8,
                  "C’est oui. Une équipe de quatre jeunes s’en occupe dès la semaine prochaine.")
        .started({26, 9, 30}, &w.samira, {{&w.yanis, &w.ines, &w.noah, &w.kenza}, &w.yanis, &w.ines})
        .planned({26, 10, 0}, &w.yanis, Activity::Meet, {&w.ines, &w.yanis, &w.noah})
        .planned({26, 10, 5}, &w.yanis, Activity::Design, {&w.ines, &w.kenza})
        .planned({26, 10, 10}, &w.yanis, Activity::Prototype, {&w.ines, &w.noah, &w.kenza})
        .planned({26, 10, 15}, &w.karim, Activity::Make, {&w.yanis, &w.noah})
        .began({25, 9, 30}, &w.yanis, Activity::Meet)
        .worked({25, 16, 30}, &w.yanis, Activity::Meet, {&w.ines, &w.noah}, 120)
        .wrote({24, 11, 0}, &w.ines,
               "Bonjour, je suis Inès, la référente de votre commande. Merci pour la visite ! Nous avons "
               "mesuré les trois entrées. Je vous montre un premier essai dans deux semaines.")
        .did({24, 14, 0}, &w.yanis, Activity::Meet)
        .began({23, 9, 30}, &w.yanis, Activity::Design)
        .worked({22, 16, 0}, &w.ines, Activity::Design, {&w.ines}, 180)
        .worked({21, 16, 0}, &w.kenza, Activity::Design, {&w.kenza}, 150)
        .worked({19, 12, 0}, &w.ines, Activity::Design, {&w.ines}, 90)
        .photographed(
            {19, 12, 5}, &w.ines, Activity::Design,
            {"book_box_plan", "Plan à plat de la boîte : six pièces à découper dans le contreplaqué"})
        .did({18, 10, 0}, &w.yanis, Activity::Design)
        .bought({18, 11, 0}, &w.karim, "Contreplaqué peuplier 5 mm", "6 plaques", Money{8940})
        .bought({18, 11, 5}, &w.karim, "Lasure sans solvant", "1 L", Money{2150})
        .began({17, 9, 30}, &w.yanis, Activity::Prototype)
        .worked({16, 16, 30}, &w.yanis, Activity::Prototype, {&w.ines, &w.noah, &w.kenza}, 150)
        .failed(
            {15, 15, 0}, &w.noah, Activity::Prototype,
            {"Le toit ne tenait pas. Les encoches étaient trop larges de 0,4 mm.",
             "Nous avons mesuré le trait du laser : 0,2 mm. Nous l’enlevons de chaque côté dans le dessin.",
             "prototype_flaw"})
        .worked({14, 16, 30}, &w.noah, Activity::Prototype, {&w.noah}, 120)
        .showed({13, 15, 30}, &w.ines,
                {"book_box_first", "Premier essai : la boîte fermée, avec son toit bleu"},
                "Voici le premier essai, à la taille réelle. La forme vous va-t-elle ?")
        .judged(
            {11, 12, 20}, false,
            "Elle est très jolie ! Mais l’étagère est trop basse pour les grands albums. Peut-on la monter ?")
        .worked({10, 16, 0}, &w.kenza, Activity::Prototype, {&w.kenza}, 90)
        .worked({9, 16, 0}, &w.yanis, Activity::Prototype, {&w.ines, &w.noah}, 120)
        .checked({8, 9, 40}, &w.kenza, 2, 1)
        .photographed({8, 10, 0}, &w.noah, Activity::Prototype,
                      {"book_boxes", "La deuxième boîte, avec l’étagère plus haute et des livres de test"})
        .showed({2, 11, 45}, &w.ines, {"book_boxes", "Deuxième essai : l’étagère est montée de 6 cm"},
                "Les grands albums entrent maintenant debout. Pouvons-nous lancer les 20 boîtes ?")
        .requester_wrote({1, 18, 30}, "Bien reçu ! Je la montre demain aux maîtresses et je vous réponds.");
}

}  // namespace fabnum::app::world
