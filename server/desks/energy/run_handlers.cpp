// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/plan.hpp"
#include "server/auth/once.hpp"
#include "server/desks/energy/assumption_service.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/presenter.hpp"
#include "server/desks/energy/run_service.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/scenario_service.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

/// Where a list of runs goes on.
struct RunPlace {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(RunPlace, (), (number))
std::span<const codec::Rule> json_rules(const RunPlace*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

[[noreturn]] void refuse_plan(Errors errors) {
    throw http::ProblemException{{.status = 422, .code = "plan.not_solvable", .errors = std::move(errors)}};
}

Response answer(db::Connection& c, const RunRecord& run, const Actor& actor, int status = 200) {
    return std::move(http::json_text(encode(present(run, run_result(c, run.id), actor)), status)
                         .with("ETag", http::etag_of(run.version)));
}

}  // namespace

RunRecord readable_run(db::Connection& c, const Request& request, const Actor& actor) {
    auto run = find_run(c, request.parameters.at("run_id"));
    if (!run || !can(actor, RunAction::read, *run)) http::refuse(404, "http.not_found");
    return std::move(*run);
}

Response RunHandlers::list_runs(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto after = query.cursor<RunPlace>();
    const int limit = query.limit();
    query.done();
    auto runs = desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        return energy::list_runs(c, plan.id, after ? std::optional(after->number) : std::nullopt, limit);
    });
    RunPage page;
    if (runs.size() > static_cast<std::size_t>(limit)) {
        runs.pop_back();
        page.next_cursor = http::write_cursor(RunPlace{runs.back().number});
    }
    for (const RunRecord& run : runs) page.items.push_back(present(run, actor));
    return http::json_text(encode(page));
}

Response RunHandlers::create_run(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_run);
    auth::Once once(desk_.database, request, actor, "create_run", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    struct Input {
        PlanRecord plan;
        RunInput input;
        dure::energy::SeriesValues values;
        std::map<std::string, AssumptionRecord> known;
        std::optional<ScenarioRecord> scenario;
        std::vector<dure::energy::Change> changes;
    };
    const Input saved = desk_.database.read([&](db::Connection& c) {
        Input input{.plan = readable_plan(c, request, actor)};
        input.input = {.model = plan_model(c, input.plan.id),
                       .series = hashes_of(plan_series(c, input.plan.id))};
        input.values = load_series(c, input.input.series);
        input.known = plan_assumptions(c, input.plan.id);
        if (wanted.scenario) {
            input.scenario = usable_scenario(c, input.plan, *wanted.scenario);
            input.changes = resolved(c, *input.scenario);
        }
        return input;
    });
    require(can(actor, PlanAction::run, saved.plan));
    const auto network = decode_network(saved.input.model).value();
    const auto chosen = dure::energy::apply(network, saved.values, saved.changes);
    if (!chosen) refuse_plan(chosen.error());
    const auto varied = dure::energy::vary(chosen->network, chosen->series, wanted.variations);
    if (!varied) refuse_plan(varied.error());
    if (Errors findings = dure::energy::check(varied->network, varied->series); !findings.empty())
        refuse_plan(std::move(findings));
    return once.write([&](db::Connection& c) {
        RunInput input = saved.input;
        if (!wanted.variations.empty() || !saved.changes.empty()) {
            input.model = encode_network(varied->network);
            for (const auto& [name, values] : varied->series)
                input.series[name] = keep_series(c, name, values, desk_.clock()).hash;
        }
        return answer(c,
                      energy::create_run(c, desk_, saved.plan, wanted, input, varied->network.currency,
                                         provenance_of(network, varied->network, saved.known), saved.scenario,
                                         {actor, request.request_id}),
                      actor, 202);
    });
}

Response RunHandlers::get_run(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const RunRecord run = readable_run(c, request, actor);
        const std::string tag = http::etag_of(run.version);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(c, run, actor);
    });
}

Response RunHandlers::change_run(const Request& request, const Actor& actor) {
    const auto change = http::read_json(request, decode_run_change);
    return desk_.database.write([&](db::Connection& c) {
        RunRecord run = readable_run(c, request, actor);
        require(can(actor, RunAction::change, run));
        http::require_match(request, run.version);
        return answer(c, energy::change_run(c, desk_, std::move(run), change, {actor, request.request_id}),
                      actor);
    });
}

Response RunHandlers::delete_run(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        RunRecord run = readable_run(c, request, actor);
        require(can(actor, RunAction::remove, run));
        http::require_match(request, run.version);
        remove_run(c, desk_, std::move(run), {actor, request.request_id});
    });
    return http::no_content();
}

Response RunHandlers::restore_run(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        auto run = find_run(c, request.parameters.at("run_id"));
        if (!run) http::refuse(404, "http.not_found");
        require(can(actor, RunAction::restore, *run));
        return answer(c, energy::restore_run(c, desk_, std::move(*run), {actor, request.request_id}), actor);
    });
}

}  // namespace dure::desks::energy
