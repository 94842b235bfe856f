#include "platform/journal/chain.h"

#include "platform/crypto/crypto.h"

namespace fabnum::journal {

namespace {

// Length first, then content: no two different lines have the same bytes.
class Canonical {
 public:
    explicit Canonical(std::string_view domain) { add(domain); }
    void add(std::int64_t number) {
        const auto bits = static_cast<std::uint64_t>(number);
        for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift & 0xff);
    }
    void add(std::string_view text) {
        add(static_cast<std::int64_t>(text.size()));
        bytes_ += text;
    }
    std::string hash() const { return crypto::sha256(bytes_); }

 private:
    std::string bytes_;
};

}  // namespace

std::string hash_of_details(const Link& link) {
    Canonical bytes("fabnum.details.1");
    bytes.add(link.salt);
    bytes.add(link.before);
    bytes.add(link.after);
    return bytes.hash();
}

std::string hash_of(const Link& link) {
    Canonical bytes("fabnum.journal.1");
    bytes.add(link.previous);
    bytes.add(link.seq);
    bytes.add(link.at);
    bytes.add(link.actor);
    bytes.add(link.role);
    bytes.add(link.site);
    bytes.add(link.action);
    bytes.add(link.subject_kind);
    bytes.add(link.subject);
    bytes.add(link.details_hash);
    return bytes.hash();
}

bool has_details(const Link& link) {
    return !(link.salt.empty() && link.before.empty() && link.after.empty());
}

Link link_from(sql::Row& row) {
    Link link;
    link.seq = row.take<std::int64_t>();
    link.at = row.take<std::int64_t>();
    link.actor = row.take<PersonId>().value;
    link.role = row.take<std::string>();
    link.site = row.take<SiteId>().value;
    link.action = row.take<std::string>();
    link.subject_kind = row.take<std::string>();
    link.subject = row.take<std::int64_t>();
    link.before = row.take<std::string>();
    link.after = row.take<std::string>();
    link.salt = row.take<sql::Bytes>().bytes;
    link.details_hash = row.take<sql::Bytes>().bytes;
    link.previous = row.take<sql::Bytes>().bytes;
    link.hash = row.take<sql::Bytes>().bytes;
    return link;
}

}  // namespace fabnum::journal
