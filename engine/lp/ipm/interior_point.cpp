// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/interior_point.hpp"

#include <algorithm>
#include <cmath>

namespace dure::lp::ipm {
namespace {

constexpr int kRangeColumns =
    4096;  ///< a task's share: small enough to balance two threads, big enough to pay
constexpr double kStepBack = 0.995;     ///< of the way to the boundary that a full step goes
constexpr double kStepBackShort = 0.8;  ///< … and one that is cut to next to nothing
constexpr double kLowestTarget = 1e-6;  ///< σ
constexpr double kLowestWeight = 0.1;   ///< of Mehrotra's corrector
constexpr double kLonger = 0.5;         ///< what Gondzio's correctors hope to add to a step
constexpr double kLongEnough = 0.95;    ///< steps that need no further corrector
constexpr double kShortened = 0.2;      // steps that are given …
constexpr int kMostCorrectors = 4;      // … so many correctors, whatever the form
constexpr double kGain = 0.01;          ///< what a corrector must bring to be taken
constexpr double kProgress = 0.9;       // what counts as progress, within …
constexpr int kPatience = 40;           // … so many iterations
constexpr double kShortStep = 1e-4;
constexpr int kShortStepsInARow = 4;
constexpr double kTooFar = 1e12;

std::vector<Range> split(const Form& f) {
    std::vector<Range> ranges;
    for (const auto& s : f.segments) {
        for (int begin = s.begin; begin < s.end; begin += kRangeColumns) {
            ranges.push_back({.kind = s.kind,
                              .cap = s.cap,
                              .border = begin >= f.border_col,
                              .kept = s.kept,
                              .begin = begin,
                              .end = std::min(begin + kRangeColumns, s.end)});
        }
    }
    return ranges;
}

double largest(const Vec& v) {
    double m = 0;
    for (const double e : v) m = std::max(m, std::abs(e));
    return m;
}

/// What a step that could be `step` long is made. Whatever cuts it short would else be left so close to its
/// bound that it cuts the next one too (networks and several stores: up to a sixth fewer iterations).
double held_back(double step) {
    return step * (kStepBackShort + (kStepBack - kStepBackShort) * step);
}

/// Adds the time until it goes to `spent`.
class Watch {
  public:
    explicit Watch(double& spent) : spent_(spent) {}
    ~Watch() { spent_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

  private:
    double& spent_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

double step_to_boundary(double ratio) {
    return ratio > 1 ? 1 / ratio : 1;
}

}  // namespace

InteriorPoint::InteriorPoint(const Form& form, Kkt& kkt, Pool& pool, Rules rules)
    : form_(form),
      kkt_(kkt),
      pool_(pool),
      rules_(std::move(rules)),
      do_(sweeps()),
      ranges_(split(form)),
      at_(form.columns, form.rows),
      step_(form.columns, form.rows),
      corrector_(form.columns, form.rows) {
    const auto n = static_cast<std::size_t>(form.columns), m = static_cast<std::size_t>(form.rows);
    const auto border = static_cast<std::size_t>(form.columns - form.border_col);
    for (Vec* v : {&weights_.alpha, &weights_.beta, &kept_, &q_, &wq_, &aty_, &dual_residual_,
                   &upper_residual_, &weights_.weight, &weights_.pull})
        v->assign(n, 0);
    for (Vec* v : {&row_residual_, &rows_}) v->assign(m, 0);
    for (Vec* v : {&caps_, &cap_step_, &cap_dual_}) v->assign(border, 0);
    arrays_ = {.cost = form.cost.data(),
               .upper = form.upper.data(),
               .x = at_.x.data(),
               .z = at_.z.data(),
               .s = at_.s.data(),
               .u = at_.u.data(),
               .dual_residual = dual_residual_.data(),
               .upper_residual = upper_residual_.data(),
               .alpha = weights_.alpha.data(),
               .beta = weights_.beta.data(),
               .weight = weights_.weight.data(),
               .pull = weights_.pull.data(),
               .q = q_.data(),
               .wq = wq_.data(),
               .aty = aty_.data(),
               .dx = step_.x.data(),
               .dz = step_.z.data(),
               .ds = step_.s.data(),
               .du = step_.u.data(),
               .ex = corrector_.x.data(),
               .ez = corrector_.z.data(),
               .es = corrector_.s.data(),
               .eu = corrector_.u.data()};
    for (const auto& s : form.segments) pairs_ += (s.end - s.begin) * static_cast<int>(s.kind);
    rhs_norm_ = largest(form.rhs);
    cost_norm_ = largest(form.cost);
}

double InteriorPoint::cap_value(const Range& r, const Vec& v) const {
    return r.cap >= 0 ? v[r.cap - form_.border_col] : 0;
}

template <class F>
void InteriorPoint::over_ranges(const F& f) {
    const Watch watch(spent_.sweeps);
    pool_.run(static_cast<int>(ranges_.size()), f);
}

void InteriorPoint::multiply(const Vec& x, Vec& out) {
    const Watch watch(spent_.products);
    kkt_.multiply(x, out);
}

void InteriorPoint::multiply_transposed(const Vec& y, Vec& out) {
    const Watch watch(spent_.products);
    kkt_.multiply_transposed(y, out);
}

/// Residuals and gap at the point; false when the numbers broke (a NaN would slip through every maximum).
bool InteriorPoint::measure() {
    multiply(at_.x, rows_);
    multiply_transposed(at_.y, aty_);
    double dual_objective = 0, worst_primal = 0;
    for (int i = 0; i < form_.rows; ++i) {
        row_residual_[i] = form_.rhs[i] - rows_[i];
        worst_primal = std::max(worst_primal, std::abs(row_residual_[i]));
        dual_objective += form_.rhs[i] * at_.y[i];
    }
    for (std::size_t k = 0; k < caps_.size(); ++k) caps_[k] = at_.x[form_.border_col + k];
    std::vector<Residuals> found(ranges_.size());
    over_ranges([&](int t) { found[t] = do_.residuals(arrays_, ranges_[t], cap_value(ranges_[t], caps_)); });
    std::fill(cap_dual_.begin(), cap_dual_.end(), 0.0);
    double objective = 0, worst_dual = 0;
    products_ = 0;
    for (std::size_t t = 0; t < ranges_.size(); ++t) {
        const auto& r = ranges_[t];
        products_ += found[t].products;
        objective += found[t].objective;
        dual_objective -= found[t].upper_cost;
        worst_primal = std::max(worst_primal, found[t].worst_upper);
        if (!r.border) worst_dual = std::max(worst_dual, found[t].worst_dual);
        if (r.cap >= 0) cap_dual_[r.cap - form_.border_col] += found[t].upper_dual;
    }
    for (int j = form_.border_col; j < form_.columns; ++j) {
        dual_residual_[j] -= cap_dual_[j - form_.border_col];
        worst_dual = std::max(worst_dual, std::abs(dual_residual_[j]));
    }
    standing_.objective = objective;
    standing_.gap = std::abs(objective - dual_objective) /
                    (rules_.objective_unit + std::abs(objective + rules_.objective_offset));
    standing_.primal = worst_primal / (1 + rhs_norm_);
    standing_.dual = worst_dual / (1 + cost_norm_);
    return std::isfinite(products_) && std::isfinite(objective) && std::isfinite(dual_objective);
}

bool InteriorPoint::converged(double tolerance) const {
    return standing_.gap <= tolerance && standing_.primal <= tolerance && standing_.dual <= tolerance;
}

/// Whether the residuals, or residuals and gap together, became less within the last iterations. (The gap
/// alone passes through nothing on its way from one side to the other.)
bool InteriorPoint::getting_on() {
    const double residual = std::max(standing_.primal, standing_.dual);
    const auto better = [&](double now, double& best) {
        if (now >= kProgress * best) return;
        best = now;
        best_at_ = standing_.iteration;
    };
    better(residual, best_residual_);
    better(std::max(standing_.gap, residual), best_);
    return standing_.iteration - best_at_ < kPatience;
}

void InteriorPoint::weigh() {
    std::vector<double> found(ranges_.size());
    over_ranges([&](int t) {
        const auto& r = ranges_[t];
        const double rho = r.kind == Kind::free ? rules_.free_regularisation : rules_.primal_regularisation;
        found[t] = do_.weigh(arrays_, r, rho);
    });
    for (std::size_t t = 0; t < ranges_.size(); ++t) {
        if (ranges_[t].cap >= 0) weights_.weight[ranges_[t].cap] += found[t];
    }
}

/// False when it was told to stop.
bool InteriorPoint::factor() {
    const Watch watch(spent_.factor);
    ++spent_.factors;
    return kkt_.factor(weights_, rules_.stop);
}

/// Solves for the aim; leaves Aᵀdy (dx where the system gives it) in aty_, dv in cap_step_. Nothing of use
/// when it was told to stop: run() ends then.
void InteriorPoint::solve_for(const AimAt& at, Vec& dy) {
    const int tasks = static_cast<int>(ranges_.size());
    std::vector<double> found(ranges_.size());
    std::fill(wq_.begin() + form_.border_col, wq_.end(), 0.0);
    over_ranges([&](int t) { found[t] = do_.aim(arrays_, ranges_[t], at); });
    for (int j = form_.border_col; j < form_.columns; ++j) caps_[j - form_.border_col] = -q_[j];
    for (int t = 0; t < tasks; ++t) {
        if (ranges_[t].cap >= 0) caps_[ranges_[t].cap - form_.border_col] -= found[t];
    }
    if (rules_.stop.stop_requested()) return;
    multiply(wq_, rows_);
    for (int i = 0; i < form_.rows; ++i) rows_[i] = (at.aim == Aim::zero ? row_residual_[i] : 0) - rows_[i];
    {
        const Watch watch(spent_.solve);
        kkt_.solve(rows_, caps_, q_, dy, cap_step_, kept_);
    }
    ++spent_.solves;
    if (rules_.stop.stop_requested()) return;
    multiply_transposed(dy, aty_);
    for (const auto& s : form_.segments) {
        if (s.kept) std::copy(kept_.begin() + s.begin, kept_.begin() + s.end, aty_.begin() + s.begin);
    }
    std::copy(cap_step_.begin(), cap_step_.end(), aty_.begin() + form_.border_col);
}

/// False when the direction is not made of numbers; the point is then still the last good one.
bool InteriorPoint::predict() {
    const AimAt at{.aim = Aim::zero};
    solve_for(at, step_.y);
    std::vector<Steps> found(ranges_.size());
    over_ranges([&](int t) {
        const auto& r = ranges_[t];
        found[t] = do_.recover(arrays_, r, at, cap_value(r, cap_step_), rules_.primal_regularisation);
    });
    Steps all;
    for (const auto& s : found) {
        all.primal = std::max(all.primal, s.primal);
        all.dual = std::max(all.dual, s.dual);
        all.primal_part += s.primal_part;
        all.dual_part += s.dual_part;
        all.own += s.own;
    }
    primal_step_ = step_to_boundary(all.primal);
    dual_step_ = step_to_boundary(all.dual);
    const double after = std::max(0.0, products_ + primal_step_ * all.primal_part +
                                           dual_step_ * all.dual_part + primal_step_ * dual_step_ * all.own);
    const double sigma = std::clamp(std::pow(after / products_, 4), kLowestTarget, 1.0);
    target_ = sigma * products_ / pairs_;
    return std::isfinite(all.own);
}

Trials InteriorPoint::try_corrector(const AimAt& at, double lowest) {
    solve_for(at, corrector_.y);
    if (rules_.stop.stop_requested()) return {};
    double omegas[kTrials];
    for (int k = 0; k < kTrials; ++k) omegas[k] = lowest + (1 - lowest) * k / (kTrials - 1);
    std::vector<Trials> found(ranges_.size());
    over_ranges([&](int t) {
        const auto& r = ranges_[t];
        found[t] = do_.recover_corrector(arrays_, r, at, cap_value(r, cap_step_),
                                         rules_.primal_regularisation, omegas);
    });
    Trials all;
    for (const auto& f : found) {
        for (int k = 0; k < kTrials; ++k) {
            all.primal[k] = std::max(all.primal[k], f.primal[k]);
            all.dual[k] = std::max(all.dual[k], f.dual[k]);
        }
    }
    return all;
}

/// Adds the corrector with the weights that allow the longest steps, when they gain at least `gain` together.
bool InteriorPoint::adopt(const Trials& trials, double lowest, double gain) {
    const auto best_of = [&](const double* ratios, double& weight) {
        double best = -1;
        for (int k = kTrials - 1; k >= 0; --k) {
            const double step = step_to_boundary(ratios[k]);
            if (step > best + 1e-3) {
                best = step;
                weight = lowest + (1 - lowest) * k / (kTrials - 1);
            }
        }
        return best;
    };
    double primal_weight = 1, dual_weight = 1;
    const double primal = best_of(trials.primal, primal_weight), dual = best_of(trials.dual, dual_weight);
    if (primal + dual < primal_step_ + dual_step_ + gain) return false;
    const bool optional = gain > -1;
    if (optional && primal <= primal_step_) primal_weight = 0;
    if (optional && dual <= dual_step_) dual_weight = 0;
    over_ranges([&](int t) { do_.combine(arrays_, ranges_[t], primal_weight, dual_weight); });
    for (int i = 0; i < form_.rows; ++i) step_.y[i] += dual_weight * corrector_.y[i];
    primal_step_ = optional ? std::max(primal, primal_step_) : primal;
    dual_step_ = optional ? std::max(dual, dual_step_) : dual;
    return true;
}

void InteriorPoint::correct() {
    const AimAt at{.aim = Aim::centre, .target = target_};
    const double lowest = std::max(kLowestWeight, primal_step_ * dual_step_);
    adopt(try_corrector(at, lowest), lowest, -10);
}

void InteriorPoint::balance() {
    for (int g = 0; g < kMostCorrectors; ++g) {
        if (g >= rules_.correctors && std::min(primal_step_, dual_step_) > kShortened) return;
        if (rules_.stop.stop_requested()) return;
        if (primal_step_ > kLongEnough && dual_step_ > kLongEnough) return;
        const AimAt at{.aim = Aim::balance,
                       .target = target_,
                       .primal_step = std::min(1.0, primal_step_ + kLonger),
                       .dual_step = std::min(1.0, dual_step_ + kLonger)};
        if (!adopt(try_corrector(at, 0), 0, kGain)) return;
    }
}

void InteriorPoint::advance() {
    primal_step_ = held_back(primal_step_);
    dual_step_ = held_back(dual_step_);
    over_ranges([&](int t) { do_.advance(arrays_, ranges_[t], primal_step_, dual_step_); });
    for (int i = 0; i < form_.rows; ++i) at_.y[i] += dual_step_ * step_.y[i];
    short_steps_ = std::max(primal_step_, dual_step_) < kShortStep ? short_steps_ + 1 : 0;
}

void InteriorPoint::begin_at(const Point& point) {
    // Into the same memory: arrays_ points there.
    const auto copy = [](const Vec& from, Vec& to) { std::copy(from.begin(), from.end(), to.begin()); };
    copy(point.x, at_.x);
    copy(point.z, at_.z);
    copy(point.s, at_.s);
    copy(point.u, at_.u);
    copy(point.y, at_.y);
    best_ = best_residual_ = std::numeric_limits<double>::infinity();
    best_at_ = standing_.iteration;
    short_steps_ = 0;
}

const Standing& InteriorPoint::look() {
    if (!measure()) standing_.gap = std::numeric_limits<double>::infinity();
    return standing_;
}

Ended InteriorPoint::run(double tolerance) {
    for (;; ++standing_.iteration) {
        if (rules_.stop.stop_requested()) return Ended::cancelled;
        if (std::chrono::steady_clock::now() > rules_.deadline) return Ended::limit;
        if (!measure()) return Ended::stalled;
        if (rules_.watch) rules_.watch(standing_);
        if (converged(tolerance)) return Ended::converged;
        if (rules_.hopeless && rules_.hopeless(standing_)) return Ended::stalled;
        if (standing_.iteration >= rules_.most_iterations || short_steps_ >= kShortStepsInARow ||
            !getting_on() || largest(at_.x) > kTooFar || largest(at_.y) > kTooFar)
            return Ended::stalled;
        weigh();
        if (!factor()) return Ended::cancelled;
        const bool sound = predict();
        if (rules_.stop.stop_requested()) return Ended::cancelled;
        if (!sound) return Ended::stalled;
        correct();
        balance();
        advance();
    }
}

}  // namespace dure::lp::ipm
