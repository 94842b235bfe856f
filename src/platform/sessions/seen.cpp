#include "platform/sessions/seen.h"

namespace fabnum::sessions {

namespace {

using namespace std::chrono_literals;
constexpr std::size_t many = 10'000;

}  // namespace

void Seen::touch(sql::Database& database, const Session& session, Instant now) {
    if (now - session.seen >= 1min && is_first(session.id, now)) sessions::touch(database, session, now);
}

bool Seen::is_first(SessionId id, Instant now) {
    const std::lock_guard lock(mutex_);
    if (noted_.size() > many)
        std::erase_if(noted_, [&](const auto& one) { return now - one.second >= 1min; });
    const auto [found, is_new] = noted_.try_emplace(id, now);
    if (is_new) return true;
    if (now - found->second < 1min) return false;
    found->second = now;
    return true;
}

}  // namespace fabnum::sessions
