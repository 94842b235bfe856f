#pragma once

// What several pages of a machine share.

#include "design/page.h"
#include "features/machines/pages/machine_pages.h"

namespace fabnum::machines {

html::Url url_of(MachineId id);          // the acts on it
html::Url label_of(const Machine& one);  // what its QR code opens
http::Response not_there(web::Visit& visit);
std::optional<Sight> seen(Room& room, const web::Visit& visit, MachineId id);  // of the visitor's site
// Back to the machine after an act, or the page that says why not.
http::Response answered(web::Visit& visit, const Machine& machine, const Result<Done>& done,
                        std::string_view said);

}  // namespace fabnum::machines
