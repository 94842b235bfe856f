#include "features/outcomes/results.h"

#include <gtest/gtest.h>

namespace fabnum::outcomes {
namespace {

Day day(std::string_view iso) {
    return *day_from_iso(iso);
}
const Day starts = day("2026-01-05"), ends = day("2026-07-03"), later = day("2027-02-01");

Course stayed(Situation situation, std::optional<Field> field = {}) {
    Exit exit;
    exit.situation = situation;
    exit.field = field;
    exit.left = ends;
    return {.joined = starts, .ends = ends, .left = {}, .exit = exit};
}
Course left_after(int days, Situation situation) {
    Course course = stayed(situation);
    course.left = starts + days;
    course.exit->left = starts + days;
    course.exit->early = true;
    return course;
}
News news_six(std::optional<Situation> situation, std::optional<Missing> missing = {}) {
    News news;
    news.months = 6;
    news.due = months_after(ends, 6);
    if (situation || missing) news.answered = news.due;
    news.situation = situation;
    news.missing = missing;
    return news;
}

TEST(Results, CountEachFigureOfThoseWhoEntered) {
    const Results found =
        results_of({stayed(Situation::FixedShort, Field::Culture), stayed(Situation::Scheme, Field::Other),
                    stayed(Situation::JobSearch), left_after(40, Situation::NoSolution)},
                   later);
    EXPECT_EQ(found.entered, 4);
    EXPECT_EQ(found.forward.part, 2);
    EXPECT_EQ(found.positive.part, 1);
    EXPECT_EQ(found.short_work.part, 1);
    EXPECT_EQ(found.ours.part, 1);
    EXPECT_EQ(found.left_early.part, 1);
    EXPECT_EQ(found.forward.whole, 4);
}

TEST(Results, DoNotCallLeavingForAJobDroppingOut) {
    const Results found =
        results_of({left_after(40, Situation::Permanent), left_after(60, Situation::NoSolution),
                    stayed(Situation::Qualifying), stayed(Situation::Qualifying)},
                   later);
    EXPECT_EQ(found.left_early.part, 2);
    EXPECT_EQ(found.dropped_out.part, 1);
    const auto end = statistics::at(found.ways, found.longest, 2);
    EXPECT_NEAR(end.stay, 0.5, 1e-12);
    EXPECT_NEAR(end.gone[0], 0.25, 1e-12);
    EXPECT_NEAR(end.gone[1], 0.25, 1e-12);
    EXPECT_NEAR(statistics::at(found.staying, found.longest).survival, 2 / 3.0, 1e-12);
}

TEST(Results, CountAnExitThatNobodyNotedAsDroppingOut) {
    Course course{.joined = starts, .ends = ends, .left = starts + 30};
    const Results found = results_of({course}, later);
    EXPECT_EQ(found.noted, 0);
    EXPECT_EQ(found.dropped_out.part, 1);
}

TEST(Results, SayHowManyDidNotAnswerAndWhy) {
    std::vector<Course> courses;
    for (int i = 0; i < 24; ++i) {
        courses.push_back(stayed(Situation::Qualifying));
        if (i < 14)
            courses.back().news = {news_six(Situation::Permanent)};
        else if (i < 20)
            courses.back().news = {news_six(Situation::JobSearch)};
        else if (i < 23)
            courses.back().news = {news_six({}, Missing::Unreachable)};
        else
            courses.back().news = {news_six({})};
    }
    const auto after = results_of(courses, later).after;
    const AtMonths& six = after[2];
    ASSERT_EQ(six.months, 6);
    EXPECT_EQ(six.positive.asked, 24);
    EXPECT_EQ(six.positive.answered, 20);
    EXPECT_NEAR(*six.positive.among_answers, 0.7, 1e-12);
    EXPECT_EQ(six.missing.at(Missing::Unreachable), 3);
    EXPECT_EQ(six.waiting, 1);
}

TEST(Results, DoNotAskBeforeTheDay) {
    Course course = stayed(Situation::Qualifying);
    course.news = {news_six({})};
    const AtMonths six = results_of({course}, day("2026-09-01")).after[2];
    EXPECT_EQ(six.positive.asked, 0);
    EXPECT_EQ(six.not_due, 1);
}

TEST(Results, OfNobodyAreEmpty) {
    const Results found = results_of({}, later);
    EXPECT_EQ(found.entered, 0);
    EXPECT_EQ(found.forward.share(), 0);
}

TEST(News, ComeOnTheSameDayOfTheMonthOrOnItsLast) {
    EXPECT_EQ(to_iso(months_after(day("2026-07-03"), 6)), "2027-01-03");
    EXPECT_EQ(to_iso(months_after(day("2026-08-31"), 6)), "2027-02-28");
    EXPECT_EQ(to_iso(months_after(day("2026-12-31"), 12)), "2027-12-31");
}

TEST(News, OpenTwoWeeksBeforeAndAreLateFourWeeksAfter) {
    News news = news_six({});
    EXPECT_EQ(standing_of(news, news.due - 15), Standing::Coming);
    EXPECT_EQ(standing_of(news, news.due - 14), Standing::Due);
    EXPECT_EQ(standing_of(news, news.due + 28), Standing::Due);
    EXPECT_EQ(standing_of(news, news.due + 29), Standing::Late);
    EXPECT_EQ(standing_of(news_six(Situation::School), news.due), Standing::Answered);
    EXPECT_EQ(standing_of(news_six({}, Missing::Refused), news.due), Standing::Missing);
}

TEST(Tasks, TellTheStateOnlyOfAnEarlyEnd) {
    Exit exit;
    exit.left = ends;
    const auto has_state = [](const std::vector<Todo>& all) {
        for (const Todo& todo : all)
            if (todo.task == Task::State) return true;
        return false;
    };
    EXPECT_FALSE(has_state(todos(exit, {})));
    exit.early = true;
    EXPECT_TRUE(has_state(todos(exit, {})));
    for (const Todo& todo : todos(exit, {{Task::Civic, ends + 3}}))
        if (todo.task == Task::Civic) {
            EXPECT_EQ(todo.due, ends + 60);
            EXPECT_EQ(todo.done, ends + 3);
        }
}

}  // namespace
}  // namespace fabnum::outcomes
