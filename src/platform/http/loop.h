#pragma once

// One I/O thread: it waits for sockets and never for anything else. What lives on it is touched by its
// thread only, so connections need no lock.

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "platform/http/workers.h"

namespace boost::asio {
class io_context;
}

namespace fabnum::http {

// What lives on a loop: a connection.
class Resident {
 public:
    virtual ~Resident() = default;
    virtual void tick(Clock::time_point now) = 0;  // twice a second: look at the deadlines
    virtual void wind_down() = 0;  // the server stops: leave as soon as nothing is in progress
    virtual bool make_room() = 0;  // leave if idle; answers whether it did
    virtual void cut() = 0;        // leave, whatever is in progress
};

class Loop {
 public:
    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void run();                             // until halt()
    void halt();                            // from any thread
    void cut_all();                         // once run() is over: whoever is still here has to leave
    void post(std::function<void()> work);  // from any thread: `work` runs on the loop

    // For those on the loop.
    void enter(std::shared_ptr<Resident> resident);
    void leave(Resident& resident);
    void wind_down();
    void make_room(int places);
    std::vector<char>& scratch() { return scratch_; }  // where sockets are read, one at a time
    boost::asio::io_context& context();

 private:
    void look_around();
    std::vector<std::shared_ptr<Resident>> everybody() const;

    struct Inside;
    std::unique_ptr<Inside> inside_;
    std::vector<char> scratch_;
    std::unordered_map<Resident*, std::shared_ptr<Resident>> residents_;
};

}  // namespace fabnum::http
