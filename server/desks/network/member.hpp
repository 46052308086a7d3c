// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/people/organisation.hpp"

namespace dure::desks::network {

/// How far something may be shown: to the member's own people and who looks after it alone, to the network,
/// to everyone.
enum class ShownTo { nobody, network, everyone };

/// By the number of people who work there: under 10, 50, 250, and more.
enum class SizeClass { micro, small, medium, large };

enum class Activity {
    manufacturing,
    development,
    integration,
    distribution,
    service,
    research,
    education,
    testing,
    consulting,
    funding
};

/// A text in one language. Schema MemberText.
struct MemberText {
    std::string language, text;
    bool operator==(const MemberText&) const = default;
};

struct Product {
    std::string language, name, text;
    bool operator==(const Product&) const = default;
};

struct Certificate {
    std::string name, issuer;
    std::optional<std::string> valid_until;  ///< a day: 2026-11-30
    bool operator==(const Certificate&) const = default;
};

struct Link {
    std::string label, url;
    bool operator==(const Link&) const = default;
};

struct Contact {
    std::string person, email, phone;
    bool operator==(const Contact&) const = default;
};

/// How far each group of fields may be shown; no group goes further than `listing`. listing: that it is a
/// member, its names, kind, country, web address and clusters. business: size, activities, codes,
/// technologies, products, summaries and links. contact: the address too. None holds after valid_until.
struct Consent {
    ShownTo listing = ShownTo::nobody, business = ShownTo::nobody, certificates = ShownTo::nobody,
            contact = ShownTo::nobody;
    std::string given_by;
    std::optional<std::string> given_on, valid_until;  ///< days
    bool operator==(const Consent&) const = default;
};

/// Schema MemberProfile: what the network knows of a member beside the organisation's own data.
struct MemberProfile {
    std::optional<SizeClass> size_class;
    std::vector<Activity> activities;
    std::vector<std::string> hs_codes;      ///< two, four or six digits
    std::vector<std::string> technologies;  ///< concepts of the taxonomy
    std::vector<Product> products;
    std::vector<Certificate> certificates;
    std::vector<MemberText> summaries;
    std::vector<Link> links;
    std::optional<Contact> contact;
    Consent consent;

    bool operator==(const MemberProfile&) const = default;
};

/// What a person writes of a member. Schema MemberContent. The organisation's note is not part of it.
struct MemberContent : MemberProfile {
    std::vector<people::Name> names;
    people::OrganisationKind kind = people::OrganisationKind::company;
    std::string country;
    std::optional<std::string> registration_number;
    std::string address;
    std::optional<std::string> web;
};

struct ClusterLink {
    std::string id, name;
    bool operator==(const ClusterLink&) const = default;
};

/// As the tables hold it. Its id is the organisation's.
struct Member {
    people::Organisation organisation;
    MemberProfile profile;
    std::vector<ClusterLink> clusters;  ///< to which it belongs today
    std::string owner;
    std::int64_t profile_version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;

    const std::string& id() const { return organisation.id; }
    /// Counts the changes of the profile and of the organisation.
    std::int64_t version() const { return profile_version + organisation.version - 1; }
};

}  // namespace dure::desks::network
