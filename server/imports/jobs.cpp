// SPDX-License-Identifier: Apache-2.0
#include "server/imports/jobs.hpp"

#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

struct States {
    State working, left;
};

/// What the import is while its job waits or runs, and when that ended without having done it.
States states_of(db::Connection& c, const jobs::Job& job) {
    if (job.kind == kCheckJob) return {State::checking, State::draft};
    if (job.kind == kUndoJob) return {State::undoing, State::done};
    const bool begun = last_written(c, job.subject.value()) > 0;
    return {State::writing, begun ? State::stopped : State::checked};
}

void follow(db::Connection& c, const jobs::Job& job, Instant now) {
    if (job.state == jobs::State::done) return;  // the job's results say it all
    auto one = find_import(c, job.subject.value());
    if (!one) return;
    const States states = states_of(c, job);
    const State wanted = jobs::is_final(job.state) ? states.left : states.working;
    if (one->state == wanted) return;
    one->state = wanted;
    one->error = job.error;
    if (job.kind == kWriteJob) one->written = count_written(c, one->id);
    one->updated = now;
    update_import(c, *one);
}

}  // namespace

std::map<std::string, jobs::Handler> job_handlers(const Context& context) {
    const auto handler = [context](auto work) {
        return [context, work](jobs::JobContext& job) { return work(context, job); };
    };
    return {{std::string(kCheckJob), handler(check_import)},
            {std::string(kWriteJob), handler(write_import)},
            {std::string(kUndoJob), handler(undo_import)}};
}

std::map<std::string, jobs::Follower> job_followers(Clock clock) {
    const auto follower = [clock = std::move(clock)](db::Connection& c, const jobs::Job& job) {
        follow(c, job, clock());
    };
    return {{std::string(kCheckJob), follower},
            {std::string(kWriteJob), follower},
            {std::string(kUndoJob), follower}};
}

}  // namespace dure::imports
