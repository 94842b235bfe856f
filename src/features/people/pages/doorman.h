#pragma once

// Knows visitors by their cookie.

#include "features/people/people.h"
#include "platform/web/house.h"

namespace fabnum::people {

class Doorman : public web::Doorman {
 public:
    explicit Doorman(sql::Database& database) : database_(database) {}
    web::Visitor recognise(const http::Request& request, Instant now) override;

 private:
    sql::Database& database_;
};

}  // namespace fabnum::people
