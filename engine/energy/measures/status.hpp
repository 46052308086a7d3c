// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

/// How a measure stands, by rule: never by anybody's word alone.
namespace dure::energy::measures {

using Day = std::chrono::sys_days;

struct Milestone {
    std::string name;
    Day due;
    std::optional<Day> done;
};

/// Of one year: what was expected of the measure, and what was reported. The measure's leading quantity,
/// always the same one for all years of a measure.
struct YearSaving {
    int year = 0;
    double expected = 0;
    std::optional<double> actual;
};

struct Standing {
    Day begins, ends;
    bool cancelled = false;
    bool has_owner = true;
    std::vector<Milestone> milestones;
    std::vector<YearSaving> years;
    std::optional<double> budget, spent;  ///< currency of the measure
};

/// Where the lines are drawn; a rule of the house, each number may be changed.
struct StatusRule {
    int soon_days = 30;          ///< an open milestone due within them puts the measure at risk
    int report_grace_days = 90;  ///< after the year's end, until its actual must be there
    double at_risk_below = 0.9;  ///< reported ÷ expected, over the years reported
    double late_below = 0.7;
};

enum class Status { planned, on_track, at_risk, late, done, cancelled };

/// Why: a code with its parameters; sentences stand in messages/ under measure.reason.<code>. The worst come
/// first.
///   late:     milestone_overdue {name, due, days} · saving_far_short {percent, until} · ended_open {name}
///   at_risk:  milestone_soon {name, due, days} · saving_short {percent, until} · actual_missing {year} ·
///             over_budget {percent} · no_owner · no_milestones · no_expectation
///   on_track: next_milestone {name, due} · saving_reached {percent, until} · nothing_reported_yet
///   planned:  begins {day} · done: all_done · cancelled: cancelled
struct Reason {
    Status weight = Status::on_track;
    std::string code;
    Params params;
};

struct Verdict {
    Status status = Status::on_track;
    std::vector<Reason> reasons;
};

/// The worst reason decides: late before at risk before on track. A measure that has ended with every
/// milestone done, and nothing short of what was expected, is done; one that has not begun is planned unless
/// something is late already.
Verdict judge(const Standing& standing, Day today, const StatusRule& rule = {});

/// "2026-11-27"; none where it is no day.
std::optional<Day> day_from(const std::string& text);
std::string text_of(Day day);

}  // namespace dure::energy::measures
