// SPDX-License-Identifier: Apache-2.0
#include "server/backup/routes.hpp"

#include "server/audit/audit.hpp"
#include "server/backup/views.hpp"
#include "server/backup/work.hpp"
#include "server/http/pipeline.hpp"

namespace dure::backup {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

class Handlers {
  public:
    explicit Handlers(const Office& office) : office_(office) {}

    Response list_backups(const Request& request, const Actor&) {
        http::Query(request).done();
        const Plan plan =
            office_.database.read([&](db::Connection& c) { return read_plan(c, office_.folder); });
        return http::json_text(encode(Shelf(plan.folder).list(), plan, office_.clock(), running()));
    }

    Response create_backup(const Request& request, const Actor& actor) {
        return begin(request, actor, "create_backup", kCreate, std::nullopt);
    }

    Response drill_backup(const Request& request, const Actor& actor) {
        const std::string& name = request.parameters.at("backup_name");
        if (!shelf_of(office_).find(name)) http::refuse(404, "http.not_found");
        return begin(request, actor, "drill_backup", kDrill, name);
    }

  private:
    /// The job that is under way, if any.
    std::optional<std::string> running() const {
        return office_.database.read([&](db::Connection& c) -> std::optional<std::string> {
            const auto row = c.query_one(
                "SELECT id FROM job WHERE kind IN ($1, $2) AND state IN ('queued', 'running')"
                " ORDER BY id LIMIT 1",
                kCreate, kDrill);
            return row ? std::optional(row->text(0)) : std::nullopt;
        });
    }

    Response begin(const Request& request, const Actor& actor, std::string operation, std::string_view kind,
                   const std::optional<std::string>& name) {
        if (running()) http::refuse(409, "backup.busy");
        const jobs::Job job = office_.database.write([&](db::Connection& c) {
            jobs::Job made = office_.queue.enqueue(
                c, {.kind = std::string(kind), .subject = name, .parent = {}, .owner = actor.account});
            audit::record(c, {.at = office_.clock(),
                              .actor = actor.account,
                              .action = std::move(operation),
                              .record_kind = "backup",
                              .record_id = name.value_or(made.id),
                              .before = std::nullopt,
                              .after = std::nullopt,
                              .request_id = request.request_id});
            return made;
        });
        return http::json_text(encode_begun(job.id), 202);
    }

    const Office& office_;
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
        {"GET",  "/api/v1/backups",                     "list_backups",  auth::kAdministrators, forbidden, to(&H::list_backups)},
        {"POST", "/api/v1/backups",                     "create_backup", auth::kAdministrators, forbidden, to(&H::create_backup)},
        {"POST", "/api/v1/backups/{backup_name}/drill", "drill_backup",  auth::kAdministrators, forbidden, to(&H::drill_backup)},
    };
    // clang-format on
}

}  // namespace dure::backup
