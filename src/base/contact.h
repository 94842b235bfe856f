#pragma once

// Mail addresses and phone numbers, as people type them.

#include <optional>
#include <string>
#include <string_view>

namespace fabnum {

// What stands around one @, without a space: whether a letter arrives is known once it was sent.
bool looks_like_mail(std::string_view text);
// Ten digits from 0, or a number of another country after a +; spaces, dots and dashes do not matter.
bool looks_like_phone(std::string_view text);
// The digits alone, a French number of +33 with its 0: what two ways of writing one number share.
std::string phone_key(std::string_view text);

}  // namespace fabnum
