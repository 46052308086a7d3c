// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/link.hpp"

#include <algorithm>
#include <cmath>

#include "engine/search/linkage/rivals.hpp"

namespace dure::search {
namespace {

constexpr int kRounds = 4;  // of the share of doubles
constexpr int kSteps = 8;   // of expectation and maximisation in each
constexpr double kLeastShare = 0.02, kLeastOfCompanies = 0.1, kMostShare = 0.98;
constexpr double kMostBits = 60;

class Learner {
  public:
    Learner(const Comparisons& c, std::uint32_t left, std::uint32_t right, bool same)
        : c_(c), shorter_(std::min(left, right)), curves_(c.of.size()) {
        graph_.records = same ? left : left + right;
        for (const Candidate& p : c.pairs) graph_.pairs.emplace_back(p.left, same ? p.right : left + p.right);
    }

    void learn() {
        for (int round = 0; round <= kRounds; ++round) {
            chances_ = first_guess();
            for (int step = 0; step < kSteps; ++step) {
                maximise();
                expect();
            }
            if (round < kRounds)
                share_ =
                    std::clamp(estimated_share(), absolute() ? kLeastOfCompanies : kLeastShare, kMostShare);
        }
    }

    Link explained(std::size_t pair) const {
        Link link{.left = c_.pairs[pair].left, .right = c_.pairs[pair].right};
        link.prior = prior();
        link.weight = link.prior + alone_[pair];
        for (std::size_t f = 0; f < c_.of.size(); ++f) link.bits.push_back(bits(f, pair));
        const double heard = std::log2(odds_[pair]);
        link.rivals = heard - link.weight;
        link.weight = heard;
        return link;
    }

    double weight(std::size_t pair) const { return std::log2(odds_[pair]); }
    double share() const { return share_; }
    std::vector<Curve> curves() && { return std::move(curves_); }

  private:
    bool absolute() const { return c_.of.front().kind == Compared::company; }

    /// Curves speak of candidates, of which a record has several; a company's bits of any two names.
    double prior() const {
        const double odds = share_ / (1 - share_);
        const double each = static_cast<double>(c_.pairs.size()) / shorter_;
        return std::log2(absolute() ? odds : odds / each);
    }

    double bits(std::size_t f, std::size_t pair) const {
        const Comparison& c = c_.of[f];
        if (c.kind != Compared::company) return curves_[f].at(c.scores[pair]);
        return std::isnan(c.scores[pair]) ? 0 : c.scores[pair];
    }

    /// The pairs in which both records are each other's best.
    std::vector<double> first_guess() const {
        constexpr double kSure = 0.9;
        const std::vector<float>& scores = c_.of.front().scores;
        std::vector<float> best(graph_.records, absolute() ? 0.F : -1.F);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (std::isnan(scores[i])) continue;
            const auto [a, b] = graph_.pairs[i];
            best[a] = std::max(best[a], scores[i]);
            best[b] = std::max(best[b], scores[i]);
        }
        std::vector<double> chances;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const auto [a, b] = graph_.pairs[i];
            chances.push_back(scores[i] >= best[a] && scores[i] >= best[b] ? kSure : 0);
        }
        return chances;
    }

    void maximise() {
        for (std::size_t f = 0; f < c_.of.size(); ++f) {
            if (c_.of[f].kind != Compared::company) curves_[f] = learned(c_.of[f].scores, chances_);
        }
    }

    void expect() {
        const std::size_t n = c_.pairs.size();
        alone_.assign(n, 0);
        std::vector<double> odds(n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t f = 0; f < c_.of.size(); ++f) alone_[i] += bits(f, i);
            odds[i] = std::exp2(std::clamp(alone_[i] + prior(), -kMostBits, kMostBits));
        }
        odds_ = odds_among_rivals(graph_, odds);
        for (std::size_t i = 0; i < n; ++i) chances_[i] = odds_[i] / (1 + odds_[i]);
    }

    double estimated_share() const {
        const double share = share_with_double(graph_, alone_);
        return share * graph_.records / (2.0 * shorter_);
    }

    const Comparisons& c_;
    double shorter_;
    PairGraph graph_;
    std::vector<Curve> curves_;
    std::vector<double> chances_, alone_, odds_;
    double share_ = 0.5;
};

std::vector<std::size_t> by_weight(const Learner& learner, const Comparisons& c, double least) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < c.pairs.size(); ++i) {
        if (learner.weight(i) > least) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = learner.weight(a), y = learner.weight(b);
        return x != y ? x > y : c.pairs[a] < c.pairs[b];
    });
    return order;
}

Linkage linked(const Records& left, const Records& right, bool same, const LinkOptions& options) {
    Comparisons c = compared(left, right, same);
    Linkage linkage;
    if (!c.pairs.empty()) {
        Learner learner(c, static_cast<std::uint32_t>(left.rows.size()),
                        static_cast<std::uint32_t>(right.rows.size()), same);
        learner.learn();
        std::vector<bool> left_told(left.rows.size()), right_told(right.rows.size());
        std::vector<bool>& other_told = same ? left_told : right_told;
        for (const std::size_t i : by_weight(learner, c, options.least)) {
            const Candidate& p = c.pairs[i];
            if (options.one_to_one && (left_told[p.left] || other_told[p.right])) continue;
            left_told[p.left] = other_told[p.right] = true;
            linkage.links.push_back(learner.explained(i));
        }
        linkage.share = learner.share();
        linkage.curves = std::move(learner).curves();
    }
    for (Comparison& comparison : c.of) comparison.scores.clear();
    linkage.compared = std::move(c.of);
    return linkage;
}

}  // namespace

Linkage link(const Records& left, const Records& right, const LinkOptions& options) {
    return linked(left, right, false, options);
}

Linkage doubles(const Records& records, const LinkOptions& options) {
    return linked(records, records, true, options);
}

}  // namespace dure::search
