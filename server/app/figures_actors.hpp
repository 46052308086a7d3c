// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>

#include "server/app/api_test.hpp"
#include "server/figures/vocabulary_store.hpp"

/// What the test of the four actors needs of sources and figures.
namespace dure::app::testing {

inline bool of_figures(const std::string& operation) {
    return operation.find("figure") != std::string::npos || operation.find("source") != std::string::npos ||
           operation == "get_indicator_series" || operation == "get_energy_balance";
}

/// A region and an indicator of their own, so that no figures need be seeded.
inline void add_vocabulary(db::Connection& c) {
    const figures::Region region{.code = "xx", .parent = {}, .name_ko = "시험", .name_en = "Test"};
    const figures::Indicator indicator{.code = "test.use",
                                       .topic = "energy",
                                       .name_ko = "시험 소비",
                                       .name_en = "Test use",
                                       .nature = figures::Nature::flow,
                                       .unit = "GWh",
                                       .note_ko = {},
                                       .note_en = {}};
    figures::add_regions(c, {&region, 1});
    figures::add_indicators(c, {&indicator, 1});
}

inline std::string source_body(const std::string& code) {
    return R"({"code":")" + code + R"(","document":"Yearbook","publisher":"Institute"})";
}
inline std::string figure_body(const std::string& source, const std::string& reason = "corrected") {
    return R"({"region":"xx","indicator":"test.use","period":"2023","kind":"actual","value":12.5,"unit":"GWh",)"
           R"("method":"read","source":")" +
           source + R"(","reason":")" + reason + "\"}";
}

/// Path, body and If-Match by operation; `number` makes a code that is free.
inline std::map<std::string, std::array<std::string, 3>> figure_calls(const std::string& source,
                                                                      const std::string& figure,
                                                                      const std::string& number) {
    const std::string one = "/figures/" + figure, of = "/sources/" + source;
    return {{"list_sources", {"/sources"}},
            {"create_source", {"/sources", source_body("new-" + number)}},
            {"get_source", {of}},
            {"replace_source", {of, source_body("changed-" + number), "\"1\""}},
            {"delete_source", {of, "", "\"1\""}},
            {"restore_source", {of + "/restore"}},
            {"list_source_history", {of + "/history"}},
            {"list_figures", {"/figures"}},
            {"export_figures", {"/figures/export?format=csv"}},
            {"get_figure_package", {"/figures/package"}},
            {"create_figure", {"/figures", figure_body(source)}},
            {"get_figure", {one}},
            {"replace_figure", {one, figure_body(source, "another reason"), "\"1\""}},
            {"delete_figure", {one, "", "\"1\""}},
            {"restore_figure", {one + "/restore"}},
            {"list_figure_history", {one + "/history"}},
            {"get_figure_vocabulary", {"/figure_vocabulary"}},
            {"get_indicator_series", {"/indicators/test.use/series"}},
            {"get_energy_balance", {"/energy_balances/xx/2014"}},
            {"decompose_change",
             {"/decompositions", R"({"table":"period,sector,activity,energy\n2010,a,1,2\n2020,a,2,3\n"})"}},
            {"convert_units", {"/unit_conversions?value=1&from=toe&to=MWh"}}};
}

}  // namespace dure::app::testing
