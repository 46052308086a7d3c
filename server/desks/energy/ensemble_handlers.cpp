// SPDX-License-Identifier: Apache-2.0
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/ensemble_job.hpp"
#include "server/desks/energy/ensemble_presenter.hpp"
#include "server/desks/energy/ensemble_store.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

/// Where a list goes on.
struct ListPlace {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(ListPlace, (), (number))
std::span<const codec::Rule> json_rules(const ListPlace*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

Response answer(db::Connection& c, const EnsembleRecord& e, const Actor& reader, int status = 200) {
    const auto view = present(e, decode_network(ensemble_input(c, e.id).model).value(),
                              sample_results(c, e.id), ensemble_ranges(c, e.id), reader);
    return std::move(http::json_text(encode(view), status).with("ETag", tag_of(e)));
}

EnsembleRecord readable(db::Connection& c, const Request& request, const Actor& actor) {
    auto e = find_ensemble(c, request.parameters.at("ensemble_id"));
    if (!e || !can(actor, EnsembleAction::read, *e)) http::refuse(404, "http.not_found");
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
    const auto after = query.cursor<ListPlace>();
    const int limit = query.limit();
    query.done();
    auto found = desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        return energy::list_ensembles(c, plan.id, after ? std::optional(after->number) : std::nullopt, limit);
    });
    EnsemblePage page;
    if (found.size() > static_cast<std::size_t>(limit)) {
        found.pop_back();
        page.next_cursor = http::write_cursor(ListPlace{found.back().number});
    }
    for (const EnsembleRecord& e : found) page.items.push_back(present(e, actor));
    return http::json_text(encode(page));
}

Response EnsembleHandlers::create_ensemble(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_ensemble);
    auth::Once once(desk_.database, request, actor, "create_ensemble", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    struct Saved {
        PlanRecord plan;
        RunInput input;
        dure::energy::SeriesValues values;
    };
    const Saved saved = desk_.database.read([&](db::Connection& c) {
        Saved s{.plan = readable_plan(c, request, actor)};
        s.input.model = plan_model(c, s.plan.id);
        s.input.series = hashes_of(plan_series(c, s.plan.id));
        s.values = load_series(c, s.input.series);
        return s;
    });
    if (!can(actor, PlanAction::run, saved.plan)) http::refuse(403, "auth.forbidden");
    const auto network = decode_network(saved.input.model).value();
    if (Errors errors = dure::energy::check(wanted, network, saved.values); !errors.empty())
        refuse(std::move(errors));
    if (Errors errors = dure::energy::check(network, saved.values); !errors.empty())
        refuse(std::move(errors));
    return once.write([&](db::Connection& c) {
        EnsembleRecord e{.id = desk_.ids.next()};
        e.plan = saved.plan.id;
        e.label = wanted.label.value_or("");
        e.owner = actor.account;
        e.currency = network.currency;
        e.specification = encode(static_cast<const EnsembleWish&>(wanted));
        e.created = e.updated = desk_.clock();
        e.job =
            desk_.queue
                .enqueue(
                    c, {.kind = std::string(kEnsemble), .subject = e.id, .parent = e.plan, .owner = e.owner})
                .id;
        insert_ensemble(c, e, saved.input);
        record(c, e, {actor, request.request_id}, "create_ensemble", false, true);
        return answer(c, find_ensemble(c, e.id).value(), actor, 202);
    });
}

Response EnsembleHandlers::get_ensemble(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const EnsembleRecord e = readable(c, request, actor);
        const std::string tag = tag_of(e);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(c, e, actor);
    });
}

Response EnsembleHandlers::delete_ensemble(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        EnsembleRecord e = readable(c, request, actor);
        if (!can(actor, EnsembleAction::remove, e)) http::refuse(403, "auth.forbidden");
        http::require_match(request, e.version);
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
        if (!can(actor, EnsembleAction::restore, *e)) http::refuse(403, "auth.forbidden");
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
