// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/plan_service.hpp"

#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/desks/energy/assumption_service.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::energy {
namespace {

/// What an audit entry keeps of a plan: everything but the hours.
std::string audit_text(const PlanRecord& plan, const std::string& model) {
    std::string text = R"({"name":)";
    codec::write(plan.name, text);
    text += R"(,"description":)";
    codec::write(plan.description, text);
    text += R"(,"language":)";
    codec::write(plan.language, text);
    return text + R"(,"model":)" + model + "}";
}

void record(db::Connection& c, const PlanRecord& plan, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = plan.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kPlan),
                      .record_id = plan.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kPlan, plan.id, plan.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

bool names(const dure::energy::Network& network, const std::string& series) {
    return std::ranges::any_of(network.series, [&](const auto& info) { return info.name == series; });
}

/// Writes a plan that has changed, and reads it again.
PlanRecord save(db::Connection& c, const PlanRecord& plan, const dure::energy::Network& network,
                const Who& who, std::string action, const std::string& before) {
    const std::string model = encode_network(network);
    require_saved(update_plan(c, plan, model));
    record(c, plan, who, std::move(action), before, audit_text(plan, model));
    return find_plan(c, plan.id).value();
}

PlanRecord move(db::Connection& c, const Desk& desk, PlanRecord plan, const Who& who, bool away) {
    plan.updated = desk.clock();
    const std::string text = audit_text(plan, plan_model(c, plan.id));
    require_saved(set_plan_deleted(c, plan, away ? std::optional(plan.updated) : std::nullopt));
    if (away)
        record(c, plan, who, "delete_plan", text, std::nullopt);
    else
        record(c, plan, who, "restore_plan", std::nullopt, text);
    return find_plan(c, plan.id).value();
}

}  // namespace

PlanRecord create_plan(db::Connection& c, const Desk& desk, const PlanDraft& draft, const Who& who) {
    const Instant now = desk.clock();
    PlanRecord plan{.id = desk.ids.next(),
                    .name = draft.name,
                    .description = draft.description,
                    .language = std::string(name_of(draft.language)),
                    .owner = who.actor.account,
                    .owner_name = who.actor.name,
                    .example = draft.example,
                    .periods = draft.network.time.periods,
                    .created = now,
                    .updated = now};
    const std::string model = encode_network(draft.network);
    insert_plan(c, plan, model);
    std::vector<SeriesRecord> series = draft.kept;
    for (const auto& [name, values] : draft.values) series.push_back(keep_series(c, name, values, now));
    set_plan_series(c, plan.id, series);
    bring_assumptions(c, plan, draft.assumptions, draft.example ? "" : "/files/0");
    copy_assumptions(c, plan, draft.known);
    record(c, plan, who, "create_plan", std::nullopt, audit_text(plan, model));
    // Not read again: in a serializable transaction that would meet whoever makes a plan at the same time.
    return plan;
}

PlanRecord replace_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const PlanContent& content,
                        const Who& who) {
    const std::string old_model = plan_model(c, plan.id);
    const std::string before = audit_text(plan, old_model);
    const dure::energy::Network& network = content.model.network;
    plan.name = content.name;
    plan.description = content.description;
    if (content.language) plan.language = std::string(name_of(*content.language));
    plan.periods = network.time.periods;
    plan.updated = desk.clock();
    auto series = plan_series(c, plan.id);
    std::erase_if(series, [&](const SeriesRecord& one) { return !names(network, one.name); });
    set_plan_series(c, plan.id, series);
    forget_sources(c, plan, decode_network(old_model).value(), network, {}, who);
    return save(c, plan, network, who, "replace_plan", before);
}

PlanRecord save_model(db::Connection& c, const Desk& desk, PlanRecord plan,
                      const dure::energy::Network& network, const Who& who, std::string action) {
    const std::string before = audit_text(plan, plan_model(c, plan.id));
    plan.updated = desk.clock();
    return save(c, plan, network, who, std::move(action), before);
}

PlanRecord put_series(db::Connection& c, const Desk& desk, PlanRecord plan,
                      const dure::energy::SeriesInfo& info, const std::vector<double>& values,
                      const Who& who) {
    const std::string old_model = plan_model(c, plan.id);
    const std::string before = audit_text(plan, old_model);
    const auto old_network = decode_network(old_model).value();
    auto network = old_network;
    const auto known = std::ranges::find(network.series, info.name, &dure::energy::SeriesInfo::name);
    if (known == network.series.end())
        network.series.push_back(info);
    else
        *known = info;
    plan.updated = desk.clock();
    auto series = plan_series(c, plan.id);
    std::erase_if(series, [&](const SeriesRecord& one) { return one.name == info.name; });
    series.push_back(keep_series(c, info.name, values, plan.updated));
    set_plan_series(c, plan.id, series);
    forget_sources(c, plan, old_network, network, std::vector{info.name}, who);
    return save(c, plan, network, who, "put_series", before);
}

PlanRecord remove_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const Who& who) {
    return move(c, desk, std::move(plan), who, true);
}

PlanRecord restore_plan(db::Connection& c, const Desk& desk, PlanRecord plan, const Who& who) {
    if (!plan.deleted) return plan;
    return move(c, desk, std::move(plan), who, false);
}

}  // namespace dure::desks::energy
