// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "server/app/together_test.hpp"

namespace dure::app::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CommentsApi : public TogetherApi {};
DURE_API_TESTS(CommentsApi);

TEST_P(CommentsApi, AreSaidChangedPutAwayAndBroughtBackWithTheirHistory) {
    make_records();
    const Reply made = comment(kim, "organisation", organisation, "<b>안녕</b>\n둘째 줄");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string path = "/comments/" + text(parsed(made), "id");
    EXPECT_EQ(text(parsed(made), "text"), "<b>안녕</b>\n둘째 줄") << "plain text, as it was written";
    const Reply changed =
        send(kim, "PUT", path, R"({"language":"en","text":"Hello"})", {{"If-Match", etag(made)}});
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_FALSE(text(parsed(changed), "edited").empty());
    EXPECT_EQ(send(kim, "PUT", path, R"({"language":"en","text":"Late"})", {{"If-Match", etag(made)}}).status,
              412);
    EXPECT_EQ(send(kim, "PUT", path, R"({"language":"en","text":"Blind"})").status, 428);
    EXPECT_EQ(
        send(lee, "PUT", path, R"({"language":"en","text":"Other"})", {{"If-Match", etag(changed)}}).status,
        403);
    const auto history = parsed(get(lee, path + "/history")).at("items").as_array();
    ASSERT_EQ(history.size(), 2u);
    EXPECT_NE(json::serialize(history[0].at("before")).find("안녕"), std::string::npos);
    EXPECT_EQ(send(kim, "DELETE", path, "", {{"If-Match", etag(changed)}}).status, 204);
    EXPECT_THAT(comments(lee, "organisation", organisation), IsEmpty());
    EXPECT_EQ(get(lee, path).status, 404);
    EXPECT_EQ(post(lee, path + "/restore").status, 404);
    EXPECT_EQ(post(kim, path + "/restore").status, 200);
    EXPECT_EQ(comments(lee, "organisation", organisation).size(), 1u);
    const Reply moderated = send(admin, "DELETE", path, "", {{"If-Match", etag(get(admin, path))}});
    EXPECT_EQ(moderated.status, 204) << "an administrator may put away what others said";
    EXPECT_EQ(post(kim, path + "/restore").status, 404) << "and its writer may not bring that back";
}

TEST_P(CommentsApi, ArePagedTheLatestFirst) {
    make_records();
    for (int i = 0; i < 5; ++i) comment(kim, "organisation", organisation, "c" + std::to_string(i));
    const std::string path = "/comments?limit=2&subject_kind=organisation&subject_id=" + organisation;
    List found;
    std::string cursor;
    for (int pages = 0; pages < 4; ++pages) {
        const auto page = parsed(get(kim, path + (cursor.empty() ? "" : "&cursor=" + cursor)));
        for (const auto& one : page.at("items").as_array()) found.push_back(text(one, "text"));
        cursor = text(page, "next_cursor");
        if (cursor.empty()) break;
    }
    EXPECT_THAT(found, ElementsAre("c4", "c3", "c2", "c1", "c0"));
}

TEST_P(CommentsApi, BadOnesAreRefusedByField) {
    make_records();
    const std::string subject = R"("subject_kind":"organisation","subject_id":")" + organisation + "\"";
    const std::string nobody_of = "00000000-0000-7000-8000-000000000000";
    const struct {
        std::string body;
        int status;
        List refused;
    } table[] = {
        {"{" + subject + R"(,"language":"ko","text":""})", 422, {"/text json.too_short"}},
        {"{" + subject + R"(,"language":"ko","text":"  \n "})", 422, {"/text names.blank"}},
        {"{" + subject + R"(,"language":"ko","text":"a\u0007b"})",
         422,
         {"/text together.control_characters"}},
        {"{" + subject + R"(,"language":"ko","text":")" + std::string(5001, 'a') + "\"}",
         422,
         {"/text json.too_long"}},
        {"{" + subject + R"(,"language":"Korean!","text":"a"})", 422, {"/language json.bad_format"}},
        {"{" + subject + R"(,"text":"a"})", 422, {"/language json.missing"}},
        {R"({"language":"ko","text":"a"})", 422, {"/subject_kind json.missing", "/subject_id json.missing"}},
        {"{" + subject + R"(,"language":"ko","text":"a","mentions":[")" + nobody_of + "\"]}",
         422,
         {"/mentions/0 together.may_not_mention"}},
        {R"({"subject_kind":"account","subject_id":"x","language":"ko","text":"a"})", 404, {}},
        {R"({"subject_kind":"organisation","subject_id":"none","language":"ko","text":"a"})", 404, {}},
        {R"({"subject_kind":"person","subject_id":"none","language":"ko","text":"a"})", 404, {}},
        {"{" + subject, 400, {}},
    };
    for (const auto& [body, status, refused] : table) {
        const Reply reply = post(kim, "/comments", body);
        EXPECT_EQ(reply.status, status) << body.substr(0, 200) << reply.body;
        if (status == 422) {
            EXPECT_THAT(refusals(reply), ::testing::UnorderedElementsAreArray(refused))
                << body.substr(0, 200);
        }
    }
    EXPECT_EQ(get(kim, "/comments?subject_kind=organisation").status, 422);
}

TEST_P(CommentsApi, WhoeverIsMentionedIsToldOnceInThePageAndByMail) {
    make_records();
    const Reply made = comment(kim, "organisation", organisation, "@Lee 봐 주세요", {lee.id, lee.id});
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(parsed(made).at("mentions").as_array().size(), 1u);
    const auto list = notifications(lee);
    ASSERT_EQ(list.at("items").as_array().size(), 1u);
    const auto& told = list.at("items").at(0);
    EXPECT_EQ(text(told, "kind"), "mention");
    EXPECT_EQ(text(told, "actor_name"), "Kim");
    EXPECT_EQ(text(told, "text"), "@Lee 봐 주세요");
    EXPECT_EQ(text(told.at("subject"), "title"), "두레");
    EXPECT_EQ(text(list, "unread"), "1");
    EXPECT_EQ(mails_of(lee.id, "mention.comment"), 1);
    send(kim, "PUT", "/comments/" + text(parsed(made), "id"),
         R"({"language":"ko","text":"@Lee @Park","mentions":[")" + lee.id + "\",\"" + park.id + "\"]}",
         {{"If-Match", etag(made)}});
    EXPECT_THAT(kinds(lee), ElementsAre("mention")) << "not told again";
    EXPECT_THAT(kinds(park), ElementsAre("mention")) << "who is new is told";
    EXPECT_THAT(kinds(kim), IsEmpty());
    comment(park, "organisation", organisation, "네");
    EXPECT_THAT(kinds(kim), ElementsAre("comment")) << "who took part is told";
    EXPECT_THAT(kinds(lee), ElementsAre("comment", "mention"));
    EXPECT_EQ(mails_of(kim.id, "comment.added"), 1);
}

TEST_P(CommentsApi, NobodyIsMentionedWhoMayNotRead) {
    make_records();
    const Reply refused = comment(kim, "approval", document, "@Lee", {lee.id});
    ASSERT_EQ(refused.status, 422);
    EXPECT_EQ(text(parsed(refused).at("errors").at(0).at("params"), "name"), "Lee");
    EXPECT_EQ(comment(lee, "approval", document, "?").status, 404);
    EXPECT_EQ(get(lee, "/comments?subject_kind=approval&subject_id=" + document).status, 404);
    const std::string readers = "/record_readers?subject_kind=approval&subject_id=" + document;
    EXPECT_EQ(get(lee, readers).status, 404);
    const auto people = parsed(get(kim, readers)).at("items").as_array();
    ASSERT_EQ(people.size(), 1u) << "a draft is its drafter's alone";
    EXPECT_EQ(text(people[0], "account"), kim.id);
    EXPECT_THAT(kinds(lee), IsEmpty());
    EXPECT_EQ(mails_of(lee.id, "mention.comment"), 0);
}

TEST_P(CommentsApi, WhoLosesTheRightKeepsNothingOfIt) {
    make_records();
    hand_in({lee.id});
    const Reply made = comment(kim, "approval", document, "@Lee 비밀", {lee.id});
    ASSERT_EQ(made.status, 201) << made.body;
    comment(lee, "approval", document, "읽었습니다");
    EXPECT_EQ(notifications(lee).at("items").as_array().size(), 1u);
    take_readers_away();
    const auto left = notifications(lee);
    EXPECT_THAT(left.at("items").as_array(), IsEmpty());
    EXPECT_EQ(text(left, "unread"), "0");
    EXPECT_EQ(get(lee, "/comments/" + text(parsed(made), "id")).status, 404);
    EXPECT_EQ(get(lee, "/comments/" + text(parsed(made), "id") + "/history").status, 404);
    comment(kim, "approval", document, "나중 말");
    EXPECT_EQ(mails_of(lee.id, "comment.added"), 0) << "took part, and may no longer read";
    EXPECT_EQ(get(lee, "/waiting").body.find("mention"), std::string::npos);
    EXPECT_EQ(get(lee, "/recent_changes").body.find(document), std::string::npos);
    app().database().read([&](db::Connection& c) {
        for (const auto& row : c.query("SELECT subject, body FROM mail WHERE account = $1", lee.id))
            EXPECT_EQ((row.text(0) + row.text(1)).find("비밀"), std::string::npos)
                << "a mail may be read after the right is gone";
    });
}

TEST_P(CommentsApi, ThoseOutsideSeeWhatIsSharedOfTheirOwnRecordAlone) {
    const Person secretary = person({auth::Role::cluster_manager}, "Secretary");
    const auto member_of = [&](const char* name) {
        return text(parsed(post(secretary, "/network/members",
                                std::string(R"({"names":[{"language":"ko","name":")") + name +
                                    R"(","primary":true}],"kind":"company","country":"KR"})")),
                    "id");
    };
    const std::string own = member_of("우리"), other = member_of("남");
    const Person firm = person({}, "Firm");
    ASSERT_EQ(
        post(admin, "/accounts/" + firm.id + "/roles", R"({"role":"company","organisation":")" + own + "\"}")
            .status,
        201);
    comment(secretary, "member", own, "안에서만");
    comment(secretary, "member", own, "함께", {}, true);
    comment(secretary, "member", other, "남의 것", {}, true);
    const auto seen = comments(firm, "member", own);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(text(seen[0], "text"), "함께");
    EXPECT_EQ(get(firm, "/comments?subject_kind=member&subject_id=" + other).status, 404);
    const Reply said = comment(firm, "member", own, "고맙습니다");
    ASSERT_EQ(said.status, 201) << said.body;
    EXPECT_TRUE(parsed(said).at("shared").as_bool()) << "what they say is shared always";
    EXPECT_THAT(kinds(secretary), ElementsAre("comment"));
    EXPECT_EQ(comment(firm, "member", own, "@Kim", {kim.id}).status, 422) << "nobody they do not know of";
    EXPECT_EQ(comment(firm, "member", own, "@Secretary", {secretary.id}).status, 201);
    EXPECT_EQ(comment(secretary, "member", own, "@Firm", {firm.id}).status, 422)
        << "not in what they do not see";
    EXPECT_EQ(comment(secretary, "member", own, "@Firm", {firm.id}, true).status, 201);
    EXPECT_EQ(comments(firm, "member", own).size(), 4u);
    const auto people =
        parsed(get(firm, "/record_readers?purpose=shared_mention&subject_kind=member&subject_id=" + own));
    for (const auto& one : people.at("items").as_array())
        EXPECT_THAT(text(one, "name"), ::testing::AnyOf("Secretary", "Firm"));
    EXPECT_EQ(get(firm, "/record_readers?purpose=task&subject_kind=member&subject_id=" + own).status, 403);
    EXPECT_EQ(get(firm, "/tasks").status, 403);
}

}  // namespace
}  // namespace dure::app::testing
