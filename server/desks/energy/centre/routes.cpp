// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/routes.hpp"

#include "server/desks/energy/centre/centre_year.hpp"
#include "server/desks/energy/centre/forecast_handlers.hpp"
#include "server/desks/energy/centre/kept_handlers.hpp"
#include "server/desks/energy/centre/overview.hpp"
#include "server/desks/energy/centre/programme.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {

std::vector<auth::Operation> centre_operations(const Desk& desk) {
    const auto kept = [&](const std::shared_ptr<const Resource>& resource) {
        return [handlers = std::make_shared<KeptHandlers>(desk, resource)](auto handle) {
            return auth::bind(handlers, handle);
        };
    };
    const auto measures = std::make_shared<MeasureResource>(desk.clock);
    const auto one = kept(measures), two = kept(std::make_shared<ProgrammeResource>()),
               three = kept(std::make_shared<CentreYearResource>(desk.clock)),
               four = kept(std::make_shared<ForecastResource>());
    const auto all = [handlers = std::make_shared<OverviewHandlers>(desk, measures)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto ahead = [handlers = std::make_shared<ForecastHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using K = KeptHandlers;
    using O = OverviewHandlers;
    using F = ForecastHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/energy/measures",                                "list_measures",                kReaders,  forbidden, one(&K::list)},
        {"POST",   "/api/v1/energy/measures",                                "create_measure",               kPlanners, forbidden, one(&K::create)},
        {"GET",    "/api/v1/energy/measures/export",                         "export_measures",              kReaders,  forbidden, one(&K::download)},
        {"GET",    "/api/v1/energy/measures/{measure_id}",                   "get_measure",                  kReaders,  not_found, one(&K::get)},
        {"PUT",    "/api/v1/energy/measures/{measure_id}",                   "replace_measure",              kPlanners, not_found, one(&K::replace)},
        {"DELETE", "/api/v1/energy/measures/{measure_id}",                   "delete_measure",               kPlanners, not_found, one(&K::remove)},
        {"POST",   "/api/v1/energy/measures/{measure_id}/restore",           "restore_measure",              kPlanners, not_found, one(&K::restore)},
        {"GET",    "/api/v1/energy/measures/{measure_id}/history",           "list_measure_history",         kReaders,  not_found, one(&K::history)},
        {"GET",    "/api/v1/energy/abatement_curve",                         "get_abatement_curve",          kReaders,  forbidden, all(&O::get_abatement_curve)},
        {"GET",    "/api/v1/energy/gap",                                     "get_gap",                      kReaders,  forbidden, all(&O::get_gap)},
        {"GET",    "/api/v1/energy/monitoring",                              "get_monitoring_report",        kReaders,  forbidden, all(&O::get_monitoring_report)},
        {"GET",    "/api/v1/energy/programmes",                              "list_energy_programmes",       kReaders,  forbidden, two(&K::list)},
        {"POST",   "/api/v1/energy/programmes",                              "create_energy_programme",      kPlanners, forbidden, two(&K::create)},
        {"GET",    "/api/v1/energy/programmes/export",                       "export_energy_programmes",     kReaders,  forbidden, two(&K::download)},
        {"GET",    "/api/v1/energy/programmes/{programme_id}",               "get_energy_programme",         kReaders,  not_found, two(&K::get)},
        {"PUT",    "/api/v1/energy/programmes/{programme_id}",               "replace_energy_programme",     kPlanners, not_found, two(&K::replace)},
        {"DELETE", "/api/v1/energy/programmes/{programme_id}",               "delete_energy_programme",      kPlanners, not_found, two(&K::remove)},
        {"POST",   "/api/v1/energy/programmes/{programme_id}/restore",       "restore_energy_programme",     kPlanners, not_found, two(&K::restore)},
        {"GET",    "/api/v1/energy/programmes/{programme_id}/history",       "list_energy_programme_history", kReaders, not_found, two(&K::history)},
        {"GET",    "/api/v1/energy/centre_years",                            "list_centre_years",            kReaders,  forbidden, three(&K::list)},
        {"POST",   "/api/v1/energy/centre_years",                            "create_centre_year",           kPlanners, forbidden, three(&K::create)},
        {"GET",    "/api/v1/energy/centre_years/export",                     "export_centre_years",          kReaders,  forbidden, three(&K::download)},
        {"GET",    "/api/v1/energy/centre_years/{centre_year_id}",           "get_centre_year",              kReaders,  not_found, three(&K::get)},
        {"PUT",    "/api/v1/energy/centre_years/{centre_year_id}",           "replace_centre_year",          kPlanners, not_found, three(&K::replace)},
        {"DELETE", "/api/v1/energy/centre_years/{centre_year_id}",           "delete_centre_year",           kPlanners, not_found, three(&K::remove)},
        {"POST",   "/api/v1/energy/centre_years/{centre_year_id}/restore",   "restore_centre_year",          kPlanners, not_found, three(&K::restore)},
        {"GET",    "/api/v1/energy/centre_years/{centre_year_id}/history",   "list_centre_year_history",     kReaders,  not_found, three(&K::history)},
        {"GET",    "/api/v1/energy/forecasts",                               "list_forecasts",               kReaders,  forbidden, four(&K::list)},
        {"POST",   "/api/v1/energy/forecasts",                               "create_forecast",              kPlanners, forbidden, four(&K::create)},
        {"GET",    "/api/v1/energy/forecasts/export",                        "export_forecasts",             kReaders,  forbidden, four(&K::download)},
        {"GET",    "/api/v1/energy/forecasts/{forecast_id}",                 "get_forecast",                 kReaders,  not_found, four(&K::get)},
        {"PUT",    "/api/v1/energy/forecasts/{forecast_id}",                 "replace_forecast",             kPlanners, not_found, four(&K::replace)},
        {"DELETE", "/api/v1/energy/forecasts/{forecast_id}",                 "delete_forecast",              kPlanners, not_found, four(&K::remove)},
        {"POST",   "/api/v1/energy/forecasts/{forecast_id}/restore",         "restore_forecast",             kPlanners, not_found, four(&K::restore)},
        {"GET",    "/api/v1/energy/forecasts/{forecast_id}/history",         "list_forecast_history",        kReaders,  not_found, four(&K::history)},
        {"GET",    "/api/v1/energy/forecasts/{forecast_id}/result",          "get_forecast_result",          kReaders,  not_found, ahead(&F::get_forecast_result)},
        {"POST",   "/api/v1/energy/forecasts/{forecast_id}/plan",            "use_forecast_in_plan",         kPlanners, not_found, ahead(&F::use_forecast_in_plan)},
    };
    // clang-format on
}

}  // namespace dure::desks::energy
