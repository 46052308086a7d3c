// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <chrono>
#include <cstring>
#include <unordered_map>

#include "server/db/backends.hpp"
#include "server/db/pool.hpp"

namespace dure::db {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr std::size_t kCachedStatements = 256;
constexpr int kInstructionsBetweenChecks = 10'000;

ErrorKind kind_of(int code) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return ErrorKind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return ErrorKind::foreign_key;
        default:
            break;
    }
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
            return ErrorKind::check;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorKind::busy;
        case SQLITE_INTERRUPT:
            return ErrorKind::timeout;
        case SQLITE_FULL:
            return ErrorKind::full;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return ErrorKind::unavailable;
        default:
            return ErrorKind::other;
    }
}

[[noreturn]] void raise(sqlite3* db, std::string_view during) {
    throw Error(kind_of(sqlite3_extended_errcode(db)),
                "sqlite: " + std::string(sqlite3_errmsg(db)) + " [" + std::string(during) + "]");
}

struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};
struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    std::vector<std::size_t> argument_of;  // SQLite numbers $1, $2 … by their first appearance
    bool in_use = false;
};

Value column_value(sqlite3_stmt* s, int i) {
    switch (sqlite3_column_type(s, i)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(s, i)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(s, i);
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(s, i));
            return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(s, i)));
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(s, i));
            return Blob(bytes, bytes + sqlite3_column_bytes(s, i));
        }
        default:
            return nullptr;
    }
}

int bind(sqlite3_stmt* s, int i, const Value& value) {
    struct Binder {
        sqlite3_stmt* s;
        int i;
        int operator()(std::nullptr_t) const { return sqlite3_bind_null(s, i); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(s, i, v); }
        int operator()(double v) const { return sqlite3_bind_double(s, i, v); }
        int operator()(const std::string& v) const {
            return sqlite3_bind_text64(s, i, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(const Blob& v) const {
            // A null pointer would bind NULL instead of an empty blob.
            return sqlite3_bind_blob64(s, i, v.empty() ? "" : static_cast<const void*>(v.data()), v.size(),
                                       SQLITE_STATIC);
        }
    };
    return std::visit(Binder{s, i}, value);
}

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(const std::string& path, bool writes, std::chrono::milliseconds timeout)
        : timeout_(timeout) {
        const int access = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
        sqlite3* opened = nullptr;
        const int result = sqlite3_open_v2(path.c_str(), &opened, access | SQLITE_OPEN_NOMUTEX, nullptr);
        db_.reset(opened);
        if (result != SQLITE_OK) raise(opened, "open " + path);
        sqlite3_extended_result_codes(opened, 1);
        // Otherwise a LIKE with a parameter is parsed anew each time it is bound.
        sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
        sqlite3_busy_timeout(opened, static_cast<int>(timeout.count()));
        if (writes) {
            plain("PRAGMA journal_mode = WAL");
            plain("PRAGMA synchronous = FULL");
            plain("PRAGMA journal_size_limit = 67108864");
            // A transaction that touches more pages than are kept writes and reads them again and again.
            plain("PRAGMA cache_size = -65536");
            plain("PRAGMA wal_autocheckpoint = 10000");
        }
        plain("PRAGMA foreign_keys = ON");
        plain("PRAGMA temp_store = MEMORY");
        plain("PRAGMA trusted_schema = OFF");
        sqlite3_progress_handler(opened, kInstructionsBetweenChecks, past_deadline, this);
    }

    std::int64_t run(std::string_view sql, std::span<const Value> arguments, const Sink& sink) override {
        return guarded([&] {
            const Use use(*this, sql);
            return step_all(use.statement, sql, arguments, sink);
        });
    }

    std::int64_t insert_many(std::string_view table, std::span<const std::string_view> columns,
                             std::span<const std::vector<Value>> rows) override {
        if (rows.empty()) return 0;
        const std::string sql = insert_statement(table, columns);
        return guarded([&] {
            const Use use(*this, sql);
            for (const auto& row : rows) step_all(use.statement, sql, row, nullptr);
            return static_cast<std::int64_t>(rows.size());
        });
    }

    bool had_better_end() override { return !somebody_waits || somebody_waits(); }

    std::function<bool()> somebody_waits;  ///< for this connection; set by the database for its writer

    void begin(bool writes, bool unlimited) {
        failed_ = false;
        take_after_commit();
        unlimited_ = unlimited;
        prepared_plain(writes ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    /// Returns what is to be done now that it is written.
    std::vector<std::function<void()>> commit() {
        if (failed_) throw Error(ErrorKind::other, "sqlite: commit after a failed statement");
        unlimited_ = true;
        prepared_plain("COMMIT");
        return take_after_commit();
    }

    void rollback() noexcept {
        unlimited_ = true;
        if (!sqlite3_get_autocommit(db_.get()))
            sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

  private:
    /// A statement of the cache, or a private one where the cached one is being stepped further up the stack.
    struct Use {
        Use(SqliteConnection& connection, std::string_view sql) : statement(connection.prepared(sql, own)) {
            statement.in_use = true;
        }
        ~Use() {
            sqlite3_reset(statement.handle.get());
            sqlite3_clear_bindings(statement.handle.get());
            statement.in_use = false;
        }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        std::unique_ptr<Statement> own;
        Statement& statement;
    };

    /// After a failed statement the transaction can only be rolled back, as in PostgreSQL.
    template <class F>
    std::int64_t guarded(F&& body) {
        if (failed_) throw Error(ErrorKind::other, "sqlite: a statement of this transaction has failed");
        try {
            return body();
        } catch (const Error&) {
            failed_ = true;
            throw;
        }
    }

    Statement& prepared(std::string_view sql, std::unique_ptr<Statement>& own) {
        const auto found = cache_.find(sql);
        if (found != cache_.end() && !found->second->in_use) return *found->second;
        auto statement = prepare(sql);
        if (found != cache_.end()) {
            own = std::move(statement);
            return *own;
        }
        if (cache_.size() >= kCachedStatements) {
            std::erase_if(cache_, [](const auto& entry) { return !entry.second->in_use; });
        }
        return *cache_.emplace(sql, std::move(statement)).first->second;
    }

    std::unique_ptr<Statement> prepare(std::string_view sql) {
        auto statement = std::make_unique<Statement>();
        sqlite3_stmt* handle = nullptr;
        const char* tail = nullptr;
        const int size = static_cast<int>(sql.size());
        const int result =
            sqlite3_prepare_v3(db_.get(), sql.data(), size, SQLITE_PREPARE_PERSISTENT, &handle, &tail);
        statement->handle.reset(handle);
        if (result != SQLITE_OK) raise(db_.get(), sql);
        const std::string_view rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
        if (!handle || rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
            throw Error(ErrorKind::other, "sqlite: not exactly one statement [" + std::string(sql) + "]");
        }
        for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i) {
            const char* name = sqlite3_bind_parameter_name(handle, i);
            const int number = name && name[0] == '$' ? std::atoi(name + 1) : 0;
            if (number < 1) throw Error(ErrorKind::other, "sqlite: parameters are written $1, $2 …");
            statement->argument_of.push_back(static_cast<std::size_t>(number - 1));
        }
        return statement;
    }

    std::int64_t step_all(Statement& statement, std::string_view sql, std::span<const Value> arguments,
                          const Sink& sink) {
        sqlite3_stmt* handle = statement.handle.get();
        sqlite3_reset(handle);
        for (std::size_t i = 0; i < statement.argument_of.size(); ++i) {
            if (statement.argument_of[i] >= arguments.size()) {
                throw Error(ErrorKind::other, "sqlite: too few arguments [" + std::string(sql) + "]");
            }
            const Value& value = arguments[statement.argument_of[i]];
            check_storable(value);
            if (bind(handle, static_cast<int>(i) + 1, value) != SQLITE_OK) raise(db_.get(), sql);
        }
        const auto changes_before = sqlite3_total_changes64(db_.get());
        deadline_ = std::chrono::steady_clock::now() + timeout_;
        int result = sqlite3_step(handle);
        for (; result == SQLITE_ROW; result = sqlite3_step(handle)) {
            if (!sink) continue;
            std::vector<Value> values;
            const int columns = sqlite3_column_count(handle);
            values.reserve(static_cast<std::size_t>(columns));
            for (int i = 0; i < columns; ++i) values.push_back(column_value(handle, i));
            sink(Row(std::move(values)));
        }
        if (result != SQLITE_DONE) raise(db_.get(), sql);
        return sqlite3_total_changes64(db_.get()) == changes_before ? 0 : sqlite3_changes64(db_.get());
    }

    void plain(const char* sql) {
        deadline_ = std::chrono::steady_clock::now() + timeout_;
        if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) raise(db_.get(), sql);
    }

    /// For what every transaction begins and ends with.
    void prepared_plain(std::string_view sql) {
        const Use use(*this, sql);
        step_all(use.statement, sql, {}, nullptr);
    }

    static int past_deadline(void* self) {
        const auto& connection = *static_cast<SqliteConnection*>(self);
        return !connection.unlimited_ && std::chrono::steady_clock::now() > connection.deadline_;
    }

    const std::chrono::milliseconds timeout_;
    std::unique_ptr<sqlite3, Close> db_;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> cache_;
    SteadyTime deadline_{};
    bool unlimited_ = false;
    bool failed_ = false;
};

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(const std::string& path, const Options& options)
        : timeout_(options.timeout),
          writer_(1,
                  [=, this] {
                      auto writer = std::make_unique<SqliteConnection>(path, true, options.timeout);
                      writer->somebody_waits = [this] { return writer_.somebody_waits(); };
                      return writer;
                  }),
          readers_(static_cast<std::size_t>(std::max(1, options.readers)),
                   [=] { return std::make_unique<SqliteConnection>(path, false, options.timeout); }) {
        writer_.acquire(timeout_);  // makes the file, so that readers can open it
    }

    std::string_view engine() const override { return "sqlite"; }

  protected:
    void transact(Mode mode, const std::function<void(Connection&)>& body) override {
        for (const auto& action : committed(mode, body)) action();
    }

  private:
    std::vector<std::function<void()>> committed(Mode mode, const std::function<void(Connection&)>& body) {
        auto connection = (mode == Mode::read ? readers_ : writer_).acquire(timeout_);
        connection->begin(mode != Mode::read, mode == Mode::exclusive);
        try {
            body(*connection);
            return connection->commit();
        } catch (...) {
            connection->rollback();
            throw;
        }
    }

    const std::chrono::milliseconds timeout_;
    Pool<SqliteConnection> writer_;
    Pool<SqliteConnection> readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
    // Counting memory takes a lock of the whole library on every allocation. Refused, harmlessly, once it is
    // in use.
    static const int without_counts = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)without_counts;
    return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace dure::db
