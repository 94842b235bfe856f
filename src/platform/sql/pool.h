#pragma once

// Pool: at most `size` connections for reading, opened when first needed, each lent to one reader at a time.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/sql/sql.h"

namespace fabnum::sql {

template <class Connection>
class Pool {
 public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    Pool(int size, Open open) : free_places_(size), open_(std::move(open)) {}

    class Lease {
     public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }
        // A connection that went wrong is not lent again.
        void discard() { connection_.reset(); }
        void replace() { connection_ = pool_.open_(); }

     private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    // Throws Broken when every connection stays lent for that long.
    Lease lease(std::chrono::milliseconds patience) {
        std::unique_ptr<Connection> connection;
        {
            std::unique_lock lock(mutex_);
            if (!given_back_.wait_for(lock, patience, [&] { return free_places_ > 0; }))
                throw Broken("the database is busy: no connection for reading became free");
            --free_places_;
            if (!idle_.empty()) {
                connection = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        if (!connection) {
            try {
                connection = open_();
            } catch (...) {
                give_back(nullptr);
                throw;
            }
        }
        return Lease(*this, std::move(connection));
    }

    void clear() {
        const std::lock_guard lock(mutex_);
        idle_.clear();
    }

 private:
    void give_back(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(mutex_);
        ++free_places_;
        if (connection) idle_.push_back(std::move(connection));
        given_back_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable given_back_;
    int free_places_;
    std::vector<std::unique_ptr<Connection>> idle_;
    Open open_;
};

}  // namespace fabnum::sql
