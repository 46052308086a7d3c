// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/run_service.hpp"

#include "server/audit/audit.hpp"
#include "server/desks/energy/plan_run.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

std::string audit_text(const RunRecord& run) {
    std::string text = R"({"plan":)";
    codec::write(run.plan, text);
    text += R"(,"number":)";
    codec::write(run.number, text);
    text += R"(,"label":)";
    codec::write(run.label, text);
    text += R"(,"method":)";
    codec::write(run.method, text);
    return text + "}";
}

void record(db::Connection& c, const RunRecord& run, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = run.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = "energy_run",
                      .record_id = run.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
}

RunRecord save(db::Connection& c, const RunRecord& run) {
    if (!update_run(c, run)) http::refuse(412, "http.stale");
    return find_run(c, run.id).value();
}

}  // namespace

RunRecord create_run(db::Connection& c, const Desk& desk, const PlanRecord& plan, const NewRun& wanted,
                     const RunInput& input, const std::string& currency, const Provenance& rests_on,
                     const std::optional<ScenarioRecord>& scenario, const Who& who) {
    const Instant now = desk.clock();
    RunRecord run{.id = desk.ids.next(),
                  .plan = plan.id,
                  .label = wanted.label.value_or(""),
                  .owner = who.actor.account,
                  .method = std::string(name_of(wanted.method)),
                  .currency = currency,
                  .time_limit_seconds = wanted.time_limit_seconds,
                  .assumptions = rests_on.assumptions,
                  .without_source = rests_on.without_source,
                  .scenario = scenario ? std::optional(scenario->id) : std::nullopt,
                  .scenario_name = scenario ? std::optional(scenario->name) : std::nullopt,
                  .created = now,
                  .updated = now};
    run.job =
        desk.queue
            .enqueue(
                c, {.kind = std::string(kPlanRun), .subject = run.id, .parent = plan.id, .owner = run.owner})
            .id;
    insert_run(c, run, input);
    record(c, run, who, "create_run", std::nullopt, audit_text(run));
    return find_run(c, run.id).value();
}

RunRecord change_run(db::Connection& c, const Desk& desk, RunRecord run, const RunChange& change,
                     const Who& who) {
    const std::string before = audit_text(run);
    run.label = change.label;
    run.updated = desk.clock();
    record(c, run, who, "change_run", before, audit_text(run));
    return save(c, run);
}

RunRecord remove_run(db::Connection& c, const Desk& desk, RunRecord run, const Who& who) {
    run.updated = desk.clock();
    run.deleted = run.updated;
    record(c, run, who, "delete_run", audit_text(run), std::nullopt);
    RunRecord removed = save(c, run);
    if (run.job) desk.queue.cancel(c, *run.job);
    return removed;
}

RunRecord restore_run(db::Connection& c, const Desk& desk, RunRecord run, const Who& who) {
    if (!run.deleted) return run;
    run.updated = desk.clock();
    run.deleted = std::nullopt;
    record(c, run, who, "restore_run", std::nullopt, audit_text(run));
    return save(c, run);
}

}  // namespace dure::desks::energy
