#include "app/world/generated_site.h"

#include "app/world/generated_words.h"
#include "features/outcomes/outcomes.h"

namespace fabnum::app::world {

namespace {

using store::Table;

struct WayOut {
    outcomes::Situation situation;
    outcomes::Field field;
};
constexpr WayOut ways_out[] = {{outcomes::Situation::Qualifying, outcomes::Field::Communication},
                               {outcomes::Situation::Apprenticeship, outcomes::Field::Information},
                               {outcomes::Situation::FixedLong, outcomes::Field::Communication},
                               {outcomes::Situation::School, outcomes::Field::Culture},
                               {outcomes::Situation::Temporary, outcomes::Field::Other},
                               {outcomes::Situation::Scheme, outcomes::Field::Information},
                               {outcomes::Situation::FixedShort, outcomes::Field::Other},
                               {outcomes::Situation::Qualifying, outcomes::Field::Information}};

struct Name {
    std::string given, family;
    i18n::Agreement agreement;
};
Name any_name(Chance& chance) {
    const auto& given = chance.of(given_names());
    return {std::string(given.name), std::string(chance.of(family_names())), given.agreement};
}

PersonId add_person(Generation& g, Role role, SiteId site, Day since, int age,
                    const std::optional<std::string>& mail) {
    const auto id = g.rows.next<PersonId>(Table::People);
    const Name name = any_name(g.chance);
    const auto address =
        role == Role::Participant && g.chance.in(80) ? i18n::Address::Tu : i18n::Address::Vous;
    const auto born = age > 0 ? std::optional(since - age * 366 - g.chance.between(0, 300)) : std::nullopt;
    g.rows.add(Table::People,
               {id, name.given, name.family, i18n::search_key(name.given + " " + name.family), mail, born,
                people::word_of(address), people::word_of(name.agreement), "fr", at_hour(since, 8)});
    g.rows.add(Table::PeopleRoles, {id, word_of(role), site, since});
    return id;
}

// Most answer when their day has come.
void add_exit(Generation& g, SiteId site, const GeneratedCohort& cohort, PersonId person,
              std::optional<Day> left) {
    const auto exit = g.rows.next<outcomes::ExitId>(Table::OutcomeExits);
    const WayOut& way = g.chance.of(ways_out);
    const auto situation = left ? outcomes::Situation::JobSearch : way.situation;
    const Day last = left.value_or(cohort.ends);
    const auto word = word_in(outcomes::situations, situation);
    g.rows.add(Table::OutcomeExits,
               {exit, cohort.id, person, site, last, left.has_value(), left ? "agreement" : "term", word,
                word_in(outcomes::fields, way.field), "statement", at_hour(cohort.ends, 15)});
    for (const int months : outcomes::follow_up_months) {
        const Day due = outcomes::months_after(last, months);
        const bool asked = due + 10 < g.today;
        const bool answered = asked && g.chance.in(80);
        g.rows.add(Table::OutcomeNews,
                   {g.rows.next<outcomes::NewsId>(Table::OutcomeNews), exit, months, due,
                    asked ? std::optional(due + 7) : std::nullopt,
                    answered ? sql::Value(word) : sql::Value(sql::Null{}),
                    asked && !answered ? sql::Value("unreachable") : sql::Value(sql::Null{})});
    }
}

}  // namespace

GeneratedSite add_site(Generation& g, int number) {
    GeneratedSite site;
    site.id = g.rows.next<SiteId>(Table::Sites);
    site.town = town_name(number);
    // Names of sites are unique, also beside those that are there already.
    const std::string count = std::to_string(site.id.value);
    const sites::Site usual;
    g.rows.add(Table::Sites,
               {site.id, site.town + " " + count, site.town, "1 place de la Fabrique", "03 53 01 00 00",
                "site-" + count + "@fabnum.example", usual.zone, usual.material_cap, usual.hour_value});
    const Day opened = g.today - 4 * 365;
    site.coordinator =
        add_person(g, Role::Coordinator, site.id, opened, 0, "coordinator-" + count + "@fabnum.example");
    site.fabmanager =
        add_person(g, Role::Fabmanager, site.id, opened, 0, "fabmanager-" + count + "@fabnum.example");
    for (const OrganisationName& one : organisation_names()) {
        GeneratedPartner partner;
        partner.organisation = g.rows.next<partners::OrganisationId>(Table::Organisations);
        partner.contact = g.rows.next<partners::ContactId>(Table::Contacts);
        partner.name = std::string(one.before_town) + site.town + " " + count;
        const Name name = any_name(g.chance);
        partner.person = name.given + " " + name.family;
        g.rows.add(Table::Organisations, {partner.organisation, partner.name, partners::word_of(one.kind),
                                          site.town, i18n::search_key(partner.name)});
        for (const std::string& word : i18n::search_words(partner.name))
            g.rows.add(Table::OrganisationWords,
                       {word, i18n::search_key(partner.name), partner.organisation});
        g.rows.add(Table::Contacts, {partner.contact, partner.organisation, partner.person,
                                     "contact-" + std::to_string(partner.contact.value) + "@partner.example",
                                     std::nullopt, i18n::search_key(partner.person)});
        site.partners.push_back(std::move(partner));
    }
    return site;
}

GeneratedCohort add_cohort(Generation& g, const GeneratedSite& site, int number, Day starts) {
    GeneratedCohort cohort;
    cohort.id = g.rows.next<cohorts::CohortId>(Table::Cohorts);
    cohort.starts = starts;
    cohort.ends = starts + (26 * 7 - 3);
    const cohorts::Cohort usual;
    g.rows.add(Table::Cohorts, {cohort.id, site.id, "Promo " + std::to_string(number), cohort.starts,
                                cohort.ends, usual.seats, usual.weekly_hours});
    const bool is_over = cohort.ends < g.today;
    for (PersonId& member : cohort.members) {
        member = add_person(g, Role::Participant, site.id, starts, g.chance.between(16, 24), std::nullopt);
        const auto left =
            is_over && g.chance.in(4) ? std::optional(starts + g.chance.between(20, 120)) : std::nullopt;
        g.rows.add(Table::CohortMembers, {cohort.id, member, starts, left});
        if (is_over) add_exit(g, site.id, cohort, member, left);
    }
    return cohort;
}

}  // namespace fabnum::app::world
