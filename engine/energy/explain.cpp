// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/build.hpp"
#include "engine/energy/elastic.hpp"

namespace dure::energy {
namespace {

constexpr double kMissed = 1e-3;  ///< of the penalties: less than this is the solver's dust
constexpr int kGapHours = 24;     ///< hours that miss less than a day apart are told as one window

std::size_t number(int i) {
    return static_cast<std::size_t>(i);
}

class Explainer {
  public:
    Explainer(const Network& network, const SeriesValues& series, const lp::Options& options)
        : indexed_(index(network, series)),
          model_(build(indexed_)),
          elastic_(indexed_, model_),
          options_(options) {
        options_.progress = nullptr;
        options_.keep_start = false;
        options_.vertex = false;
    }

    std::vector<ConflictPart> run() {
        std::vector<bool> kept(elastic_.constraints().size(), true);
        const auto first = elastic_.solve(kept, options_);
        if (!first || first->missed <= kMissed) return {};
        if (auto priced = elastic_.priced(*first); conflict(priced)) kept = std::move(priced);
        // What a person decides on is tried last, so that it stays in the set when there is a choice.
        for (const ConflictKind kind :
             {ConflictKind::balance, ConflictKind::minimum, ConflictKind::maximum, ConflictKind::limit})
            filter(kept, kind);
        std::vector<ConflictPart> parts;
        for (std::size_t c = 0; c < kept.size(); ++c)
            if (kept[c]) parts.push_back(part(c, kept));
        if (stopped()) return {};
        std::ranges::stable_sort(parts, {}, &ConflictPart::kind);
        return parts;
    }

  private:
    bool stopped() const { return options_.stop.stop_requested(); }

    bool conflict(const std::vector<bool>& kept, const Hours* hours = nullptr) {
        const auto solved = elastic_.solve(kept, options_, hours);
        return solved && solved->missed > kMissed;
    }

    void filter(std::vector<bool>& kept, ConflictKind kind) {
        for (std::size_t c = 0; c < kept.size() && !stopped(); ++c) {
            if (!kept[c] || elastic_.constraints()[c].kind != kind) continue;
            kept[c] = false;
            if (!conflict(kept)) kept[c] = true;
        }
    }

    ConflictPart part(std::size_t c, const std::vector<bool>& kept) {
        const ElasticConstraint& constraint = elastic_.constraints()[c];
        ConflictPart part{.kind = constraint.kind, .pointer = constraint.pointer, .bound = constraint.bound};
        if (constraint.kind != ConflictKind::balance) {
            const auto alone = elastic_.give_way(c, options_);
            part.helps = alone.has_value();
            if (alone) part.relaxed = elastic_.relaxed_bound(c, *alone);
            return part;
        }
        auto alone = elastic_.give_way(c, options_, nullptr, Elastic::Side::shortage);
        if (!alone) alone = elastic_.give_way(c, options_, nullptr, Elastic::Side::surplus);
        part.helps = alone.has_value();
        // Where giving way here alone does not help, the hours are those that miss while only the set holds.
        if (!alone) alone = elastic_.give_way(c, options_, &kept);
        if (alone) describe(part, c, *alone, kept);
        return part;
    }

    void describe(ConflictPart& part, std::size_t c, const ElasticPoint& point,
                  const std::vector<bool>& kept) {
        const auto missed = elastic_.missed_mw(c, point);
        double surplus = 0;
        for (int t = 0; t < indexed_.periods; ++t) {
            const double mwh = std::abs(missed[number(t)]) * indexed_.generation_hours[number(t)];
            part.missed_mwh += mwh;
            if (missed[number(t)] < 0) surplus += mwh;
            part.missed_mw = std::max(part.missed_mw, std::abs(missed[number(t)]));
        }
        part.surplus = surplus > part.missed_mwh / 2;
        auto windows = windows_of(missed, part.missed_mw);
        need_windows(windows, c, kept);
        std::ranges::stable_sort(windows, std::ranges::greater(), &ConflictWindow::missed_mwh);
        if (windows.size() > kMostWindows) windows.resize(kMostWindows);
        part.windows = std::move(windows);
    }

    std::vector<ConflictWindow> windows_of(const std::vector<double>& missed, double most) const {
        const int gap = std::max(1, static_cast<int>(kGapHours / indexed_.network->time.hours_per_period));
        std::vector<ConflictWindow> windows;
        for (int t = 0; t < indexed_.periods; ++t) {
            const double mw = std::abs(missed[number(t)]);
            if (mw <= 1e-4 * most) continue;
            if (windows.empty() || t - windows.back().to >= gap) windows.push_back({.from = t, .to = t + 1});
            ConflictWindow& last = windows.back();
            last.to = t + 1;
            last.missed_mwh += mw * indexed_.generation_hours[number(t)];
            last.missed_mw = std::max(last.missed_mw, mw);
        }
        return windows;
    }

    /// The same deletion filter over the hours of one balance. Too many windows, or windows that need the
    /// rest of the year to conflict, are all needed.
    void need_windows(std::vector<ConflictWindow>& windows, std::size_t c, const std::vector<bool>& kept) {
        if (windows.size() < 2 || windows.size() > kMostWindows || stopped()) return;
        Hours hours{.constraint = c, .on = std::vector<bool>(number(indexed_.periods))};
        const auto mark = [&](const ConflictWindow& w, bool on) {
            std::fill(hours.on.begin() + w.from, hours.on.begin() + w.to, on);
        };
        for (const auto& window : windows) mark(window, true);
        if (!conflict(kept, &hours)) return;
        for (auto& window : windows) {
            mark(window, false);
            window.needed = !conflict(kept, &hours);
            mark(window, window.needed);
        }
    }

    const Indexed indexed_;
    const Program model_;
    Elastic elastic_;
    lp::Options options_;
};

}  // namespace

std::vector<ConflictPart> explain(const Network& network, const SeriesValues& series,
                                  const lp::Options& options) {
    return Explainer(network, series, options).run();
}

}  // namespace dure::energy
