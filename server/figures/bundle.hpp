// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/figures/figure.hpp"

/// Sources and figures as a folder of tables, which is also a Frictionless data package: regions.csv,
/// indicators.csv, terms.csv, baselines.csv, sources.csv, figures.csv, each with a row of headings and any of
/// them missing. figures/ of the repository is one.
namespace dure::figures {

struct Bundle {
    std::vector<Region> regions;
    std::vector<Indicator> indicators;
    std::vector<Term> terms;
    std::vector<Baseline> baselines;
    std::vector<SourceContent> sources;
    std::vector<FigureContent> figures;  ///< `source` is a code here
    std::vector<int> figure_lines;       ///< of each figure in its file
};

/// name of a file → its text
using Files = std::map<std::string, std::string>;

/// Every reason at once, with file and line. Codes: those of server/tables, bundle.missing_column {column},
/// bundle.unknown_column {column}, bundle.not_a_number {column, found}, bundle.unknown_choice {column, found,
/// choices}, bundle.missing {column}, bundle.code_twice {code}.
Checked<Bundle> read_bundle(const Files& files);

/// Names of the tables of a bundle, in the order in which one needs the other.
inline constexpr std::string_view kBundleFiles[] = {"regions.csv",   "indicators.csv", "terms.csv",
                                                    "baselines.csv", "sources.csv",    "figures.csv"};

/// The tables of a bundle and its datapackage.json; read_bundle gives the same back. A derived figure's value
/// is written, and worked out anew when it is read.
Files write_bundle(const Bundle& bundle, std::string_view created);

}  // namespace dure::figures
