#include "app/world/askers.h"
#include "app/world/chapters.h"

namespace fabnum::app::world {

namespace {

using projects::Activity;

// An order of a cohort that is over, told in a few words: it began `ago` working days before today.
struct Past {
    Tracked& order;
    Place place;
    Who maker;
    Request request;
    Crew crew;
    int ago;
    Money materials;
    std::string thanks;
};

void tell_past(Telling& telling, const Past& past) {
    World& w = telling.world;
    const Who lead = past.crew.lead, referent = past.crew.referent;
    OrderTale tale(telling, past.order, past.place);
    tale.received({past.ago + 9, 10}, past.request)
        .studied({past.ago + 7, 11}, past.maker, yes_to_all, past.materials)
        .accepted({past.ago + 6, 9}, &w.samira, 45 - past.ago, "")
        .started({past.ago, 9, 30}, &w.samira, past.crew)
        .bought({past.ago - 6, 11}, past.maker, "Bois et visserie", "1 lot", past.materials);
    constexpr Activity made[] = {Activity::Meet, Activity::Design, Activity::Prototype,
                                 Activity::Make, Activity::Finish, Activity::Document};
    int ago = past.ago - 1;
    for (const Activity activity : made) {
        tale.began({ago, 9, 30}, lead, activity)
            .worked({ago - 3, 16}, lead, activity, past.crew.members, 120)
            .did({ago - 4, 10}, lead, activity);
        ago -= 5;
    }
    tale.checked({ago, 10}, lead, 0, 4)
        .finished({ago, 11}, lead)
        .delivered({ago - 3, 15}, referent, past.request.by.organisation, past.request.by.contact)
        .thanked({ago - 5, 10}, orders::Satisfaction::Fully, past.thanks)
        .closed({ago - 8, 9}, &w.samira);
}

}  // namespace

void tell_past_orders(Telling& telling) {
    World& w = telling.world;
    const auto& one = w.members1;
    const auto& two = w.members2;
    tell_past(telling, {.order = w.garden_plates,
                        .place = Place::Marcq,
                        .maker = &w.julie,
                        .request = {.kind = orders::Kind::Sign,
                                    .title = "Plaques du jardin partagé",
                                    .need = "Chaque parcelle porte le nom de ses jardiniers. Il faut 24 "
                                            "plaques qui tiennent à la pluie.",
                                    .beneficiaries = "24 familles",
                                    .quantity = 24,
                                    .wanted_in = -260,
                                    .by = town_of_marcq()},
                        .crew = {{&one[0], &one[3], &one[7], &one[10]}, &one[3], &one[0]},
                        .ago = 300,
                        .materials = Money{6400},
                        .thanks = "Les jardiniers sont fiers de leurs plaques. Merci !"});
    tell_past(
        telling,
        {.order = w.benches,
         .place = Place::Hem,
         .maker = &w.karim,
         .request = {.kind = orders::Kind::Series,
                     .title = "4 bancs pour la cour",
                     .need = "La cour n’a pas de coin calme. Quatre bancs autour de l’arbre en feraient un.",
                     .beneficiaries = "380 élèves",
                     .quantity = 4,
                     .wanted_in = -130,
                     .by = school()},
         .crew = {{&two[1], &two[4], &two[5], &two[8]}, &two[5], &two[4]},
         .ago = 170,
         .materials = Money{14800},
         .thanks = "Le coin calme ne désemplit pas. Les élèves vous disent merci."});
    tell_past(
        telling,
        {.order = w.trophies,
         .place = Place::Hem,
         .maker = &w.karim,
         .request = {.kind = orders::Kind::Series,
                     .title = "Trophées du tournoi de quartier",
                     .need = "Huit équipes jouent le tournoi d’été. Chaque équipe repart avec un trophée.",
                     .beneficiaries = "96 joueuses et joueurs",
                     .quantity = 8,
                     .wanted_in = -72,
                     .by = social_centre()},
         .crew = {{&two[0], &two[2], &two[6], &two[11]}, &two[11], &two[0]},
         .ago = 112,
         .materials = Money{5300},
         .thanks = "Des trophées uniques, que les équipes exposent chez elles."});
}

void tell_orders_of_marcq(Telling& telling) {
    World& w = telling.world;
    const auto& four = w.members4;
    OrderTale(telling, w.tablets, Place::Marcq)
        .received({2, 15, 20}, {.kind = orders::Kind::Repair,
                                .title = "Réparation de 6 tablettes",
                                .need = "Nos six tablettes ont l’écran fendu ou ne chargent plus. Elles "
                                        "servent aux appels avec les petits-enfants.",
                                .beneficiaries = "40 adhérents du club",
                                .quantity = 6,
                                .wanted_in = 20,
                                .by = elders_club()});
    OrderTale(telling, w.engraving_workshop, Place::Marcq)
        .received({16, 10, 30}, {.kind = orders::Kind::Workshop,
                                 .title = "Atelier découverte de la gravure",
                                 .need = "Pour la semaine des métiers, nous cherchons un atelier de deux "
                                         "heures où les collégiens gravent un objet à emporter.",
                                 .beneficiaries = "Trois classes de quatrième",
                                 .quantity = 3,
                                 .wanted_in = 16,
                                 .by = town_of_marcq()})
        .studied({14, 14, 0}, &w.julie, yes_to_all, Money{4500})
        .accepted({13, 9, 15}, &w.samira, 14, "")
        .started({11, 10, 0}, &w.julie, {{&four[0], &four[1], &four[3], &four[4]}, &four[4], &four[0]})
        .began({10, 9, 30}, &four[4], Activity::Meet)
        .worked({9, 15, 0}, &four[4], Activity::Meet, {&four[0], &four[4]}, 90)
        .did({8, 9, 30}, &four[4], Activity::Meet)
        .began({8, 9, 35}, &four[4], Activity::Design)
        .worked({6, 16, 0}, &four[4], Activity::Design, {&four[1], &four[3]}, 120)
        .did({4, 10, 0}, &four[4], Activity::Design)
        .began({3, 9, 30}, &four[4], Activity::Prototype)
        .worked({2, 16, 0}, &w.julie, Activity::Prototype, {&four[0], &four[1]}, 75);
}

}  // namespace fabnum::app::world
