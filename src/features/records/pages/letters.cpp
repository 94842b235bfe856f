// GET /courriers: letters sent, or not, and why.

#include "features/records/pages/record_fragments.h"
#include "features/records/pages/record_pages.h"

namespace fabnum::records {

using namespace html;

namespace {

design::Tag state_tag(mail::State state, const i18n::Words& t) {
    switch (state) {
        case mail::State::Waiting: return {design::Tone::Info, t("records.letter.waiting")};
        case mail::State::Sent: return {design::Tone::Good, t("records.letter.sent")};
        case mail::State::NotSent: return {design::Tone::Alert, t("records.letter.not_sent")};
        case mail::State::Kept: return {design::Tone::Watch, t("records.letter.kept")};
    }
    return {design::Tone::Plain, ""};
}

bool may_read(const web::Visit& visit, const mail::Sending& one) {
    return reaches(visit.actor(), one.letter.site);
}

// A letter that was forgotten keeps its place in the list.
std::string title_of(const mail::Letter& letter, const i18n::Words& t) {
    return letter.subject.empty() ? t("records.letter.forgotten") : letter.subject;
}

}  // namespace

http::Response letters(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const int skip = skip_of(visit);
    const SiteId site = visit.actor().role == Role::Admin ? SiteId{} : visit.actor().site;
    auto all = room.database.read(
        [&](const sql::Reader& db) { return mail::recent(db, site, page_size + 1, skip); });
    const bool more = all.size() > page_size;
    if (more) all.pop_back();
    design::Table table{.caption = t("records.tab.letters"),
                        .columns = {{.word = t("records.column.subject")},
                                    {.word = t("records.column.to")},
                                    {.word = t("records.column.when")},
                                    {.word = t("records.column.state")}},
                        .rows = {}};
    for (const auto& one : all)
        table.rows.push_back({design::row_link(title_of(one.letter, t), Url("/courriers") / one.id),
                              text(one.letter.to_name), text(moment(one.written_at, visit)),
                              design::tag(state_tag(one.state, t))});
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.letters_lead")})}) +
                tabs(visit, "letters");
    body += all.empty() ? design::empty_state({.icon = "mail", .title = t("records.none")})
                        : design::card({.title = t("records.tab.letters"),
                                        .body = design::table(table, t),
                                        .flush = true,
                                        .quiet = true});
    body += pages_around(Url("/courriers"), skip, more, t);
    return design::page(visit, {.title = t("records.tab.letters"), .body = body, .here = "records"});
}

http::Response letter(Room& room, web::Visit& visit, mail::LetterId id) {
    const auto& t = visit.words();
    const auto one = room.database.read([&](const sql::Reader& db) { return mail::find(db, id); });
    if (!one || !may_read(visit, *one))
        return design::refused(visit, {"records.not_there"}, Url("/courriers"), "records");
    Markup content;
    for (const auto& paragraph : one->letter.paragraphs) content += p({paragraph});
    if (const auto to = Url::web(one->letter.link)) content += p({a({href(*to), one->letter.link_words})});
    content += p({cls("soft"), one->letter.footer});
    auto body = design::heading({.title = title_of(one->letter, t),
                                 .lead = div({cls("line"), design::tag(state_tag(one->state, t)),
                                              span({one->letter.to_name + ", " + one->letter.to + ", " +
                                                    moment(one->written_at, visit)})}),
                                 .above = design::breadcrumb({{t("records.tab.letters"), Url("/courriers")}},
                                                             title_of(one->letter, t), t)});
    if (one->state == mail::State::Kept)
        body += design::notice({.tone = design::Tone::Watch, .sentence = t("records.letter.kept_why")});
    if (!one->reason.empty()) body += design::notice({.tone = design::Tone::Alert, .sentence = one->reason});
    body += design::card({.title = t("records.letter.content"), .body = content, .quiet = true});
    return design::page(visit, {.title = title_of(one->letter, t), .body = body, .here = "records"});
}

}  // namespace fabnum::records
