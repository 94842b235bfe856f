#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/clock/clock.h"
#include "platform/files/files.h"
#include "tests/support/engines.h"

namespace fabnum::files {
namespace {

namespace fs = std::filesystem;

// The cabinet runs this very program as `… picture IN OUT SIDE…`: the tests answer to it as the product does.
struct PictureProcess {
    PictureProcess() {
        std::ifstream line("/proc/self/cmdline", std::ios::binary);
        std::vector<std::string> words;
        for (std::string word; std::getline(line, word, '\0');) words.push_back(word);
        if (words.size() < 2 || words[1] != "picture") return;
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        _exit(picture_process(static_cast<int>(arguments.size()), arguments.data()));
    }
};
const PictureProcess picture_process_of_the_tests;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::string picture(const std::string& name) {
    return content(fs::path(__FILE__).parent_path() / "pictures" / name);
}

const Accepted everything{true, true, true, true, true, true};
const std::string paper = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

struct CabinetTest : testing::Test {
    CabinetTest() : cabinet(folder(), {.room_least = 0, .room_least_percent = 0}) {}
    fs::path folder() const { return fs::path(place.path()) / "files"; }

    Cabinet::Checked checked(const std::string& bytes, const std::string& label = "essai") const {
        const auto answer = cabinet.check_bytes(bytes, label, everything);
        if (!answer) {
            ADD_FAILURE() << label << ": " << answer.refusal().key;
            return {};
        }
        return *answer;
    }
    std::string refusal(const std::string& bytes, const Accepted& accepted = everything) const {
        const auto answer = cabinet.check_bytes(bytes, "essai", accepted);
        return answer ? "taken" : answer.refusal().key;
    }
    static File file_of(const Cabinet::Checked& checked) {
        return {.id = {1},
                .digest = checked.digest,
                .kind = checked.kind,
                .type = checked.type,
                .label = checked.label,
                .size = checked.size,
                .width = checked.width,
                .height = checked.height};
    }
    std::string kept(const Cabinet::Checked& checked, Size size = Size::Full) const {
        return content(cabinet.path_of(file_of(checked), size));
    }
    int files_on_disk() const {
        int count = 0;
        for (const auto& one : fs::recursive_directory_iterator(folder())) count += one.is_regular_file();
        return count;
    }

    support::TemporaryFolder place;
    Cabinet cabinet;
};

TEST_F(CabinetTest, ForgetsWhereAPhotoWasTakenAndTurnsItUpright) {
    const std::string original = picture("place.jpg");
    ASSERT_NE(original.find("PhoneMaker"), std::string::npos);
    const auto photo = checked(original, "IMG_1.JPG");
    EXPECT_EQ(photo.type, "image/jpeg");
    EXPECT_EQ(photo.width, 32);  // 48 × 32, lying on its side
    EXPECT_EQ(photo.height, 48);
    EXPECT_EQ(photo.label, "IMG_1.jpg");
    for (const Size size : {Size::Full, Size::Card, Size::Thumb}) {
        const std::string bytes = kept(photo, size);
        for (const char* trace : {"Exif", "PhoneMaker", "Model X", "lives here", "http://"})
            EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
    }
}

TEST_F(CabinetTest, MakesAPictureOfEverythingThatCamerasAndPhonesWrite) {
    for (const char* name : {"sketch.webp", "phone.heic"}) {
        const auto photo = checked(picture(name), name);
        EXPECT_EQ(photo.type, "image/jpeg") << name;
        EXPECT_EQ(photo.width, 24) << name;
        EXPECT_EQ(photo.height, 16) << name;
        EXPECT_TRUE(kept(photo).starts_with("\xFF\xD8\xFF")) << name;
    }
}

TEST_F(CabinetTest, KeepsLineArtSharpAndHolesOpen) {
    EXPECT_EQ(checked(picture("line_art.png")).type, "image/png");
    EXPECT_EQ(checked(picture("see_through.png")).type, "image/png");
    EXPECT_EQ(checked(picture("photo.png")).type, "image/jpeg");
}

TEST_F(CabinetTest, WritesThreeSizesBesideEachOther) {
    const auto drawing = checked(picture("line_art.png"));
    EXPECT_EQ(drawing.width, 300);
    const auto width_of = [&](Size size) {  // big-endian, at its place in every PNG
        const std::string bytes = kept(drawing, size);
        return static_cast<unsigned char>(bytes[18]) * 256 + static_cast<unsigned char>(bytes[19]);
    };
    EXPECT_EQ(width_of(Size::Full), 300);
    EXPECT_EQ(width_of(Size::Card), 300);
    EXPECT_EQ(width_of(Size::Thumb), 160);
    EXPECT_EQ(cabinet.path_of(file_of(drawing)).parent_path().filename(), drawing.digest.substr(0, 2));
}

TEST_F(CabinetTest, LeavesNothingOfAPictureThatIsAlsoAScript) {
    const std::string original = picture("moving.gif");
    ASSERT_NE(original.find("<script>"), std::string::npos);
    const auto image = checked(original, "moving.gif");
    EXPECT_EQ(image.width, 20);
    EXPECT_EQ(image.height, 10);  // the first of two pictures
    EXPECT_EQ(kept(image).find("<script>"), std::string::npos);
    EXPECT_EQ(kept(image, Size::Thumb).find("<script>"), std::string::npos);
}

TEST_F(CabinetTest, RefusesPicturesThatAreBombsBrokenOrNone) {
    EXPECT_EQ(refusal(picture("huge.png")), "files.too_many_pixels");
    EXPECT_EQ(refusal(picture("cut.jpg")), "files.broken_picture");
    EXPECT_EQ(refusal(picture("lying.jpg")), "files.broken_picture");
    EXPECT_EQ(refusal("\x89PNG\r\n\x1A\n"), "files.broken_picture");
    EXPECT_EQ(files_on_disk(), 0);
}

TEST_F(CabinetTest, AsksTheContentAndNotTheName) {
    const auto answer = cabinet.check_bytes("<html><script>alert(1)</script>", "photo.jpg", everything);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "files.not_accepted");
    EXPECT_EQ(checked(paper, "photo.jpg").type, "application/pdf");
    EXPECT_EQ(checked(paper, "photo.jpg").label, "photo.pdf");
}

TEST_F(CabinetTest, TakesOnlyWhatTheFormAsksForAndSaysWhat) {
    EXPECT_EQ(refusal(paper, Accepted{}), "files.not_accepted");
    const auto answer = cabinet.check_bytes("one word", "x", {.picture = true, .document = true});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().facts.at(0).second, "JPEG, PNG, WebP, HEIC, GIF, PDF");
}

TEST_F(CabinetTest, RefusesWhatIsEmptyOrTooBig) {
    EXPECT_EQ(refusal(""), "files.empty");
    std::string table = "a;b\n";
    while (table.size() <= 5 * 1024 * 1024)
        table += std::string(100, 'x') + ';' + std::string(100, 'y') + '\n';
    const auto answer = cabinet.check_bytes(table, "x", everything);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal(), (Refusal{"files.too_big", {{"most", "5"}}}));
}

TEST_F(CabinetTest, RefusesEverythingBeforeTheDiskIsFull) {
    const Cabinet full(folder(), {.room_least = std::int64_t{1} << 60});
    const auto answer = full.check_bytes(paper, "x", everything);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.refusal().key, "files.no_room");
    const Cabinet nearly(folder(), {.room_least = 0, .room_least_percent = 100});
    EXPECT_FALSE(nearly.check_bytes(paper, "x", everything));
}

TEST_F(CabinetTest, KeepsTheSameBytesOnce) {
    const auto first = checked(paper, "a.pdf"), second = checked(paper, "b.pdf");
    EXPECT_EQ(first.digest, second.digest);
    EXPECT_EQ(files_on_disk(), 1);
    EXPECT_EQ(checked(picture("place.jpg")).digest, checked(picture("place.jpg")).digest);
    EXPECT_EQ(files_on_disk(), 4);
}

TEST_F(CabinetTest, MovesAnUploadInsteadOfCopyingIt) {
    const fs::path source = fs::path(place.path()) / "upload";
    std::ofstream(source, std::ios::binary) << paper;
    http::Upload upload;
    upload.file_name = "note.pdf";
    upload.declared_type = "text/html";
    upload.path = source;
    const auto answer = cabinet.check(upload, everything);
    ASSERT_TRUE(answer);
    EXPECT_EQ(kept(*answer), paper);
    EXPECT_FALSE(fs::exists(source));
}

TEST_F(CabinetTest, ServesPicturesInPlaceAndAllElseAsADownload) {
    const auto photo = cabinet.serve(file_of(checked(picture("place.jpg"), "l’été.jpg")), Size::Card);
    EXPECT_EQ(photo.headers.get("content-type"), "image/jpeg");
    EXPECT_TRUE(photo.headers.get("content-disposition").starts_with("inline"));
    for (const std::string& text :
         {paper, std::string("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")}) {
        const auto other = cabinet.serve(file_of(checked(text, "a.html")), Size::Full);
        EXPECT_TRUE(other.headers.get("content-disposition").starts_with("attachment"));
        EXPECT_EQ(other.headers.get("content-security-policy"), "default-src 'none'; sandbox");
        EXPECT_EQ(other.headers.get("x-content-type-options"), "nosniff");
        EXPECT_EQ(other.headers.get("content-disposition").find(".html"), std::string_view::npos);
    }
    EXPECT_EQ(photo.headers.get("content-security-policy"), "default-src 'none'; sandbox");
    EXPECT_TRUE(photo.headers.get("cache-control").starts_with("private"));
    EXPECT_TRUE(photo.headers.get("etag").ends_with("-640\""));
    EXPECT_TRUE(fs::exists(std::get<http::FileBody>(photo.body).path));
}

TEST_F(CabinetTest, NeverLeavesItsFolderForADigest) {
    EXPECT_THROW(cabinet.path_of({.digest = "../../../../etc/passwd"}), std::logic_error);
    EXPECT_THROW(cabinet.path_of({.digest = ""}), std::logic_error);
}

TEST_F(CabinetTest, FindsAgainWhatWasKept) {
    support::for_each_engine([&](sql::Database& database) {
        const auto note = checked(paper, "note.pdf");
        const auto answer = database.write(Act{}, [&](const sql::Writer& db) -> Result<FileId> {
            return cabinet.keep(db, note, clock::paris(2026, 11, 24));
        });
        const auto found = database.read([&](const sql::Reader& db) { return cabinet.find(db, *answer); });
        ASSERT_TRUE(found);
        EXPECT_EQ(found->digest, note.digest);
        EXPECT_EQ(found->kind, Kind::Document);
        EXPECT_EQ(found->label, "note.pdf");
        EXPECT_EQ(found->size, static_cast<std::int64_t>(paper.size()));
        const auto none = [&](const sql::Reader& db) { return cabinet.find(db, {99}); };
        EXPECT_FALSE(database.read(none));
    });
}

TEST_F(CabinetTest, SweepsOnlyWhatIsOldAndNobodysOwn) {
    support::FreshDatabase database(sql::Engine::Sqlite);
    const auto kept_file = checked(paper), lost = checked(picture("place.jpg"));
    const Instant now = clock::system().now();
    const auto keep = [&](const sql::Writer& db) -> Result<FileId> {
        return cabinet.keep(db, kept_file, now);
    };
    ASSERT_TRUE(database->write(Act{}, keep));
    const auto swept = [&](std::chrono::hours later) {
        return database->read([&](const sql::Reader& db) { return cabinet.sweep(db, now + later); });
    };
    EXPECT_EQ(swept(std::chrono::hours(23)), 0);
    EXPECT_EQ(swept(std::chrono::hours(25)), 3);
    EXPECT_EQ(swept(std::chrono::hours(25)), 0);
    EXPECT_EQ(files_on_disk(), 1);
    EXPECT_EQ(kept(kept_file), paper);
    const auto keep_lost = [&](const sql::Writer& db) -> Result<FileId> {
        return cabinet.keep(db, lost, now);
    };
    EXPECT_ANY_THROW(static_cast<void>(database->write(Act{}, keep_lost)));
}

}  // namespace
}  // namespace fabnum::files
