// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/formats/model.hpp"
#include "server/desks/energy/views.hpp"

namespace dure::desks::energy {

/// A TOML model with its CSV series, or a PyPSA CSV folder, from uploaded files. A folder that all names
/// begin with does not count. Every error has the pointer of its file (/files/2), its name and line. Codes:
/// those of the formats, plan.no_model_file, plan.two_model_files, plan.doubled_file {name}.
Checked<dure::energy::Model> read_model_files(const std::vector<TextFile>& files);

/// The model as read_model_files and `dure plan` read it: model.toml and series.csv.
Files write_model_files(const dure::energy::Network& network, const dure::energy::SeriesValues& series,
                        std::span<const dure::energy::Assumption> assumptions = {});

}  // namespace dure::desks::energy
