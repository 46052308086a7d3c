// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <utility>

#include "engine/base/error.hpp"
#include "engine/energy/view.hpp"

namespace dure::energy {

/// What a profile may hold; `units` are those that its series may have.
struct ProfileRule {
    std::string_view first_unit, second_unit = {};
    double minimum = -INFINITY, maximum = INFINITY;
    std::string_view code = "energy.out_of_range";  ///< of a value outside
};

/// Whether a series may be in this unit.
bool is_unit(std::string_view unit);

/// Collects what is wrong, with the rules that many fields share. Pointers are given without looking at
/// whether they exist.
class Findings {
  public:
    Findings(const Network& network, const SeriesValues& series) : network_(network), series_(series) {}

    void add(std::string pointer, std::string code, Params params = {}) {
        errors_.push_back({.code = std::move(code),
                           .params = std::move(params),
                           .file = {},
                           .pointer = std::move(pointer)});
    }

    /// Each of these says whether the value is right.
    bool finite(const std::string& pointer, double value);
    bool at_least_zero(const std::string& pointer, double value);
    bool above_zero(const std::string& pointer, double value);
    bool within(const std::string& pointer, double value, double minimum, double maximum);
    bool profile(const std::string& pointer, const Profile& profile, const ProfileRule& rule);
    /// Low ≤ high in every period; both must be right on their own.
    void ordered(const std::string& pointer, const Profile& low, const Profile& high);

    /// Whether the profile can be read: a number, or a series with values of the right length.
    bool readable(const Profile& profile) const;
    View look(const Profile& profile) const { return view(profile, series_); }

    std::size_t size() const { return errors_.size(); }
    Errors take() { return std::move(errors_); }

  private:
    bool series_unit(const std::string& pointer, const std::string& name, const ProfileRule& rule);

    const Network& network_;
    const SeriesValues& series_;
    Errors errors_;
};

// The parts of check().
void check_time(const Network& network, Findings& findings);
void check_series(const Network& network, const SeriesValues& series, Findings& findings);
void check_components(const Network& network, Findings& findings);
void check_limits(const Network& network, Findings& findings);
/// Names every bus with demand, unable to shed, to which no supply has a way. Needs a network without other
/// findings.
void check_reach(const Network& network, Findings& findings);

}  // namespace dure::energy
