// SPDX-License-Identifier: Apache-2.0
#include "server/imports/run_here.hpp"

#include "server/imports/jobs.hpp"
#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

std::string_view kind_of(Step step) {
    switch (step) {
        case Step::check:
            return kCheckJob;
        case Step::write:
            return kWriteJob;
        case Step::undo:
            return kUndoJob;
    }
    std::unreachable();
}

}  // namespace

Import run_here(const Context& context, const std::string& import, Step step, std::stop_token stop,
                ProgressCallback progress) {
    jobs::Job job{.id = context.ids.next(), .kind = std::string(kind_of(step)), .subject = import};
    const auto follow = job_followers(context.clock).at(job.kind);
    context.database.write([&](db::Connection& c) {
        job.owner = find_import(c, import).value().owner;
        job.state = jobs::State::running;
        follow(c, job);
    });
    jobs::JobContext with{.job = job, .stop = std::move(stop), .progress = std::move(progress)};
    const jobs::Outcome outcome = job_handlers(context).at(job.kind)(with);
    return context.database.write([&](db::Connection& c) {
        job.state = outcome.state;
        job.error = outcome.error;
        if (outcome.save)
            outcome.save(c);
        else
            follow(c, job);
        return find_import(c, import).value();
    });
}

}  // namespace dure::imports
