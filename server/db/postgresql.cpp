// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include "server/db/backends.hpp"
#include "server/db/growth.hpp"
#include "server/db/pool.hpp"
#include "server/db/postgresql_connection.hpp"

namespace dure::db {
namespace {

constexpr int kRetries = 20;
constexpr std::chrono::milliseconds kOpenAtMost{
    50};  ///< how long a finished read may stay open on an idle connection

class PostgresqlDatabase final : public Database {
  public:
    explicit PostgresqlDatabase(const Options& options)
        : timeout_(options.timeout), pool_(static_cast<std::size_t>(2 * std::max(2, options.readers)), [=] {
              return std::make_unique<PostgresqlConnection>(options.url, options.timeout);
          }) {
        pool_.acquire(timeout_);  // a wrong address shows here, not at the first request
        ender_ = std::jthread([this](const std::stop_token& stop) { end_finished_reads(stop); });
    }

    std::string_view engine() const override { return "postgresql"; }

  protected:
    void transact(Mode mode, const std::function<void(Connection&)>& body) override {
        const auto deadline = std::chrono::steady_clock::now() + timeout_;
        for (int attempt = 0;; ++attempt) {
            const bool may_retry = attempt < kRetries && std::chrono::steady_clock::now() < deadline;
            if (const auto afterwards = attempt_once(mode, body, may_retry)) {
                if (mode == Mode::read) note_finished_read();
                for (const auto& action : *afterwards) action();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1 << std::min(attempt, 6)));
        }
    }

  private:
    using Lease = Pool<PostgresqlConnection>::Lease;
    using Body = std::function<void(Connection&)>;
    using Actions = std::vector<std::function<void()>>;

    /// What is to be done after the commit; none when the transaction lost against another one and may run
    /// again.
    std::optional<Actions> attempt_once(Mode mode, const Body& body, bool may_retry) {
        Lease connection = pool_.acquire(timeout_);
        try {
            return run(*connection, mode, body);
        } catch (...) {
            if (!connection->lost_unanswered()) return give_up(connection, may_retry);
        }
        // The server was restarted since this connection was last used.
        connection.discard();
        connection.replace(pool_.make());
        try {
            return run(*connection, mode, body);
        } catch (...) {
            return give_up(connection, may_retry);
        }
    }

    /// Its connection may be the last that anybody wants for a long time.
    void note_finished_read() {
        {
            const std::lock_guard lock(ending_mutex_);
            if (std::exchange(read_finished_, true)) return;
        }
        something_to_end_.notify_one();
    }

    void end_finished_reads(const std::stop_token& stop) {
        std::unique_lock lock(ending_mutex_);
        while (something_to_end_.wait(lock, stop, [&] { return read_finished_; })) {
            something_to_end_.wait_for(lock, stop, kOpenAtMost, [] { return false; });
            if (stop.stop_requested()) return;
            read_finished_ = false;
            lock.unlock();
            pool_.for_each_idle([](PostgresqlConnection& connection) {
                try {
                    connection.end_now();
                } catch (const Error&) {  // lost: seen, and replaced, when it is next used
                }
            });
            lock.lock();
        }
    }

    Actions run(PostgresqlConnection& connection, Mode mode, const Body& body) {
        // Serializable gives what SQLite's one writer gives: a rule checked in a transaction holds when it
        // commits.
        connection.begin(mode == Mode::read    ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                         : mode == Mode::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                               : "BEGIN ISOLATION LEVEL READ COMMITTED");
        if (mode == Mode::exclusive) connection.lock_exclusively();
        body(connection);
        if (mode != Mode::read) {
            Actions afterwards = connection.commit();
            count_what_grew(connection);
            return afterwards;
        }
        connection.end_reading();
        return {};
    }

    /// Best effort: without it only the plans are worse.
    void count_what_grew(PostgresqlConnection& connection) {
        for (const auto& [table, rows] : connection.take_grown()) {
            if (!growth_.wants_counting(table, rows)) continue;
            try {
                connection.count_values(table);
            } catch (const std::exception&) {  // a timeout, or somebody else's restore
            }
        }
    }

    /// Throws on what is being thrown, unless the transaction may run again.
    static std::optional<Actions> give_up(Lease& connection, bool may_retry) {
        if (connection->lost()) {
            connection.discard();
            throw;
        }
        const bool again = may_retry && connection->conflict();
        if (!connection->rollback()) connection.discard();
        if (!again) throw;
        return std::nullopt;
    }

    const std::chrono::milliseconds timeout_;
    Growth growth_;
    Pool<PostgresqlConnection> pool_;
    std::mutex ending_mutex_;
    std::condition_variable_any something_to_end_;
    bool read_finished_ = false;
    std::jthread ender_;  ///< last: it ends before what it uses
};

}  // namespace

std::unique_ptr<Database> open_postgresql(const Options& options) {
    return std::make_unique<PostgresqlDatabase>(options);
}

}  // namespace dure::db
