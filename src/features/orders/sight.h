#pragma once

// What hangs on an order and what its pages show; what its lists ask for; what its forms say.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/orders/order.h"
#include "features/sites/sites.h"
#include "platform/files/files.h"

namespace fabnum::orders {

struct Message {
    Instant at;
    bool by_requester = false;
    PersonId by;  // of the team; none for the requester
    std::string text;
};
struct Picture {
    files::FileId file;
    std::string description;
};
struct Prototype {
    Id<struct PrototypeTag> id;
    Picture picture;
    std::string question;
    Instant shown_at;
    std::optional<bool> approved;  // nullopt: waits for an answer
    std::string comment;
};
struct Material {
    Id<struct MaterialTag> id;
    std::string what, quantity;
    Money cost;
};
struct Delivery {
    Day on;
    std::string place, received_by;
    bool signed_on_screen = false;
    files::FileId signature;
    PersonId by;
    Value value;
};
enum class Satisfaction { Fully, Mostly, Partly, Not };
inline constexpr std::pair<std::string_view, Satisfaction> satisfactions[] = {
    {"fully", Satisfaction::Fully},
    {"mostly", Satisfaction::Mostly},
    {"partly", Satisfaction::Partly},
    {"not", Satisfaction::Not}};
struct Thanks {
    Satisfaction satisfaction = Satisfaction::Fully;
    std::string message;
    Instant at;
};

// Thanks as the team reads them: who says them, for what.
struct Thanked {
    Thanks thanks;
    std::string order, contact, organisation;
};

// Everything an order's page shows but its mission.
struct Sight {
    Order order;
    sites::Site site;
    partners::Organisation organisation;
    partners::Contact contact;
    std::optional<Triage> triage;
    std::vector<Message> messages;  // first to last
    std::vector<Picture> pictures;
    std::vector<Prototype> prototypes;  // the latest first
    std::vector<Material> materials;
    std::optional<Delivery> delivery;
    std::optional<Thanks> thanks;

    Money material_cost() const;
};

// Lists. `sort`: "received", "due", "title", "state"; descending with a '-' in front.
struct Filter {
    SiteId site = {};
    std::vector<State> states = {};  // none: all
    std::optional<Kind> kind = {};
    std::string words = {};
    bool late = false;
    std::string sort = "-received";
    int most = 50, skip = 0;
};
struct Row {
    Listed order;
    std::string organisation;
};
struct Rows {
    std::vector<Row> rows;
    std::int64_t count = 0;  // with the filter, on all pages
};

// What a request says; the page checked its shape.
struct NewOrder {
    SiteId site;
    Kind kind = Kind::Object;
    std::string title, need, beneficiaries;
    int quantity = 1;
    std::optional<Day> wanted;
    std::string organisation;
    partners::Kind organisation_kind = partners::Kind::Association;
    std::string town;
    std::string contact;
    std::optional<std::string> mail, phone;
    std::vector<Picture> pictures;
    i18n::Language language = i18n::Language::French;
};
struct Received {
    OrderId id;
    std::string token;  // of the tracking page
};

struct NewDelivery {
    Day on;
    std::string place, received_by;
    std::optional<files::Cabinet::Checked> signature;  // none: signed on paper
};

}  // namespace fabnum::orders
