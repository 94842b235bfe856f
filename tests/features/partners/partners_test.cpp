#include "features/partners/partners.h"

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::partners {
namespace {

class Partners : public testing::TestWithParam<sql::Engine> {
 protected:
    OrganisationId kept(std::string_view name, std::string_view town = "Hem", Kind kind = Kind::Town) {
        return *fresh->write(
            {}, [&](const sql::Writer& db) -> Result<OrganisationId> { return keep(db, name, kind, town); });
    }
    ContactId contact(OrganisationId organisation, std::string_view name,
                      const std::optional<std::string>& mail, const std::optional<std::string>& phone = {}) {
        return *fresh->write({}, [&](const sql::Writer& db) -> Result<ContactId> {
            return keep_contact(db, organisation, name, mail, phone);
        });
    }
    template <class Use>
    auto read(Use&& use) {
        return fresh->read([&](const sql::Reader& db) { return use(db); });
    }
    Contact found(ContactId id) {
        return read([&](const sql::Reader& db) { return find_contact(db, id).value(); });
    }
    std::vector<std::string> searched(std::string_view words, int most = 20, int skip = 0) {
        std::vector<std::string> names;
        for (const auto& one : read([&](const sql::Reader& db) { return search(db, words, most, skip); }))
            names.push_back(one.name);
        return names;
    }

    support::FreshDatabase fresh{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Engines, Partners, testing::ValuesIn(support::both_engines),
                         [](const auto& test) { return support::name_of(test.param); });

using Names = std::vector<std::string>;

TEST_P(Partners, AreKeptAsTheyWereNamed) {
    const auto id = kept("Cœur d’Hem", "Hem", Kind::Association);
    const auto organisation = read([&](const sql::Reader& db) { return find(db, id); });
    ASSERT_TRUE(organisation);
    EXPECT_EQ(organisation->name, "Cœur d’Hem");
    EXPECT_EQ(organisation->kind, Kind::Association);
    EXPECT_EQ(organisation->town, "Hem");
    EXPECT_FALSE(read([](const sql::Reader& db) { return find(db, OrganisationId{999}); }));
}

TEST_P(Partners, OfTheSameNameInTheSameTownAreOne) {
    const auto id = kept("Médiathèque de l’Œuf");
    for (const auto* name : {"Médiathèque de l’Œuf", "MEDIATHEQUE DE L'OEUF", " médiathèque  de l'œuf "})
        EXPECT_EQ(kept(name), id) << name;
    EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, id); })->name, "Médiathèque de l’Œuf");
    EXPECT_EQ(kept("Médiathèque de l’Œuf", "Hem", Kind::School), id);
    EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, id); })->kind, Kind::Town);
}

TEST_P(Partners, OfTheSameNameInAnotherTownAreTwo) {
    EXPECT_NE(kept("CCAS", "Hem"), kept("CCAS", "Marcq"));
}

TEST_P(Partners, OfEveryKindReadBack) {
    for (const auto& [word, kind] : kinds) {
        const auto id = kept("one " + std::string(word), "Hem", kind);
        EXPECT_EQ(read([&](const sql::Reader& db) { return find(db, id); })->kind, kind) << word;
        EXPECT_EQ(word_of(kind), word);
    }
}

TEST_P(Partners, AreFoundWithoutAccentsPageByPage) {
    kept("École Jules-Ferry");
    kept("École Éluard");
    kept("Mairie");
    EXPECT_EQ(searched("ECOLE"), (Names{"École Éluard", "École Jules-Ferry"}));
    EXPECT_EQ(searched("école", 1), Names{"École Éluard"});
    EXPECT_EQ(searched("école", 1, 1), Names{"École Jules-Ferry"});
    EXPECT_EQ(searched(""), (Names{"École Éluard", "École Jules-Ferry", "Mairie"}));
    EXPECT_EQ(searched("nulle part"), Names{});
}

TEST_P(Partners, AreFoundByTheBeginningsOfTheirWordsInAnyOrder) {
    kept("Atelier des arts, atelier d’été");
    kept("Les Ateliers d’Inès");
    kept("Maison des arts");
    EXPECT_EQ(searched("atel"), (Names{"Atelier des arts, atelier d’été", "Les Ateliers d’Inès"}));
    EXPECT_EQ(searched("ines ATELIERS"), Names{"Les Ateliers d’Inès"});
    EXPECT_EQ(searched("arts été"), Names{"Atelier des arts, atelier d’été"});
    EXPECT_EQ(searched("telier"), Names{});
    EXPECT_EQ(searched("arts mairie"), Names{});
    EXPECT_EQ(searched("!%_"), Names{});
}

TEST_P(Partners, AreNamedTogether) {
    const auto ccas = kept("CCAS"), hall = kept("Mairie");
    EXPECT_EQ(read([&](const sql::Reader& db) {
                  return named(db, {ccas, hall, OrganisationId{999}});
              }).size(),
              2U);
    EXPECT_TRUE(read([](const sql::Reader& db) { return named(db, {}); }).empty());
}

TEST_P(Partners, HaveContactsWithWhatIsKnownOfThem) {
    const auto hall = kept("Mairie");
    const auto claire = contact(hall, "Claire Lefèvre", "claire@hem.example");
    EXPECT_EQ(found(claire).name, "Claire Lefèvre");
    EXPECT_EQ(found(claire).organisation, hall);
    EXPECT_EQ(found(claire).mail, "claire@hem.example");
    EXPECT_FALSE(found(claire).phone);
    EXPECT_FALSE(read([](const sql::Reader& db) { return find_contact(db, ContactId{999}); }));
}

TEST_P(Partners, KnowAContactAgainByTheirMail) {
    const auto hall = kept("Mairie");
    const auto claire = contact(hall, "Claire Lefèvre", "claire@hem.example");
    EXPECT_EQ(contact(hall, "C. Lefèvre", "Claire@Hem.example", "03 20 12 34 56"), claire);
    EXPECT_EQ(found(claire).name, "Claire Lefèvre");
    EXPECT_EQ(found(claire).mail, "claire@hem.example");
    EXPECT_EQ(found(claire).phone, "03 20 12 34 56");
}

TEST_P(Partners, KnowAContactAgainByTheirNameWhenNoMailSaysOtherwise) {
    const auto hall = kept("Mairie");
    const auto claire = contact(hall, "Claire Lefèvre", {}, "03 20 12 34 56");
    EXPECT_EQ(contact(hall, "CLAIRE LEFEVRE", {}), claire);
    EXPECT_EQ(contact(hall, "claire lefèvre", "claire@hem.example"), claire);
    EXPECT_EQ(found(claire).mail, "claire@hem.example");
    EXPECT_EQ(found(claire).phone, "03 20 12 34 56");
    EXPECT_EQ(contact(hall, "Claire Lefèvre", {}), claire);
}

// Whoever asks for something under the name of another must not receive the letters of that other.
TEST_P(Partners, NeverSendTheLettersOfAContactToAnotherMail) {
    const auto hall = kept("Mairie");
    const auto claire = contact(hall, "Claire Lefèvre", "claire@hem.example");
    EXPECT_NE(contact(hall, "Claire Lefèvre", "someone@evil.example"), claire);
    EXPECT_EQ(found(claire).mail, "claire@hem.example");
}

TEST_P(Partners, DoNotShareTheirContacts) {
    const auto hall = kept("Mairie"), ccas = kept("CCAS");
    const auto claire = contact(hall, "Claire Lefèvre", "claire@hem.example");
    EXPECT_NE(contact(ccas, "Claire Lefèvre", "claire@hem.example"), claire);
    contact(hall, "Ahmed Roux", {});
    Names names;
    for (const auto& one : read([&](const sql::Reader& db) { return contacts_of(db, hall); }))
        names.push_back(one.name);
    EXPECT_EQ(names, (Names{"Ahmed Roux", "Claire Lefèvre"}));
}

}  // namespace
}  // namespace fabnum::partners
