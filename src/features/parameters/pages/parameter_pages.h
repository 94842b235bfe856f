#pragma once

// The handlers of the parameters room, by page.

#include "design/page.h"
#include "features/parameters/pages/pages.h"

namespace fabnum::parameters {

std::string name_of(std::string_view key, const i18n::Words& t);
std::string value_of(const Parameter& parameter, const i18n::Words& t);  // "24 h", "504,98 €"
design::Tag grade_tag(Grade grade, const i18n::Words& t);

// parameter_list.cpp
http::Response list(Room& room, web::Visit& visit);
http::Response export_csv(Room& room, web::Visit& visit);
http::Response export_xlsx(Room& room, web::Visit& visit);
// parameter_show.cpp
http::Response show(Room& room, web::Visit& visit, std::string key);
http::Response add_value(Room& room, web::Visit& visit, std::string key);
http::Response take_back_value(Room& room, web::Visit& visit, std::string key, ParameterId id);

}  // namespace fabnum::parameters
