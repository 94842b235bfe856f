#pragma once

// The filters of the records, as the address says them: ?qui= &de= &au= &debut= and what each page adds.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/records/pages/record_fragments.h"
#include "platform/clock/clock.h"
#include "platform/forms/form.h"

namespace fabnum::records {

struct Days {
    std::optional<Instant> from, until;  // from included, until not
};
Days days_of(const web::Visit& visit);  // ?de= &au=, as typed; what is no day filters nothing
PersonId person_of(const web::Visit& visit, std::string_view name);
bool is_filtered(const web::Visit& visit);
// Nothing at all, or nothing with this filter.
std::string_view none_key(const web::Visit& visit);

forms::Form filled_filter(const web::Visit& visit, std::initializer_list<std::string_view> names);
html::Markup person_field(const forms::Form& form, std::string_view name, const std::string& label,
                          const std::vector<people::Face>& team, const i18n::Words& t);
html::Markup day_fields(const forms::Form& form, const i18n::Words& t);

// Those who can have changed or read something here: the staff and the young people of the site.
std::vector<people::Face> team_of(const sql::Reader& db, const web::Visit& visit);

// The same filter at another address.
html::Url with_filter(html::Url to, const web::Visit& visit);
html::Markup pager(const html::Url& to, const web::Visit& visit, int skip, std::size_t shown,
                   std::int64_t count);

}  // namespace fabnum::records
