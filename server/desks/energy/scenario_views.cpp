// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/scenario_views.hpp"

#include <algorithm>

#include "server/desks/energy/labels.hpp"

namespace dure::desks::energy {

BOOST_DESCRIBE_STRUCT(ScenarioContent, (), (name, description, parent, changes))
std::span<const codec::Rule> json_rules(const ScenarioContent*) {
    static const codec::Rule rules[] = {codec::required("name").length(1, 200),
                                        codec::optional("description").length(0, 5000),
                                        codec::required("changes").items(0, 200)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(ScenarioView, (),
                      (id, plan, parent, name, description, changes, owner, owner_name, version, created,
                       updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(ScenarioList, (), (items))

ParameterName name_of(const dure::energy::Network& network, const std::string& at) {
    ParameterName view{.at = at};
    const auto all = dure::energy::parameters(network);
    const auto found = std::ranges::find(all, at, &dure::energy::Parameter::at);
    if (found == all.end()) return view;
    view.list = found->list;
    view.name = found->name;
    view.field = found->field;
    view.unit = found->unit;
    label_in_list(network, view.list, view.name, view);
    return view;
}

Checked<ScenarioContent> decode_scenario(std::string_view json) {
    return codec::decode<ScenarioContent>(json);
}
std::vector<dure::energy::Change> decode_changes(std::string_view json) {
    return codec::decode<std::vector<dure::energy::Change>>(json).value();
}
std::string encode(const std::vector<dure::energy::Change>& changes) {
    return codec::encode(changes);
}
std::string encode(const ScenarioContent& content) {
    return codec::encode(content);
}
std::string encode(const ScenarioView& view) {
    return codec::encode(view);
}
std::string encode(const ScenarioList& list) {
    return codec::encode(list);
}

}  // namespace dure::desks::energy
