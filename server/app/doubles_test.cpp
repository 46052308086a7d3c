// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class DoublesApi : public Api {
  protected:
    static std::string content(const std::string& name, const std::string& more = {}) {
        return R"({"names":[{"language":"ko","name":")" + name + R"(","primary":true}],"kind":"company")" +
               R"(,"country":"KR")" + more + "}";
    }
    json::value make(const Person& who, const std::string& text) {
        const Reply reply = post(who, "/organisations", text);
        EXPECT_EQ(reply.status, 201) << reply.body;
        return parsed(reply);
    }
    static std::string id(const json::value& one) { return text(one, "id"); }
    json::value read(const Person& who, const json::value& one) {
        return parsed(get(who, "/organisations/" + id(one)));
    }
    Reply merge(const Person& who, const json::value& kept, const json::value& other, const std::string& with,
                Headers headers = {}) {
        headers.emplace_back("If-Match", '"' + text(kept, "version") + '"');
        return post(who, "/organisations/" + id(kept) + "/merges",
                    R"({"other":")" + id(other) + R"(","other_version":)" + text(other, "version") +
                        R"(,"content":)" + with + "}",
                    std::move(headers));
    }
    Reply undo(const Person& who, const json::value& merge) {
        return post(who, "/organisation_merges/" + id(merge) + "/undo");
    }
    json::array doubles(const Person& who, const std::string& query = {}) {
        return parsed(get(who, "/organisation_doubles" + query)).at("items").as_array();
    }
    /// A role within the organisation; answers the account's only role.
    std::string role_within(const Person& admin, const Person& whom, const json::value& organisation) {
        const Reply given = post(admin, "/accounts/" + whom.id + "/roles",
                                 R"({"role":"expert","organisation":")" + id(organisation) + "\"}");
        EXPECT_EQ(given.status, 201) << given.body;
        return text(parsed(given), "id");
    }
    std::string organisation_of_role(const Person& admin, const Person& whom, const std::string& role) {
        const auto list = parsed(get(admin, "/accounts/" + whom.id + "/roles"));
        for (const auto& one : list.at("items").as_array())
            if (text(one, "id") == role) return text(one, "organisation");
        return {};
    }
};
DURE_API_TESTS(DoublesApi);

TEST_P(DoublesApi, ADraftIsToldWhatExistsAlready) {
    const Person kim = planner();
    const auto one = make(kim, content("(주)두레시험", R"(,"registration_number":"123-45-67891")"));
    make(kim, content("딴 회사", R"(,"web":"https://www.dure.example/en")"));
    const auto check = [&](const std::string& draft) {
        std::string found;
        const Reply reply = post(kim, "/organisation_doubles/check", draft);
        EXPECT_EQ(reply.status, 200) << reply.body;
        const auto list = parsed(reply);
        for (const auto& item : list.at("items").as_array())
            found += text(item.at("organisation"), "name") + json::serialize(item.at("same"));
        return found;
    };
    EXPECT_EQ(check(R"({"names":["두레시험 주식회사"]})"), R"((주)두레시험["name"])");
    EXPECT_EQ(check(R"({"names":["두레시험"],"country":"KR","registration_number":"1234567891"})"),
              R"((주)두레시험["registration","name"])");
    EXPECT_EQ(check(R"({"names":[],"web":"http://dure.example"})"), R"(딴 회사["web"])");
    EXPECT_EQ(check(R"({"names":["두레시험"],"except":")" + id(one) + "\"}"), "");
    EXPECT_EQ(check(R"({"names":[" ",""],"country":"KR","registration_number":"-","web":"x"})"), "");
    EXPECT_EQ(refusals(post(kim, "/organisation_doubles/check", R"({"name":"x"})")),
              (std::vector<std::string>{"/names json.missing", "/name json.unknown_field"}));
}

TEST_P(DoublesApi, TheListSaysWhyAndRemembersWhatIsDifferent) {
    const Person kim = planner();
    const auto one = make(kim, content("두레로보틱스", R"(,"web":"https://dure.example")"));
    const auto other = make(kim, content("Dure Robotics Co., Ltd.", R"(,"web":"https://www.dure.example")"));
    make(kim, content("Zeta"));
    auto found = doubles(kim);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(text(found[0].at("one"), "id"), id(one));
    double sum = 0;
    std::string parts;
    for (const auto& part : found[0].at("parts").as_array()) {
        sum += part.at("bits").to_number<double>();
        parts += text(part, "of") + ' ';
    }
    EXPECT_NEAR(sum, found[0].at("weight").to_number<double>(), 1e-9);
    EXPECT_EQ(parts, "start name web country ");
    const std::string path = "/organisations/" + id(other) + "/apart";
    const std::string body = R"({"other":")" + id(one) + "\"}";
    EXPECT_EQ(post(kim, path, body).status, 204);
    EXPECT_EQ(post(kim, path, body).status, 204) << "said twice is said once";
    EXPECT_EQ(doubles(kim).size(), 0u);
    EXPECT_EQ(doubles(kim, "?apart=true").size(), 1u);
    const auto history = parsed(get(kim, "/organisations/" + id(one) + "/history"));
    EXPECT_EQ(text(history.at("items").at(0), "action"), "tell_organisations_apart");
    EXPECT_EQ(history.at("items").as_array().size(), 2u);
    EXPECT_EQ(post(kim, path + "/forget", body).status, 204);
    EXPECT_EQ(doubles(kim).size(), 1u);
    EXPECT_EQ(refusals(post(kim, path, R"({"other":")" + id(other) + "\"}")),
              std::vector<std::string>{"/other people.same_record"});
    EXPECT_EQ(refusals(post(kim, path, R"({"other":"none"})")),
              std::vector<std::string>{"/other people.no_such_organisation"});
}

TEST_P(DoublesApi, TheListIsPaged) {
    const Person kim = planner();
    for (const std::string name : {"Aurora", "Borealis", "Celestine"}) {
        make(kim, content(name));
        make(kim, content(name + " Ltd."));
    }
    const auto first = parsed(get(kim, "/organisation_doubles?limit=2"));
    EXPECT_EQ(text(first, "total"), "3");
    EXPECT_EQ(first.at("items").as_array().size(), 2u);
    const auto second =
        parsed(get(kim, "/organisation_doubles?limit=2&cursor=" + text(first, "next_cursor")));
    EXPECT_EQ(second.at("items").as_array().size(), 1u);
    EXPECT_EQ(text(second, "next_cursor"), "");
}

TEST_P(DoublesApi, AMergeMovesWhatRefersAndUndoingRestoresAllOfIt) {
    const Person kim = planner(), admin = administrator();
    const auto kept = make(kim, content("두레", R"(,"address":"대구")"));
    const auto other = make(kim, content("Dure", R"(,"web":"https://dure.example")"));
    const std::string moved = role_within(admin, kim, other), stays = role_within(admin, kim, kept);
    const auto references = parsed(get(kim, "/organisations/" + id(other) + "/references"));
    EXPECT_EQ(json::serialize(references.at("items")), R"([{"reference":"role_grant","count":1}])");

    const std::string both = content("두레", R"(,"address":"대구","web":"https://dure.example")");
    const Reply reply = merge(kim, kept, other, both);
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto done = parsed(reply);
    EXPECT_EQ(json::serialize(done.at("moved")), R"([{"reference":"role_grant","count":1}])");
    EXPECT_EQ(text(read(kim, kept), "web"), "https://dure.example");
    EXPECT_EQ(organisation_of_role(admin, kim, moved), id(kept));
    const Reply gone = get(kim, "/organisations/" + id(other));
    EXPECT_EQ(gone.status, 404);
    EXPECT_EQ(text(parsed(gone), "code"), "people.merged");
    EXPECT_EQ(text(parsed(gone).at("params"), "into"), id(kept)) << "whoever has the old link finds the way";
    EXPECT_EQ(text(parsed(post(kim, "/organisations/" + id(other) + "/restore")), "code"),
              "people.restore_merged");
    EXPECT_EQ(text(parsed(get(kim, "/organisations/" + id(kept) + "/history")).at("items").at(0), "action"),
              "merge_organisations");

    const Reply back = undo(kim, done);
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_NE(text(parsed(back), "undone"), "");
    for (const auto& [before, now] : {std::pair(kept, read(kim, kept)), std::pair(other, read(kim, other))})
        for (const char* member : {"names", "kind", "country", "address", "note", "name", "owner", "created"})
            EXPECT_EQ(now.at(member), before.at(member)) << member;
    EXPECT_EQ(text(read(kim, kept), "web"), "");
    EXPECT_EQ(organisation_of_role(admin, kim, moved), id(other));
    EXPECT_EQ(organisation_of_role(admin, kim, stays), id(kept));
    EXPECT_EQ(text(parsed(undo(kim, done)), "code"), "people.merge_undone");
    EXPECT_EQ(text(parsed(get(kim, "/organisations/" + id(other) + "/history")).at("items").at(0), "action"),
              "undo_merge");
}

TEST_P(DoublesApi, UndoingIsRefusedWithEveryReason) {
    const Person kim = planner(), admin = administrator();
    const auto kept = make(kim, content("A")), other = make(kim, content("B"));
    const std::string role = role_within(admin, kim, other);
    const auto done = parsed(merge(kim, kept, other, content("A")));
    const auto now = read(kim, kept);
    EXPECT_EQ(send(kim, "PUT", "/organisations/" + id(kept), content("A2"),
                   {{"If-Match", '"' + text(now, "version") + '"'}})
                  .status,
              200);
    app().database().write([&](db::Connection& c) {
        c.execute("UPDATE role_grant SET organisation = NULL WHERE id = $1", role);
    });
    const Reply refused = undo(kim, done);
    EXPECT_EQ(refused.status, 409);
    std::string codes;
    const auto problem = parsed(refused);
    for (const auto& error : problem.at("errors").as_array()) codes += text(error, "code") + ' ';
    EXPECT_EQ(codes, "people.kept_changed people.moved_on ");
    EXPECT_EQ(get(kim, "/organisations/" + id(other)).status, 404) << "nothing was half undone";
    const auto listed = parsed(get(kim, "/organisation_merges"));
    EXPECT_EQ(text(listed.at("items").at(0), "undone"), "");
}

TEST_P(DoublesApi, AMergeNeedsBothVersions) {
    const Person kim = planner();
    const auto kept = make(kim, content("A")), other = make(kim, content("B"));
    const std::string path = "/organisations/" + id(kept) + "/merges";
    const std::string body =
        R"({"other":")" + id(other) + R"(","other_version":1,"content":)" + content("A") + "}";
    EXPECT_EQ(post(kim, path, body).status, 428);
    EXPECT_EQ(post(kim, path, body, {{"If-Match", "\"9\""}}).status, 412);
    const Reply bad = post(kim, path, R"({"other":"x","other_version":1,"content":)" + content(" ") + "}",
                           {{"If-Match", "\"1\""}});
    EXPECT_EQ(refusals(bad), std::vector<std::string>{"/content/names/0/name names.blank"});
    send(kim, "PUT", "/organisations/" + id(other), content("B2"), {{"If-Match", "\"1\""}});
    EXPECT_EQ(merge(kim, kept, other, content("A")).status, 412) << "the other has changed meanwhile";
    const Headers key{{"Idempotency-Key", "merge-once"}};
    const auto fresh = read(kim, other);
    const Reply first = merge(kim, kept, fresh, content("A"), key);
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(merge(kim, kept, fresh, content("A"), key).body, first.body);
}

}  // namespace
}  // namespace dure::app::testing
