// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/sweep_job.hpp"

#include <algorithm>

#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/desks/energy/sweep_store.hpp"
#include "server/desks/energy/sweep_views.hpp"

namespace dure::desks::energy {
namespace {

constexpr double kPointSeconds = 120;  ///< a point that takes longer is kept as not finished

jobs::Outcome run(db::Database& database, jobs::JobContext& context, int threads) {
    struct Loaded {
        SweepRecord record;
        dure::energy::Network network;
        dure::energy::SeriesValues series;
        std::vector<std::int64_t> done;
    };
    const Loaded in = database.read([&](db::Connection& c) {
        Loaded loaded{.record = find_sweep(c, context.job.subject.value()).value()};
        const RunInput input = sweep_input(c, loaded.record.id);
        loaded.network = decode_network(input.model).value();
        loaded.series = load_series(c, input.series);
        loaded.done = point_numbers(c, loaded.record.id);
        return loaded;
    });
    const jobs::Outcome cancelled{.state = jobs::State::cancelled};
    const auto points = points_of(sweep_kind(in.record.kind), decode_sweep_spec(in.record.specification));
    const lp::Options options{
        .threads = threads, .time_limit_seconds = kPointSeconds, .progress = nullptr, .stop = context.stop};
    auto done = static_cast<double>(in.done.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::ranges::binary_search(in.done, static_cast<std::int64_t>(i))) continue;
        if (context.stop.stop_requested()) return cancelled;
        const auto point =
            dure::energy::solve_point(in.network, in.series, static_cast<int>(i), points[i], options);
        if (point.status == lp::Status::cancelled || context.stop.stop_requested()) return cancelled;
        const std::string result = encode(point, points[i]);
        database.write([&](db::Connection& c) { keep_point(c, in.record.id, point.number, result); });
        context.progress({.fraction = ++done / static_cast<double>(points.size()),
                          .stage = "sweep.points",
                          .details = {}});
    }
    return {.state = jobs::State::done};
}

}  // namespace

jobs::Handler sweep_handler(db::Database& database, int threads) {
    return [&database, threads](jobs::JobContext& context) { return run(database, context, threads); };
}

}  // namespace dure::desks::energy
