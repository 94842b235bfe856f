#include "tests/support/cluster.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/crypto/crypto.h"
#include "platform/sql/session.h"

namespace fabnum::support {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

std::string programs() {
    for (const char* const version : {"15", "16", "17"}) {
        std::string folder = std::string("/usr/lib/postgresql/") + version + "/bin";
        if (fs::exists(folder + "/initdb")) return folder;
    }
    throw std::runtime_error("PostgreSQL is not installed: apt-get install postgresql-15");
}

// PostgreSQL refuses to run as root.
const passwd* other_user() {
    if (::geteuid() != 0) return nullptr;
    const passwd* const user = ::getpwnam("postgres");
    if (user == nullptr) throw std::runtime_error("no user postgres: apt-get install postgresql-15");
    return user;
}

pid_t started(const std::vector<std::string>& command, const std::string& log) {
    const passwd* const user = other_user();
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (user != nullptr &&
        (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);  // a test program that is killed does not leave it behind
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0 || ::dup2(file, STDOUT_FILENO) < 0 || ::dup2(file, STDERR_FILENO) < 0) ::_exit(126);
    if (::chdir("/") != 0) ::_exit(126);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execv(words[0], words.data());
    ::_exit(127);
}

std::string text_of(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Cluster {
 public:
    Cluster() : owner_(::getpid()), folder_("/tmp/fabnum_pg_" + crypto::hex(crypto::random_bytes(6))) {
        fs::create_directory(folder_);
        if (const passwd* const user = other_user())
            if (::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown");
        const std::string data = folder_ + "/data", log = folder_ + "/log";
        const std::string bin = programs();
        const pid_t making = started({bin + "/initdb", "-D", data, "-U", "fabnum", "-A", "trust", "-E",
                                      "UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                                     log);
        int status = 0;
        ::waitpid(making, &status, 0);
        if (status != 0) throw std::runtime_error("initdb failed: " + text_of(log));
        server_ = started({bin + "/postgres", "-D", data, "-k", folder_, "-c", "listen_addresses=", "-c",
                           "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200", "-c",
                           "shared_buffers=64MB", "-c", "autovacuum=off"},
                          log);
        address_ = "postgresql:///postgres?user=fabnum&host=" + folder_;
        wait_until_it_answers(log);
    }
    ~Cluster() {
        if (::getpid() != owner_) return;  // a child of the test that ends
        ::kill(server_, SIGQUIT);
        ::waitpid(server_, nullptr, 0);
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;
    const std::string& address() const { return address_; }

 private:
    void wait_until_it_answers(const std::string& log) const {
        for (int tries = 0; tries < 1500; ++tries) {
            try {
                sql::connect(address_);
                return;
            } catch (const sql::Broken&) {
                if (::waitpid(server_, nullptr, WNOHANG) != 0) break;
                std::this_thread::sleep_for(20ms);
            }
        }
        throw std::runtime_error("PostgreSQL did not start: " + text_of(log));
    }

    pid_t owner_;
    std::string folder_, address_;
    pid_t server_ = 0;
};

}  // namespace

const std::string& cluster_address() {
    static const std::string given = [] {
        const char* const variable = std::getenv("FABNUM_TEST_POSTGRES");
        return std::string(variable == nullptr ? "" : variable);
    }();
    if (!given.empty()) return given;
    static const Cluster cluster;
    return cluster.address();
}

std::string address_of(const std::string& database) {
    std::string address = cluster_address();
    const std::size_t options = std::min(address.find('?'), address.size());
    const std::size_t host = address.find("//") + 2;
    const std::size_t slash = std::min(address.find('/', host), options);
    return address.replace(slash, options - slash, "/" + database);
}

}  // namespace fabnum::support
