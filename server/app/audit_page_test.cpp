// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"
#include "server/audit/sealer.hpp"
#include "server/db/system.hpp"

namespace dure::app::testing {
namespace {

constexpr const char* kDure =
    R"({"names":[{"language":"ko","name":"두레","primary":true}],"kind":"company","country":"KR"})";

class AuditPage : public Api {
  protected:
    json::array items(const Person& who, const std::string& query) {
        const Reply reply = get(who, "/audit/entries?" + query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply).at("items").as_array();
    }
    void seal() { audit::seal_all(app().database(), db::system_random()); }
    json::value chain(const Person& who) {
        const Reply reply = get(who, "/audit/chain");
        EXPECT_EQ(reply.status, 200) << reply.body;
        return parsed(reply);
    }
};
DURE_API_TESTS(AuditPage);

TEST_P(AuditPage, EntriesAreFoundByPersonRecordAndPeriod) {
    const Person admin = administrator(), kim = planner(), lee = planner();
    const auto made = parsed(post(kim, "/organisations", kDure));
    post(lee, "/organisations", kDure);
    const auto by_kim = items(admin, "actor=" + kim.id + "&record_kind=organisation");
    ASSERT_EQ(by_kim.size(), 1u);
    EXPECT_EQ(text(by_kim[0], "action"), "create_organisation");
    EXPECT_EQ(text(by_kim[0].at("after").at("names").at(0), "name"), "두레");
    EXPECT_EQ(items(admin, "record_kind=organisation").size(), 2u);
    EXPECT_EQ(items(admin, "record_id=" + text(made, "id")).size(), 1u);
    EXPECT_EQ(items(admin, "record_kind=organisation&until=2020-01-01T00:00:00Z").size(), 0u);
    EXPECT_EQ(items(admin, "record_kind=organisation&from=2020-01-01T00:00:00%2B09:00").size(), 2u);
    EXPECT_EQ(items(admin, "record_kind=organisation&limit=1").size(), 1u);
    EXPECT_EQ(
        refusals(get(admin, "/audit/entries?from=yesterday&page=2")),
        (std::vector<std::string>{"/query/from json.bad_format", "/query/page http.unknown_parameter"}));
}

TEST_P(AuditPage, DownloadsHoldWhatTheListShows) {
    const Person admin = administrator(), kim = planner();
    post(kim, "/organisations", kDure);
    const Reply csv = get(admin, "/audit/export?format=csv&record_kind=organisation");
    ASSERT_EQ(csv.status, 200) << csv.body;
    EXPECT_NE(csv.body.find("number,at,actor,"), std::string::npos);
    EXPECT_NE(csv.body.find("create_organisation"), std::string::npos);
    const auto list = parsed(get(admin, "/audit/export?format=json&record_kind=organisation")).as_array();
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].at("number"), items(admin, "record_kind=organisation")[0].at("number"));
    EXPECT_EQ(refusals(get(admin, "/audit/export?format=pdf")),
              std::vector<std::string>{"/query/format json.bad_choice"});
    EXPECT_EQ(get(admin, "/audit/export").status, 422);
}

TEST_P(AuditPage, TheChainSaysWhetherItIsWhole) {
    const Person admin = administrator();
    const auto made = parsed(post(admin, "/organisations", kDure));
    seal();
    const auto whole = chain(admin);
    EXPECT_EQ(text(whole, "status"), "whole");
    EXPECT_EQ(text(whole.at("checkpoint"), "hash").size(), 64u);
    app().database().write([&](db::Connection& c) {
        c.execute("UPDATE audit_entry SET after = '{}' WHERE record_id = $1", text(made, "id"));
    });
    const auto broken = chain(admin);
    EXPECT_EQ(text(broken, "status"), "broken");
    EXPECT_EQ(text(broken.at("findings").at(0), "code"), "audit.content_changed");
}

}  // namespace
}  // namespace dure::app::testing
