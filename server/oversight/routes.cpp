// SPDX-License-Identifier: Apache-2.0
#include "server/oversight/routes.hpp"

#include "engine/base/utc_text.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/chain_view.hpp"
#include "server/oversight/entries.hpp"
#include "server/oversight/entry_view.hpp"
#include "server/oversight/export.hpp"
#include "server/oversight/policy.hpp"

namespace dure::oversight {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

constexpr std::string_view kFormats[] = {"csv", "json"};
/// What a download holds at most: it is made in memory.
constexpr int kMostExported = 20'000;

std::optional<Instant> instant_in(http::Query& query, std::string_view name) {
    const auto text = query.text(name, 40);
    if (!text) return std::nullopt;
    const auto instant = instant_from(*text);
    if (!instant) query.refuse(name, "json.bad_format", {{"format", "2026-11-26T00:00:00Z"}});
    return instant;
}

/// The filters that the list and the download share.
EntryQuery filters_in(http::Query& query) {
    return {.record_kind = query.text("record_kind", 100),
            .record_id = query.text("record_id", 100),
            .actor = query.text("actor", 100),
            .from = instant_in(query, "from"),
            .until = instant_in(query, "until")};
}

class Handlers {
  public:
    Handlers(db::Database& database, Clock clock) : database_(database), clock_(std::move(clock)) {}

    Response list_audit_entries(const Request& request, const Actor&) {
        http::Query query(request);
        EntryQuery wanted = filters_in(query);
        wanted.below = cursor_in(query);
        wanted.limit = query.limit();
        query.done();
        return http::json_text(database_.read([&](db::Connection& c) { return page_of(c, wanted); }));
    }

    Response export_audit_entries(const Request& request, const Actor&) {
        http::Query query(request);
        EntryQuery wanted = filters_in(query);
        if (query.required_text("format").empty()) query.done();
        const bool csv = query.choice("format", kFormats) == 0u;
        query.done();
        wanted.limit = kMostExported;
        const auto lines = database_.read([&](db::Connection& c) { return list(c, wanted); });
        if (lines.size() > static_cast<std::size_t>(kMostExported))
            http::refuse_fields({{.code = "audit.too_many",
                                  .params = {{"maximum", std::to_string(kMostExported)}},
                                  .pointer = "/query/from"}});
        Response response{.content_type = csv ? "text/csv; charset=utf-8" : "application/json",
                          .body = csv ? to_csv(lines) : to_json(lines)};
        return std::move(response.with("Content-Disposition", std::string("attachment; filename=\"audit.") +
                                                                  (csv ? "csv" : "json") + "\""));
    }

    Response verify_audit_chain(const Request& request, const Actor&) {
        http::Query(request).done();
        const Instant now = clock_();
        return database_.read([&](db::Connection& c) {
            return http::json_text(encode(audit::verify(c), audit::checkpoint(c, now), now));
        });
    }

  private:
    db::Database& database_;
    Clock clock_;
};

}  // namespace

std::vector<auth::Operation> operations(db::Database& database, const Clock& clock) {
    const auto to = [handlers = std::make_shared<Handlers>(database, clock)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET", "/api/v1/audit/entries", "list_audit_entries",   kOverseers, forbidden, to(&H::list_audit_entries)},
        {"GET", "/api/v1/audit/export",  "export_audit_entries", kOverseers, forbidden, to(&H::export_audit_entries)},
        {"GET", "/api/v1/audit/chain",   "verify_audit_chain",   kOverseers, forbidden, to(&H::verify_audit_chain)},
    };
    // clang-format on
}

}  // namespace dure::oversight
