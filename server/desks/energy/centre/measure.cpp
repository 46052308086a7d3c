// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/measure.hpp"

#include <algorithm>
#include <set>

#include "engine/base/text.hpp"
#include "server/desks/energy/centre/measure_described.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::energy {

namespace rules = dure::energy::measures;
using codec::optional;
using codec::required;

namespace {

bool is_link(std::string_view text) {
    return people::is_web_address(text);
}
bool is_language(std::string_view text) {
    return text == "ko" || text == "en";
}
void check_line(const std::string& text, std::string_view pointer, codec::Reader& reader) {
    if (!people::is_line(text)) reader.refuse("names.blank", {}, pointer);
}

}  // namespace

std::span<const codec::Rule> json_rules(const MeasureYear*) {
    static const codec::Rule list[] = {required("year").at_least(1990).at_most(2100),
                                       required("expected_mwh").at_least(-1e9).at_most(1e9),
                                       required("expected_t").at_least(-1e9).at_most(1e9),
                                       optional("actual_mwh").at_least(-1e9).at_most(1e9),
                                       optional("actual_t").at_least(-1e9).at_most(1e9),
                                       optional("actual_source").length(0, 500)};
    return list;
}
void json_check(const MeasureYear& year, codec::Reader& reader) {
    if ((year.actual_mwh || year.actual_t) && !people::is_line(year.actual_source))
        reader.refuse("measure.actual_without_source", {}, "/actual_source");
}
std::span<const codec::Rule> json_rules(const MeasureMilestone*) {
    static const codec::Rule list[] = {required("name").length(1, 200),
                                       required("due").format("2026-11-27", is_day),
                                       optional("done").format("2026-11-27", is_day)};
    return list;
}
void json_check(const MeasureMilestone& one, codec::Reader& reader) {
    check_line(one.name, "/name", reader);
}
std::span<const codec::Rule> json_rules(const MeasureEvidence*) {
    static const codec::Rule list[] = {required("title").length(1, 300), optional("note").length(0, 2000),
                                       optional("link").length(1, 500).format("https://…", is_link)};
    return list;
}
void json_check(const MeasureEvidence& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
}
std::span<const codec::Rule> json_rules(const MeasureContent*) {
    static const codec::Rule list[] = {required("title").length(1, 200),
                                       optional("language").format("ko", is_language),
                                       optional("summary").length(0, 5000),
                                       optional("responsible").length(0, 200),
                                       required("sector"),
                                       required("end_use"),
                                       required("begins").format("2026-11-27", is_day),
                                       required("ends").format("2026-11-27", is_day),
                                       optional("currency").format("KRW", is_currency),
                                       required("price_year").at_least(1990).at_most(2100),
                                       optional("budget").at_least(0).at_most(1e15),
                                       optional("spent").at_least(0).at_most(1e15),
                                       optional("budget_source").length(0, 500),
                                       optional("investment").at_least(0).at_most(1e15),
                                       optional("lifetime_years").above(0).at_most(200),
                                       optional("yearly_cost").at_least(-1e15).at_most(1e15),
                                       optional("energy_price").at_least(0).at_most(1e9),
                                       optional("cost_source").length(0, 500),
                                       required("method").length(1, 2000),
                                       optional("method_source").length(0, 500),
                                       optional("years").items(0, 60),
                                       optional("milestones").items(0, 100),
                                       optional("evidence").items(0, 200),
                                       optional("cancel_reason").length(0, 1000)};
    return list;
}
void json_check(const MeasureContent& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
    check_line(one.method, "/method", reader);
    if (one.ends < one.begins) reader.refuse("measure.ends_before_it_begins", {}, "/ends");
    if (one.investment.value_or(0) > 0 && !one.lifetime_years)
        reader.refuse("measure.lifetime_needed", {}, "/lifetime_years");
    std::set<std::int64_t> years;
    for (std::size_t i = 0; i < one.years.size(); ++i)
        if (!years.insert(one.years[i].year).second)
            reader.refuse("measure.doubled_year", {{"year", std::to_string(one.years[i].year)}},
                          "/years/" + std::to_string(i) + "/year");
}

Checked<MeasureContent> decode_measure(std::string_view json) {
    auto content = codec::decode<MeasureContent>(json);
    if (content) std::ranges::sort(content->years, {}, &MeasureYear::year);
    return content;
}
Checked<std::vector<MeasureContent>> decode_measures(std::string_view json) {
    return codec::decode<std::vector<MeasureContent>>(json);
}
std::string encode(const MeasureContent& content) {
    return codec::encode(content);
}
std::string_view name_of(Sector sector) {
    return boost::describe::enum_to_string(sector, "");
}
std::string_view name_of(EndUseKind use) {
    return boost::describe::enum_to_string(use, "");
}

rules::Verdict standing_of(const MeasureContent& one, const std::string& day) {
    rules::Standing standing{.begins = rules::day_from(one.begins).value(),
                             .ends = rules::day_from(one.ends).value(),
                             .cancelled = one.cancelled,
                             .has_owner = people::is_line(one.responsible),
                             .budget = one.budget,
                             .spent = one.spent};
    for (const MeasureMilestone& milestone : one.milestones)
        standing.milestones.push_back({milestone.name, rules::day_from(milestone.due).value(),
                                       milestone.done ? rules::day_from(*milestone.done) : std::nullopt});
    // CO2 leads where it was expected; a measure that saves energy alone is held to that.
    const bool co2 = std::ranges::any_of(one.years, [](const MeasureYear& y) { return y.expected_t > 0; });
    for (const MeasureYear& year : one.years)
        standing.years.push_back({.year = static_cast<int>(year.year),
                                  .expected = co2 ? year.expected_t : year.expected_mwh,
                                  .actual = co2 ? year.actual_t : year.actual_mwh});
    return rules::judge(standing, rules::day_from(day).value());
}

}  // namespace dure::desks::energy
