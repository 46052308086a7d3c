// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>

#include "server/app/api_test.hpp"

/// What the test of the four actors needs of measures, programmes, the centre's years and forecasts.
namespace dure::app::testing {

inline constexpr const char* kMeasure =
    R"({"title":"Lamps","sector":"public_buildings","end_use":"lighting","begins":"2026-01-01",)"
    R"("ends":"2030-12-31","price_year":2026,"method":"Counted"})";
inline constexpr const char* kProgramme = R"({"title":"Audits","kind":"audit","begins":"2026-01-01"})";
inline constexpr const char* kCentreYear = R"({"year":2027,"title":"2027"})";
inline constexpr const char* kForecast =
    R"({"title":"Electricity","region":"kr.test","indicator":"electricity.sales","sectors":[{"sector":""}]})";

/// Body and paths of each kind of record: the noun of its operations, of its list's, its address.
struct CentreKind {
    const char *noun, *nouns, *path, *body;
};
inline constexpr CentreKind kCentreKinds[] = {
    {"measure", "measures", "/energy/measures", kMeasure},
    {"energy_programme", "energy_programmes", "/energy/programmes", kProgramme},
    {"centre_year", "centre_years", "/energy/centre_years", kCentreYear},
    {"forecast", "forecasts", "/energy/forecasts", kForecast}};

/// The kind that an operation is of; none: another area's.
inline const CentreKind* centre_kind(const std::string& operation) {
    for (const CentreKind& kind : kCentreKinds)
        if (operation.find(kind.noun) != std::string::npos && operation.find("saved") == std::string::npos)
            return &kind;
    return nullptr;
}

/// Path, body and If-Match by operation; `id` is that of the record made for it.
inline std::map<std::string, std::array<std::string, 3>> centre_calls(const std::string& id) {
    std::map<std::string, std::array<std::string, 3>> calls = {
        {"get_abatement_curve", {"/energy/abatement_curve"}},
        {"get_gap", {"/energy/gap?region=kr.test"}},
        {"get_monitoring_report", {"/energy/monitoring?year=2026"}},
        {"get_forecast_result", {"/energy/forecasts/" + id + "/result"}},
        {"use_forecast_in_plan",
         {"/energy/forecasts/" + id + "/plan",
          R"({"plan":"00000000-0000-7000-8000-000000000000","load":"l","sector":"","method":"trend","year":2030})"}}};
    for (const CentreKind& kind : kCentreKinds) {
        const std::string noun = kind.noun, nouns = kind.nouns, path = kind.path, one = path + "/" + id;
        calls["list_" + nouns] = {path};
        calls["export_" + nouns] = {path + "/export?format=csv"};
        calls["create_" + noun] = {path, kind.body};
        calls["get_" + noun] = {one};
        calls["replace_" + noun] = {one, kind.body, "\"1\""};
        calls["delete_" + noun] = {one, "", "\"1\""};
        calls["restore_" + noun] = {one + "/restore"};
        calls["list_" + noun + "_history"] = {one + "/history"};
    }
    return calls;
}

}  // namespace dure::app::testing
