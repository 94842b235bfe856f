#include "platform/web/routes.h"

namespace fabnum::web {

namespace {

// Takes the first part of `path` ("/commandes/7" → "commandes") off it.
std::string_view first_part(std::string_view& path) {
    if (!path.empty()) path.remove_prefix(1);
    const auto end = path.find('/');
    const auto part = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end);
    return part;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string_view>& parts) {
    parts.clear();
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = first_part(pattern);
        const auto given = first_part(path);
        if (wanted == "{}") {
            if (given.empty()) return false;
            parts.push_back(given);
        } else if (wanted != given) {
            return false;
        }
    }
    return pattern.empty() && path.empty();
}

}  // namespace

std::string Access::words() const {
    if (kind_ == Kind::Anyone) return "anyone";
    if (kind_ == Kind::Link) return "link";
    if (kind_ == Kind::Key) return "key";
    std::string text;
    for (const Role role : all_roles)
        if (allows(role)) text += (text.empty() ? "" : " ") + std::string(word_of(role));
    return text;
}

void Routes::add(Route route) {
    routes_.push_back(std::move(route));
}

Routes::Found Routes::find(http::Method method, std::string_view path) const {
    const auto wanted = method == http::Method::Head ? http::Method::Get : method;
    Found found;
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const Route& route = routes_[i];
        if (!matches(route.pattern, path, parts)) continue;
        if (route.method != wanted) {
            found.other_method = true;
            continue;
        }
        // A fixed part wins over a {}: "/commandes/nouvelle" over "/commandes/{}".
        if (found.route && found.parts.size() <= parts.size()) continue;
        found.route = &route;
        found.number = static_cast<int>(i);
        found.parts = parts;
    }
    return found;
}

}  // namespace fabnum::web
