// SPDX-License-Identifier: Apache-2.0
#include "server/figures/routes.hpp"

#include "server/figures/handlers.hpp"
#include "server/figures/policy.hpp"

namespace dure::figures {

std::vector<auth::Operation> operations(const Office& office) {
    const auto source = [handlers = std::make_shared<SourceHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto figure = [handlers = std::make_shared<FigureHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto reading = [handlers = std::make_shared<ReadingHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using S = SourceHandlers;
    using F = FigureHandlers;
    using R = ReadingHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/sources",                        "list_sources",          kReaders, forbidden, source(&S::list_sources)},
        {"POST",   "/api/v1/sources",                        "create_source",         kEditors, forbidden, source(&S::create_source)},
        {"GET",    "/api/v1/sources/{source_id}",            "get_source",            kReaders, not_found, source(&S::get_source)},
        {"PUT",    "/api/v1/sources/{source_id}",            "replace_source",        kEditors, not_found, source(&S::replace_source)},
        {"DELETE", "/api/v1/sources/{source_id}",            "delete_source",         kEditors, not_found, source(&S::delete_source)},
        {"POST",   "/api/v1/sources/{source_id}/restore",    "restore_source",        kEditors, not_found, source(&S::restore_source)},
        {"GET",    "/api/v1/sources/{source_id}/history",    "list_source_history",   kReaders, not_found, source(&S::list_source_history)},
        {"GET",    "/api/v1/figures",                        "list_figures",          kReaders, forbidden, figure(&F::list_figures)},
        {"GET",    "/api/v1/figures/export",                 "export_figures",        kReaders, forbidden, figure(&F::export_figures)},
        {"GET",    "/api/v1/figures/package",                "get_figure_package",    kReaders, forbidden, figure(&F::get_figure_package)},
        {"POST",   "/api/v1/figures",                        "create_figure",         kEditors, forbidden, figure(&F::create_figure)},
        {"GET",    "/api/v1/figures/{figure_id}",            "get_figure",            kReaders, not_found, figure(&F::get_figure)},
        {"PUT",    "/api/v1/figures/{figure_id}",            "replace_figure",        kEditors, not_found, figure(&F::replace_figure)},
        {"DELETE", "/api/v1/figures/{figure_id}",            "delete_figure",         kEditors, not_found, figure(&F::delete_figure)},
        {"POST",   "/api/v1/figures/{figure_id}/restore",    "restore_figure",        kEditors, not_found, figure(&F::restore_figure)},
        {"GET",    "/api/v1/figures/{figure_id}/history",    "list_figure_history",   kReaders, not_found, figure(&F::list_figure_history)},
        {"GET",    "/api/v1/figure_vocabulary",              "get_figure_vocabulary", kReaders, forbidden, reading(&R::get_figure_vocabulary)},
        {"GET",    "/api/v1/indicators/{indicator}/series",  "get_indicator_series",  kReaders, forbidden, reading(&R::get_indicator_series)},
        {"GET",    "/api/v1/energy_balances/{region}/{year}", "get_energy_balance",   kReaders, forbidden, reading(&R::get_energy_balance)},
        {"POST",   "/api/v1/decompositions",                 "decompose_change",      kReaders, forbidden, reading(&R::decompose_change)},
        {"GET",    "/api/v1/unit_conversions",               "convert_units",         kReaders, forbidden, reading(&R::convert_units)},
    };
    // clang-format on
}

}  // namespace dure::figures
