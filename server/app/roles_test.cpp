// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "engine/base/utc_text.hpp"
#include "server/app/api_test.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/role_store.hpp"
#include "server/codec/messages.hpp"
#include "server/db/system.hpp"

namespace dure::app::testing {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

class RolesApi : public Api {
  protected:
    static std::string in_days(int days) { return utc_text(db::system_clock()() + days * kDay); }
    Reply give(const Person& by, const Person& to, const std::string& body) {
        return post(by, "/accounts/" + to.id + "/roles", body);
    }
    std::string roles_of(const Person& person) {
        return json::serialize(parsed(get(person, "/session")).at("account").at("roles"));
    }
    /// Moves what is held so that its period is another: time passes.
    void shift(const std::string& table, const std::string& id, Instant by) {
        app().database().write([&](db::Connection& c) {
            c.execute("UPDATE " + table +
                          " SET valid_from = valid_from + $2, valid_until = valid_until + $2 WHERE id = $1",
                      id, by);
        });
        app().accounts().sessions().forget();
    }
};
DURE_API_TESTS(RolesApi);

TEST_P(RolesApi, HoldForTheirPeriodOnly) {
    const Person admin = administrator(), kim = person({});
    EXPECT_EQ(get(kim, "/energy/plans").status, 403);
    const Reply given = give(
        admin, kim,
        R"({"role":"planner","valid_from":")" + in_days(1) + R"(","valid_until":")" + in_days(3) + "\"}");
    ASSERT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(text(parsed(given), "state"), "coming");
    EXPECT_EQ(get(kim, "/energy/plans").status, 403) << "not yet";
    const std::string id = text(parsed(given), "id");
    shift("role_grant", id, -2 * kDay);
    EXPECT_EQ(get(kim, "/energy/plans").status, 200) << "the session is the one from before";
    EXPECT_EQ(roles_of(kim), R"(["planner"])");
    shift("role_grant", id, -2 * kDay);
    EXPECT_EQ(get(kim, "/energy/plans").status, 403) << "no more";
    EXPECT_EQ(text(parsed(get(kim, "/accounts/" + kim.id + "/roles")).at("items").at(0), "state"), "past");
}

TEST_P(RolesApi, EndWhenTheyAreTaken) {
    const Person admin = administrator(), kim = person({});
    const Reply given = give(admin, kim, R"({"role":"planner"})");
    EXPECT_EQ(get(kim, "/energy/plans").status, 200);
    const std::string path = "/accounts/" + kim.id + "/roles/" + text(parsed(given), "id");
    EXPECT_EQ(send(admin, "DELETE", path).status, 428);
    EXPECT_EQ(send(admin, "DELETE", path, "", {{"If-Match", "\"7\""}}).status, 412);
    const Reply ended = send(admin, "DELETE", path, "", {{"If-Match", etag(given)}});
    ASSERT_EQ(ended.status, 200) << ended.body;
    EXPECT_EQ(text(parsed(ended), "state"), "past");
    EXPECT_EQ(get(kim, "/energy/plans").status, 403);
    EXPECT_EQ(send(admin, "DELETE", path, "", {{"If-Match", etag(ended)}}).status, 409);
    const Reply coming = give(admin, kim, R"({"role":"expert","valid_from":")" + in_days(5) + "\"}");
    const Reply never = send(admin, "DELETE", "/accounts/" + kim.id + "/roles/" + text(parsed(coming), "id"),
                             "", {{"If-Match", "\"1\""}});
    EXPECT_EQ(text(parsed(never), "valid_until"), text(parsed(coming), "valid_from"));
}

TEST_P(RolesApi, WriteTheAudit) {
    const Person admin = administrator(), kim = person({});
    const Reply given = give(admin, kim, R"({"role":"expert"})");
    send(admin, "DELETE", "/accounts/" + kim.id + "/roles/" + text(parsed(given), "id"), "",
         {{"If-Match", "\"1\""}});
    const auto entries = app().database().read([&](db::Connection& c) {
        return audit::list(c, {.record_kind = "account", .record_id = kim.id, .limit = 2});
    });
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].entry.action, "end_role");
    EXPECT_EQ(entries[1].entry.action, "give_role");
    EXPECT_EQ(entries[0].entry.actor, admin.id);
    EXPECT_NE(entries[1].entry.after.value().find("expert"), std::string::npos);
}

TEST_P(RolesApi, BadPeriodsAreNamed) {
    const Person admin = administrator(), kim = person({});
    struct Case {
        std::string body, refused;
    };
    const Case cases[] = {
        {R"({})", "/role json.missing"},
        {R"({"role":"public"})", "/role json.bad_choice"},
        {R"({"role":"expert","valid_from":"tomorrow"})", "/valid_from json.bad_format"},
        {R"({"role":"expert","valid_until":"2026-02-30T00:00:00Z"})", "/valid_until json.bad_format"},
        {R"({"role":"expert","valid_until":"2020-01-01T00:00:00Z"})",
         "/valid_until period.ends_before_it_begins"},
        {R"({"role":"expert","valid_from":"2020-01-01T00:00:00Z","valid_until":"2020-02-01T00:00:00Z"})",
         "/valid_until period.over"},
        {R"({"role":"expert","organisation":"x"})", "/organisation json.bad_format"},
        {R"({"role":"expert","account":"x"})", "/account json.unknown_field"},
    };
    for (const auto& [body, refused] : cases)
        EXPECT_EQ(refusals(give(admin, kim, body)), std::vector<std::string>{refused}) << body;
}

TEST_P(RolesApi, OfADeputyAreThoseOfThePersonAway) {
    const Person admin = administrator(), kim = planner(), lee = person({auth::Role::expert});
    const std::string path = "/accounts/" + kim.id + "/deputies";
    const auto body = [&](const std::string& id) {
        return R"({"deputy":")" + id + R"(","valid_until":")" + in_days(7) + "\"}";
    };
    EXPECT_EQ(get(lee, "/energy/plans").status, 403);
    const Reply made = post(admin, path, body(lee.id));
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(get(lee, "/energy/plans").status, 200);
    EXPECT_EQ(roles_of(lee), R"(["planner","expert"])");
    const auto said = parsed(get(lee, "/session")).at("deputy_for").as_array();
    ASSERT_EQ(said.size(), 1u);
    EXPECT_EQ(text(said[0], "account"), kim.id);
    EXPECT_EQ(refusals(post(admin, path, body(kim.id))), std::vector<std::string>{"/deputy deputy.oneself"});
    EXPECT_EQ(refusals(post(admin, path, body("01890000-0000-7000-8000-000000000000"))),
              std::vector<std::string>{"/deputy account.unknown_id"});

    const Person choi = person({});
    post(admin, "/accounts/" + lee.id + "/deputies", body(choi.id));
    EXPECT_EQ(roles_of(choi), R"(["expert"])") << "what a deputy holds is not handed on";

    const Reply ended =
        send(admin, "DELETE", path + "/" + text(parsed(made), "id"), "", {{"If-Match", etag(made)}});
    EXPECT_EQ(ended.status, 200) << ended.body;
    EXPECT_EQ(get(lee, "/energy/plans").status, 403);
    EXPECT_TRUE(parsed(get(lee, "/session")).at("deputy_for").as_array().empty());
}

TEST_P(RolesApi, OfSomeoneDeactivatedAreNoDeputysEither) {
    const Person admin = administrator(), kim = planner(), lee = person({});
    post(admin, "/accounts/" + kim.id + "/deputies",
         R"({"deputy":")" + lee.id + R"(","valid_until":")" + in_days(7) + "\"}");
    EXPECT_EQ(get(lee, "/energy/plans").status, 200);
    send(admin, "PATCH", "/accounts/" + kim.id, R"({"active":false})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(get(lee, "/energy/plans").status, 403);
}

TEST_P(RolesApi, ALastingAdministratorStays) {
    const Person admin = administrator(), kim = person({});
    const auto own = parsed(get(admin, "/accounts/" + admin.id + "/roles")).at("items").at(0);
    const auto end = [&] {
        return send(admin, "DELETE", "/accounts/" + admin.id + "/roles/" + text(own, "id"), "",
                    {{"If-Match", "\"1\""}});
    };
    give(admin, kim, R"({"role":"administrator","valid_until":")" + in_days(7) + "\"}");
    EXPECT_EQ(text(parsed(end()), "code"), "account.last_administrator") << "in a week nobody would be one";
    give(admin, kim, R"({"role":"administrator"})");
    EXPECT_EQ(end().status, 200);
    EXPECT_EQ(get(admin, "/accounts").status, 403);
}

TEST_P(RolesApi, DecideAsTheTableOfRightsSays) {
    const Person admin = administrator();
    const auto rights = parsed(get(admin, "/rights"));
    std::map<std::string, Person> people;
    for (const auth::Role role : auth::kRoles) people[auth::role_text(role)] = person({role});
    EXPECT_EQ(rights.at("operations").as_array().size(), app().routes().size());
    for (const auto& right : rights.at("operations").as_array()) {
        if (text(right, "audience") != "roles") continue;
        const std::string roles = json::serialize(right.at("roles"));
        std::string path = text(right, "path").substr(std::string_view("/api/v1").size());
        for (auto at = path.find('{'); at != path.npos; at = path.find('{'))
            path.replace(at, path.find('}') - at + 1, "none");
        for (const auto& [role, someone] : people) {
            const bool bare = text(right, "method") == "GET" || text(right, "operation") == "create_backup";
            const Reply reply = send(someone, text(right, "method"), path, bare ? "" : "{}");
            const bool may = roles.find('"' + role + '"') != std::string::npos;
            const bool refused = reply.body.find("auth.forbidden") != std::string::npos;
            if (may)
                EXPECT_FALSE(refused) << role << ' ' << text(right, "operation");
            else
                EXPECT_TRUE(refused || reply.status == 404) << role << ' ' << text(right, "operation");
        }
    }
}

TEST_P(RolesApi, AreToldInBothLanguages) {
    const auto rights = parsed(get(administrator(), "/rights"));
    for (const auto& right : rights.at("operations").as_array())
        for (const char* language : {"ko", "en"}) {
            const std::string key = "rights.operation." + text(right, "operation");
            EXPECT_NE(codec::Messages::embedded().sentence(language, key), key) << language << ' ' << key;
        }
}

}  // namespace
}  // namespace dure::app::testing
