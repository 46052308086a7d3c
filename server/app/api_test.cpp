// SPDX-License-Identifier: Apache-2.0
#include "server/app/api_test.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "server/auth/second_factor.hpp"
#include "server/http/contract.hpp"

namespace dure::app::testing {
namespace {

/// Whether the path fits the contract's, "{…}" standing for one segment.
bool fits(std::string_view path, std::string_view pattern) {
    path = path.substr(0, path.find('?'));
    while (!path.empty() && !pattern.empty()) {
        const auto part = path.substr(0, path.find('/')), wanted = pattern.substr(0, pattern.find('/'));
        if (part != wanted && !(wanted.starts_with('{') && !part.empty())) return false;
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        pattern.remove_prefix(std::min(pattern.size(), wanted.size() + 1));
    }
    return path.empty() && pattern.empty();
}

void record(std::string_view method, const std::string& path, const std::string& body, const Reply& reply) {
    const char* file = std::getenv("DURE_RECORD");
    if (!file || !*file) return;
    static const auto operations = http::contract_operations();
    for (const auto& operation : operations) {
        if (operation.method != method || !fits(path, operation.path)) continue;
        json::object line{{"operation_id", operation.id},
                          {"method", method},
                          {"path", path},
                          {"status", reply.status},
                          {"request_body", body}};
        if (operation.id == "create_import") line["request_body"] = "";  // a file, of any bytes
        line["content_type"] = reply.header("content-type");
        const bool binary = reply.header("content-type").find("spreadsheet") != std::string::npos;
        line["response_body"] = binary ? std::string() : reply.body;
        std::ofstream(file, std::ios::app) << json::serialize(line) + '\n';
        return;
    }
}

}  // namespace

Headers Person::cookie() const {
    if (session.empty()) return {};
    return {{"Cookie", "dure_session=" + session}};
}

Api::Api() : home_(GetParam()), app_(options()) {
    app_.start();
}

Options Api::options() const {
    Options options{
        .version = "test", .port = 0, .database_url = home_.url(), .workers = 4, .solver_threads = 1};
    options.accounts.cost = auth::PasswordCost::least();
    return options;
}

Person Api::person(const std::vector<auth::Role>& roles, const std::string& name) {
    const std::string number = std::to_string(++people_);
    Person made{.email = "person" + number + "@dure.example",
                .password = "willow in the winter wind " + number};
    auto& accounts = app_.accounts();
    const std::string hash = accounts.hash_new_password(made.password, made.email, name);
    app_.database().write([&](db::Connection& c) {
        made.id = accounts.create(c, {.email = made.email, .name = name, .roles = roles}, hash, {}, {}).id;
        // What these roles need so that they hold; tests of the second factor itself begin without roles.
        if (auth::RoleSet(roles).meets(auth::kGuarded))
            c.execute("INSERT INTO second_factor (account, secret, confirmed, created) VALUES ($1, $2, 1, 1)",
                      made.id, kSecondFactor);
        made.session = accounts.sessions().begin(c, made.id);
    });
    return made;
}

Reply Api::send(const Person& who, std::string_view method, const std::string& path, const std::string& body,
                Headers headers) {
    for (const auto& header : who.cookie()) headers.push_back(header);
    const Reply reply = http::testing::request(app_.port(), method, "/api/v1" + path, headers, body);
    record(method, "/api/v1" + path, body, reply);
    return reply;
}

std::string Api::small_model() {
    return R"({"name":"small","currency":"KRW","price_year":2024,"discount_rate":0.045,
        "time":{"start":"2030-01-01T00:00","time_zone":"Asia/Seoul","periods":24},
        "carriers":[{"name":"sun","renewable":true}],
        "buses":[{"name":"power","carrier":"electricity","label_ko":"전력"}],
        "loads":[{"name":"city","bus":"power","p_mw":100}],
        "generators":[{"name":"cheap","bus":"power","carrier":"sun","p_nom":{"nominal":60},"marginal_cost":10},
                      {"name":"dear","bus":"power","p_nom":{"nominal":100},"marginal_cost":50}]})";
}

json::value Api::make_plan(const Person& who, const std::string& name, const std::string& model) {
    const Reply made = post(who, "/energy/plans", json::serialize(json::object{{"name", name}}));
    EXPECT_EQ(made.status, 201) << made.body;
    const std::string content =
        json::serialize(json::object{{"name", name}, {"description", ""}, {"model", json::parse(model)}});
    const Reply saved =
        send(who, "PUT", "/energy/plans/" + text(parsed(made), "id"), content, {{"If-Match", etag(made)}});
    EXPECT_EQ(saved.status, 200) << saved.body;
    return parsed(saved);
}

json::value Api::make_run(const Person& who, const std::string& plan) {
    const Reply made = post(who, "/energy/plans/" + plan + "/runs", "{}");
    EXPECT_EQ(made.status, 202) << made.body;
    return parsed(made);
}

json::value Api::make_import(const Person& who, const std::string& bytes, const std::string& file_name,
                             const std::string& resource) {
    const Reply made = post(who, "/imports?resource=" + resource + "&file_name=" + file_name, bytes,
                            {{"Content-Type", "application/octet-stream"}});
    EXPECT_EQ(made.status, 201) << made.body;
    return parsed(made);
}

json::value Api::after_step(const Person& who, const json::value& import, const std::string& step,
                            const std::string& body) {
    const std::string path = "/imports/" + text(import, "id");
    const Reply begun =
        post(who, path + '/' + step, body, {{"If-Match", '"' + text(import, "version") + '"'}});
    EXPECT_EQ(begun.status, 202) << begun.body;
    for (int i = 0; i < 1200; ++i) {
        auto now = parsed(get(who, path));
        const std::string state = text(now, "state");
        if (state != "checking" && state != "writing" && state != "undoing") return now;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << step << " did not end";
    return import;
}

json::value Api::ended_run(const Person& who, const std::string& run) {
    for (int i = 0; i < 600; ++i) {
        const auto now = parsed(get(who, "/energy/runs/" + run));
        const std::string status = text(now, "status");
        if (status != "queued" && status != "running") return now;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << "the run has not ended";
    return {};
}

json::value parsed(const Reply& reply) {
    boost::system::error_code error;
    auto value = json::parse(reply.body, error);
    EXPECT_FALSE(error) << reply.status << ' ' << reply.body.substr(0, 500);
    return value;
}

std::string text(const json::value& object, std::string_view member) {
    const auto* own = object.is_object() ? object.as_object().if_contains(member) : nullptr;
    if (!own) return {};
    return own->is_string() ? std::string(own->as_string()) : json::serialize(*own);
}

std::string etag(const Reply& reply) {
    return reply.header("etag");
}

std::vector<std::string> refusals(const Reply& reply) {
    std::vector<std::string> found;
    const auto problem = parsed(reply);
    for (const auto& error : problem.at("errors").as_array())
        found.push_back(text(error, "pointer") + ' ' + text(error, "code"));
    return found;
}

}  // namespace dure::app::testing
