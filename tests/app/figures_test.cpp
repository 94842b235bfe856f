#include "app/figures.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/engines.h"

namespace fabnum::app {
namespace {

struct Said {
    int code = 0;
    std::string out, err;
};

Said figures_of(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const int code = figures(arguments, out, err);
    return {code, out.str(), err.str()};
}

class Figures : public ::testing::Test {
 protected:
    Said of_file(const std::string& what, const std::string& content) {
        const std::string path = folder_.path() + "/people.csv";
        std::ofstream(path, std::ios::binary) << content;
        return figures_of({what, path});
    }
    support::TemporaryFolder folder_;
};

TEST_F(Figures, GivesAShareItsInterval) {
    const Said said = figures_of({"wilson", "17", "24"});
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(said.out.starts_with("part,whole,share,lower,upper\n17,24,0.7083333333333334,0.508323063"))
        << said.out;
}

TEST_F(Figures, PrintsTheCurveWithAllItsDigits) {
    const Said said = of_file("kaplan-meier", "time,event\n1,1\n3,0\n3,1\n");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_NE(said.out.find("\n1,3,1,0,0.6666666666666667,"), std::string::npos) << said.out;
    EXPECT_NE(said.out.find("\n3,2,1,1,0.33333333333333337,"), std::string::npos) << said.out;
}

TEST_F(Figures, PrintsTheWaysOutOfAFrenchSpreadsheet) {
    const Said said = of_file("aalen-johansen",
                              "\xEF\xBB\xBF"
                              "name;time;cause\r\nA;1,5;job\r\nB;2;\r\nC;2;drop\r\nD;9;0\r\n");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(said.out,
              "time,at_risk,censored,stay,incidence_drop,incidence_job\n"
              "1.5,4,0,0.75,0,0.25\n2,3,1,0.5,0.25,0.25\n9,1,1,0.5,0.25,0.25\n");
}

TEST_F(Figures, SaysWhichRowIsWrongAndShowsARightOne) {
    struct Case {
        const char* what;
        const char* content;
        const char* says;
    };
    const Case cases[] = {{"kaplan-meier", "time,event\n5,1\nsoon,1\n", "row 3: \"soon\" is no time"},
                          {"kaplan-meier", "time,event\n5,maybe\n", "row 2: \"maybe\" is no event"},
                          {"kaplan-meier", "time,event\n-5,1\n", "row 2: \"-5\" is no time"},
                          {"kaplan-meier", "time,event\n5\n", "row 2: 1 cells where the first row has 2"},
                          {"kaplan-meier", "days,event\n5,1\n", "row 1: no column \"time\""},
                          {"kaplan-meier", "time,event\n5,\xE9\n", "row 2: this is no text file in UTF-8"},
                          {"aalen-johansen", "time,event\n5,1\n", "row 1: no column \"cause\""},
                          {"aalen-johansen", "time,cause\n", "there is nobody in "},
                          {"aalen-johansen", "", "there is nobody in "}};
    for (const Case& one : cases) {
        const Said said = of_file(one.what, one.content);
        EXPECT_EQ(said.code, 1) << one.says;
        EXPECT_TRUE(said.out.empty()) << said.out;
        EXPECT_NE(said.err.find(one.says), std::string::npos) << said.err;
        EXPECT_TRUE(said.err.find("67,") != std::string::npos) << "no example: " << said.err;
    }
}

TEST_F(Figures, AsksAgainWhenItDoesNotUnderstand) {
    EXPECT_EQ(figures_of({}).code, 2);
    EXPECT_EQ(figures_of({"wilson", "17"}).code, 2);
    EXPECT_EQ(figures_of({"wilson", "many", "24"}).code, 2);
    EXPECT_EQ(figures_of({"wilson", "25", "24"}).code, 1);
    EXPECT_EQ(figures_of({"kaplan-meier", "/nowhere/people.csv"}).code, 1);
}

}  // namespace
}  // namespace fabnum::app
