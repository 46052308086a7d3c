// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/workers.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dure::jobs {
namespace {

using Steady = std::chrono::steady_clock;

void pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

class Workers::Impl {
    /// A job being done, as its own thread and the keeper see it.
    struct Running {
        explicit Running(Job taken) : job(std::move(taken)) {}

        const Job job;
        std::stop_source stop;
        std::mutex mutex;  // of what follows
        std::optional<Progress> news;
        Steady::time_point kept = Steady::now();
    };

  public:
    Impl(db::Database& database, Queue& queue, std::string name, std::map<std::string, Handler> handlers,
         WorkerOptions options)
        : database_(database),
          queue_(queue),
          name_(std::move(name)),
          handlers_(std::move(handlers)),
          options_(options) {
        for (const auto& [kind, handler] : handlers_) kinds_.push_back(kind);
        keeper_ = std::jthread([this](const std::stop_token& stop) { keep_all(stop); });
        for (int i = 0; i < options_.threads; ++i) {
            threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
        }
    }

    ~Impl() {
        for (auto& thread : threads_) thread.request_stop();
        for (const auto& running : all_running()) running->stop.request_stop();
        threads_.clear();  // joined before the keeper: leases are kept until the last handler has returned
    }

  private:
    void work(const std::stop_token& stop) {
        std::uint64_t seen = 0;
        while (!stop.stop_requested()) {
            auto job = guarded("claiming a job", [&] {
                return database_.write(
                    [&](db::Connection& c) { return queue_.claim(c, kinds_, name_, options_.lease); });
            });
            if (job && *job)
                do_job(std::move(**job), stop);
            else
                seen = queue_.signals().wait(seen, stop, options_.poll);
        }
    }

    void do_job(Job job, const std::stop_token& ending) {
        const auto running = std::make_shared<Running>(std::move(job));
        const auto& id = running->job.id;
        queue_.signals().watch(id, running->stop);
        add(running);
        // The program's end may have come between the claim and the line above.
        if (ending.stop_requested()) running->stop.request_stop();
        const Outcome outcome = run_handler(*running);
        end_job(id, outcome, ending.stop_requested());
        remove(running);
        queue_.signals().forget(id);
    }

    Outcome run_handler(Running& running) {
        JobContext context{
            .job = running.job, .stop = running.stop.get_token(), .progress = [&](const Progress& p) {
                const std::lock_guard lock(running.mutex);
                running.news = p;
            }};
        try {
            return handlers_.at(running.job.kind)(context);
        } catch (const std::exception& error) {
            spdlog::error("job {} of kind {} threw: {}", running.job.id, running.job.kind, error.what());
            return failed();
        }
    }

    void end_job(const std::string& id, const Outcome& outcome, bool ending) {
        const auto end = [&](const Outcome& how) {
            return database_.write([&](db::Connection& c) {
                if (ending && how.state == State::cancelled && !queue_.find(c, id)->cancel_asked) {
                    return queue_.give_back(c, id, name_);
                }
                return queue_.finish(c, id, name_, how);
            });
        };
        auto ended = guarded("ending job " + id, [&] { return end(outcome); });
        // Where the results could not be written, at least the failure is; a database that is gone leaves it
        // to the lease.
        if (!ended) ended = guarded("failing job " + id, [&] { return end(failed()); });
        if (ended && !*ended)
            spdlog::warn("job {} was taken over by another worker; its results are dropped", id);
    }

    static Outcome failed() {
        return {.state = State::failed, .error = Error{.code = "job.failed"}, .save = {}};
    }

    void keep_all(const std::stop_token& stop) {
        auto recovered = Steady::time_point{};
        while (!stop.stop_requested()) {
            if (Steady::now() - recovered >= options_.lease / 4) {
                recovered = Steady::now();
                recover();
            }
            for (const auto& running : all_running()) keep(*running);
            if (!all_running().empty()) stop_cancelled();
            pause(stop, options_.beat);
        }
    }

    void recover() {
        const auto jobs = guarded("recovering jobs", [&] {
            return database_.write(
                [&](db::Connection& c) { return queue_.recover(c, options_.max_attempts); });
        });
        if (!jobs) return;
        for (const auto& job : *jobs)
            spdlog::warn("job {} had lost its worker; now {}", job.id, name_of(job.state));
    }

    void keep(Running& running) {
        std::optional<Progress> news;
        {
            const std::lock_guard lock(running.mutex);
            news = std::exchange(running.news, std::nullopt);
            if (!news && Steady::now() - running.kept < options_.lease / 4) return;
            running.kept = Steady::now();
        }
        const auto kept = guarded("keeping job " + running.job.id, [&] {
            return database_.write([&](db::Connection& c) {
                return queue_.keep(c, running.job.id, name_, options_.lease, news);
            });
        });
        if (kept && !*kept) running.stop.request_stop();
    }

    void stop_cancelled() {
        const auto ids = guarded("looking for cancelled jobs", [&] {
            return database_.read([&](db::Connection& c) { return queue_.cancelled_of(c, name_); });
        });
        if (!ids) return;
        for (const auto& id : *ids) queue_.signals().cancel(id);
    }

    /// A database that is away for a while must not end the threads: none, and logged.
    template <class F>
    auto guarded(const std::string& what, F&& body) -> std::optional<std::invoke_result_t<F>> {
        try {
            return body();
        } catch (const std::exception& error) {
            spdlog::error("{}: {}", what, error.what());
            return std::nullopt;
        }
    }

    std::vector<std::shared_ptr<Running>> all_running() {
        const std::lock_guard lock(mutex_);
        return running_;
    }
    void add(const std::shared_ptr<Running>& running) {
        const std::lock_guard lock(mutex_);
        running_.push_back(running);
    }
    void remove(const std::shared_ptr<Running>& running) {
        const std::lock_guard lock(mutex_);
        std::erase(running_, running);
    }

    db::Database& database_;
    Queue& queue_;
    const std::string name_;
    const std::map<std::string, Handler> handlers_;
    const WorkerOptions options_;
    std::vector<std::string> kinds_;
    std::mutex mutex_;  // of running_
    std::vector<std::shared_ptr<Running>> running_;
    std::jthread keeper_;
    std::vector<std::jthread> threads_;
};

Workers::Workers(db::Database& database, Queue& queue, std::string name,
                 std::map<std::string, Handler> handlers, WorkerOptions options)
    : impl_(std::make_unique<Impl>(database, queue, std::move(name), std::move(handlers), options)) {}

Workers::~Workers() = default;

}  // namespace dure::jobs
