#pragma once

// What the build put inside the program: migrations, catalogues, styles, scripts, fonts, icons.

#include <span>
#include <string>
#include <string_view>

#include "platform/html/url.h"

namespace fabnum::assets {

struct Embedded {
    std::string_view name;  // "db/migrations/0001_people.sql", "locales/fr/orders.toml", "assets/app.css"
    std::string_view bytes;
    std::string_view gzip, brotli;  // for what browsers fetch; else ""
    std::string_view digest;        // 16 hexadecimal characters of the bytes' SHA-256; for browsers' files
};

std::span<const Embedded> all();
// Those whose name starts with `prefix`, in the order of their names.
std::span<const Embedded> under(std::string_view prefix);
const Embedded* find(std::string_view name);

// The address of a browser's file, with its digest, to be kept for ever: "/assets/app.1a2b….css".
html::Url url_of(std::string_view name);
// The file behind such an address's last part; nullptr if it is not of this build.
const Embedded* behind(std::string_view address_name);

}  // namespace fabnum::assets
