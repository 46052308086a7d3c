// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/db/database.hpp"
#include "server/db/postgresql_values.hpp"

namespace dure::db {

/// A connection that stays in libpq's pipeline mode. BEGIN travels with the first statement, statements that
/// nobody waits for travel with the next one, and the end of a transaction that only read travels with the
/// next transaction, or when end_now() is called: a read of one statement costs one message and its answer
/// instead of three.
class PostgresqlConnection final : public Connection {
  public:
    PostgresqlConnection(const std::string& url, std::chrono::milliseconds timeout);

    /// What insert_many put into which table in this transaction.
    std::map<std::string, std::int64_t> take_grown() { return std::exchange(grown_, {}); }
    /// Makes PostgreSQL count a table's values for its plans, outside a transaction; not while somebody else
    /// does.
    void count_values(const std::string& table);

    std::int64_t run(std::string_view sql, std::span<const Value> arguments, const Sink& sink) override;
    void run_later(std::string_view sql, std::span<const Value> arguments) override;
    std::int64_t insert_many(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<Value>> rows) override;

    void begin(std::string_view sql);
    void lock_exclusively();
    /// Returns what is to be done now that it is written.
    std::vector<std::function<void()>> commit();
    /// The end of a transaction that has written nothing; the server hears of it with the next one, or by
    /// end_now().
    void end_reading();
    /// Lets the server end what end_reading() has left open: its snapshot keeps old rows from being cleared
    /// away.
    void end_now();
    /// False: the connection cannot be used again.
    bool rollback() noexcept;

    bool lost() const { return mute_ || PQstatus(db_.get()) != CONNECTION_OK; }
    /// Lost before it answered anything of this transaction, which can be run again elsewhere.
    bool lost_unanswered() const { return lost() && !answered_; }
    /// Whether the transaction lost against another one and can be run again.
    bool conflict() const { return conflict_; }

  private:
    struct Clear {
        void operator()(PGresult* r) const { PQclear(r); }
    };
    struct Finish {
        void operator()(PGconn* c) const { PQfinish(c); }
    };
    using Result = std::unique_ptr<PGresult, Clear>;

    /// What was sent and has not been answered.
    struct Sent {
        std::string sql;
        std::string prepares;  ///< the key in prepared_, where it makes a prepared statement
    };

    template <class F>
    auto guarded(F&& body);
    void send(std::string_view sql, const Arguments& bound);
    void send(std::string_view sql);
    void copy(const std::string& sql, std::span<const std::vector<Value>> rows);
    const std::string& prepared(std::string_view sql, const Arguments& bound);
    void make_room();
    void synchronise();
    Result receive();
    Result exchange(std::string_view sql);
    [[noreturn]] void raise(const PGresult* result, std::string_view during);

    std::unique_ptr<PGconn, Finish> db_;
    std::unordered_map<std::string, std::string> prepared_;  ///< statement and its argument types → its name
    std::vector<Sent> sent_;
    std::map<std::string, std::int64_t> grown_;
    std::uint64_t next_name_ = 0;
    bool synchronised_ = false;  ///< an end is on its way that nobody has read
    bool ending_ = false;        ///< a COMMIT is still to be sent
    bool mute_ = false;          ///< libpq calls it sound, and has no answer to what was asked
    bool answered_ = false;
    bool failed_ = false;
    bool conflict_ = false;
};

}  // namespace dure::db
