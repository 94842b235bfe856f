#include "app/world/askers.h"

namespace fabnum::app::world {

using partners::Kind;

const Asker& town_of_hem() {
    static const Asker asker{
        "Ville de Hem",  Kind::Town, "Hem", "Sylvie Carlier", "sylvie.carlier@ville-hem.example",
        "03 53 01 22 10"};
    return asker;
}
const Asker& youth_office() {
    static const Asker asker{
        "Ville de Hem",  Kind::Town, "Hem", "Damien Pollet", "damien.pollet@ville-hem.example",
        "03 53 01 22 14"};
    return asker;
}
const Asker& town_hall() {
    static const Asker asker{
        "Mairie de Hem", Kind::Town, "Hem", "Véronique Lassalle", "veronique.lassalle@ville-hem.example",
        "03 53 01 22 01"};
    return asker;
}
const Asker& sports_office() {
    static const Asker asker{
        "Service des sports", Kind::Town, "Hem", "Ludovic Maes", "ludovic.maes@ville-hem.example",
        "03 53 01 22 32"};
    return asker;
}
const Asker& social_office() {
    static const Asker asker{
        "CCAS de Hem",   Kind::Social, "Hem", "Hélène Wibaux", "helene.wibaux@ccas-hem.example",
        "03 53 01 22 50"};
    return asker;
}
const Asker& school() {
    static const Asker asker{
        "École Jean-Moulin", Kind::School, "Hem", "Marion Delattre", "direction@ecole-jean-moulin.example",
        "03 53 01 31 07"};
    return asker;
}
const Asker& emmaus() {
    static const Asker asker{
        "Emmaüs", Kind::Association, "Hem", "Philippe Nowak", "philippe.nowak@emmaus.example", std::nullopt};
    return asker;
}
const Asker& social_centre() {
    static const Asker asker{
        "Centre social des 3 Villes",           Kind::Association, "Hem", "Aïcha Boudjema",
        "aicha.boudjema@centre-social.example", "03 53 01 44 18"};
    return asker;
}
const Asker& library() {
    static const Asker asker{"Médiathèque de Hem",
                             Kind::PublicBody,
                             "Hem",
                             "Agathe Rousseau",
                             "agathe.rousseau@mediatheque.example",
                             "03 53 01 47 02"};
    return asker;
}
const Asker& gardeners() {
    static const Asker asker{
        "Graines de quartier", Kind::Association, "Hem", "Michel Coppens", "michel.coppens@graines.example",
        "06 39 98 11 42"};
    return asker;
}
const Asker& residence() {
    static const Asker asker{"Résidence Les Glycines",         Kind::Social,    "Hem", "Brigitte Flament",
                             "animation@les-glycines.example", "03 53 01 52 60"};
    return asker;
}
const Asker& neighbours() {
    static const Asker asker{"Comité de quartier des Trois-Fermes",
                             Kind::Association,
                             "Hem",
                             "José Ferreira",
                             std::nullopt,
                             "06 39 98 27 03"};
    return asker;
}
const Asker& hairdresser() {
    static const Asker asker{"Salon L’Atelier coiffure",         Kind::Company, "Hem", "Cindy Moerman",
                             "contact@atelier-coiffure.example", std::nullopt};
    return asker;
}
const Asker& town_of_marcq() {
    static const Asker asker{
        "Ville de Marcq-en-Barœul",          Kind::Town,      "Marcq-en-Barœul", "Thomas Desmet",
        "thomas.desmet@ville-marcq.example", "03 53 01 60 12"};
    return asker;
}
const Asker& elders_club() {
    static const Asker asker{"Club des aînés du Bourg",
                             Kind::Association,
                             "Marcq-en-Barœul",
                             "Monique Dhalluin",
                             "monique.dhalluin@club-aines.example",
                             "06 39 98 40 55"};
    return asker;
}

}  // namespace fabnum::app::world
