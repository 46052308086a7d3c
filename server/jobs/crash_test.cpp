// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "server/db/testing_child.hpp"
#include "server/jobs/testing.hpp"
#include "server/jobs/workers.hpp"

namespace dure::jobs {
namespace {

using std::chrono::milliseconds;
constexpr WorkerOptions kQuick{.max_attempts = 2, .lease = milliseconds(1000), .beat = milliseconds(20)};

class ACrash : public testing::WithQueue {
  protected:
    /// A server's process: works on the queue, reports that its job has begun, never ends it.
    void work_for_ever(const db::testing::ChildProcess::Report& report) {
        const auto database = db::Database::open({.url = url()});
        IdMaker ids(db::system_clock(), db::system_random());
        Queue queue(db::system_clock(), ids);
        const Workers workers(*database, queue, ids.next(),
                              {{"count",
                                [&](JobContext& context) -> Outcome {
                                    report(context.job.attempts);
                                    for (;;) std::this_thread::sleep_for(milliseconds(100));
                                }}},
                              kQuick);
        for (;;) std::this_thread::sleep_for(milliseconds(100));
    }
    std::int64_t begun_and_killed() {
        db::testing::ChildProcess server([&](const auto& report) { work_for_ever(report); });
        const auto attempt = server.next();
        server.kill();
        return attempt;
    }
    State after(const std::string& id, State state) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (job(queue_, id).state != state && std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(milliseconds(10));
        }
        return job(queue_, id).state;
    }
    std::unique_ptr<Workers> next_server() {
        return std::make_unique<Workers>(
            db(), queue_, ids().next(),
            std::map<std::string, Handler>{{"count", [](JobContext&) { return Outcome{}; }}}, kQuick);
    }

    Queue queue_{db::system_clock(), ids()};
};
DURE_ON_EACH_DATABASE(ACrash);

TEST_P(ACrash, LeavesAJobThatTheNextProcessResumes) {
    const auto id = enqueue(queue_).id;
    ASSERT_EQ(begun_and_killed(), 1);
    EXPECT_EQ(job(queue_, id).state, State::running) << "nobody has noticed yet";
    const auto server = next_server();
    EXPECT_EQ(after(id, State::done), State::done);
    EXPECT_EQ(job(queue_, id).attempts, 2);
}

TEST_P(ACrash, ThatComesBackEachTimeInterruptsTheJobWhichCanBeRunAgain) {
    const auto id = enqueue(queue_).id;
    ASSERT_EQ(begun_and_killed(), 1);
    ASSERT_EQ(begun_and_killed(), 2);
    const auto server = next_server();
    EXPECT_EQ(after(id, State::interrupted), State::interrupted);
    EXPECT_EQ(job(queue_, id).error->code, "job.interrupted");
    ASSERT_TRUE(db().write([&](db::Connection& c) { return queue_.retry(c, id); }));
    EXPECT_EQ(after(id, State::done), State::done);
}

}  // namespace
}  // namespace dure::jobs
