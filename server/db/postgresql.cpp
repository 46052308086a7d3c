// SPDX-License-Identifier: Apache-2.0
#include <libpq-fe.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <unordered_map>

#include "server/db/backends.hpp"
#include "server/db/pool.hpp"
#include "server/db/postgresql_values.hpp"

namespace dure::db {
namespace {

constexpr std::size_t kCachedStatements = 512;
constexpr std::size_t kCopiedAtOnce = std::size_t{64} << 10;
constexpr int kRetries = 20;
constexpr const char* kExclusiveLock = "SELECT pg_advisory_xact_lock(7238951)";

struct Clear {
    void operator()(PGresult* r) const { PQclear(r); }
};
struct Finish {
    void operator()(PGconn* c) const { PQfinish(c); }
};
using Result = std::unique_ptr<PGresult, Clear>;

ErrorKind kind_of(std::string_view state) {
    if (state == "23505") return ErrorKind::unique;
    if (state == "23503" || state == "23001") return ErrorKind::foreign_key;
    if (state.starts_with("23")) return ErrorKind::check;
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "53300") return ErrorKind::busy;
    if (state == "57014") return ErrorKind::timeout;
    return ErrorKind::other;
}

class PostgresqlConnection final : public Connection {
  public:
    PostgresqlConnection(const std::string& url, std::chrono::milliseconds timeout) {
        const std::string seconds =
            std::to_string(std::max<long>(2, static_cast<long>(timeout.count() / 1000)));
        const char* names[] = {"dbname", "fallback_application_name", "connect_timeout", "client_encoding",
                               nullptr};
        const char* values[] = {url.c_str(), "dure", seconds.c_str(), "UTF8", nullptr};
        db_.reset(PQconnectdbParams(names, values, 1));
        if (PQstatus(db_.get()) != CONNECTION_OK) {
            throw Error(ErrorKind::other, "postgresql: " + std::string(PQerrorMessage(db_.get())));
        }
        PQsetNoticeProcessor(db_.get(), [](void*, const char*) {}, nullptr);
        const std::string milliseconds = std::to_string(timeout.count());
        plain("SET statement_timeout = " + milliseconds);
        plain("SET lock_timeout = " + milliseconds);
        // An acknowledged commit must be on disk, also where the installation's default is faster.
        plain(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = 'off'");
    }

    std::int64_t run(std::string_view sql, std::span<const Value> arguments, const Sink& sink) override {
        return guarded([&] {
            make_room(1);
            const Arguments bound(arguments);
            const Result result(PQexecPrepared(db_.get(), prepared(sql, bound).c_str(), bound.count(),
                                               bound.values(), bound.lengths(), bound.formats(), 1));
            check(result.get(), sql);
            if (sink) read_rows(result.get(), sink);
            return rows_changed(result.get());
        });
    }

    std::int64_t insert_many(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<Value>> rows) override {
        if (rows.empty()) return 0;
        const std::string sql = copy_statement(table, columns);
        return guarded([&] {
            for (const auto& row : rows)
                for (const Value& value : row) check_storable(value);
            const Result begun(PQexec(db_.get(), sql.c_str()));
            if (PQresultStatus(begun.get()) != PGRES_COPY_IN) check(begun.get(), sql);
            std::string lines;
            bool sent = true;
            for (std::size_t i = 0; i < rows.size() && sent; ++i) {
                append_copy_line(rows[i], lines);
                if (lines.size() < kCopiedAtOnce && i + 1 < rows.size()) continue;
                sent = PQputCopyData(db_.get(), lines.data(), static_cast<int>(lines.size())) == 1;
                lines.clear();
            }
            end_copy(sent, sql);
            if (!sent) check(nullptr, sql);
            return static_cast<std::int64_t>(rows.size());
        });
    }

    void begin(std::string_view sql) {
        failed_ = conflict_ = false;
        take_after_commit();
        plain(std::string(sql));
    }

    void lock_exclusively() {
        plain("SET LOCAL statement_timeout = 0");
        plain("SET LOCAL lock_timeout = 0");
        plain(kExclusiveLock);
    }

    /// Returns what is to be done now that it is written.
    std::vector<std::function<void()>> commit() {
        if (failed_) throw Error(ErrorKind::other, "postgresql: commit after a failed statement");
        const Result result(PQexec(db_.get(), "COMMIT"));
        if (lost()) {
            throw Error(
                ErrorKind::other,
                "postgresql: the connection was lost while committing; whether it was written is unknown");
        }
        check(result.get(), "COMMIT");
        // The server answers so, without an error, when the transaction was broken already.
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
            throw Error(ErrorKind::other, "postgresql: rolled back");
        return take_after_commit();
    }

    /// False: the connection cannot be used again.
    bool rollback() noexcept {
        if (PQtransactionStatus(db_.get()) != PQTRANS_IDLE)
            const Result ignored(PQexec(db_.get(), "ROLLBACK"));
        return PQtransactionStatus(db_.get()) == PQTRANS_IDLE &&
               PQpipelineStatus(db_.get()) == PQ_PIPELINE_OFF;
    }

    bool lost() const { return PQstatus(db_.get()) != CONNECTION_OK; }
    /// Whether the transaction lost against another one and can be run again.
    bool conflict() const { return conflict_; }

  private:
    template <class F>
    std::int64_t guarded(F&& body) {
        if (failed_) throw Error(ErrorKind::other, "postgresql: a statement of this transaction has failed");
        try {
            return body();
        } catch (const Error&) {
            failed_ = true;
            throw;
        }
    }

    void check(PGresult* result, std::string_view during) {
        const auto status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
        const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const std::string code = state ? state : "";
        if (code == "40001" || code == "40P01") conflict_ = true;
        std::string text = lost() ? "the connection was lost: " : "";
        text += result ? PQresultErrorMessage(result) : PQerrorMessage(db_.get());
        throw Error(kind_of(code), "postgresql: " + text + " [" + std::string(during) + "]");
    }

    void plain(const std::string& sql) {
        const Result result(PQexec(db_.get(), sql.c_str()));
        check(result.get(), sql);
    }

    void make_room(std::size_t statements) {
        if (prepared_.size() + statements <= kCachedStatements) return;
        plain("DEALLOCATE ALL");
        prepared_.clear();
    }

    const std::string& prepared(std::string_view sql, const Arguments& bound) {
        std::string key = bound.signature() + ' ' + std::string(sql);
        if (const auto found = prepared_.find(key); found != prepared_.end()) return found->second;
        const std::string name = "s" + std::to_string(next_name_++);
        const Result result(PQprepare(db_.get(), name.c_str(), std::string(sql).c_str(), bound.count(),
                                      bound.types().data()));
        check(result.get(), sql);
        return prepared_.emplace(std::move(key), name).first->second;
    }

    static void read_rows(const PGresult* result, const Sink& sink) {
        const int columns = PQnfields(result);
        for (int row = 0; row < PQntuples(result); ++row) {
            std::vector<Value> values;
            values.reserve(static_cast<std::size_t>(columns));
            for (int column = 0; column < columns; ++column)
                values.push_back(read_value(result, row, column));
            sink(Row(std::move(values)));
        }
    }

    static std::int64_t rows_changed(PGresult* result) {
        if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
        const char* count = PQcmdTuples(result);
        return *count ? std::stoll(count) : 0;
    }

    /// Ends the copying, with all that was sent or, where it stopped, with nothing; then says how it went.
    void end_copy(bool whole, const std::string& sql) {
        const bool ended = PQputCopyEnd(db_.get(), whole ? nullptr : "stopped") == 1;
        const Result result(PQgetResult(db_.get()));
        while (Result more{PQgetResult(db_.get())}) {
        }
        if (whole && (!ended || PQresultStatus(result.get()) != PGRES_COMMAND_OK)) check(result.get(), sql);
    }

    std::unique_ptr<PGconn, Finish> db_;
    std::unordered_map<std::string, std::string> prepared_;  // statement and its argument types → its name
    std::uint64_t next_name_ = 0;
    bool failed_ = false;
    bool conflict_ = false;
};

class PostgresqlDatabase final : public Database {
  public:
    explicit PostgresqlDatabase(const Options& options)
        : timeout_(options.timeout), pool_(static_cast<std::size_t>(2 * std::max(2, options.readers)), [=] {
              return std::make_unique<PostgresqlConnection>(options.url, options.timeout);
          }) {
        pool_.acquire(timeout_);  // a wrong address shows here, not at the first request
    }

    std::string_view engine() const override { return "postgresql"; }

  protected:
    void transact(Mode mode, const std::function<void(Connection&)>& body) override {
        const auto deadline = std::chrono::steady_clock::now() + timeout_;
        for (int attempt = 0;; ++attempt) {
            const bool may_retry = attempt < kRetries && std::chrono::steady_clock::now() < deadline;
            if (const auto afterwards = attempt_once(mode, body, may_retry)) {
                for (const auto& action : *afterwards) action();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1 << std::min(attempt, 6)));
        }
    }

  private:
    using Lease = Pool<PostgresqlConnection>::Lease;

    using Actions = std::vector<std::function<void()>>;

    /// What is to be done after the commit; none when the transaction lost against another one and may run
    /// again.
    std::optional<Actions> attempt_once(Mode mode, const std::function<void(Connection&)>& body,
                                        bool may_retry) {
        Lease connection = pool_.acquire(timeout_);
        try {
            begin(connection, mode);
            body(*connection);
            return connection->commit();
        } catch (...) {
            if (connection->lost()) {
                connection.discard();
                throw;
            }
            const bool again = may_retry && connection->conflict();
            if (!connection->rollback()) connection.discard();
            if (!again) throw;
            return std::nullopt;
        }
    }

    void begin(Lease& connection, Mode mode) {
        // Serializable gives what SQLite's one writer gives: a rule checked in a transaction holds when it
        // commits.
        const auto* sql = mode == Mode::read    ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                          : mode == Mode::write ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                                : "BEGIN ISOLATION LEVEL READ COMMITTED";
        try {
            connection->begin(sql);
        } catch (const Error&) {
            if (!connection->lost()) throw;
            connection.replace(pool_.make());  // the server was restarted since this connection was last used
            connection->begin(sql);
        }
        if (mode == Mode::exclusive) connection->lock_exclusively();
    }

    const std::chrono::milliseconds timeout_;
    Pool<PostgresqlConnection> pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgresql(const Options& options) {
    return std::make_unique<PostgresqlDatabase>(options);
}

}  // namespace dure::db
