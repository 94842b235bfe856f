// POST /agenda: a private address of one's dates. GET /agenda/{token}: those dates (iCalendar, RFC 5545).

#include "features/home/pages/home_fragments.h"
#include "features/home/pages/home_pages.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::string_view link_kind = "calendar";

// TEXT of RFC 5545 §3.3.11, folded at 75 bytes (§3.1) between characters.
std::string line(std::string_view name, std::string_view value) {
    std::string text = std::string(name) + ":";
    for (const char c : value) {
        if (c == '\\' || c == ';' || c == ',') text += '\\';
        if (c == '\n')
            text += "\\n";
        else if (c != '\r')
            text += c;
    }
    std::string folded;
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts && width >= 70) {
            folded += "\r\n ";
            width = 1;
        }
        folded += text[i];
        ++width;
    }
    return folded + "\r\n";
}

std::string compact(Day day) {
    std::string text = to_iso(day);
    std::erase(text, '-');
    return text;
}

}  // namespace

http::Response calendar_link(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto token = room.database.write(visit.act(), [&](const sql::Writer& db) -> Result<std::string> {
        // A new address ends the one before: shared too widely, it is replaced here.
        sessions::revoke_links(db, link_kind, visit.actor().person.value);
        return sessions::make_link(db, link_kind, visit.actor().person.value, visit.now(),
                                   std::chrono::hours{24 * 400});
    });
    const std::string address = room.public_address + (Url("/agenda") / *token).text();
    auto body = design::heading(
        {.title = t("home.calendar"), .above = design::back_link({t("home.back"), Url("/")})});
    body += design::card({.title = t("home.calendar_ready"),
                          .body = p({code({address})}) + p({t("home.calendar_how")}),
                          .quiet = true});
    return design::page(visit, {.title = t("home.calendar"), .body = body});
}

http::Response calendar(Room& room, web::Visit& visit, std::string token) {
    struct Dates {
        std::optional<people::Person> person;
        std::vector<orders::Row> rows;
    };
    const auto dates = room.database.read([&](const sql::Reader& db) {
        Dates found;
        const auto link = sessions::find_link(db, link_kind, token, visit.now());
        if (!link) return found;
        found.person = people::find(db, PersonId{link->subject});
        if (!found.person || !found.person->active) return Dates{};
        const auto hats = people::hats_of(db, found.person->id, visit.today());
        if (hats.empty()) return Dates{};
        if (hats.front().role == Role::Participant) {
            found.rows = room.orders.of_projects(db, projects::under_way_of(db, found.person->id));
            return found;
        }
        for (const auto& hat : hats) {
            using orders::State;
            const Actor actor{.person = found.person->id, .role = hat.role, .site = hat.site};
            auto rows =
                room.orders.list(db, actor,
                                 {.site = hat.site,
                                  .states = {State::Accepted, State::Making, State::Approving, State::Ready},
                                  .kind = {},
                                  .words = {},
                                  .late = false,
                                  .sort = "due",
                                  .most = 200,
                                  .skip = 0},
                                 visit.today());
            for (auto& row : rows.rows) found.rows.push_back(std::move(row));
        }
        return found;
    });
    if (!dates.person) return design::refused(visit, {"home.not_there"}, Url("/"));
    const i18n::Words t(dates.person->voice);
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fabnum//FR\r\nCALSCALE:GREGORIAN\r\n" +
                       line("X-WR-CALNAME", t("home.calendar_name"));
    for (const auto& row : dates.rows) {
        if (!row.order.due) continue;
        std::string stamp = to_iso(row.order.changed);
        std::erase(stamp, '-');
        std::erase(stamp, ':');
        text += "BEGIN:VEVENT\r\n" + line("UID", "order-" + std::to_string(row.order.id.value) + "@fabnum") +
                line("DTSTAMP", stamp) + "DTSTART;VALUE=DATE:" + compact(*row.order.due) + "\r\n" +
                "DTEND;VALUE=DATE:" + compact(*row.order.due + 1) + "\r\n" +
                line("SUMMARY", t("home.calendar_due", {{"title", row.order.title}})) +
                line("DESCRIPTION", row.organisation) + "END:VEVENT\r\n";
    }
    text += "END:VCALENDAR\r\n";
    http::Response response;
    response.body = std::move(text);
    response.with("Content-Type", "text/calendar; charset=utf-8");
    return response;
}

}  // namespace fabnum::home
