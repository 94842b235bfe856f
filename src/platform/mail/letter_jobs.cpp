#include <charconv>
#include <stdexcept>

#include "platform/clock/clock.h"
#include "platform/log/log.h"
#include "platform/mail/letter_store.h"
#include "platform/mail/message.h"
#include "platform/mail/smtp.h"

namespace fabnum::mail {
namespace {

LetterId letter_of(const jobs::Job& job) {
    LetterId id;
    std::from_chars(job.payload.data(), job.payload.data() + job.payload.size(), id.value);
    return id;
}

void set_mark(sql::Database& database, LetterId id, const Mark& mark_) {
    const auto marked = [&](const sql::Writer& db) -> Result<Done> {
        mark(db, id, mark_);
        return Done{};
    };
    static_cast<void>(database.write(Act{.by = {.role = Role::System}, .at = mark_.at}, marked));
}

void send(sql::Database& database, const config::Mail& settings, const jobs::Job& job) {
    const LetterId id = letter_of(job);
    const auto sending = database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!sending || sending->state != State::Waiting) return;
    const Instant now = clock::system().now();
    if (settings.server.empty()) return set_mark(database, id, {.state = State::Kept, .at = now});

    const Delivery delivery = deliver(message_of(sending->letter, settings, sending->written_at), settings);
    if (delivery.fate == Fate::Taken) {
        set_mark(database, id, {.state = State::Sent, .at = now});
        log::info("letter.sent", {{"letter", id.value}, {"tries", sending->tries + 1}});
        return;
    }
    const bool is_last = delivery.fate == Fate::Never || !jobs::next_try(job.attempts, now);
    set_mark(database, id,
             {.state = is_last ? State::NotSent : State::Waiting, .at = now, .reason = delivery.words});
    log::warning("letter.not_sent", {{"letter", id.value}, {"tries", sending->tries + 1}, {"last", is_last}});
    if (!is_last) throw std::runtime_error("the mail server does not take the letter now");
}

}  // namespace

void add_jobs(jobs::Runner& runner, sql::Database& database, const config::Mail& settings) {
    runner.on("letter", [&database, settings](const jobs::Job& job) { send(database, settings, job); });
}

std::string eml(const Letter& letter, const config::Mail& settings, Instant now) {
    return as_sent(message_of(letter, settings, now));
}

}  // namespace fabnum::mail
