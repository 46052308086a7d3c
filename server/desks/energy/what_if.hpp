// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <span>

#include "engine/energy/vary.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/views.hpp"

/// A plan computed with a few changes while a person waits: nothing of it is kept.
namespace dure::desks::energy {

enum class Outcome { optimal, infeasible, unbounded, limit, superseded };

/// Body of try_plan.
struct WhatIf {
    std::vector<dure::energy::Variation> variations;
    bool settled = false;  ///< the slider was let go: the answer that counts
};

/// The hours' prices from the lowest to the highest at 0, 1, …, 100 % of them.
struct PriceCurve {
    std::string bus;
    std::vector<double> price;
};

struct WhatIfAnswer {
    Outcome status = Outcome::superseded;
    double seconds = 0;                    ///< from the saved plan to the certified answer
    std::optional<codec::RawJson> result;  ///< schema Result
    std::vector<PriceCurve> prices;
};

/// The plan's saved model and values, and where its solves may begin: what the last one that began afresh
/// passed on its way. Answers do not depend on it but for how soon they come.
class LiveInput {
  public:
    LiveInput(dure::energy::Network network, dure::energy::SeriesValues series)
        : network(std::move(network)), series(std::move(series)) {}

    const dure::energy::Network network;
    const dure::energy::SeriesValues series;

    std::shared_ptr<const lp::WarmStart> start() const {
        const std::lock_guard lock(mutex_);
        return start_;
    }
    void keep_start(std::shared_ptr<const lp::WarmStart> start) const {
        const std::lock_guard lock(mutex_);
        if (start) start_ = std::move(start);
    }

  private:
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const lp::WarmStart> start_;
};

/// Keeps the few plans on which somebody works in memory, each in the version last asked for.
class LiveInputs {
  public:
    std::shared_ptr<const LiveInput> get(db::Connection& c, const PlanRecord& plan);

  private:
    struct Kept {
        std::string plan;
        std::int64_t version = 0;
        std::shared_ptr<const LiveInput> input;
    };
    std::mutex mutex_;
    std::list<Kept> kept_;  ///< the one asked for last in front
};

/// Errors: those of vary() and of energy::plan().
Checked<WhatIfAnswer> compute(const LiveInput& input, std::span<const dure::energy::Variation> variations,
                              std::stop_token stop);

Checked<WhatIf> decode_what_if(std::string_view json);
std::string encode(const WhatIfAnswer&);

}  // namespace dure::desks::energy
