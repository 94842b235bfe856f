#include "app/world/cast.h"

#include <span>

#include "app/world/bulk_store.h"
#include "app/world/expect.h"

namespace fabnum::app::world {

namespace {

using i18n::Address;
using i18n::Agreement;
constexpr auto tu = Address::Tu;
constexpr auto vous = Address::Vous;
constexpr auto f = Agreement::Feminine;
constexpr auto m = Agreement::Masculine;
constexpr auto n = Agreement::Neutral;

struct Newcomer {
    std::string_view given_name, family_name;
    Address address = tu;
    Agreement agreement = n;
    int age = 19;  // at the start of the cohort
    std::string_view mail = "";
};
constexpr Newcomer first_twelve[] = {
    {"Anaïs", "Carpentier", tu, f, 20}, {"Baptiste", "Delmotte", tu, m, 22},
    {"Célia", "Haddad", vous, f, 24},   {"Dylan", "Petitprez", tu, m, 18},
    {"Emma", "Lecocq", tu, f, 19},      {"Farid", "Ouali", tu, m, 21},
    {"Gaëlle", "Masse", vous, f, 23},   {"Ismaël", "Traoré", tu, m, 20},
    {"Jade", "Wattel", tu, n, 18},      {"Killian", "Roussel", tu, m, 17},
    {"Louna", "Ferrand", tu, f, 19},    {"Maxence", "Olivier", vous, m, 25},
};
constexpr Newcomer second_twelve[] = {
    {"Nora", "Slimani", tu, f, 21},  {"Océane", "Lambert", tu, f, 18},    {"Paul", "Hennebelle", vous, m, 24},
    {"Rayan", "Cherif", tu, m, 19},  {"Sarah", "Duquesne", tu, f, 20},    {"Tom", "Leroy", tu, m, 18},
    {"Ulysse", "Caron", tu, n, 22},  {"Valentine", "Mercier", tu, f, 23}, {"Wassim", "Toumi", tu, m, 17},
    {"Ysé", "Bernard", vous, f, 21}, {"Zoé", "Pruvost", tu, f, 19},       {"Adam", "Koné", tu, m, 20},
};
constexpr Newcomer fourth_six[] = {
    {"Amel", "Zeroual", tu, f, 19},  {"Corentin", "Baert", tu, m, 22}, {"Jeanne", "Lotin", vous, f, 24},
    {"Moussa", "Diallo", tu, m, 18}, {"Romane", "Clément", tu, f, 20}, {"Sacha", "Verbeke", tu, n, 21},
};

PersonId add(Telling& telling, const Act& act, const Newcomer& newcomer, SiteId site, Day since, Role role) {
    people::NewPerson person;
    person.given_name = newcomer.given_name;
    person.family_name = newcomer.family_name;
    person.voice = {
        .language = i18n::Language::French, .address = newcomer.address, .agreement = newcomer.agreement};
    person.role = role;
    person.site = site;
    if (!newcomer.mail.empty()) person.mail = newcomer.mail;
    // Some months over the age, more for some than for others.
    const int days =
        newcomer.age * 365 + newcomer.age / 4 + 20 + static_cast<int>(newcomer.family_name.size()) * 11;
    if (role == Role::Participant) person.birth_day = since - days;
    return expect(telling.database.write(
                      act, [&](const sql::Writer& db) { return people::add(db, act, person, since); }),
                  newcomer.given_name);
}

struct Term {
    cohorts::CohortId& id;
    SiteId& site;
    std::string name;
    Day starts;
    int seats;
};

// The weeks on which nobody comes: around the New Year, and in August.
void close_for_holidays(Telling& telling, const Act& act, const Term& term) {
    const Day ends = term.starts + (26 * 7 - 3);
    const auto close = [&](Day from, Day to, std::string reason) {
        if (to < term.starts || from > ends) return;
        expect(cohorts::close_days(telling.database, act, term.id,
                                   {.id = {}, .from = from, .to = to, .reason = std::move(reason)}),
               "close days");
    };
    const auto first = static_cast<int>(term.starts.ymd().year());
    for (int year = first; year <= first + 1; ++year) {
        const auto on = [&](unsigned month, unsigned day) {
            return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
        };
        close(on(8, 3), on(8, 16), "Fermeture d’été");
        close(on(12, 24), on(12, 31), "Congés de fin d’année");
    }
}

void tell_start(Telling& telling, const Term& term, std::span<const Newcomer> newcomers,
                std::vector<PersonId*> numbers) {
    const auto opened = telling.story.on(term.starts, 9);
    telling.story.add(
        opened, [&telling, term, newcomers, numbers = std::move(numbers)](const Moment& moment) {
            const Act act{.by = {telling.world.samira, Role::Coordinator, term.site}, .at = moment.at};
            term.id = expect(cohorts::start(telling.database, act,
                                            {.id = {},
                                             .site = term.site,
                                             .name = term.name,
                                             .starts = term.starts,
                                             .ends = term.starts + (26 * 7 - 3),
                                             .seats = term.seats}),
                             term.name);
            close_for_holidays(telling, act, term);
            for (std::size_t i = 0; i < newcomers.size(); ++i) {
                *numbers[i] = add(telling, act, newcomers[i], term.site, term.starts, Role::Participant);
                expect(telling.database.write(act,
                                              [&](const sql::Writer& db) -> Result<Done> {
                                                  cohorts::enrol(db, term.id, *numbers[i], term.starts);
                                                  return Done{};
                                              }),
                       "enrol");
            }
        });
}

}  // namespace

void tell_team(Telling& telling) {
    const Day opening = monday_of(telling.story.today()) - 72 * 7;
    telling.story.add(telling.story.on(opening, 8), [&telling, opening](const Moment& moment) {
        World& world = telling.world;
        const Act first{.by = {.person = {}, .role = Role::System, .site = {}}, .at = moment.at};
        expect(telling.database.write(first,
                                      [&](const sql::Writer& db) -> Result<Done> {
                                          sites::Site site;
                                          site.name = "Hem";
                                          site.town = "Hem";
                                          site.address = "14 rue des Établis, 59510 Hem";
                                          site.phone = "03 53 01 40 10";
                                          site.mail = "hem@fabnum.example";
                                          world.hem = sites::open(db, site);
                                          site.name = "Marcq";
                                          site.town = "Marcq-en-Barœul";
                                          site.address = "3 place du Rouet, 59700 Marcq-en-Barœul";
                                          site.phone = "03 53 01 40 20";
                                          site.mail = "marcq@fabnum.example";
                                          world.marcq = sites::open(db, site);
                                          return Done{};
                                      }),
               "open the sites");
        const auto enter = [&](const Act& act, const Newcomer& who, Role role, SiteId site) {
            return add(telling, act, who, site, opening, role);
        };
        world.nadege =
            enter(first, {"Nadège", "Lemoine", vous, f, 0, "nadege@fabnum.example"}, Role::Admin, {});
        const Act act{.by = world.admin(), .at = moment.at};
        world.samira = enter(act, {"Samira", "Delcourt", vous, f, 0, "samira@fabnum.example"},
                             Role::Coordinator, world.hem);
        world.karim =
            enter(act, {"Karim", "Belhadj", tu, m, 0, "karim@fabnum.example"}, Role::Fabmanager, world.hem);
        world.julie = enter(act, {"Julie", "Vanhoutte", tu, f, 0, "julie@fabnum.example"}, Role::Fabmanager,
                            world.marcq);
        world.claire = enter(act, {"Claire", "Dubrulle", vous, f, 0, "claire@mission-locale.example"},
                             Role::Adviser, world.hem);
        expect(telling.database.write(
                   act,
                   [&](const sql::Writer& db) -> Result<Done> {
                       store::Rows hats;
                       hats.add(store::Table::PeopleRoles,
                                {world.samira, word_of(Role::Coordinator), world.marcq, opening});
                       hats.add(store::Table::PeopleRoles,
                                {world.claire, word_of(Role::Adviser), world.marcq, opening});
                       hats.write(db);
                       return Done{};
                   }),
               "second hats");
    });
}

void tell_cohorts(Telling& telling) {
    World& w = telling.world;
    const Day week = monday_of(telling.story.today());
    const auto pointers = [](std::span<PersonId> members) {
        std::vector<PersonId*> numbers;
        for (PersonId& member : members) numbers.push_back(&member);
        return numbers;
    };

    const Term first{w.promo1, w.marcq, "Promo 1", week - 68 * 7, 12};
    tell_start(telling, first, first_twelve, pointers(w.members1));

    const Term second{w.promo2, w.hem, "Promo 2", week - 39 * 7, 12};
    tell_start(telling, second, second_twelve, pointers(w.members2));

    // Week 9 of 26. Kenza and Enzo are minors: machines and hours have their rules.
    static constexpr Newcomer third_twelve[] = {
        {"Inès", "Bouchard", tu, f, 19}, {"Yanis", "Benali", tu, m, 20},  {"Chloé", "Dumortier", tu, f, 22},
        {"Mehdi", "Rahmani", tu, m, 21}, {"Théo", "Goossens", tu, m, 18}, {"Bilal", "Kaddour", tu, m, 23},
        {"Enzo", "Lefebvre", tu, m, 17}, {"Fatou", "Sarr", vous, f, 24},  {"Hugo", "Vasseur", vous, m, 25},
        {"Kenza", "Amrani", tu, f, 17},  {"Lina", "Moreau", tu, f, 19},   {"Noah", "Tanguy", tu, n, 20},
    };
    tell_start(telling, {w.promo3, w.hem, "Promo 3", week - 8 * 7, 12}, third_twelve,
               {&w.ines, &w.yanis, &w.chloe, &w.mehdi, &w.theo, &w.bilal, &w.enzo, &w.fatou, &w.hugo,
                &w.kenza, &w.lina, &w.noah});
    tell_start(telling, {w.promo4, w.marcq, "Promo 4", week - 3 * 7, 8}, fourth_six, pointers(w.members4));
}

}  // namespace fabnum::app::world
