// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/imports/resource.hpp"
#include "server/tables/source.hpp"

/// Where a table's headings stand, what they say, and which columns they mean.
namespace dure::imports {

/// The heading of one column of the file.
struct Heading {
    std::string name;  ///< without its unit; of several rows joined by " / "
    std::string unit;  ///< of the heading itself, or of the whole table; empty: none is named

    bool operator==(const Heading&) const = default;
};

/// Where the headings are, in numbers of the file's rows.
struct Head {
    std::int64_t row = 0;  ///< of the last row of headings; 0: there are none
    int rows = 0;          ///< how many
    std::vector<Heading> headings;
};

/// What fills a column of the resource: a column of the file, or one value for all rows.
struct Source {
    std::string column;  ///< key
    std::optional<std::int64_t> source;
    std::optional<std::string> value;

    bool operator==(const Source&) const = default;
};
using Mapping = std::vector<Source>;

/// Finds the headings among the first rows of a table: the row (or two or three, where headings are merged
/// over others) that names most columns of the resource, below titles and notes.
Head find_head(const std::vector<tables::SourceRow>& first, const Resource& resource);
/// The headings where a person says that they are.
Head head_at(const std::vector<tables::SourceRow>& first, std::int64_t row, int rows);

/// Each column of the resource with the file's column that is called like it and has a unit that fits.
Mapping propose(const Head& head, const Resource& resource);

/// What numbers of a file's column are multiplied with; none: the units do not fit.
std::optional<double> factor_of(const Heading& heading, const Column& column);

/// Names a set of headings, for remembering a mapping.
std::string digest_of(const std::vector<Heading>& headings);

}  // namespace dure::imports
