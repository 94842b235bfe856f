#pragma once

// Which form a number asks for: "one", "many", "other"… (CLDR plural rules). Private to the folder.

#include <cstdint>
#include <string>

#include "platform/i18n/i18n.h"

namespace fabnum::i18n {

std::string counting_form(Language language, std::int64_t count);  // 1 photo, 2 photos
std::string ranking_form(Language language, std::int64_t rank);    // 1st, 2nd

}  // namespace fabnum::i18n
