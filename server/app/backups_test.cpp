// SPDX-License-Identifier: Apache-2.0
// Backups through the whole server, on each database.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <map>
#include <thread>

#include "server/app/api_test.hpp"
#include "server/http/contract.hpp"

namespace dure::app::testing {
namespace {

class Backups : public Api {
  protected:
    json::value ended(const Person& who, const json::value& begun) {
        for (int i = 0; i < 1200; ++i) {
            const auto job = parsed(get(who, "/jobs/" + text(begun, "job")));
            const std::string state = text(job, "state");
            if (state != "queued" && state != "running") return job;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        ADD_FAILURE() << "the job does not end";
        return {};
    }
    std::string made(const Person& who) {
        const auto job = ended(who, parsed(post(who, "/backups")));
        EXPECT_EQ(text(job, "state"), "done") << json::serialize(job);
        return text(parsed(get(who, "/backups")).at("items").at(0), "name");
    }
    std::string health(const Person& who) {
        const auto told = parsed(get(who, "/health"));
        for (const auto& check : told.at("checks").as_array())
            if (text(check, "name").starts_with("backup"))
                return text(check, "name") + " " + text(check, "state");
        return {};
    }
};
DURE_API_TESTS(Backups);

TEST_P(Backups, AreMadeTriedAndSeenInTheHealth) {
    const Person who = administrator();
    EXPECT_EQ(health(who), "backup_none warning");
    EXPECT_TRUE(parsed(get(who, "/backups")).at("items").as_array().empty());
    const std::string name = made(who);
    EXPECT_EQ(health(who), "backup_untried warning");
    const auto job = ended(who, parsed(post(who, "/backups/" + name + "/drill")));
    EXPECT_EQ(text(job, "state"), "done") << json::serialize(job);
    EXPECT_EQ(text(job, "subject_name"), name);
    const auto one = parsed(get(who, "/backups")).at("items").at(0);
    EXPECT_EQ(text(one.at("verdict"), "good"), "true");
    EXPECT_EQ(text(one, "engine"), GetParam());
    EXPECT_EQ(health(who), "backup_tried good");
}

TEST_P(Backups, GoByTheSettings) {
    const Person who = administrator();
    EXPECT_TRUE(parsed(get(who, "/backups")).as_object().contains("next"));
    const Reply off = send(who, "PUT", "/settings/backup_hour", R"({"value":"-1"})", {{"If-Match", "\"0\""}});
    EXPECT_EQ(off.status, 200) << off.body;
    EXPECT_FALSE(parsed(get(who, "/backups")).as_object().contains("next"));
    const Reply types =
        send(who, "PUT", "/settings/file_types", R"({"value":"pdf exe"})", {{"If-Match", "\"0\""}});
    EXPECT_EQ(refusals(types), std::vector<std::string>{"/value json.bad_choice"});
    const std::string folder = (data_dir() / "elsewhere").string();
    send(who, "PUT", "/settings/backup_folder", R"({"value":")" + folder + R"("})", {{"If-Match", "\"0\""}});
    const std::string name = made(who);
    EXPECT_TRUE(std::filesystem::exists(data_dir() / "elsewhere" / name / "manifest.json"));
}

TEST_P(Backups, GiveTheFourWhatTheContractSays) {
    const Person admin = administrator(), other = planner(), stranger = person({});
    const std::string name = made(admin);
    for (const auto& operation : http::contract_operations()) {
        if (!operation.path.starts_with("/api/v1/backups")) continue;
        for (const auto& [actor, status] : operation.actors) {
            SCOPED_TRACE(operation.id + " by " + actor);
            const Person& who = actor == "administrator" ? admin
                                : actor == "stranger"    ? stranger
                                : actor == "nobody"      ? nobody
                                                         : other;
            const std::map<std::string, std::function<Reply()>> calls = {
                {"list_backups", [&] { return get(who, "/backups"); }},
                {"create_backup", [&] { return post(who, "/backups"); }},
                {"drill_backup", [&] { return post(who, "/backups/" + name + "/drill"); }},
            };
            ASSERT_TRUE(calls.contains(operation.id)) << "say here how it is called";
            const Reply reply = calls.at(operation.id)();
            EXPECT_EQ(reply.status, status) << reply.body;
            if (reply.status == 202) ended(admin, parsed(reply));
        }
    }
    EXPECT_EQ(post(admin, "/backups/dure-none/drill").status, 404);
    EXPECT_EQ(post(admin, "/backups/..%2Fdure/drill").status, 404);
}

}  // namespace
}  // namespace dure::app::testing
