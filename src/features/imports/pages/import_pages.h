#pragma once

// The handlers of imports, by page.

#include "features/imports/pages/pages.h"

namespace fabnum::imports {

// import_list.cpp
http::Response import_list(Room& room, web::Visit& visit);
http::Response import_bring(Room& room, web::Visit& visit);
http::Response import_sample(Room& room, web::Visit& visit);
// import_show.cpp
http::Response import_show(Room& room, web::Visit& visit, ImportId id);
http::Response import_map(Room& room, web::Visit& visit, ImportId id);
http::Response import_choose(Room& room, web::Visit& visit, ImportId id);
http::Response import_confirm(Room& room, web::Visit& visit, ImportId id);
http::Response import_drop(Room& room, web::Visit& visit, ImportId id);

}  // namespace fabnum::imports
