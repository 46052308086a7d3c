// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/desks/network/cluster.hpp"

/// Whether a cluster is one, by a rule that the institute may change.
namespace dure::desks::network {

/// Schema ClusterRule.
struct ClusterRule {
    std::int64_t min_members = 15;
    double min_fte = 0.5;  ///< full-time equivalents of its management
    std::int64_t min_kinds = 2;
    std::string origin;  ///< whose rule it is
    std::string note;
    bool operator==(const ClusterRule&) const = default;
};

/// Members of the cluster that Dure knows by name.
struct CountedMembers {
    std::int64_t members = 0, kinds = 0;
};

enum class Criterion { members, fte, kinds };
enum class Verdict { met, not_met, unknown };
/// declared: the cluster's own latest figure; counted: from the members that Dure knows.
enum class Basis { declared, counted };

struct Finding {
    Criterion criterion = Criterion::members;
    double needed = 0;
    std::optional<double> found;  ///< none: unknown
    Verdict verdict = Verdict::unknown;
    std::optional<Basis> basis;
    std::optional<std::string> on;  ///< the day of a declared figure
};

struct Validation {
    Verdict verdict = Verdict::unknown;  ///< not_met when one is not met, else unknown when one is unknown
    std::vector<Finding> findings;       ///< in the order of Criterion
};

/// A declared figure goes before a counted one; the latest that says it counts.
Validation validate(const ClusterRule& rule, const std::vector<ClusterFigures>& figures,
                    const CountedMembers& counted);

}  // namespace dure::desks::network
