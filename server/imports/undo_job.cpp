// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "server/imports/codec.hpp"
#include "server/imports/jobs.hpp"
#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

constexpr int kBatch = 2'000;
constexpr std::size_t kNamesShown = 5;

class Undo {
  public:
    Undo(const Context& context, jobs::JobContext& job, Import one)
        : context_(context),
          job_(job),
          one_(std::move(one)),
          resource_(*find_resource(context.registry, one_.resource)),
          keeps_changed_(decode_undo(job.job.payload).value_or(UndoWish()).keep_changed) {}

    jobs::Outcome run() {
        if (!keeps_changed_ && !each_batch(true)) return {.state = jobs::State::cancelled};
        if (!kept_.empty()) return {.state = jobs::State::failed, .error = changed_since()};
        done_ = 0;
        if (!each_batch(false)) return {.state = jobs::State::cancelled};
        return {.state = jobs::State::done,
                .save = [id = one_.id, clock = context_.clock,
                         undone = done_ - static_cast<std::int64_t>(kept_.size())](db::Connection& c) {
                    auto one = find_import(c, id).value();
                    one.state = State::undone;
                    one.undone += undone;
                    one.error.reset();
                    one.updated = clock();
                    update_import(c, one);
                }};
    }

  private:
    /// False: it was cancelled.
    bool each_batch(bool only_look) {
        std::int64_t below = std::numeric_limits<std::int64_t>::max();
        for (;;) {
            const auto batch = context_.database.read(
                [&](db::Connection& c) { return written_below(c, one_.id, below, kBatch); });
            if (batch.empty()) return true;
            auto kept = only_look
                            ? context_.database.read([&](db::Connection& c) { return undo(c, batch, true); })
                            : context_.database.write([&](db::Connection& c) {
                                  auto left = undo(c, batch, false);
                                  mark_undone(c, one_.id, batch.back().row, batch.front().row);
                                  return left;
                              });
            kept_.insert(kept_.end(), std::make_move_iterator(kept.begin()),
                         std::make_move_iterator(kept.end()));
            below = batch.back().row;
            done_ += static_cast<std::int64_t>(batch.size());
            if (job_.stop.stop_requested()) return false;
            const double part =
                static_cast<double>(done_) / static_cast<double>(std::max<std::int64_t>(one_.written, 1));
            job_.progress(
                {.fraction = std::min(1.0, only_look ? part / 4 : (keeps_changed_ ? 0 : 0.25) + part * 0.75),
                 .stage = only_look ? "import.look" : "import.undo",
                 .details = {{"rows", std::to_string(done_)}}});
        }
    }

    std::vector<Kept> undo(db::Connection& c, const std::vector<Written>& batch, bool only_look) {
        return resource_.undo(c, batch, {.account = job_.job.owner, .request_id = job_.job.id}, only_look);
    }

    Error changed_since() const {
        std::string names;
        for (std::size_t i = 0; i < std::min(kept_.size(), kNamesShown); ++i)
            names += (i == 0 ? "" : ", ") + kept_[i].name;
        if (kept_.size() > kNamesShown) names += " …";
        return {.code = "imports.changed_since",
                .params = {{"count", std::to_string(kept_.size())}, {"names", names}}};
    }

    const Context& context_;
    jobs::JobContext& job_;
    const Import one_;
    const Resource& resource_;
    const bool keeps_changed_;
    std::vector<Kept> kept_;
    std::int64_t done_ = 0;
};

}  // namespace

jobs::Outcome undo_import(const Context& context, jobs::JobContext& job) {
    auto one = context.database.read(
        [&](db::Connection& c) { return find_import(c, job.job.subject.value()).value(); });
    return Undo(context, job, std::move(one)).run();
}

}  // namespace dure::imports
