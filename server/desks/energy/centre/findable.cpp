// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/findable.hpp"

#include "server/desks/energy/centre/centre_year.hpp"
#include "server/desks/energy/centre/forecast.hpp"
#include "server/desks/energy/centre/measure_resource.hpp"
#include "server/desks/energy/centre/programme.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {
namespace {

/// What is found of a record: its texts besides the title.
using TextOf = std::pair<std::string, std::string> (*)(const Kept&);

std::vector<Kept> those_of(db::Connection& c, std::string_view table, const std::vector<std::string>* ids) {
    if (!ids) return all_kept(c, table);
    std::vector<Kept> found;
    for (const std::string& id : *ids)
        if (auto one = find_kept(c, table, id); one && !one->deleted) found.push_back(std::move(*one));
    return found;
}

finder::Kind kind_of(const char* name, const char* page, const char* table, TextOf text_of) {
    return {.name = name,
            .page = page,
            .changes = {table},
            .sight = [](db::Connection&, const auth::Actor& actor) -> std::optional<std::string> {
                return actor.has_any(kReaders) ? std::optional<std::string>("institute") : std::nullopt;
            },
            .read =
                [table, text_of](db::Connection& c, const auth::Actor& actor,
                                 const std::vector<std::string>* ids) {
                    std::vector<finder::Findable> found;
                    if (!actor.has_any(kReaders)) return found;
                    for (const Kept& one : those_of(c, table, ids)) {
                        const auto [language, text] = text_of(one);
                        found.push_back({.id = one.id,
                                         .names = {{language, one.name}},
                                         .texts = {{language, text}},
                                         .fictitious = one.fictitious});
                    }
                    return found;
                }};
}

}  // namespace

std::vector<finder::Kind> findable_centre() {
    return {kind_of("measure", "/energy/measures/", "energy_measure",
                    [](const Kept& one) {
                        const auto content = measure_in(one);
                        return std::pair(content.language, content.summary + '\n' + content.responsible);
                    }),
            kind_of("energy_programme", "/energy/programmes/", "energy_programme",
                    [](const Kept& one) {
                        const auto content = programme_in(one);
                        return std::pair(content.language, content.summary);
                    }),
            kind_of("centre_year", "/energy/centre-years/", "energy_centre_year",
                    [](const Kept& one) {
                        const auto content = centre_year_in(one);
                        std::string text = content.summary;
                        for (const CentreTask& task : content.tasks) text += '\n' + task.title;
                        return std::pair(content.language, text);
                    }),
            kind_of("forecast", "/energy/forecasts/", "energy_forecast", [](const Kept& one) {
                const auto content = forecast_in(one);
                return std::pair(content.language, content.summary);
            })};
}

}  // namespace dure::desks::energy
