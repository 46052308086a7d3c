// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/what_if.hpp"

#include <algorithm>
#include <chrono>

#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/presenter.hpp"
#include "server/desks/energy/series_store.hpp"

namespace dure::desks::energy {
namespace {

constexpr std::size_t kKept = 4;
constexpr int kShares = 100;
constexpr double kTimeLimitSeconds = 20;

Outcome outcome_of(lp::Status status) {
    switch (status) {
        case lp::Status::optimal:
            return Outcome::optimal;
        case lp::Status::infeasible:
            return Outcome::infeasible;
        case lp::Status::unbounded:
            return Outcome::unbounded;
        case lp::Status::limit:
            return Outcome::limit;
        case lp::Status::cancelled:
            return Outcome::superseded;
    }
    return Outcome::limit;
}

PriceCurve curve_of(const dure::energy::BusResult& bus) {
    std::vector<double> sorted = bus.price;
    std::ranges::sort(sorted);
    PriceCurve curve{.bus = bus.name, .price = {}};
    for (int share = 0; share <= kShares && !sorted.empty(); ++share)
        curve.price.push_back(sorted[(sorted.size() - 1) * static_cast<std::size_t>(share) / kShares]);
    return curve;
}

}  // namespace

std::shared_ptr<const LiveInput> LiveInputs::get(db::Connection& c, const PlanRecord& plan) {
    {
        const std::lock_guard lock(mutex_);
        const auto found = std::ranges::find_if(
            kept_, [&](const Kept& k) { return k.plan == plan.id && k.version == plan.version; });
        if (found != kept_.end()) {
            kept_.splice(kept_.begin(), kept_, found);
            return kept_.front().input;
        }
    }
    auto input = std::make_shared<const LiveInput>(decode_network(plan_model(c, plan.id)).value(),
                                                   load_series(c, hashes_of(plan_series(c, plan.id))));
    const std::lock_guard lock(mutex_);
    std::erase_if(kept_, [&](const Kept& k) { return k.plan == plan.id; });
    kept_.push_front({plan.id, plan.version, input});
    if (kept_.size() > kKept) kept_.pop_back();
    return input;
}

Checked<WhatIfAnswer> compute(const LiveInput& input, std::span<const dure::energy::Variation> variations,
                              std::stop_token stop) {
    const auto begin = std::chrono::steady_clock::now();
    const auto varied = dure::energy::vary(input.network, input.series, variations);
    if (!varied) return std::unexpected(varied.error());
    const auto plan = dure::energy::plan(varied->network, varied->series,
                                         {.time_limit_seconds = kTimeLimitSeconds,
                                          .progress = nullptr,
                                          .stop = std::move(stop),
                                          .start = input.start(),
                                          .keep_start = true});
    if (!plan) return std::unexpected(plan.error());
    input.keep_start(plan->start);
    WhatIfAnswer answer{.status = outcome_of(plan->status)};
    if (answer.status != Outcome::superseded)
        answer.result = codec::RawJson{encode(present(*plan, varied->network))};
    for (const auto& bus : plan->buses) answer.prices.push_back(curve_of(bus));
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return answer;
}

}  // namespace dure::desks::energy
