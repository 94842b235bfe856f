#pragma once

// Knows visitors by their cookie.

#include "features/people/people.h"
#include "platform/sessions/seen.h"
#include "platform/web/house.h"

namespace fabnum::people {

class Doorman : public web::Doorman {
 public:
    // How many things wait for somebody, as a room above knows it.
    using Waiting = std::int64_t (*)(const sql::Reader&, const Actor&);

    explicit Doorman(sql::Database& database, Waiting waiting = nullptr)
        : database_(database), waiting_(waiting) {}
    web::Visitor recognise(const http::Request& request, Instant now) override;

 private:
    sql::Database& database_;
    Waiting waiting_;
    sessions::Seen seen_;
};

}  // namespace fabnum::people
