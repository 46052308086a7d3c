// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/run_approval.hpp"

#include <boost/describe.hpp>

#include "engine/base/utc_text.hpp"
#include "server/approvals/approval_service.hpp"
#include "server/approvals/described.hpp"
#include "server/auth/once.hpp"
#include "server/auth/secrets.hpp"
#include "server/codec/codec.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/http/text.hpp"

namespace dure::desks::energy {
namespace {

/// The run as an approval keeps it. Its label may change; what was computed may not.
struct RunSnapshot {
    std::string run, plan, result_hash;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(RunSnapshot, (), (run, plan, number, result_hash))

struct NumberView {
    std::int64_t year = 0, serial = 0;
};
BOOST_DESCRIBE_STRUCT(NumberView, (), (year, serial))

/// Schema RunApproval.
struct RunApprovalView {
    std::optional<std::string> approval;  ///< where the person may read it
    std::optional<approvals::State> state;
    std::optional<NumberView> number;
    std::optional<std::string> decided;
    bool record_changed = false;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(RunApprovalView, (), (approval, state, number, decided, record_changed, actions))

class Handlers {
  public:
    Handlers(const Desk& desk, const approvals::Office& office) : desk_(desk), office_(office) {}

    Response get_run_approval(const Request& request, const Actor& actor) {
        http::Query(request).done();
        return desk_.database.read(
            [&](db::Connection& c) { return answer(c, readable_run(c, request, actor), actor, 200); });
    }

    Response create_run_approval(const Request& request, const Actor& actor) {
        auth::Once once(desk_.database, request, actor, "create_run_approval", desk_.clock());
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            const RunRecord run = readable_run(c, request, actor);
            if (!can(actor, RunAction::change, run)) http::refuse(403, "auth.forbidden");
            if (run.status != "optimal") http::refuse(409, "run.no_result");
            const auto plan = find_plan(c, run.plan).value();
            const Params params{{"plan", plan.name}, {"number", std::to_string(run.number)}};
            const auto language = http::language_of(request.header("accept-language"));
            const auto word = [&](std::string_view key) {
                return codec::Messages::embedded().sentence(language, key, params);
            };
            draft_record(c, office_,
                         {.kind = std::string(kRunApproval),
                          .subject = run.id,
                          .title = word("approval.run.title"),
                          .body = word("approval.run.body"),
                          .fictitious = plan.example},
                         {actor, request.request_id});
            return answer(c, run, actor, 201);
        });
    }

  private:
    Response answer(db::Connection& c, const RunRecord& run, const Actor& actor, int status) {
        RunApprovalView view;
        if (const auto standing = standing_of(c, office_, std::string(kRunApproval), run.id, actor)) {
            if (standing->readable) view.approval = standing->approval;
            view.state = standing->state;
            if (standing->number) view.number = {standing->number->year, standing->number->serial};
            view.decided = utc_text(standing->decided);
            view.record_changed = standing->record_changed;
        } else if (can(actor, RunAction::change, run) && run.status == "optimal") {
            view.actions.emplace_back("create_run_approval");
        }
        return http::json_response(view, status);
    }

    const Desk desk_;
    const approvals::Office office_;
};

}  // namespace

approvals::Kind run_kind() {
    return {
        .name = std::string(kRunApproval),
        .desk = approvals::Desk::energy,
        .snapshot = [](db::Connection& c, const std::string& id) -> std::optional<std::string> {
            const auto run = find_run(c, id);
            const auto result = run_result(c, id);
            if (!run || run->deleted || !result) return std::nullopt;
            return codec::encode(RunSnapshot{
                .run = id, .plan = run->plan, .result_hash = auth::digest(*result), .number = run->number});
        }};
}

std::vector<auth::Operation> run_approval_operations(const Desk& desk, const approvals::Office& office) {
    const auto to = [handlers = std::make_shared<Handlers>(desk, office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    // clang-format off
    return {
        {"GET",  "/api/v1/energy/runs/{run_id}/approval", "get_run_approval",    kReaders,  not_found, to(&Handlers::get_run_approval)},
        {"POST", "/api/v1/energy/runs/{run_id}/approval", "create_run_approval", kPlanners, not_found, to(&Handlers::create_run_approval)},
    };
    // clang-format on
}

}  // namespace dure::desks::energy
