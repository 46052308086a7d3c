// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/vocabulary_store.hpp"

/// Why energy use or emissions changed, of a table that is sent or of the figures that are kept.
namespace dure::figures {

/// Schema DecompositionWish: either `table` (CSV as engine/energy/formats/change_table.hpp reads it), or
/// `region` with figures of energy.final by sector and item, and energy.activity by sector.
struct DecompositionWish {
    std::optional<std::string> table, region;
    std::optional<std::string> from, to;  ///< periods; the first and the last where missing
    std::string quantity = "energy";      ///< energy | emissions
    bool chained = false;
};

struct EffectPart {
    std::string sector;
    double additive = 0;
};
struct EffectView {
    std::string factor;
    double additive = 0;
    std::optional<double> multiplicative;
    std::vector<EffectPart> by_sector;
};

/// What the series lack, so that nothing can be worked out.
struct MissingFigure {
    std::string indicator, sector, item, period;
};

/// Schema Decomposition. status: ok | incomplete, which comes with `missing` and nothing else.
struct DecompositionView {
    std::string status = "ok", quantity, unit, activity_unit;
    bool chained = false;
    std::vector<std::string> periods, sectors, fuels;
    std::optional<std::string> from, to;
    std::optional<double> start, end, residual;
    std::vector<EffectView> effects;
    std::vector<MissingFigure> missing;
    std::vector<FigureView> figures;  ///< that it rests on
};

Checked<DecompositionWish> decode_decomposition(std::string_view json);
std::string encode(const DecompositionView& view);

/// Of the table in the wish. Errors: those of read_change_table and decompose, change.unknown_period,
/// change.backwards.
Checked<DecompositionView> decompose_table(const DecompositionWish& wish);

/// Of figures: energy.final, energy.activity of the region.
Checked<DecompositionView> decompose_figures(const DecompositionWish& wish,
                                             const std::vector<Figure>& figures, const auth::Actor& reader);

}  // namespace dure::figures
