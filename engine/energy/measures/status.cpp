// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/measures/status.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace dure::energy::measures {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

std::string number(double value) {
    return std::to_string(std::llround(value));
}

class Judge {
  public:
    Judge(const Standing& standing, Day today, const StatusRule& rule)
        : of_(standing), today_(today), rule_(rule) {}

    Verdict operator()() {
        if (of_.cancelled) return {Status::cancelled, {{Status::cancelled, "cancelled", {}}}};
        milestones();
        savings();
        if (of_.budget && of_.spent && *of_.budget > 0 && *of_.spent > *of_.budget)
            add(Status::at_risk, "over_budget", {{"percent", number(100 * *of_.spent / *of_.budget)}});
        if (!of_.has_owner) add(Status::at_risk, "no_owner", {});
        if (of_.milestones.empty()) add(Status::at_risk, "no_milestones", {});
        if (of_.years.empty()) add(Status::at_risk, "no_expectation", {});
        Verdict verdict{.status = worst()};
        if (verdict.status == Status::on_track && today_ > of_.ends) {
            verdict.status = Status::done;
            add(Status::done, "all_done", {});
        } else if (verdict.status != Status::late && today_ < of_.begins) {
            verdict.status = Status::planned;
            add(Status::planned, "begins", {{"day", text_of(of_.begins)}});
        }
        std::ranges::stable_sort(reasons_, std::greater(), [](const Reason& r) { return rank(r.weight); });
        verdict.reasons = std::move(reasons_);
        return verdict;
    }

  private:
    static int rank(Status status) {
        return status == Status::late       ? 3
               : status == Status::at_risk  ? 2
               : status == Status::on_track ? 0
                                            : 1;
    }
    void add(Status weight, std::string code, Params params) {
        reasons_.push_back({weight, std::move(code), std::move(params)});
    }
    Status worst() const {
        Status status = Status::on_track;
        for (const Reason& reason : reasons_)
            if (rank(reason.weight) > rank(status)) status = reason.weight;
        return status;
    }

    void milestones() {
        const Milestone* next = nullptr;
        for (const Milestone& one : of_.milestones) {
            if (one.done) continue;
            const auto left = (one.due - today_).count();
            if (left < 0) {
                add(Status::late, "milestone_overdue",
                    {{"name", one.name}, {"due", text_of(one.due)}, {"days", std::to_string(-left)}});
            } else if (today_ > of_.ends) {
                add(Status::late, "ended_open", {{"name", one.name}});
            } else if (left <= rule_.soon_days) {
                add(Status::at_risk, "milestone_soon",
                    {{"name", one.name}, {"due", text_of(one.due)}, {"days", std::to_string(left)}});
            } else if (!next || one.due < next->due) {
                next = &one;
            }
        }
        if (next)
            add(Status::on_track, "next_milestone", {{"name", next->name}, {"due", text_of(next->due)}});
    }

    void savings() {
        double expected = 0, actual = 0;
        int until = 0;
        for (const YearSaving& one : of_.years) {
            const Day due =
                Day(year(one.year) / month(12) / day(31)) + std::chrono::days(rule_.report_grace_days);
            if (one.actual) {
                expected += one.expected;
                actual += *one.actual;
                until = std::max(until, one.year);
            } else if (today_ > due) {
                add(Status::at_risk, "actual_missing", {{"year", std::to_string(one.year)}});
            }
        }
        if (until == 0) {
            if (!of_.years.empty() && today_ >= of_.begins) add(Status::on_track, "nothing_reported_yet", {});
            return;
        }
        if (expected <= 0) return;
        const double share = actual / expected;
        const Params params{{"percent", number(100 * share)}, {"until", std::to_string(until)}};
        if (share < rule_.late_below)
            add(Status::late, "saving_far_short", params);
        else if (share < rule_.at_risk_below)
            add(Status::at_risk, "saving_short", params);
        else
            add(Status::on_track, "saving_reached", params);
    }

    const Standing& of_;
    const Day today_;
    const StatusRule rule_;
    std::vector<Reason> reasons_;
};

}  // namespace

Verdict judge(const Standing& standing, Day today, const StatusRule& rule) {
    return Judge(standing, today, rule)();
}

std::optional<Day> day_from(const std::string& text) {
    int y = 0, m = 0, d = 0, read = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &y, &m, &d, &read) != 3 || read != 10)
        return std::nullopt;
    if (text[4] != '-' || text[7] != '-' || y < 1900 || m < 1 || d < 1) return std::nullopt;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
    const auto date = year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

std::string text_of(Day of) {
    const std::chrono::year_month_day date(of);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

}  // namespace dure::energy::measures
