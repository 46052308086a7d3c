// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/assumption_views.hpp"

#include "engine/base/utc_text.hpp"
#include "engine/energy/parameters.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/labels.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {

using codec::optional;
using codec::Rule;

namespace {

constexpr double kMost = 1e15;

constexpr Rule number(std::string_view field) {
    return optional(field).at_least(-kMost).at_most(kMost);
}

void take(const AssumptionRecord& known, AssumptionView& view) {
    view.sourced = known.sourced();
    view.source = known.source;
    view.source_code = known.source_code;
    view.source_document = known.source_document;
    view.source_publisher = known.source_publisher;
    view.source_link = known.source_link;
    view.figure = known.figure;
    view.figure_code = known.figure_code;
    view.figure_value = known.figure_value;
    view.figure_unit = known.figure_unit;
    view.figure_period = known.figure_period;
    view.price_year = known.price_year;
    view.low = known.low;
    view.high = known.high;
    view.note_ko = known.note_ko;
    view.note_en = known.note_en;
    view.reason = known.reason;
    view.changed_by = known.owner_name;
    view.updated = utc_text(known.updated);
    view.version = known.version;
}

}  // namespace

BOOST_DESCRIBE_STRUCT(AssumptionContent, (),
                      (value, source, figure, price_year, low, high, note_ko, note_en, reason))
std::span<const Rule> json_rules(const AssumptionContent*) {
    static const Rule rules[] = {number("value"),
                                 optional("source").length(1, 100),
                                 optional("figure").length(1, 100),
                                 optional("price_year").at_least(1900).at_most(2199),
                                 number("low"),
                                 number("high"),
                                 optional("note_ko").length(0, 2000),
                                 optional("note_en").length(0, 2000),
                                 optional("reason").length(0, 1000)};
    return rules;
}
void json_check(const AssumptionContent& content, codec::Reader& reader) {
    if (content.low && content.high && *content.low > *content.high)
        reader.refuse("assumption.low_above_high", {}, "/low");
}

BOOST_DESCRIBE_STRUCT(AssumptionView, (),
                      (at, list, name, field, label_ko, label_en, unit, value, series, counts, sourced,
                       source, source_code, source_document, source_publisher, source_link, figure,
                       figure_code, figure_value, figure_unit, figure_period, price_year, low, high, note_ko,
                       note_en, reason, changed_by, updated, version, actions))
BOOST_DESCRIBE_STRUCT(AssumptionList, (), (currency, price_year, assumptions, without_source, items))

Checked<AssumptionContent> decode_assumption(std::string_view json) {
    return codec::decode<AssumptionContent>(json);
}
std::string encode(const AssumptionView& view) {
    return codec::encode(view);
}
std::string encode(const AssumptionList& list) {
    return codec::encode(list);
}

AssumptionList present_assumptions(const PlanRecord& plan, const dure::energy::Network& network,
                                   const std::map<std::string, AssumptionRecord>& known,
                                   const auth::Actor& reader) {
    AssumptionList list{.currency = network.currency, .price_year = network.price_year};
    const bool may = can(reader, PlanAction::change, plan);
    for (auto& one : dure::energy::parameters(network)) {
        AssumptionView view{.at = one.at,
                            .list = one.list,
                            .name = one.name,
                            .field = one.field,
                            .unit = one.unit,
                            .value = one.value,
                            .series = one.series,
                            .counts = one.counts};
        label_in_list(network, view.list, view.name, view);
        if (const auto row = known.find(one.at); row != known.end()) take(row->second, view);
        if (may && view.unit != "switch") view.actions.emplace_back("change_assumption");
        if (view.counts) {
            ++list.assumptions;
            if (!view.sourced) ++list.without_source;
        }
        list.items.push_back(std::move(view));
    }
    return list;
}

}  // namespace dure::desks::energy
