// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/figures/figure.hpp"

/// Figures in the database. Desks read here; they change figures through figure_service.hpp, which checks
/// them, works derived ones out anew and leaves the audit's trace.
namespace dure::figures {

/// Also one that was put away.
std::optional<Figure> find_figure(db::Connection& c, const std::string& id);
std::optional<Figure> find_figure_by_code(db::Connection& c, const std::string& code);
/// Those of the ids that there are, in no particular order; also those put away.
std::vector<Figure> find_figures(db::Connection& c, const std::vector<std::string>& ids);
std::map<std::string, Figure> find_figures_by_code(db::Connection& c, const std::vector<std::string>& codes);

enum class FigureOrder { period, period_down, updated, updated_down };

struct FigurePlace {
    std::string period_key;
    std::int64_t updated = 0;
    std::string id;
};

struct FigureQuery {
    std::string part;  ///< of its code, basis, note
    std::optional<std::string> region, indicator, sector, item, source, baseline, topic;
    std::optional<Kind> kind;
    std::optional<Method> method;
    std::optional<std::int64_t> year;  ///< figures whose period begins in it
    std::optional<std::string> input;  ///< derived ones made of this figure
    bool deleted = false;
    FigureOrder order = FigureOrder::period_down;
    std::optional<FigurePlace> after;
    int limit = 50;
};

/// One more than the limit where there is a next page.
std::vector<Figure> list_figures(db::Connection& c, const FigureQuery& query);
FigurePlace place_of(const Figure& one);

/// All figures of an indicator in the regions (none: in all), oldest period first; not those put away.
std::vector<Figure> series_of(db::Connection& c, const std::string& indicator,
                              const std::vector<std::string>& regions, std::size_t most = 100'000);
/// Those of exactly one period, by its key (engine/energy/period.hpp).
std::vector<Figure> figures_of_period(db::Connection& c, const std::string& indicator,
                                      const std::string& region, const std::string& period_key);
/// Those whose periods' keys lie between two, both within.
std::vector<Figure> figures_between(db::Connection& c, const std::string& indicator,
                                    const std::string& region, const std::string& first_key,
                                    const std::string& last_key);

void insert_figures(db::Connection& c, std::span<const Figure> list);
/// Writes content and updated, and counts the version up. False: the version is no longer one.version.
bool update_figure(db::Connection& c, const Figure& one);
/// Puts away, or with none back. False as above.
bool set_figure_deleted(db::Connection& c, const Figure& one, std::optional<Instant> deleted);

/// What a derived figure is made of: ids.
void set_inputs(db::Connection& c, const std::string& figure, const std::vector<std::string>& inputs);
std::vector<std::string> inputs_of(db::Connection& c, const std::string& figure);
/// Derived figures that are made of one of these, not those put away: ids.
std::vector<std::string> made_of(db::Connection& c, const std::vector<std::string>& inputs);

}  // namespace dure::figures
