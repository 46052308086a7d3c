// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/figures/figure.hpp"

/// What figures are said in: regions, indicators, terms, baselines. Few, and read whole.
namespace dure::figures {

struct Vocabulary {
    std::vector<Region> regions;
    std::vector<Indicator> indicators;
    std::vector<Term> terms;
    std::vector<Baseline> baselines;

    const Region* region(std::string_view code) const;
    const Indicator* indicator(std::string_view code) const;
    const Term* term(std::string_view kind, std::string_view code) const;
    const Baseline* baseline(std::string_view code) const;
};

/// In the order in which they are shown.
Vocabulary read_vocabulary(db::Connection& c);

/// Adds what is not there yet and leaves the rest as it is; parents stand before their children.
void add_regions(db::Connection& c, std::span<const Region> list);
void add_indicators(db::Connection& c, std::span<const Indicator> list);
void add_terms(db::Connection& c, std::span<const Term> list);
void add_baselines(db::Connection& c, std::span<const Baseline> list);

}  // namespace dure::figures
