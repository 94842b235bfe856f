#include <iostream>
#include <optional>
#include <thread>

#include <signal.h>

#include "app/house.h"
#include "app/world/world.h"
#include "platform/http/server.h"
#include "platform/log/log.h"

namespace fabnum::app {

namespace {

// The first administrator of an empty house comes in by a link that works once.
void greet_first(House& house, Instant now) {
    const bool empty = house.database().read([](const sql::Reader& db) { return people::is_empty(db); });
    if (!empty) return;
    const auto token = house.database().write({}, [&](const sql::Writer& db) -> Result<std::string> {
        sessions::revoke_links(db, "first_admin", 1);
        return sessions::make_link(db, "first_admin", 1, now, std::chrono::hours{48});
    });
    std::cout
        << "\nNobody is here yet. The first administrator comes in by this link, once, within two days:\n  "
        << house.address() << "/premiere-fois/" << *token << "\n";
}

// Before the house opens: its thousand small acts wait for the disk once, not each.
void fill_demo(const config::Config& config, Instant now) {
    bring_up_to_date(config);
    const auto database = sql::Database::open({.where = database_of(config), .in_haste = true});
    if (!database->read([](const sql::Reader& db) { return people::is_empty(db); })) return;
    std::cout << "Filling the demonstration lab…\n" << std::flush;
    const files::Cabinet cabinet(config.data / "files");
    orders::Orders orders(*database, cabinet, address_of(config));
    const auto lab = world::build(*database, cabinet, orders, now);
    world::give_badges(*database, lab, key_of(config), now);
}

void greet_demo(House& house, Instant now) {
    std::cout << "\nOne way in per role (each link works once; the next start prints new ones):\n";
    for (const auto& link : world::sign_in_links(house.database(), house.orders(), now)) {
        const auto path = (link.role == "requester"  ? html::Url("/suivi")
                           : link.role == "referrer" ? html::Url("/orienter")
                                                     : html::Url("/entree")) /
                          link.token;
        std::cout << "  " << link.role << (link.detail.empty() ? "" : " (" + link.detail + ")") << ": "
                  << link.who << "\n    " << house.address() << path.text() << "\n";
    }
}

std::optional<clock::Shifted> other_time(const config::Config& config) {
    if (!config.at) return std::nullopt;
    return clock::Shifted(clock::instant_in("Europe/Paris", config.at->day, config.at->minutes));
}

}  // namespace

int serve(const config::Config& config) {
    // Signals wait for this thread; every other thread starts with them blocked.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);

    const auto demonstrated = other_time(config);
    const clock::Clock& clock = demonstrated ? *demonstrated : clock::system();
    if (config.demo) fill_demo(config, clock.now());
    House house(config, clock);
    http::ServerOptions options;
    options.address = config.listen_address;
    options.port = config.listen_port;
    options.io_threads = config.io_threads;
    options.workers = config.workers;
    options.temporary = config.data / "incoming";
    options.trusted_proxies = config.trusted_proxies;
    options.certificate_file = config.certificate_file;
    options.key_file = config.key_file;
    http::Server server(options, house.door());

    const Instant now = clock.now();
    if (config.demo)
        greet_demo(house, now);
    else
        greet_first(house, now);
    std::cout << "\nfabnum listens at " << house.address() << "\n" << std::flush;

    house.jobs().start();
    house.printers_watch().start();
    std::thread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        log::info("stopping", {{"signal", signal}});
        server.stop();
    });
    server.run();
    // run() also ends by itself when it cannot go on: let the waiting thread go home.
    pthread_kill(waiting.native_handle(), SIGTERM);
    waiting.join();
    house.printers_watch().stop();
    house.jobs().stop();
    return 0;
}

}  // namespace fabnum::app
