// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/scenario_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/scenario_store.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {
namespace {

using dure::energy::Change;

void record(db::Connection& c, const ScenarioRecord& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kScenario),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
}

std::string text_of(const ScenarioRecord& one) {
    return encode(ScenarioContent{.name = one.name,
                                  .description = one.description,
                                  .parent = one.parent,
                                  .changes = decode_changes(one.changes)});
}

/// From the root to the scenario that is nearest; stops where a circle would begin.
std::vector<ScenarioRecord> ancestors(db::Connection& c, std::optional<std::string> parent) {
    std::vector<ScenarioRecord> chain;
    std::set<std::string> seen;
    while (parent && seen.insert(*parent).second) {
        auto one = find_scenario(c, *parent);
        if (!one) break;
        parent = one->parent;
        chain.push_back(std::move(*one));
    }
    std::ranges::reverse(chain);
    return chain;
}

void put(std::vector<Change>& into, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        const auto known = std::ranges::find(into, change.at, &Change::at);
        if (known == into.end())
            into.push_back(change);
        else
            known->value = change.value;
    }
}

std::vector<Change> inherited(db::Connection& c, const std::optional<std::string>& parent) {
    std::vector<Change> all;
    for (const ScenarioRecord& one : ancestors(c, parent)) put(all, decode_changes(one.changes));
    return all;
}

[[noreturn]] void refuse_parent(std::string code) {
    http::refuse_fields({{.code = std::move(code), .pointer = "/parent"}});
}

void check_parent(db::Connection& c, const PlanRecord& plan, const std::string& own,
                  const ScenarioContent& content) {
    if (!content.parent) return;
    const auto parent = find_scenario(c, *content.parent);
    if (!parent || parent->deleted || parent->plan != plan.id) refuse_parent("scenario.unknown_parent");
    for (const ScenarioRecord& one : ancestors(c, content.parent))
        if (one.id == own) refuse_parent("scenario.circle");
}

/// Own changes are named where they stand; what an inherited one breaks is the parent's.
void check_changes(db::Connection& c, const PlanRecord& plan, const ScenarioContent& content) {
    const auto network = decode_network(plan_model(c, plan.id)).value();
    const auto series = load_series(c, hashes_of(plan_series(c, plan.id)));
    // First alone, where doubled addresses and misfits have their own places.
    auto all = inherited(c, content.parent);
    std::erase_if(all, [&](const Change& one) {
        return std::ranges::find(content.changes, one.at, &Change::at) != content.changes.end();
    });
    const std::size_t own = content.changes.size();
    std::vector<Change> tried = content.changes;
    tried.insert(tried.end(), all.begin(), all.end());
    const auto varied = dure::energy::apply(network, series, tried);
    if (varied) return;
    Errors errors;
    for (Error error : varied.error()) {
        if (!error.pointer.starts_with("/changes/")) continue;
        const std::string_view rest = std::string_view(error.pointer).substr(9);
        if (std::stoul(std::string(rest.substr(0, rest.find('/')))) >= own) {
            error.code = "scenario.parent_misfits";
            error.pointer = "/parent";
        }
        errors.push_back(std::move(error));
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

void take(ScenarioRecord& one, const ScenarioContent& content) {
    one.name = content.name;
    one.description = content.description;
    one.parent = content.parent;
    one.changes = encode(content.changes);
}

void save(db::Connection& c, const ScenarioRecord& one) {
    if (!update_scenario(c, one)) http::refuse(412, "http.stale");
}

}  // namespace

std::vector<Change> resolved(db::Connection& c, const ScenarioRecord& one) {
    std::vector<Change> all = inherited(c, one.parent);
    put(all, decode_changes(one.changes));
    return all;
}

ScenarioRecord usable_scenario(db::Connection& c, const PlanRecord& plan, const std::string& id) {
    auto one = find_scenario(c, id);
    if (!one || one->deleted || one->plan != plan.id)
        http::refuse_fields({{.code = "scenario.unknown", .pointer = "/scenario"}});
    return std::move(*one);
}

ScenarioRecord create_scenario(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                               const ScenarioContent& content, const Who& who) {
    check_parent(c, plan, "", content);
    check_changes(c, plan, content);
    ScenarioRecord one{.id = desk.ids.next(), .plan = plan.id, .owner = who.actor.account};
    take(one, content);
    one.created = one.updated = desk.clock();
    insert_scenario(c, one);
    record(c, one, who, "create_scenario", std::nullopt, text_of(one));
    return find_scenario(c, one.id).value();
}

ScenarioRecord replace_scenario(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                                ScenarioRecord one, const ScenarioContent& content, const Who& who) {
    check_parent(c, plan, one.id, content);
    check_changes(c, plan, content);
    const std::string before = text_of(one);
    take(one, content);
    one.updated = desk.clock();
    save(c, one);
    record(c, one, who, "replace_scenario", before, text_of(one));
    return find_scenario(c, one.id).value();
}

void remove_scenario(db::Connection& c, const Desk& desk, ScenarioRecord one, const Who& who) {
    const auto all = plan_scenarios(c, one.plan, false);
    if (const auto children = std::ranges::count(all, std::optional(one.id), &ScenarioRecord::parent);
        children > 0)
        http::refuse(409, "scenario.has_children", {{"count", std::to_string(children)}});
    one.updated = desk.clock();
    one.deleted = one.updated;
    save(c, one);
    record(c, one, who, "delete_scenario", text_of(one), std::nullopt);
}

ScenarioRecord restore_scenario(db::Connection& c, const Desk& desk, ScenarioRecord one, const Who& who) {
    if (!one.deleted) return one;
    if (one.parent && find_scenario(c, *one.parent).value().deleted)
        http::refuse(409, "scenario.parent_away");
    one.updated = desk.clock();
    one.deleted = std::nullopt;
    save(c, one);
    record(c, one, who, "restore_scenario", std::nullopt, text_of(one));
    return find_scenario(c, one.id).value();
}

ScenarioView present(db::Connection& c, const ScenarioRecord& one, const dure::energy::Network& plan,
                     const auth::Actor& reader) {
    ScenarioView view{.id = one.id,
                      .plan = one.plan,
                      .parent = one.parent,
                      .name = one.name,
                      .description = one.description,
                      .owner = one.owner,
                      .owner_name = one.owner_name,
                      .version = one.version,
                      .created = utc_text(one.created),
                      .updated = utc_text(one.updated),
                      .deleted = utc_text(one.deleted)};
    std::map<std::string, std::optional<double>> before;
    for (const auto& parameter : dure::energy::parameters(plan)) before[parameter.at] = parameter.value;
    for (const Change& change : inherited(c, one.parent)) before[change.at] = change.value;
    for (const Change& change : decode_changes(one.changes)) {
        ChangeView& out = view.changes.emplace_back();
        static_cast<ParameterName&>(out) = name_of(plan, change.at);
        out.value = change.value;
        if (const auto was = before.find(change.at); was != before.end()) out.before = was->second;
    }
    if (reader.has_any(kPlanners) && !one.deleted) view.actions.emplace_back("replace_scenario");
    if (owns(reader, one.owner))
        view.actions.emplace_back(one.deleted ? "restore_scenario" : "delete_scenario");
    return view;
}

}  // namespace dure::desks::energy
