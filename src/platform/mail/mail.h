#pragma once

// Letters. A verb writes a letter inside its transaction; a job sends it after the commit, by SMTP (libcurl),
// as text and HTML. What was sent, or not and why, stays readable in the log of letters.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/config/config.h"
#include "platform/jobs/runner.h"
#include "platform/sql/sql.h"

namespace fabnum::mail {

using LetterId = Id<struct LetterTag>;

// A letter's content, as paragraphs, so that text and HTML say the same. `link` is the one thing to do.
struct Letter {
    std::string to = {};  // "samira@fabnum.example"
    std::string to_name = {};
    std::string subject = {};
    std::vector<std::string> paragraphs = {};
    std::string link_words = {}, link = {};  // "Suivre ma commande", absolute address; both "" when none
    std::string footer = {};                 // why they get this letter
    std::string language = "fr";             // "fr-tu" to those who are said tu, or "en"
    std::string about_kind = {};             // "order"; what it is about, for the log
    std::int64_t about = 0;
    SiteId site = {};
};

enum class State {
    Waiting,
    Sent,
    NotSent,
    Kept
};  // Kept: no mail server is set, the letter can be read on screen
struct Sending {
    LetterId id = {};
    Letter letter = {};
    State state = State::Waiting;
    Instant written_at = {}, sent_at = {};  // sent_at.micros 0: not yet
    int tries = 0;
    std::string reason = {};  // why not, in the mail server's words, or a key of ours: "mail.not_an_address"
};

// Puts the letter in the box, in the caller's transaction. A wrong address is kept as NotSent with its
// reason.
LetterId post(const sql::Writer& db, const Letter& letter, Instant now);

std::optional<Sending> find(const sql::Reader& db, LetterId id);
// The latest first; `site` none: all.
std::vector<Sending> recent(const sql::Reader& db, SiteId site, int most, int skip);
std::vector<Sending> about(const sql::Reader& db, std::string_view kind, std::int64_t subject);

// Forgets what was written about one thing and to whom: that something was sent stays. What still waits is
// not sent any more. Answers how many.
std::int64_t forget(const sql::Writer& db, std::string_view kind, std::int64_t subject);

// Sends what waits, by jobs of kind "letter"; registered once by the composition root.
void add_jobs(jobs::Runner& runner, sql::Database& database, const config::Mail& settings);

// The message as it goes over the wire (RFC 5322, multipart/alternative), made by libcurl's MIME; for tests.
std::string eml(const Letter& letter, const config::Mail& settings, Instant now);

// Whether the text has the shape of an address: one @, a dot in the domain, no space or control character.
bool is_address(std::string_view text);

}  // namespace fabnum::mail
