// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "server/db/database.hpp"

/// Tests that run on every database: SQLite always, PostgreSQL when DURE_TEST_POSTGRESQL holds the address of
/// a server where schemas may be made. Only tests include this file.
///
///     class Plans : public dure::db::testing::EachDatabase {};
///     DURE_ON_EACH_DATABASE(Plans);
///     TEST_P(Plans, AreKept) { db().write(…); }
namespace dure::db::testing {

/// An empty database for one test, gone with the object: a file of its own or a schema of its own.
class TestDatabase {
  public:
    explicit TestDatabase(const std::string& engine) {
        static std::atomic<int> next{0};
        name_ = "dure_test_" + std::to_string(getpid()) + "_" + std::to_string(++next);
        if (engine == "sqlite") {
            folder_ = std::filesystem::temp_directory_path() / name_;
            std::filesystem::create_directories(folder_);
            url_ = "sqlite://" + (folder_ / "dure.db").string();
            return;
        }
        server_ = std::getenv("DURE_TEST_POSTGRESQL");
        Database::open({.url = server_})->write([&](Connection& c) { c.execute("CREATE SCHEMA " + name_); });
        url_ = server_ + (server_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" +
               name_;
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;
    ~TestDatabase() {
        if (!folder_.empty())
            std::filesystem::remove_all(folder_);
        else
            Database::open({.url = server_})->write([&](Connection& c) {
                c.execute("DROP SCHEMA " + name_ + " CASCADE");
            });
    }

    const std::string& url() const { return url_; }

  private:
    std::string name_, url_, server_;
    std::filesystem::path folder_;
};

inline std::vector<std::string> engines() {
    if (const char* url = std::getenv("DURE_TEST_POSTGRESQL"); url && *url) return {"sqlite", "postgresql"};
    return {"sqlite"};
}

/// A migrated database for each test. The parameter is the engine's name.
class EachDatabase : public ::testing::TestWithParam<std::string> {
  protected:
    EachDatabase() : home_(GetParam()), database_(Database::open({.url = home_.url()})) {
        migrate(*database_);
    }

    Database& db() { return *database_; }
    const std::string& url() const { return home_.url(); }

  private:
    TestDatabase home_;
    std::unique_ptr<Database> database_;
};

#define DURE_ON_EACH_DATABASE(Suite)                                                         \
    INSTANTIATE_TEST_SUITE_P(Db, Suite, ::testing::ValuesIn(::dure::db::testing::engines()), \
                             [](const auto& info) { return info.param; })

}  // namespace dure::db::testing
