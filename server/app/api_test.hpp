// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "server/app/app.hpp"
#include "server/db/testing.hpp"
#include "server/http/testing.hpp"

/// For tests: the whole server on a free port and a database of its own.
namespace dure::app::testing {

namespace json = boost::json;
using http::testing::Headers;
using http::testing::Reply;

/// The base32 secret of the second factor that administrators and finance officers of the tests have.
inline constexpr const char* kSecondFactor = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

struct Person {
    std::string id, email, password, session;
    Headers cookie() const;  ///< none for nobody
};

/// Each test on each database. With DURE_RECORD every exchange is written to that file, a JSON object a line.
class Api : public ::testing::TestWithParam<std::string> {
  protected:
    Api();

    /// A new account, signed in.
    Person person(const std::vector<auth::Role>& roles, const std::string& name = "Person");
    Person planner() { return person({auth::Role::planner}); }
    Person administrator() { return person({auth::Role::administrator}); }

    Reply send(const Person& who, std::string_view method, const std::string& path,
               const std::string& body = {}, Headers headers = {});
    Reply get(const Person& who, const std::string& path, Headers headers = {}) {
        return send(who, "GET", path, {}, std::move(headers));
    }
    Reply post(const Person& who, const std::string& path, const std::string& body = {},
               Headers headers = {}) {
        return send(who, "POST", path, body, std::move(headers));
    }

    /// Makes a plan of `model` and returns it.
    json::value make_plan(const Person& who, const std::string& name = "Plan",
                          const std::string& model = small_model());
    /// Queues a run of the plan and returns it.
    json::value make_run(const Person& who, const std::string& plan);
    /// The run once it has ended.
    json::value ended_run(const Person& who, const std::string& run);

    /// Uploads a table of organisations and returns the import.
    json::value make_import(const Person& who, const std::string& bytes,
                            const std::string& file_name = "t.csv",
                            const std::string& resource = "organisations");
    /// Does a step ("check", "confirm", "undo") and returns the import once its job has ended.
    json::value after_step(const Person& who, const json::value& import, const std::string& step,
                           const std::string& body = {});

    /// 24 hours, one bus, a load of 100 MW and two generators: the optimum costs 24·(60·10 + 40·50) = 62,400.
    static std::string small_model();

    App& app() { return app_; }

    const Person nobody;

  private:
    Options options() const;

    db::testing::TestDatabase home_;
    App app_;
    int people_ = 0;
};

/// The answer's JSON.
json::value parsed(const Reply& reply);
std::string text(const json::value& object, std::string_view member);
std::string etag(const Reply& reply);
/// The pointers of the refused fields with their codes: "/name json.missing".
std::vector<std::string> refusals(const Reply& reply);

#define DURE_API_TESTS(Suite)                                                                \
    INSTANTIATE_TEST_SUITE_P(Db, Suite, ::testing::ValuesIn(::dure::db::testing::engines()), \
                             [](const auto& info) { return info.param; })

}  // namespace dure::app::testing
