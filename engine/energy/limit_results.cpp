// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/limit_results.hpp"

#include <algorithm>

#include "engine/energy/share.hpp"

namespace dure::energy {
namespace {

struct Share {
    double generation_mwh = 0, demand_mwh = 0;
    double value() const { return generation_mwh / demand_mwh; }
};

class ShareReader {
  public:
    ShareReader(const Indexed& in, const Layout& layout, const std::vector<double>& x)
        : in_(in), layout_(layout), x_(x) {}

    Share read(LimitKind kind, std::string_view carrier) const {
        Share share;
        visit_share(
            in_, kind, carrier,
            {.generator =
                 [&](std::size_t i, const View& ratio) {
                     share.generation_mwh += energy(layout_.generator[i], ratio);
                 },
             .link = [&](std::size_t i,
                         const View& ratio) { share.generation_mwh += energy(layout_.link[i], ratio); },
             .taken = [&](std::size_t i) { share.demand_mwh += energy(layout_.link[i], 1); }});
        for (int b = 0; b < static_cast<int>(in_.network->buses.size()); ++b)
            if (in_.same_energy(b, carrier)) share.demand_mwh += yearly_demand(in_, b);
        return share;
    }

  private:
    double energy(int slot, const View& ratio) const {
        double sum = 0;
        for (int t = 0; t < in_.periods; ++t)
            sum += ratio[t] * x_[static_cast<std::size_t>(layout_.column(t, slot))] *
                   in_.generation_hours[static_cast<std::size_t>(t)];
        return sum;
    }

    const Indexed& in_;
    const Layout& layout_;
    const std::vector<double>& x_;
};

}  // namespace

void read_shares_and_limits(const Indexed& network, const Layout& layout, const std::vector<double>& x,
                            const std::vector<double>& y, Plan& plan) {
    const ShareReader shares(network, layout, x);
    if (const Share s = shares.read(LimitKind::self_sufficiency, "electricity"); s.demand_mwh > 0) {
        plan.self_sufficiency = s.value();
        plan.renewable_share = shares.read(LimitKind::renewable_share, "electricity").value();
    }
    for (std::size_t i = 0; i < network.network->limits.size(); ++i) {
        const Limit& limit = network.network->limits[i];
        if (layout.limit_row[i] < 0) continue;
        LimitResult r{.name = limit.name, .kind = limit.kind, .bound = limit.value};
        // Change of cost per unit of the limit's own measure (t, MWh or currency), not of the scaled row.
        const double per_unit = y[static_cast<std::size_t>(layout.limit_row[i])] / layout.limit_scale[i];
        switch (limit.kind) {
            case LimitKind::co2_cap:
                r.achieved = plan.co2_t;
                r.shadow_price = -per_unit;
                break;
            case LimitKind::co2_cap_share:
                r.achieved = *limit.reference_t > 0 ? plan.co2_t / *limit.reference_t : 0;
                r.shadow_price = -per_unit * *limit.reference_t;
                break;
            case LimitKind::self_sufficiency:
            case LimitKind::renewable_share: {
                const Share s = shares.read(limit.kind, limit.carrier);
                r.achieved = s.value();
                r.shadow_price = per_unit * s.demand_mwh;
                break;
            }
            case LimitKind::investment_budget:
                r.achieved = plan.investment;
                r.shadow_price = -per_unit;
                break;
        }
        r.shadow_price = std::max(r.shadow_price, 0.0);
        plan.limits.push_back(std::move(r));
    }
}

}  // namespace dure::energy
