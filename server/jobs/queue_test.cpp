// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/queue.hpp"

#include "server/jobs/testing.hpp"

namespace dure::jobs {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds kLease{1000};

class Jobs : public testing::WithQueue {
  protected:
    template <class F>
    auto write(F&& body) {
        return db().write([&](db::Connection& c) { return body(c); });
    }
    std::optional<Job> claim(const std::string& worker = "w1") {
        const std::string kinds[] = {"count", "other"};
        return write([&](db::Connection& c) { return queue_.claim(c, kinds, worker, kLease); });
    }
    bool finish(const std::string& id, const Outcome& outcome, const std::string& worker = "w1") {
        return write([&](db::Connection& c) { return queue_.finish(c, id, worker, outcome); });
    }
    std::vector<Job> recover(int max_attempts = 3) {
        return write([&](db::Connection& c) { return queue_.recover(c, max_attempts); });
    }
    State state(const std::string& id) { return job(queue_, id).state; }

    Instant now_ = 1'800'000'000 * kSecond;
    std::vector<std::string> followed_;
    Queue queue_{[this] { return now_; }, ids(), {{"count", [this](db::Connection&, const Job& j) {
                                                       followed_.emplace_back(name_of(j.state));
                                                   }}}};
};
DURE_ON_EACH_DATABASE(Jobs);

TEST_P(Jobs, AreDoneInTheOrderInWhichTheyWereAsked) {
    const auto first = enqueue(queue_), second = enqueue(queue_, "other");
    enqueue(queue_, "nobody's");
    EXPECT_EQ(first.state, State::queued);
    EXPECT_EQ(first.subject, "subject");

    const auto taken = claim();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->id, first.id);
    EXPECT_EQ(taken->state, State::running);
    EXPECT_EQ(taken->attempts, 1);
    EXPECT_EQ(taken->started, now_);
    EXPECT_EQ(claim()->id, second.id);
    EXPECT_FALSE(claim());
}

TEST_P(Jobs, EndWithTheirResultsOrWithoutEither) {
    const auto id = enqueue(queue_).id;
    claim();
    const auto save = [](db::Connection& c) {
        c.execute("INSERT INTO setting (name, value, version, updated) VALUES ('result', '1', 1, 0)");
    };
    EXPECT_TRUE(finish(id, {.state = State::done, .error = {}, .save = save}));
    EXPECT_EQ(job(queue_, id).progress.fraction, 1);
    EXPECT_EQ(job(queue_, id).finished, now_);
    EXPECT_FALSE(finish(id, {})) << "it has ended";

    const auto again = enqueue(queue_).id;
    claim();
    EXPECT_THROW(finish(again, {.state = State::done, .error = {}, .save = save}), db::Error);
    EXPECT_EQ(state(again), State::running);
}

TEST_P(Jobs, FailWithACodeAndCanBeRetried) {
    const auto id = enqueue(queue_).id;
    claim();
    const Error error{.code = "plan.infeasible", .params = {{"limit", "co2"}}, .pointer = "/limits/0"};
    finish(id, {.state = State::failed, .error = error, .save = {}});
    EXPECT_EQ(job(queue_, id).error, error);

    const auto retried = write([&](db::Connection& c) { return queue_.retry(c, id); });
    ASSERT_TRUE(retried);
    EXPECT_EQ(retried->state, State::queued);
    EXPECT_EQ(retried->error, std::nullopt);
    EXPECT_EQ(retried->attempts, 0);
    EXPECT_EQ(claim()->id, id);
    EXPECT_EQ(followed_, (std::vector<std::string>{"running", "failed", "queued", "running"}));
}

TEST_P(Jobs, ThatRunOrAreDoneCannotBeRetried) {
    const auto id = enqueue(queue_).id;
    const auto code = [&](const std::string& which) {
        const auto result = write([&](db::Connection& c) { return queue_.retry(c, which); });
        return result ? "" : result.error().code;
    };
    EXPECT_EQ(code(id), "job.not_retriable");
    claim();
    EXPECT_EQ(code(id), "job.not_retriable");
    finish(id, {});
    EXPECT_EQ(code(id), "job.not_retriable");
    EXPECT_EQ(code("nothing"), "job.unknown");
}

TEST_P(Jobs, AreCancelledAtOnceWhileQueuedAndAskedToStopWhileRunning) {
    const auto cancel = [&](const std::string& id) {
        return write([&](db::Connection& c) { return queue_.cancel(c, id); });
    };
    const auto waiting = enqueue(queue_).id;
    EXPECT_EQ(cancel(waiting)->state, State::cancelled);
    EXPECT_FALSE(claim());

    const auto running = enqueue(queue_).id;
    claim();
    std::stop_source source;
    queue_.signals().watch(running, source);
    EXPECT_EQ(cancel(running)->state, State::running);
    EXPECT_TRUE(source.stop_requested());
    EXPECT_EQ(db().read([&](db::Connection& c) { return queue_.cancelled_of(c, "w1"); }),
              std::vector<std::string>{running});
    finish(running, {.state = State::cancelled, .error = {}, .save = {}});
    EXPECT_EQ(cancel(running)->state, State::cancelled);
    EXPECT_FALSE(cancel("nothing"));
}

TEST_P(Jobs, TellTheirProgress) {
    const auto id = enqueue(queue_).id;
    claim();
    const auto before = job(queue_, id).version;
    const auto keep = [&](const std::string& worker, const std::optional<Progress>& progress) {
        return write([&](db::Connection& c) { return queue_.keep(c, id, worker, kLease, progress); });
    };
    EXPECT_TRUE(keep("w1", Progress{.fraction = 0.5, .stage = "solving", .details = {{"iteration", "12"}}}));
    EXPECT_TRUE(keep("w1", std::nullopt));
    EXPECT_FALSE(keep("w2", std::nullopt));
    const auto seen = job(queue_, id);
    EXPECT_EQ(seen.progress.fraction, 0.5);
    EXPECT_EQ(seen.progress.stage, "solving");
    EXPECT_EQ(seen.progress.details, (Params{{"iteration", "12"}}));
    EXPECT_EQ(seen.version, before + 1) << "keeping alone is no news";
}

TEST_P(Jobs, OfALostWorkerAreQueuedAgainUntilTheyHaveTriedTooOften) {
    const auto id = enqueue(queue_).id;
    for (int attempt = 1; attempt <= 3; ++attempt) {
        EXPECT_EQ(claim()->attempts, attempt);
        EXPECT_TRUE(recover().empty()) << "its lease still holds";
        now_ += 2 * kSecond;
        ASSERT_EQ(recover().size(), 1U);
    }
    EXPECT_EQ(state(id), State::interrupted);
    EXPECT_EQ(job(queue_, id).error->code, "job.interrupted");
    EXPECT_TRUE(write([&](db::Connection& c) { return queue_.retry(c, id); }));
    EXPECT_EQ(claim()->attempts, 1);
}

TEST_P(Jobs, OfALostWorkerTakeNoResultFromIt) {
    const auto id = enqueue(queue_).id;
    claim("w1");
    now_ += 2 * kSecond;
    recover();
    EXPECT_EQ(claim("w2")->id, id);
    bool saved = false;
    EXPECT_FALSE(finish(
        id, {.state = State::done, .error = {}, .save = [&](db::Connection&) { saved = true; }}, "w1"));
    EXPECT_FALSE(saved);
    EXPECT_TRUE(finish(id, {}, "w2"));
}

TEST_P(Jobs, GivenBackCountNoAttempt) {
    const auto id = enqueue(queue_).id;
    claim();
    EXPECT_TRUE(write([&](db::Connection& c) { return queue_.give_back(c, id, "w1"); }));
    EXPECT_EQ(claim("w2")->attempts, 1);
}

TEST_P(Jobs, AreListedNewestFirstByOwnerAndState) {
    std::vector<std::string> made;
    for (int i = 0; i < 5; ++i) made.push_back(enqueue(queue_).id);
    claim();
    const auto list = [&](const Filter& filter) {
        return db().read([&](db::Connection& c) { return queue_.list(c, filter); });
    };
    const auto page = list({.owner = "kim", .state = {}, .below = {}, .limit = 2});
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].id, made[4]);
    EXPECT_EQ(list({.owner = {}, .state = {}, .below = page[1].id}).size(), 3U);
    EXPECT_EQ(list({.owner = {}, .state = State::running, .below = {}}).size(), 1U);
    EXPECT_TRUE(list({.owner = "lee", .state = {}, .below = {}}).empty());
}

}  // namespace
}  // namespace dure::jobs
