#include "platform/assets/assets.h"

#include <algorithm>
#include <stdexcept>

namespace fabnum::assets {

namespace {

constexpr std::string_view browser_folder = "assets/";

std::span<const Embedded>::iterator first_from(std::string_view name) {
    const auto files = all();
    return std::lower_bound(files.begin(), files.end(), name,
                            [](const Embedded& file, std::string_view wanted) { return file.name < wanted; });
}

}  // namespace

std::span<const Embedded> under(std::string_view prefix) {
    const auto first = first_from(prefix);
    const auto last = std::find_if_not(
        first, all().end(), [prefix](const Embedded& file) { return file.name.starts_with(prefix); });
    return {first, last};
}

const Embedded* find(std::string_view name) {
    const auto at = first_from(name);
    return at != all().end() && at->name == name ? &*at : nullptr;
}

html::Url url_of(std::string_view name) {
    const Embedded* file = find(name);
    if (!file || !name.starts_with(browser_folder))
        throw std::out_of_range("no such file for browsers: " + std::string(name));
    const std::string_view last = name.substr(browser_folder.size());
    const auto dot = std::min(last.rfind('.'), last.size());
    std::string address(last.substr(0, dot));
    address += '.';
    address += file->digest;
    address += last.substr(dot);
    return html::Url("/assets") / address;
}

// "app.0123456789abcdef.css": the digest stands before the last dot.
const Embedded* behind(std::string_view address_name) {
    const auto end = address_name.rfind('.');
    if (end == std::string_view::npos || end == 0) return nullptr;
    const auto start = address_name.rfind('.', end - 1);
    if (start == std::string_view::npos) return nullptr;
    std::string name(browser_folder);
    name += address_name.substr(0, start);
    name += address_name.substr(end);
    const Embedded* file = find(name);
    return file && file->digest == address_name.substr(start + 1, end - start - 1) ? file : nullptr;
}

}  // namespace fabnum::assets
