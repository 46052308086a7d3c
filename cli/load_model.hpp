// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "engine/energy/formats/model.hpp"

namespace dure::cli {

/// Reads a model from a TOML file, from a folder with a model.toml, or from a PyPSA CSV folder (one with a
/// buses.csv), and the files that it names. Errors: file.*, gzip.*, `file.no_model` for a folder that is
/// neither, and those of the format.
Checked<energy::Model> load_model(const std::filesystem::path& path);

}  // namespace dure::cli
