#pragma once

// What the people, the towns and the orders of a generated house are called.

#include <span>
#include <string>
#include <string_view>

#include "features/orders/orders.h"

namespace fabnum::app::world {

struct GivenName {
    std::string_view name;
    i18n::Agreement agreement;
};
std::span<const GivenName> given_names();
std::span<const std::string_view> family_names();
std::string town_name(int number);  // another for each number

struct Wish {
    orders::Kind kind;
    std::string_view title, need, beneficiaries;
    int quantity;
};
std::span<const Wish> wishes();

struct OrganisationName {
    std::string_view before_town;
    partners::Kind kind;
};
std::span<const OrganisationName> organisation_names();

}  // namespace fabnum::app::world
