// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "server/app/together_test.hpp"

namespace dure::app::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TasksApi : public TogetherApi {
  protected:
    List titles(const Person& who, const std::string& query) {
        List found;
        const Reply reply = get(who, "/tasks?" + query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        const json::value list = parsed(reply);
        for (const auto& one : list.at("items").as_array()) found.push_back(text(one, "title"));
        return found;
    }
};
DURE_API_TESTS(TasksApi);

TEST_P(TasksApi, AreGivenDoneOpenedAgainAndToldOf) {
    make_records();
    const Reply made =
        task(kim, lee.id, "Call them",
             R"(,"due":"2026-11-30","subject_kind":"organisation","subject_id":")" + organisation + "\"");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string path = "/tasks/" + text(parsed(made), "id");
    EXPECT_EQ(text(parsed(made).at("subject"), "path"), "/organisations/" + organisation);
    EXPECT_THAT(kinds(lee), Contains("task_assigned"));
    EXPECT_EQ(mails_of(lee.id, "task.assigned"), 1);
    EXPECT_EQ(post(park, path + "/done", "", {{"If-Match", etag(made)}}).status, 403) << "not theirs";
    EXPECT_EQ(post(lee, path + "/done").status, 428);
    const Reply done = change(lee, path, "/done");
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(text(parsed(done), "done_by_name"), "Lee");
    EXPECT_EQ(post(lee, path + "/done", "", {{"If-Match", etag(made)}}).status, 412);
    EXPECT_EQ(change(lee, path, "/done").status, 403) << "done already";
    EXPECT_THAT(kinds(kim), Contains("task_done"));
    EXPECT_EQ(mails_of(kim.id, "task.done"), 1);
    const Reply open = change(lee, path, "/reopen");
    ASSERT_EQ(open.status, 200) << open.body;
    EXPECT_TRUE(text(parsed(open), "done").empty());
    EXPECT_EQ(parsed(get(park, path + "/history")).at("items").as_array().size(), 3u);
    EXPECT_EQ(send(lee, "DELETE", path, "", {{"If-Match", etag(open)}}).status, 403)
        << "who gave it puts it away";
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", etag(open)}}).status, 204);
    EXPECT_EQ(get(lee, path).status, 404);
    EXPECT_THAT(kinds(lee), ::testing::Not(Contains("task_assigned"))) << "what is put away is not told of";
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(get(lee, path).status, 200);
}

TEST_P(TasksApi, OneOnNoRecordIsForWhoHasAPartInIt) {
    const Reply made = task(kim, lee.id, "Private");
    const std::string path = "/tasks/" + text(parsed(made), "id");
    EXPECT_EQ(get(lee, path).status, 200);
    EXPECT_EQ(get(park, path).status, 404);
    EXPECT_THAT(titles(park, "box=all"), IsEmpty());
    EXPECT_THAT(titles(kim, "box=given"), ElementsAre("Private"));
    EXPECT_THAT(titles(lee, "box=mine"), ElementsAre("Private"));
    ASSERT_EQ(post(admin, "/accounts/" + lee.id + "/deputies",
                   R"({"deputy":")" + park.id + R"(","valid_until":"2100-01-01T00:00:00Z"})")
                  .status,
              201);
    EXPECT_THAT(titles(park, "box=mine"), ElementsAre("Private")) << "who stands in for the owner has it too";
    EXPECT_EQ(change(park, path, "/done").status, 200);
}

TEST_P(TasksApi, OneOnARecordIsNotForWhoMayNotReadTheRecord) {
    make_records();
    const std::string about = R"(,"subject_kind":"approval","subject_id":")" + document + "\"";
    const Reply refused = task(kim, lee.id, "Read it", about);
    EXPECT_THAT(refusals(refused), ElementsAre("/owner together.may_not_have_task"));
    EXPECT_EQ(task(lee, lee.id, "Guess", about).status, 404);
    hand_in({lee.id});
    const Reply made = task(kim, lee.id, "Read it", about);
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string path = "/tasks/" + text(parsed(made), "id");
    EXPECT_EQ(get(lee, path).status, 200);
    EXPECT_EQ(get(park, path).status, 404);
    EXPECT_THAT(titles(park, "box=all"), IsEmpty());
    take_readers_away();
    EXPECT_EQ(get(lee, path).status, 404) << "not for its owner either";
    EXPECT_THAT(titles(lee, "box=mine"), IsEmpty());
    EXPECT_THAT(kinds(lee), IsEmpty());
    EXPECT_EQ(get(lee, "/waiting").body.find("Read it"), std::string::npos);
    EXPECT_EQ(get(lee, "/tasks/export?format=json").body.find("Read it"), std::string::npos);
}

TEST_P(TasksApi, AreListedInOrderFilteredPagedAndDownloaded) {
    task(kim, kim.id, "B late", R"(,"due":"2026-01-02")");
    task(kim, kim.id, "A soon", R"(,"due":"2099-01-01")");
    task(kim, kim.id, "C never");
    task(kim, lee.id, "D lee", R"(,"note":"note of D")");
    EXPECT_THAT(titles(kim, "box=mine"), ElementsAre("B late", "A soon", "C never"))
        << "what has no day comes last";
    EXPECT_THAT(titles(kim, "box=mine&sort=-due"), ElementsAre("C never", "A soon", "B late"));
    EXPECT_THAT(titles(kim, "box=all&sort=title"), ElementsAre("A soon", "B late", "C never", "D lee"));
    EXPECT_THAT(titles(kim, "box=mine&overdue=true"), ElementsAre("B late"));
    EXPECT_THAT(titles(kim, "box=all&q=note"), ElementsAre("D lee"));
    EXPECT_THAT(titles(kim, "box=all&q=LEE"), ElementsAre("D lee"));
    EXPECT_THAT(titles(kim, "box=all&owner=" + lee.id), ElementsAre("D lee"));
    List paged;
    std::string cursor;
    for (int i = 0; i < 4; ++i) {
        const auto page =
            parsed(get(kim, "/tasks?box=all&limit=1" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        for (const auto& one : page.at("items").as_array()) paged.push_back(text(one, "title"));
        cursor = text(page, "next_cursor");
    }
    EXPECT_THAT(paged, ElementsAre("B late", "A soon", "C never", "D lee"));
    EXPECT_TRUE(cursor.empty());
    const Reply file = get(kim, "/tasks/export?box=mine&format=csv&language=ko&columns=title,due,state");
    EXPECT_NE(file.body.find("B late,2026-01-02,기한 지남"), std::string::npos) << file.body;
    EXPECT_EQ(get(kim, "/tasks/export?format=csv&columns=secret").status, 422);
}

TEST_P(TasksApi, BadOnesAreRefusedByField) {
    const std::string owner = R"("owner":")" + kim.id + "\"";
    const struct {
        std::string body;
        List refused;
    } table[] = {
        {"{" + owner + "}", {"/title json.missing"}},
        {R"({"title":"T"})", {"/owner json.missing"}},
        {R"({"title":"   ",)" + owner + "}", {"/title names.blank"}},
        {R"({"title":")" + std::string(201, 'x') + "\"," + owner + "}", {"/title json.too_long"}},
        {R"({"title":"T","due":"2026-02-30",)" + owner + "}", {"/due json.bad_format"}},
        {R"({"title":"T","due":"tomorrow",)" + owner + "}", {"/due json.bad_format"}},
        {R"({"title":"T","note":"a\u0000",)" + owner + "}", {"/note together.control_characters"}},
        {R"({"title":"T","owner":"nobody"})", {"/owner together.may_not_have_task"}},
        {R"({"title":"T","owner":")" + stranger.id + "\"}", {"/owner together.may_not_have_task"}},
        {R"({"title":"T","subject_kind":"plan",)" + owner + "}", {"/subject_id json.missing"}},
        {R"({"title":"T","priority":1,)" + owner + "}", {"/priority json.unknown_field"}},
    };
    for (const auto& [body, refused] : table) {
        const Reply reply = post(kim, "/tasks", body);
        EXPECT_EQ(reply.status, 422) << body.substr(0, 120) << reply.body;
        if (reply.status == 422) {
            EXPECT_EQ(refusals(reply), refused) << body.substr(0, 120);
        }
    }
}

TEST_P(TasksApi, ANewOwnerIsToldAndTheOldOneHasItNoMore) {
    const Reply made = task(kim, lee.id, "Move it");
    const std::string path = "/tasks/" + text(parsed(made), "id");
    const Reply moved = send(lee, "PUT", path, R"({"title":"Move it","owner":")" + park.id + "\"}",
                             {{"If-Match", etag(made)}});
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_THAT(kinds(park), ElementsAre("task_assigned"));
    EXPECT_EQ(get(kim, path).status, 200);
    EXPECT_THAT(titles(lee, "box=mine"), IsEmpty());
}

}  // namespace
}  // namespace dure::app::testing
