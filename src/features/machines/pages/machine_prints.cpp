// What is printed for a machine: labels (24 on A4, or one on a 62 mm roll), the tag of a lock-out (A5), and
// the card of safety that hangs beside it (A5).

#include "design/machine.h"
#include "features/machines/pages/machine_fragments.h"
#include "features/people/people.h"
#include "platform/assets/assets.h"
#include "platform/clock/clock.h"
#include "platform/qr/qr.h"

namespace fabnum::machines {

using namespace html;

namespace {

constexpr std::size_t labels_on_a_page = 24;  // 70 × 35 mm each

Markup qr_of(const Room& room, const Machine& one, const i18n::Words& t) {
    return qr::code(room.public_address + label_of(one).text(), t("machines.print.qr", {{"name", one.name}}));
}

Markup label_piece(const Room& room, const Machine& one, const i18n::Words& t) {
    return section({cls("machine-label"), div({cls("machine-label-qr"), qr_of(room, one, t)}),
                    div({cls("machine-label-words"), p({cls("machine-label-name"), one.name}),
                         p({cls("machine-label-code"), one.code}), p({t("machines.print.scan")})})});
}

http::Response printed(Room& room, web::Visit& visit, std::string_view title, const Markup& body,
                       const std::string& file, const Url& back) {
    const Document document{.language = std::string(i18n::tag_of(visit.words().voice().language)),
                            .title = std::string(title),
                            .body_class = "print-page",
                            .styles = {assets::url_of("assets/app.css")},
                            .body = body};
    const auto bytes = room.printer.print(html::print(document));
    if (!bytes) return design::refused(visit, {"machines.no_pdf"}, back, "workshop");
    return http::download(*bytes, "application/pdf", file);
}

std::string name_of(const Room& room, PersonId person) {
    const auto faces = room.database.read([&](const sql::Reader& db) { return people::faces(db, {person}); });
    const auto face = faces.find(person);
    return face == faces.end() ? std::string() : people::full_name(face->second);
}

Markup lines_list(std::string_view text) {
    return each(lines_of(text), [](const std::string& line) { return li({line}); });
}

}  // namespace

http::Response labels_pdf(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto all =
        room.database.read([&](const sql::Reader& db) { return of_site(db, visit.actor().site); });
    Markup sheets;
    for (std::size_t first = 0; first < all.size(); first += labels_on_a_page) {
        Markup page;
        for (std::size_t i = first; i < std::min(first + labels_on_a_page, all.size()); ++i)
            page += label_piece(room, all[i].machine, t);
        sheets += div({cls("machine-labels"), page});
    }
    return printed(room, visit, t("machines.print.labels"), sheets, "etiquettes.pdf", Url("/machines"));
}

http::Response label_pdf(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    const auto& t = visit.words();
    return printed(room, visit, known->machine.name,
                   div({cls("machine-roll"), label_piece(room, known->machine, t)}),
                   "etiquette-" + known->machine.code + ".pdf", label_of(known->machine));
}

http::Response tag_pdf(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known || !known->lockout) return not_there(visit);
    const auto& t = visit.words();
    const Machine& one = known->machine;
    const Lockout& lock = *known->lockout;
    const std::string& zone = visit.visitor().zone;
    const Markup body = article(
        {cls("machine-tag"), p({cls("machine-tag-stop"), t("machines.print.stop")}),
         h1({t("machines.print.do_not_use")}), p({cls("machine-tag-name"), one.name + " · " + one.code}),
         dl({dt({t("machines.lock.why")}),
             dd({t("machines.lock_reason." + std::string(word_in(lock_reasons, lock.reason)))}),
             when(!lock.note.empty(), dt({t("machines.lock.note")}) + dd({lock.note})),
             dt({t("machines.print.by")}), dd({name_of(room, lock.by)}), dt({t("machines.print.since")}),
             dd({t.day_with_year(clock::day_in(zone, lock.at)) + ", " +
                 t.time(clock::minutes_in(zone, lock.at))})}),
         div({cls("machine-tag-foot"), div({cls("machine-tag-qr"), qr_of(room, one, t)}),
              div({p({t("machines.print.only_by")}),
                   p({cls("machine-tag-sign"), t("machines.print.released_sign")})})})});
    return printed(room, visit, t("machines.print.tag"), body, "consigne-" + one.code + ".pdf",
                   label_of(one));
}

http::Response card_pdf(Room& room, web::Visit& visit, MachineId id) {
    const auto known = seen(room, visit, id);
    if (!known) return not_there(visit);
    const auto& t = visit.words();
    const Machine& one = known->machine;
    const std::string danger(word_of(one.danger));
    Markup body =
        div({cls("machine-card-head"), div({cls("machine-card-qr"), qr_of(room, one, t)}), h1({one.name}),
             p({t("machines.family." + std::string(word_of(one.family))) +
                (one.model.empty() ? "" : ", " + one.model)})});
    body += p({cls("machine-card-danger"), t("machines.danger." + danger), text(". "),
               t("machines.danger." + danger + "_why"), text(" "),
               one.supervised ? text(t("machines.form.supervised") + ".") : Markup()});
    if (!one.safety.empty())
        body += h2({t("machines.form.safety")}) + ul({cls("machine-card-safety"), lines_list(one.safety)});
    if (!one.steps.empty()) body += h2({t("machines.form.steps")}) + ol({lines_list(one.steps)});
    body += p({cls("machine-card-foot"), t("machines.print.fault")});
    return printed(room, visit, one.name, article({cls("machine-card"), body}), "carte-" + one.code + ".pdf",
                   label_of(one));
}

}  // namespace fabnum::machines
