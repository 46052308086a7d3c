// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/db/database.hpp"
#include "server/figures/figure.hpp"
#include "server/figures/vocabulary_store.hpp"

/// Derived figures follow what they are made of.
namespace dure::figures {

/// Works out all that is made, directly or by others, of the figures `changed`, and leaves an audit entry of
/// each whose value moved. 409 figures.cannot_recompute {code, why} where a formula no longer holds: then
/// nothing is to be saved.
void recompute(db::Connection& c, const Vocabulary& vocabulary, const std::vector<std::string>& changed,
               Instant now, const std::string& actor, const std::string& request_id);

/// The code of the first of `inputs` that is `own` or is made of it, directly or by others.
std::optional<std::string> first_made_of(db::Connection& c, const std::vector<std::string>& inputs,
                                         const std::string& own);

/// Sets the values of the derived ones among new figures, made of each other and of those in the database.
/// Their inputs by id. Errors: figures.unknown_code, figures.circle, those of formula.hpp and units.hpp, each
/// with {figure}: its code.
Checked<std::map<std::string, std::vector<std::string>>> work_out_all(db::Connection& c,
                                                                      const Vocabulary& vocabulary,
                                                                      std::vector<Figure>& figures);

}  // namespace dure::figures
