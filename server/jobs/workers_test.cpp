// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/workers.hpp"

#include <atomic>
#include <set>
#include <thread>

#include "server/jobs/testing.hpp"

namespace dure::jobs {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

class WorkersOf : public testing::WithQueue {
  protected:
    /// Waits until it holds, for at most ten seconds.
    static bool soon(const std::function<bool()>& holds) {
        for (const auto end = Steady::now() + std::chrono::seconds(10); Steady::now() < end;) {
            if (holds()) return true;
            std::this_thread::sleep_for(milliseconds(5));
        }
        return false;
    }
    bool soon_is(const std::string& id, State state) {
        return soon([&] { return job(queue_, id).state == state; });
    }
    std::unique_ptr<Workers> workers(Handler handler, WorkerOptions options = {}) {
        return std::make_unique<Workers>(db(), queue_, ids().next(),
                                         std::map<std::string, Handler>{{"count", std::move(handler)}},
                                         options);
    }
    static Outcome until_stopped(JobContext& context) {
        while (!context.stop.stop_requested()) std::this_thread::sleep_for(milliseconds(5));
        return {.state = State::cancelled, .error = {}, .save = {}};
    }

    Queue queue_{db::system_clock(), ids()};
};
DURE_ON_EACH_DATABASE(WorkersOf);

TEST_P(WorkersOf, TheQueueDoEachJobOnce) {
    std::mutex mutex;
    std::multiset<std::string> done;
    const auto pool = workers(
        [&](JobContext& context) {
            const std::lock_guard lock(mutex);
            done.insert(context.job.id);
            return Outcome{};
        },
        {.threads = 3});
    std::set<std::string> made;
    for (int i = 0; i < 12; ++i) made.insert(enqueue(queue_).id);
    for (const auto& id : made) EXPECT_TRUE(soon_is(id, State::done));
    EXPECT_EQ(done, std::multiset<std::string>(made.begin(), made.end()));
}

TEST_P(WorkersOf, ThisProcessBeginWithoutWaitingForThePoll) {
    const auto pool = workers([](JobContext&) { return Outcome{}; }, {.poll = std::chrono::seconds(60)});
    std::this_thread::sleep_for(milliseconds(50));
    EXPECT_TRUE(soon_is(enqueue(queue_).id, State::done));
}

TEST_P(WorkersOf, TheQueueNoticeACancelWithinATenthOfASecond) {
    std::atomic<bool> begun = false;
    std::atomic<Steady::rep> stopped = 0;
    const auto pool = workers([&](JobContext& context) {
        const std::stop_callback notice(context.stop,
                                        [&] { stopped = Steady::now().time_since_epoch().count(); });
        begun = true;
        return until_stopped(context);
    });
    const auto id = enqueue(queue_).id;
    ASSERT_TRUE(soon([&] { return begun.load(); }));
    const auto asked = Steady::now().time_since_epoch().count();
    Steady::rep committed = asked;
    db().write([&](db::Connection& c) {
        queue_.cancel(c, id);
        c.after_commit([&] { committed = Steady::now().time_since_epoch().count(); });
    });
    EXPECT_TRUE(soon_is(id, State::cancelled));
    EXPECT_GE(stopped, asked);
    EXPECT_LT(Steady::duration(stopped - committed), milliseconds(100));
}

TEST_P(WorkersOf, AnotherProcessAreStoppedToo) {
    Queue elsewhere(db::system_clock(), ids());
    const auto pool = workers(until_stopped, {.beat = milliseconds(20), .poll = milliseconds(20)});
    const auto id = enqueue(elsewhere).id;
    ASSERT_TRUE(soon_is(id, State::running));
    db().write([&](db::Connection& c) { elsewhere.cancel(c, id); });
    EXPECT_TRUE(soon_is(id, State::cancelled));
}

TEST_P(WorkersOf, AHandlerThatThrowsFailTheJobAndGoOn) {
    const auto pool = workers([](JobContext&) -> Outcome { throw std::runtime_error("broken on purpose"); });
    for (int i = 0; i < 2; ++i) {
        const auto id = enqueue(queue_).id;
        EXPECT_TRUE(soon_is(id, State::failed));
        EXPECT_EQ(job(queue_, id).error->code, "job.failed");
    }
}

TEST_P(WorkersOf, AResultThatCannotBeSavedFailTheJob) {
    const auto pool = workers([](JobContext&) {
        return Outcome{
            .state = State::done, .error = {}, .save = [](db::Connection& c) { c.execute("no SQL"); }};
    });
    EXPECT_TRUE(soon_is(enqueue(queue_).id, State::failed));
}

TEST_P(WorkersOf, TheQueueWriteProgressNowAndThen) {
    std::atomic<bool> seen = false;
    const auto pool = workers(
        [&](JobContext& context) {
            for (int i = 0; !seen && i < 2000; ++i) {
                context.progress({.fraction = 0.25, .stage = "solving", .details = {{"iteration", "7"}}});
                std::this_thread::sleep_for(milliseconds(5));
            }
            return Outcome{};
        },
        {.beat = milliseconds(20)});
    const auto id = enqueue(queue_).id;
    EXPECT_TRUE(soon([&] { return job(queue_, id).progress.stage == "solving"; }));
    seen = true;
    EXPECT_TRUE(soon_is(id, State::done));
}

TEST_P(WorkersOf, AnEndingProgramPutTheirJobsBack) {
    const auto id = enqueue(queue_).id;
    {
        const auto pool = workers(until_stopped);
        ASSERT_TRUE(soon_is(id, State::running));
    }
    EXPECT_EQ(job(queue_, id).state, State::queued);
    EXPECT_EQ(job(queue_, id).attempts, 0);
    const auto pool = workers([](JobContext&) { return Outcome{}; });
    EXPECT_TRUE(soon_is(id, State::done));
}

TEST_P(WorkersOf, TheQueueTakeOverFromOneThatIsGone) {
    const auto id = enqueue(queue_).id;
    const std::string kinds[] = {"count"};
    db().write([&](db::Connection& c) { queue_.claim(c, kinds, "gone", milliseconds(50)); });
    const auto pool = workers([](JobContext&) { return Outcome{}; }, {.lease = milliseconds(400)});
    EXPECT_TRUE(soon_is(id, State::done));
    EXPECT_EQ(job(queue_, id).attempts, 2);
}

TEST_P(WorkersOf, TheQueueKeepALongJobBeyondItsLease) {
    const auto pool = workers(
        [](JobContext&) {
            std::this_thread::sleep_for(milliseconds(3000));
            return Outcome{};
        },
        {.threads = 2, .lease = milliseconds(1500), .beat = milliseconds(20), .poll = milliseconds(20)});
    const auto id = enqueue(queue_).id;
    EXPECT_TRUE(soon_is(id, State::done));
    EXPECT_EQ(job(queue_, id).attempts, 1);
}

}  // namespace
}  // namespace dure::jobs
