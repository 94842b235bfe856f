#pragma once

// The chain of signatures: who signed for which half-day, when and how; each line holds the hash of the line
// before, so that a line changed, dropped or moved shows. Pure. Changing how a line becomes bytes breaks
// every chain that was ever written.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace fabnum::attendance {

enum class Signer { Participant, Trainer };
inline constexpr std::pair<std::string_view, Signer> signers[] = {{"participant", Signer::Participant},
                                                                  {"trainer", Signer::Trainer}};

// What a signature says. Words, not numbers of ours alone: it is read outside of the house.
struct Content {
    std::string role;  // "participant", "trainer"
    std::int64_t person = 0;
    std::string name;  // as it was when they signed
    std::int64_t cohort = 0;
    std::string day, half;  // "2026-11-24", "am"
    std::string covers;     // "present 180"; of a trainer, each line of the sheet
    std::int64_t at = 0;    // microseconds since 1970
    std::string method;     // "pin", "drawn", "badge", "paper"
    std::int64_t witness = 0;
    std::string drawing;  // SHA-256 of the drawn signature, 64 characters, or ""
    std::string salt;     // 16 bytes: nobody finds a line of others by trying likely ones

    friend bool operator==(const Content&, const Content&) = default;
};

struct Link {
    std::int64_t seq = 0;
    std::string content_hash, previous, hash;  // 32 bytes each
};

inline const std::string no_link(32, '\0');  // what the first line is chained to

std::string hash_of(const Content& content);
std::string hash_of(std::int64_t seq, std::string_view previous, std::string_view content_hash);
Link linked(std::int64_t seq, std::string_view previous, const Content& content);

// One line on its way out: its link, and its content when it is of what was asked.
struct Shown {
    Link link;
    std::optional<Content> content;
};

struct Finding {
    std::int64_t lines = 0, own = 0;        // that hold together; of these, with their content
    std::optional<std::int64_t> broken_at;  // the line where something was changed, dropped or moved
    std::string why;

    explicit operator bool() const { return why.empty(); }
};

// Follows lines from `previous` on; each has the number after the last.
class Walk {
 public:
    Walk(std::int64_t first, std::string previous) : next_(first), previous_(std::move(previous)) {}
    void step(const Shown& line);
    const Finding& finding() const { return finding_; }
    const std::string& last_hash() const { return previous_; }
    std::int64_t next() const { return next_; }

 private:
    void stop(std::int64_t at, std::string why);
    std::int64_t next_;
    std::string previous_;
    Finding finding_;
};

}  // namespace fabnum::attendance
