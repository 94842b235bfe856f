#pragma once

// The URL tables. Each room writes its own, top to bottom:
//
//     web::Table<Room> at{routes, room};
//     at.get ("/commandes",                Access::staff(),  list);
//     at.get ("/commandes/{}",             Access::team(),   show);       // show(Room&, Visit&, OrderId)
//     at.post("/commandes/{}/acceptation", Access::only({Role::Coordinator}), accept);
//
// Each {} is one parameter of the handler: the compiler counts them, and their types are read from the
// address before the handler is called (a part that is no id is a 404). A route cannot exist without saying
// who may use it; the matrix of roles and routes in the tests is made from these tables.

#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "platform/http/message.h"
#include "platform/web/visit.h"

namespace fabnum::web {

// Who may use a route at all. What they may see or do there is the room's policy.
class Access {
 public:
    static constexpr Access anyone() { return Access{all_bits, Kind::Anyone}; }
    // Whoever holds the private link whose token stands in the address; the handler looks the token up.
    static constexpr Access link() { return Access{all_bits, Kind::Link}; }
    // A program, not a browser, with somebody's key in a header: no session counts, and the handler looks the
    // key up.
    static constexpr Access key() { return Access{all_bits, Kind::Key}; }
    static constexpr Access only(std::initializer_list<Role> roles) {
        std::uint32_t bits = 0;
        for (const Role role : roles) bits |= bit(role);
        return Access{bits, Kind::Roles};
    }
    static constexpr Access staff() { return only({Role::Coordinator, Role::Fabmanager, Role::Admin}); }
    static constexpr Access team() {  // those who make things together
        return only({Role::Coordinator, Role::Fabmanager, Role::Admin, Role::Participant});
    }
    static constexpr Access signed_in() {
        return only({Role::Coordinator, Role::Fabmanager, Role::Admin, Role::Participant, Role::Adviser});
    }

    constexpr bool allows(Role role) const { return (bits_ & bit(role)) != 0; }
    constexpr bool is_open() const { return kind_ != Kind::Roles; }
    constexpr bool is_link() const { return kind_ == Kind::Link; }
    constexpr bool is_key() const { return kind_ == Kind::Key; }
    std::string words() const;  // "anyone", "link", "coordinator fabmanager": for the matrix

 private:
    enum class Kind { Anyone, Link, Key, Roles };
    static constexpr std::uint32_t all_bits = 0xFFFFFFFF;
    static constexpr std::uint32_t bit(Role role) { return std::uint32_t{1} << static_cast<unsigned>(role); }
    constexpr Access(std::uint32_t bits, Kind kind) : bits_(bits), kind_(kind) {}
    std::uint32_t bits_;
    Kind kind_;
};

// How much a route takes in.
struct Takes {
    std::int64_t form = 256 * 1024;  // bytes of text fields
    std::int64_t files = 0;          // bytes of all files
};

struct Route {
    http::Method method;
    std::string pattern;  // "/commandes/{}/acceptation"
    Access access;
    Takes takes;
    bool plain = false;  // the same for everybody: answered at once, without asking who is there
    std::function<std::optional<http::Response>(Visit&, const std::vector<std::string_view>&)> answer;
};

// The pattern of a route, checked by the compiler: as many {} as the handler has parameters.
template <class... Parameters>
struct Pattern {
    std::string_view text;
    consteval Pattern(const char* pattern) : text(pattern) {
        if (pattern[0] != '/') throw "a pattern starts with '/'";
        std::size_t blanks = 0;
        for (const char* c = pattern; *c; ++c) {
            if (*c == '{') ++blanks;
            if (*c >= 'A' && *c <= 'Z') throw "addresses are in small letters";
        }
        if (blanks != sizeof...(Parameters)) throw "as many {} as the handler has parameters";
    }
};

class Routes {
 public:
    void add(Route route);
    struct Found {
        const Route* route = nullptr;
        int number = -1;
        std::vector<std::string_view> parts;  // what stood at each {}
        bool other_method = false;            // the address exists, for another method
    };
    // HEAD finds GET. The parts point into `path`.
    Found find(http::Method method, std::string_view path) const;
    const std::vector<Route>& all() const { return routes_; }

 private:
    std::vector<Route> routes_;
};

// One part of an address as the type a handler wants.
template <class Tag>
bool read_part(std::string_view part, Id<Tag>& id) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), id.value);
    return error == std::errc() && end == part.data() + part.size() && id.value > 0 && part.front() != '0';
}
inline bool read_part(std::string_view part, std::string& text) {
    text = part;
    return !text.empty();
}
inline bool read_part(std::string_view part, int& number) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    return error == std::errc() && end == part.data() + part.size() && number >= 0;
}

template <class Room>
class Table {
 public:
    Table(Routes& routes, Room& room) : routes_(routes), room_(room) {}

    template <class... P>
    void get(Pattern<std::type_identity_t<P>...> pattern, Access access,
             http::Response (*handler)(Room&, Visit&, P...)) {
        add(http::Method::Get, pattern.text, access, {}, handler);
    }
    template <class... P>
    void plain(Pattern<std::type_identity_t<P>...> pattern, http::Response (*handler)(Room&, Visit&, P...)) {
        add(http::Method::Get, pattern.text, Access::anyone(), {}, handler, true);
    }
    template <class... P>
    void post(Pattern<std::type_identity_t<P>...> pattern, Access access,
              http::Response (*handler)(Room&, Visit&, P...), Takes takes = {}) {
        add(http::Method::Post, pattern.text, access, takes, handler);
    }

 private:
    template <class... P>
    void add(http::Method method, std::string_view pattern, Access access, Takes takes,
             http::Response (*handler)(Room&, Visit&, P...), bool plain = false) {
        Room& room = room_;
        routes_.add({method, std::string(pattern), access, takes, plain,
                     [&room, handler](Visit& visit, const std::vector<std::string_view>& parts)
                         -> std::optional<http::Response> {
                         return call(room, visit, parts, handler, std::index_sequence_for<P...>{});
                     }});
    }
    template <class... P, std::size_t... I>
    static std::optional<http::Response> call(Room& room, Visit& visit,
                                              [[maybe_unused]] const std::vector<std::string_view>& parts,
                                              http::Response (*handler)(Room&, Visit&, P...),
                                              std::index_sequence<I...>) {
        std::tuple<P...> values;
        if (!(read_part(parts[I], std::get<I>(values)) && ...)) return std::nullopt;
        return handler(room, visit, std::get<I>(values)...);
    }

    Routes& routes_;
    Room& room_;
};

}  // namespace fabnum::web
