// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/scenario_service.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/desks/energy/sweep_job.hpp"
#include "server/desks/energy/sweep_store.hpp"
#include "server/desks/energy/sweep_views.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

/// Where a list goes on.
struct SweepPlace {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(SweepPlace, (), (number))
std::span<const codec::Rule> json_rules(const SweepPlace*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

Response answer(db::Connection& c, const SweepRecord& one, const Actor& reader, int status = 200) {
    const auto view =
        present(one, decode_network(sweep_input(c, one.id).model).value(), point_results(c, one.id), reader);
    return std::move(http::json_text(encode(view), status).with("ETag", tag_of(one)));
}

SweepRecord named(db::Connection& c, const Request& request, const Actor& actor, bool deleted = false) {
    auto one = find_sweep(c, request.parameters.at("sweep_id"));
    if (!one || !actor.has_any(kReaders) || (one->deleted && !deleted)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

void record(db::Connection& c, const SweepRecord& one, const Who& who, std::string action, bool before,
            bool after) {
    const std::string text = R"({"plan":)" + codec::encode(one.plan) + R"(,"number":)" +
                             std::to_string(one.number) + R"(,"kind":)" + codec::encode(one.kind) +
                             R"(,"specification":)" + one.specification + "}";
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = "energy_sweep",
                      .record_id = one.id,
                      .before = before ? std::optional(text) : std::nullopt,
                      .after = after ? std::optional(text) : std::nullopt,
                      .request_id = who.request_id});
}

/// What is computed: the plan or a scenario of it, as it is now.
struct Ground {
    PlanRecord plan;
    std::optional<ScenarioRecord> scenario;
    std::vector<dure::energy::Change> changes;
    dure::energy::Network network;
    dure::energy::SeriesValues series;
    std::map<std::string, std::string> hashes;
    std::map<std::string, AssumptionRecord> known;
};

Ground ground_of(db::Connection& c, const Request& request, const Actor& actor, const NewSweep& wanted) {
    Ground g{.plan = readable_plan(c, request, actor)};
    if (wanted.scenario) {
        g.scenario = usable_scenario(c, g.plan, *wanted.scenario);
        g.changes = resolved(c, *g.scenario);
    }
    g.network = decode_network(plan_model(c, g.plan.id)).value();
    g.hashes = hashes_of(plan_series(c, g.plan.id));
    g.series = load_series(c, g.hashes);
    g.known = plan_assumptions(c, g.plan.id);
    return g;
}

/// Each assumption that counts and has a low and a high; the others are named.
SweepSpec ranges_of(const dure::energy::Network& network,
                    const std::map<std::string, AssumptionRecord>& known) {
    SweepSpec spec;
    for (const auto& one : dure::energy::parameters(network)) {
        if (!one.counts) continue;
        const auto row = known.find(one.at);
        if (row != known.end() && row->second.low && row->second.high)
            spec.ranges.push_back({one.at, *row->second.low, *row->second.high});
        else
            spec.left_out.push_back(one.at);
    }
    if (spec.ranges.empty()) http::refuse_fields({{.code = "sweep.no_ranges", .pointer = "/kind"}});
    return spec;
}

/// Every value alone: what it breaks is named where it stands.
void check_values(const dure::energy::Varied& ground, const SweepSpec& spec) {
    Errors errors;
    for (std::size_t p = 0; p < spec.parameters.size(); ++p)
        for (std::size_t v = 0; v < spec.parameters[p].values.size(); ++v) {
            const auto tried = dure::energy::apply(
                ground.network, ground.series,
                std::vector{dure::energy::Change{spec.parameters[p].at, spec.parameters[p].values[v]}});
            if (tried) continue;
            Error error = tried.error().front();
            const bool of_address = error.pointer.ends_with("/at");
            error.pointer =
                fmt::format("/parameters/{}", p) + (of_address ? "/at" : fmt::format("/values/{}", v));
            errors.push_back(std::move(error));
            if (of_address) break;
        }
    if (spec.parameters.size() == 2 && spec.parameters[0].at == spec.parameters[1].at)
        errors.push_back({.code = "parameter.doubled",
                          .params = {{"at", spec.parameters[1].at}},
                          .pointer = "/parameters/1/at"});
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

}  // namespace

Response SweepHandlers::list_sweeps(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto after = query.cursor<SweepPlace>();
    const int limit = query.limit();
    query.done();
    auto found = desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        return energy::list_sweeps(c, plan.id, after ? std::optional(after->number) : std::nullopt, limit);
    });
    SweepPage page;
    if (found.size() > static_cast<std::size_t>(limit)) {
        found.pop_back();
        page.next_cursor = http::write_cursor(SweepPlace{found.back().number});
    }
    for (const SweepRecord& one : found) page.items.push_back(present(one, actor));
    return http::json_text(encode(page));
}

Response SweepHandlers::create_sweep(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_sweep);
    auth::Once once(desk_.database, request, actor, "create_sweep", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    const Ground ground =
        desk_.database.read([&](db::Connection& c) { return ground_of(c, request, actor, wanted); });
    if (!can(actor, PlanAction::run, ground.plan)) http::refuse(403, "auth.forbidden");
    const auto unsolvable = [](Errors errors) {
        throw http::ProblemException{
            {.status = 422, .code = "plan.not_solvable", .errors = std::move(errors)}};
    };
    auto base = dure::energy::apply(ground.network, ground.series, ground.changes);
    if (!base) unsolvable(base.error());
    SweepSpec spec = wanted.kind == SweepKind::tornado ? ranges_of(base->network, ground.known)
                                                       : SweepSpec{.parameters = wanted.parameters};
    std::vector<std::string> addresses;
    for (const auto& parameter : spec.parameters) addresses.push_back(parameter.at);
    base->network = dure::energy::with_limits_of(base->network, addresses);
    check_values(*base, spec);
    return once.write([&](db::Connection& c) {
        RunInput input{.model = encode_network(base->network), .series = ground.hashes};
        if (!ground.changes.empty())
            for (const auto& [name, values] : base->series)
                input.series[name] = keep_series(c, name, values, desk_.clock()).hash;
        SweepRecord one{.id = desk_.ids.next(), .plan = ground.plan.id, .label = wanted.label.value_or("")};
        one.kind = name_of(wanted.kind);
        if (ground.scenario) {
            one.scenario = ground.scenario->id;
            one.scenario_name = ground.scenario->name;
        }
        one.owner = actor.account;
        one.currency = base->network.currency;
        one.specification = encode(spec);
        one.points = static_cast<std::int64_t>(points_of(wanted.kind, spec).size());
        one.created = one.updated = desk_.clock();
        one.job =
            desk_.queue
                .enqueue(
                    c,
                    {.kind = std::string(kSweep), .subject = one.id, .parent = one.plan, .owner = one.owner})
                .id;
        insert_sweep(c, one, input);
        record(c, one, {actor, request.request_id}, "create_sweep", false, true);
        return answer(c, find_sweep(c, one.id).value(), actor, 202);
    });
}

Response SweepHandlers::get_sweep(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const SweepRecord one = named(c, request, actor);
        const std::string tag = tag_of(one);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(c, one, actor);
    });
}

Response SweepHandlers::delete_sweep(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        SweepRecord one = named(c, request, actor);
        if (!owns(actor, one.owner)) http::refuse(403, "auth.forbidden");
        http::require_match(request, one.version);
        one.updated = desk_.clock();
        one.deleted = one.updated;
        record(c, one, {actor, request.request_id}, "delete_sweep", true, false);
        if (!update_sweep(c, one)) http::refuse(412, "http.stale");
        if (one.job) desk_.queue.cancel(c, *one.job);
    });
    return http::no_content();
}

Response SweepHandlers::restore_sweep(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        SweepRecord one = named(c, request, actor, true);
        if (!owns(actor, one.owner)) http::refuse(403, "auth.forbidden");
        if (one.deleted) {
            one.updated = desk_.clock();
            one.deleted = std::nullopt;
            record(c, one, {actor, request.request_id}, "restore_sweep", false, true);
            if (!update_sweep(c, one)) http::refuse(412, "http.stale");
        }
        return answer(c, find_sweep(c, one.id).value(), actor);
    });
}

}  // namespace dure::desks::energy
