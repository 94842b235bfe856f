#pragma once

// The handlers of the kiosk, by page.

#include "features/kiosk/pages/pages.h"

namespace fabnum::kiosk {

// door.cpp
http::Response door(Room& room, web::Visit& visit);
http::Response who(Room& room, web::Visit& visit);
http::Response tap(Room& room, web::Visit& visit);
// queue.cpp
http::Response queued(Room& room, web::Visit& visit);
http::Response worker(Room& room, web::Visit& visit);
// devices.cpp
http::Response devices(Room& room, web::Visit& visit);
http::Response devices_offer(Room& room, web::Visit& visit);
http::Response device_end(Room& room, web::Visit& visit, DeviceId id);
http::Response badge_give(Room& room, web::Visit& visit);
http::Response pairing(Room& room, web::Visit& visit, std::string token);
http::Response pairing_do(Room& room, web::Visit& visit, std::string token);

// The tablet that asks, if it is one of ours.
std::optional<Device> asking(Room& room, const web::Visit& visit);

}  // namespace fabnum::kiosk
