#pragma once

// The handlers of the statements, by page, and what they share.

#include "design/page.h"
#include "features/statements/pages/pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::statements {

// month_list.cpp
http::Response month_list(Room& room, web::Visit& visit);
http::Response month_csv(Room& room, web::Visit& visit);
http::Response month_send(Room& room, web::Visit& visit);
http::Response adviser_choose(Room& room, web::Visit& visit);
// statement_show.cpp
http::Response statement_show(Room& room, web::Visit& visit, PersonId person, std::string month);
http::Response statement_pdf(Room& room, web::Visit& visit, PersonId person, std::string month);
// adviser.cpp
http::Response my_youths(Room& room, web::Visit& visit);
http::Response my_youths_csv(Room& room, web::Visit& visit);
http::Response my_youths_sign(Room& room, web::Visit& visit, StatementId id);
http::Response visa(Room& room, web::Visit& visit, std::string token);
http::Response visa_sign(Room& room, web::Visit& visit, std::string token, StatementId id);

// The month an address asks for ("2026-11"); the one before today's otherwise.
Day month_asked(std::string_view text, Day today);
std::string month_part(Day month);  // "2026-11"
html::Url url_of(PersonId person, Day month);
std::string hours_words(const attendance::Tally& tally, const i18n::Words& words);  // "84 h sur 96 h"

// A list as a table that leaves the house.
sheets::Sheet sheet_of(const std::vector<Row>& rows, Day month, const i18n::Words& words);

}  // namespace fabnum::statements
