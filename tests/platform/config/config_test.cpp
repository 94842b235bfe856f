#include "platform/config/config.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace fabnum::config {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

// A data folder of its own for each test.
class Config : public testing::Test {
 protected:
    Config() {
        std::string name = (std::filesystem::temp_directory_path() / "fabnum-config-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    ~Config() override { std::filesystem::remove_all(folder_); }

    void write(std::string_view toml) const { std::ofstream(folder_ / "fabnum.toml") << toml; }
    auto read(Values values = {}) const {
        values.insert(values.begin(), {"data", folder_.string()});
        return config::read(values);
    }
    // The facts of the refusal, joined; "" when it was accepted.
    std::string refused(const Values& values = {}) const {
        const auto result = read(values);
        if (result) return "";
        EXPECT_EQ(result.refusal().key, "config.wrong");
        std::string text;
        for (const auto& [name, fact] : result.refusal().facts) text += name + "=" + fact + "|";
        return text;
    }

    std::filesystem::path folder_;
};

TEST_F(Config, HasSensibleValues) {
    const auto config = read();
    ASSERT_TRUE(config);
    EXPECT_EQ(config->data, folder_);
    EXPECT_EQ(config->listen_address, "127.0.0.1");
    EXPECT_EQ(config->listen_port, 8080);
    EXPECT_EQ(config->database, "");
    EXPECT_EQ(config->workers, 16);
    EXPECT_FALSE(config->demo);
    EXPECT_TRUE(config->mail.server.empty());
}

TEST_F(Config, ShowsAnotherTimeToADemonstrationOnly) {
    const auto config = read({{"demo", ""}, {"at", "2026-11-24T09:30"}});
    ASSERT_TRUE(config);
    EXPECT_EQ(to_iso(config->at->day), "2026-11-24");
    EXPECT_EQ(config->at->minutes, 9 * 60 + 30);
    EXPECT_EQ(refused({{"at", "2026-11-24T09:30"}}), "name=at|given=|example=--demo --at 2026-11-24T09:30|");
    for (const char* const wrong : {"24/11/2026", "2026-11-24 09:30", "2026-11-24T24:00", "2026-02-30T09:30"})
        EXPECT_NE(refused({{"demo", ""}, {"at", wrong}}), "") << wrong;
}

TEST_F(Config, TakesWhatTheFileSays) {
    write(R"(
listen = "[::1]:9000"
public_address = "https://fabnum.example/"
database = "postgresql://fabnum@localhost/fabnum"
trusted-proxies = ["127.0.0.1", "10.0.0.0/8"]
workers = 8
demo = true

[mail]
server = "smtp://mail.example:587"
password-file = "/etc/fabnum/mail"
from = "Fab’Num de Hem <hem@fabnum.example>"
)");
    const auto config = read();
    ASSERT_TRUE(config) << refused();
    EXPECT_EQ(config->listen_address, "::1");
    EXPECT_EQ(config->listen_port, 9000);
    EXPECT_EQ(config->public_address, "https://fabnum.example");
    EXPECT_EQ(config->database, "postgresql://fabnum@localhost/fabnum");
    EXPECT_EQ(config->trusted_proxies, (std::vector<std::string>{"127.0.0.1", "10.0.0.0/8"}));
    EXPECT_EQ(config->workers, 8);
    EXPECT_TRUE(config->demo);
    EXPECT_EQ(config->mail.server, "smtp://mail.example:587");
    EXPECT_EQ(config->mail.password_file, "/etc/fabnum/mail");
    EXPECT_EQ(config->mail.from, "Fab’Num de Hem <hem@fabnum.example>");
}

TEST_F(Config, LetsTheCommandLineSpeakFirst) {
    write("listen = \"127.0.0.1:9000\"\nworkers = 8\ndemo = true\n");
    const auto config = read({{"listen", "0.0.0.0:80"}, {"demo", "false"}, {"development", ""}});
    ASSERT_TRUE(config);
    EXPECT_EQ(config->listen_address, "0.0.0.0");
    EXPECT_EQ(config->listen_port, 80);
    EXPECT_EQ(config->workers, 8);
    EXPECT_FALSE(config->demo);
    EXPECT_TRUE(config->development);
}

TEST_F(Config, RefusesAWrongValueWithItsNameAndAnExample) {
    EXPECT_EQ(refused({{"listen", "8080"}}), "name=listen|given=8080|example=127.0.0.1:8080|");
    write("workers = 0");
    EXPECT_EQ(refused(), "name=workers|given=0|example=16|");
    write("[mail]\nserver = \"mail.example\"");
    EXPECT_EQ(refused(), "name=mail-server|given=mail.example|example=smtp://mail.example:587|");
}

TEST_F(Config, RefusesEveryKindOfNonsense) {
    const Values nonsense = {{"listen", "fabnum.example:80"},
                             {"listen", "127.0.0.1:65536"},
                             {"listen", "127.0.0.1:"},
                             {"listen", "[::1:80"},
                             {"listen", ":80"},
                             {"data", ""},
                             {"public-address", "fabnum"},
                             {"public-address", "https://"},
                             {"public-address", "https://a/b"},
                             {"public-address", "javascript:alert(1)"},
                             {"database", "mysql://x"},
                             {"database", "postgresql://"},
                             {"trusted-proxies", "any"},
                             {"trusted-proxies", "10.0.0.0/33"},
                             {"trusted-proxies", "::1/x"},
                             {"mail-from", "nobody"},
                             {"mail-from", "a@b\nBcc: c@d"},
                             {"mail-user", ""},
                             {"workers", "many"},
                             {"workers", "257"},
                             {"workers", "8.5"},
                             {"io-threads", "-1"},
                             {"demo", "perhaps"},
                             {"certificate-file", ""}};
    for (const auto& value : nonsense)
        EXPECT_NE(refused({value}), "") << value.first << " = " << value.second;
}

TEST_F(Config, NamesTheNearestSettingForOneThatDoesNotExist) {
    EXPECT_EQ(refused({{"listne", "x"}}), "name=listne|given=x|example=listen|");
    write("[mail]\nsender = \"a@b\"");
    EXPECT_EQ(refused(), "name=mail-sender|given=a@b|example=mail-server|");
    write("[mail.more]\nserver = 1");
    EXPECT_NE(refused(), "");
}

TEST_F(Config, SaysWhereTheFileCannotBeRead) {
    write("workers = 8\nlisten = \n");
    EXPECT_NE(refused().find("fabnum.toml|given=line 2: "), std::string::npos) << refused();
}

TEST_F(Config, DoesNotLetTheFileMoveItsOwnFolder) {
    write("data = \"/elsewhere\"");
    const auto config = read();
    ASSERT_TRUE(config);
    EXPECT_EQ(config->data, folder_);
}

TEST_F(Config, RefusesAFileThatNamesAnotherFolderThanItsOwn) {
    const auto here = std::filesystem::current_path();
    std::filesystem::create_directory(folder_ / "data");
    std::ofstream(folder_ / "data" / "fabnum.toml") << "data = \"/elsewhere\"";
    std::filesystem::current_path(folder_);
    const auto config = config::read({});
    std::filesystem::current_path(here);
    ASSERT_FALSE(config);
    EXPECT_EQ(config.refusal().facts[1].second, "/elsewhere");
}

TEST_F(Config, AsksForTheCertificateAndItsKeyTogether) {
    EXPECT_NE(refused({{"certificate-file", "a.pem"}}).find("name=key-file|"), std::string::npos);
    EXPECT_NE(refused({{"key-file", "k.pem"}}).find("name=certificate-file|"), std::string::npos);
    EXPECT_EQ(refused({{"key-file", "k.pem"}, {"certificate-file", "a.pem"}}), "");
}

TEST_F(Config, HelpNamesEverySetting) {
    const std::string text = help();
    for (const auto* name :
         {"--data DIR", "--listen HOST:PORT", "--database URL", "--public-address URL", "--demo ",
          "--certificate-file", "--key-file", "--trusted-proxies", "--mail-server", "--mail-user",
          "--mail-password-file", "--mail-from", "--workers", "--io-threads", "--development"})
        EXPECT_NE(text.find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace fabnum::config
