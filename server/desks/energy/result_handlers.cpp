// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/energy/formats/pypsa_write.hpp"
#include "server/desks/energy/flows.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/run_package.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/run_tables.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/tables/zip_writer.hpp"

namespace dure::desks::energy {
namespace {

constexpr std::string_view kTables[] = {"summary", "technologies", "limits", "dispatch", "prices"};
constexpr std::string_view kFormats[] = {"csv", "xlsx"};
constexpr std::string_view kPackages[] = {"pypsa", "datapackage"};
constexpr std::string_view kLanguages[] = {"ko", "en"};
constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A run that has been solved: else 409.
RunRecord solved_run(db::Connection& c, const Request& request, const Actor& actor) {
    RunRecord run = readable_run(c, request, actor);
    if (run.status != "optimal") http::refuse(409, "run.no_result");
    return run;
}

/// Results never change once they are there; the shape of the answer can with the program's version.
std::string tag_of(const RunRecord& run) {
    return '"' + run.id + '"';
}

struct AtBus {
    RunRecord run;
    dure::energy::Network network;
    std::vector<RunSeries> flows;
};

AtBus load(db::Connection& c, RunRecord run, const std::optional<std::string>& bus) {
    AtBus loaded{.run = std::move(run)};
    loaded.network = decode_network(run_input(c, loaded.run.id).model).value();
    if (bus &&
        std::ranges::find(loaded.network.buses, *bus, &dure::energy::Bus::name) == loaded.network.buses.end())
        http::refuse_fields(
            {{.code = "run.unknown_bus", .params = {{"name", *bus}}, .pointer = "/query/bus"}});
    loaded.flows = run_series(c, loaded.run.id, bus);
    return loaded;
}

/// Names of files travel in a header: only letters, digits and signs that need no quoting.
std::string file_name(const RunRecord& run, std::string_view table, std::string_view format) {
    return "run-" + std::to_string(run.number) + "-" + std::string(table) + "." + std::string(format);
}

}  // namespace

Response ResultHandlers::get_run_model(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const RunRecord run = readable_run(c, request, actor);
        const std::string tag = tag_of(run);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return std::move(http::json_text(run_input(c, run.id).model).with("ETag", tag));
    });
}

Response ResultHandlers::get_run_dispatch(const Request& request, const Actor& actor) {
    constexpr std::int64_t most = 100'000;
    http::Query query(request);
    const std::string bus = query.required_text("bus", 100);
    Window window{.from = query.integer("from", 0, most, 0), .step = 0};
    const auto to = query.integer("to", 1, most);
    window.step = query.integer("step", 1, 8784, 1);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const RunRecord run = solved_run(c, request, actor);
        const std::string tag = tag_of(run);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        const AtBus loaded = load(c, run, bus);
        window.to = std::min<std::int64_t>(to.value_or(most), loaded.network.time.periods);
        if (window.from >= window.to)
            http::refuse_fields({{.code = "run.empty_window",
                                  .params = {{"periods", std::to_string(loaded.network.time.periods)}},
                                  .pointer = "/query/from"}});
        const Dispatch view = dispatch_of(bus, loaded.flows, loaded.network, window);
        return std::move(http::json_text(encode(view)).with("ETag", tag));
    });
}

Response ResultHandlers::get_run_duration(const Request& request, const Actor& actor) {
    http::Query query(request);
    const std::string bus = query.required_text("bus", 100);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const RunRecord run = solved_run(c, request, actor);
        const std::string tag = tag_of(run);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        const AtBus loaded = load(c, run, bus);
        return std::move(
            http::json_text(encode(duration_of(bus, loaded.flows, loaded.network))).with("ETag", tag));
    });
}

Response ResultHandlers::export_run_table(const Request& request, const Actor& actor) {
    const auto table = std::ranges::find(kTables, request.parameters.at("table"));
    http::Query query(request);
    if (query.required_text("format").empty()) query.done();
    const auto format = query.choice("format", kFormats);
    const auto language = static_cast<Language>(query.choice("language", kLanguages).value_or(0));
    query.done();
    const RunReport report = desk_.database.read([&](db::Connection& c) {
        RunRecord run = readable_run(c, request, actor);
        if (table == std::end(kTables)) http::refuse(404, "http.not_found");
        AtBus loaded = load(c, solved_run(c, request, actor), std::nullopt);
        return RunReport{.run = std::move(run),
                         .network = std::move(loaded.network),
                         .result = decode_result(run_result(c, loaded.run.id).value()).value(),
                         .flows = std::move(loaded.flows)};
    });
    const auto wanted = static_cast<RunTable>(table - std::begin(kTables));
    Response response;
    if (format == 0u) {
        response.content_type = "text/csv; charset=utf-8";
        response.body = tables::to_csv(make_table(wanted, report, language));
    } else {
        std::vector<tables::Table> all;
        for (std::size_t i = 0; i < std::size(kTables); ++i)
            all.push_back(make_table(static_cast<RunTable>(i), report, language));
        response.content_type = kXlsx;
        response.body = tables::to_xlsx(all);
    }
    response.with("Content-Disposition",
                  "attachment; filename=\"" + file_name(report.run, *table, kFormats[*format]) + '"');
    return response;
}

Response ResultHandlers::export_run_package(const Request& request, const Actor& actor) {
    http::Query query(request);
    if (query.required_text("format").empty()) query.done();
    const auto format = query.choice("format", kPackages);
    const auto language = static_cast<Language>(query.choice("language", kLanguages).value_or(0));
    query.done();
    dure::energy::SeriesValues series;
    const RunReport report = desk_.database.read([&](db::Connection& c) {
        RunRecord run = solved_run(c, request, actor);
        const RunInput input = run_input(c, run.id);
        series = load_series(c, input.series);
        ResultView result = decode_result(run_result(c, run.id).value()).value();
        auto flows = run_series(c, run.id, std::nullopt);
        return RunReport{.run = std::move(run),
                         .network = decode_network(input.model).value(),
                         .result = std::move(result),
                         .flows = std::move(flows)};
    });
    std::map<std::string, std::string> files;
    if (format == 0u) {
        const dure::energy::Plan plan = plan_of(report);
        auto folder = dure::energy::write_pypsa_folder(report.network, series, &plan);
        if (!folder) http::refuse_fields(std::move(folder.error()));
        files.insert(folder->begin(), folder->end());
    } else {
        files = data_package(report, series, language);
    }
    Response response;
    response.content_type = "application/zip";
    response.body = tables::to_zip(files);
    response.with("Content-Disposition",
                  "attachment; filename=\"" + file_name(report.run, kPackages[*format], "zip") + '"');
    return response;
}

}  // namespace dure::desks::energy
