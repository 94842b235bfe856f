#pragma once

// A list's filter, as the address says it: ?q= &etat= &genre= &tri= &nombre= &debut=

#include "features/orders/orders.h"
#include "platform/clock/clock.h"
#include "platform/html/url.h"
#include "platform/web/visit.h"

namespace fabnum::orders {

inline constexpr int long_list = 200;  // rows on a page, for who asks for more than the usual

Filter filter_of(const web::Visit& visit);
// The same filter at another address, with one word of it changed; a changed filter starts at its first page.
html::Url with_filter(html::Url to, const web::Visit& visit, std::string_view changed = {},
                      std::string_view value = {});

}  // namespace fabnum::orders
