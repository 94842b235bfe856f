#include <algorithm>
#include <exception>
#include <utility>

#include "platform/http/connection.h"
#include "platform/log/log.h"

namespace fabnum::http {

namespace {

constexpr std::int64_t file_piece = 131'072;

}  // namespace

void Connection::dispatch(int status) {
    if (!request_) {  // nothing of the request could be understood
        request_ = std::make_shared<Received>();
        fill(*request_, Head{}, peer_, around_.proxies);
    }
    if (status != 0) log::info("http.refused", {{"request", request_->id}, {"status", status}});
    body_.reset();
    move_to(Stage::Answering);
    Manner manner;
    manner.is_old = parser_ && parser_->head().is_old;
    manner.keep_alive = !leaves_input_ && parser_ && parser_->head().keep_alive && !around_.stopping;
    const std::shared_ptr<const Received> request = std::exchange(request_, nullptr);
    if (status != 0) return ask_refusals(request, status, manner);
    if (reception_.quick) return begin_answer(answer_now(*request, 0, manner));
    ask_workers(request, manner);
}

void Connection::ask_workers(const std::shared_ptr<const Received>& request, Manner manner) {
    const auto self = shared_from_this();
    Job job;
    job.route = reception_.route;
    job.since = Clock::now();
    job.run = [self, request, manner] { self->answer_later(request, 0, manner); };
    job.give_up = [self, request, manner] {
        ++self->around_.counters.refused_busy;
        self->ask_refusals(request, 503, manner);
    };
    if (around_.workers.take(std::move(job))) return;
    ++around_.counters.refused_busy;
    ask_refusals(request, 503, manner);
}

// From any thread.
void Connection::ask_refusals(const std::shared_ptr<const Received>& request, int status, Manner manner) {
    const auto self = shared_from_this();
    if (around_.refusals.take(
            [self, request, status, manner] { self->answer_later(request, status, manner); }))
        return;
    const bool with_body = request->method != Method::Head;
    loop_.post(
        [self, status, with_body, manner] { self->begin_answer(bare_answer(status, with_body, manner)); });
}

// On a worker, or on the lane of refusals.
void Connection::answer_later(const std::shared_ptr<const Received>& request, int status, Manner manner) {
    const auto answer = std::make_shared<Answer>(answer_now(*request, status, manner));
    loop_.post([self = shared_from_this(), answer] { self->begin_answer(std::move(*answer)); });
}

Answer Connection::answer_now(const Received& request, int status, Manner manner) {
    std::string what = "not an exception";
    try {
        Response response = around_.application.answer(request, status);
        if (status != 0 && response.status < 400) response.status = status;
        manner.keep_alive = manner.keep_alive && !around_.stopping;
        return answer_of(request, std::move(response), manner);
    } catch (const std::exception& error) {
        what = error.what();
    } catch (...) {  // a handler may throw anything; the server goes on
    }
    log::error("http.handler_failed", {{"request", request.id}, {"route", reception_.route}, {"what", what}});
    return bare_answer(status != 0 ? status : 500, request.method != Method::Head, manner);
}

void Connection::begin_answer(Answer answer) {
    if (stage_ == Stage::Closed) return;
    answer_ = std::move(answer);
    sent_ = 0;
    move_to(Stage::Writing);
    send_more();
}

void Connection::send_more() {
    const std::string_view head = answer_.head;
    const std::string_view bytes = answer_.bytes();
    if (sent_ < head.size() + bytes.size()) {
        const std::size_t of_head = std::min(sent_, head.size());
        return stream_->write(shared_from_this(), head.substr(of_head), bytes.substr(sent_ - of_head));
    }
    if (answer_.file_left > 0) return fetch_file();
    if (answer_.events) return begin_events();
    answered();
}

void Connection::sent(std::size_t bytes, bool failed) {
    if (stage_ == Stage::Closed) return;
    if (failed) return close();
    if (stage_ == Stage::Events) {
        sending_events_ = false;
        events_.erase(0, bytes);
        return send_events();
    }
    move_to(stage_);
    if (stage_ == Stage::Inviting) {
        move_to(Stage::Body);
        return read();
    }
    sent_ += bytes;
    send_more();
}

void Connection::fetch_file() {
    move_to(Stage::Fetching);
    const auto piece = std::make_shared<std::string>();
    const bool taken =
        around_.disk.take([self = shared_from_this(), piece, file = answer_.file, at = answer_.file_at,
                           most = std::min(answer_.file_left, file_piece)] {
            try {
                *piece = file->read(at, most);
            } catch (const std::exception& error) {
                log::error("http.file_failed", {{"what", error.what()}});
            }
            self->loop_.post([self, piece] {
                if (self->stage_ == Stage::Closed) return;
                if (piece->empty())
                    return self->close();  // the length was promised: an early end tells the browser
                const auto size = static_cast<std::int64_t>(piece->size());
                self->answer_.file_at += size;
                self->answer_.file_left -= size;
                self->answer_.head.clear();
                self->answer_.text = std::move(*piece);
                self->sent_ = 0;
                self->move_to(Stage::Writing);
                self->send_more();
            });
        });
    if (!taken) close();
}

void Connection::begin_events() {
    move_to(Stage::Events);
    last_event_ = moved_;
    if (around_.stopping) return close();
    const std::weak_ptr<Connection> weak = weak_from_this();
    Loop& loop = loop_;
    channel_ = std::make_shared<EventChannel>([weak, &loop] {
        loop.post([weak] {
            if (const auto self = weak.lock()) self->send_events();
        });
    });
    const EventStream stream = *std::exchange(answer_.events, std::nullopt);
    forget_request();
    try {
        stream.subscribe([channel = channel_](std::string_view event, std::string_view data) {
            return channel->send(event, data);
        });
    } catch (...) {
        log::error("http.subscribe_failed");
        return close();
    }
    read();  // to see the reader leave
}

void Connection::send_events() {
    if (stage_ != Stage::Events) return;
    if (channel_->fell_behind()) return close();
    if (sending_events_) return;
    if (events_.empty()) events_ = channel_->take();
    if (events_.empty()) return;
    sending_events_ = true;
    moved_ = last_event_ = Clock::now();
    stream_->write(shared_from_this(), events_, {});
}

void Connection::answered() {
    served_ = true;
    if (answer_.close || around_.stopping) return linger();
    await_request();
}

}  // namespace fabnum::http
