#include "features/teaching/teaching_store.h"

#include "base/words.h"

namespace fabnum::teaching::store {

namespace {

Subject subject_from(sql::Row& row) {
    Subject one;
    const auto activity = row.take<std::string>();
    for (const auto& [word, kind] : projects::activities)
        if (word == activity) one.activity = kind;
    one.topic = row.take<std::string>();
    return one;
}

std::string_view activity_word(const Subject& subject) {
    return subject.activity ? word_in(projects::activities, *subject.activity) : std::string_view();
}

Wish wish_from(sql::Row& row) {
    Wish one;
    one.id = row.take<WishId>();
    one.person = row.take<PersonId>();
    one.site = row.take<SiteId>();
    one.side = value_in(sides, row.take<std::string>());
    one.subject = subject_from(row);
    one.said = row.take<Instant>();
    return one;
}

Pair pair_from(sql::Row& row) {
    Pair one;
    one.id = row.take<PairId>();
    one.site = row.take<SiteId>();
    one.shows = row.take<PersonId>();
    one.learns = row.take<PersonId>();
    one.subject = subject_from(row);
    one.state = value_in(pair_states, row.take<std::string>());
    one.asked_by = row.take<PersonId>();
    one.asked_at = row.take<Instant>();
    one.on = row.take<std::optional<Day>>();
    one.told = row.take<std::string>();
    one.photo = row.take<files::FileId>();
    one.shown_at = row.take<std::optional<Instant>>();
    one.learned_at = row.take<std::optional<Instant>>();
    return one;
}

constexpr std::string_view wish_columns =
    "SELECT id, person_id, site_id, side, activity, topic, said_at FROM teaching_wishes ";
constexpr std::string_view pair_columns =
    "SELECT id, site_id, shows_id, learns_id, activity, topic, state, asked_by, asked_at, on_day, told, "
    "photo_id, shown_at, learned_at FROM teaching_pairs ";

}  // namespace

std::vector<Wish> wishes_on(const sql::Reader& db, SiteId site) {
    return db.all(wish_from, {site},
                  std::string(wish_columns) + "WHERE site_id = $1 AND ended_at IS NULL ORDER BY said_at, id");
}

std::optional<Wish> find_wish(const sql::Reader& db, WishId id) {
    return db.one(wish_from, {id}, std::string(wish_columns) + "WHERE id = $1 AND ended_at IS NULL");
}

WishId insert(const sql::Writer& db, const Wish& wish) {
    return db.insert<WishId>({wish.person, wish.site, word_in(sides, wish.side), activity_word(wish.subject),
                              wish.subject.topic, wish.said},
                             R"sql(
        INSERT INTO teaching_wishes (person_id, site_id, side, activity, topic, said_at)
        VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id)sql");
}

std::int64_t end_wish(const sql::Writer& db, WishId id, Instant at) {
    return db.run({id, at}, "UPDATE teaching_wishes SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL");
}

std::vector<Pair> pairs_of(const sql::Reader& db, PersonId person) {
    return db.all(pair_from, {person},
                  std::string(pair_columns) +
                      "WHERE (shows_id = $1 OR learns_id = $1) ORDER BY asked_at DESC, id DESC");
}

std::vector<Pair> pairs_on(const sql::Reader& db, SiteId site, int most) {
    return db.all(pair_from, {site, most},
                  std::string(pair_columns) + "WHERE site_id = $1 ORDER BY asked_at DESC, id DESC LIMIT $2");
}

std::optional<Pair> find(const sql::Reader& db, PairId id) {
    return db.one(pair_from, {id}, std::string(pair_columns) + "WHERE id = $1");
}

PairId insert(const sql::Writer& db, const Pair& pair) {
    return db.insert<PairId>(
        {pair.site, pair.shows, pair.learns, activity_word(pair.subject), pair.subject.topic,
         word_in(pair_states, pair.state), pair.asked_by, pair.asked_at},
        R"sql(
        INSERT INTO teaching_pairs (site_id, shows_id, learns_id, activity, topic, state, asked_by, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

std::int64_t update(const sql::Writer& db, const Pair& pair, PairState from) {
    return db.run({pair.id, word_in(pair_states, from), word_in(pair_states, pair.state), pair.on, pair.told,
                   pair.photo, pair.shown_at, pair.learned_at},
                  R"sql(
        UPDATE teaching_pairs
           SET state = $3, on_day = $4, told = $5, photo_id = $6, shown_at = $7, learned_at = $8
         WHERE id = $1 AND state = $2)sql");
}

}  // namespace fabnum::teaching::store
