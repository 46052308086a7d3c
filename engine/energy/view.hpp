// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/energy/network.hpp"

namespace dure::energy {

/// A profile made ready to read: one number for all periods, or a look at values that must outlive it.
class View {
  public:
    View(double constant = 0) : constant_(constant) {}
    View(const std::vector<double>& values) : values_(values.data()) {}
    View(std::vector<double>&&) = delete;

    double operator[](int period) const { return values_ ? values_[period] : constant_; }
    bool is_series() const { return values_ != nullptr; }
    bool is_always(double value) const { return !values_ && constant_ == value; }

  private:
    const double* values_ = nullptr;
    double constant_ = 0;
};

/// factor · a · b, period by period.
struct Coefficient {
    double factor = 0;
    View a = 1.0, b = 1.0;

    double operator[](int period) const { return factor * a[period] * b[period]; }
};

/// The profile's number or its series, which must be there.
inline View view(const Profile& profile, const SeriesValues& series) {
    if (const auto* number = std::get_if<double>(&profile)) return *number;
    return series.find(std::get<std::string>(profile))->second;
}

}  // namespace dure::energy
