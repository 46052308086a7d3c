// SPDX-License-Identifier: Apache-2.0
#include "server/db/postgresql_connection.hpp"

#include <algorithm>
#include <utility>

#include "server/db/backends.hpp"

namespace dure::db {
namespace {

constexpr std::size_t kCachedStatements = 512;
constexpr std::size_t kCopiedAtOnce = std::size_t{64} << 10;
constexpr const char* kExclusiveLock = "SELECT pg_advisory_xact_lock(7238951)";

ErrorKind kind_of(std::string_view state) {
    if (state == "23505") return ErrorKind::unique;
    if (state == "23503" || state == "23001") return ErrorKind::foreign_key;
    if (state.starts_with("23")) return ErrorKind::check;
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "53300") return ErrorKind::busy;
    if (state == "57014") return ErrorKind::timeout;
    if (state == "53100") return ErrorKind::full;
    // The server is stopping, has crashed, or is starting.
    if (state.starts_with("57P") || state.starts_with("08")) return ErrorKind::unavailable;
    return ErrorKind::other;
}

void read_rows(const PGresult* result, const Connection::Sink& sink) {
    const int columns = PQnfields(result);
    for (int row = 0; row < PQntuples(result); ++row) {
        std::vector<Value> values;
        values.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column) values.push_back(read_value(result, row, column));
        sink(Row(std::move(values)));
    }
}

std::int64_t rows_changed(PGresult* result) {
    if (std::string_view(PQcmdStatus(result)).starts_with("SELECT")) return 0;
    const char* count = PQcmdTuples(result);
    return *count ? std::stoll(count) : 0;
}

}  // namespace

PostgresqlConnection::PostgresqlConnection(const std::string& url, std::chrono::milliseconds timeout) {
    const std::string milliseconds = std::to_string(timeout.count());
    const std::string seconds = std::to_string(std::max<long>(2, static_cast<long>(timeout.count() / 1000)));
    const char* names[] = {"tcp_user_timeout", "dbname",          "fallback_application_name",
                           "connect_timeout",  "client_encoding", nullptr};
    const char* values[] = {milliseconds.c_str(), url.c_str(), "dure", seconds.c_str(), "UTF8", nullptr};
    db_.reset(PQconnectdbParams(names, values, 1));
    if (lost()) {
        throw Error(ErrorKind::unavailable, "postgresql: " + std::string(PQerrorMessage(db_.get())));
    }
    PQsetNoticeProcessor(db_.get(), [](void*, const char*) {}, nullptr);
    PQenterPipelineMode(db_.get());
    send("SET statement_timeout = " + milliseconds);
    send("SET lock_timeout = " + milliseconds);
    // Every question has an index that was made for it. A table that is still small, or was never analysed,
    // would be read as a whole instead: by plans that stay when it has grown, and with a lock on all of it,
    // so that serializable transactions fail for nothing.
    send("SET enable_seqscan = off");
    send("SET jit = off");
    // An acknowledged commit must be on disk, also where the installation's default is faster.
    exchange(
        "SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'");
}

/// After a failed statement the transaction can only be rolled back.
template <class F>
auto PostgresqlConnection::guarded(F&& body) {
    if (failed_) throw Error(ErrorKind::other, "postgresql: a statement of this transaction has failed");
    try {
        return body();
    } catch (const Error&) {
        failed_ = true;
        throw;
    }
}

std::int64_t PostgresqlConnection::run(std::string_view sql, std::span<const Value> arguments,
                                       const Sink& sink) {
    return guarded([&] {
        send(sql, Arguments(arguments));
        synchronise();
        const Result result = receive();
        if (sink) read_rows(result.get(), sink);
        return rows_changed(result.get());
    });
}

void PostgresqlConnection::run_later(std::string_view sql, std::span<const Value> arguments) {
    guarded([&] { send(sql, Arguments(arguments)); });
}

std::int64_t PostgresqlConnection::insert_many(std::string_view table,
                                               std::span<const std::string_view> columns,
                                               std::span<const std::vector<Value>> rows) {
    if (rows.empty()) return 0;
    const std::string sql = copy_statement(table, columns);
    return guarded([&] {
        for (const auto& row : rows)
            for (const Value& value : row) check_storable(value);
        if (!sent_.empty()) {  // BEGIN, and what was put off
            synchronise();
            receive();
        }
        // A pipeline takes no COPY.
        struct Outside {
            PGconn* db;
            ~Outside() { PQenterPipelineMode(db); }
        } const outside{db_.get()};
        PQexitPipelineMode(db_.get());
        copy(sql, rows);
        grown_[std::string(table)] += static_cast<std::int64_t>(rows.size());
        return static_cast<std::int64_t>(rows.size());
    });
}

void PostgresqlConnection::copy(const std::string& sql, std::span<const std::vector<Value>> rows) {
    const Result begun(PQexec(db_.get(), sql.c_str()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) raise(begun.get(), sql);
    std::string lines;
    bool sent = true;
    for (std::size_t i = 0; i < rows.size() && sent; ++i) {
        append_copy_line(rows[i], lines);
        if (lines.size() < kCopiedAtOnce && i + 1 < rows.size()) continue;
        sent = PQputCopyData(db_.get(), lines.data(), static_cast<int>(lines.size())) == 1;
        lines.clear();
    }
    // With all that was sent or, where it stopped, with nothing.
    const bool ended = PQputCopyEnd(db_.get(), sent ? nullptr : "stopped") == 1;
    const Result result(PQgetResult(db_.get()));
    while (const Result more{PQgetResult(db_.get())}) continue;
    if (!sent || !ended || PQresultStatus(result.get()) != PGRES_COMMAND_OK) raise(result.get(), sql);
}

void PostgresqlConnection::count_values(const std::string& table) {
    if (synchronised_) receive();
    exchange("ANALYZE (SKIP_LOCKED) " + table);
}

void PostgresqlConnection::begin(std::string_view sql) {
    grown_.clear();
    failed_ = conflict_ = answered_ = false;
    take_after_commit();
    if (synchronised_) receive();
    answered_ = false;
    if (std::exchange(ending_, false)) send("COMMIT");
    send(sql);
}

void PostgresqlConnection::lock_exclusively() {
    send("SET LOCAL statement_timeout = 0");
    send("SET LOCAL lock_timeout = 0");
    exchange(kExclusiveLock);
}

std::vector<std::function<void()>> PostgresqlConnection::commit() {
    if (failed_) throw Error(ErrorKind::other, "postgresql: commit after a failed statement");
    send("COMMIT");
    synchronise();
    Result result;
    try {
        result = receive();
    } catch (const Error&) {
        if (!lost()) throw;
        answered_ = true;  // it may have been written: not to be run again
        throw Error(
            ErrorKind::unknown_commit,
            "postgresql: the connection was lost while committing; whether it was written is unknown");
    }
    // The server answers so, without an error, when the transaction was broken already.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw Error(ErrorKind::other, "postgresql: rolled back");
    return take_after_commit();
}

void PostgresqlConnection::end_reading() {
    if (failed_) throw Error(ErrorKind::other, "postgresql: commit after a failed statement");
    ending_ = true;
}

void PostgresqlConnection::end_now() {
    if (!std::exchange(ending_, false)) return;
    send("COMMIT");
    synchronise();
}

bool PostgresqlConnection::rollback() noexcept {
    try {
        if (!sent_.empty() && !synchronised_) synchronise();
        if (synchronised_) receive();
    } catch (const std::exception&) {  // what failed is known by now
    }
    try {
        exchange("ROLLBACK");
    } catch (const std::exception&) {
        return false;
    }
    return PQtransactionStatus(db_.get()) == PQTRANS_IDLE;
}

void PostgresqlConnection::send(std::string_view sql) {
    send(sql, Arguments(std::span<const Value>()));
}

void PostgresqlConnection::send(std::string_view sql, const Arguments& bound) {
    make_room();
    const std::string& name = prepared(sql, bound);
    sent_.push_back({.sql = std::string(sql)});
    if (!PQsendQueryPrepared(db_.get(), name.c_str(), bound.count(), bound.values(), bound.lengths(),
                             bound.formats(), 1))
        raise(nullptr, sql);
}

const std::string& PostgresqlConnection::prepared(std::string_view sql, const Arguments& bound) {
    std::string key = bound.signature() + ' ' + std::string(sql);
    if (const auto found = prepared_.find(key); found != prepared_.end()) return found->second;
    const std::string name = "s" + std::to_string(next_name_++);
    sent_.push_back({.sql = std::string(sql), .prepares = key});
    if (!PQsendPrepare(db_.get(), name.c_str(), std::string(sql).c_str(), bound.count(),
                       bound.types().data()))
        raise(nullptr, sql);
    return prepared_.emplace(std::move(key), name).first->second;
}

void PostgresqlConnection::make_room() {
    if (prepared_.size() < kCachedStatements) return;
    prepared_.clear();
    constexpr const char* kDrop = "DEALLOCATE ALL";
    sent_.push_back({.sql = kDrop});
    if (!PQsendQueryParams(db_.get(), kDrop, 0, nullptr, nullptr, nullptr, nullptr, 1)) raise(nullptr, kDrop);
}

void PostgresqlConnection::synchronise() {
    if (!PQpipelineSync(db_.get())) raise(nullptr, sent_.empty() ? "" : sent_.back().sql);
    synchronised_ = true;
}

/// Reads the answers to all that was sent; returns the last one, throws the first failure.
PostgresqlConnection::Result PostgresqlConnection::receive() {
    Result last, failure;
    std::size_t failed_at = 0;
    for (std::size_t answers = 0, ends = 0;;) {
        Result result(PQgetResult(db_.get()));
        if (!result) {  // the end of one statement's answer
            // Two without an answer between them: the server said goodbye and closed, so that libpq could not
            // write but had something to read. It then calls the connection sound, and has nothing more to
            // say.
            if (++ends == 2) mute_ = true;
            if (lost()) break;
            ++answers;
            continue;
        }
        ends = 0;
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC) break;
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!failure) failed_at = answers;
            if (!failure) failure = std::move(result);
        } else if (status != PGRES_PIPELINE_ABORTED) {
            answered_ = true;
            last = std::move(result);
        }
    }
    synchronised_ = false;
    const auto sent = std::exchange(sent_, {});
    if (!failure && !lost()) return last;
    for (const Sent& one : sent)
        if (!one.prepares.empty())
            prepared_.erase(one.prepares);  // where the failure came first there is none
    raise(failure.get(), failed_at < sent.size() ? sent[failed_at].sql : "");
}

PostgresqlConnection::Result PostgresqlConnection::exchange(std::string_view sql) {
    send(sql);
    synchronise();
    return receive();
}

void PostgresqlConnection::raise(const PGresult* result, std::string_view during) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string code = state ? state : "";
    if (code == "40001" || code == "40P01") conflict_ = true;
    std::string text = lost() ? "the connection was lost: " : "";
    text += result ? PQresultErrorMessage(result) : PQerrorMessage(db_.get());
    throw Error(lost() ? ErrorKind::unavailable : kind_of(code),
                "postgresql: " + text + " [" + std::string(during) + "]");
}

}  // namespace dure::db
