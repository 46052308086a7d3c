// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/figures/described.hpp"
#include "server/figures/figure_codec.hpp"

/// How a figure is written: included by the sources of this folder that answer with figures.
namespace dure::figures {

BOOST_DESCRIBE_STRUCT(FigureContent, (),
                      (code, region, indicator, sector, item, period, kind, value, low, high, unit,
                       price_year, method, source, formula, basis_ko, basis_en, note_ko, note_en, baseline,
                       reason))
BOOST_DESCRIBE_STRUCT(FigureView, (FigureContent),
                      (id, source_code, source_document, source_publisher, source_link, source_published,
                       owner_name, version, created, updated, deleted, actions))

std::span<const codec::Rule> json_rules(const FigureContent*);

}  // namespace dure::figures
