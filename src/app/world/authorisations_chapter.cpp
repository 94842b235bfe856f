// Who learnt which machines in the small lab: the courses, Promo 3's authorisations, and one that was taken
// back.

#include <iterator>

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/authorisations/authorisations.h"

namespace fabnum::app::world {

namespace {

using authorisations::Level;
using machines::Family;

struct Lesson {
    Family family;
    std::string_view lines;
    std::vector<authorisations::Question> questions;
};

std::vector<Lesson> lessons_of_machines() {
    return {
        {Family::Laser,
         "Le laser brûle : il peut mettre le feu à la plaque.\nOn reste à côté du début à la fin.\nLe PVC "
         "dégage un "
         "gaz toxique : jamais dans le laser.\nSans aspiration, on ne lance pas.\nEn cas de flamme : arrêt "
         "d’urgence, "
         "puis on appelle.",
         {{.question = "Quelle matière ne va jamais dans le laser ?",
           .correct = "Le PVC",
           .wrong = {"Le contreplaqué", "Le carton"}},
          {.question = "Que fais-tu pendant la découpe ?",
           .correct = "Je reste à côté",
           .wrong = {"Je prépare la suite ailleurs", "Je pars boire un verre d’eau"}},
          {.question = "L’aspiration est en panne. Que fais-tu ?",
           .correct = "Je ne lance pas",
           .wrong = {"J’ouvre la fenêtre et je lance", "Je découpe plus vite"}}}},
        {Family::Printer,
         "La buse est à 215 °C, le plateau à 60 °C.\nOn regarde la première couche jusqu’au bout.\nOn "
         "décolle la "
         "pièce quand le plateau est froid.\nOn note la matière utilisée.",
         {{.question = "Quand décolles-tu la pièce ?",
           .correct = "Quand le plateau est froid",
           .wrong = {"Dès la fin", "Pendant la dernière couche"}},
          {.question = "Que regardes-tu d’abord ?",
           .correct = "La première couche",
           .wrong = {"La dernière couche", "Le temps qui reste"}}}},
        {Family::Mill,
         "La fraise tourne à 18 000 tours.\nLunettes et casque, toujours.\nLa plaque est bridée aux quatre "
         "coins.\nLa main reste près de l’arrêt d’urgence.",
         {{.question = "Que portes-tu ?",
           .correct = "Lunettes et casque",
           .wrong = {"Des gants larges", "Rien de spécial"}}}},
        {Family::Press,
         "Les plaques sont à 180 °C.\nOn ouvre en grand avant de poser.\nGants pour sortir la pièce.",
         {{.question = "Avec quoi sors-tu la pièce ?",
           .correct = "Des gants",
           .wrong = {"La main", "Un tissu fin"}}}},
    };
}
std::vector<Lesson> lessons_of_the_bench() {
    return {
        {Family::Soldering,
         "Le fer est à 350 °C.\nIl retourne dans son support à chaque pause.\nOn aspire les fumées, on se "
         "lave les "
         "mains.",
         {{.question = "Où va le fer pendant une pause ?",
           .correct = "Dans son support",
           .wrong = {"Sur la table", "Sur l’éponge"}}}},
        {Family::Vinyl,
         "La lame coupe : on ferme le porte-lame.\nOn fait un essai de lame avant chaque rouleau.",
         {{.question = "Que fais-tu avant un nouveau rouleau ?",
           .correct = "Un essai de lame",
           .wrong = {"Rien", "Je change la lame"}}}},
        {Family::Sewing,
         "Les doigts restent loin de l’aiguille.\nOn débranche pour changer l’aiguille.",
         {{.question = "Que fais-tu pour changer l’aiguille ?",
           .correct = "Je débranche",
           .wrong = {"Je tiens la pédale", "Je vais vite"}}}},
        {Family::Embroidery,
         "Les aiguilles vont vite : mains loin du cadre.\nOn arrête avant de changer un fil.",
         {{.question = "Quand changes-tu un fil ?",
           .correct = "Machine arrêtée",
           .wrong = {"Pendant une couleur", "N’importe quand"}}}},
    };
}

std::vector<Lesson> lessons() {
    auto all = lessons_of_machines();
    auto more = lessons_of_the_bench();
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return all;
}

struct Award {
    std::vector<Who> people;
    Family family;
    Level level;
    bool shown = false, quiz = true, signed_ = false;
};

void pass_quiz(Telling& telling, const Act& act, Family family, Day today) {
    const auto course =
        telling.database.read([&](const sql::Reader& db) { return authorisations::course(db, family); });
    std::map<std::int64_t, std::string> answers;
    for (const auto& one : course->questions) answers[one.id.value] = one.correct;
    expect(authorisations::answer_quiz(telling.database, act, family, answers, today), "quiz");
}

void award(Telling& telling, const Award& award, const Actor& by, const Moment& moment) {
    std::vector<PersonId> people;
    people.reserve(award.people.size());
    for (const Who who : award.people) people.push_back(*who);
    expect(authorisations::grant(telling.database, {.by = by, .at = moment.at, .once = {}},
                                 {.people = people,
                                  .family = award.family,
                                  .level = award.level,
                                  .trained = true,
                                  .shown = award.shown},
                                 moment.day),
           "grant");
    for (const PersonId person : people) {
        const Act own{.by = {person, Role::Participant, by.site}, .at = moment.at, .once = {}};
        if (award.quiz) pass_quiz(telling, own, award.family, moment.day);
        if (award.signed_)
            expect(authorisations::sign(telling.database, own, award.family, moment.day), "signature");
    }
}

// The fabmanagers keep every family; the coordinator grants it to them.
void grant_to_the_team(Telling& telling) {
    World& w = telling.world;
    telling.story.add(telling.story.on(monday_of(telling.story.today()) - 40 * 7, 9),
                      [&telling, &w](const Moment& moment) {
                          for (const Lesson& one : lessons()) {
                              award(telling,
                                    {.people = {&w.karim},
                                     .family = one.family,
                                     .level = Level::Maintainer,
                                     .shown = true,
                                     .signed_ = true},
                                    w.coordinator(), moment);
                              award(telling,
                                    {.people = {&w.julie},
                                     .family = one.family,
                                     .level = Level::Maintainer,
                                     .shown = true,
                                     .signed_ = true},
                                    {w.samira, Role::Coordinator, w.marcq}, moment);
                          }
                      });
}

}  // namespace

void tell_authorisations(Telling& telling) {
    World& w = telling.world;
    const Day opening = monday_of(telling.story.today()) - 69 * 7;
    telling.story.add(telling.story.on(opening, 9), [&telling, &w](const Moment& moment) {
        for (const Lesson& one : lessons())
            expect(authorisations::keep_course(telling.database,
                                               {.by = w.fabmanager(), .at = moment.at, .once = {}},
                                               {.family = one.family,
                                                .lesson = std::string(one.lines),
                                                .valid_months = 12,
                                                .questions = one.questions}),
                   "course");
    });
    grant_to_the_team(telling);
    const auto on = [&](int week, int hour, const Award& one) {
        const Day day = monday_of(telling.story.today()) - week * 7 + 1;
        telling.story.add(telling.story.on(day, hour), [&telling, &w, one](const Moment& moment) {
            award(telling, one, w.fabmanager(), moment);
        });
    };
    on(7, 10,
       {{&w.ines, &w.yanis, &w.chloe, &w.mehdi, &w.kenza, &w.noah},
        Family::Printer,
        Level::Autonomous,
        true,
        true,
        true});
    on(7, 14, {{&w.theo, &w.bilal, &w.enzo, &w.fatou, &w.hugo, &w.lina}, Family::Printer, Level::Assisted});
    on(6, 10, {{&w.bilal, &w.chloe, &w.hugo}, Family::Laser, Level::Autonomous, true, true, true});
    on(6, 11, {{&w.ines, &w.yanis, &w.lina}, Family::Laser, Level::Assisted});
    on(6, 15, {{&w.enzo, &w.kenza}, Family::Laser, Level::Observer, false, false, false});
    on(5, 10, {{&w.hugo, &w.fatou}, Family::Mill, Level::Autonomous, true, true, true});
    on(4, 10, {{&w.ines, &w.lina, &w.fatou, &w.kenza}, Family::Vinyl, Level::Autonomous, true, true, true});
    on(4, 14, {{&w.ines, &w.lina, &w.mehdi}, Family::Press, Level::Autonomous, true, true, false});
    on(3, 10, {{&w.fatou, &w.chloe}, Family::Embroidery, Level::Assisted});
    on(3, 14, {{&w.yanis}, Family::Printer, Level::Trainer, true, true, true});
    on(2, 10, {{&w.enzo, &w.bilal, &w.noah}, Family::Soldering, Level::Assisted});
    telling.story.add(When{4, 16}, [&telling, &w](const Moment& moment) {
        expect(authorisations::revoke(telling.database, {.by = w.fabmanager(), .at = moment.at, .once = {}},
                                      w.theo, Family::Printer, authorisations::RevokeReason::RetrainNeeded,
                                      moment.day),
               "revoke");
    });
}

}  // namespace fabnum::app::world
