// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/figures/bundle.hpp"
#include "server/figures/office.hpp"

namespace dure::figures {

/// figures/*.csv, as the program carries them: what was read of the first region, each with its source.
const Files& built_in_figures();

struct Brought {
    std::int64_t sources = 0, figures = 0, known = 0;  ///< known: rows whose code is there already
};

/// Writes a bundle: what has a code that is there already is left as it is. Errors name file and line, with
/// the codes of figure_check.hpp and figure_service.hpp.
Checked<Brought> bring_in(db::Connection& c, const Office& office, const Bundle& bundle,
                          const std::optional<std::string>& owner, const std::string& request_id);
/// The same without writing: only what is wrong. A database is asked for what is known.
Errors check_bundle(db::Connection& c, const Bundle& bundle);

/// Puts the program's figures into the tables of a database that never had any.
void seed_figures(const Office& office);

/// All that is not put away, of one region and what lies in it, or of all: what bring_in takes.
Bundle whole_bundle(db::Connection& c, const std::optional<std::string>& region);

}  // namespace dure::figures
