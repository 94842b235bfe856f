#pragma once

// From the spelling of the network to plain text: percent signs, form fields, cookies, parameters of a
// header. What comes out is well-formed UTF-8 without NUL.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace fabnum::http {

// ASCII letters in any case.
bool same_word(std::string_view a, std::string_view b);

// The parts of "a, b;q=0, c", without the white space around them and without empty ones.
std::vector<std::string_view> parts_of(std::string_view list, char separator);

// Whether a list such as "keep-alive, Upgrade" holds `word`.
bool lists(std::string_view list, std::string_view word);

// Malformed bytes, and NUL, become U+FFFD.
std::string repaired(std::string_view bytes);

// The path of a request line, decoded; nullopt when it is malformed, or could be read in two ways: a "." or
// ".." part, an encoded slash, a backslash, a control character.
std::optional<std::string> decoded_path(std::string_view path);

// Adds the fields of "a=1&b=2"; false when a name or a value is malformed.
bool add_urlencoded(std::string_view text, Fields& fields);

void add_cookies(std::string_view header, Fields& cookies);

// A parameter of a header such as `form-data; name="photo"`, without its quotes; nullopt when absent.
std::optional<std::string> parameter(std::string_view header, std::string_view name);

// A header's value before its parameters, in lower case: "multipart/form-data".
std::string kind_of(std::string_view header);

// What a browser calls a file, as a label: no path, no control character, at most 200 characters; "file"
// when nothing is left.
std::string plain_file_name(std::string_view name);

}  // namespace fabnum::http
