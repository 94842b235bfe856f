#pragma once

// The delivery note: one A4 page that says what was made, for whom, by whom, what it is worth, and who
// received it.

#include <optional>
#include <string>
#include <vector>

#include "features/orders/pages/pages.h"
#include "platform/html/html.h"
#include "platform/pdf/pdf.h"
#include "platform/web/visit.h"

namespace fabnum::orders {

// `team`: first names only; `in_page`: its title is one level lower. `signature`: the address of the drawn
// signature, when there is one.
html::Markup delivery_note_body(const Sight& sight, const std::vector<std::string>& team,
                                const std::optional<html::Url>& signature, const web::Visit& visit,
                                bool in_page = false);
// As a PDF, with its pictures inside; nullopt when this machine cannot make one.
std::optional<std::string> delivery_note_bytes(Room& room, const Sight& sight,
                                               const std::vector<std::string>& team, const web::Visit& visit);
// First names of those who made it, for people out of the team.
std::vector<std::string> team_names(const sql::Reader& db, const Order& order);

}  // namespace fabnum::orders
