#include "features/outcomes/pages/results_picture.h"

#include <array>
#include <charconv>

namespace fabnum::outcomes {

using namespace html;

namespace {

constexpr double left = 52, right = 648, top = 14, bottom = 254, whisker = 672;

std::string decimal(double number) {
    std::array<char, 32> room{};
    const auto end =
        std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed, 1).ptr;
    return {room.data(), end};
}
double down(double share) {
    return bottom - share * (bottom - top);
}

// One line of steps: what `of` says, from day 0 to the last day.
template <class Of>
std::vector<std::pair<double, double>> steps(const Results& results, Of&& of) {
    const double days = std::max(1, results.longest);
    const auto across = [&](double day) { return left + day / days * (right - left); };
    std::vector<std::pair<double, double>> points = {{left, down(of(statistics::at(results.ways, -1, 2)))}};
    for (const auto& line : results.ways) {
        points.emplace_back(across(line.time), points.back().second);
        points.emplace_back(across(line.time), down(of(line)));
    }
    points.emplace_back(right, points.back().second);
    return points;
}

std::string path_of(const std::vector<std::pair<double, double>>& points) {
    std::string path;
    for (const auto& [x, y] : points) path += (path.empty() ? "M" : "L") + decimal(x) + " " + decimal(y);
    return path;
}

// The surface between an upper line and a lower one.
Markup area(std::string_view look, std::vector<std::pair<double, double>> upper,
            const std::vector<std::pair<double, double>>& lower) {
    upper.insert(upper.end(), lower.rbegin(), lower.rend());
    return path({cls(look), attr("d", path_of(upper) + "Z")});
}

Markup words_at(double x, double y, std::string_view anchor, std::string_view words) {
    return element("text", {cls("chart-words"), attr("x", decimal(x)), attr("y", decimal(y)),
                            attr("text-anchor", anchor), words});
}
Markup straight(std::string_view look, double x1, double y1, double x2, double y2) {
    return line({cls(look), attr("x1", decimal(x1)), attr("y1", decimal(y1)), attr("x2", decimal(x2)),
                 attr("y2", decimal(y2))});
}

Markup legend_line(std::string_view look, std::string_view words, std::string_view share) {
    return li({svg({cls("chart-key"), attr("viewBox", "0 0 14 14"), aria("hidden", "true"),
                    rect({cls(look), attr("width", 14), attr("height", 14), attr("rx", 3)})}),
               span({words}), " ", strong({share})});
}

}  // namespace

Markup retention_picture(const Results& results, const i18n::Words& t) {
    const auto stay = steps(results, [](const statistics::Shares& one) { return one.stay; });
    const auto onward = steps(results, [](const statistics::Shares& one) { return one.stay + one.gone[0]; });
    const std::vector<std::pair<double, double>> whole = {{left, top}, {right, top}};
    const std::vector<std::pair<double, double>> none = {{left, bottom}, {right, bottom}};
    Markup drawing = area("chart-drop", whole, onward) + area("chart-onward", onward, stay) +
                     area("chart-stay", stay, none) + path({cls("chart-edge"), attr("d", path_of(stay))});
    for (const int share : {0, 25, 50, 75, 100}) {
        drawing += straight("chart-grid", left, down(share / 100.0), right, down(share / 100.0));
        drawing += words_at(left - 8, down(share / 100.0) + 4, "end", t.number(std::int64_t{share}));
    }
    const int weeks = results.longest / 7;
    for (int week = 0; week <= weeks; week += weeks > 40 ? 8 : 4)
        drawing += words_at(left + week * 7.0 / std::max(1, results.longest) * (right - left), bottom + 20,
                            "middle", t.number(std::int64_t{week}));
    drawing += words_at((left + right) / 2, bottom + 40, "middle", t("outcomes.picture.weeks"));
    const auto end = statistics::at(results.staying, results.longest);
    if (end.interval) {
        drawing +=
            straight("chart-whisker", whisker, down(end.interval->lower), whisker, down(end.interval->upper));
        for (const double share : {end.interval->lower, end.interval->upper})
            drawing += straight("chart-whisker", whisker - 6, down(share), whisker + 6, down(share));
        drawing += circle({cls("chart-point"), attr("cx", decimal(whisker)),
                           attr("cy", decimal(down(end.survival))), attr("r", 4)});
    }
    const auto last = statistics::at(results.ways, results.longest, 2);
    const std::string read = t("outcomes.picture.read", {{"stay", percent(last.stay, t)},
                                                         {"onward", percent(last.gone[0], t)},
                                                         {"drop", percent(last.gone[1], t)},
                                                         {"count", results.entered}});
    Markup legend = legend_line("chart-drop", t("outcomes.picture.drop"), percent(last.gone[1], t)) +
                    legend_line("chart-onward", t("outcomes.picture.onward"), percent(last.gone[0], t)) +
                    legend_line("chart-stay", t("outcomes.picture.stay"), percent(last.stay, t));
    Markup sure;
    if (end.interval)
        sure = p({cls("soft"), t("outcomes.picture.sure", {{"share", percent(end.survival, t)},
                                                           {"between", between(*end.interval, t)}})});
    return figure({cls("chart"),
                   svg({attr("viewBox", "0 0 690 300"), role("img"), aria("label", read), drawing}),
                   ul({cls("chart-legend"), role("list"), legend}), sure});
}

}  // namespace fabnum::outcomes
