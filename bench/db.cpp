// SPDX-License-Identifier: Apache-2.0
// What server/db writes a second: rows by insert_many beside the same rows one statement at a time, and
// durable commits by one and by four threads.
//   build/release/bench/db [postgresql://…]     (tools/postgresql-for-tests start DIR prints such an address)
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "server/db/database.hpp"

using namespace dure::db;

namespace {

constexpr int kRows = 20'000;
constexpr int kCommits = 400;

double per_second(int count, const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return count / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::vector<Value>> rows(const char* prefix) {
    std::vector<std::vector<Value>> made;
    for (std::int64_t i = 0; i < kRows; ++i) {
        made.push_back({prefix + std::to_string(i), std::string(100, 'x'), i});
    }
    return made;
}

double bulk(Database& database) {
    const auto many = rows("bulk");
    constexpr std::string_view columns[] = {"name", "value", "updated"};
    return per_second(
        kRows, [&] { database.write([&](Connection& c) { c.insert_many("setting", columns, many); }); });
}

double one_by_one(Database& database) {
    const auto many = rows("single");
    return per_second(kRows, [&] {
        database.write([&](Connection& c) {
            for (const auto& row : many) {
                c.run("INSERT INTO setting (name, value, updated) VALUES ($1, $2, $3)", row, nullptr);
            }
        });
    });
}

double commits(Database& database, int threads) {
    return per_second(kCommits, [&] {
        std::vector<std::jthread> writers;
        for (int t = 0; t < threads; ++t) {
            writers.emplace_back([&, t] {
                for (int i = t; i < kCommits; i += threads) {
                    database.write([&](Connection& c) {
                        c.execute("INSERT INTO setting (name, value, updated) VALUES ($1, '', 0)",
                                  fmt::format("commit {} {}", threads, i));
                    });
                }
            });
        }
    });
}

double reads(Database& database) {
    constexpr int kReads = 20'000;
    return per_second(kReads, [&] {
        for (int i = 0; i < kReads; ++i) {
            database.read([&](Connection& c) {
                c.query_one("SELECT name, value, updated FROM setting WHERE name = $1",
                            fmt::format("bulk{}", i));
            });
        }
    });
}

void measure(const std::string& url) {
    const auto database = Database::open({.url = url});
    migrate(*database);
    const double many = bulk(*database), single = one_by_one(*database);
    fmt::print("{}: insert_many {:.0f} rows/s, one by one {:.0f} rows/s, ratio {:.1f}\n", database->engine(),
               many, single, many / single);
    fmt::print("{}: {:.0f} snapshots/s that read one row\n", database->engine(), reads(*database));
    const double alone = commits(*database, 1), together = commits(*database, 4);
    fmt::print("{}: {:.0f} durable commits/s by one thread, {:.0f} by four, ratio {:.1f}\n",
               database->engine(), alone, together, together / alone);
    database->write([](Connection& c) { c.execute("DELETE FROM setting"); });
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = std::filesystem::temp_directory_path() / ("dure_bench_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    measure("sqlite://" + (folder / "dure.db").string());
    std::filesystem::remove_all(folder);
    if (argc > 1) measure(argv[1]);
}
