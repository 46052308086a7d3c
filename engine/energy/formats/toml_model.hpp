// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/energy/formats/model.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {

/// The names of the CSV files that a TOML model takes its series from, each once; the errors of a text that
/// is no TOML. Names are relative to the model's folder and never lead out of it (else left out;
/// read_toml_model names them).
Checked<std::vector<std::string>> series_files(std::string_view text, std::string_view file);

/// Reads a model as docs/user/model-format.md describes it: the members of network.hpp under their names.
/// `files` holds the CSV files of series_files(). Names that refer to nothing are left to check(). Errors,
/// all at once with their lines: toml.syntax {reason}, toml.unknown_key {key, nearest}, toml.missing_key
/// {key}, toml.wrong_type {key, expected, found}, toml.bad_choice {key, found, choices}, toml.not_finite
/// {key}, toml.doubled_series {name}, toml.bad_file_name {name}, toml.missing_file {name},
/// toml.unknown_parameter {at, nearest}, toml.doubled_assumption {at}, toml.low_above_high {at} (of
/// [[assumptions]]), toml.values_or_file {name}, toml.wrong_length {name, expected, found}, and csv.* of the
/// files.
Checked<Model> read_toml_model(std::string_view text, std::string_view file, const Files& files);

/// A model as text, with all its series as columns of one CSV file.
struct TomlFiles {
    std::string toml;
    std::string csv;  ///< empty when there are no series
};

/// Members that have their default value are left out. `csv_name` is what the model calls the CSV file.
TomlFiles write_toml_model(const Network& network, const SeriesValues& series,
                           std::string_view csv_name = "series.csv",
                           std::span<const Assumption> assumptions = {});

}  // namespace dure::energy
