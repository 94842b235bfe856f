#include <array>
#include <memory>

#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "features/recruitment/recruitment.h"

namespace fabnum::app::world {

namespace {

using recruitment::Attendance;
using recruitment::CandidateId;
using recruitment::Gender;
using recruitment::Level;
using recruitment::MeetingId;
using recruitment::Source;
using recruitment::Talk;
using recruitment::Verdict;

constexpr std::string_view public_address = "https://fabnum.example";

// What is known of somebody, and how old they will be on the first day.
struct Comer {
    std::string_view given_name, family_name;
    Gender gender = Gender::Unsaid;
    int age = 19;
    Level level = Level::None;
    std::string_view town = "Hem";
    bool has_mail = true;
    Source source = Source::Referral;
    std::string_view helps = "";
};

// Everything the tales of recruitment need while the story is told; it lives as long as the last of them.
struct Office {
    explicit Office(Telling& telling)
        : tell(telling),
          meetings(telling.database, std::string(public_address)),
          candidates(telling.database, std::string(public_address)),
          referrals(telling.database, std::string(public_address)) {}

    Act by_samira(const Moment& moment) const { return {.by = tell.world.coordinator(), .at = moment.at}; }

    Telling& tell;
    recruitment::Meetings meetings;
    recruitment::Candidates candidates;
    recruitment::Referrals referrals;
    recruitment::ReferrerId claire, hugues;
    cohorts::CohortId* cohort = nullptr;
    MeetingId first, second;
    std::vector<CandidateId> ids;
};
using Shared = std::shared_ptr<Office>;

recruitment::NewCandidate facts_of(const Comer& comer, Day starts) {
    recruitment::NewCandidate wish;
    auto& one = wish.facts;
    one.given_name = comer.given_name;
    one.family_name = comer.family_name;
    one.gender = comer.gender;
    one.level = comer.level;
    one.town = comer.town;
    one.registered = comer.source == Source::Referral ? recruitment::Known::Yes : recruitment::Known::Unknown;
    one.cej = recruitment::Cej::None;
    // Some months over the age, more for some than for others.
    one.birth_day =
        starts - (comer.age * 365 + comer.age / 4 + 20 + static_cast<int>(comer.family_name.size()) * 11);
    const auto number = 10 + comer.family_name.size() * 7 % 80;
    one.phone = "06 39 98 " + std::to_string(number) + " " + std::to_string(99 - number);
    if (comer.has_mail)
        one.mail = i18n::search_key(std::string(comer.given_name)) + "." +
                   std::to_string(comer.family_name.size()) + "@courriel.example";
    if (!comer.helps.empty()) wish.helps = {std::string(comer.helps)};
    return wish;
}

CandidateId come(const Shared& office, const Moment& moment, const Comer& comer, Day starts,
                 MeetingId meeting) {
    auto wish = facts_of(comer, starts);
    wish.facts.site = office->tell.world.hem;
    wish.facts.source = comer.source;
    if (comer.source == Source::Referral) wish.facts.referrer = office->claire;
    if (office->cohort) wish.facts.cohort = *office->cohort;
    wish.meeting = meeting;
    Act act = office->by_samira(moment);
    if (comer.source != Source::Counter) act.by = recruitment::by_link(office->tell.world.hem);
    return expect(office->candidates.receive(act, wish, moment.day), comer.given_name);
}

MeetingId plan(const Shared& office, const Moment& moment, Day on, int seats) {
    return expect(office->meetings.plan(office->by_samira(moment),
                                        {.id = {},
                                         .site = office->tell.world.hem,
                                         .cohort = office->cohort ? *office->cohort : cohorts::CohortId{},
                                         .on = on,
                                         .starts = 14 * 60,
                                         .minutes = 90,
                                         .place = "14 rue des Établis, salle du haut",
                                         .seats = seats,
                                         .contact = "Samira Delcourt",
                                         .phone = "03 53 01 40 10",
                                         .headcount = {}}),
                  "plan a meeting");
}

void note(const Shared& office, const Moment& moment, MeetingId meeting, CandidateId who, Attendance was,
          Attendance status) {
    expect(office->meetings.note(office->by_samira(moment), meeting, {{who, was, status}}, moment.day),
           "note attendance");
}

void interview(const Shared& office, const Moment& moment, CandidateId who, Day on, int hour, bool agreed) {
    expect(office->candidates.offer_interview(office->by_samira(moment), who,
                                              {.on = on,
                                               .starts = hour * 60,
                                               .place = "14 rue des Établis, bureau",
                                               .with = office->tell.world.samira,
                                               .agreed = agreed},
                                              moment.day),
           "offer an interview");
}

void decide(const Shared& office, const Moment& moment, CandidateId who, Verdict verdict, std::string reason,
            std::string instead, PersonId person = {}) {
    recruitment::Decision wish;
    wish.verdict = verdict;
    wish.reason = std::move(reason);
    wish.instead = std::move(instead);
    wish.cohort = verdict == Verdict::OtherWay && !office->cohort ? cohorts::CohortId{} : *office->cohort;
    wish.person = person;
    expect(office->candidates.decide(office->by_samira(moment), who, wish, moment.day), "decide");
}

void tell_opening(const Shared& office) {
    Telling& telling = office->tell;
    const Day opened = monday_of(telling.story.today()) - 70 * 7;
    telling.story.add(telling.story.on(opened, 10), [office](const Moment& moment) {
        const SiteId hem = office->tell.world.hem;
        expect(recruitment::set_settings(
                   office->tell.database, office->by_samira(moment), hem,
                   {.keeping = {}, .towns = {"Hem", "Roubaix", "Croix", "Lys-lez-Lannoy"}}),
               "settings");
        const auto refer = [&](std::string name, std::string mail) {
            return expect(office->referrals.send_link(office->by_samira(moment),
                                                      {.site = hem,
                                                       .organisation = "Mission locale Val de Marque",
                                                       .town = "Hem",
                                                       .name = std::move(name),
                                                       .mail = std::move(mail),
                                                       .phone = "03 53 01 70 20"}),
                          "send a link");
        };
        office->claire = refer("Claire Dubrulle", "claire@mission-locale.example");
        office->hugues = refer("Hugues Samyn", "hugues@mission-locale.example");
    });
}

// How Promo 3 was filled: 20 known, 18 asked, 16 came, 14 interviewed, 12 with a seat.
void tell_third(const Shared& office, const Shared& opening) {
    static constexpr Comer comers[] = {
        {"Inès", "Bouchard", Gender::Woman, 19, Level::Cap},
        {"Yanis", "Benali", Gender::Man, 20, Level::Bac},
        {"Chloé", "Dumortier", Gender::Woman, 22, Level::Bac2},
        {"Mehdi", "Rahmani", Gender::Man, 21, Level::Cap},
        {"Théo", "Goossens", Gender::Man, 18, Level::Dnb},
        {"Bilal", "Kaddour", Gender::Man, 23, Level::None},
        {"Enzo", "Lefebvre", Gender::Man, 17, Level::None},
        {"Fatou", "Sarr", Gender::Woman, 24, Level::Bac},
        {"Hugo", "Vasseur", Gender::Man, 25, Level::Cap},
        {"Kenza", "Amrani", Gender::Woman, 17, Level::Dnb},
        {"Lina", "Moreau", Gender::Woman, 19, Level::Bac},
        {"Noah", "Tanguy", Gender::Unsaid, 20, Level::None},
        {"Sami", "Hamdi", Gender::Man, 20, Level::None},
        {"Clara", "Wibaut", Gender::Woman, 21, Level::Bac},
        {"Dorian", "Leleu", Gender::Man, 19, Level::Cap},
        {"Nadia", "Brahimi", Gender::Woman, 23, Level::Cap},
        {"Loïc", "Pennel", Gender::Man, 18, Level::None},
        {"Assia", "Kherfi", Gender::Woman, 20, Level::Dnb},
        {"Romain", "Catteau", Gender::Man, 22, Level::Bac},
        {"Manon", "Six", Gender::Woman, 19, Level::None},
    };
    World& w = office->tell.world;
    Story& story = office->tell.story;
    const Day starts = monday_of(story.today()) - 8 * 7;
    const Day met = starts - 32, talked = starts - 18;
    story.add(story.on(met - 14, 9), [office, opening, met, starts](const Moment& moment) {
        office->claire = opening->claire;
        office->first = plan(office, moment, met, 18);
        for (std::size_t i = 0; i < std::size(comers); ++i) {
            Comer one = comers[i];
            one.has_mail = false;  // their letters are long forgotten
            office->ids.push_back(come(office, moment, one, starts, i < 18 ? office->first : MeetingId{}));
        }
    });
    story.add(story.on(met, 16), [office](const Moment& moment) {
        expect(office->meetings.count_heads(office->by_samira(moment), office->first, 17, moment.day),
               "count");
        for (std::size_t i = 0; i < 18; ++i)
            note(office, moment, office->first, office->ids[i], Attendance::Booked,
                 i < 16 ? Attendance::Came : Attendance::Missed);
        for (std::size_t i = 0; i < 14; ++i)
            interview(office, moment, office->ids[i], moment.day + 14, 9 + static_cast<int>(i % 7), true);
    });
    story.add(story.on(talked, 17), [office](const Moment& moment) {
        for (std::size_t i = 0; i < 14; ++i)
            expect(office->candidates.settle_interview(office->by_samira(moment), office->ids[i], Talk::Held,
                                                       moment.day),
                   "held");
    });
    const std::array<const PersonId*, 12> members = {&w.ines, &w.yanis, &w.chloe, &w.mehdi, &w.theo, &w.bilal,
                                                     &w.enzo, &w.fatou, &w.hugo,  &w.kenza, &w.lina, &w.noah};
    // On the first day, once the cohort is there.
    story.add(story.on(starts, 9, 30), [office, members, &w](const Moment& moment) {
        office->cohort = &w.promo3;
        for (std::size_t i = 0; i < members.size(); ++i)
            decide(office, moment, office->ids[i], Verdict::Admitted, "fits", "", *members[i]);
        decide(office, moment, office->ids[12], Verdict::OtherWay, "hours",
               "L’école de la deuxième chance de Roubaix reçoit le mercredi, sans rendez-vous.");
        decide(office, moment, office->ids[13], Verdict::OtherWay, "own_wish",
               "Un contrat d’apprentissage commence en novembre à la médiathèque.");
        for (std::size_t i = 14; i < 20; ++i)
            decide(office, moment, office->ids[i], Verdict::OtherWay, "no_news",
                   "La mission locale garde le contact. La prochaine promo commence au printemps.");
    });
}

// How Promo 5 is being filled.
void tell_fifth(const Shared& office, const Shared& opening) {
    World& w = office->tell.world;
    Story& story = office->tell.story;
    const Day week = monday_of(story.today());
    const Day starts = week + 19 * 7, met = story.day(8);
    office->cohort = &w.promo5;
    story.add({18, 9, 0}, [office, opening, starts, met, week, &w](const Moment& moment) {
        office->claire = opening->claire;
        w.promo5 = expect(cohorts::start(office->tell.database, office->by_samira(moment),
                                         {.id = {},
                                          .site = w.hem,
                                          .name = "Promo 5",
                                          .starts = starts,
                                          .ends = starts + (26 * 7 - 3),
                                          .seats = 12}),
                          "Promo 5");
        office->first = plan(office, moment, met, 12);
        office->second = plan(office, moment, week + 10, 12);
    });
    static constexpr Comer of_first[] = {
        {"Maëlys", "Dubois", Gender::Woman, 20, Level::Bac, "Roubaix"},
        {"Rachid", "Mansouri", Gender::Man, 22, Level::Cap, "Hem", true, Source::Referral, "ride"},
        {"Louise", "Petit", Gender::Woman, 17, Level::Dnb, "Croix", true, Source::Referral, "company"},
        {"Steeve", "Lambin", Gender::Man, 26, Level::Cap, "Hem"},
        {"Hanane", "Idrissi", Gender::Woman, 24, Level::Bac2, "Lys-lez-Lannoy"},
        {"Nolan", "Descamps", Gender::Man, 23, Level::None, "Hem", false},
        {"Tiago", "Fernandes", Gender::Man, 20, Level::Cap, "Roubaix"},
    };
    story.add({14, 10, 0}, [office, starts](const Moment& moment) {
        for (const Comer& one : of_first)
            office->ids.push_back(come(office, moment, one, starts, office->first));
    });
    story.add(story.on(met, 16), [office](const Moment& moment) {
        expect(office->meetings.count_heads(office->by_samira(moment), office->first, 7, moment.day),
               "count");
        const Attendance noted[] = {Attendance::Came,   Attendance::Came, Attendance::Came,
                                    Attendance::Came,   Attendance::Came, Attendance::Missed,
                                    Attendance::Excused};
        for (std::size_t i = 0; i < std::size(noted); ++i)
            note(office, moment, office->first, office->ids[i], Attendance::Booked, noted[i]);
    });
    const Day talked = story.day(4), next = story.day(-1);
    story.add({7, 10, 0}, [office, talked](const Moment& moment) {
        for (const std::size_t i : {0U, 3U, 4U}) interview(office, moment, office->ids[i], talked, 10, true);
    });
    story.add({4, 15, 0}, [office](const Moment& moment) {
        for (const std::size_t i : {0U, 3U, 4U})
            expect(office->candidates.settle_interview(office->by_samira(moment), office->ids[i], Talk::Held,
                                                       moment.day),
                   "held");
        expect(office->candidates.answer(office->by_samira(moment), office->ids[0],
                                         {{"like", {"draw", "film", "people"}},
                                          {"show", {"video"}},
                                          {"limit", {"bus"}},
                                          {"wish", {"training"}}}),
               "position");
    });
    story.add({3, 11, 0}, [office](const Moment& moment) {
        decide(office, moment, office->ids[3], Verdict::OtherWay, "age",
               "Le club de la fabrique est ouvert le samedi. Et la mission locale de Hem vous attend mardi.");
        decide(office, moment, office->ids[4], Verdict::Waiting, "papers", "");
    });
    story.add({2, 14, 0}, [office, next](const Moment& moment) {
        interview(office, moment, office->ids[1], next, 11, false);
        expect(office->candidates.settle_interview(
                   {.by = recruitment::by_link(office->tell.world.hem), .at = moment.at}, office->ids[1],
                   Talk::Agreed, moment.day),
               "agree");
        expect(
            office->meetings.invite(office->by_samira(moment), office->second, {office->ids[6]}, moment.day),
            "invite");
    });
    static constexpr Comer of_second[] = {
        {"Aminata", "Ba", Gender::Woman, 19, Level::Cap, "Hem", true, Source::Referral, "aloud"},
        {"Jordan", "Leclercq", Gender::Man, 21, Level::None, "Croix", false},
        {"Salomé", "Wartel", Gender::Woman, 18, Level::Bac, "Hem", true, Source::Alone},
        {"Inaya", "Cherfi", Gender::Woman, 20, Level::Bac, "Wattrelos", true, Source::Counter},
    };
    story.add({1, 15, 0}, [office, starts](const Moment& moment) {
        for (std::size_t i = 0; i < std::size(of_second); ++i)
            office->ids.push_back(
                come(office, moment, of_second[i], starts, i < 2 ? office->second : MeetingId{}));
    });
}

}  // namespace

void tell_recruits(Telling& telling) {
    const auto opening = std::make_shared<Office>(telling);
    tell_opening(opening);
    tell_third(std::make_shared<Office>(telling), opening);
    tell_fifth(std::make_shared<Office>(telling), opening);
}

}  // namespace fabnum::app::world
