// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dure::db {

enum class ErrorKind {
    unique,
    foreign_key,
    check,
    busy,
    timeout,
    full,            ///< no room on the disk; nothing was written
    unavailable,     ///< the server cannot be reached, or went away before anything was committed
    unknown_commit,  ///< it went away while committing: whether it was written is unknown
    other
};

/// Thrown by everything here. `kind` is what a store decides by; `what()` is for the log.
class Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, const std::string& text) : std::runtime_error(text), kind_(kind) {}
    ErrorKind kind() const { return kind_; }

  private:
    ErrorKind kind_;
};

using Blob = std::vector<std::byte>;
/// Instants are int64 microseconds since 1970 UTC, booleans int64 0/1: the same in both databases.
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Blob>;

/// One row of an answer. Columns are counted from 0.
class Row {
  public:
    explicit Row(std::vector<Value> values) : values_(std::move(values)) {}
    bool null(int column) const;
    std::int64_t integer(int column) const;  ///< throws Error{other} when it is none; so do the next
    double real(int column) const;
    const std::string& text(int column) const;
    const Blob& blob(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    std::optional<std::string> optional_text(int column) const;
    std::optional<std::int64_t> optional_integer(int column) const;
    std::vector<Value> take() && { return std::move(values_); }

  private:
    std::vector<Value> values_;
};

/// One connection, used by one thread at a time. SQL is the common subset of SQLite and PostgreSQL with
/// parameters $1, $2, …; tables are written by migrations. After a statement that failed the transaction can
/// only be rolled back, on both databases: use ON CONFLICT where a clash is expected. Not-a-number and texts
/// with a zero byte are refused.
class Connection {
  public:
    virtual ~Connection() = default;

    /// Runs one statement; returns the number of rows changed.
    template <class... A>
    std::int64_t execute(std::string_view sql, A&&... arguments) {
        const Value values[sizeof...(A) + 1] = {to_value(std::forward<A>(arguments))...};
        return run(sql, std::span(values, sizeof...(A)), nullptr);
    }

    /// Runs one statement with the next one or the commit at the latest: for changes whose count nobody asks
    /// for. What fails is thrown there. Over a network this saves a round trip.
    template <class... A>
    void execute_later(std::string_view sql, A&&... arguments) {
        const Value values[sizeof...(A) + 1] = {to_value(std::forward<A>(arguments))...};
        run_later(sql, std::span(values, sizeof...(A)));
    }

    /// All rows of one statement (also INSERT … RETURNING).
    template <class... A>
    std::vector<Row> query(std::string_view sql, A&&... arguments) {
        std::vector<Row> rows;
        const Value values[sizeof...(A) + 1] = {to_value(std::forward<A>(arguments))...};
        run(sql, std::span(values, sizeof...(A)), [&](Row row) { rows.push_back(std::move(row)); });
        return rows;
    }

    /// The first row, or none.
    template <class... A>
    std::optional<Row> query_one(std::string_view sql, A&&... arguments) {
        auto rows = query(sql, std::forward<A>(arguments)...);
        if (rows.empty()) return std::nullopt;
        return std::move(rows.front());
    }

    using Sink = std::function<void(Row)>;
    /// The form the others are made of; parameters built at run time (filters) use it directly.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> arguments, const Sink& sink) = 0;
    /// As execute_later.
    virtual void run_later(std::string_view sql, std::span<const Value> arguments) {
        run(sql, arguments, nullptr);
    }

    /// Whether a change that could go on had better be committed by now: somebody waits for SQLite's only
    /// writer; on PostgreSQL always, since what goes on for long comes into conflict with others.
    virtual bool had_better_end() { return true; }

    /// Many rows into one table (PostgreSQL: COPY, SQLite: one prepared statement). Returns how many.
    virtual std::int64_t insert_many(std::string_view table, std::span<const std::string_view> columns,
                                     std::span<const std::vector<Value>> rows) = 0;

    /// Runs `action` once this transaction is committed, forgets it when it is rolled back. It must not
    /// throw.
    void after_commit(std::function<void()> action) { after_commit_.push_back(std::move(action)); }

  protected:
    std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_commit_, {}); }

  private:
    template <class T>
    static Value to_value(const T& v) {
        if constexpr (std::is_same_v<T, Value>)
            return v;
        else if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, std::nullopt_t>)
            return nullptr;
        else if constexpr (std::is_integral_v<T>)
            return static_cast<std::int64_t>(v);
        else if constexpr (std::is_floating_point_v<T>)
            return static_cast<double>(v);
        else if constexpr (std::is_same_v<T, Blob>)
            return v;
        else if constexpr (std::is_convertible_v<const T&, std::string_view>)
            return std::string(std::string_view(v));
        else
            return v ? to_value(*v) : Value(nullptr);  // optional
    }

    std::vector<std::function<void()>> after_commit_;
};

struct Options {
    std::string url;  ///< "sqlite:///path/dure.db" (or a bare path), "postgresql://…"
    int readers = 4;
    std::chrono::milliseconds timeout{10'000};  ///< of a statement, and of waiting for a connection
};

/// A pool over one database.
class Database {
  public:
    static std::unique_ptr<Database> open(const Options& options);
    virtual ~Database() = default;

    /// Runs `body(Connection&)` on a read-only connection in one snapshot and returns what it returns.
    template <class F>
    auto read(F&& body) {
        return with(Mode::read, std::forward<F>(body));
    }

    /// Runs `body(Connection&)` in one write transaction: committed (durably) when it returns, rolled back
    /// when it throws. A serialization conflict of PostgreSQL is retried, so `body` must be free of other
    /// effects.
    template <class F>
    auto write(F&& body) {
        return with(Mode::write, std::forward<F>(body));
    }

    /// Like write, but alone: no other exclusive body runs meanwhile in any process, there is no time limit
    /// and no retry. For migrations and restores.
    template <class F>
    auto exclusive(F&& body) {
        return with(Mode::exclusive, std::forward<F>(body));
    }

    virtual std::string_view engine() const = 0;  ///< "sqlite" or "postgresql"

  protected:
    enum class Mode { read, write, exclusive };
    virtual void transact(Mode mode, const std::function<void(Connection&)>& body) = 0;

  private:
    template <class F>
    auto with(Mode mode, F&& body) {
        using R = std::invoke_result_t<F, Connection&>;
        if constexpr (std::is_void_v<R>) {
            transact(mode, [&](Connection& c) { body(c); });
        } else {
            std::optional<R> result;
            transact(mode, [&](Connection& c) { result.emplace(body(c)); });
            return std::move(*result);
        }
    }
};

/// Written once in SQLite's words: statements end with ';' at a line's end, types are INTEGER, REAL, TEXT and
/// BLOB. PostgreSQL gets BIGINT, DOUBLE PRECISION, TEXT COLLATE "C" and BYTEA, and for INTEGER PRIMARY KEY
/// AUTOINCREMENT an identity column; SQLite gets STRICT behind every CREATE TABLE.
struct Migration {
    int number;
    std::string name;
    std::string sql;
};

/// The migrations built into the program from `migrations/NNNN_name.sql`, ascending.
const std::vector<Migration>& built_in_migrations();

/// Applies what is missing, each in a transaction of its own; returns how many. Refuses a database that is
/// newer.
int migrate(Database& database);

}  // namespace dure::db
