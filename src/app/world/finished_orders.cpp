#include "app/world/askers.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

namespace {

using projects::Activity;

void tell_park_signs(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.park_signs, Place::Hem)
        .received({48, 10, 0}, {.kind = orders::Kind::Sign,
                                .title = "Signalétique du parc",
                                .need = "Le parc a sept entrées et les visiteurs s’y perdent. Nous voulons "
                                        "sept flèches en bois et un plan à l’entrée principale.",
                                .beneficiaries = "Tous les promeneurs du parc",
                                .quantity = 8,
                                .wanted_in = -6,
                                .by = town_of_hem()})
        .studied({46, 9, 30}, &w.karim, yes_to_all, Money{12600})
        .accepted({45, 14, 0}, &w.samira, -6, "Ce sera la première commande de la Promo 3.")
        .started({38, 10, 0}, &w.samira, {{&w.mehdi, &w.kenza, &w.yanis, &w.chloe}, &w.mehdi, &w.kenza})
        .began({38, 13, 30}, &w.mehdi, Activity::Meet)
        .worked({37, 16, 0}, &w.mehdi, Activity::Meet, {&w.mehdi, &w.kenza, &w.yanis, &w.chloe}, 150)
        .did({36, 9, 30}, &w.mehdi, Activity::Meet)
        .began({36, 9, 35}, &w.mehdi, Activity::Design)
        .worked({34, 16, 0}, &w.mehdi, Activity::Design, {&w.chloe, &w.mehdi}, 180)
        .did({32, 10, 0}, &w.mehdi, Activity::Design)
        .bought({32, 11, 0}, &w.karim, "Planches de mélèze", "9", Money{10800})
        .began({31, 9, 30}, &w.mehdi, Activity::Prototype)
        .worked({30, 16, 0}, &w.mehdi, Activity::Prototype, {&w.yanis, &w.kenza}, 120)
        .showed({29, 11, 0}, &w.kenza,
                {"park_sign", "La première flèche, gravée en creux et peinte en blanc"},
                "La flèche se lit à dix mètres. Le blanc vous convient-il ?")
        .judged({28, 10, 30}, true, "Oui, c’est très lisible. Bravo à tous.")
        .did({28, 11, 0}, &w.mehdi, Activity::Prototype)
        .began({27, 9, 30}, &w.mehdi, Activity::Make)
        .worked({24, 16, 30}, &w.mehdi, Activity::Make, {&w.mehdi, &w.yanis, &w.chloe}, 240)
        .worked({20, 16, 30}, &w.mehdi, Activity::Make, {&w.yanis, &w.kenza}, 180)
        .did({18, 15, 0}, &w.mehdi, Activity::Make)
        .began({17, 9, 30}, &w.mehdi, Activity::Finish)
        .worked({15, 16, 0}, &w.mehdi, Activity::Finish, {&w.mehdi, &w.chloe}, 150)
        .did({13, 10, 0}, &w.mehdi, Activity::Finish)
        .photographed({13, 10, 20}, &w.kenza, Activity::Finish,
                      {"park_sign", "Une flèche finie : « Jeux », « Étang »"})
        .let_publish({12, 9, 0}, &w.karim)
        .began({12, 9, 30}, &w.mehdi, Activity::Document)
        .worked({11, 15, 0}, &w.kenza, Activity::Document, {&w.kenza}, 120)
        .did({10, 9, 30}, &w.mehdi, Activity::Document)
        .checked({10, 10, 0}, &w.mehdi, 0, 4)
        .finished({10, 10, 30}, &w.mehdi)
        .began({8, 9, 30}, &w.mehdi, Activity::Deliver)
        .worked({8, 15, 0}, &w.mehdi, Activity::Deliver, {&w.mehdi, &w.kenza, &w.chloe}, 120)
        .did({7, 15, 0}, &w.mehdi, Activity::Deliver)
        .delivered({7, 15, 30}, &w.kenza, "Parc de Hem, entrée nord", "Sylvie Carlier")
        .thanked({6, 9, 50}, orders::Satisfaction::Fully,
                 "Les promeneurs nous en parlent déjà. Merci à Mehdi, Kenza, Yanis et Chloé : c’est du beau "
                 "travail.")
        .written_up({5, 14, 0}, &w.karim,
                    "Sept flèches et un plan en mélèze, gravés puis peints. Les fichiers vont sur toute "
                    "fraiseuse de 60 × 120 cm.",
                    "cc-by-sa")
        .closed({4, 10, 0}, &w.samira);
}

void tell_gift_boxes(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.gift_boxes, Place::Hem)
        .received({36, 15, 30}, {.kind = orders::Kind::Series,
                                 .title = "Boîtes à dons",
                                 .need = "Nous plaçons des boîtes chez les commerçants pour la collecte "
                                         "d’hiver. Elles doivent fermer à clé et se plier pour le transport.",
                                 .beneficiaries = "Les familles accueillies cet hiver",
                                 .quantity = 6,
                                 .wanted_in = -1,
                                 .by = emmaus()})
        .studied({34, 11, 0}, &w.karim, yes_to_all, Money{7400})
        .accepted({33, 9, 30}, &w.karim, -1, "C’est oui, pour la mi-novembre au plus tard.")
        .started({32, 14, 0}, &w.samira, {{&w.fatou, &w.theo, &w.hugo, &w.lina}, &w.fatou, &w.theo})
        .began({31, 13, 30}, &w.fatou, Activity::Meet)
        .worked({31, 16, 0}, &w.fatou, Activity::Meet, {&w.fatou, &w.theo}, 90)
        .did({30, 9, 30}, &w.fatou, Activity::Meet)
        .began({30, 9, 35}, &w.fatou, Activity::Design)
        .worked({28, 16, 0}, &w.fatou, Activity::Design, {&w.fatou, &w.hugo}, 150)
        .did({26, 10, 0}, &w.fatou, Activity::Design)
        .bought({26, 11, 0}, &w.fatou, "Contreplaqué peuplier 5 mm", "4 plaques", Money{5960})
        .bought({26, 11, 5}, &w.fatou, "Serrures à clé", "6", Money{1140})
        .began({25, 9, 30}, &w.fatou, Activity::Prototype)
        .worked({24, 16, 0}, &w.fatou, Activity::Prototype, {&w.theo, &w.hugo}, 120)
        .failed({24, 16, 10}, &w.hugo, Activity::Prototype,
                {"La serrure touchait le pli : la boîte ne fermait plus.",
                 "Nous l’avons tournée d’un quart de tour et décalée de 2 cm.", ""})
        .showed({23, 10, 30}, &w.theo, {"gift_box", "La boîte d’essai, dépliée et fermée à clé"},
                "Elle se plie en dix secondes. Est-ce la bonne taille ?")
        .judged({22, 14, 0}, true, "C’est tout à fait ça.")
        .did({22, 14, 30}, &w.fatou, Activity::Prototype)
        .began({21, 9, 30}, &w.fatou, Activity::Make)
        .worked({18, 16, 30}, &w.fatou, Activity::Make, {&w.fatou, &w.lina, &w.hugo}, 210)
        .did({15, 15, 0}, &w.fatou, Activity::Make)
        .began({14, 9, 30}, &w.fatou, Activity::Finish)
        .worked({12, 16, 0}, &w.fatou, Activity::Finish, {&w.fatou, &w.lina}, 120)
        .did({10, 10, 0}, &w.fatou, Activity::Finish)
        .photographed({9, 14, 0}, &w.theo, Activity::Finish, {"gift_box", "Les six boîtes, prêtes à partir"})
        .checked({5, 10, 0}, &w.fatou, 0, 4)
        .finished({5, 10, 10}, &w.fatou)
        .began({2, 10, 0}, &w.fatou, Activity::Deliver)
        .worked({2, 12, 0}, &w.fatou, Activity::Deliver, {&w.fatou, &w.theo}, 90)
        .did({2, 12, 10}, &w.fatou, Activity::Deliver)
        .delivered({2, 12, 15}, &w.theo, "Local d’Emmaüs", "Philippe Nowak")
        .thanked({1, 17, 10}, orders::Satisfaction::Fully,
                 "Trois commerçants en veulent déjà une autre. Merci à toute l’équipe, et à Théo pour ses "
                 "messages toujours clairs.");
}

void tell_reading_stands(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.reading_stands, Place::Hem)
        .received({33, 11, 20}, {.kind = orders::Kind::Series,
                                 .title = "12 pupitres de lecture",
                                 .need = "Nos résidents aiment lire mais tiennent mal un livre. Il faut un "
                                         "pupitre léger, qui se règle, à poser sur un lit ou une table.",
                                 .beneficiaries = "64 résidents",
                                 .quantity = 12,
                                 .wanted_in = 4,
                                 .by = residence()})
        .studied({31, 14, 0}, &w.karim, yes_to_all, Money{8700})
        .accepted({30, 9, 0}, &w.samira, 4, "")
        .started({28, 10, 0}, &w.samira, {{&w.kenza, &w.mehdi, &w.ines, &w.theo}, &w.kenza, &w.mehdi})
        .began({27, 9, 30}, &w.kenza, Activity::Meet)
        .worked({27, 15, 0}, &w.kenza, Activity::Meet, {&w.kenza, &w.mehdi, &w.ines}, 120)
        .did({26, 9, 30}, &w.kenza, Activity::Meet)
        .began({26, 9, 35}, &w.kenza, Activity::Design)
        .worked({25, 16, 0}, &w.kenza, Activity::Design, {&w.kenza, &w.theo}, 120)
        .did({23, 10, 0}, &w.kenza, Activity::Design)
        .bought({23, 11, 0}, &w.kenza, "Contreplaqué hêtre 6 mm", "3 plaques", Money{6450})
        .bought({23, 11, 5}, &w.kenza, "Liège autocollant", "2 m", Money{1300})
        .began({22, 9, 30}, &w.kenza, Activity::Prototype)
        .worked({21, 16, 0}, &w.kenza, Activity::Prototype, {&w.mehdi, &w.theo}, 120)
        .showed({20, 10, 30}, &w.mehdi, {"reading_stand", "Le pupitre d’essai, réglé sur le cran du milieu"},
                "Trois crans suffisent-ils ? Le bord retient-il bien les pages ?")
        .judged({18, 15, 0}, true, "Mme Lespagnol l’a gardé sur ses genoux tout l’après-midi. C’est oui !")
        .did({18, 15, 30}, &w.kenza, Activity::Prototype)
        .began({17, 9, 30}, &w.kenza, Activity::Make)
        .worked({14, 16, 30}, &w.kenza, Activity::Make, {&w.kenza, &w.theo}, 180)
        .worked({12, 16, 30}, &w.kenza, Activity::Make, {&w.ines, &w.mehdi}, 150)
        .did({8, 15, 0}, &w.kenza, Activity::Make)
        .began({7, 9, 30}, &w.kenza, Activity::Finish)
        .worked({5, 16, 0}, &w.kenza, Activity::Finish, {&w.theo}, 120)
        .did({4, 10, 0}, &w.kenza, Activity::Finish)
        .photographed({4, 10, 15}, &w.theo, Activity::Finish,
                      {"reading_stand", "Les pupitres poncés et huilés"})
        .checked({3, 14, 0}, &w.kenza, 0, 4)
        .finished({3, 14, 30}, &w.kenza)
        .wrote({2, 9, 20}, &w.mehdi,
               "Bonjour, vos 12 pupitres sont prêts. Pouvons-nous passer jeudi à 15 h ?");
}

void tell_summer_film(Telling& telling) {
    World& w = telling.world;
    OrderTale(telling, w.summer_film, Place::Hem)
        .received({26, 13, 50},
                  {.kind = orders::Kind::Media,
                   .title = "Vidéo des ateliers d’été",
                   .need = "Nous avons deux heures d’images des ateliers d’été. Il faut un film de trois "
                           "minutes, sous-titré, pour donner envie aux familles de revenir.",
                   .beneficiaries = "Les 120 familles des ateliers",
                   .quantity = 1,
                   .wanted_in = 20,
                   .by = youth_office()})
        .studied({24, 10, 0}, &w.karim, yes_to_all, Money{0})
        .accepted({23, 9, 30}, &w.samira, 18, "")
        .started({21, 14, 0}, &w.samira, {{&w.theo, &w.noah, &w.chloe, &w.hugo}, &w.theo, &w.noah})
        .began({20, 9, 30}, &w.theo, Activity::Meet)
        .worked({20, 12, 0}, &w.theo, Activity::Meet, {&w.theo, &w.noah}, 60)
        .did({19, 9, 30}, &w.theo, Activity::Meet)
        .began({19, 9, 35}, &w.theo, Activity::Design)
        .worked({15, 16, 0}, &w.theo, Activity::Design, {&w.chloe, &w.hugo}, 150)
        .wrote({12, 15, 0}, &w.noah,
               "Bonjour, avez-vous l’accord des parents pour montrer les visages des enfants ?")
        .requester_wrote({10, 9, 30}, "Pas encore pour tous. Nous leur écrivons cette semaine.")
        .suspended({9, 11, 0}, &w.samira,
                   "Nous attendons l’accord des parents avant de montrer les visages. L’équipe reprend dès "
                   "que vous l’avez.");
}

}  // namespace

void tell_finished_orders(Telling& telling) {
    tell_park_signs(telling);
    tell_gift_boxes(telling);
    tell_reading_stands(telling);
    tell_summer_film(telling);
}

}  // namespace fabnum::app::world
