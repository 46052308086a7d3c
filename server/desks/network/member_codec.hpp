// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/network/member.hpp"
#include "server/search/segments.hpp"

/// What comes in about members and what leaves. Instants are texts here.
namespace dure::desks::network {

using Labels = std::map<std::string, std::string>;  ///< by language

/// Schema Member: what one reader may see of it. Fields that the reader may not see are missing.
struct MemberView {
    std::string id, name, country;
    std::vector<people::Name> names;
    people::OrganisationKind kind = people::OrganisationKind::company;
    bool fictitious = false;
    std::optional<std::string> web, address, registration_number;
    std::vector<ClusterLink> clusters;
    std::optional<SizeClass> size_class;
    std::vector<Activity> activities;
    std::vector<std::string> hs_codes, technologies;
    std::map<std::string, Labels> labels;  ///< of the technologies
    std::vector<Product> products;
    std::vector<Certificate> certificates;
    std::vector<MemberText> summaries;
    std::vector<Link> links;
    std::optional<Contact> contact;
    // To those who may change it:
    std::optional<Consent> consent;
    std::optional<std::int32_t> completeness;
    std::vector<std::string> missing;
    std::optional<std::int64_t> version;
    std::optional<std::string> created, updated, deleted;
    std::vector<std::string> actions;
};

/// Schema MemberHit.
struct MemberHit {
    std::string id, name, country;
    people::OrganisationKind kind = people::OrganisationKind::company;
    bool fictitious = false;
    std::vector<search::Segment> title, snippet;
    std::vector<ClusterLink> clusters;
    std::optional<SizeClass> size_class;
    std::vector<Activity> activities;
    std::vector<std::string> technologies;
    std::optional<std::int32_t> completeness;  ///< to who looks after the member
};

struct FacetValue {
    std::string value;
    std::int64_t count = 0;
};

struct Facet {
    std::string name;
    std::vector<FacetValue> values;
};

/// Schema MemberPage.
struct MemberPage {
    std::vector<MemberHit> items;
    std::int64_t matches = 0;
    std::vector<Facet> facets;
    std::map<std::string, Labels> labels;         ///< of the technologies that the answer names
    std::map<std::string, std::string> clusters;  ///< their names
    std::optional<std::string> next_cursor;
};

/// Schema MemberSuggestion.
struct SuggestionView {
    std::string text, kind, target;
    std::optional<std::int64_t> members;  ///< that have the technology
};
struct SuggestionPage {
    std::vector<SuggestionView> items;
};

/// Schema OwnMember: a member that the reader looks after.
struct OwnMember {
    std::string id, name, country;
    bool fictitious = false;
    std::int64_t completeness = 0;
};
struct OwnMemberPage {
    std::vector<OwnMember> items;
};

/// Schema DueMember.
struct DueView {
    std::string id, name, country;
    bool fictitious = false;
    std::int64_t completeness = 0;
    std::vector<std::string> missing;
    std::optional<std::string> due;
};
struct DueCounts {
    std::int64_t incomplete = 0, no_consent = 0, consent_ending = 0, certificate_ending = 0;
};
struct DuePage {
    std::vector<DueView> items;
    DueCounts counts;
    std::optional<std::string> next_cursor;
};

/// Schema NewMember: an organisation that is there already, or its data.
struct NewMember : MemberContent {
    std::optional<std::string> organisation;
};

/// Codes beside the codec's: those of people's names and registration numbers, member.consent_without_giver,
/// member.consent_reversed, member.twice {value}.
Checked<MemberContent> decode_member(std::string_view json);
Checked<NewMember> decode_new_member(std::string_view json);
/// Of what the tables keep; throws std::runtime_error.
MemberProfile stored_profile(std::string_view json);

std::string encode(const MemberProfile&);
std::string encode(const MemberContent&);
std::string encode(const MemberView&);
std::string encode(const MemberPage&);
std::string encode(const SuggestionPage&);
std::string encode(const OwnMemberPage&);
std::string encode(const DuePage&);

std::string_view name_of(SizeClass);
std::string_view name_of(Activity);
std::string_view name_of(ShownTo);
std::optional<SizeClass> size_class(std::string_view name);
std::optional<Activity> activity(std::string_view name);
std::optional<ShownTo> shown_to(std::string_view name);

bool is_hs_code(std::string_view text);

}  // namespace dure::desks::network
