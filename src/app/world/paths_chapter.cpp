// Paths in the small lab: interviews held on time, goals agreed or waiting, notes with their readers,
// check-ins in one's own words.

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/messages/messages.h"
#include "features/paths/paths.h"
#include "platform/clock/clock.h"

namespace fabnum::app::world {

namespace {

using notebook::Doer;
using notebook::Reading;
using notebook::Theme;

struct Group {
    const cohorts::CohortId* cohort;
    const SiteId* site;
    Day starts;
};

// Everybody gets their timeline on the first day; what is due before this week was held, but for one.
void tell_interviews(Telling& telling, const Group& group) {
    const Day ends = group.starts + (26 * 7 - 3);
    telling.story.add(telling.story.on(group.starts, 9, 30), [&telling](const Moment& moment) {
        const Act act{.by = {.person = {}, .role = Role::System, .site = {}}, .at = moment.at, .once = {}};
        expect(telling.database.write(act,
                                      [&](const sql::Writer& db) -> Result<Done> {
                                          paths::plan_all(db, act, moment.day);
                                          return Done{};
                                      }),
               "plan the interviews");
    });
    for (const auto& due : paths::timeline(group.starts, ends)) {
        if (due.on >= monday_of(telling.story.today())) continue;
        telling.story.add(telling.story.on(due.on, 15), [&telling, group, due](const Moment& moment) {
            const Act act{
                .by = {telling.world.samira, Role::Coordinator, *group.site}, .at = moment.at, .once = {}};
            const auto rows = telling.database.read([&](const sql::Reader& db) {
                return paths::list(db, act.by, {.scope = paths::Scope::All, .most = 1000}, moment.day);
            });
            for (const auto& row : rows) {
                const auto& one = row.interview;
                if (one.cohort != *group.cohort || one.kind != due.kind || one.state != paths::State::Planned)
                    continue;
                if (one.person == telling.world.mehdi && due.kind == paths::Kind::Month1) continue;
                expect(paths::move(telling.database, act, one.id, paths::Step::Hold, moment.day), "hold");
            }
        });
    }
}

struct Wish {
    Who person, by;
    Theme theme;
    std::string title;
    bool agreed = true;
    std::vector<std::tuple<std::string, Doer, int, bool>> actions = {};  // what, who, due in days, done
};

Act act_of(Telling& telling, Who who, const Moment& moment) {
    const World& w = telling.world;
    if (*who == w.samira) return {.by = w.coordinator(), .at = moment.at, .once = {}};
    if (*who == w.karim) return {.by = w.fabmanager(), .at = moment.at, .once = {}};
    return {.by = w.participant(*who), .at = moment.at, .once = {}};
}

void tell_goal(Telling& telling, When when, Wish wish) {
    telling.story.add(when, [&telling, wish = std::move(wish)](const Moment& moment) {
        auto& db = telling.database;
        const Act by = act_of(telling, wish.by, moment);
        const Act own = act_of(telling, wish.person, moment);
        const auto goal = expect(
            notebook::propose(db, by, {.person = *wish.person, .theme = wish.theme, .title = wish.title},
                              moment.day),
            "a goal");
        if (!wish.agreed) return;
        if (wish.by != wish.person)
            expect(notebook::answer_goal(db, own, goal, notebook::Consent::Yes, moment.day), "a yes");
        for (const auto& [what, doer, in, done] : wish.actions) {
            expect(notebook::add_action(db, by, goal,
                                        {.what = what, .doer = doer, .due = telling.story.today() + in}),
                   "an action");
            if (!done) continue;
            const auto goals = db.read([&](const sql::Reader& reader) {
                return notebook::open_for(reader, own.by, *wish.person).goals;
            });
            for (const auto& one : goals)
                if (one.id == goal)
                    expect(notebook::tick(db, own, one.actions.back().id, true, moment.day), "tick");
        }
    });
}

void tell_note(Telling& telling, When when, Who person, Who by, Reading reading, std::string text) {
    telling.story.add(when, [&telling, person, by, reading, text = std::move(text)](const Moment& moment) {
        expect(notebook::write_note(
                   telling.database, act_of(telling, by, moment),
                   {.person = *person, .reading = reading, .keep = notebook::Keep::WholePath, .text = text},
                   moment.day),
               "a note");
    });
}

void tell_checkin(Telling& telling, When when, Who who, notebook::Checkin checkin) {
    telling.story.add(when, [&telling, who, checkin = std::move(checkin)](const Moment& moment) {
        expect(notebook::check_in(telling.database, act_of(telling, who, moment), checkin), "a check-in");
    });
}

void tell_message(Telling& telling, When when, Who thread, Who by, std::string text) {
    telling.story.add(when, [&telling, thread, by, text = std::move(text)](const Moment& moment) {
        expect(messages::write(telling.database, act_of(telling, by, moment), *thread, text), "a message");
    });
}

// Inès meets Samira this week: asked for, offered, agreed.
void tell_meeting_of_the_week(Telling& telling) {
    telling.story.add({3, 11, 0}, [&telling](const Moment& moment) {
        World& w = telling.world;
        const Act samira{.by = w.coordinator(), .at = moment.at, .once = {}};
        const Day on = telling.story.day(-1);
        const auto id =
            expect(paths::add(telling.database, samira, w.ines, on, moment.day), "one more interview");
        expect(paths::offer(telling.database, samira, id,
                            {.at = clock::instant_in("Europe/Paris", on, 10 * 60),
                             .place = "Salle du fond",
                             .with = w.samira}),
               "offer");
        const Act ines{.by = w.participant(w.ines), .at = moment.at, .once = {}};
        expect(paths::answer(telling.database, ines, id, true), "agree");
    });
}

}  // namespace

void tell_paths(Telling& telling) {
    const World& w = telling.world;
    const Day week = monday_of(telling.story.today());
    for (const Group& group :
         {Group{&w.promo1, &w.marcq, week - 68 * 7}, Group{&w.promo2, &w.hem, week - 39 * 7},
          Group{&w.promo3, &w.hem, week - 8 * 7}, Group{&w.promo4, &w.marcq, week - 3 * 7}})
        tell_interviews(telling, group);

    tell_goal(telling, {34, 10, 0},
              {.person = &w.ines,
               .by = &w.ines,
               .theme = Theme::Training,
               .title = "Entrer en formation de menuiserie",
               .actions = {{"Visiter l’atelier du lycée", Doer::Together, -10, true},
                           {"Appeler l’atelier de M. Petit", Doer::Person, 3, false},
                           {"Relire la lettre", Doer::Team, 6, false}}});
    tell_goal(telling, {33, 11, 0},
              {.person = &w.yanis,
               .by = &w.samira,
               .theme = Theme::Mobility,
               .title = "Venir sans voiture",
               .actions = {{"Demander la carte de transport", Doer::Adviser, 4, false}}});
    tell_goal(telling, {5, 14, 0},
              {.person = &w.ines,
               .by = &w.samira,
               .theme = Theme::Papers,
               .title = "Refaire la carte d’identité",
               .agreed = false,
               .actions = {}});
    tell_goal(telling, {30, 10, 0},
              {.person = &w.kenza,
               .by = &w.kenza,
               .theme = Theme::Work,
               .title = "Un stage chez un imprimeur",
               .actions = {{"Écrire trois adresses", Doer::Person, 8, false}}});
    tell_note(telling, {20, 16, 0}, &w.ines, &w.samira, Reading::Shared,
              "Rendez-vous pris avec le lycée pour le 3 décembre.");
    tell_note(telling, {12, 16, 0}, &w.ines, &w.karim, Reading::Team,
              "Préfère commencer à 9 h les jours de laser.");
    tell_note(telling, {11, 9, 0}, &w.ines, &w.samira, Reading::Coordinator,
              "Attend une réponse pour son logement.");
    tell_note(telling, {6, 17, 0}, &w.ines, &w.ines, Reading::Own, "Demander à Karim pour le stage.");
    tell_checkin(telling, {16, 12, 0}, &w.ines,
                 {.mood = notebook::Mood::Tired,
                  .footing = notebook::Footing::Searching,
                  .own_words = "Trop de bus le matin.",
                  .shared = false});
    tell_checkin(telling, {2, 12, 0}, &w.ines,
                 {.mood = notebook::Mood::Well,
                  .footing = notebook::Footing::Moving,
                  .own_words = "La boîte à livres avance.",
                  .shared = true});
    tell_checkin(telling, {1, 15, 0}, &w.theo,
                 {.mood = notebook::Mood::Hard,
                  .footing = notebook::Footing::Unsure,
                  .own_words = {},
                  .talk = notebook::Talk::Wanted,
                  .shared = false});
    tell_meeting_of_the_week(telling);

    tell_message(telling, {4, 16, 5}, &w.ines, &w.ines,
                 "Bonjour, je peux arriver à 10 h mercredi ? J’ai un rendez-vous.");
    tell_message(telling, {4, 16, 40}, &w.ines, &w.samira,
                 "Oui, pas de souci. Préviens Karim pour la découpe.");
    tell_message(telling, {3, 9, 10}, &w.ines, &w.ines, "C’est fait, merci !");
    tell_message(telling, {1, 14, 20}, &w.ines, &w.samira,
                 "Bravo pour hier ! Demain à 10 h, on parle de ton stage.");
    tell_message(telling, {1, 17, 45}, &w.bilal, &w.bilal,
                 "Le bus est en grève demain. Je serai là vers 9 h 30.");
}

}  // namespace fabnum::app::world
