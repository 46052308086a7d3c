// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/line_codec.hpp"

#include "server/approvals/described.hpp"
#include "server/auth/role_codec.hpp"
#include "server/codec/codec.hpp"

namespace dure::approvals {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(LineStep, (), (task, title, role, account, days))
BOOST_DESCRIBE_STRUCT(LineContent, (), (name, kind, most_krw, delegated, basis, steps))
BOOST_DESCRIBE_STRUCT(LineView, (LineContent), (id, fictitious, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(LineList, (), (items))
BOOST_DESCRIBE_STRUCT(PersonView, (), (account, name, roles))
BOOST_DESCRIBE_STRUCT(PeopleList, (), (items))
BOOST_DESCRIBE_STRUCT(RouteStepView, (LineStep), (people))
BOOST_DESCRIBE_STRUCT(RouteView, (), (line, name, basis, delegated, fictitious, steps))

std::span<const Rule> json_rules(const LineStep*) {
    static const Rule rules[] = {required("task"), required("title").length(1, 40),
                                 optional("days").at_least(1).at_most(60)};
    return rules;
}
void json_check(const LineStep& step, codec::Reader& reader) {
    if (step.role.has_value() == step.account.has_value()) reader.refuse("approval_line.role_or_account");
}

std::span<const Rule> json_rules(const LineContent*) {
    static const Rule rules[] = {required("name").length(1, 200),
                                 required("kind").length(1, 50),
                                 optional("most_krw").at_least(0).at_most(1e15),
                                 required("delegated"),
                                 optional("basis").length(0, 300),
                                 required("steps").items(1, 10)};
    return rules;
}
void json_check(const LineContent& line, codec::Reader& reader) {
    for (std::size_t i = 0; i < line.steps.size(); ++i) {
        const bool approves = line.steps[i].task == Task::approval, last = i + 1 == line.steps.size();
        if (approves == last) continue;
        reader.refuse(last ? "approval_line.last_approves" : "approval_line.one_approves", {},
                      "/steps/" + std::to_string(i) + "/task");
    }
}

Checked<LineContent> decode_line(std::string_view json) {
    return codec::decode<LineContent>(json);
}
Checked<std::vector<LineContent>> decode_lines(std::string_view json) {
    return codec::decode<std::vector<LineContent>>(json);
}
std::string encode(const LineContent& content) {
    return codec::encode(content);
}
std::string encode(const LineView& view) {
    return codec::encode(view);
}
std::string encode(const LineList& list) {
    return codec::encode(list);
}
std::string encode(const PeopleList& list) {
    return codec::encode(list);
}
std::string encode(const RouteView& view) {
    return codec::encode(view);
}

}  // namespace dure::approvals
