#include <algorithm>

#include "platform/journal/chain.h"
#include "platform/journal/journal.h"

namespace fabnum::journal {

namespace {

constexpr int lines_at_a_time = 10'000;

// Follows the chain line by line, up to the first that does not fit.
class Walk {
 public:
    explicit Walk(const std::vector<Head>& known) : known_(known) {}

    void step(const Link& link) {
        if (verdict_.broken_at) return;
        const std::int64_t expected = verdict_.lines + 1;
        if (link.seq != expected) return stop(expected, "line missing");
        if (link.previous != last_hash_) return stop(expected, "not chained to the line before");
        const std::string details_hash = hash_of_details(link);
        const bool are_blank = !has_details(link);
        if (!are_blank && link.details_hash != details_hash) return stop(expected, "details changed");
        if (link.hash != hash_of(link)) return stop(expected, "line changed");
        for (const Head& head : known_)
            if (head.seq == link.seq && head.hash != link.hash)
                return stop(expected, "not the line known elsewhere");
        if (are_blank && link.details_hash != details_hash) ++verdict_.blanked;
        ++verdict_.lines;
        last_hash_ = link.hash;
    }

    void end_at(const Head& end) {
        const std::int64_t expected = verdict_.lines + 1;
        std::int64_t last = end.seq;
        for (const Head& head : known_) last = std::max(last, head.seq);
        if (verdict_.broken_at) return;
        if (last > verdict_.lines)
            stop(expected, "lines missing at the end");
        else if (end.seq != verdict_.lines || end.hash != last_hash_)
            stop(expected, "not the end that was noted");
    }

    std::int64_t lines() const { return verdict_.lines; }
    const Verdict& verdict() const { return verdict_; }

 private:
    void stop(std::int64_t at, std::string why) {
        verdict_.broken_at = at;
        verdict_.why = std::move(why);
    }

    const std::vector<Head>& known_;
    std::string last_hash_ = no_hash;
    Verdict verdict_;
};

}  // namespace

Verdict verify(const sql::Reader& db, const std::vector<Head>& known) {
    Walk walk(known);
    const std::string some =
        "SELECT " + std::string(link_columns) + " FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2";
    std::int64_t last = 0;
    for (bool is_more = true; is_more && !walk.verdict().broken_at;) {
        const std::int64_t before = walk.lines();
        const auto step = [&](sql::Row& row) {
            const Link link = link_from(row);
            last = link.seq;
            walk.step(link);
        };
        db.each(step, {last, lines_at_a_time}, some);
        is_more = walk.lines() == before + lines_at_a_time;
    }
    walk.end_at(head(db));
    return walk.verdict();
}

}  // namespace fabnum::journal
