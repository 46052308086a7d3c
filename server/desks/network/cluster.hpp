// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/people/organisation.hpp"

namespace dure::desks::network {

/// A text in one language.
struct LocalText {
    std::string language;  ///< BCP 47
    std::string text;
    bool operator==(const LocalText&) const = default;
};

/// Whom one writes to.
struct ClusterContact {
    std::string name;
    std::string duty;  ///< what the person does there, in words
    std::optional<std::string> email, phone;
    bool operator==(const ClusterContact&) const = default;
};

/// A time during which the cluster belongs to the network: from a day until before another, which may be
/// open. A day may be a month or a year where no source says more.
struct ClusterPeriod {
    std::string joined;
    std::optional<std::string> left;
    bool operator==(const ClusterPeriod&) const = default;
};

/// A memorandum of understanding or another agreement.
struct Agreement {
    std::string title;
    std::optional<std::string> signed_on, valid_until;  ///< days
    std::vector<std::string> parties;
    std::optional<std::string> link;
    bool operator==(const Agreement&) const = default;
};

/// What the cluster says of itself at a day. What it does not say is unknown, never zero.
struct ClusterFigures {
    std::string on;  ///< day
    std::optional<std::int64_t> members;
    std::optional<double> fte;  ///< of its management
    std::vector<people::OrganisationKind> kinds;
    std::string source;
    bool operator==(const ClusterFigures&) const = default;
};

/// Where a record is from.
struct ClusterSource {
    std::string title;
    std::optional<std::string> link;
    bool operator==(const ClusterSource&) const = default;
};

/// What the network knows of a cluster beside what every organisation has.
struct ClusterProfile {
    std::string region, city;
    std::vector<LocalText> descriptions;
    std::vector<ClusterContact> contacts;
    std::vector<ClusterPeriod> periods;  ///< ascending, apart from each other; the last may be open
    std::vector<Agreement> agreements;
    std::vector<ClusterFigures> figures;
    std::vector<ClusterSource> sources;
    bool operator==(const ClusterProfile&) const = default;
};

/// What a person writes of a cluster. Schema ClusterContent.
struct ClusterContent : ClusterProfile {
    std::vector<people::Name> names;
    std::string country;
    std::optional<std::string> web;
    std::string address;
    std::string note;  ///< the institute's own; a partner cluster neither reads nor writes it
    bool operator==(const ClusterContent&) const = default;
};

/// As the tables hold it. A cluster is an organisation and shares its id.
struct Cluster {
    std::string id;
    ClusterContent content;
    std::string owner, owner_name;
    bool fictitious = false;
    std::int64_t own_version = 1;           ///< of the cluster's row
    std::int64_t organisation_version = 1;  ///< of the organisation's
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;

    /// Grows with each change of either.
    std::int64_t version() const { return own_version + organisation_version - 1; }
};

/// The clusters that belong to the network on a day, those that once did, and those that never did.
enum class Standing { member, former, candidate };

Standing standing(const ClusterProfile& profile, const std::string& day);

}  // namespace dure::desks::network
