#include "app/house.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/plain_pages.h"
#include "app/production_work.h"
#include "app/upkeep.h"
#include "design/page.h"
#include "platform/crypto/crypto.h"
#include "platform/mail/mail.h"
#include "platform/sql/migrations.h"

namespace fabnum::app {

namespace {

config::Config ready(config::Config config) {
    bring_up_to_date(config);
    return config;
}

}  // namespace

std::string address_of(const config::Config& config) {
    if (!config.public_address.empty()) return config.public_address;
    const std::string scheme = config.certificate_file.empty() ? "http://" : "https://";
    return scheme + config.listen_address + ":" + std::to_string(config.listen_port);
}

std::string database_of(const config::Config& config) {
    return config.database.empty() ? (config.data / "fabnum.db").string() : config.database;
}

int bring_up_to_date(const config::Config& config) {
    std::filesystem::create_directories(config.data);
    std::filesystem::permissions(config.data, std::filesystem::perms::owner_all);
    return sql::migrate(database_of(config), sql::house_migrations(), clock::system().now());
}

std::string key_of(const config::Config& config) {
    const auto path = config.data / "key";
    if (!std::filesystem::exists(path)) {
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
        const std::string key = crypto::random_bytes(crypto::key_size);
        const bool kept = file >= 0 &&
                          ::write(file, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                          ::fsync(file) == 0;
        if (file >= 0) ::close(file);
        if (!kept) throw std::runtime_error("cannot keep the key of the house in " + path.string());
    }
    std::ifstream in(path, std::ios::binary);
    std::string key{std::istreambuf_iterator<char>(in), {}};
    if (key.size() != crypto::key_size)
        throw std::runtime_error("the key of the house is damaged: " + path.string());
    return key;
}

House::House(config::Config config, const clock::Clock& clock)
    : config_(ready(std::move(config))),
      clock_(clock),
      address_(address_of(config_)),
      database_(sql::Database::open({.where = database_of(config_), .readers = config_.workers})),
      cabinet_(config_.data / "files"),
      orders_(*database_, cabinet_, address_),
      doorman_(*database_, messages::unread),
      people_room_{*database_, printer_, key_of(config_), address_},
      imports_room_{*database_},
      sites_room_{*database_},
      parameters_room_{*database_},
      cohorts_room_{*database_, civics::cohort_card},
      partners_room_{*database_},
      projects_room_{*database_, cabinet_},
      orders_room_{*database_, cabinet_, printer_, orders_, address_},
      timetable_room_{*database_},
      attendance_room_{*database_, cabinet_, printer_, address_},
      outcomes_room_{*database_, cabinet_, printer_, address_},
      volunteering_room_{*database_, cabinet_, printer_},
      civics_room_{*database_, cabinet_},
      kiosk_room_{*database_, key_of(config_)},
      statements_room_{*database_, printer_, address_},
      teaching_room_{*database_, cabinet_},
      messages_room_{*database_},
      paths_room_{*database_, orders_},
      deadlines_room_{*database_, orders_},
      home_room_{*database_, cabinet_, orders_, address_},
      records_room_{*database_, orders_},
      privacy_room_{*database_},
      recruitment_room_{
          *database_, {*database_, address_}, {*database_, address_}, {*database_, address_}, address_},
      machines_room_{*database_, cabinet_, printer_, address_},
      maintenance_room_{*database_},
      authorisations_room_{*database_},
      workshop_room_{*database_},
      printers_room_{*database_, key_of(config_)},
      production_room_{*database_, cabinet_, address_},
      production_tools_{*database_, cabinet_, key_of(config_)},
      jobs_(*database_, clock),
      printers_watch_("printers", std::chrono::seconds{2}, [this] { look_at_printers(); }) {
    people::add_pages(routes_, people_room_);
    imports::add_pages(routes_, imports_room_);
    sites::add_pages(routes_, sites_room_);
    parameters::add_pages(routes_, parameters_room_);
    cohorts::add_pages(routes_, cohorts_room_);
    partners::add_pages(routes_, partners_room_);
    orders::add_pages(routes_, orders_room_);
    projects::add_pages(routes_, projects_room_);
    timetable::add_pages(routes_, timetable_room_);
    attendance::add_pages(routes_, attendance_room_);
    outcomes::add_pages(routes_, outcomes_room_);
    volunteering::add_pages(routes_, volunteering_room_);
    civics::add_pages(routes_, civics_room_);
    kiosk::add_pages(routes_, kiosk_room_);
    statements::add_pages(routes_, statements_room_);
    teaching::add_pages(routes_, teaching_room_);
    messages::add_pages(routes_, messages_room_);
    paths::add_pages(routes_, paths_room_);
    deadlines::add_pages(routes_, deadlines_room_);
    home::add_pages(routes_, home_room_);
    records::add_pages(routes_, records_room_);
    privacy::add_pages(routes_, privacy_room_);
    recruitment::add_pages(routes_, recruitment_room_);
    machines::add_pages(routes_, machines_room_);
    maintenance::add_pages(routes_, maintenance_room_);
    authorisations::add_pages(routes_, authorisations_room_);
    workshop::add_pages(routes_, workshop_room_);
    printers::add_pages(routes_, printers_room_);
    production::add_pages(routes_, production_room_);
    add_plain_pages(routes_, *this);
    door_ = std::make_unique<web::House>(
        routes_, doorman_, *database_, clock, design::trouble_page,
        web::HouseOptions{.public_address = address_, .secure_cookies = address_.starts_with("https://")});
    mail::add_jobs(jobs_, *database_, config_.mail);
    add_upkeep(jobs_, *database_, cabinet_, clock, address_);
    add_production_work(jobs_, production_tools_, production_room_.news, clock);
}

void House::look_at_printers() {
    const Instant now = clock_.now();
    const bool seen = printers::look_around(*database_, printers_room_.key, now);
    const bool moved = production::follow(production_tools_, now);
    // "beat" finds out which readers left.
    production_room_.news.tell(seen || moved ? "changed" : "beat");
}

}  // namespace fabnum::app
