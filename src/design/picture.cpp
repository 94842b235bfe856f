#include "design/picture.h"

#include <array>

#include "design/attributes.h"
#include "design/isometric.h"

namespace fabnum::design {

using namespace html;

namespace {

constexpr Faces wood = {"w1", "w1", "w2"};
constexpr Faces dark_wood = {"w2", "w3", "w4"};
constexpr Faces blue = {"b1", "b2", "b3"};
constexpr Faces filament = {"f1", "f2", "f3"};
constexpr Faces white = {"p1", "p2", "p3"};
constexpr Faces iron = {"k1", "k2", "k2"};

// A box of books under a roof, open on its left side.
Isometric book_box() {
    Isometric draw;
    draw.face("shade", {{-10, -6, 0}, {92, -6, 0}, {92, 84, 0}, {-10, 84, 0}});
    draw.box(wood, {0, 0, 0}, {58, 64, 66});
    for (const double z : {12.0, 24.0, 36.0, 48.0, 60.0}) draw.line("cut", {{58, 0, z}, {58, 64, z}});
    draw.on_left("w4", {7, 64, 8}, 44, 50);
    constexpr std::array<std::string_view, 6> spines = {"b2", "f2", "g2", "y1", "v1", "b1"};
    for (const double shelf : {10.0, 34.0}) {
        double x = 9;
        for (std::size_t book = 0; book < spines.size(); ++book) {
            const auto tall = static_cast<double>((book * 5 + static_cast<std::size_t>(shelf)) % 4);
            draw.on_left(spines[(book + static_cast<std::size_t>(shelf / 10)) % spines.size()],
                         {x, 64, shelf}, 5.6, 15 + tall);
            x += 6.9;
        }
        draw.on_left("w1", {7, 64, shelf - 2.5}, 44, 2.5);
    }
    // The near gable, then the slope that shows.
    draw.face("w2", {{58, 0, 66}, {58, 64, 66}, {58, 32, 98}});
    draw.face("b3", {{-6, -6, 62}, {64, -6, 62}, {64, 32, 102}, {-6, 32, 102}});
    draw.face("b1", {{-6, 70, 62}, {64, 70, 62}, {64, 32, 102}, {-6, 32, 102}});
    for (const double up : {0.2, 0.4, 0.6, 0.8})
        draw.line("seam", {{-6, 70 - 38 * up, 62 + 40 * up}, {64, 70 - 38 * up, 62 + 40 * up}});
    draw.face("b3", {{64, 70, 62}, {64, 70, 58}, {64, 32, 98}, {64, 32, 102}});
    return draw;
}

Isometric object() {
    Isometric draw;
    const Isometric box = book_box();
    draw.add("far", box, -92, -8, 0.6).add("far", box, 84, -34, 0.6);
    return draw.add("", box, 0, 0, 1);
}

Isometric sign() {
    Isometric draw;
    draw.face("shade", {{-40, 0, 0}, {70, 0, 0}, {70, 44, 0}, {-40, 44, 0}});
    for (const double x : {-26.0, 42.0}) {
        draw.box(dark_wood, {x - 5, 6, 0}, {18, 18, 6});
        draw.box(wood, {x, 12, 6}, {8, 6, 56});
    }
    draw.box(blue, {-50, 10, 50}, {124, 8, 58});
    draw.on_left("p1", {-42, 18, 84}, 66, 9)
        .on_left("p3", {-42, 18, 71}, 48, 6)
        .on_left("p3", {-42, 18, 60}, 56, 6);
    draw.face(
        "f1",
        {{36, 18, 72}, {50, 18, 72}, {50, 18, 63}, {66, 18, 79}, {50, 18, 95}, {50, 18, 86}, {36, 18, 86}});
    return draw;
}

Isometric series() {
    Isometric draw;
    for (int column = 0; column < 3; ++column) {
        for (int row = 0; row < 3; ++row) {
            const bool chosen = column == 2 && row == 2;
            const double x = column * 46 - 40, y = row * 46 - 40, z = chosen ? 16 : 0;
            draw.face("shade",
                      {{x + 3, y + 3, 0}, {x + 41, y + 3, 0}, {x + 41, y + 41, 0}, {x + 3, y + 41, 0}});
            draw.box(chosen ? filament : (row + column) % 2 == 0 ? wood : white, {x, y, z + 2}, {36, 36, 7});
            draw.disc(chosen ? "p1" : "b2", {x + 18, y + 18, z + 9}, 10)
                .disc(chosen ? "f1" : "b1", {x + 18, y + 18, z + 11}, 9);
        }
    }
    return draw;
}

Isometric media() {
    Isometric draw;
    draw.face("shade", {{-66, -12, 0}, {30, -12, 0}, {30, 96, 0}, {-66, 96, 0}});
    draw.box(white, {-64, 30, 0}, {48, 62, 2})
        .face("b2", {{-58, 38, 2}, {-22, 38, 2}, {-22, 76, 2}, {-58, 76, 2}});
    draw.face("g1", {{-58, 76, 2}, {-44, 52, 2}, {-34, 66, 2}, {-28, 58, 2}, {-22, 66, 2}, {-22, 76, 2}});
    draw.box(white, {-2, 60, 0}, {46, 38, 2}).face("f1", {{3, 64, 2}, {39, 64, 2}, {39, 88, 2}, {3, 88, 2}});
    draw.box(iron, {-6, -22, 0}, {78, 34, 50}).box(iron, {16, -16, 50}, {32, 22, 11});
    draw.on_left("p3", {-2, 12, 38}, 13, 6).on_left("f1", {60, 12, 40}, 6, 5);
    // The lens, seen along y.
    const auto ring = [&](std::string_view look, double y, double radius) {
        std::vector<Point> round;
        for (int step = 0; step < 16; ++step) {
            constexpr std::array<double, 16> cosine = {1,  .924,  .707,  .383,  0, -.383, -.707, -.924,
                                                       -1, -.924, -.707, -.383, 0, .383,  .707,  .924};
            round.push_back({33 + radius * cosine[static_cast<std::size_t>(step)], y,
                             23 + radius * cosine[static_cast<std::size_t>((step + 12) % 16)]});
        }
        draw.face(look, round);
    };
    ring("k1", 14, 21);
    ring("k2", 24, 19);
    ring("b3", 30, 16);
    ring("b1", 30, 10);
    ring("p2", 31, 4);
    return draw;
}

Isometric web() {
    Isometric draw;
    draw.face("shade", {{-60, -10, 0}, {78, -10, 0}, {78, 78, 0}, {-60, 78, 0}});
    draw.box(iron, {-8, -8, 0}, {38, 26, 4}).box(iron, {4, -2, 4}, {14, 6, 20});
    draw.box(iron, {-58, -4, 22}, {136, 8, 84});
    draw.on_left("p1", {-53, 4, 27}, 126, 74).on_left("b2", {-53, 4, 89}, 126, 12);
    draw.on_left("f1", {-48, 4, 93}, 5, 4)
        .on_left("y1", {-40, 4, 93}, 5, 4)
        .on_left("g1", {-32, 4, 93}, 5, 4);
    draw.on_left("p3", {-44, 4, 40}, 46, 40).on_left("g1", {-44, 4, 40}, 46, 14);
    draw.on_left("b3", {12, 4, 72}, 52, 8)
        .on_left("p3", {12, 4, 60}, 52, 5)
        .on_left("p3", {12, 4, 52}, 44, 5)
        .on_left("f2", {12, 4, 38}, 24, 9);
    draw.box(white, {-38, 40, 0}, {90, 32, 4});
    for (const double y : {44.0, 53.0, 62.0})
        draw.face("p3", {{-33, y, 4}, {47, y, 4}, {47, y + 6, 4}, {-33, y + 6, 4}});
    return draw;
}

Isometric event() {
    Isometric draw;
    draw.face("shade", {{-34, -34, 0}, {72, -34, 0}, {72, 72, 0}, {-34, 72, 0}});
    draw.box(wood, {-24, -24, 0}, {4, 4, 70});
    draw.box(wood, {54, -24, 0}, {4, 4, 70}).box(wood, {-24, 54, 0}, {4, 4, 70});
    draw.box(white, {-14, 20, 0}, {62, 26, 28}).on_left("b2", {-14, 46, 0}, 62, 20);
    draw.box(filament, {0, 26, 28}, {12, 12, 12}).cylinder({"g1", "g2", "g2"}, {30, 32, 28}, 7, 14);
    draw.box(wood, {54, 54, 0}, {4, 4, 70});
    const Point tip{17, 17, 112};
    for (int stripe = 0; stripe < 6; ++stripe) {
        const double from = -32 + stripe * 16.5, to = from + 16.5;
        draw.face(stripe % 2 == 0 ? "b3" : "p3", {{66, from, 66}, {66, to, 66}, tip});
        draw.face(stripe % 2 == 0 ? "b3" : "p3",
                  {{66, from, 66}, {66, to, 66}, {66, to, 54}, {66, from, 54}});
    }
    for (int stripe = 0; stripe < 6; ++stripe) {
        const double from = -32 + stripe * 16.5, to = from + 16.5;
        draw.face(stripe % 2 == 0 ? "b1" : "p1", {{from, 66, 66}, {to, 66, 66}, tip});
        draw.face(stripe % 2 == 0 ? "b1" : "p1",
                  {{from, 66, 66}, {to, 66, 66}, {to, 66, 54}, {from, 66, 54}});
    }
    return draw.line("ink", {tip, {17, 17, 126}}).face("f1", {{17, 17, 126}, {17, 17, 116}, {31, 17, 121}});
}

Isometric repair() {
    Isometric draw;
    draw.face("shade", {{-54, -20, 0}, {80, -20, 0}, {80, 66, 0}, {-54, 66, 0}});
    // The lid, open behind; then the inside, the tools, the front.
    draw.face("f3", {{-44, -10, 40}, {66, -10, 40}, {66, -26, 84}, {-44, -26, 84}});
    draw.face("f1", {{-39, -11, 44}, {61, -11, 44}, {61, -25, 80}, {-39, -25, 80}});
    draw.face("k2", {{-44, -10, 40}, {66, -10, 40}, {66, 44, 40}, {-44, 44, 40}});
    draw.box({"y1", "y1", "f2"}, {-28, 6, 30}, {9, 9, 34}).box({"p1", "p3", "p3"}, {-26, 8, 64}, {5, 5, 24});
    draw.box({"b1", "b2", "b3"}, {4, 14, 30}, {10, 10, 26})
        .box({"p1", "p3", "p3"}, {6, 16, 56}, {6, 6, 12})
        .box({"p1", "p3", "p3"}, {-2, 14, 68}, {22, 10, 8});
    draw.box({"g1", "g2", "g2"}, {38, 6, 30}, {9, 9, 30}).box({"p1", "p3", "p3"}, {40, 8, 60}, {5, 5, 16});
    draw.face("f3", {{66, -10, 0}, {66, 44, 0}, {66, 44, 40}, {66, -10, 40}});
    draw.on_left("f2", {-44, 44, 0}, 110, 40).on_left("f1", {-44, 44, 34}, 110, 6);
    return draw.on_left("p1", {-20, 44, 22}, 12, 12)
        .on_left("p1", {30, 44, 22}, 12, 12)
        .on_left("k2", {-17, 44, 25}, 6, 6)
        .on_left("k2", {33, 44, 25}, 6, 6);
}

Isometric workshop() {
    Isometric draw;
    draw.face("shade", {{-66, -20, 0}, {84, -20, 0}, {84, 64, 0}, {-66, 64, 0}});
    draw.box(dark_wood, {-56, -12, 0}, {8, 8, 40})
        .box(dark_wood, {66, -12, 0}, {8, 8, 40})
        .box(dark_wood, {-56, 44, 0}, {8, 8, 40});
    draw.box(dark_wood, {66, 44, 0}, {8, 8, 40}).box(wood, {-62, -18, 40}, {144, 76, 7});
    draw.box(iron, {-46, -8, 47}, {56, 50, 7})
        .box(iron, {-46, -8, 54}, {6, 6, 56})
        .box(iron, {4, -8, 54}, {6, 6, 56});
    draw.box(iron, {-46, -8, 104}, {56, 6, 8})
        .box(filament, {-22, -4, 86}, {12, 10, 14})
        .box(white, {-40, -2, 54}, {44, 40, 3});
    double z = 57;
    for (const double radius : {8.0, 11.0, 13.0, 13.0, 11.0, 8.0}) {
        draw.cylinder({"b1", "b2", "b3"}, {-18, 18, z}, radius, 3.4);
        z += 4.2;
    }
    draw.box(white, {28, -2, 47}, {40, 46, 2})
        .line("ink", {{36, 8, 49}, {60, 8, 49}})
        .line("ink", {{36, 18, 49}, {54, 18, 49}});
    return draw.line("ink", {{36, 28, 49}, {60, 28, 49}}).cylinder({"y1", "f2", "f2"}, {66, 50, 47}, 4, 16);
}

Isometric drawn(Picture kind) {
    switch (kind) {
        case Picture::Object: return object();
        case Picture::Sign: return sign();
        case Picture::Series: return series();
        case Picture::Media: return media();
        case Picture::Web: return web();
        case Picture::Event: return event();
        case Picture::Repair: return repair();
        case Picture::Workshop: return workshop();
    }
    return {};
}

}  // namespace

Markup picture(Picture kind) {
    const Isometric drawing = drawn(kind);
    return svg({cls("picture"), attr("viewBox", drawing.frame()), aria("hidden", "true"), drawing.drawing()});
}

}  // namespace fabnum::design
