// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/figures/figure.hpp"
#include "server/figures/import_words.hpp"
#include "server/imports/resource.hpp"

/// What both kinds of table share: rows that become some figures each, written, found again and taken back.
namespace dure::figures {

/// The figures of a row that was found good.
using FiguresOf = std::function<std::vector<FigureContent>(const imports::Row&, const ImportWords::Known&)>;

/// Figures of the same source, region, indicator, sector, item, period, kind and basis are twins.
std::vector<imports::Twin> find_twins(db::Connection& c, const Office& office, ImportWords& words,
                                      std::span<const imports::Row> rows, const FiguresOf& figures_of);

std::vector<imports::Written> write_rows(db::Connection& c, const Office& office, ImportWords& words,
                                         std::span<const imports::Wish> wishes, const imports::By& by,
                                         const FiguresOf& figures_of);

std::vector<imports::Kept> undo_rows(db::Connection& c, const Office& office,
                                     std::span<const imports::Written> written, const imports::By& by,
                                     bool only_look);

}  // namespace dure::figures
