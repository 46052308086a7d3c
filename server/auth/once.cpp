// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"

#include "server/auth/secrets.hpp"
#include "server/db/like.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

constexpr std::string_view kFind =
    "SELECT operation, request_hash, status, etag, body FROM idempotency_key WHERE account = $1 AND "
    "idempotency_key = $2";
constexpr std::string_view kKeep =
    "INSERT INTO idempotency_key (account, idempotency_key, operation, request_hash, status, etag, body, "
    "created)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kCountAbout = "SELECT count(*) FROM idempotency_key WHERE body LIKE $1 ESCAPE '!'";
constexpr std::string_view kDropAbout = "DELETE FROM idempotency_key WHERE body LIKE $1 ESCAPE '!'";
constexpr std::string_view kDropOld = "DELETE FROM idempotency_key WHERE created < $1";

std::optional<std::string> etag_in(const http::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "ETag") return value;
    return std::nullopt;
}

}  // namespace

Once::Once(db::Database& database, const http::Request& request, const Actor& actor,
           std::string_view operation, Instant now)
    : database_(database),
      account_(actor.account),
      operation_(operation),
      request_hash_(digest(request.path + '\n' + request.body)),
      key_(http::idempotency_key(request)),
      now_(now) {}

std::optional<http::Response> Once::answered() {
    if (!key_) return std::nullopt;
    return database_.read([&](db::Connection& c) { return find(c); });
}

http::Response Once::write(const std::function<http::Response(db::Connection&)>& body) {
    if (!key_) return database_.write(body);
    try {
        return database_.write([&](db::Connection& c) {
            if (auto first = find(c)) return std::move(*first);
            http::Response response = body(c);
            keep(c, response);
            return response;
        });
    } catch (const db::Error& error) {
        // The same request in another worker was first.
        if (error.kind() != db::ErrorKind::unique) throw;
        if (auto first = answered()) return std::move(*first);
        throw;
    }
}

std::optional<http::Response> Once::find(db::Connection& c) {
    const auto row = c.query_one(kFind, account_, *key_);
    if (!row) return std::nullopt;
    if (row->text(0) != operation_ || row->text(1) != request_hash_)
        http::refuse_fields({{.code = "http.idempotency_key_reused", .pointer = "/header/Idempotency-Key"}});
    http::Response response = http::json_text(row->text(4), static_cast<int>(row->integer(2)));
    if (auto etag = row->optional_text(3)) response.with("ETag", *etag);
    return response;
}

void Once::keep(db::Connection& c, const http::Response& response) {
    c.execute(kDropOld, now_ - kDay);
    c.execute(kKeep, account_, *key_, operation_, request_hash_, response.status, etag_in(response),
              response.body, now_);
}

std::int64_t answers_about(db::Connection& c, const std::string& id) {
    return c.query_one(kCountAbout, db::containing(id))->integer(0);
}
void forget_answers_about(db::Connection& c, const std::string& id) {
    c.execute(kDropAbout, db::containing(id));
}

}  // namespace dure::auth
