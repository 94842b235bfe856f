// GET /entraide for a young person, on a phone: what waits for an answer, who could meet whom and why, what I
// can show, what I want to learn, what we did.

#include "features/teaching/pages/teaching_fragments.h"
#include "features/teaching/pages/teaching_pages.h"

namespace fabnum::teaching {

using namespace html;

namespace {

constexpr std::size_t most_proposals = 4;
constexpr std::size_t most_offers = 6;

Markup open_pair(const Pair& one, const Table& table, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const bool to_answer = one.state == PairState::Asked && one.asked_by != me;
    const bool to_confirm =
        one.state == PairState::Agreed && one.on && *one.on <= visit.today() && !one.has_confirmed(me);
    const std::string when = one.on ? t.day(*one.on) : std::string();
    const std::string sentence = to_answer                       ? t("teaching.asks_you")
                                 : one.state == PairState::Asked ? t("teaching.waits")
                                 : to_confirm                    ? t("teaching.did_you")
                                 : one.has_confirmed(me)         ? t("teaching.waits_confirm")
                                                                 : when;
    const bool urgent = to_answer || to_confirm;
    return design::todo_card(
        {.icon = one.shows == me ? "hand-helping" : "lightbulb",
         .title = pair_title(one, me, name_of(table.faces, one.other_than(me)), t),
         .sentence = sentence,
         .action = design::link_button({.word = t(to_answer    ? "teaching.answer"
                                                  : to_confirm ? "teaching.tell"
                                                               : "teaching.open"),
                                        .icon = urgent ? "check" : "arrow-right",
                                        .look = urgent ? design::Look::Strong : design::Look::Soft,
                                        .size = design::Size::Large,
                                        .wide = true},
                                       url_of(one.id))});
}

// Why these two: what each said, and for how long one has waited. Never who is better.
std::string reason_of(const Proposal& one, PersonId me, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool i_show = one.show.person == me;
    const Day since = clock::day_in(visit.visitor().zone, one.learn.said);
    std::string reason = t(i_show ? "teaching.why_show" : "teaching.why_learn",
                           {{"day", t.short_day(since)}, {"subject", subject_word(one.learn.subject, t)}});
    if (one.same_mission) reason += " " + t("teaching.why_mission");
    return reason;
}

Markup proposals_of(const Table& table, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    Markup cards;
    std::size_t shown = 0;
    for (const Proposal& one : table.proposals) {
        if (shown++ == most_proposals) break;
        const bool i_show = one.show.person == me;
        const std::string other = name_of(table.faces, i_show ? one.learn.person : one.show.person);
        const std::string subject = subject_word(one.learn.subject, t);
        cards += design::card(
            {.title = t(i_show ? "teaching.could_show" : "teaching.could_learn",
                        {{"name", other}, {"subject", subject}}),
             .body = p({reason_of(one, me, visit)}) +
                     design::act_button(
                         Url("/entraide/demandes"),
                         {.word = t(i_show ? "teaching.offer_to" : "teaching.ask_to", {{"name", other}}),
                          .icon = "hand",
                          .look = design::Look::Outline,
                          .size = design::Size::Large,
                          .wide = true,
                          .label = t(i_show ? "teaching.offer_to" : "teaching.ask_to", {{"name", other}}) +
                                   ", " + subject},
                         design::hidden("show", std::to_string(one.show.id.value)) +
                             design::hidden("learn", std::to_string(one.learn.id.value)))});
    }
    if (cards.empty()) return {};
    return design::section_title(t("teaching.proposals")) + design::stack({cards});
}

Markup my_wishes(const Table& table, Side side, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string word(word_in(sides, side));
    Markup rows;
    for (const Wish& one : table.wishes) {
        if (one.person != visit.actor().person || one.side != side) continue;
        const std::string subject = subject_word(one.subject, t);
        rows += li({subject, " ",
                    design::act_button(Url("/entraide/souhaits") / one.id / "fin",
                                       {.word = t("teaching.remove"),
                                        .icon = "x",
                                        .look = design::Look::Bare,
                                        .size = design::Size::Small,
                                        .label = t("teaching.remove") + ", " + subject})});
    }
    const Markup add = design::link_button({.word = t("teaching.add_" + word),
                                            .icon = "plus",
                                            .look = design::Look::Outline,
                                            .size = design::Size::Large,
                                            .wide = true},
                                           Url("/entraide/souhait").with("sens", word));
    return design::section_title(t("teaching.mine_" + word)) +
           design::card({.title = t("teaching.mine_" + word),
                         .body = (rows.empty() ? p({cls("soft"), t("teaching.none_" + word)})
                                               : ul({cls("row-list"), rows})) +
                                 add,
                         .quiet = true});
}

// What others can show, or look for, that I have not answered yet: one touch says "me too".
Markup others_wishes(const Table& table, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    std::vector<const Wish*> shown;
    for (const Wish& one : table.wishes) {
        if (one.person == me || shown.size() == most_offers) continue;
        bool known = false;
        for (const Wish& mine : table.wishes)
            known = known || (mine.person == me && is_same(mine.subject, one.subject));
        for (const Wish* other : shown)
            known = known || (other->side == one.side && is_same(other->subject, one.subject));
        if (!known) shown.push_back(&one);
    }
    Markup rows;
    for (const Wish* one : shown) {
        const std::string subject = subject_word(one->subject, t);
        const Side answer = other(one->side);
        const std::string word = t("teaching.too_" + std::string(word_in(sides, answer)));
        Markup fields = design::hidden("side", word_in(sides, answer));
        fields += one->subject.activity
                      ? design::hidden("activity", projects::word_of(*one->subject.activity))
                      : design::hidden("topic", one->subject.topic);
        rows += li({b({subject}), br({}),
                    span({cls("soft"), t("teaching.said_" + std::string(word_in(sides, one->side)),
                                         {{"name", name_of(table.faces, one->person)}})}),
                    design::act_button(Url("/entraide/souhaits"),
                                       {.word = word,
                                        .look = design::Look::Soft,
                                        .size = design::Size::Small,
                                        .label = word + ", " + subject},
                                       fields)});
    }
    if (rows.empty()) return {};
    return design::section_title(t("teaching.others")) +
           design::card({.title = t("teaching.others"), .body = ul({cls("row-list"), rows}), .quiet = true});
}

Markup traces_of(const Table& table, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    std::vector<design::Moment> moments;
    for (const Pair& one : table.pairs)
        if (one.state == PairState::Done)
            moments.push_back({.when = design::When::Past,
                               .time = one.on ? t.short_day(*one.on) : "",
                               .title = pair_title(one, me, name_of(table.faces, one.other_than(me)), t),
                               .detail = one.told,
                               .to = url_of(one.id)});
    if (moments.empty()) return {};
    return design::section_title(t("teaching.traces")) +
           design::card({.title = t("teaching.traces"), .body = design::timeline(moments), .quiet = true});
}

}  // namespace

http::Response home_page(Room& room, web::Visit& visit) {
    if (visit.actor().role != Role::Participant) return team_page(room, visit);
    const auto& t = visit.words();
    const auto table = room.database.read(
        [&](const sql::Reader& db) { return table_of(db, visit.actor().person, visit.today()); });
    auto body = design::heading({.title = t("teaching.title"),
                                 .lead = p({t("teaching.lead")}),
                                 .aside = design::listen_button(t),
                                 .above = design::back_link({t("paths.mine.title"), Url("/parcours")})});
    for (const Pair& one : table.pairs)
        if (is_open(one.state)) body += open_pair(one, table, visit);
    body += proposals_of(table, visit);
    body += my_wishes(table, Side::Show, visit) + my_wishes(table, Side::Learn, visit);
    body += others_wishes(table, visit) + traces_of(table, visit);
    return design::page(visit, {.title = t("teaching.title"), .body = body, .here = "path"});
}

}  // namespace fabnum::teaching
