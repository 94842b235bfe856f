#include "app/world/generated_words.h"

namespace fabnum::app::world {

namespace {

constexpr auto f = i18n::Agreement::Feminine;
constexpr auto m = i18n::Agreement::Masculine;
constexpr auto n = i18n::Agreement::Neutral;

constexpr GivenName given[] = {
    {"Aya", f},     {"Adrien", m},   {"Agathe", f},  {"Amine", m},   {"Ambre", f},    {"Antoine", m},
    {"Assia", f},   {"Bastien", m},  {"Camille", n}, {"Charlie", n}, {"Clara", f},    {"Clément", m},
    {"Dina", f},    {"Eliott", m},   {"Elsa", f},    {"Erwan", m},   {"Eva", f},      {"Florian", m},
    {"Hawa", f},    {"Idriss", m},   {"Imane", f},   {"Jules", m},   {"Juliette", f}, {"Kelly", f},
    {"Kylian", m},  {"Laura", f},    {"Léo", m},     {"Lilou", f},   {"Loïc", m},     {"Lou", n},
    {"Lucas", m},   {"Maëlle", f},   {"Malik", m},   {"Manon", f},   {"Marius", m},   {"Maya", f},
    {"Nabil", m},   {"Naïma", f},    {"Nathan", m},  {"Nina", f},    {"Nolan", m},    {"Oumar", m},
    {"Rania", f},   {"Robin", n},    {"Rose", f},    {"Safia", f},   {"Samuel", m},   {"Soline", f},
    {"Sofiane", m}, {"Steven", m},   {"Tess", f},    {"Timéo", m},   {"Victoire", f}, {"Yasmine", f},
    {"Younes", m},  {"Zacharie", m},
};
constexpr std::string_view family[] = {
    "Allard",   "Amari",     "Bailleul",   "Bakri",   "Barbier",   "Baudry",     "Belkacem", "Berger",
    "Blondel",  "Bocquet",   "Bonnet",     "Bouzid",  "Brunel",    "Camara",     "Cassel",   "Chevalier",
    "Collet",   "Coulibaly", "Cousin",     "Dacosta", "Daubresse", "Debruyne",   "Declercq", "Delannoy",
    "Delvaux",  "Descamps",  "Dos Santos", "Dubar",   "Dufour",    "Dupriez",    "Fauquet",  "Fontaine",
    "Garnier",  "Gillet",    "Guérin",     "Hamidi",  "Hénin",     "Hocquet",    "Jacquard", "Keita",
    "Lacroix",  "Laloux",    "Leclercq",   "Legrand", "Lemaire",   "Lesage",     "Lopes",    "Mahieu",
    "Marchand", "Meziane",   "Millet",     "Monnier", "Ndiaye",    "Parmentier", "Pauwels",  "Perrin",
    "Picard",   "Quesnel",   "Renard",     "Saïdi",   "Salomez",   "Sellier",    "Tessier",  "Thibaut",
    "Touré",    "Vandamme",  "Vermeulen",  "Vidal",   "Wallaert",  "Zidane",
};
constexpr std::string_view town_starts[] = {
    "Bel", "Cham", "Clair", "Fau", "Gran", "Haute", "Lam", "Mar",   "Mon", "Neu",
    "Or",  "Plan", "Roche", "Sau", "Ter",  "Val",   "Ver", "Ville", "Wam", "Yver",
};
constexpr std::string_view town_ends[] = {
    "brecourt", "champ", "court", "fontaine", "mesnil", "mont",  "nieppe", "pont",
    "queval",   "rive",  "sart",  "val",      "vigny",  "ville", "ybois",
};

using orders::Kind;
constexpr Wish wished[] = {
    {Kind::Series, "Boîtes à livres", "Une boîte par rue, pour que chacun prenne et dépose un livre.",
     "Les habitants", 12},
    {Kind::Sign, "Panneau d’accueil", "Le bâtiment ne se voit pas de la rue.", "Les visiteurs", 1},
    {Kind::Object, "Plan tactile", "Des visiteurs malvoyants veulent se repérer seuls.", "Tous les visiteurs",
     1},
    {Kind::Series, "Médailles de la course", "Des médailles en bois, sans plastique.", "400 enfants", 80},
    {Kind::Repair, "Réparation de lampes", "Dix lampes ne s’allument plus.", "Les adhérents", 10},
    {Kind::Media, "Film de présentation", "Trois minutes pour montrer ce que nous faisons.", "Les familles",
     1},
    {Kind::Web, "Page du jardin partagé", "Une page simple, à tenir à jour nous-mêmes.", "Les jardiniers", 1},
    {Kind::Workshop, "Atelier découpe", "Deux heures où chacun repart avec un objet.", "Deux classes", 2},
    {Kind::Training, "Initiation au dessin", "Apprendre à dessiner une pièce simple.", "Huit bénévoles", 8},
    {Kind::Event, "Stand de la fête", "Un stand où l’on fabrique sur place.", "300 habitants", 1},
    {Kind::Survey, "Enquête sur les besoins", "Savoir quels ateliers proposer au printemps.", "Les habitants",
     1},
    {Kind::Series, "Badges d’accueil", "Un prénom lisible de loin, une attache solide.", "40 agents", 40},
    {Kind::Object, "Jeu géant", "Un jeu à jouer au sol, sur l’histoire du quartier.", "Les familles", 1},
    {Kind::Series, "Jardinières numérotées", "Une par parcelle, qui tienne à la pluie.", "24 familles", 24},
    {Kind::Sign, "Flèches du parc", "Les promeneurs se perdent entre les entrées.", "Les promeneurs", 7},
    {Kind::Series, "Pupitres de lecture", "Légers, à poser sur une table ou un lit.", "60 résidents", 12},
    {Kind::Object, "Boîte à idées", "Elle ferme à clé et se voit de loin.", "Les usagers", 1},
    {Kind::Series, "Nichoirs", "À monter avec les enfants, sans outil coupant.", "Trois classes", 15},
};

constexpr OrganisationName organisations[] = {
    {"Ville de ", partners::Kind::Town},
    {"CCAS de ", partners::Kind::Social},
    {"École du Centre de ", partners::Kind::School},
    {"Médiathèque de ", partners::Kind::PublicBody},
    {"Secours solidaire de ", partners::Kind::Association},
    {"Club des aînés de ", partners::Kind::Association},
    {"Centre social de ", partners::Kind::Association},
    {"Résidence des Tilleuls de ", partners::Kind::Social},
};

}  // namespace

std::span<const GivenName> given_names() {
    return given;
}
std::span<const std::string_view> family_names() {
    return family;
}
std::span<const Wish> wishes() {
    return wished;
}
std::span<const OrganisationName> organisation_names() {
    return organisations;
}

std::string town_name(int number) {
    constexpr int starts = static_cast<int>(std::size(town_starts)),
                  ends = static_cast<int>(std::size(town_ends));
    std::string name(town_starts[number % starts]);
    name += town_ends[number / starts % ends];
    if (const int again = number / (starts * ends); again > 0) name += "-" + std::to_string(again + 1);
    return name;
}

}  // namespace fabnum::app::world
