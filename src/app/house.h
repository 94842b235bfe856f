#pragma once

// The composition root: opens every room once and owns them. The only place that knows all of them.

#include <memory>
#include <string>

#include "features/attendance/pages/pages.h"
#include "features/authorisations/pages/pages.h"
#include "features/civics/pages/pages.h"
#include "features/cohorts/pages/pages.h"
#include "features/deadlines/pages/pages.h"
#include "features/home/pages/pages.h"
#include "features/imports/pages/pages.h"
#include "features/kiosk/pages/pages.h"
#include "features/machines/pages/pages.h"
#include "features/maintenance/pages/pages.h"
#include "features/messages/pages/pages.h"
#include "features/orders/pages/pages.h"
#include "features/outcomes/pages/pages.h"
#include "features/parameters/pages/pages.h"
#include "features/partners/pages/pages.h"
#include "features/paths/pages/pages.h"
#include "features/people/pages/pages.h"
#include "features/printers/pages/pages.h"
#include "features/privacy/pages/pages.h"
#include "features/production/pages/pages.h"
#include "features/projects/pages/pages.h"
#include "features/records/pages/pages.h"
#include "features/recruitment/pages/pages.h"
#include "features/sites/pages/pages.h"
#include "features/statements/pages/pages.h"
#include "features/teaching/pages/pages.h"
#include "features/timetable/pages/pages.h"
#include "features/volunteering/pages/pages.h"
#include "features/workshop/pages/pages.h"
#include "platform/clock/clock.h"
#include "platform/config/config.h"
#include "platform/jobs/runner.h"
#include "platform/jobs/watch.h"
#include "platform/web/house.h"

namespace fabnum::app {

// What stands before the paths of letters and of printed links: "https://fabnum.example".
std::string address_of(const config::Config& config);
// "data/fabnum.db" or the PostgreSQL address.
std::string database_of(const config::Config& config);
// Makes the data folder and runs the migrations; answers how many ran.
int bring_up_to_date(const config::Config& config);
// The house's own secret, made once, readable by its owner only (data/key).
std::string key_of(const config::Config& config);

class House {
 public:
    House(config::Config config, const clock::Clock& clock);

    sql::Database& database() { return *database_; }
    const files::Cabinet& cabinet() const { return cabinet_; }
    orders::Orders& orders() { return orders_; }
    const web::Routes& routes() const { return routes_; }
    http::Application& door() { return *door_; }
    jobs::Runner& jobs() { return jobs_; }
    jobs::Watch& printers_watch() { return printers_watch_; }
    // One round of it, here and now: printers are asked, jobs follow. For tests.
    void look_at_printers();
    const config::Config& config() const { return config_; }
    const std::string& key() const { return people_room_.key; }  // of this house
    const std::string& address() const { return address_; }      // "http://127.0.0.1:8080"

 private:
    config::Config config_;
    const clock::Clock& clock_;
    std::string address_;
    std::unique_ptr<sql::Database> database_;
    files::Cabinet cabinet_;
    pdf::Printer printer_;
    orders::Orders orders_;
    people::Doorman doorman_;
    people::Room people_room_;
    imports::Room imports_room_;
    sites::Room sites_room_;
    parameters::Room parameters_room_;
    cohorts::Room cohorts_room_;
    partners::Room partners_room_;
    projects::Room projects_room_;
    orders::Room orders_room_;
    timetable::Room timetable_room_;
    attendance::Room attendance_room_;
    outcomes::Room outcomes_room_;
    volunteering::Room volunteering_room_;
    civics::Room civics_room_;
    kiosk::Room kiosk_room_;
    statements::Room statements_room_;
    teaching::Room teaching_room_;
    messages::Room messages_room_;
    paths::Room paths_room_;
    deadlines::Room deadlines_room_;
    home::Room home_room_;
    records::Room records_room_;
    privacy::Room privacy_room_;
    recruitment::Room recruitment_room_;
    machines::Room machines_room_;
    maintenance::Room maintenance_room_;
    authorisations::Room authorisations_room_;
    workshop::Room workshop_room_;
    printers::Room printers_room_;
    production::Room production_room_;
    production::Tools production_tools_;
    web::Routes routes_;
    std::unique_ptr<web::House> door_;
    jobs::Runner jobs_;
    jobs::Watch printers_watch_;
};

// Serves until SIGINT or SIGTERM; answers the exit code.
int serve(const config::Config& config);

}  // namespace fabnum::app
