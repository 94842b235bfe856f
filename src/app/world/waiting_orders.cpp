#include "app/world/askers.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

namespace {

using orders::Verdict;

void tell_requests(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.quarter_sign, Place::Hem)
        .received({1, 16, 40},
                  {.kind = orders::Kind::Sign,
                   .title = "Panneau « Maison de quartier »",
                   .need = "La maison de quartier ouvre en janvier. Les habitants ne la trouvent pas : "
                           "l’entrée donne sur une cour. Nous voulons un panneau visible de la rue, qui "
                           "tienne dehors, aux couleurs de la ville.",
                   .beneficiaries = "Environ 2 000 habitants des Trois-Fermes",
                   .quantity = 1,
                   .wanted_in = 30,
                   .by = town_of_hem(),
                   .picture = {"quarter_sign", "Croquis du panneau, au-dessus de la porte de la cour"}});
    OrderTale(telling, w.visors, Place::Hem)
        .received({4, 10, 12},
                  {.kind = orders::Kind::Series,
                   .title = "30 supports de visière",
                   .need = "Nos aides à domicile portent des visières au chevet des personnes fragiles. Les "
                           "supports du commerce cassent vite. Il en faut de solides, faciles à laver.",
                   .beneficiaries = "30 aides à domicile et les personnes qu’elles visitent",
                   .quantity = 30,
                   .wanted_in = 22,
                   .by = social_office(),
                   .picture = {"visor_holder", "Un support imprimé que nous avons essayé"}})
        .studied({2, 14, 20}, &w.karim,
                 {Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Yes, Verdict::Unsure}, Money{4200});
    OrderTale(telling, w.touch_map, Place::Hem)
        .received({8, 11, 5},
                  {.kind = orders::Kind::Object,
                   .title = "Plan tactile de la médiathèque",
                   .need = "Des lecteurs malvoyants viennent avec une association. Un plan en relief à "
                           "l’entrée les aiderait à trouver seuls les livres audio et l’ascenseur.",
                   .beneficiaries = "Les lecteurs malvoyants, et tous les visiteurs",
                   .quantity = 1,
                   .wanted_in = 40,
                   .by = library()})
        .studied({6, 9, 45}, &w.karim,
                 {Verdict::Yes, Verdict::Yes, Verdict::Unsure, Verdict::Yes, Verdict::Yes}, Money{18500})
        .asked({5, 11, 30}, &w.samira,
               "Bonjour, votre projet nous plaît. Le plan doit-il porter du texte en braille ? Et qui pourra "
               "l’essayer avec nous avant la pose ?");
}

void tell_ends_before_the_start(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.insect_hotels, Place::Hem)
        .received({19, 18, 22},
                  {.kind = orders::Kind::Series,
                   .title = "8 hôtels à insectes",
                   .need = "Nous ouvrons un jardin partagé derrière l’école. Les enfants veulent y "
                           "accueillir les abeilles sauvages. Il faut des hôtels à monter avec eux.",
                   .beneficiaries = "25 familles de jardiniers et deux classes",
                   .quantity = 8,
                   .wanted_in = 45,
                   .by = gardeners()})
        .studied({16, 10, 0}, &w.karim, yes_to_all, Money{16200})
        .asked({15, 9, 20}, &w.samira, "Combien d’enfants monteront les hôtels, et quel âge ont-ils ?")
        .answered({13, 20, 10},
                  "Ils seront 50, de 8 à 10 ans, par groupes de six. Deux parents seront là à chaque fois.")
        .accepted({11, 14, 0}, &w.samira, 32,
                  "C’est oui. Nous préparons des hôtels en kit, sans outil coupant, pour que les enfants les "
                  "montent.");

    OrderTale(telling, w.shop_sign, Place::Hem)
        .received({24, 12, 48},
                  {.kind = orders::Kind::Sign,
                   .title = "Enseigne de salon de coiffure",
                   .need = "Je refais la façade de mon salon et je cherche une enseigne lumineuse.",
                   .beneficiaries = "Mes clientes et mes clients",
                   .quantity = 1,
                   .wanted_in = 5,
                   .by = hairdresser()})
        .studied({22, 9, 10}, &w.samira, {Verdict::No, Verdict::No, Verdict::Yes, Verdict::Yes, Verdict::No},
                 Money{23000})
        .declined({22, 9, 25}, &w.samira,
                  "Une enseigne de commerce est le travail d’un artisan : nous ne prenons pas sa place.",
                  "La chambre de métiers tient la liste des enseignistes proches. Et le jeudi après-midi, "
                  "venez dessiner votre logo avec nous : c’est ouvert à tous.");

    OrderTale(telling, w.party_stand, Place::Hem)
        .received(
            {27, 17, 15},
            {.kind = orders::Kind::Event,
             .title = "Stand de la fête de quartier",
             .need = "Pour la fête, nous voulons un stand où les enfants repartent avec un porte-clé gravé.",
             .beneficiaries = "300 habitants attendus",
             .quantity = 1,
             .wanted_in = 3,
             .by = neighbours()},
            &w.karim)
        .studied({25, 10, 30}, &w.karim, yes_to_all, Money{3500})
        .cancelled_by_requester({20, 19, 5},
                                "La fête est remise au printemps. Nous reviendrons vous voir, merci !");
}

}  // namespace

void tell_waiting_orders(Telling& telling) {
    tell_requests(telling);
    tell_ends_before_the_start(telling);
}

}  // namespace fabnum::app::world
