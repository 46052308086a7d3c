// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "engine/lp/ipm/interior_point.hpp"
#include "engine/lp/ipm/standard.hpp"

namespace dure::lp {

/// Points that a solve passed on its way, for another program of the same form with other numbers: one from
/// the middle of the way, still far from all bounds, is a better start than the end (John, Yıldırım,
/// Computational Optimization and Applications 41, 2008).
struct WarmStart {
    struct Stage {
        double apart = 0;  ///< the worst of gap and residuals there
        ipm::Point point;
    };
    std::vector<Stage> stages;  ///< from the earliest to the latest
    std::vector<ipm::Segment> segments;
    int rows = 0;
    double size_unit = 1, cost_unit = 1;  ///< of the form's quantities and costs
};

}  // namespace dure::lp

namespace dure::lp::ipm {

/// Collects the stages while a solve passes them.
class StageKeeper {
  public:
    void pass(const Standing& standing, const Point& point);
    std::shared_ptr<const WarmStart> take(const Form& form, const Standard& standard);

  private:
    std::vector<WarmStart::Stage> stages_;
};

/// Where an interior point begins: on a stage of an earlier solve if there is one that promises something,
/// else at start_point().
class Beginning {
  public:
    /// `warm` may be null.
    Beginning(const WarmStart* warm, const Form& form, const Standard& standard);

    /// Puts `method` on the latest stage from which the change of the numbers is small beside what was left
    /// to do there. When there is none, or one was tried already: at start_point().
    void begin(InteriorPoint& method);

    bool warm() const { return warm_; }

    /// Whether the stage was a bad one: after a few iterations nothing is much nearer.
    bool hopeless(const Standing& now) const;

  private:
    Point in_our_units(const Point& point) const;

    const WarmStart* start_;  ///< null: of another form
    const Form& form_;
    const Standard& standard_;
    bool warm_ = false;
    double first_ = 0;  ///< where the stage stands in this program
    int from_ = 0;      ///< iteration
};

}  // namespace dure::lp::ipm
