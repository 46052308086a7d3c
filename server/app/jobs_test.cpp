// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class JobsApi : public Api {
  protected:
    void set_state(const std::string& job, const std::string& state) {
        app().database().write(
            [&](db::Connection& c) { c.execute("UPDATE job SET state = $2 WHERE id = $1", job, state); });
    }
    json::value ended(const Person& who) {
        const auto plan = make_plan(who, "Daegu");
        return ended_run(who, text(make_run(who, text(plan, "id")), "id"));
    }
};
DURE_API_TESTS(JobsApi);

TEST_P(JobsApi, TellWhatTheyWorkFor) {
    const Person kim = planner();
    const auto run = ended(kim);
    const auto job = parsed(get(kim, "/jobs/" + text(run, "job")));
    EXPECT_EQ(text(job, "state"), "done");
    EXPECT_EQ(text(job, "subject"), text(run, "id"));
    EXPECT_EQ(text(job, "parent"), text(run, "plan"));
    EXPECT_EQ(text(job, "subject_name"), "Daegu #1");
    EXPECT_EQ(text(job, "progress"), "1");
}

TEST_P(JobsApi, ListsHoldOnesOwnAndForAnAdministratorAll) {
    const Person kim = planner(), lee = planner();
    ended(kim);
    EXPECT_EQ(parsed(get(kim, "/jobs?state=done")).at("items").as_array().size(), 1u);
    EXPECT_EQ(parsed(get(kim, "/jobs?state=queued")).at("items").as_array().size(), 0u);
    EXPECT_EQ(parsed(get(lee, "/jobs")).at("items").as_array().size(), 0u);
    EXPECT_EQ(parsed(get(administrator(), "/jobs")).at("items").as_array().size(), 1u);
    EXPECT_EQ(get(kim, "/jobs?state=lost").status, 422);
}

TEST_P(JobsApi, AFailedOneIsRunAgain) {
    const Person kim = planner();
    const auto run = ended(kim);
    const std::string path = "/jobs/" + text(run, "job");
    EXPECT_EQ(post(kim, path + "/retry").status, 409) << "it is done";
    set_state(text(run, "job"), "interrupted");
    EXPECT_EQ(json::serialize(parsed(get(kim, path)).at("actions")), R"(["retry_job"])");
    const Reply queued = post(kim, path + "/retry");
    ASSERT_EQ(queued.status, 200) << queued.body;
    EXPECT_EQ(text(ended_run(kim, text(run, "id")), "status"), "optimal");
}

TEST_P(JobsApi, AFinishedOneStaysWhenCancelled) {
    const Person kim = planner();
    const auto run = ended(kim);
    const Reply cancelled = post(kim, "/jobs/" + text(run, "job") + "/cancel");
    EXPECT_EQ(cancelled.status, 200);
    EXPECT_EQ(text(parsed(cancelled), "state"), "done");
}

TEST_P(JobsApi, ARunThatIsCancelledSaysSo) {
    const Person kim = planner();
    std::string model = small_model();
    model.replace(model.find(R"("periods":24)"), 12, R"("periods":50000)");
    const auto plan = make_plan(kim, "Long", model);
    const auto run = make_run(kim, text(plan, "id"));
    EXPECT_EQ(post(kim, "/jobs/" + text(run, "job") + "/cancel").status, 200);
    EXPECT_EQ(text(ended_run(kim, text(run, "id")), "status"), "cancelled");
}

TEST_P(JobsApi, EventsTellTheStateUntilTheEnd) {
    const Person kim = planner();
    const auto run = ended(kim);
    const Reply events = get(kim, "/jobs/" + text(run, "job") + "/events");
    EXPECT_EQ(events.header("content-type"), "text/event-stream");
    EXPECT_NE(events.body.find("event: job\n"), std::string::npos) << events.body;
    EXPECT_NE(events.body.find(R"("state":"done")"), std::string::npos);
    const auto id = events.body.find("id: ");
    const std::string last = events.body.substr(id + 4, events.body.find('\n', id) - id - 4);
    const Reply resumed = get(kim, "/jobs/" + text(run, "job") + "/events", {{"Last-Event-ID", last}});
    EXPECT_EQ(resumed.body.find("event: job"), std::string::npos) << "nothing has happened since";
}

}  // namespace
}  // namespace dure::app::testing
