// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/codec/reader.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/doubles.hpp"
#include "server/people/merge_store.hpp"
#include "server/people/references.hpp"

/// What comes in about doubles and merges, and what leaves. Instants are texts here.
namespace dure::people {

struct LikeDraftView {
    codec::RawJson organisation;
    std::vector<SameKey> same;
};
struct LikeDraftList {
    std::vector<LikeDraftView> items;
};

enum class Likelihood { almost_certain, likely, possible };

/// Schema DoublePart.
struct PartView {
    std::string of;
    double bits = 0;
    std::optional<std::string> one, other;
};
/// Schema OrganisationDouble.
struct DoubleView {
    codec::RawJson one, other;
    std::optional<double> weight;  ///< none: said to be different, and no longer alike
    std::optional<Likelihood> likelihood;
    std::vector<PartView> parts;
    bool apart = false;
};
struct DoublePage {
    std::vector<DoubleView> items;
    std::int64_t total = 0;
    std::optional<std::string> next_cursor;
};
DoubleView present(const search::DirectoryPair& pair);

/// Schema OtherOrganisation.
struct OtherOrganisation {
    std::string other;
};

/// Schema MergeRequest.
struct MergeRequest {
    std::string other;
    std::int64_t other_version = 0;
    OrganisationContent content;
};

struct ReferenceCount {
    std::string reference;
    std::int64_t count = 0;
};
struct ReferenceCountList {
    std::vector<ReferenceCount> items;
};

/// Schema OrganisationMerge.
struct MergeView {
    std::string id, kept, kept_name, merged, merged_name;
    std::vector<ReferenceCount> moved;
    std::string merged_by, merged_by_name;
    std::optional<std::string> undone;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
struct MergePage {
    std::vector<MergeView> items;
    std::optional<std::string> next_cursor;
};

Checked<OrganisationDraft> decode_draft(std::string_view json);
Checked<OtherOrganisation> decode_other(std::string_view json);
Checked<MergeRequest> decode_merge(std::string_view json);

std::string encode(const LikeDraftList&);
std::string encode(const DoublePage&);
std::string encode(const ReferenceCountList&);
std::string encode(const MergeView&);
std::string encode(const MergePage&);

/// `cursor` of the lists here, and how it is written: how many were shown, or the last id.
std::size_t offset_in(http::Query& query);
std::string offset_cursor(std::size_t offset);
std::optional<std::string> id_in(http::Query& query);
std::string id_cursor(const std::string& id);

}  // namespace dure::people
