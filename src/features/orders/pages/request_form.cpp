// GET /commander, /commander/{token}/{question}: the public form. No account, one question per page, kept as
// it goes.

#include <algorithm>
#include <map>

#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"
#include "features/orders/request.h"

namespace fabnum::orders {

using namespace html;

namespace {

Url page_url(const std::string& token, Question question) {
    return Url("/commander") / token / word_of(question);
}

std::vector<design::Choice> organisation_kinds(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, kind] : partners::kinds)
        choices.push_back({std::string(word), t("partners.kind." + std::string(word))});
    return choices;
}

struct View {
    const std::string& token;
    const Draft& draft;
    const forms::Form& form;
    std::vector<sites::Site> sites;
};

Markup fields_of(Question question, const View& view, const i18n::Words& t) {
    const auto& form = view.form;
    using design::Input;
    switch (question) {
        case Question::What:
            return design::field(form,
                                 {.name = "title",
                                  .label = t("orders.request.title"),
                                  .help = t("orders.request.title_help"),
                                  .most_characters = 80},
                                 t) +
                   design::radio_cards(
                       form, {.name = "kind", .label = t("orders.request.kind"), .choices = kind_choices(t)},
                       t);
        case Question::Need:
            return design::field(form,
                                 {.name = "need",
                                  .label = t("orders.request.need"),
                                  .input = Input::Area,
                                  .help = t("orders.request.need_help"),
                                  .rows = 6},
                                 t) +
                   design::field(form,
                                 {.name = "beneficiaries",
                                  .label = t("orders.request.beneficiaries"),
                                  .help = t("orders.request.beneficiaries_help")},
                                 t);
        case Question::Number:
            return design::field(form,
                                 {.name = "quantity",
                                  .label = t("orders.request.quantity"),
                                  .input = Input::Number,
                                  .help = t("orders.request.quantity_help"),
                                  .narrow = true},
                                 t);
        case Question::When: {
            design::Choices places{.name = "site", .label = t("orders.request.site"), .choices = {}};
            for (const auto& site : view.sites)
                places.choices.push_back({std::to_string(site.id.value), site.name, site.address, "map-pin"});
            return design::field(form,
                                 {.name = "wanted",
                                  .label = t("orders.request.wanted"),
                                  .input = Input::Day,
                                  .help = t("orders.request.wanted_help"),
                                  .optional = true},
                                 t) +
                   design::radio_cards(form, places, t);
        }
        case Question::Picture: {
            std::vector<design::Photo> photos;
            for (const Picture& picture : view.draft.pictures) {
                const Url at = Url("/commander") / view.token / "images" / picture.file;
                photos.push_back({.picture = at, .alt = {}, .caption = picture.description});
            }
            Markup shown = photos.empty() ? Markup() : design::photo_grid(photos);
            return shown +
                   design::field(form,
                                 {.name = "picture",
                                  .label = t("orders.request.picture"),
                                  .input = Input::File,
                                  .help = t("orders.request.picture_help"),
                                  .optional = true,
                                  .accept = "image/*"},
                                 t) +
                   design::field(form,
                                 {.name = "description",
                                  .label = t("orders.request.description"),
                                  .help = t("orders.request.description_help"),
                                  .optional = true},
                                 t);
        }
        case Question::Who:
            return design::field(form,
                                 {.name = "organisation",
                                  .label = t("orders.request.organisation"),
                                  .help = t("orders.request.organisation_help"),
                                  .autocomplete = "organization"},
                                 t) +
                   design::select_field(form,
                                        {.name = "organisation_kind",
                                         .label = t("orders.request.organisation_kind"),
                                         .choices = organisation_kinds(t),
                                         .empty_word = t("orders.counter.choose")},
                                        t) +
                   design::field(
                       form,
                       {.name = "town", .label = t("orders.request.town"), .autocomplete = "address-level2"},
                       t);
        case Question::Contact:
            return design::field(
                       form,
                       {.name = "contact", .label = t("orders.request.contact"), .autocomplete = "name"}, t) +
                   design::field(form,
                                 {.name = "mail",
                                  .label = t("orders.fact.mail"),
                                  .input = Input::Mail,
                                  .help = t("orders.request.mail_help"),
                                  .optional = true,
                                  .autocomplete = "email"},
                                 t) +
                   design::field(form,
                                 {.name = "phone",
                                  .label = t("orders.fact.phone"),
                                  .input = Input::Phone,
                                  .help = t("orders.request.phone_help"),
                                  .optional = true,
                                  .autocomplete = "tel"},
                                 t);
        case Question::Check: return {};
    }
    return {};
}

Markup answers_table(const View& view, const i18n::Words& t, const web::Visit& visit) {
    const Draft& draft = view.draft;
    std::string site;
    for (const auto& one : view.sites)
        if (std::to_string(one.id.value) == draft.answer("site")) site = one.name;
    const auto wanted = day_from_iso(draft.answer("wanted"));
    const auto row = [&](const std::string& label, const std::string& said, Question question) {
        return std::pair(label,
                         join({span({cls("answer"), said.empty() ? t("orders.request.nothing") : said}), " ",
                               a({href(page_url(view.token, question).with("retour", "verifier")),
                                  t("orders.request.change"), span({cls("for-readers"), " " + label})})}));
    };
    (void)visit;
    return design::definitions(
        {row(t("orders.request.title"), draft.answer("title"), Question::What),
         row(t("orders.fact.kind"), kind_word(kind_from(draft.answer("kind")), t), Question::What),
         row(t("orders.request.need"), draft.answer("need"), Question::Need),
         row(t("orders.request.beneficiaries"), draft.answer("beneficiaries"), Question::Need),
         row(t("orders.request.quantity"), draft.answer("quantity"), Question::Number),
         row(t("orders.request.wanted"), wanted ? t.day(*wanted) : "", Question::When),
         row(t("orders.request.site"), site, Question::When),
         row(t("orders.request.pictures"),
             t("orders.request.picture_count", {{"count", draft.pictures.size()}}), Question::Picture),
         row(t("orders.request.organisation"),
             draft.answer("organisation") + (draft.answer("town").empty() ? "" : ", " + draft.answer("town")),
             Question::Who),
         row(t("orders.request.contact"), draft.answer("contact"), Question::Contact),
         row(t("orders.request.reach"),
             draft.answer("mail").empty() ? draft.answer("phone") : draft.answer("mail"),
             Question::Contact)});
}

http::Response ended_page(web::Visit& visit) {
    const auto& t = visit.words();
    auto body = design::message_page(
        {.icon = "link",
         .title = t("orders.request.ended"),
         .sentence = t("orders.request.ended_why"),
         .action = design::link_button({.word = t("orders.request.begin")}, Url("/commander"))});
    return design::page(visit, {.title = t("orders.request.ended"), .body = body, .status = 404});
}

http::Response question_page(Room& room, web::Visit& visit, const std::string& token, const Draft& draft,
                             Question question, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const View view{token, draft, form,
                    room.database.read([](const sql::Reader& db) { return sites::all(db); })};
    const std::string key = "orders.question." + std::string(word_of(question));
    const int place = static_cast<int>(question) + 1;
    const auto previous = before(question);
    auto body = design::heading(
        {.title = t(key),
         .lead = t.has(key + "_lead") ? p({t(key + "_lead")}) : Markup(),
         .above =
             design::back_link({t(previous ? "orders.request.back" : "orders.request.start"),
                                previous ? page_url(token, *previous) : Url("/commander")}) +
             p({cls("soft"), t("orders.request.place", {{"place", place}, {"all", std::size(questions)}})})});
    body += design::mistakes(form, t);
    if (question == Question::Check) {
        body += answers_table(view, t, visit);
        const auto missing = first_unanswered(draft);
        if (missing != Question::Check) {
            body += design::notice({.tone = design::Tone::Watch,
                                    .sentence = t("orders.request.incomplete"),
                                    .more = design::link_button(
                                        {.word = t("orders.request.complete"), .look = design::Look::Outline},
                                        page_url(token, missing))});
        } else {
            body += p({t("orders.request.privacy")});
            body += design::sending(
                Url("/commander") / token / "envoi",
                design::button(
                    {.word = t("orders.request.send"), .icon = "send", .size = design::Size::Large}));
        }
    } else {
        auto fields = fields_of(question, view, t) +
                      design::hidden("retour", visit.request().query.get("retour") == "verifier" ||
                                                       form.has("retour", "verifier")
                                                   ? "verifier"
                                                   : "");
        fields += design::button({.word = t("orders.request.next"), .icon = "arrow-right"});
        body += design::sending(page_url(token, question), fields,
                                {.files = question == Question::Picture,
                                 .autosave = question == Question::Picture
                                                 ? std::nullopt
                                                 : std::optional(page_url(token, question) / "brouillon")});
        if (question == Question::Picture)
            for (const Picture& picture : draft.pictures)
                body += design::act_button(
                    Url("/commander") / token / "images" / picture.file / "fin",
                    {.word = t("orders.request.drop", {{"description", picture.description}}),
                     .icon = "trash-2",
                     .look = design::Look::Bare,
                     .size = design::Size::Small});
    }
    return design::page(visit,
                        {.title = design::form_title(form, t(key), t), .body = body, .status = status});
}

// Reads the fields of one question; what is wrong is noted in the form, what was typed is kept all the same.
std::map<std::string, std::string> answers_from(forms::Form& form, Question question, Day today) {
    std::map<std::string, std::string> answers;
    const auto keep = [&](const std::string& name, std::string value) { answers[name] = std::move(value); };
    switch (question) {
        case Question::What:
            keep("title", form.text("title", {.most = 80, .missing = "orders.problem.title"}));
            if (const auto kind = form.choice<Kind>("kind", kinds, forms::Need::Must, "orders.problem.kind"))
                keep("kind", std::string(word_of(*kind)));
            break;
        case Question::Need:
            keep("need", form.paragraph("need", {.most = 3000, .missing = "orders.problem.need"}));
            keep("beneficiaries",
                 form.text("beneficiaries", {.most = 300, .missing = "orders.problem.beneficiaries"}));
            break;
        case Question::Number:
            if (const auto number = form.number("quantity", 1, 10000))
                keep("quantity", std::to_string(*number));
            break;
        case Question::When: {
            const auto wanted = form.day("wanted", forms::Need::Maybe);
            if (wanted && *wanted < today) form.refuse("wanted", {"orders.problem.wanted_past"});
            keep("wanted", wanted ? to_iso(*wanted) : "");
            if (form.typed("site").empty()) form.refuse("site", {"orders.problem.site"});
            keep("site", form.typed("site"));
            break;
        }
        case Question::Picture: break;
        case Question::Who:
            keep("organisation",
                 form.text("organisation", {.most = 120, .missing = "orders.problem.organisation"}));
            if (const auto kind = form.choice<partners::Kind>("organisation_kind", partners::kinds))
                keep("organisation_kind", std::string(partners::word_of(*kind)));
            keep("town", form.text("town", {.most = 80, .missing = "orders.problem.town"}));
            break;
        case Question::Contact:
            keep("contact", form.text("contact", {.most = 120, .missing = "orders.problem.contact"}));
            keep("mail", form.mail("mail", forms::Need::Maybe).value_or(""));
            keep("phone", form.phone("phone", forms::Need::Maybe).value_or(""));
            if (form.typed("mail").empty() && form.typed("phone").empty())
                form.refuse("mail", {"orders.problem.reach"});
            break;
        case Question::Check: break;
    }
    return answers;
}

forms::Form filled_from(const Draft& draft, const i18n::Words& t) {
    forms::Form form;
    for (const auto& [name, value] : draft.answers) {
        const auto day = name == "wanted" ? day_from_iso(value) : std::nullopt;
        form.put(name, day ? t.numeric_day(*day) : value);
    }
    return form;
}

}  // namespace

http::Response request(Room&, web::Visit& visit) {
    const auto& t = visit.words();
    Markup list;
    for (const std::string_view key :
         {"orders.request.step_free", "orders.request.step_made", "orders.request.step_delay"})
        list += li({t(key)});
    auto body =
        design::heading({.title = t("orders.request.heading"), .lead = p({t("orders.request.lead")})});
    body += ul({list});
    body += design::act_button(
        Url("/commander"),
        {.word = t("orders.request.begin"), .icon = "arrow-right", .size = design::Size::Large});
    body += p({cls("soft"), t("orders.request.time")});
    return design::page(visit, {.title = t("orders.request.heading"), .body = body});
}

http::Response request_begin(Room& room, web::Visit& visit) {
    return http::see_other(page_url(begin_draft(room.database, visit.act()), Question::What));
}

http::Response request_question(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return ended_page(visit);
    return question_page(room, visit, token, *draft, *question, filled_from(*draft, visit.words()));
}

http::Response request_answer(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return ended_page(visit);
    forms::Form form(visit);
    const auto answers = answers_from(form, *question, visit.today());
    const auto& uploads = visit.request().uploads;
    if (*question == Question::Picture && !uploads.empty() && uploads.front().size > 0) {
        const auto checked = room.cabinet.check(uploads.front(), {});
        if (!checked) {
            form.refuse("picture", checked.refusal());
        } else {
            std::string description = form.text("description", {.need = forms::Need::Maybe, .most = 200});
            if (description.empty()) description = visit.words()("orders.request.a_picture");
            const auto kept =
                keep_picture(room.database, room.cabinet, visit.act(), draft->id, *checked, description);
            if (!kept) form.refuse("picture", kept.refusal());
        }
    }
    if (!form.is_good()) return question_page(room, visit, token, *draft, *question, form, 422);
    if (!answers.empty()) {
        const auto kept = keep_answers(room.database, visit.act(), draft->id, answers);
        if (!kept) return design::refused(visit, kept.refusal(), page_url(token, *question));
    }
    return http::see_other(
        page_url(token, form.has("retour", "verifier") ? Question::Check : next_of(*question)));
}

// The draft as it is typed: nothing is refused, and only what reads well is kept.
http::Response request_save(Room& room, web::Visit& visit, std::string token, std::string word) {
    const auto question = question_from(word);
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!question || !draft || draft->order) return http::text("", 404);
    forms::Form form(visit);
    auto answers = answers_from(form, *question, visit.today());
    std::erase_if(answers, [&](const auto& one) { return one.second.empty() || form.problem_of(one.first); });
    const auto kept =
        keep_answers(room.database, {.by = visit.actor(), .at = visit.now()}, draft->id, answers);
    return http::text("", kept ? 204 : 422);
}

http::Response request_picture(Room& room, web::Visit& visit, std::string token, files::FileId file) {
    const auto found = room.database.read([&](const sql::Reader& db) -> std::optional<files::File> {
        const auto draft = find_draft(db, token, visit.now());
        if (!draft) return std::nullopt;
        const bool theirs = std::any_of(draft->pictures.begin(), draft->pictures.end(),
                                        [&](const Picture& one) { return one.file == file; });
        return theirs ? room.cabinet.find(db, file) : std::nullopt;
    });
    if (!found) return ended_page(visit);
    return room.cabinet.serve(*found, files::Size::Card);
}

http::Response request_picture_drop(Room& room, web::Visit& visit, std::string token, files::FileId file) {
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!draft || draft->order) return ended_page(visit);
    const auto done = drop_picture(room.database, visit.act(), draft->id, file);
    if (!done) return design::refused(visit, done.refusal(), page_url(token, Question::Picture));
    return http::see_other(page_url(token, Question::Picture));
}

http::Response request_send(Room& room, web::Visit& visit, std::string token) {
    const auto draft =
        room.database.read([&](const sql::Reader& db) { return find_draft(db, token, visit.now()); });
    if (!draft) return ended_page(visit);
    if (draft->order) return http::see_other(Url("/commander"));
    const auto order = order_of(*draft, visit.words().voice().language);
    if (!order) return http::see_other(page_url(token, first_unanswered(*draft)));
    const auto received = room.orders.receive(visit.act(), *order);
    if (!received) return design::refused(visit, received.refusal(), page_url(token, Question::Check));
    (void)note_sent(room.database, draft->id, received->id);
    visit.say("orders.said.sent");
    return http::see_other(Url("/suivi") / received->token);
}

}  // namespace fabnum::orders
