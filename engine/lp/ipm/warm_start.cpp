// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/warm_start.hpp"

#include <algorithm>
#include <iterator>

#include "engine/lp/ipm/start.hpp"

namespace dure::lp::ipm {
namespace {

constexpr double kStages[] = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3};
/// Residuals that the change may leave, of what the stage had left to do. The gap says little at such a
/// point.
constexpr double kMostChange = 2;
constexpr int kPatience = 6;
constexpr double kProgress = 0.4;

bool same(const Segment& a, const Segment& b) {
    return a.kind == b.kind && a.cap == b.cap && a.begin == b.begin && a.end == b.end && a.kept == b.kept;
}

double size_unit(const Standard& s) {
    return 1 / (s.objective_unit * s.cost_unit);
}

double worst(const Standing& s) {
    return std::max({s.gap, s.primal, s.dual});
}

}  // namespace

void StageKeeper::pass(const Standing& s, const Point& point) {
    const double now = worst(s);
    const std::size_t kept = stages_.size();
    if (kept == std::size(kStages) || !(now <= kStages[kept])) return;
    stages_.push_back({now, point});
}

std::shared_ptr<const WarmStart> StageKeeper::take(const Form& form, const Standard& standard) {
    if (stages_.empty()) return nullptr;
    return std::make_shared<const WarmStart>(WarmStart{.stages = std::move(stages_),
                                                       .segments = form.segments,
                                                       .rows = form.rows,
                                                       .size_unit = size_unit(standard),
                                                       .cost_unit = standard.cost_unit});
}

Beginning::Beginning(const WarmStart* warm, const Form& form, const Standard& standard)
    : start_(warm), form_(form), standard_(standard) {
    if (warm && (warm->rows != form.rows || !std::ranges::equal(warm->segments, form.segments, same)))
        start_ = nullptr;
}

Point Beginning::in_our_units(const Point& point) const {
    Point p = point;
    const double size = start_->size_unit / size_unit(standard_),
                 cost = start_->cost_unit / standard_.cost_unit;
    const auto scale = [](Vec& v, double factor) {
        if (factor == 1) return;
        for (double& e : v) e *= factor;
    };
    for (Vec* v : {&p.x, &p.s}) scale(*v, size);
    for (Vec* v : {&p.z, &p.u, &p.y}) scale(*v, cost);
    return p;
}

void Beginning::begin(InteriorPoint& method) {
    const auto stages = start_ && !warm_ ? start_->stages.size() : 0;
    for (auto i = stages; i-- > 0;) {
        const auto& stage = start_->stages[i];
        method.begin_at(in_our_units(stage.point));
        const Standing& s = method.look();
        if (!(std::max(s.primal, s.dual) <= kMostChange * stage.apart)) continue;
        warm_ = true;
        first_ = worst(s);
        from_ = s.iteration;
        return;
    }
    warm_ = false;
    method.begin_at(start_point(form_));
}

bool Beginning::hopeless(const Standing& now) const {
    return warm_ && now.iteration == from_ + kPatience && !(worst(now) < kProgress * first_);
}

}  // namespace dure::lp::ipm
