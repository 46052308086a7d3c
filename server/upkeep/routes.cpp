// SPDX-License-Identifier: Apache-2.0
#include "server/upkeep/routes.hpp"

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/views.hpp"

namespace dure::upkeep {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

constexpr auth::RoleSet kLookers = {auth::Role::administrator, auth::Role::director};

class Handlers {
  public:
    explicit Handlers(Office office) : office_(std::move(office)) {}

    Response list_settings(const Request& request, const Actor&) {
        http::Query(request).done();
        return http::json_text(
            encode(office_.database.read([](db::Connection& c) { return upkeep::list_settings(c); }),
                   office_.options));
    }

    Response get_setting(const Request& request, const Actor&) {
        const SettingRule& rule = known(request);
        return answer(office_.database.read([&](db::Connection& c) { return find_setting(c, rule); }));
    }

    Response change_setting(const Request& request, const Actor& actor) {
        const SettingRule& rule = known(request);
        const auto wanted = http::read_json(request, decode_new_value);
        if (wanted.value)
            if (auto refusal = refuse_value(rule, *wanted.value)) http::refuse_fields({std::move(*refusal)});
        const auto [setting, all] = office_.database.write([&](db::Connection& c) {
            const Setting before = find_setting(c, rule);
            http::require_match(request, before.version);
            const Instant now = office_.clock();
            if (!put_setting(c, rule, wanted.value, before.version, now)) http::refuse(412, "http.stale");
            Setting after = find_setting(c, rule);
            audit::record(c, {.at = now,
                              .actor = actor.account,
                              .action = "change_setting",
                              .record_kind = "setting",
                              .record_id = std::string(rule.name),
                              .before = encode(before),
                              .after = encode(after),
                              .request_id = request.request_id});
            return std::pair(std::move(after), read_settings(c));
        });
        office_.apply(all);
        return answer(setting);
    }

    Response get_health(const Request& request, const Actor&) {
        http::Query(request).done();
        HealthWish wish{.folder = office_.folder, .unreadable_secrets = office_.unreadable_secrets()};
        office_.look_at_backups(wish);
        return http::json_text(
            encode(check_health(office_.database, wish, office_.clock), office_.version, office_.clock()));
    }

  private:
    static const SettingRule& known(const Request& request) {
        const SettingRule* rule = find_rule(request.parameters.at("name"));
        if (!rule) http::refuse(404, "http.not_found");
        return *rule;
    }

    static Response answer(const Setting& setting) {
        return std::move(http::json_text(encode(setting)).with("ETag", http::etag_of(setting.version)));
    }

    const Office office_;
};

}  // namespace

std::vector<auth::Operation> operations(const Office& office) {
    const auto to = [handlers = std::make_shared<Handlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET", "/api/v1/settings",        "list_settings",  auth::kAdministrators, forbidden, to(&H::list_settings)},
        {"GET", "/api/v1/settings/{name}", "get_setting",    auth::kAdministrators, forbidden, to(&H::get_setting)},
        {"PUT", "/api/v1/settings/{name}", "change_setting", auth::kAdministrators, forbidden, to(&H::change_setting)},
        {"GET", "/api/v1/health",          "get_health",     kLookers,              forbidden, to(&H::get_health)},
    };
    // clang-format on
}

}  // namespace dure::upkeep
