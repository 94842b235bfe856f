#include "platform/files/recognise.h"

#include <string>

#include <gtest/gtest.h>

namespace fabnum::files {
namespace {

using namespace std::string_literals;

std::string type_of(const std::string& bytes) {
    const auto what = recognised(bytes);
    return what ? what->type : "nothing";
}

std::string binary_stl(unsigned char count, std::size_t triangles) {
    std::string bytes = "solid or not" + std::string(68, ' ');
    bytes += {static_cast<char>(count), 0, 0, 0};
    return bytes + std::string(50 * triangles, '\1');
}

constexpr const char* drawing = R"(<?xml version="1.0"?>
<!-- made by hand -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>)";

TEST(Recognition, KnowsWhatPeopleBring) {
    EXPECT_EQ(type_of("\xFF\xD8\xFF\xE0 and so on"), "image/jpeg");
    EXPECT_EQ(type_of("\x89PNG\r\n\x1A\n and so on"), "image/png");
    EXPECT_EQ(type_of("RIFF1234WEBPVP8 "), "image/webp");
    EXPECT_EQ(type_of("\0\0\0\x18"
                      "ftypheic\0\0\0\0mif1heic"s),
              "image/heic");
    EXPECT_EQ(type_of("%PDF-1.7\n1 0 obj\n%%EOF\n"), "application/pdf");
    EXPECT_EQ(type_of(drawing), "image/svg+xml");
    EXPECT_EQ(type_of("  0\r\nSECTION\r\n  2\r\nENTITIES\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\n"),
              "image/vnd.dxf");
    EXPECT_EQ(type_of("999\nmade by hand\n0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n"), "image/vnd.dxf");
    EXPECT_EQ(type_of("OggS\0\2 and so on"s), "audio/ogg");
    EXPECT_EQ(type_of("\0\0\0\x1C"
                      "ftypM4A \0\0\0\0"s),
              "audio/mp4");
    EXPECT_EQ(type_of("\x1A\x45\xDF\xA3\x9F\x42\x86\x81\1\x42\x82\x84webm"s), "audio/webm");
    EXPECT_EQ(type_of("ID3\4\0"s + std::string(200, ' ')), "audio/mpeg");
    EXPECT_EQ(type_of("nom;quantité\r\nplaque;3\r\n\"vis; à bois\";40\r\n"), "text/csv");
    EXPECT_EQ(type_of("; by a slicer\nG28\nG1 X10.5 Y2 E.3\nM104 S200\nSTART_PRINT BED=60\n"),
              "text/x-gcode");
    EXPECT_EQ(type_of("solid box\n facet normal 0 0 1\n outer loop\n vertex 0 0 0\n endloop\n endfacet\n"
                      "endsolid box\n"),
              "model/stl");
}

TEST(Recognition, CountsTheTrianglesOfABinaryModel) {
    EXPECT_EQ(type_of(binary_stl(3, 3)), "model/stl");
    EXPECT_EQ(type_of(binary_stl(4, 3)), "nothing");
    EXPECT_EQ(type_of(binary_stl(2, 3)), "nothing");
    std::string endless = binary_stl(3, 3);
    endless.replace(80, 4, "\xFF\xFF\xFF\xFF");
    EXPECT_EQ(type_of(endless), "nothing");
}

TEST(Recognition, TakesAnMp3WithoutTagsByTwoFramesInARow) {
    const std::string frame =
        "\xFF\xFB\x90\x64"s + std::string(413, '\0');  // 128 kbit/s, 44.1 kHz: 417 bytes
    EXPECT_EQ(type_of(frame + frame), "audio/mpeg");
    EXPECT_EQ(type_of(frame + std::string(417, '\0')), "nothing");
}

TEST(Recognition, RefusesWhatOnlyPretends) {
    EXPECT_EQ(type_of("<html><script>alert(1)</script></html>"), "nothing");
    EXPECT_EQ(type_of("<!doctype html><svg></svg>"), "nothing");
    EXPECT_EQ(type_of("MZ\x90\0 a program"s), "nothing");
    EXPECT_EQ(type_of("just a sentence, nothing more\n"), "text/csv");  // harmless: only ever handed back
    EXPECT_EQ(type_of("one word"), "nothing");
    EXPECT_EQ(type_of(" %PDF-1.7\n%%EOF"), "nothing");
    EXPECT_EQ(type_of("%PDF-1.7\nand no end"), "nothing");
    EXPECT_EQ(type_of("G1 X10\n\0G1 X20\n"s), "nothing");
    EXPECT_EQ(type_of("nom;ville\nIn\xE8s;Hem\n"), "nothing");  // not UTF-8
    EXPECT_EQ(type_of(""), "nothing");
}

TEST(Recognition, RefusesADrawingThatMakesEntities) {
    EXPECT_EQ(type_of("<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg>&b;</svg>"),
              "nothing");
}

TEST(Recognition, RefusesGcodeWithLinesNoMachineWouldRead) {
    EXPECT_EQ(type_of("G1 X" + std::string(600, '1') + "\n"), "nothing");
    EXPECT_EQ(type_of("G1 X1\n; settings = " + std::string(6000, '1') + "\n"), "text/x-gcode");
}

TEST(Recognition, GivesEachTypeALimitAndAnExtension) {
    EXPECT_EQ(most_bytes({Kind::Picture, "image/jpeg"}), 10 * 1024 * 1024);
    EXPECT_EQ(most_bytes({Kind::Document, "application/pdf"}), 20 * 1024 * 1024);
    EXPECT_EQ(most_bytes({Kind::Model, "model/stl"}), 100 * 1024 * 1024);
    EXPECT_EQ(extension_of("model/3mf"), ".3mf");
    EXPECT_EQ(extension_of("text/html"), "");
}

}  // namespace
}  // namespace fabnum::files
