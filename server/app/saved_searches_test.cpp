// SPDX-License-Identifier: Apache-2.0
// Searches that people keep, what is new in them, and the mails that say so.
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"
#include "server/db/system.hpp"
#include "server/desks/network/search_news.hpp"

namespace dure::app::testing {
namespace {

namespace network = desks::network;

std::string member(const std::string& name, const std::string& shown_to = "everyone") {
    return R"({"names":[{"language":"ko","name":")" + name +
           R"(","primary":true}],"kind":"company","country":"KR",
        "technologies":["robotics.gripper"],"consent":{"listing":")" +
           shown_to + R"(","business":")" + shown_to +
           R"(","given_by":"Kim","given_on":"2026-01-02","valid_until":"2999-12-31"}})";
}

class SavedSearchesApi : public Api {
  protected:
    std::string make(const Person& who, const std::string& path, const std::string& body) {
        const Reply reply = post(who, path, body);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return text(parsed(reply), "id");
    }
    std::string keep(const Person& who, bool notify, const std::string& query = R"({"q":"gripper"})") {
        return make(
            who, "/network/searches",
            R"({"name":"Grippers","query":)" + query + R"(,"notify":)" + (notify ? "true}" : "false}"));
    }
    std::string fresh(const Person& who) {
        return text(parsed(get(who, "/network/searches")).at("items").at(0), "fresh");
    }
    void tell() { network::tell_news({app().database(), db::system_clock(), ids_}, members_); }
    /// The subjects of the mails to a person about searches.
    std::vector<std::string> mails(const Person& who) {
        std::vector<std::string> subjects;
        app().database().read([&](db::Connection& c) {
            for (const auto& row : c.query("SELECT subject, path FROM mail WHERE account = $1 AND topic ="
                                           " 'network' ORDER BY number",
                                           who.id)) {
                subjects.push_back(row.text(0));
                EXPECT_TRUE(row.text(1).starts_with("/network/members?saved=")) << row.text(1);
            }
        });
        return subjects;
    }

    IdMaker ids_{db::system_clock(), db::system_random()};
    network::MemberIndex members_{db::system_clock()};
};
DURE_API_TESTS(SavedSearchesApi);

TEST_P(SavedSearchesApi, TellOnceOfEachNewMemberThatTheReaderMaySee) {
    const Person kim = person({auth::Role::cluster_manager}), stranger = person({});
    make(kim, "/network/members", member("있던 회원"));
    keep(stranger, true);
    keep(kim, false);
    tell();
    EXPECT_TRUE(mails(stranger).empty()) << "what was found when it was saved is not new";
    make(kim, "/network/members", member("숨긴 회원", "network"));
    tell();
    EXPECT_TRUE(mails(stranger).empty()) << "a stranger may not know of it";
    make(kim, "/network/members", member("새 회원"));
    make(kim, "/network/members", member("또 새 회원"));
    tell();
    tell();
    ASSERT_EQ(mails(stranger).size(), 1u);
    EXPECT_NE(mails(stranger).front().find("2"), std::string::npos) << mails(stranger).front();
    EXPECT_EQ(fresh(stranger), "2") << "named by a mail, not yet looked at";
    EXPECT_TRUE(mails(kim).empty()) << "wants none";
    EXPECT_EQ(fresh(kim), "3") << "the secretariat knows of the hidden one";
}

TEST_P(SavedSearchesApi, WhatWasSeenNeedsNoMail) {
    const Person kim = person({auth::Role::cluster_manager}), stranger = person({});
    const std::string id = keep(stranger, true);
    make(kim, "/network/members", member("새 회원"));
    EXPECT_EQ(fresh(stranger), "1");
    EXPECT_EQ(post(stranger, "/network/searches/" + id + "/seen").status, 200);
    tell();
    EXPECT_TRUE(mails(stranger).empty());
    EXPECT_EQ(fresh(stranger), "0");
}

TEST_P(SavedSearchesApi, AreChangedByTheirOwnerWithTheVersionThatTheyRead) {
    const Person kim = person({auth::Role::cluster_manager}), stranger = person({});
    make(kim, "/network/members", member("있던 회원"));
    const std::string path = "/network/searches/" + keep(stranger, false, R"({"q":"nothing"})");
    const std::string wanted = R"({"name":"Other","query":{"country":["KR"]},"notify":true})";
    EXPECT_EQ(send(stranger, "PUT", path, wanted).status, 428);
    const Reply changed = send(stranger, "PUT", path, wanted, {{"If-Match", "\"1\""}});
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(text(parsed(changed), "matches"), "1");
    EXPECT_EQ(text(parsed(changed), "fresh"), "0") << "another query begins anew";
    EXPECT_EQ(send(stranger, "PUT", path, wanted, {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(send(kim, "PUT", path, wanted, {{"If-Match", "\"2\""}}).status, 404);
    const Reply bad = send(stranger, "PUT", path, R"({"name":"","query":{"country":["KR"],"sport":1}})",
                           {{"If-Match", "\"2\""}});
    EXPECT_EQ(bad.status, 422);
    make(kim, "/network/members", member("새 회원"));
    tell();
    EXPECT_EQ(mails(stranger).size(), 1u);
}

}  // namespace
}  // namespace dure::app::testing
