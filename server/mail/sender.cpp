// SPDX-License-Identifier: Apache-2.0
#include "server/mail/sender.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/base/text.hpp"
#include "server/mail/digest.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/store.hpp"

namespace dure::mail {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kLongestPause{300'000};

Instant micros(milliseconds time) {
    return std::chrono::microseconds(time).count();
}

/// first, twice that, four times, … at most `longest`.
milliseconds doubled(milliseconds first, std::int64_t times, milliseconds longest) {
    milliseconds wait = first;
    for (; times > 0 && wait < longest; --times) wait *= 2;
    return std::min(wait, longest);
}

}  // namespace

class Sender::Impl {
  public:
    Impl(db::Database& database, Clock clock, std::string name, SenderOptions options)
        : database_(database),
          clock_(std::move(clock)),
          name_(std::move(name)),
          options_(std::move(options)) {
        state_.configured = !options_.server.url.empty();
        if (state_.configured) smtp_ = std::make_unique<Smtp>(options_.server);
        thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    }

    SenderState state() const {
        const std::lock_guard lock(mutex_);
        return state_;
    }

  private:
    void work(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            bool busy = false;
            try {
                tidy_now_and_then();
                if (smtp_ && clock_() >= closed_until_) busy = send_batch(stop);
            } catch (const std::exception& error) {
                spdlog::warn("mails could not be sent, trying again: {}", error.what());
            }
            if (!busy) pause(stop);
        }
    }

    void pause(const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        never.wait_for(lock, stop, options_.poll, [] { return false; });
    }

    void tidy_now_and_then() {
        const Instant now = clock_();
        if (now < next_tidy_) return;
        next_tidy_ = now + micros(options_.tidy);
        make_digests(database_, now, options_.zone, options_.house.public_url);
        database_.write([&](db::Connection& c) {
            recover(c, now);
            tidy(c, now, now - std::chrono::microseconds(options_.keep).count());
        });
    }

    /// False: there was nothing to send, or no way to.
    bool send_batch(const std::stop_token& stop) {
        // Reading first: a write transaction a second would hold up others for nothing.
        const auto some = [&](db::Connection& c) { return sendable(c, clock_(), options_.batch); };
        if (database_.read(some).empty()) return false;
        const Instant safe_until = clock_() + micros(options_.lease) - micros(options_.server.timeout);
        const auto mails = database_.write([&](db::Connection& c) { return claim(c); });
        bool open = true;
        for (const Stored& mail : mails) {
            // Past that, another sender could take it while we hand it over.
            open = open && !stop.stop_requested() && clock_() < safe_until && send_one(mail, stop);
            if (!open)
                database_.write([&](db::Connection& c) { give_back(c, mail.number, name_, clock_()); });
        }
        return open && !mails.empty();
    }

    std::vector<Stored> claim(db::Connection& c) {
        const Instant now = clock_();
        std::vector<Stored> mails;
        for (Stored& mail : sendable(c, now, options_.batch)) {
            const std::string id = message_id(mail, options_.house);
            if (!take(c, mail, id, name_, now, now + micros(options_.lease))) continue;
            if (!mail.message_id) mail.message_id = id;
            ++mail.attempts;
            mails.push_back(std::move(mail));
        }
        return mails;
    }

    /// False: no mail can be sent now, this one not either.
    bool send_one(const Stored& mail, const std::stop_token& stop) {
        const Delivery delivery =
            smtp_->send(options_.house.from_address, mail.address, message(mail, options_.house),
                        [&] { return stop.stop_requested(); });
        if (delivery.outcome == Outcome::unreachable) {
            note_trouble(delivery.said);
            return false;
        }
        note_open(delivery.outcome == Outcome::delivered);
        database_.write([&](db::Connection& c) { keep(c, mail, delivery); });
        return true;
    }

    void keep(db::Connection& c, const Stored& mail, const Delivery& delivery) {
        const Instant now = clock_();
        const std::string said = delivery.said.substr(0, 500);
        switch (delivery.outcome) {
            case Outcome::delivered:
                set_sent(c, mail.number, name_, now);
                return;
            case Outcome::bounced:
                block(c, folded(mail.address), kEveryTopic, BlockReason::bounced, said, now);
                set_failed(c, mail.number, name_, State::bounced, said, now);
                return;
            case Outcome::refused:
                set_failed(c, mail.number, name_, State::dead, said, now);
                return;
            case Outcome::later:
            case Outcome::unreachable:
                break;
        }
        if (mail.attempts >= options_.attempts)
            set_failed(c, mail.number, name_, State::dead, said, now);
        else
            set_later(c, mail.number, name_, said,
                      now + micros(doubled(options_.first, mail.attempts - 1, options_.longest)), now);
    }

    void note_trouble(const std::string& said) {
        const std::lock_guard lock(mutex_);
        const Instant now = clock_();
        if (!state_.trouble) state_.trouble_since = now;
        if (state_.trouble != said) spdlog::warn("the mail server takes no mails: {}", said);
        state_.trouble = said;
        closed_until_ = now + micros(doubled(options_.first / 4, troubles_++, kLongestPause));
    }

    void note_open(bool delivered) {
        const std::lock_guard lock(mutex_);
        troubles_ = 0;
        state_.trouble.reset();
        state_.trouble_since.reset();
        if (delivered) state_.last_sent = clock_();
    }

    db::Database& database_;
    const Clock clock_;
    const std::string name_;
    const SenderOptions options_;
    std::unique_ptr<Smtp> smtp_;
    Instant next_tidy_ = 0, closed_until_ = 0;
    int troubles_ = 0;
    mutable std::mutex mutex_;  // of state_
    SenderState state_;
    std::jthread thread_;  // last: it ends before the rest goes
};

Sender::Sender(db::Database& database, Clock clock, std::string name, SenderOptions options)
    : impl_(std::make_unique<Impl>(database, std::move(clock), std::move(name), std::move(options))) {}
Sender::~Sender() = default;

SenderState Sender::state() const {
    return impl_->state();
}

}  // namespace dure::mail
