// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/ensemble_job.hpp"
#include "server/desks/energy/ensemble_store.hpp"
#include "server/desks/energy/ensemble_views.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

/// Where a list goes on.
struct Place {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (number))
std::span<const codec::Rule> json_rules(const Place*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

std::vector<std::string> actions_on(const EnsembleRecord& e, const std::string& status, const Actor& reader) {
    std::vector<std::string> actions;
    if (!owns(reader, e.owner)) return actions;
    if (e.deleted) return {"restore_ensemble"};
    actions.emplace_back("delete_ensemble");
    if (status == "queued" || status == "running") actions.emplace_back("cancel_job");
    if (status == "cancelled" || status == "failed" || status == "interrupted")
        actions.emplace_back("retry_job");
    return actions;
}

void present(const EnsembleRecord& e, const Actor& reader, EnsembleSummary& view) {
    const auto wish = decode_wish(e.specification).value();
    view.id = e.id;
    view.plan = e.plan;
    view.plan_name = e.plan_name;
    view.number = e.number;
    view.label = e.label;
    view.status = e.job_state.value_or("interrupted");
    view.job = e.job;
    view.owner = e.owner;
    view.owner_name = e.owner_name;
    view.currency = decode_network(e.model).value().currency;
    view.samples = wish.samples;
    view.done = e.done;
    view.version = e.version;
    view.created = utc_text(e.created);
    view.updated = utc_text(e.updated);
    if (e.deleted) view.deleted = utc_text(*e.deleted);
    view.actions = actions_on(e, view.status, reader);
}

template <class Parts>
void take_label(const Parts& parts, EnsembleTechnology& technology) {
    for (const auto& part : parts) {
        if (part.name != technology.name) continue;
        technology.label_ko = part.label_ko;
        technology.label_en = part.label_en;
    }
}

std::vector<EnsembleTechnology> technologies_of(const dure::energy::Network& network) {
    std::vector<EnsembleTechnology> all;
    for (const auto& [kind, name] : dure::energy::sample_technologies(network)) {
        EnsembleTechnology t{.kind = kind, .name = name};
        if (kind == "generator") take_label(network.generators, t);
        if (kind == "link") take_label(network.links, t);
        if (kind == "store") take_label(network.stores, t);
        if (kind == "line") take_label(network.lines, t);
        all.push_back(std::move(t));
    }
    return all;
}

/// The version, and what it shows of its samples and its job: "1.17.running".
std::string tag_of(const EnsembleRecord& e) {
    return fmt::format("\"{}.{}.{}\"", e.version, e.done, e.job_state.value_or(""));
}

/// If-Match names the version, with or without the rest of the tag.
void require_match(const Request& request, const EnsembleRecord& e) {
    const std::string_view given = request.header("if-match");
    const std::string known = fmt::format("\"{}.", e.version);
    if (!given.starts_with(known)) http::require_match(request, e.version);
}

Response answer(db::Connection& c, const EnsembleRecord& e, const Actor& reader, int status = 200) {
    EnsembleDetails view;
    present(e, reader, view);
    view.specification = decode_wish(e.specification).value();
    view.technologies = technologies_of(decode_network(e.model).value());
    for (auto& result : sample_results(c, e.id)) view.results.push_back({std::move(result)});
    if (e.ranges) view.ranges = decode_ranges(*e.ranges).value();
    return std::move(http::json_text(encode(view), status).with("ETag", tag_of(e)));
}

EnsembleRecord readable(db::Connection& c, const Request& request, const Actor& actor) {
    auto e = find_ensemble(c, request.parameters.at("ensemble_id"));
    if (!e || e->deleted || !actor.has_any(kReaders)) http::refuse(404, "http.not_found");
    return std::move(*e);
}

void record(db::Connection& c, const EnsembleRecord& e, const Who& who, std::string action, bool before,
            bool after) {
    const std::string text = R"({"plan":)" + codec::encode(e.plan) + R"(,"number":)" +
                             std::to_string(e.number) + R"(,"specification":)" + e.specification + "}";
    audit::record(c, {.at = e.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = "energy_ensemble",
                      .record_id = e.id,
                      .before = before ? std::optional(text) : std::nullopt,
                      .after = after ? std::optional(text) : std::nullopt,
                      .request_id = who.request_id});
}

[[noreturn]] void refuse(Errors errors) {
    throw http::ProblemException{{.status = 422, .code = "plan.not_solvable", .errors = std::move(errors)}};
}

}  // namespace

Response EnsembleHandlers::list_ensembles(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto after = query.cursor<Place>();
    const int limit = query.limit();
    query.done();
    auto found = desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        return energy::list_ensembles(c, plan.id, after ? std::optional(after->number) : std::nullopt, limit);
    });
    EnsemblePage page;
    if (found.size() > static_cast<std::size_t>(limit)) {
        found.pop_back();
        page.next_cursor = http::write_cursor(Place{found.back().number});
    }
    for (const EnsembleRecord& e : found) present(e, actor, page.items.emplace_back());
    return http::json_text(encode(page));
}

Response EnsembleHandlers::create_ensemble(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_ensemble);
    auth::Once once(desk_.database, request, actor, "create_ensemble", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    struct Saved {
        PlanRecord plan;
        EnsembleRecord ensemble;
        dure::energy::SeriesValues values;
    };
    Saved saved = desk_.database.read([&](db::Connection& c) {
        Saved s{.plan = readable_plan(c, request, actor)};
        s.ensemble.model = plan_model(c, s.plan.id);
        s.ensemble.series = hashes_of(plan_series(c, s.plan.id));
        s.values = load_series(c, s.ensemble.series);
        return s;
    });
    if (!can(actor, PlanAction::run, saved.plan)) http::refuse(403, "auth.forbidden");
    const auto network = decode_network(saved.ensemble.model).value();
    if (Errors errors = dure::energy::check(wanted, network, saved.values); !errors.empty())
        refuse(std::move(errors));
    if (Errors errors = dure::energy::check(network, saved.values); !errors.empty())
        refuse(std::move(errors));
    return once.write([&](db::Connection& c) {
        EnsembleRecord e = saved.ensemble;
        e.id = desk_.ids.next();
        e.plan = saved.plan.id;
        e.label = wanted.label.value_or("");
        e.owner = actor.account;
        e.specification = encode(static_cast<const EnsembleWish&>(wanted));
        e.created = e.updated = desk_.clock();
        e.job =
            desk_.queue
                .enqueue(
                    c, {.kind = std::string(kEnsemble), .subject = e.id, .parent = e.plan, .owner = e.owner})
                .id;
        insert_ensemble(c, e);
        record(c, e, {actor, request.request_id}, "create_ensemble", false, true);
        return answer(c, find_ensemble(c, e.id).value(), actor, 202);
    });
}

Response EnsembleHandlers::get_ensemble(const Request& request, const Actor& actor) {
    return desk_.database.read(
        [&](db::Connection& c) { return answer(c, readable(c, request, actor), actor); });
}

Response EnsembleHandlers::delete_ensemble(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        EnsembleRecord e = readable(c, request, actor);
        if (!owns(actor, e.owner)) http::refuse(403, "auth.forbidden");
        require_match(request, e);
        e.updated = desk_.clock();
        e.deleted = e.updated;
        record(c, e, {actor, request.request_id}, "delete_ensemble", true, false);
        if (!update_ensemble(c, e)) http::refuse(412, "http.stale");
        if (e.job) desk_.queue.cancel(c, *e.job);
    });
    return http::no_content();
}

Response EnsembleHandlers::restore_ensemble(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        auto e = find_ensemble(c, request.parameters.at("ensemble_id"));
        if (!e) http::refuse(404, "http.not_found");
        if (!owns(actor, e->owner)) http::refuse(403, "auth.forbidden");
        if (e->deleted) {
            e->updated = desk_.clock();
            e->deleted = std::nullopt;
            record(c, *e, {actor, request.request_id}, "restore_ensemble", false, true);
            if (!update_ensemble(c, *e)) http::refuse(412, "http.stale");
        }
        return answer(c, find_ensemble(c, e->id).value(), actor);
    });
}

}  // namespace dure::desks::energy
