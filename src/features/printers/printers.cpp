#include "features/printers/printers.h"

#include <algorithm>

#include "base/text.h"
#include "features/printers/driver.h"
#include "features/printers/printer_store.h"
#include "platform/crypto/crypto.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::printers {

namespace {

using namespace std::chrono_literals;

// What a secret is sealed for: that machine, at that address.
std::string about(machines::MachineId machine, std::string_view address) {
    return "printers.secret:" + std::to_string(machine.value) + ":" + std::string(address);
}

// When a printer is asked again: often while it works, seldom while it is away.
std::chrono::seconds patience_for(Condition condition) {
    switch (condition) {
        case Condition::Printing:
        case Condition::Paused:
        case Condition::Busy: return 4s;
        case Condition::Offline: return 30s;
        default: return 12s;
    }
}

bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
}

void note(const sql::Writer& db, const Act& act, std::string_view action, machines::MachineId machine,
          SiteId site, std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "machine",
                         .subject = machine.value,
                         .site = site,
                         .after = std::move(after)});
}

// A printer with its secret in hand; nullopt when the house's key no longer opens it.
struct Opened {
    Printer printer;
    Line line;
    const Driver& driver;
};
std::optional<Opened> opened(const sql::Reader& db, const Printer& printer, std::string_view key) {
    const auto sealed = store::sealed_secret(db, printer.machine);
    const auto address = outgoing::Address::read(printer.address);
    if (!sealed || !address) return std::nullopt;
    auto secret = crypto::opened(key, about(printer.machine, printer.address), *sealed);
    if (!secret) return std::nullopt;
    return Opened{.printer = printer,
                  .line = {.address = *address,
                           .user = printer.user,
                           .secret = std::move(*secret),
                           .storage = printer.storage},
                  .driver = driver_of(printer.kind)};
}

std::optional<Opened> opened(sql::Database& database, machines::MachineId machine, std::string_view key) {
    return database.read([&](const sql::Reader& db) -> std::optional<Opened> {
        const auto printer = store::find(db, machine);
        if (!printer) return std::nullopt;
        return opened(db, *printer, key);
    });
}

// The questions of several printers as one list, and each one's own share of the answers.
class Round {
 public:
    void add(const Questions& questions) {
        parts_.emplace_back(all_.size(), questions.size());
        all_.insert(all_.end(), questions.begin(), questions.end());
    }
    void ask() { answers_ = outgoing::ask_all(all_); }
    Answers answers_of(std::size_t part) const {
        const auto from = answers_.begin() + static_cast<std::ptrdiff_t>(parts_[part].first);
        return {from, from + static_cast<std::ptrdiff_t>(parts_[part].second)};
    }

 private:
    Questions all_;
    std::vector<std::pair<std::size_t, std::size_t>> parts_;
    Answers answers_;
};

struct Look {
    Seen seen;
    std::optional<Identity> identity = {};
};

// A printer never met is asked what it is first: only the program that was registered is believed.
Questions questions_for(const Opened& one) {
    return one.printer.program.empty() ? one.driver.probe(one.line) : one.driver.look(one.line);
}
Look look_in(const Opened& one, const Answers& answers) {
    if (!one.printer.program.empty()) return {.seen = one.driver.seen(answers)};
    const auto identity = one.driver.probed(answers);
    if (!identity) return {.seen = offline(identity.refusal())};
    return {.seen = {.condition = Condition::Unknown}, .identity = *identity};
}

bool is_news(const Printer& before, const Seen& after) {
    const auto percent = [](const Seen& seen) {
        return seen.share ? static_cast<int>(*seen.share * 100) : -1;
    };
    return before.seen.condition != after.condition || before.seen.file != after.file ||
           before.seen.words != after.words || percent(before.seen) != percent(after);
}

}  // namespace

std::optional<Printer> find(const sql::Reader& db, machines::MachineId machine) {
    return store::find(db, machine);
}

std::map<machines::MachineId, Printer> of_site(const sql::Reader& db, SiteId site) {
    std::map<machines::MachineId, Printer> all;
    for (auto& one : store::of_site(db, site)) all.emplace(one.machine, std::move(one));
    return all;
}

bool may_register(const Actor& actor, SiteId site) {
    return (actor.role == Role::Admin || actor.role == Role::Coordinator) && reaches(actor, site);
}

Result<Done> register_printer(sql::Database& database, const Act& act, const Registering& one,
                              std::string_view key) {
    const auto address = outgoing::Address::read(trimmed(one.address));
    if (!address) return address.refusal();
    if (!is_plain(one.secret) || !is_plain(one.user)) return Refusal{"printers.secret_unclear"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto machine = machines::find(db, one.machine);
        if (!machine) return Refusal{"printers.not_there"};
        const SiteId site = machine->machine.site;
        if (!may_register(act.by, site)) return Refusal{"printers.not_yours"};
        std::string secret = one.secret;
        if (const auto before = store::find(db, one.machine);
            secret.empty() && before && before->address == address->text())
            if (const auto known = opened(db, *before, key)) secret = known->line.secret;
        store::put(db,
                   {.machine = one.machine,
                    .site = site,
                    .kind = one.kind,
                    .address = address->text(),
                    .user = std::string(trimmed(one.user)),
                    .secret_sealed = crypto::sealed(key, about(one.machine, address->text()), secret)},
                   act);
        note(db, act, "printer.registered", one.machine, site,
             json::object({{"kind", word_of(one.kind)}, {"address", address->text()}}));
        return Done{};
    });
}

Result<Done> forget(sql::Database& database, const Act& act, machines::MachineId machine) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto printer = store::find(db, machine);
        if (!printer) return Refusal{"printers.not_there"};
        if (!may_register(act.by, printer->site)) return Refusal{"printers.not_yours"};
        store::remove(db, machine);
        note(db, act, "printer.forgotten", machine, printer->site, "");
        return Done{};
    });
}

std::map<machines::MachineId, Room3> rooms(const sql::Reader& db, SiteId site) {
    return store::rooms(db, site);
}

Result<Done> set_room(sql::Database& database, const Act& act, machines::MachineId machine, const Room3& mm) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto sight = machines::find(db, machine);
        if (!sight) return Refusal{"printers.not_there"};
        if (!may_register(act.by, sight->machine.site)) return Refusal{"printers.not_yours"};
        store::set_room(db, machine, sight->machine.site, mm);
        note(db, act, "printer.measured", machine, sight->machine.site,
             json::object({{"x_mm", mm[0]}, {"y_mm", mm[1]}, {"z_mm", mm[2]}}));
        return Done{};
    });
}

bool look_around(sql::Database& database, std::string_view key, Instant now) {
    const auto all = database.read([&](const sql::Reader& db) {
        std::vector<Opened> opened_ones;
        for (const Printer& printer : store::due(db, now))
            if (auto one = opened(db, printer, key)) opened_ones.push_back(std::move(*one));
        return opened_ones;
    });
    if (all.empty()) return false;
    Round round;
    for (const Opened& one : all) round.add(questions_for(one));
    round.ask();
    bool news = false;
    const auto written = database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Look look = look_in(all[i], round.answers_of(i));
            news = news || is_news(all[i].printer, look.seen);
            if (look.identity)
                store::set_identity(db, all[i].printer.id, look.identity->program, look.identity->storage);
            const bool answered = look.seen.condition != Condition::Offline;
            store::set_seen(db, all[i].printer.id, look.seen, answered, now,
                            look.identity ? now : now + patience_for(look.seen.condition));
        }
        return Done{};
    });
    return news && static_cast<bool>(written);
}

Result<Sent> send(sql::Database& database, std::string_view key, machines::MachineId machine,
                  const Parcel& parcel, Instant now) {
    auto one = opened(database, machine, key);
    if (!one) return Refusal{"printers.not_there"};
    // Who is there, and where it keeps files today: a USB key may have been changed since.
    const auto identity = one->driver.probed(outgoing::ask_all(one->driver.probe(one->line)));
    if (!identity) return identity.refusal();
    if (identity->room && *identity->room < parcel.size) return Refusal{"printers.full"};
    one->line.storage = identity->storage;
    const Seen seen = one->driver.seen(outgoing::ask_all(one->driver.look(one->line)));
    if (seen.condition == Condition::Offline) return Refusal{seen.words};
    // It began before the line went dead, or before this program did.
    if (seen.condition == Condition::Printing && is_file(seen.file, parcel.name))
        return Sent{.file = seen.file, .started = true};
    if (!takes_work(seen.condition)) return Refusal{"printers.busy"};
    auto sent = one->driver.sent(outgoing::ask(one->driver.send(one->line, parcel)), parcel);
    if (!sent) return sent;
    Sent answer = *sent;
    if (!answer.started) {
        const auto started = one->driver.started(outgoing::ask(one->driver.start(one->line, answer.file)));
        if (!started) return started.refusal();
        answer.started = true;
    }
    static_cast<void>(database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        store::look_again(db, machine, now);
        return Done{};
    }));
    return answer;
}

Result<Done> stop(sql::Database& database, std::string_view key, machines::MachineId machine) {
    const auto one = opened(database, machine, key);
    if (!one) return Refusal{"printers.not_there"};
    const Seen seen = one->driver.seen(outgoing::ask_all(one->driver.look(one->line)));
    if (seen.condition == Condition::Offline) return Refusal{seen.words};
    const auto question = one->driver.cancel(one->line, seen);
    if (!question) return Refusal{"printers.nothing_to_stop"};
    return one->driver.cancelled(outgoing::ask(*question));
}

std::optional<Past> past(sql::Database& database, std::string_view key, machines::MachineId machine,
                         std::string_view file, Instant since) {
    const auto one = opened(database, machine, key);
    if (!one) return std::nullopt;
    const auto question = one->driver.past(one->line, file, since);
    if (!question) return std::nullopt;
    return one->driver.read_past(outgoing::ask(*question), file, since);
}

}  // namespace fabnum::printers
