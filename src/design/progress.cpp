#include "design/progress.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

// "62.5": what SVG takes, whatever the place's decimal sign.
std::string decimal(double number) {
    const auto tenths = static_cast<std::int64_t>(std::llround(number * 10));
    std::string text = std::to_string(tenths / 10);
    if (const auto tenth = tenths % 10) text += "." + std::to_string(std::abs(tenth));
    return text;
}

std::string percent(double share) {
    return decimal(std::clamp(share, 0.0, 1.0) * 100) + "%";
}

std::string_view class_at(std::size_t step, std::size_t here) {
    if (step < here) return "is-done";
    return step == here ? "is-here" : "is-next";
}

std::string sentence_of(const Stepper& steps, const i18n::Words& words) {
    if (steps.here >= steps.steps.size()) return words("design.steps_done", {{"count", steps.steps.size()}});
    return words(
        "design.step",
        {{"step", steps.here + 1}, {"count", steps.steps.size()}, {"name", steps.steps[steps.here]}});
}

std::string_view class_of(When when) {
    switch (when) {
        case When::Past: return "is-past";
        case When::Now: return "is-now";
        case When::Next: return "is-next";
    }
    return {};
}

Markup moment(const Moment& one) {
    const Markup title = one.to ? a({href(*one.to), one.title}) : text(one.title);
    return li({cls(class_of(one.when)), time({one.time}),
               span({cls("timeline-line"), aria("hidden", "true"), div({cls("timeline-dot")})}),
               div({b({title}), one.detail.empty() ? Markup() : small({one.detail}), one.more})});
}

std::string_view class_of(Session session) {
    switch (session) {
        case Session::Next: return "session-next";
        case Session::Present: return "session-present";
        case Session::Late: return "session-late";
        case Session::Absent: return "session-absent";
    }
    return {};
}

Markup block(std::string_view look, double x, double y, double width, double height) {
    return rect({cls(look), attr("x", decimal(x)), attr("y", decimal(y)), attr("width", decimal(width)),
                 attr("height", decimal(height)), attr("rx", decimal(height / 2))});
}

// Half the width of the vase at a height (0: foot, 1: lip), drawn through these points.
double vase_at(double height) {
    constexpr std::array<double, 9> outline = {25, 34, 41, 46.5, 44, 38, 24, 18, 24};
    const double place = height * static_cast<double>(outline.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), outline.size() - 2);
    const double along = place - static_cast<double>(below);
    const double smooth = along * along * (3 - 2 * along);
    return outline[below] + (outline[below + 1] - outline[below]) * smooth;
}

}  // namespace

Markup stepper(const Stepper& steps, const i18n::Words& words) {
    Markup bars;
    for (std::size_t step = 0; step < steps.steps.size(); ++step)
        bars += span({cls(class_at(step, steps.here))});
    return div({cls("stepper"), div({cls("stepper-bars"), aria("hidden", "true"), bars}),
                p({sentence_of(steps, words)})});
}

Markup step_list(const Stepper& steps, const i18n::Words& words) {
    Markup items;
    for (std::size_t step = 0; step < steps.steps.size(); ++step) {
        const bool done = step < steps.here;
        const bool here = step == steps.here;
        const Markup dot = done ? icon("check") : text(std::to_string(step + 1));
        const std::string state = words(done   ? "design.step_done"
                                        : here ? "design.step_here"
                                               : "design.step_next");
        items += li({cls(class_at(step, steps.here)), here ? aria("current", "step") : Attribute{},
                     span({cls("steps-dot"), aria("hidden", "true"), dot}), b({steps.steps[step]}), " ",
                     small({state})});
    }
    return ol({cls("steps"), role("list"), items});
}

Markup timeline(const std::vector<Moment>& moments) {
    return ol({cls("timeline"), role("list"), each(moments, moment)});
}

Markup gauge(const Gauge& gauge) {
    const std::string fill = "gauge-fill fill-" + std::string(name_of(gauge.tone));
    const Markup mark = gauge.mark ? rect({cls("gauge-mark"), attr("x", percent(*gauge.mark)), attr("y", -4),
                                           attr("width", 3), attr("height", 18), attr("rx", 1)})
                                   : Markup();
    return svg({cls("gauge"), role("img"), aria("label", gauge.label),
                rect({cls("gauge-track"), attr("width", "100%"), attr("height", "100%"), attr("rx", 5)}),
                rect({cls(fill), attr("width", percent(gauge.share)), attr("height", "100%"), attr("rx", 5)}),
                mark});
}

Markup targets(const std::vector<Target>& all) {
    return div({cls("targets"), each(all, [](const Target& target) {
                    return div({cls("target"),
                                p({span({b({target.figure}), " ", target.word}), span({target.of})}),
                                gauge(target.gauge)});
                })});
}

Markup layers(const Layers& vase) {
    constexpr double pitch = 5.3, thick = 4.3, middle = 62, foot = 151;
    const int planned = std::clamp(vase.planned, 1, 60);
    const double step = pitch * 24 / planned;
    const double height = thick * 24 / planned;
    Markup drawing, nozzle;
    for (int layer = 0; layer < planned; ++layer) {
        const double half = vase_at((layer + 0.5) / planned);
        const double y = foot - step * layer;
        const std::string_view look = layer < vase.done - 1 ? "layer-done"
                                      : layer < vase.done   ? "layer-here"
                                                            : "layer-next";
        drawing += block(look, middle - half, y, 2 * half, height);
        if (layer == vase.done - 1 && vase.done < planned)
            nozzle =
                path({cls("layers-nozzle"), attr("d", "M" + decimal(middle + half - 12) + " " +
                                                          decimal(y - 16) + "h12v9l-3.8 6h-4.4l-3.8-6z")});
    }
    drawing += block("layers-bed", 8, 157, 108, 4) + nozzle;
    return svg(
        {cls("layers"), attr("viewBox", "0 0 124 163"), role("img"), aria("label", vase.label), drawing});
}

Markup stacks(const std::vector<std::vector<Session>>& weeks, std::string_view label) {
    constexpr double width = 18, gap = 6, pitch = 6, thick = 4.6;
    Markup drawing;
    double x = 0;
    for (const auto& week : weeks) {
        double y = 24 - thick;
        for (const Session session : week) {
            drawing +=
                rect({cls(class_of(session)), attr("x", decimal(x)), attr("y", decimal(y)),
                      attr("width", decimal(width)), attr("height", decimal(thick)), attr("rx", "1.6")});
            y -= pitch;
        }
        x += width + gap;
    }
    return svg({cls("stacks"), attr("viewBox", "0 0 " + decimal(std::max(x - gap, width)) + " 24"),
                role("img"), aria("label", label), drawing});
}

}  // namespace fabnum::design
