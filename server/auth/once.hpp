// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/http/message.hpp"

namespace dure::auth {

/// A request that makes something and may be sent again: with an Idempotency-Key the same person gets the
/// first answer. The key with another body or operation is refused (422 http.idempotency_key_reused). Keys
/// are kept for a day.
///
///     Once once(database, request, actor, "create_plan", now);
///     if (auto first = once.answered()) return *first;
///     … what takes long …
///     return once.write([&](db::Connection& c) { …; return response; });
class Once {
  public:
    Once(db::Database& database, const http::Request& request, const Actor& actor, std::string_view operation,
         Instant now);

    std::optional<http::Response> answered();
    /// Runs `body` in a write transaction that also keeps its answer.
    http::Response write(const std::function<http::Response(db::Connection&)>& body);

  private:
    std::optional<http::Response> find(db::Connection& c);
    void keep(db::Connection& c, const http::Response& response);

    db::Database& database_;
    std::string account_, operation_, request_hash_;
    std::optional<std::string> key_;
    Instant now_;
};

/// Answers that are kept and name the id: how many, and forgetting them when a record's data are erased.
std::int64_t answers_about(db::Connection& c, const std::string& id);
void forget_answers_about(db::Connection& c, const std::string& id);

}  // namespace dure::auth
