// The workshops of Hem and Marcq: what stands there, and what is said of it.

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/machines/machines.h"

namespace fabnum::app::world {

namespace {

using machines::Family;

struct Piece {
    Place where;
    std::string_view code, name, model, place;
    Family family;
    int hours;
    std::vector<std::string_view> needs = {};
};

// By the code on its label.
const Piece pieces[] = {
    {Place::Hem, "ASPI1", "Aspiration", "Filtre F500, conduit vers la cour", "Salle du fond",
     Family::Extraction, 610},
    {Place::Hem, "AIR1", "Compresseur", "50 litres, 8 bars", "Local technique", Family::Compressor, 240},
    {Place::Hem, "PRUSA1", "Prusa 1", "Prusa MK4", "Rang des imprimantes", Family::Printer, 1412},
    {Place::Hem, "PRUSA2", "Prusa 2", "Prusa MK4", "Rang des imprimantes", Family::Printer, 968},
    {Place::Hem, "BAMBU1", "Bambu", "Bambu P1S", "Rang des imprimantes", Family::Printer, 523},
    {Place::Hem,
     "LASER1",
     "Découpe laser",
     "Trotec Speedy 100, 60 W",
     "Salle du fond",
     Family::Laser,
     386,
     {"ASPI1", "AIR1"}},
    {Place::Hem, "FRAISE1", "Fraiseuse", "Shapeoko 4", "Salle du fond", Family::Mill, 122, {"ASPI1"}},
    {Place::Hem, "VINYLE1", "Découpe vinyle", "Roland GS2-24", "Table d’impression", Family::Vinyl, 210},
    {Place::Hem, "PRESSE1", "Presse à chaud", "Presse 40 × 50 cm", "Table d’impression", Family::Press, 96},
    {Place::Hem, "BRODE1", "Brodeuse", "Brother PR680W", "Coin textile", Family::Embroidery, 174},
    {Place::Hem, "COUTURE1", "Machine à coudre", "Janome 525S", "Coin textile", Family::Sewing, 88},
    {Place::Hem, "SOUDE1", "Poste à souder", "Weller WE 1010", "Établi électronique", Family::Soldering, 64},
    {Place::Marcq, "ASPI2", "Aspiration", "Filtre F300", "Atelier", Family::Extraction, 280},
    {Place::Marcq, "PRUSA3", "Prusa", "Prusa MK4", "Grande table", Family::Printer, 734},
    {Place::Marcq, "BAMBU2", "Bambu", "Bambu P1S", "Grande table", Family::Printer, 311},
    {Place::Marcq,
     "LASER2",
     "Découpe laser",
     "Trotec Speedy 100, 60 W",
     "Atelier",
     Family::Laser,
     205,
     {"ASPI2"}},
    {Place::Marcq, "VINYLE2", "Découpe vinyle", "Silhouette Cameo 4", "Grande table", Family::Vinyl, 77},
    {Place::Marcq, "PRESSE2", "Presse à chaud", "Presse 38 × 38 cm", "Grande table", Family::Press, 41},
    {Place::Marcq, "COUTURE2", "Machine à coudre", "Janome 525S", "Mezzanine", Family::Sewing, 52},
    {Place::Marcq, "SOUDE2", "Poste à souder", "Weller WE 1010", "Mezzanine", Family::Soldering, 23},
};

struct Card {
    Family family;
    std::string_view safety, steps, manual;
};
const Card cards[] = {
    {Family::Printer,
     "La buse est à 215 °C : on ne la touche pas.\nOn attend la fin pour ouvrir.\nOn reste pour la première "
     "couche.",
     "Vide et nettoie le plateau.\nVérifie qu’il reste assez de filament.\nEnvoie le fichier, puis regarde "
     "la "
     "première couche.\nAttends que le plateau refroidisse pour décoller la pièce.",
     "https://help.prusa3d.com"},
    {Family::Laser,
     "On ne la laisse jamais seule : le feu part vite.\nL’aspiration marche avant de lancer.\nNi PVC, ni "
     "polycarbonate, ni polystyrène.\nLe capot reste fermé pendant la découpe.\nL’extincteur est à gauche de "
     "la porte.",
     "Allume l’aspiration, puis le compresseur.\nNettoie la lentille.\nPose la plaque et règle la "
     "hauteur.\nFais un "
     "essai dans un coin.\nReste à côté jusqu’à la fin.",
     ""},
    {Family::Mill,
     "Lunettes et casque, toujours.\nCheveux attachés, pas de manches larges.\nLes mains restent hors de la "
     "machine.\nL’arrêt d’urgence est le bouton rouge, devant.",
     "Bride la plaque.\nAllume l’aspiration.\nRègle le zéro.\nLance, et garde la main près de l’arrêt.", ""},
    {Family::Vinyl, "La lame coupe : on range le porte-lame fermé.",
     "Charge le vinyle.\nFais un essai de lame.\nLance.", ""},
    {Family::Press, "Les plaques sont à 180 °C.\nGants pour sortir la pièce.",
     "Règle la température et le temps.\nFerme "
     "doucement.\nOuvre au signal.",
     ""},
    {Family::Embroidery, "Les doigts restent loin des aiguilles.\nOn coupe avant de changer un fil.",
     "Cadre le "
     "tissu.\nCharge le motif.\nVérifie les fils, puis lance.",
     ""},
    {Family::Sewing, "Les doigts restent loin de l’aiguille.", "Enfile.\nFais un essai sur une chute.", ""},
    {Family::Soldering,
     "Le fer est à 350 °C : il retourne dans son support.\nOn allume l’aspirateur de fumées.\nOn se lave "
     "les mains après.",
     "Allume.\nNettoie la panne.\nSoude, puis éteins.", ""},
};

const Card* card_of(Family family) {
    for (const Card& one : cards)
        if (one.family == family) return &one;
    return nullptr;
}

machines::Machine sheet_of(const Piece& piece, SiteId site) {
    const auto& traits = machines::traits_of(piece.family);
    machines::Machine one;
    one.site = site;
    one.code = piece.code;
    one.name = piece.name;
    one.model = piece.model;
    one.place = piece.place;
    one.family = piece.family;
    one.danger = traits.danger;
    one.supervised = traits.supervised;
    if (const Card* card = card_of(piece.family)) {
        one.safety = card->safety;
        one.steps = card->steps;
        one.manual = card->manual;
    }
    return one;
}

machines::MachineId coded(Telling& telling, std::string_view code) {
    return telling.database.read([&](const sql::Reader& db) { return machines::by_code(db, code).value(); });
}

void install(Telling& telling, const Piece& piece, Instant at) {
    const World& w = telling.world;
    const Actor by = piece.where == Place::Hem ? w.fabmanager() : Actor{w.julie, Role::Fabmanager, w.marcq};
    const Act act{.by = by, .at = at, .once = {}};
    std::vector<machines::MachineId> needs;
    needs.reserve(piece.needs.size());
    for (const auto& code : piece.needs) needs.push_back(coded(telling, code));
    const auto id =
        expect(machines::keep(telling.database, act, sheet_of(piece, by.site), needs), piece.code);
    expect(machines::note_running(telling.database, act, id, std::int64_t{piece.hours} * 60), "hours");
}

}  // namespace

void tell_machines(Telling& telling) {
    const Day opening = monday_of(telling.story.today()) - 70 * 7;
    int minute = 0;
    for (const Piece& piece : pieces)
        telling.story.add(telling.story.on(opening, 10, minute++),
                          [&telling, &piece](const Moment& moment) { install(telling, piece, moment.at); });

    // In Hem the milling machine is locked out, and a printer has a known fault.
    telling.story.add(When{3, 15, 20}, [&telling](const Moment& moment) {
        machines::Fault fault;
        fault.machine = coded(telling, "FRAISE1");
        fault.kind = machines::FaultKind::Noise;
        fault.stops = true;
        fault.note = "La broche siffle dès 8 000 tours.";
        expect(machines::report(
                   telling.database,
                   {.by = telling.world.participant(telling.world.hugo), .at = moment.at, .once = {}}, fault,
                   telling.cabinet, std::nullopt),
               "fault of the mill");
    });
    telling.story.add(When{3, 15, 40}, [&telling](const Moment& moment) {
        expect(machines::lock_out(
                   telling.database, {.by = telling.world.fabmanager(), .at = moment.at, .once = {}},
                   coded(telling, "FRAISE1"), machines::LockReason::Part, "Roulement de broche commandé."),
               "lock out the mill");
    });
    telling.story.add(When{1, 11, 5}, [&telling](const Moment& moment) {
        machines::Fault fault;
        fault.machine = coded(telling, "PRUSA2");
        fault.kind = machines::FaultKind::BadResult;
        fault.note = "La première couche se décolle à droite.";
        expect(machines::report(
                   telling.database,
                   {.by = telling.world.participant(telling.world.lina), .at = moment.at, .once = {}}, fault,
                   telling.cabinet, std::nullopt),
               "fault of a printer");
    });
}

}  // namespace fabnum::app::world
