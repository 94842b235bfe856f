#include "features/orders/pages/request_questions.h"

namespace fabnum::orders {

using namespace html;

namespace {

std::vector<design::Choice> organisation_kinds(const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, kind] : partners::kinds)
        choices.push_back({std::string(word), t("partners.kind." + std::string(word))});
    return choices;
}

}  // namespace

http::Response draft_ended(web::Visit& visit) {
    const auto& t = visit.words();
    auto body = design::message_page(
        {.icon = "link",
         .title = t("orders.request.ended"),
         .sentence = t("orders.request.ended_why"),
         .action = design::link_button({.word = t("orders.request.begin")}, Url("/commander"))});
    return design::page(visit, {.title = t("orders.request.ended"), .body = body, .status = 404});
}

Url question_url(const std::string& token, Question question) {
    return Url("/commander") / token / word_of(question);
}

Markup fields_of(Question question, const QuestionView& view, const i18n::Words& t) {
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

Markup answers_table(const QuestionView& view, const i18n::Words& t) {
    const Draft& draft = view.draft;
    std::string site;
    for (const auto& one : view.sites)
        if (std::to_string(one.id.value) == draft.answer("site")) site = one.name;
    const auto wanted = day_from_iso(draft.answer("wanted"));
    const auto row = [&](const std::string& label, const std::string& said, Question question) {
        return std::pair(label,
                         join({span({cls("answer"), said.empty() ? t("orders.request.nothing") : said}), " ",
                               a({href(question_url(view.token, question).with("retour", "verifier")),
                                  t("orders.request.change"), span({cls("for-readers"), " " + label})})}));
    };
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

}  // namespace fabnum::orders
