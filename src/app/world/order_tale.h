#pragma once

// The tale of one order: who did what to it, and when. Each line joins the story, which tells it later
// through the verbs of the rooms. So people are named by where their number will stand once they have one.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/world/pictures.h"
#include "app/world/story.h"
#include "app/world/world.h"

namespace fabnum::app::world {

using Who = const PersonId*;

// What a tale needs to be told. It lives until the story is told.
struct Telling {
    sql::Database& database;
    const files::Cabinet& cabinet;
    orders::Orders& orders;
    Story& story;
    World& world;
    Pictures pictures;
};

enum class Place { Hem, Marcq };

struct Asker {
    std::string organisation;
    partners::Kind kind;
    std::string town, contact;
    std::optional<std::string> mail, phone;
};
struct Picture {
    std::string name;  // of assets/demo
    std::string description;
};
struct Request {
    orders::Kind kind;
    std::string title, need, beneficiaries;
    int quantity = 1;
    std::optional<int> wanted_in;  // working days from today
    Asker by;
    Picture picture = {};
};
struct Crew {
    std::vector<Who> members;
    Who lead, referent;
};
struct Failure {
    std::string what_happened, what_changed;
    std::string picture;  // of assets/demo
};

class OrderTale {
 public:
    OrderTale(Telling& telling, Tracked& order, Place place) : tell_(telling), order_(order), place_(place) {}

    // From the request to the start, and the talk with the requester.
    OrderTale& received(When when, Request request, Who at_the_counter = nullptr);
    OrderTale& studied(When when, Who by, const orders::Triage& triage, Money estimate);
    OrderTale& asked(When when, Who by, std::string question);
    OrderTale& answered(When when, std::string answer);
    OrderTale& wrote(When when, Who by, std::string message);
    OrderTale& requester_wrote(When when, std::string message);
    OrderTale& accepted(When when, Who by, int due_in, std::string message);  // working days from today
    OrderTale& declined(When when, Who by, std::string reason, std::string instead);
    OrderTale& started(When when, Who by, Crew crew);

    // The work of the team.
    OrderTale& passed(When when, Who person, projects::Turn turn);
    OrderTale& planned(When when, Who by, projects::Activity activity, std::vector<Who> people);
    OrderTale& began(When when, Who by, projects::Activity activity);
    OrderTale& did(When when, Who by, projects::Activity activity);
    OrderTale& worked(When when, Who by, projects::Activity activity, std::vector<Who> people, int minutes);
    OrderTale& failed(When when, Who by, projects::Activity activity, Failure failure);
    OrderTale& photographed(When when, Who by, projects::Activity activity, Picture photo);
    OrderTale& let_publish(When when, Who by);
    OrderTale& bought(When when, Who by, std::string what, std::string quantity, Money cost);
    OrderTale& checked(When when, Who by, std::size_t first,
                       std::size_t count);  // of the quality list: they pass
    OrderTale& written_up(When when, Who by, std::string summary, std::string licence);  // the sheet is ready

    // The prototype, the delivery, the ends.
    OrderTale& showed(When when, Who by, Picture photo, std::string question);
    OrderTale& judged(When when, bool approved, std::string comment);
    OrderTale& finished(When when, Who by);
    OrderTale& delivered(When when, Who by, std::string where, std::string received_by);
    OrderTale& thanked(When when, orders::Satisfaction satisfaction, std::string message);
    OrderTale& closed(When when, Who by);
    OrderTale& suspended(When when, Who by, std::string reason);
    OrderTale& cancelled_by_requester(When when, std::string reason);

 private:
    OrderTale& then(When when, std::function<void(const OrderTale&, const Moment&)> what);
    OrderTale& moved(When when, Who by, projects::Activity activity, projects::StepState from,
                     projects::StepState to);
    Act act(const Moment& moment, Who by) const;
    projects::Sight mission() const;
    projects::StepId step_of(projects::Activity activity) const;

    Telling& tell_;
    Tracked& order_;
    Place place_;
};

}  // namespace fabnum::app::world
