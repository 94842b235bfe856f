#include "platform/pdf/pdf.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "platform/crypto/crypto.h"
#include "platform/pdf/worker.h"
#include "tests/support/engines.h"

namespace fabnum::pdf {
namespace {

// What a tool says of a document.
std::string said(const std::string& tool, const std::string& pdf) {
    const support::TemporaryFolder folder;
    const std::string file = folder.path() + "/a.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string end = tool == "pdftotext" ? " -" : "";
    FILE* pipe = popen((tool + ' ' + file + end + " 2>&1").c_str(), "r");
    std::string text;
    std::array<char, 4096> piece{};
    while (const std::size_t size = fread(piece.data(), 1, piece.size(), pipe))
        text.append(piece.data(), size);
    pclose(pipe);
    return text;
}

std::string page(const std::string& body, const std::string& head = "") {
    return "<!doctype html><html lang=fr><head><title>Bon de livraison</title><style>@page{size:A4}</style>" +
           head + "</head><body>" + body + "</body></html>";
}

std::string line_of(const std::string& text, const std::string& start) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(start)) return line;
    return "none";
}

// A dot, 1 × 1, as PNG.
const std::string dot = *crypto::from_base64url(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAA"
    "AADElEQVR4nGP4z8AAAAMBAQDJ_pLvAAAAAElFTkSuQmCC");

// Ends every worker of this program, as a crash would.
void kill_workers() {
    for (const auto& one : std::filesystem::directory_iterator("/proc")) {
        std::ifstream status(one.path() / "stat"), line(one.path() / "cmdline");
        std::string number, name, state, parent;
        if (!(status >> number >> name >> state >> parent) || parent != std::to_string(getpid())) continue;
        std::ostringstream command;
        command << line.rdbuf();
        if (command.str().find("weasyprint") != std::string::npos) kill(std::stoi(number), SIGKILL);
    }
}

struct PdfTest : testing::Test {
    static void SetUpTestSuite() { shared = std::make_unique<Printer>(); }
    static void TearDownTestSuite() { shared.reset(); }
    void SetUp() override {
        ASSERT_TRUE(printer.is_available()) << "WeasyPrint is not on this machine: tools/ready installs it";
    }
    std::string printed(const std::string& html, const std::vector<Attachment>& attachments = {}) {
        const auto pdf = printer.print(html, attachments);
        EXPECT_TRUE(pdf);
        return pdf.value_or("");
    }
    inline static std::unique_ptr<Printer> shared;  // warm: starting one takes a second
    Printer& printer = *shared;
};

TEST_F(PdfTest, PrintsA4Pages) {
    const std::string pdf = printed(page("<p>un</p><p style='break-before:page'>deux</p>"));
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    const std::string facts = said("pdfinfo", pdf);
    EXPECT_NE(line_of(facts, "Pages:").find(" 2"), std::string::npos) << facts;
    EXPECT_NE(line_of(facts, "Page size:").find("A4"), std::string::npos) << facts;
    EXPECT_NE(line_of(facts, "Title:").find("Bon de livraison"), std::string::npos) << facts;
}

TEST_F(PdfTest, WritesEveryLetterAsItIs) {
    EXPECT_NE(said("pdftotext", printed(page("<p>L’été à Hem – « cœur » &amp; ½</p>")))
                  .find("L’été à Hem – « cœur » & ½"),
              std::string::npos);
}

TEST_F(PdfTest, UsesThePicturesHandedOverAndOnlyForThisDocument) {
    const std::string html = page("<img src='photo 1.png' alt='dot'>");
    EXPECT_NE(said("pdfimages -list", printed(html, {{"photo 1.png", "image/png", dot}})).find("image"),
              std::string::npos);
    EXPECT_EQ(line_of(said("pdfimages -list", printed(html)), "   1"), "none");
}

TEST_F(PdfTest, OpensNoFileAndNoAddress) {
    const std::string head =
        "<link rel=attachment href='file:///etc/hostname'><link rel=stylesheet href='file:///etc/passwd'>"
        "<link rel=attachment href='http://127.0.0.1:9/'><style>@import url(file:///etc/passwd);"
        "@font-face{font-family:x;src:url(file:///etc/passwd)}</style>";
    const std::string pdf =
        printed(page("<p>rien</p><img src='file:///etc/hostname'><img src='/etc/hostname'>"
                     "<object data='file:///etc/hostname'></object>",
                     head));
    EXPECT_EQ(pdf.find("EmbeddedFile"), std::string::npos);
    EXPECT_EQ(said("pdfdetach -list", pdf).substr(0, 1), "0");
    // The same attachment, handed over, shows that the check can fail.
    const std::string own =
        printed(page("", "<link rel=attachment href='a.txt'>"), {{"a.txt", "text/plain", "a"}});
    EXPECT_EQ(said("pdfdetach -list", own).substr(0, 1), "1");
}

TEST_F(PdfTest, PrintsTheNextDocumentWhenItsWorkerDied) {
    printed(page("un"));
    kill_workers();
    EXPECT_NE(said("pdftotext", printed(page("deux"))).find("deux"), std::string::npos);
}

TEST_F(PdfTest, SaysThatItsWorkerDied) {
    Worker worker("/usr/bin/python3");
    std::string pdf;
    ASSERT_EQ(worker.print(page("un"), {}, pdf), Answer::Printed);
    kill_workers();
    EXPECT_EQ(worker.print(page("deux"), {}, pdf), Answer::Gone);
}

TEST_F(PdfTest, GoesOnAfterADocumentItCannotMake) {
    Worker worker("/usr/bin/python3");
    std::string pdf;
    EXPECT_EQ(worker.print("\xFF not UTF-8", {}, pdf), Answer::Refused);
    EXPECT_EQ(worker.print(page("bien"), {}, pdf), Answer::Printed);
    EXPECT_FALSE(printer.print(""));
}

TEST_F(PdfTest, KnowsForEveryDocumentWhatItWasToKeep) {
    Worker worker("/usr/bin/python3");
    worker.keep({{"assets/print.css", "text/css", "p{display:none}"}});
    std::string pdf;
    for (int i = 0; i < 2; ++i) {
        const std::string head = "<link rel=stylesheet href='/assets/print.css'>";
        EXPECT_EQ(worker.print(page("<p>un</p><div>deux</div>", head), {}, pdf), Answer::Printed);
        EXPECT_EQ(said("pdftotext", pdf).find("un"), std::string::npos);
        EXPECT_NE(said("pdftotext", pdf).find("deux"), std::string::npos);
    }
}

TEST(Pdf, IsNotAvailableWithoutItsProgram) {
    Printer none("/nonexistent/python3");
    EXPECT_FALSE(none.is_available());
    EXPECT_FALSE(none.print("<p>"));
    Printer other("/bin/false");
    EXPECT_FALSE(other.is_available());
}

}  // namespace
}  // namespace fabnum::pdf
