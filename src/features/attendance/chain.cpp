#include "features/attendance/chain.h"

#include "platform/crypto/crypto.h"

namespace fabnum::attendance {

namespace {

// Length first, then content: no two different lines have the same bytes.
void add(std::string& bytes, std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
}
void add(std::string& bytes, std::int64_t number) {
    add(bytes, std::to_string(number));
}

}  // namespace

std::string hash_of(const Content& c) {
    std::string bytes;
    add(bytes, "fabnum.presence.1");
    add(bytes, c.role);
    add(bytes, c.person);
    add(bytes, c.name);
    add(bytes, c.cohort);
    add(bytes, c.day);
    add(bytes, c.half);
    add(bytes, c.covers);
    add(bytes, c.at);
    add(bytes, c.method);
    add(bytes, c.witness);
    add(bytes, c.drawing);
    add(bytes, c.salt);
    return crypto::sha256(bytes);
}

std::string hash_of(std::int64_t seq, std::string_view previous, std::string_view content_hash) {
    std::string bytes;
    add(bytes, "fabnum.presence.link.1");
    add(bytes, seq);
    add(bytes, previous);
    add(bytes, content_hash);
    return crypto::sha256(bytes);
}

Link linked(std::int64_t seq, std::string_view previous, const Content& content) {
    Link link{.seq = seq, .content_hash = hash_of(content), .previous = std::string(previous), .hash = {}};
    link.hash = hash_of(seq, previous, link.content_hash);
    return link;
}

void Walk::stop(std::int64_t at, std::string why) {
    finding_.broken_at = at;
    finding_.why = std::move(why);
}

void Walk::step(const Shown& line) {
    if (!finding_) return;
    const Link& link = line.link;
    if (link.seq != next_) return stop(next_, "line missing or moved");
    if (link.previous != previous_) return stop(next_, "not chained to the line before");
    if (line.content && hash_of(*line.content) != link.content_hash) return stop(next_, "content changed");
    if (hash_of(link.seq, link.previous, link.content_hash) != link.hash) return stop(next_, "line changed");
    ++finding_.lines;
    if (line.content) ++finding_.own;
    previous_ = link.hash;
    ++next_;
}

}  // namespace fabnum::attendance
