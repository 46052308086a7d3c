// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/settings.hpp"

namespace dure::app::testing {
namespace {

using List = std::vector<std::string>;

class UpkeepApi : public Api {
  protected:
    Reply change(const Person& who, const std::string& name, const std::string& body,
                 const std::string& version) {
        return send(who, "PUT", "/settings/" + name, body, {{"If-Match", '"' + version + '"'}});
    }
};
DURE_API_TESTS(UpkeepApi);

TEST_P(UpkeepApi, BadValuesAreRefusedByName) {
    const Person admin = administrator();
    const std::tuple<std::string, std::string, List> cases[] = {
        {"session_days", R"({"value":"0"})", {"/value json.too_small"}},
        {"session_days", R"({"value":"31"})", {"/value json.too_large"}},
        {"session_days", R"({"value":"seven"})", {"/value json.not_an_integer"}},
        {"session_days", R"({"value":"7 "})", {"/value json.not_an_integer"}},
        {"session_days", R"({"value":""})", {"/value json.not_an_integer"}},
        {"session_days", R"({"value":"99999999999999999999"})", {"/value json.not_an_integer"}},
        {"password_length", R"({"value":"11"})", {"/value json.too_small"}},
        {"contact_email", R"({"value":"nobody"})", {"/value json.bad_format"}},
        {"institute_name_ko", R"({"value":")" + std::string(101, 'x') + "\"}", {"/value json.too_long"}},
        {"institute_name_ko", R"({"other":"x"})", {"/other json.unknown_field"}},
    };
    for (const auto& [name, body, wanted] : cases)
        EXPECT_EQ(refusals(change(admin, name, body, "0")), wanted) << name << body;
    EXPECT_EQ(change(admin, "no_such_setting", R"({"value":"1"})", "0").status, 404);
    EXPECT_EQ(send(admin, "PUT", "/settings/session_days", R"({"value":"5"})").status, 428);
}

TEST_P(UpkeepApi, AChangeHoldsAtOnceIsAuditedAndCanBeTakenBack) {
    const Person admin = administrator();
    const Reply set = change(admin, "institute_name_ko", R"({"value":"대구에너지원"})", "0");
    ASSERT_EQ(set.status, 200) << set.body;
    EXPECT_TRUE(etag(set).starts_with("\"1.")) << etag(set);
    EXPECT_EQ(text(parsed(get(nobody, "/setup")), "institute_ko"), "대구에너지원");
    EXPECT_EQ(change(admin, "institute_name_ko", R"({"value":"x"})", "0").status, 412) << "someone was first";
    const auto entries = parsed(get(admin, "/audit/entries?record_kind=setting")).at("items").as_array();
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(text(entries[0], "action"), "change_setting");
    const Reply back = change(admin, "institute_name_ko", "{}", "1");
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(text(parsed(back), "chosen"), "false");
    EXPECT_FALSE(parsed(get(nobody, "/setup")).as_object().contains("institute_ko"));
    EXPECT_TRUE(etag(get(admin, "/settings/institute_name_ko")).starts_with("\"2."));
}

TEST_P(UpkeepApi, PasswordsAndSessionsFollow) {
    const Person admin = administrator(), kim = planner();
    ASSERT_EQ(change(admin, "password_length", R"({"value":"30"})", "0").status, 200);
    EXPECT_EQ(refusals(send(kim, "PUT", "/session/password",
                            R"({"current":")" + kim.password + R"(","new":"a quiet river at dawn"})")),
              List{"/new password.too_short"});
    ASSERT_EQ(change(admin, "session_idle_minutes", R"({"value":"5"})", "0").status, 200);
    app().database().write([&](db::Connection& c) {
        c.execute("UPDATE session SET last_seen = last_seen - 360000000 WHERE account = $1", kim.id);
    });
    app().accounts().sessions().forget();
    EXPECT_EQ(get(kim, "/session").status, 401) << "unused for six minutes";
    EXPECT_EQ(get(admin, "/session").status, 200);
}

TEST_P(UpkeepApi, WhatIsChosenAtTheStartIsShownWithoutSecrets) {
    const Reply reply = get(administrator(), "/settings");
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(parsed(reply).at("items").as_array().size(), upkeep::setting_rules().size());
    EXPECT_NE(reply.body.find(R"("name":"database")"), std::string::npos);
    EXPECT_EQ(reply.body.find("postgresql://"), std::string::npos) << "an address may hold a password";
}

TEST_P(UpkeepApi, HealthSaysWhatWantsALook) {
    const Person admin = administrator();
    const auto state_of = [&](const std::string& name) -> std::string {
        const auto health = parsed(get(admin, "/health"));
        for (const auto& check : health.at("checks").as_array())
            if (text(check, "name") == name) return text(check, "state");
        return "absent";
    };
    EXPECT_EQ(state_of("database"), "good");
    EXPECT_EQ(state_of("secrets"), "good");
    EXPECT_EQ(state_of("backup_none"), "warning");
    app().database().write([](db::Connection& c) { upkeep::note_backup(c, 10, 1); });
    EXPECT_EQ(state_of("backup"), "trouble") << "long ago";
    app().database().write([&](db::Connection& c) {
        c.execute(
            "INSERT INTO job (id, kind, owner, state, queued, created, updated) VALUES ('j', 'nothing', $1, "
            "'queued', 1, 1, 1)",
            admin.id);
    });
    EXPECT_EQ(state_of("queue"), "trouble") << "waiting since 1970";
    app().database().write([&](db::Connection& c) {
        c.execute("UPDATE second_factor SET secret = 'sealed:AAAA' WHERE account = $1", admin.id);
    });
    EXPECT_EQ(state_of("secrets"), "trouble");
}

}  // namespace
}  // namespace dure::app::testing
