// SPDX-License-Identifier: Apache-2.0
#include "server/figures/vocabulary_codec.hpp"

#include "engine/energy/units.hpp"
#include "server/figures/described.hpp"
#include "server/figures/figure_check.hpp"

namespace dure::figures {
namespace {

struct IndicatorView {
    std::string code, topic, name_ko, name_en;
    Nature nature = Nature::flow;
    std::vector<std::string> units;
    std::string note_ko, note_en;
};

struct UnitView {
    std::string name, kind;
};

struct VocabularyView {
    std::vector<Region> regions;
    std::vector<IndicatorView> indicators;
    std::vector<Term> terms;
    std::vector<Baseline> baselines;
    std::vector<UnitView> units;
    std::vector<std::string> actions;
};

BOOST_DESCRIBE_STRUCT(IndicatorView, (), (code, topic, name_ko, name_en, nature, units, note_ko, note_en))
BOOST_DESCRIBE_STRUCT(UnitView, (), (name, kind))
BOOST_DESCRIBE_STRUCT(VocabularyView, (), (regions, indicators, terms, baselines, units, actions))

}  // namespace

BOOST_DESCRIBE_STRUCT(Region, (), (code, parent, name_ko, name_en))
BOOST_DESCRIBE_STRUCT(Term, (), (kind, code, name_ko, name_en))
BOOST_DESCRIBE_STRUCT(Baseline, (), (code, indicator, region, period, name_ko, name_en, note_ko, note_en))

std::string encode(const Vocabulary& vocabulary, bool may_enter) {
    VocabularyView view{.regions = vocabulary.regions,
                        .indicators = {},
                        .terms = vocabulary.terms,
                        .baselines = vocabulary.baselines,
                        .units = {},
                        .actions = {}};
    for (const Indicator& one : vocabulary.indicators)
        view.indicators.push_back({one.code, one.topic, one.name_ko, one.name_en, one.nature, units_of(one),
                                   one.note_ko, one.note_en});
    for (const auto& unit : energy::offered_units())
        view.units.push_back({std::string(unit.name), std::string(unit.kind)});
    if (may_enter) view.actions = {"create_figure", "create_source"};
    return codec::encode(view);
}

}  // namespace dure::figures
