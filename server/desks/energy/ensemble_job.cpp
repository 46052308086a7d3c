// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/ensemble_job.hpp"

#include <algorithm>

#include "server/desks/energy/ensemble_store.hpp"
#include "server/desks/energy/ensemble_views.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/series_store.hpp"

namespace dure::desks::energy {
namespace {

constexpr double kSampleSeconds = 60;  ///< a sample that takes longer is kept as not finished
constexpr double kSamplesPart = 0.8;   ///< of the progress, when ranges follow

struct Loaded {
    EnsembleRecord record;
    EnsembleWish wish;
    dure::energy::Network network;
    dure::energy::SeriesValues series;
    std::vector<std::int64_t> done;
};

Loaded load(db::Connection& c, const std::string& id) {
    Loaded loaded{.record = find_ensemble(c, id).value()};
    loaded.wish = decode_wish(loaded.record.specification).value();
    const RunInput input = ensemble_input(c, id);
    loaded.network = decode_network(input.model).value();
    loaded.series = load_series(c, input.series);
    loaded.done = sample_numbers(c, id);
    return loaded;
}

jobs::Outcome failed(Errors& errors) {
    return {.state = jobs::State::failed, .error = std::move(errors.front())};
}
const jobs::Outcome kCancelled{.state = jobs::State::cancelled};

class Ensemble {
  public:
    Ensemble(db::Database& database, jobs::JobContext& context, int threads)
        : database_(database),
          context_(context),
          in_(database.read([&](db::Connection& c) { return load(c, context.job.subject.value()); })),
          options_{.threads = threads,
                   .time_limit_seconds = kSampleSeconds,
                   .progress = nullptr,
                   .stop = context.stop} {}

    jobs::Outcome run() {
        if (auto ended = plan_as_it_stands()) return std::move(*ended);
        if (auto ended = compute_samples()) return std::move(*ended);
        return compute_ranges();
    }

  private:
    /// Samples begin where it passes, and regret is told against its design.
    std::optional<jobs::Outcome> plan_as_it_stands() {
        if (in_.done.size() == static_cast<std::size_t>(in_.wish.samples)) return std::nullopt;
        context_.progress({.fraction = 0, .stage = "ensemble.base", .details = {}});
        lp::Options patient = options_;
        patient.time_limit_seconds = lp::Options{}.time_limit_seconds;
        patient.keep_start = true;
        auto base = dure::energy::plan(in_.network, in_.series, patient);
        if (!base) return failed(base.error());
        if (base->status == lp::Status::cancelled) return kCancelled;
        options_.start = base->start;
        if (!in_.wish.regret) return std::nullopt;
        if (base->status != lp::Status::optimal)
            return jobs::Outcome{.state = jobs::State::failed, .error = Error{.code = "ensemble.no_optimum"}};
        design_ = dure::energy::with_design(in_.network, *base);
        return std::nullopt;
    }

    std::optional<jobs::Outcome> compute_samples() {
        const auto draws = dure::energy::draws(in_.wish);
        auto done = static_cast<double>(in_.done.size());
        for (std::size_t i = 0; i < draws.size(); ++i) {
            if (std::ranges::binary_search(in_.done, static_cast<std::int64_t>(i))) continue;
            if (context_.stop.stop_requested()) return kCancelled;
            const auto sample = dure::energy::solve_sample(in_.network, in_.series, static_cast<int>(i),
                                                           draws[i], design_ ? &*design_ : nullptr, options_);
            if (sample.status == lp::Status::cancelled || context_.stop.stop_requested()) return kCancelled;
            const std::string result = encode(sample, draws[i]);
            database_.write([&](db::Connection& c) { keep_sample(c, in_.record.id, sample.number, result); });
            const double part = in_.wish.slacks.empty() ? 1 : kSamplesPart;
            context_.progress({.fraction = part * ++done / static_cast<double>(draws.size()),
                               .stage = "ensemble.samples",
                               .details = {}});
        }
        return std::nullopt;
    }

    jobs::Outcome compute_ranges() {
        if (in_.wish.slacks.empty()) return {.state = jobs::State::done};
        const double from = in_.wish.samples > 0 ? kSamplesPart : 0;
        lp::Options options = options_;
        options.progress = [&](const Progress& p) {
            context_.progress({.fraction = from + (1 - from) * p.fraction, .stage = p.stage, .details = {}});
        };
        auto ranges = dure::energy::near_optimal(in_.network, in_.series, in_.wish.slacks, options);
        if (!ranges) return failed(ranges.error());
        if (context_.stop.stop_requested()) return kCancelled;
        return {.state = jobs::State::done,
                .save = [id = in_.record.id, text = encode(*ranges)](db::Connection& c) {
                    set_ensemble_ranges(c, id, text);
                }};
    }

    db::Database& database_;
    jobs::JobContext& context_;
    const Loaded in_;
    lp::Options options_;
    std::optional<dure::energy::Network> design_;
};

}  // namespace

jobs::Handler ensemble_handler(db::Database& database, int threads) {
    return [&database, threads](jobs::JobContext& context) {
        return Ensemble(database, context, threads).run();
    };
}

}  // namespace dure::desks::energy
