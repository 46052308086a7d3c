// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/centre_year.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/text.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/energy/centre/centre_year_described.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::energy {

using codec::optional;
using codec::required;

namespace {

bool is_language(std::string_view text) {
    return text == "ko" || text == "en";
}
void check_line(const std::string& text, std::string_view pointer, codec::Reader& reader) {
    if (!people::is_line(text)) reader.refuse("names.blank", {}, pointer);
}

std::string short_number(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::span<const codec::Rule> json_rules(const StaffMember*) {
    static const codec::Rule list[] = {required("name").length(1, 100),
                                       required("months").at_least(0).at_most(12)};
    return list;
}
void json_check(const StaffMember& one, codec::Reader& reader) {
    check_line(one.name, "/name", reader);
}
std::span<const codec::Rule> json_rules(const BudgetLine*) {
    static const codec::Rule list[] = {required("code").length(1, 60), required("name").length(1, 200),
                                       required("amount").at_least(0).at_most(1e15),
                                       optional("source").length(0, 500)};
    return list;
}
void json_check(const BudgetLine& one, codec::Reader& reader) {
    check_line(one.code, "/code", reader);
    check_line(one.name, "/name", reader);
}
std::span<const codec::Rule> json_rules(const TaskStaff*) {
    static const codec::Rule list[] = {required("name").length(1, 100),
                                       required("months").at_least(0).at_most(12)};
    return list;
}
std::span<const codec::Rule> json_rules(const TaskMoney*) {
    static const codec::Rule list[] = {required("line").length(1, 60),
                                       required("amount").at_least(0).at_most(1e15)};
    return list;
}
std::span<const codec::Rule> json_rules(const CentreTask*) {
    static const codec::Rule list[] = {required("title").length(1, 200),
                                       optional("responsible").length(0, 200),
                                       required("begins").format("2026-11-27", is_day),
                                       required("ends").format("2026-11-27", is_day),
                                       optional("result").length(0, 2000),
                                       optional("staff").items(0, 50),
                                       optional("money").items(0, 50),
                                       optional("measures").items(0, 100).length(1, 200),
                                       optional("programmes").items(0, 100).length(1, 200)};
    return list;
}
void json_check(const CentreTask& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
    if (one.ends < one.begins) reader.refuse("measure.ends_before_it_begins", {}, "/ends");
}
std::span<const codec::Rule> json_rules(const CentreYearContent*) {
    static const codec::Rule list[] = {required("year").at_least(1990).at_most(2100),
                                       required("title").length(1, 200),
                                       optional("language").format("ko", is_language),
                                       optional("summary").length(0, 5000),
                                       optional("currency").format("KRW", is_currency),
                                       optional("staff").items(0, 200),
                                       optional("budget").items(0, 200),
                                       optional("tasks").items(0, 300)};
    return list;
}
void json_check(const CentreYearContent& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
    std::set<std::string> names, lines;
    for (std::size_t i = 0; i < one.staff.size(); ++i)
        if (!names.insert(one.staff[i].name).second)
            reader.refuse("centre_year.doubled", {{"name", one.staff[i].name}},
                          "/staff/" + std::to_string(i) + "/name");
    for (std::size_t i = 0; i < one.budget.size(); ++i)
        if (!lines.insert(one.budget[i].code).second)
            reader.refuse("centre_year.doubled", {{"name", one.budget[i].code}},
                          "/budget/" + std::to_string(i) + "/code");
    for (std::size_t i = 0; i < one.tasks.size(); ++i) {
        const CentreTask& task = one.tasks[i];
        const std::string at = "/tasks/" + std::to_string(i);
        for (std::size_t j = 0; j < task.staff.size(); ++j)
            if (!names.contains(task.staff[j].name))
                reader.refuse("centre_year.unknown_staff", {{"name", task.staff[j].name}},
                              at + "/staff/" + std::to_string(j) + "/name");
        for (std::size_t j = 0; j < task.money.size(); ++j)
            if (!lines.contains(task.money[j].line))
                reader.refuse("centre_year.unknown_line", {{"code", task.money[j].line}},
                              at + "/money/" + std::to_string(j) + "/line");
    }
}

Checked<CentreYearContent> decode_centre_year(std::string_view json) {
    return codec::decode<CentreYearContent>(json);
}
Checked<std::vector<CentreYearContent>> decode_centre_years(std::string_view json) {
    return codec::decode<std::vector<CentreYearContent>>(json);
}
std::string encode(const CentreYearContent& content) {
    return codec::encode(content);
}

std::vector<YearWarning> warnings_of(const CentreYearContent& one, const std::string& today) {
    std::map<std::string, double> months, money;
    std::vector<YearWarning> warnings;
    for (const CentreTask& task : one.tasks) {
        if (task.state == TaskState::dropped) continue;
        for (const TaskStaff& staff : task.staff) months[staff.name] += staff.months;
        for (const TaskMoney& part : task.money) money[part.line] += part.amount;
        if (task.staff.empty())
            warnings.push_back({"centre_year.task_without_staff", {{"task", task.title}}});
        if (task.state != TaskState::done && task.ends < today)
            warnings.push_back({"centre_year.task_late", {{"task", task.title}, {"ends", task.ends}}});
    }
    for (const StaffMember& member : one.staff)
        if (months[member.name] > member.months + 1e-9)
            warnings.push_back({"centre_year.staff_over",
                                {{"name", member.name},
                                 {"planned", short_number(months[member.name])},
                                 {"months", short_number(member.months)}}});
    for (const BudgetLine& line : one.budget)
        if (money[line.code] > line.amount + 1e-9)
            warnings.push_back({"centre_year.line_over",
                                {{"code", line.code},
                                 {"planned", short_number(money[line.code])},
                                 {"amount", short_number(line.amount)}}});
    return warnings;
}

}  // namespace dure::desks::energy
