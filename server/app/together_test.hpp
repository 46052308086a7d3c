// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/app/api_test.hpp"

namespace dure::app::testing {

/// For tests: three planners, an administrator, somebody of a company, and records to work on.
class TogetherApi : public Api {
  protected:
    const Person kim = person({auth::Role::planner}, "Kim"), lee = person({auth::Role::planner}, "Lee"),
                 park = person({auth::Role::planner}, "Park"), admin = administrator(),
                 stranger = person({}, "Stranger");
    std::string organisation, document;

    /// An organisation that all of the institute read, and a draft that Kim alone reads.
    void make_records() {
        organisation = text(
            parsed(post(
                kim, "/organisations",
                R"({"names":[{"language":"ko","name":"두레","primary":true}],"kind":"company","country":"KR"})")),
            "id");
        document =
            text(parsed(post(kim, "/approvals", R"({"desk":"general","title":"Secret plan","body":"Text"})")),
                 "id");
    }
    /// The draft's one reader is the person from now on; none: nobody.
    void hand_in(const std::vector<std::string>& readers) {
        const Person director = person({auth::Role::director}, "Director");
        post(
            admin, "/approvals/lines",
            R"({"name":"Line","kind":"document","delegated":false,"steps":[{"task":"approval","title":"Head","role":"director"}]})");
        std::string list;
        for (const std::string& one : readers) list += (list.empty() ? "\"" : ",\"") + one + "\"";
        const std::string path = "/approvals/" + document;
        Reply saved =
            send(kim, "PUT", path,
                 R"({"desk":"general","title":"Secret plan","body":"Text","readers":[)" + list + "]}",
                 {{"If-Match", etag(get(kim, path))}});
        ASSERT_EQ(saved.status, 200) << saved.body;
        saved = post(kim, path + "/submit",
                     R"({"steps":[{"task":"approval","account":")" + director.id + R"("}]})",
                     {{"If-Match", etag(saved)}});
        ASSERT_EQ(saved.status, 200) << saved.body;
    }
    /// Takes the reader's right away, as a drafter who recalls it and leaves them out.
    void take_readers_away() {
        const std::string path = "/approvals/" + document;
        ASSERT_EQ(post(kim, path + "/recall", "", {{"If-Match", etag(get(kim, path))}}).status, 200);
        ASSERT_EQ(send(kim, "PUT", path, R"({"desk":"general","title":"Secret plan","body":"Text"})",
                       {{"If-Match", etag(get(kim, path))}})
                      .status,
                  200);
    }

    Reply comment(const Person& who, const std::string& kind, const std::string& id, const std::string& words,
                  const std::vector<std::string>& mentions = {}, bool shared = false) {
        json::array accounts(mentions.begin(), mentions.end());
        return post(who, "/comments",
                    json::serialize(json::object{{"subject_kind", kind},
                                                 {"subject_id", id},
                                                 {"language", "ko"},
                                                 {"text", words},
                                                 {"mentions", accounts},
                                                 {"shared", shared}}));
    }
    json::array comments(const Person& who, const std::string& kind, const std::string& id) {
        const Reply reply = get(who, "/comments?subject_kind=" + kind + "&subject_id=" + id);
        return reply.status == 200 ? parsed(reply).at("items").as_array() : json::array();
    }
    Reply task(const Person& who, const std::string& owner, const std::string& title = "Call them",
               const std::string& more = {}) {
        return post(who, "/tasks", R"({"title":")" + title + R"(","owner":")" + owner + "\"" + more + "}");
    }
    json::value notifications(const Person& who) { return parsed(get(who, "/notifications")); }
    std::vector<std::string> kinds(const Person& who) {
        std::vector<std::string> found;
        const json::value list = notifications(who);
        for (const auto& one : list.at("items").as_array()) found.push_back(text(one, "kind"));
        return found;
    }
    Reply change(const Person& who, const std::string& path, const std::string& step) {
        return post(who, path + step, "", {{"If-Match", etag(get(who, path))}});
    }
    std::int64_t mails_of(const std::string& account, const std::string& kind) {
        return app().database().read([&](db::Connection& c) {
            return c.query_one("SELECT count(*) FROM mail WHERE account = $1 AND kind = $2", account, kind)
                ->integer(0);
        });
    }
    using List = std::vector<std::string>;
};

}  // namespace dure::app::testing
