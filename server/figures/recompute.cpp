// SPDX-License-Identifier: Apache-2.0
#include "server/figures/recompute.hpp"

#include <algorithm>
#include <set>

#include "engine/energy/formula.hpp"
#include "server/audit/audit.hpp"
#include "server/figures/figure_check.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/figure_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::figures {
namespace {

/// How many formulas may stand on each other within a file.
constexpr int kDeepest = 100;

/// New figures worked out in the order in which one needs the other.
class Batch {
  public:
    Batch(db::Connection& c, const Vocabulary& vocabulary, std::vector<Figure>& figures)
        : vocabulary_(vocabulary), figures_(figures) {
        std::vector<std::string> outside;
        for (Figure& one : figures_)
            if (one.content.code) own_[*one.content.code] = &one;
        for (const Figure& one : figures_) {
            if (one.content.method != Method::derived) continue;
            if (auto codes = energy::references_of(one.content.formula.value_or("")))
                for (std::string& code : *codes)
                    if (!own_.contains(code)) outside.push_back(std::move(code));
        }
        std::ranges::sort(outside);
        outside.erase(std::ranges::unique(outside).begin(), outside.end());
        known_ = find_figures_by_code(c, outside);
    }

    void run() {
        for (Figure& one : figures_) work(one);
    }

    Errors errors;
    std::map<std::string, std::vector<std::string>> inputs;

  private:
    enum class Mark { untouched, open, done };

    const Figure* find(const std::string& code) {
        if (const auto own = own_.find(code); own != own_.end()) {
            work(*own->second);
            return own->second;
        }
        const auto known = known_.find(code);
        return known == known_.end() || known->second.deleted ? nullptr : &known->second;
    }

    void work(Figure& one) {
        if (one.content.method != Method::derived) return;
        Mark& mark = marks_[one.id];
        if (mark == Mark::done) return;
        if (mark == Mark::open)
            return refuse(one,
                          {.code = "figures.circle", .params = {{"code", one.content.code.value_or("")}}});
        if (depth_ >= kDeepest) return refuse(one, {.code = "figures.too_deep"});
        ++depth_;
        mark = Mark::open;
        auto& of = inputs[one.id];
        const auto value =
            work_out(one.content, vocabulary_, [&](const std::string& code) -> const FigureContent* {
                const Figure* other = find(code);
                if (other && std::ranges::find(of, other->id) == of.end()) of.push_back(other->id);
                return other ? &other->content : nullptr;
            });
        if (value)
            one.content.value = *value;
        else
            refuse(one, value.error());
        marks_[one.id] = Mark::done;
        --depth_;
    }

    void refuse(const Figure& one, Error error) {
        error.params.emplace_back("figure", one.content.code.value_or(""));
        error.pointer = "/formula";
        errors.push_back(std::move(error));
    }

    const Vocabulary& vocabulary_;
    std::vector<Figure>& figures_;
    std::map<std::string, Figure*> own_;
    std::map<std::string, Figure> known_;
    std::map<std::string, Mark> marks_;
    int depth_ = 0;
};

/// A formula's value from what stands in the database now.
Expected<double> value_now(db::Connection& c, const Vocabulary& vocabulary, const Figure& one) {
    const auto codes = energy::references_of(one.content.formula.value_or(""));
    if (!codes) return std::unexpected(codes.error());
    const auto known = find_figures_by_code(c, *codes);
    return work_out(one.content, vocabulary, [&](const std::string& code) -> const FigureContent* {
        const auto found = known.find(code);
        return found == known.end() || found->second.deleted ? nullptr : &found->second.content;
    });
}

}  // namespace

void recompute(db::Connection& c, const Vocabulary& vocabulary, const std::vector<std::string>& changed,
               Instant now, const std::string& actor, const std::string& request_id) {
    // No circles are ever saved, so going round by round ends: each round is one step further from the
    // change.
    std::vector<std::string> round = made_of(c, changed);
    while (!round.empty()) {
        std::vector<std::string> moved;
        for (Figure& one : find_figures(c, round)) {
            const auto value = value_now(c, vocabulary, one);
            if (!value)
                http::refuse(409, "figures.cannot_recompute",
                             {{"code", one.content.code.value_or(one.id)}, {"why", value.error().code}});
            if (*value == one.content.value) continue;
            const std::string before = encode(one.content);
            one.content.value = *value;
            one.updated = now;
            if (!update_figure(c, one)) http::refuse(412, "http.stale");
            audit::record(c, {.at = now,
                              .actor = actor,
                              .action = "recompute_figure",
                              .record_kind = "figure",
                              .record_id = one.id,
                              .before = before,
                              .after = encode(one.content),
                              .request_id = request_id});
            moved.push_back(one.id);
        }
        round = made_of(c, moved);
    }
}

std::optional<std::string> first_made_of(db::Connection& c, const std::vector<std::string>& inputs,
                                         const std::string& own) {
    std::set<std::string> seen;
    std::vector<std::string> todo = inputs;
    while (!todo.empty()) {
        const std::string id = todo.back();
        todo.pop_back();
        if (id == own) {
            const auto one = find_figure(c, id);
            return one ? one->content.code.value_or(id) : id;
        }
        if (!seen.insert(id).second) continue;
        for (std::string& further : inputs_of(c, id)) todo.push_back(std::move(further));
    }
    return std::nullopt;
}

Checked<std::map<std::string, std::vector<std::string>>> work_out_all(db::Connection& c,
                                                                      const Vocabulary& vocabulary,
                                                                      std::vector<Figure>& figures) {
    Batch batch(c, vocabulary, figures);
    batch.run();
    if (!batch.errors.empty()) return std::unexpected(std::move(batch.errors));
    return std::move(batch.inputs);
}

}  // namespace dure::figures
