#pragma once

// One connection to PostgreSQL, with its prepared statements.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/sql/session.h"

struct pg_conn;
struct pg_result;

namespace fabnum::sql {

// The connection is gone; nothing of an open transaction was kept.
struct Lost : Broken {
    using Broken::Broken;
};
// The server asks for the transaction to be tried again.
struct TryAgain : Broken {
    using Broken::Broken;
};

class PostgresSession : public Session {
 public:
    enum class Use { Serving, Migrating };

    PostgresSession(const std::string& address, Use use);
    ~PostgresSession() override;
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;

    Engine engine() const override { return Engine::Postgres; }
    void each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) override;
    std::int64_t run(const Values& values, std::string_view sql) override;
    void script(std::string_view sql) override;

    // Throws Broken, and says so, when nobody knows whether the transaction was kept.
    void commit();
    // Never throws: a connection that cannot even undo is lost, and the server undoes.
    void roll_back() noexcept;
    bool is_lost() const;

 private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    const std::string& prepared(std::string_view sql);
    Answer answer_to(const Values& values, std::string_view sql);
    // Waits for the server's last answer to what was sent.
    Answer answer(std::string_view sql);
    void wait_for_bytes(std::chrono::steady_clock::time_point deadline);
    [[noreturn]] void lose(const std::string& why);
    [[noreturn]] void fail(const pg_result* result, std::string_view sql);

    pg_conn* connection_ = nullptr;
    std::chrono::seconds longest_answer_;
    bool is_lost_ = false;
    std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> statements_;
    int statements_named_ = 0;
};

}  // namespace fabnum::sql
