#include "platform/sql/postgres_session.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <vector>

#include <libpq-fe.h>
#include <poll.h>

#include "platform/sql/postgres_row.h"
#include "platform/sql/postgres_values.h"

namespace fabnum::sql {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t most_statements = 500;

// A host that vanished is noticed within seconds. The address may say otherwise: it comes after.
constexpr const char* names[] = {"connect_timeout",
                                 "tcp_user_timeout",
                                 "keepalives_idle",
                                 "keepalives_interval",
                                 "keepalives_count",
                                 "fallback_application_name",
                                 "dbname",
                                 "client_encoding",
                                 nullptr};
PGconn* connected(const std::string& address) {
    const char* const values[] = {"2", "3000", "2", "1", "3", "fabnum", address.c_str(), "UTF8", nullptr};
    return PQconnectdbParams(names, values, 1);
}

// What the server itself ends, whatever happens to this program: a lock left behind, a statement gone wild.
constexpr std::string_view limits = R"sql(
    SET statement_timeout = '60s'; SET lock_timeout = '15s'; SET idle_in_transaction_session_timeout = '120s')sql";

// The message without values: a message about data may quote a person's.
std::string message_of(const PGresult* result, std::string_view state) {
    const char* const text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (state.starts_with("22")) return "a value does not fit";
    return text == nullptr ? "no answer" : text;
}

bool is_lost_connection(std::string_view state) {
    return state == "57P01" || state == "57P02" || state == "57P03" || state == "25006";
}

bool asks_to_try_again(std::string_view state, std::string_view message) {
    const bool is_stale_plan = state == "0A000" && message.starts_with("cached plan");
    return state == "40001" || state == "40P01" || is_stale_plan;
}

}  // namespace

void PostgresSession::Clear::operator()(pg_result* result) const {
    PQclear(result);
}

PostgresSession::PostgresSession(const std::string& address, Use use)
    : connection_(connected(address)), longest_answer_(use == Use::Serving ? 90s : 24h) {
    try {
        if (PQstatus(connection_) != CONNECTION_OK) lose(PQerrorMessage(connection_));
        PQsetNoticeProcessor(
            connection_, [](void*, const char*) {}, nullptr);
        const char* const encoding = PQparameterStatus(connection_, "server_encoding");
        if (std::string_view(encoding == nullptr ? "" : encoding) != "UTF8")
            throw Broken("the PostgreSQL database is not UTF-8: make it with ENCODING 'UTF8'");
        if (use == Use::Serving) script(limits);
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
}

PostgresSession::~PostgresSession() {
    PQfinish(connection_);
}

bool PostgresSession::is_lost() const {
    return is_lost_ || PQstatus(connection_) != CONNECTION_OK;
}

void PostgresSession::lose(const std::string& why) {
    is_lost_ = true;
    throw Lost("PostgreSQL is lost: " + why.substr(0, why.find('\n')));
}

void PostgresSession::wait_for_bytes(Clock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left <= 0ms) lose("it did not answer in time");
    pollfd wanted{.fd = PQsocket(connection_), .events = POLLIN, .revents = 0};
    const int ready = ::poll(&wanted, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 60000)));
    if (ready < 0 && errno != EINTR) lose("poll failed");
}

PostgresSession::Answer PostgresSession::answer(std::string_view sql) {
    const auto deadline = Clock::now() + longest_answer_;
    Answer last;
    Answer failed;
    for (;;) {
        while (PQisBusy(connection_) != 0) {
            wait_for_bytes(deadline);
            if (PQconsumeInput(connection_) == 0) lose(PQerrorMessage(connection_));
        }
        Answer next(PQgetResult(connection_));
        if (!next) break;
        const auto status = PQresultStatus(next.get());
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
            failed = std::move(next);
        else
            last = std::move(next);
    }
    if (failed) fail(failed.get(), sql);
    if (!last) lose("no answer");
    return last;
}

void PostgresSession::fail(const PGresult* result, std::string_view sql) {
    const char* const field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = field == nullptr ? "" : field;
    if (state.empty() || is_lost_connection(state) || PQstatus(connection_) != CONNECTION_OK)
        lose(PQresultErrorMessage(result));
    const std::string text = message_of(result, state);
    const std::string message = text + " (" + state + ") — " + in_brief(sql);
    if (asks_to_try_again(state, text)) {
        if (state == "0A000") is_lost_ = true;  // its plans are of an older schema: take another connection
        throw TryAgain(message);
    }
    if (state.starts_with("23")) throw Constraint(message);
    throw Broken(message);
}

const std::string& PostgresSession::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    if (statements_.size() >= most_statements) {
        script("DEALLOCATE ALL");
        statements_.clear();
    }
    const std::string name = "s" + std::to_string(++statements_named_);
    const std::string text(sql);
    if (PQsendPrepare(connection_, name.c_str(), text.c_str(), 0, nullptr) == 0)
        lose(PQerrorMessage(connection_));
    answer(sql);
    return statements_.emplace(text, name).first->second;
}

PostgresSession::Answer PostgresSession::answer_to(const Values& values, std::string_view sql) {
    if (is_lost_) lose("before this statement");
    const PostgresValues sent(values);
    const std::string& name = prepared(sql);
    const int took = PQsendQueryPrepared(connection_, name.c_str(), sent.count(), sent.texts(),
                                         sent.lengths(), sent.formats(), 0);
    if (took == 0) lose(PQerrorMessage(connection_));
    return answer(sql);
}

void PostgresSession::each(const std::function<void(Row&)>& use, const Values& values, std::string_view sql) {
    check_value_count(values.size(), sql);
    const Answer rows = answer_to(values, sql);
    for (int i = 0; i < PQntuples(rows.get()); ++i) {
        PostgresRow row(rows.get(), i);
        use(row);
    }
}

std::int64_t PostgresSession::run(const Values& values, std::string_view sql) {
    check_value_count(values.size(), sql);
    const Answer done = answer_to(values, sql);
    const std::string_view touched = PQcmdTuples(done.get());
    std::int64_t rows = 0;
    std::from_chars(touched.data(), touched.data() + touched.size(), rows);
    return rows;
}

void PostgresSession::script(std::string_view sql) {
    if (is_lost_) lose("before this statement");
    if (PQsendQuery(connection_, std::string(sql).c_str()) == 0) lose(PQerrorMessage(connection_));
    answer(sql);
}

void PostgresSession::commit() {
    if (is_lost()) lose("before the commit was sent");
    try {
        if (PQsendQuery(connection_, "COMMIT") == 0) lose(PQerrorMessage(connection_));
        const Answer done = answer("COMMIT");
        // An earlier error turns the commit into this, without an error of its own.
        if (std::string_view(PQcmdStatus(done.get())) == "ROLLBACK")
            throw Broken("an earlier statement of this transaction failed");
    } catch (const Lost& lost) {
        throw Broken(
            std::string("outcome unknown: the connection was lost while the transaction was committed; ") +
            lost.what());
    }
}

void PostgresSession::roll_back() noexcept {
    try {
        if (!is_lost()) script("ROLLBACK");
    } catch (...) {
        is_lost_ = true;
    }
}

}  // namespace fabnum::sql
