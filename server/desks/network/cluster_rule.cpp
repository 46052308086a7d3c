// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_rule.hpp"

#include <algorithm>
#include <functional>

namespace dure::desks::network {
namespace {

struct Known {
    double value = 0;
    Basis basis = Basis::declared;
    std::optional<std::string> on;
};

/// The latest figure that `read` finds something in.
std::optional<Known> declared(const std::vector<ClusterFigures>& figures,
                              const std::function<std::optional<double>(const ClusterFigures&)>& read) {
    std::optional<Known> latest;
    for (const ClusterFigures& one : figures) {
        const auto value = read(one);
        if (value && (!latest || *latest->on <= one.on)) latest = Known{*value, Basis::declared, one.on};
    }
    return latest;
}

std::optional<Known> counted(std::int64_t count) {
    if (count == 0) return std::nullopt;
    return Known{static_cast<double>(count), Basis::counted, std::nullopt};
}

Finding finding(Criterion criterion, double needed, const std::optional<Known>& known) {
    Finding finding{.criterion = criterion, .needed = needed};
    if (!known) return finding;
    finding.found = known->value;
    finding.basis = known->basis;
    finding.on = known->on;
    finding.verdict = known->value >= needed ? Verdict::met : Verdict::not_met;
    return finding;
}

std::optional<double> members_in(const ClusterFigures& one) {
    if (!one.members) return std::nullopt;
    return static_cast<double>(*one.members);
}
std::optional<double> fte_in(const ClusterFigures& one) {
    return one.fte;
}
std::optional<double> kinds_in(const ClusterFigures& one) {
    if (one.kinds.empty()) return std::nullopt;
    return static_cast<double>(one.kinds.size());
}

}  // namespace

Validation validate(const ClusterRule& rule, const std::vector<ClusterFigures>& figures,
                    const CountedMembers& members) {
    const auto either = [](std::optional<Known> first, std::optional<Known> second) {
        return first ? first : second;
    };
    Validation result;
    result.findings = {finding(Criterion::members, static_cast<double>(rule.min_members),
                               either(declared(figures, members_in), counted(members.members))),
                       finding(Criterion::fte, rule.min_fte, declared(figures, fte_in)),
                       finding(Criterion::kinds, static_cast<double>(rule.min_kinds),
                               either(declared(figures, kinds_in), counted(members.kinds)))};
    const auto any = [&](Verdict verdict) {
        return std::ranges::find(result.findings, verdict, &Finding::verdict) != result.findings.end();
    };
    if (any(Verdict::not_met))
        result.verdict = Verdict::not_met;
    else
        result.verdict = any(Verdict::unknown) ? Verdict::unknown : Verdict::met;
    return result;
}

Standing standing(const ClusterProfile& profile, const std::string& day) {
    if (profile.periods.empty() || profile.periods.front().joined > day) return Standing::candidate;
    for (const ClusterPeriod& one : profile.periods)
        if (one.joined <= day && (!one.left || *one.left > day)) return Standing::member;
    return Standing::former;
}

}  // namespace dure::desks::network
